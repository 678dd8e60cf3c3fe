package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmWeightRange;
import io.github.wfp4j.scenarios.Instance.Place;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.Ipproto;

import java.util.List;

/**
 * Makes the filters of an instance for one version.
 *
 * <p>All of them carry our provider and no sublayer, so that the engine takes the layer's default
 * one, in which the built-in IPsec callouts work. They carry no weight either, so that the engine
 * ranks them by their conditions; only exemptions name a range of weights.
 *
 * @param title the title of the scenario
 * @param instance the instance, from which the keys follow
 * @param ipVersion the version
 */
record PlannedFilters(String title, Instance instance, IpVersion ipVersion) {
    private static final ByIpVersion<Integer> ICMP =
            new ByIpVersion<>(Ipproto.ICMP, Ipproto.ICMPV6);

    /** Gives all traffic to the policy of a keying module. */
    FwpmFilter0 policy(
            ByIpVersion<LayerKey> layer,
            String role,
            KeyingModule module,
            FwpmProviderContext3 context) {
        return filter(
                        layer,
                        instance.filterKey(role, Place.of(ipVersion, module)),
                        role + " " + module,
                        "gives " + module + " its policy for all traffic",
                        FwpmAction0.of(FwpActionType.PERMIT))
                .withContext(new FwpmFilter0.Context.ProviderContext(context.providerContextKey()));
    }

    /** Hands matching traffic to a built-in callout. */
    FwpmFilter0 callout(
            ByIpVersion<LayerKey> layer,
            String role,
            String purpose,
            ByIpVersion<CalloutKey> callout,
            long rawContext,
            List<FwpmFilterCondition0> conditions) {
        return filter(
                        layer,
                        filterKey(role),
                        role,
                        purpose,
                        new FwpmAction0(
                                FwpActionType.CALLOUT_TERMINATING,
                                new FwpmAction0.Target.Callout(callout.at(ipVersion))))
                .withContext(new FwpmFilter0.Context.RawContext(rawContext))
                .withFilterCondition(conditions);
    }

    /** Lets ICMP pass without IPsec, in the range of weights of the engine's own exemptions. */
    FwpmFilter0 icmpExemption(ByIpVersion<LayerKey> layer, String role) {
        return filter(
                        layer,
                        filterKey(role),
                        role,
                        "lets ICMP pass without IPsec",
                        FwpmAction0.of(FwpActionType.PERMIT))
                // The range of weights is a UINT8; as a UINT64, 12 would be almost the lowest.
                .withWeight(new FwpValue0.Uint8(FwpmWeightRange.IKE_EXEMPTIONS))
                .withFilterCondition(
                        List.of(
                                TrafficConditions.unicast(),
                                TrafficConditions.protocol(ICMP.at(ipVersion))));
    }

    /** The key of a filter that exists once for each version. */
    FilterKey filterKey(String role) {
        return instance.filterKey(role, Place.of(ipVersion));
    }

    private FwpmFilter0 filter(
            ByIpVersion<LayerKey> layer,
            FilterKey key,
            String label,
            String purpose,
            FwpmAction0 action) {
        return FwpmFilter0.of(
                        new FwpmDisplayData0(
                                "%s: %s %s".formatted(instance.name(), label, ipVersion),
                                "%s: %s".formatted(title, purpose)),
                        layer.at(ipVersion),
                        action)
                .withFilterKey(key)
                .withProviderKey(Wfp4jProvider.KEY);
    }
}
