package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecTraffic1.PolicyId;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The security association contexts, which belong to the engine and not to a session (9.24).
 *
 * <p>What has ended is not seen any more, and stays until something is added: so reading changes
 * nothing, and an aborted transaction that deleted a filter gives back what the filter protected.
 */
final class SaContexts {
    private final Table<?> filters;
    private final Table<?> providerContexts;
    private final Consumer<Runnable> journal;
    private final NavigableMap<Long, SaContext> byId = new TreeMap<>();
    private @Nullable SaWatcher watcher;
    private Totals totals = new Totals(0, 0);

    /**
     * What was counted since the engine started.
     *
     * @param added the associations that were added
     * @param rekeys the pairs that took the place of another
     */
    record Totals(long added, long rekeys) {}

    /**
     * Creates the empty set.
     *
     * @param filters what transport traffic refers to
     * @param providerContexts what tunnel traffic refers to
     * @param journal takes the opposite of each change
     */
    SaContexts(Table<?> filters, Table<?> providerContexts, Consumer<Runnable> journal) {
        this.filters = filters;
        this.providerContexts = providerContexts;
        this.journal = journal;
    }

    /** {@return the contexts that there are at a time, in the order of creation} */
    List<SaContext> all(Instant now) {
        return byId.values().stream().filter(it -> isAlive(it, now)).toList();
    }

    /** {@return the contexts whose traffic passes protected at a time (9.16)} */
    List<SaContext> usable(Instant now) {
        return all(now).stream().filter(it -> it.isUsable(now)).toList();
    }

    /**
     * {@return the context with an id}
     *
     * @throws EngineFailure if there is none (9.9)
     */
    SaContext get(long id, Instant now) {
        SaContext found = byId.get(id);
        if (found == null || !isAlive(found, now)) {
            throw new EngineFailure(ErrorCode.FWP_E_NOT_FOUND);
        }
        return found;
    }

    private boolean isAlive(SaContext context, Instant now) {
        return context.isAlive(now)
                && hasPolicy(context.outbound())
                && (context.request() == null
                        || hasPolicy(context.request().inboundIpsecTraffic()));
    }

    /** {@return whether the filter or policy of some traffic was not deleted (9.19, U16)} */
    private boolean hasPolicy(IpsecTraffic1 traffic) {
        return switch (traffic.policyId()) {
            case PolicyId.Transport it -> filters.find(it.ipsecFilterId()) != null;
            case PolicyId.Tunnel it -> providerContexts.find(it.tunnelPolicyId()) != null;
        };
    }

    /** {@return whether an SPI is taken (9.7)} */
    boolean hasSpi(long spi, Instant now) {
        return all(now).stream().anyMatch(it -> it.hasSpi(spi, now));
    }

    Totals totals() {
        return totals;
    }

    /** Adds a context, or puts it in the place of an older state. */
    void put(SaContext context) {
        SaContext previous = byId.put(context.id(), context);
        journal.accept(new SaContextChange(this, previous, context));
    }

    /** Takes a context out. */
    void remove(SaContext context) {
        SaContext previous = byId.remove(context.id());
        if (previous != null) {
            journal.accept(new SaContextChange(this, previous, null));
        }
    }

    /** Takes a change back. */
    void restore(@Nullable SaContext before, @Nullable SaContext after) {
        if (before != null) {
            byId.put(before.id(), before);
        } else if (after != null) {
            byId.remove(after.id());
        }
    }

    /** Says who tells of changes. */
    void watchBy(SaWatcher newWatcher) {
        watcher = newWatcher;
    }

    /** {@return who tells of changes} */
    SaWatcher watcher() {
        return requireNonNull(watcher, "watcher");
    }

    /** Forgets everything, as when the engine starts anew: nothing here lasts longer (9.24). */
    void reset() {
        List.copyOf(byId.values()).forEach(this::remove);
        Totals previous = totals;
        totals = new Totals(0, 0);
        journal.accept(() -> totals = previous);
    }

    /** Takes out what has ended. */
    void clean(Instant now) {
        byId.values().stream().filter(it -> !isAlive(it, now)).toList().forEach(this::remove);
    }

    /** Counts associations that were added, and the pair if it takes the place of another. */
    void count(int added, boolean rekey) {
        Totals previous = totals;
        totals = new Totals(previous.added() + added, previous.rekeys() + (rekey ? 1 : 0));
        journal.accept(() -> totals = previous);
    }
}
