package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Adds and deletes tunnels, each with all that makes it (9.30). */
final class Tunnels {
    private final Store store;
    private final Access access;
    private final Changes changes;
    private final ContextAddition contexts;
    private final FilterAddition filters;
    private final IkeExemptions exemptions;

    Tunnels(Core core, FilterAddition filters, IkeExemptions exemptions) {
        this.store = core.store();
        this.access = core.access();
        this.changes = core.changes();
        this.contexts = new ContextAddition(core);
        this.filters = filters;
        this.exemptions = exemptions;
    }

    /**
     * Adds a tunnel.
     *
     * @param older whether its policies came in an older version of their struct
     * @param descriptor the descriptor of all its objects, or null for what their containers give
     * @throws EngineFailure if anything about it is wrong
     */
    void add(
            Session session,
            Tunnel tunnel,
            boolean older,
            @Nullable SecurityDescriptor descriptor) {
        access.require(session.caller(), Container.PROVIDER_CONTEXTS, FwpmActrl.ADD);
        access.require(session.caller(), Container.FILTERS, FwpmActrl.ADD);
        tunnel.require();
        TunnelObjects objects = new TunnelObjects(tunnel, store);
        for (FwpmProviderContext3 context : objects.contexts()) {
            secure(session, contexts.add(session, context, older), descriptor);
        }
        for (FwpmFilter0 filter : objects.filters()) {
            secure(session, filters.add(session, filter), descriptor);
            exemptions.updateAfter(session, filter);
        }
    }

    private void secure(Session session, Stored<?> added, @Nullable SecurityDescriptor descriptor) {
        access.secure(session.caller(), added.key(), descriptor);
    }

    /**
     * Deletes a tunnel with what is left of it.
     *
     * @param key the key of its quick mode policy
     * @throws EngineFailure if there is no such tunnel, the session may not delete it, or another
     *     object refers to its policies
     */
    void delete(Session session, ProviderContextKey key) {
        List<Stored<FwpmFilter0>> members = members(key);
        EngineFailure.unless(!members.isEmpty(), EnginePolicy.UNKNOWN_TUNNEL);
        List<ProviderContextKey> policies = policies(key);
        for (Stored<FwpmFilter0> filter : members) {
            changes.delete(session, store.filters, filter);
            exemptions.updateAfter(session, filter.value());
        }
        for (ProviderContextKey policy : policies) {
            Stored<FwpmProviderContext3> stored = store.providerContexts.find(policy);
            if (stored != null) {
                changes.delete(session, store.providerContexts, stored);
            }
        }
    }

    private List<Stored<FwpmFilter0>> members(ProviderContextKey key) {
        List<Stored<FwpmFilter0>> members = new ArrayList<>();
        for (FilterKey filter : TunnelObjects.filterKeys(key)) {
            Stored<FwpmFilter0> stored = store.filters.find(filter);
            if (stored != null) {
                members.add(stored);
            }
        }
        return members;
    }

    private List<ProviderContextKey> policies(ProviderContextKey key) {
        List<ProviderContextKey> policies = new ArrayList<>();
        policies.add(key);
        policies.add(TunnelObjects.keyingKey(key));
        // The main mode policy has a key of the client's choice; its filter knows it.
        Stored<FwpmFilter0> mainMode =
                store.filters.find(TunnelObjects.filterKey(key, TunnelObjects.Role.MAIN_MODE));
        if (mainMode != null
                && mainMode.value().context() instanceof FwpmFilter0.Context.ProviderContext it) {
            policies.add(it.providerContextKey());
        }
        return policies;
    }
}
