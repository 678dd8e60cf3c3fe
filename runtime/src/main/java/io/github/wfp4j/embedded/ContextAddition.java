package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.types.ProviderContextKey;

import java.util.List;

/** Checks a provider context and adds it (3.6). */
final class ContextAddition {
    /** The flag that the engine sets is ignored, so that what was read can be added again. */
    private static final int SETTABLE =
            FwpmProviderContextFlags.PERSISTENT.or(FwpmProviderContextFlags.DOWNLEVEL).bits();

    private final Core core;

    ContextAddition(Core core) {
        this.core = core;
    }

    /**
     * Adds a context of a client.
     *
     * @param older whether it came in an older version of its struct
     * @return it as the engine holds it
     * @throws EngineFailure if anything about it is wrong
     */
    Stored<?> add(Session session, FwpmProviderContext3 wanted, boolean older) {
        ObjectChecks.requireName(wanted.displayData());
        ObjectChecks.requireFlags(wanted.flags().bits(), SETTABLE);
        List<Stored<?>> targets = Owners.targets(core.store(), wanted.providerKey());
        PolicyChecks.require(wanted.policy());
        boolean persistent = wanted.flags().contains(FwpmProviderContextFlags.PERSISTENT);
        ProviderContextKey key =
                wanted.providerContextKey().guid().isZero()
                        ? ProviderContextKey.random()
                        : wanted.providerContextKey();
        long id = core.ids().nextProviderContext();
        FwpmProviderContext3 value =
                wanted.withProviderContextKey(key)
                        .withProviderContextId(id)
                        .withFlags(wanted.flags().without(FwpmProviderContextFlags.DOWNLEVEL));
        return core.changes()
                .add(
                        core.store().providerContexts,
                        key,
                        id,
                        Changes.lifetime(session, persistent),
                        session,
                        wanted.providerKey(),
                        targets,
                        older ? ContextVersions.fromOlder(value) : value);
    }
}
