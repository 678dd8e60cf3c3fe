package io.github.wfp4j.scenarios;

import io.github.wfp4j.engine.Conditions;
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
import io.github.wfp4j.win32.Ipproto;

import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the filters of an instance for one version.
 *
 * <p>They carry no sublayer unless one was asked for, so that the engine takes the layer's default
 * one, in which the built-in IPsec callouts work (C08). They carry no weight either, so that the
 * engine ranks them by their conditions (C06); only exemptions name a range of weights.
 *
 * @param title the title of the scenario
 * @param instance the instance, from which the keys follow
 * @param ipVersion the version
 * @param coverage which packets they are for
 * @param placement whose they are, and where they go
 */
record PlannedFilters(
        String title,
        Instance instance,
        IpVersion ipVersion,
        Coverage coverage,
        Placement placement) {
    private static final ByIpVersion<Integer> ICMP =
            new ByIpVersion<>(Ipproto.ICMP, Ipproto.ICMPV6);

    /** Makes those of a version in a scope. */
    PlannedFilters(String title, Instance instance, IpVersion ipVersion, Scope scope) {
        this(title, instance, ipVersion, scope.coverage(), scope.placement());
    }

    /** Gives all traffic to the policy of a keying module. */
    FwpmFilter0 policy(Role role, KeyingModule module, FwpmProviderContext3 context) {
        return filter(
                        role,
                        Place.of(ipVersion, module),
                        role + " " + module,
                        "gives " + module + " its policy for all traffic",
                        FwpmAction0.of(FwpActionType.PERMIT))
                .withContext(new FwpmFilter0.Context.ProviderContext(context.providerContextKey()));
    }

    /** Hands covered traffic that meets further conditions to a built-in callout. */
    FwpmFilter0 callout(
            Role role,
            String purpose,
            ByIpVersion<CalloutKey> callout,
            long rawContext,
            List<FwpmFilterCondition0> further) {
        return filter(
                        role,
                        Place.of(ipVersion),
                        role.toString(),
                        purpose,
                        new FwpmAction0(
                                FwpActionType.CALLOUT_TERMINATING,
                                new FwpmAction0.Target.Callout(callout.at(ipVersion))))
                .withContext(new FwpmFilter0.Context.RawContext(rawContext))
                .withFilterCondition(covered(role, further));
    }

    /** Blocks covered traffic that meets further conditions. */
    FwpmFilter0 block(Role role, String purpose, List<FwpmFilterCondition0> further) {
        return filter(
                        role,
                        Place.of(ipVersion),
                        role.toString(),
                        purpose,
                        FwpmAction0.of(FwpActionType.BLOCK))
                .withFilterCondition(covered(role, further));
    }

    /** Lets ICMP pass without IPsec; nothing if the coverage has no exemptions. */
    List<FwpmFilter0> icmpExemption(Role role) {
        return coverage == Coverage.EVERYTHING
                ? List.of()
                : List.of(
                        exemption(
                                role,
                                Place.of(ipVersion),
                                role.toString(),
                                "lets ICMP pass without IPsec",
                                covered(role, List.of(Conditions.protocol(ICMP.at(ipVersion))))));
    }

    /** Lets traffic of a host or subnet pass without IPsec. */
    FwpmFilter0 hostExemption(Role role, int ordinal, AddressRange hosts) {
        return exemption(
                role,
                new Place(ipVersion, null, ordinal),
                "%s %d".formatted(role, ordinal + 1),
                "lets %s pass without IPsec".formatted(hosts),
                List.of(hosts.asRemote()));
    }

    /** Decides about traffic in a range of weights of its own. */
    FwpmFilter0 inRange(
            Role role,
            String purpose,
            FwpActionType action,
            int range,
            List<FwpmFilterCondition0> conditions) {
        return filter(role, Place.of(ipVersion), role.toString(), purpose, FwpmAction0.of(action))
                .withWeight(new FwpValue0.Uint8(range))
                .withFilterCondition(conditions);
    }

    /** The key of a filter that exists once for each version. */
    FilterKey filterKey(Role role) {
        return instance.filterKey(role.toString(), Place.of(ipVersion));
    }

    /** In the range of weights of the engine's own exemptions. */
    private FwpmFilter0 exemption(
            Role role,
            Place place,
            String label,
            String purpose,
            List<FwpmFilterCondition0> conditions) {
        return filter(role, place, label, purpose, FwpmAction0.of(FwpActionType.PERMIT))
                // The range of weights is a UINT8; as a UINT64, 12 would be almost the lowest
                // (C05).
                .withWeight(new FwpValue0.Uint8(FwpmWeightRange.IKE_EXEMPTIONS))
                .withFilterCondition(conditions);
    }

    private List<FwpmFilterCondition0> covered(Role role, List<FwpmFilterCondition0> further) {
        return Stream.concat(
                        TrafficConditions.addressTypes(coverage, role.layer()).stream(),
                        further.stream())
                .toList();
    }

    private FwpmFilter0 filter(
            Role role, Place place, String label, String purpose, FwpmAction0 action) {
        return FwpmFilter0.of(
                        new FwpmDisplayData0(
                                "%s: %s %s".formatted(instance.name(), label, ipVersion),
                                "%s: %s".formatted(title, purpose)),
                        role.layer().at(ipVersion),
                        action)
                .withFilterKey(instance.filterKey(role.toString(), place))
                .withProviderKey(placement.provider())
                .withSubLayerKey(placement.subLayer());
    }
}
