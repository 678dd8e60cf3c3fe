package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmContextIpsecInboundFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecOutboundFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * In what the scenarios that protect all traffic in transport mode differ, and what they share.
 *
 * @param flags of the quick mode policies, which enforce nothing by themselves (ND-2)
 * @param inbound what the callout does with clear packets that come in
 * @param outbound what the callout does until it has a security association
 * @param acceptsOnlySecure whether new inbound connections must be protected
 */
record TransportPolicy(
        IpsecPolicyFlags flags,
        FwpmContextIpsecInboundFlags inbound,
        FwpmContextIpsecOutboundFlags outbound,
        boolean acceptsOnlySecure) {
    /**
     * Checks that the parts fit together (ND-2, BM-4).
     *
     * @throws IllegalArgumentException if both kinds of negotiation discovery are asked for, or the
     *     secure one without the filter that enforces it or the other way round
     */
    TransportPolicy {
        requireNonNull(flags, "flags");
        requireNonNull(inbound, "inbound");
        requireNonNull(outbound, "outbound");
        boolean secure = flags.contains(IpsecPolicyFlags.ND_SECURE);
        if (secure && flags.contains(IpsecPolicyFlags.ND_BOUNDARY)) {
            throw new IllegalArgumentException(
                    "flags must not hold both ND_SECURE and ND_BOUNDARY: " + flags);
        }
        if (secure != acceptsOnlySecure) {
            throw new IllegalArgumentException(
                    "ND_SECURE and the filter for accepted connections go together: " + flags);
        }
    }

    /** The objects of an instance. */
    Plan plan(String title, Instance instance, Scope scope, Negotiation negotiation) {
        PlannedContexts contexts =
                new PlannedContexts(title, instance, scope.placement(), negotiation);
        Map<KeyingModule, FwpmProviderContext3> mainMode = new EnumMap<>(KeyingModule.class);
        Map<KeyingModule, FwpmProviderContext3> quickMode = new EnumMap<>(KeyingModule.class);
        for (KeyingModule module : scope.keyingModules()) {
            mainMode.put(module, contexts.mainMode(module));
            quickMode.put(module, contexts.quickMode(module, flags));
        }
        List<FwpmFilter0> filters = new ArrayList<>();
        for (IpVersion version : scope.ipVersions()) {
            PlannedFilters planned = new PlannedFilters(title, instance, version, scope);
            mainMode.forEach((module, context) ->
                    filters.add(planned.policy(Role.MAIN_MODE_POLICY, module, context)));
            quickMode.forEach((module, context) ->
                    filters.add(planned.policy(Role.QUICK_MODE_POLICY, module, context)));
            addPackets(planned, filters);
            if (acceptsOnlySecure) {
                filters.add(acceptSecure(planned));
                filters.addAll(planned.icmpExemption(Role.ACCEPT_ICMP_EXEMPTION));
            }
        }
        List<String> warnings = new ArrayList<>(negotiation.warnings(scope.keyingModules()));
        if (scope.coverage() == Coverage.EVERYTHING) {
            warnings.add(
                    "ICMP needs IPsec too: IPv6 finds its neighbours with ICMPv6, which then"
                            + " fails");
        }
        return Plan.of(
                        title,
                        instance,
                        scope.placement(),
                        Stream.of(mainMode, quickMode).flatMap(it -> it.values().stream()).toList(),
                        filters)
                .plus(List.of(), List.of(), warnings);
    }

    private void addPackets(PlannedFilters planned, List<FwpmFilter0> filters) {
        filters.add(
                planned.callout(
                        Role.INBOUND_CALLOUT,
                        inbound.bits() == 0
                                ? "takes unicast packets only if protected"
                                : "keeps protected what was protected, inbound",
                        BuiltInCallouts.INBOUND_TRANSPORT,
                        inbound.bits(),
                        List.of()));
        filters.addAll(planned.icmpExemption(Role.INBOUND_ICMP_EXEMPTION));
        filters.add(
                planned.callout(
                        Role.OUTBOUND_CALLOUT,
                        outbound.bits() == 0
                                ? "protects outbound traffic"
                                : "protects outbound traffic if the peer can",
                        BuiltInCallouts.OUTBOUND_TRANSPORT,
                        outbound.bits(),
                        List.of()));
        filters.addAll(planned.icmpExemption(Role.OUTBOUND_ICMP_EXEMPTION));
    }

    private static FwpmFilter0 acceptSecure(PlannedFilters planned) {
        return planned.callout(
                Role.ACCEPT_SECURE,
                "accepts connections only if protected",
                BuiltInCallouts.INBOUND_INITIATE_SECURE,
                // Microsoft's sample has 2, which has another meaning here and is not on the page
                // (ND-1).
                0,
                List.of());
    }
}
