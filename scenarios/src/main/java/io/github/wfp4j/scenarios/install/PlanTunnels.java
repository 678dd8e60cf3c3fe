package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.NotFoundException;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.scenarios.PlannedTunnel;
import io.github.wfp4j.types.ProviderContextKey;

import java.util.List;

/** Adds and deletes tunnels, whose filters the engine makes and takes away by itself. */
final class PlanTunnels {
    private final Engine engine;

    PlanTunnels(Engine engine) {
        this.engine = engine;
    }

    /** Whether a provider context is the policy of a tunnel. */
    static boolean isTunnel(FwpmProviderContext3 context) {
        return switch (context.policy()) {
            case Policy.IpsecIkeQmTunnelContext _,
                    Policy.IpsecAuthipQmTunnelContext _,
                    Policy.IpsecIkev2QmTunnelContext _ ->
                    true;
            default -> false;
        };
    }

    void add(PlannedTunnel tunnel) {
        engine.tunnels()
                .add(
                        tunnel.flags(),
                        tunnel.mainModePolicy(),
                        tunnel.tunnelPolicy(),
                        tunnel.conditions(),
                        tunnel.keyingModule(),
                        null);
    }

    /** Deletes provider contexts, those of tunnels with all that belongs to them. */
    void delete(List<FwpmProviderContext3> contexts) {
        List<FwpmProviderContext3> tunnels =
                contexts.stream().filter(PlanTunnels::isTunnel).toList();
        for (FwpmProviderContext3 tunnel : tunnels) {
            ProviderContextKey key = tunnel.providerContextKey();
            try {
                engine.tunnels().delete(key);
            } catch (NotFoundException _) {
                // Someone has taken the filters away, and it is no tunnel any more.
                engine.delete(key);
            }
        }
        for (FwpmProviderContext3 context : contexts) {
            if (!tunnels.contains(context)) {
                delete(context.providerContextKey(), !tunnels.isEmpty());
            }
        }
    }

    private void delete(ProviderContextKey key, boolean mayBeGone) {
        try {
            engine.delete(key);
        } catch (NotFoundException e) {
            // The main mode policy of a tunnel goes with it.
            if (!mayBeGone) {
                throw e;
            }
        }
    }
}
