package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderFlags;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a restart of the system does to the objects of the engine (2.13, 3.1, 3.5). */
final class Restart {
    private final NetEvents netEvents;
    private final Connections connections;
    private final Store store;
    private final Changes changes;
    private final IkeExemptions exemptions;
    private final Predicate<String> starting;

    Restart(Core core, IkeExemptions exemptions, NetEvents netEvents, Connections connections) {
        this.netEvents = netEvents;
        this.connections = connections;
        this.store = core.store();
        this.changes = core.changes();
        this.exemptions = exemptions;
        this.starting = core.options().autoStartServices();
    }

    /** Deletes what does not survive, and activates what does, or not. */
    void run() {
        changes.deleteAllOfSessions();
        exemptions.deleteUnneeded();
        // Final in any case: should the rest fail, these sessions are gone nevertheless.
        store.commit();
        changes.deleteShortLived();
        store.saContexts.reset();
        connections.reset();
        netEvents.reset();
        exemptions.deleteUnneeded();
        Set<Object> inactive = new HashSet<>();
        for (Stored<FwpmProvider0> provider : store.providers.all()) {
            boolean active = isActive(provider.value());
            if (!active) {
                inactive.add(provider.key());
            }
            markProvider(provider, !active);
        }
        for (Stored<FwpmFilter0> filter : store.filters.all()) {
            markFilter(filter, isSwitched(filter.value()) && inactive.contains(filter.provider()));
        }
        store.commit();
    }

    /** Persistent objects of a provider are active if its service starts by itself (3.5). */
    private boolean isActive(FwpmProvider0 provider) {
        String service = provider.serviceName();
        return service == null || starting.test(service);
    }

    /** Boot-time filters are in force before there are services to look at (3.1). */
    private static boolean isSwitched(FwpmFilter0 filter) {
        return filter.flags().contains(FwpmFilterFlags.PERSISTENT);
    }

    private void markProvider(Stored<FwpmProvider0> provider, boolean disabled) {
        FwpmProviderFlags flags = provider.value().flags();
        if (flags.contains(FwpmProviderFlags.DISABLED) != disabled) {
            store.replace(
                    store.providers,
                    provider,
                    provider.value()
                            .withFlags(
                                    disabled
                                            ? flags.or(FwpmProviderFlags.DISABLED)
                                            : flags.without(FwpmProviderFlags.DISABLED)));
        }
    }

    private void markFilter(Stored<FwpmFilter0> filter, boolean disabled) {
        FwpmFilterFlags flags = filter.value().flags();
        if (flags.contains(FwpmFilterFlags.DISABLED) != disabled) {
            store.replace(
                    store.filters,
                    filter,
                    filter.value()
                            .withFlags(
                                    disabled
                                            ? flags.or(FwpmFilterFlags.DISABLED)
                                            : flags.without(FwpmFilterFlags.DISABLED)));
        }
    }
}
