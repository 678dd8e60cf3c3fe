package io.github.wfp4j.explain;

import static io.github.wfp4j.fwpm.FwpmProviderContextType.*;

import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.types.KeyingModuleKey;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * What keying modules find when traffic needs security associations (7.4).
 *
 * @param module the module that acts
 * @param mainMode the filter with its main mode policy
 * @param quickMode the filter with its quick mode policy
 * @param context the quick mode policy
 */
record NegotiationPolicy(
        KeyingModuleKey module,
        FwpmFilter0 mainMode,
        FwpmFilter0 quickMode,
        FwpmProviderContext3 context) {
    /** The modules, the preferred first. */
    private static final List<Module> MODULES =
            List.of(
                    new Module(
                            FwpmKeyingModules.AUTHIP,
                            IPSEC_AUTHIP_MM_CONTEXT,
                            IPSEC_AUTHIP_QM_TRANSPORT_CONTEXT),
                    new Module(
                            FwpmKeyingModules.IKE,
                            IPSEC_IKE_MM_CONTEXT,
                            IPSEC_IKE_QM_TRANSPORT_CONTEXT),
                    new Module(
                            FwpmKeyingModules.IKEV2,
                            IPSEC_IKEV2_MM_CONTEXT,
                            IPSEC_IKEV2_QM_TRANSPORT_CONTEXT));

    private record Module(
            KeyingModuleKey key, FwpmProviderContextType main, FwpmProviderContextType quick) {}

    private record Found(FwpmFilter0 filter, FwpmProviderContext3 context) {}

    /** {@return what would be negotiated about, or null if no module has both policies} */
    static @Nullable NegotiationPolicy find(CompiledPolicy policy, Traffic traffic) {
        List<KeyingModuleKey> allowed = allowedModules(policy, traffic);
        for (Module module : MODULES) {
            if (allowed != null && !allowed.contains(module.key)) {
                continue;
            }
            Found main = first(policy, traffic, PacketLayer.IKEEXT, it -> is(it, module.main));
            Found quick = first(policy, traffic, PacketLayer.IPSEC, it -> is(it, module.quick));
            if (main != null
                    && quick != null
                    && !quick.filter.flags().contains(FwpmFilterFlags.IPSEC_NO_ACQUIRE_INITIATE)) {
                return new NegotiationPolicy(module.key, main.filter, quick.filter, quick.context);
            }
        }
        return null;
    }

    private static boolean is(FwpmProviderContext3 context, FwpmProviderContextType type) {
        return context.policy().type() == type;
    }

    /** {@return the modules that may act, or null for all} */
    private static @Nullable List<KeyingModuleKey> allowedModules(
            CompiledPolicy policy, Traffic traffic) {
        Found keying =
                first(
                        policy,
                        traffic,
                        PacketLayer.KM_DEMUX,
                        it -> it.policy() instanceof Policy.IpsecKeyingContext);
        return keying != null
                        && keying.context.policy() instanceof Policy.IpsecKeyingContext(var modules)
                ? modules.keyModKeys()
                : null;
    }

    /** {@return the first match whose provider context fits, in the normal order of weights} */
    private static @Nullable Found first(
            CompiledPolicy policy,
            Traffic traffic,
            PacketLayer layer,
            Predicate<FwpmProviderContext3> wanted) {
        CompiledLayer compiled =
                policy.layer(layer, traffic.packet().ipVersion() == FwpIpVersion.V6);
        if (compiled == null) {
            return null;
        }
        FieldValues values = traffic.at(layer);
        for (CompiledSublayer sublayer : compiled.sublayers()) {
            for (int rank : sublayer.matching(values, true)) {
                FwpmFilter0 filter = sublayer.filters().get(rank).filter();
                FwpmProviderContext3 context = policy.contextOf(filter);
                if (context != null && wanted.test(context)) {
                    return new Found(filter, context);
                }
            }
        }
        return null;
    }

    /**
     * {@return how long associations made by this still accept clear packets}
     *
     * <p>Only discovery has such a time; that 0 stands for a default of the system is not modelled.
     */
    Duration clearAllowed() {
        IpsecTransportPolicy2 policy =
                switch (context.policy()) {
                    case Policy.IpsecAuthipQmTransportContext(var it) -> it;
                    case Policy.IpsecIkeQmTransportContext(var it) -> it;
                    case Policy.IpsecIkev2QmTransportContext(var it) -> it;
                    default -> null;
                };
        boolean discovers =
                policy != null
                        && (policy.flags().contains(IpsecPolicyFlags.ND_SECURE)
                                || policy.flags().contains(IpsecPolicyFlags.ND_BOUNDARY));
        return policy != null && discovers
                ? Duration.ofSeconds(policy.ndAllowClearTimeoutSeconds())
                : Duration.ZERO;
    }

    @Override
    public String toString() {
        return "%s negotiates about '%s' after '%s'"
                .formatted(module, quickMode.displayData().name(), mainMode.displayData().name());
    }
}
