package io.github.wfp4j.scenarios;

import static io.github.wfp4j.scenarios.ScenarioLayers.ALE_AUTH_RECV_ACCEPT;
import static io.github.wfp4j.scenarios.ScenarioLayers.IKEEXT;
import static io.github.wfp4j.scenarios.ScenarioLayers.INBOUND_TRANSPORT;
import static io.github.wfp4j.scenarios.ScenarioLayers.IPSEC;
import static io.github.wfp4j.scenarios.ScenarioLayers.OUTBOUND_TRANSPORT;

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
 * Negotiation Discovery Transport Mode: inbound connections must be protected; outbound ones are
 * where the peer can, and begin in clear text while that is found out.
 *
 * @param instance which copy this is
 * @param scope what it covers
 * @param negotiation what the keying modules may agree on
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/fwp/negotiation-discovery-transport-mode">
 *     Negotiation Discovery Transport Mode</a>
 */
public record NegotiationDiscovery(Instance instance, Scope scope, Negotiation negotiation)
        implements TransportScenario {
    /** The id of the scenario. */
    public static final String ID = "negotiation-discovery-transport-mode";

    /** Checks that nothing is null. */
    public NegotiationDiscovery {
        requireNonNull(instance, "instance");
        requireNonNull(scope, "scope");
        requireNonNull(negotiation, "negotiation");
    }

    /**
     * {@return the scenario for all traffic, with the default negotiation}
     *
     * @param name the name of the instance
     */
    public static NegotiationDiscovery of(String name) {
        return new NegotiationDiscovery(new Instance(ID, name), Scope.ALL, Negotiation.DEFAULT);
    }

    @Override
    public String title() {
        return "Negotiation Discovery Transport Mode";
    }

    @Override
    public NegotiationDiscovery withScope(Scope scope) {
        return new NegotiationDiscovery(instance, scope, negotiation);
    }

    @Override
    public Plan plan() {
        return planFor(title(), instance);
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(withScope(Scope.ALL).plan());
    }

    @Override
    public Plan planFor(String title, Instance instance) {
        PlannedContexts contexts = new PlannedContexts(title, instance, negotiation);
        Map<KeyingModule, FwpmProviderContext3> mainMode = new EnumMap<>(KeyingModule.class);
        Map<KeyingModule, FwpmProviderContext3> quickMode = new EnumMap<>(KeyingModule.class);
        for (KeyingModule module : scope.keyingModules()) {
            mainMode.put(module, contexts.mainMode(module));
            // The flag enforces nothing by itself; that is what the accept filter is for.
            quickMode.put(module, contexts.quickMode(module, IpsecPolicyFlags.ND_SECURE));
        }
        List<FwpmFilter0> filters = new ArrayList<>();
        for (IpVersion version : scope.ipVersions()) {
            PlannedFilters planned = new PlannedFilters(title, instance, version);
            mainMode.forEach((module, context) ->
                    filters.add(planned.policy(IKEEXT, "mm-policy", module, context)));
            quickMode.forEach((module, context) ->
                    filters.add(planned.policy(IPSEC, "qm-policy", module, context)));
            filters.add(inbound(planned));
            filters.add(planned.icmpExemption(INBOUND_TRANSPORT, "inbound-icmp-exemption"));
            filters.add(outbound(planned));
            filters.add(planned.icmpExemption(OUTBOUND_TRANSPORT, "outbound-icmp-exemption"));
            filters.add(acceptSecure(planned));
            filters.add(planned.icmpExemption(ALE_AUTH_RECV_ACCEPT, "accept-icmp-exemption"));
        }
        return new Plan(
                title,
                instance,
                Wfp4jProvider.PROVIDER,
                Stream.of(mainMode, quickMode).flatMap(it -> it.values().stream()).toList(),
                filters,
                List.of(),
                List.of());
    }

    private static FwpmFilter0 inbound(PlannedFilters planned) {
        return planned.callout(
                INBOUND_TRANSPORT,
                "inbound-callout",
                "keeps protected what was protected, inbound",
                BuiltInCallouts.INBOUND_TRANSPORT,
                FwpmContextIpsecInboundFlags.PERSIST_CONNECTION_SECURITY.bits(),
                List.of(TrafficConditions.unicast()));
    }

    private static FwpmFilter0 outbound(PlannedFilters planned) {
        return planned.callout(
                OUTBOUND_TRANSPORT,
                "outbound-callout",
                "protects outbound traffic if the peer can",
                BuiltInCallouts.OUTBOUND_TRANSPORT,
                FwpmContextIpsecOutboundFlags.NEGOTIATE_DISCOVER.bits(),
                List.of(TrafficConditions.unicast()));
    }

    private static FwpmFilter0 acceptSecure(PlannedFilters planned) {
        return planned.callout(
                ALE_AUTH_RECV_ACCEPT,
                ACCEPT_SECURE,
                "accepts connections only if protected",
                BuiltInCallouts.INBOUND_INITIATE_SECURE,
                0, // Microsoft's sample has 2, which has another meaning here and is not on the
                // page
                List.of(TrafficConditions.unicast()));
    }
}
