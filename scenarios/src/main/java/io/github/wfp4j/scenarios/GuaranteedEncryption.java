package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmContextAleFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.win32.Ipproto;

import java.util.ArrayList;
import java.util.List;

/**
 * Guaranteed Encryption: on top of a transport scenario, the connections of one local TCP port are
 * encrypted or do not come about.
 *
 * <p>Outbound it is the local port as well that counts: the rule covers a client that is bound to
 * the port, not one that dials it.
 *
 * @param instance which copy this is
 * @param base the scenario that protects the rest of the traffic; its own instance has no part
 * @param localPort the port, 1 to 65535
 * @see <a href="https://learn.microsoft.com/windows/win32/fwp/guaranteed-encryption">Guaranteed
 *     Encryption</a>
 */
public record GuaranteedEncryption(Instance instance, TransportScenario base, int localPort)
        implements Scenario {
    /** The id of the scenario. */
    public static final String ID = "guaranteed-encryption";

    private static final long REQUIRE_ENCRYPTION =
            FwpmContextAleFlags.SET_CONNECTION_REQUIRE_IPSEC_ENCRYPTION.bits();

    /**
     * Checks the port, and that encryption can be agreed on at all.
     *
     * @throws IllegalArgumentException if the port is out of range, or if no quick mode proposal of
     *     the base encrypts
     */
    public GuaranteedEncryption {
        requireNonNull(instance, "instance");
        if (localPort < 1 || localPort > 0xFFFF) {
            throw new IllegalArgumentException("port must be in 1..65535: " + localPort);
        }
        List<IpsecProposal0> proposals = base.negotiation().quickModeProposals();
        if (proposals.stream().noneMatch(Negotiation::encrypts)) {
            throw new IllegalArgumentException(
                    "quickModeProposals must hold one that encrypts: none of "
                            + proposals.size()
                            + " does");
        }
    }

    /**
     * {@return the scenario over negotiation discovery for all traffic, with the default
     * negotiation}
     *
     * @param name the name of the instance
     * @param localPort the port, 1 to 65535
     * @throws IllegalArgumentException if the port is out of range or the name has another form
     */
    public static GuaranteedEncryption of(String name, int localPort) {
        return new GuaranteedEncryption(
                new Instance(ID, name), NegotiationDiscovery.of(name), localPort);
    }

    @Override
    public String title() {
        return "Guaranteed Encryption";
    }

    /**
     * {@return a copy with another coverage}
     *
     * @param scope what it is to cover
     */
    public GuaranteedEncryption withScope(Scope scope) {
        return new GuaranteedEncryption(instance, base.withScope(scope), localPort);
    }

    @Override
    public Plan plan() {
        Plan basePlan = base.planFor(title(), instance);
        List<FwpmFilter0> filters = new ArrayList<>();
        List<Precedence> precedences = new ArrayList<>();
        for (IpVersion version : base.scope().ipVersions()) {
            PlannedFilters planned = new PlannedFilters(title(), instance, version);
            FwpmFilter0 accept = acceptEncrypted(planned);
            filters.add(accept);
            filters.add(connectEncrypted(planned));
            FilterKey acceptSecure = planned.filterKey(TransportScenario.ACCEPT_SECURE);
            if (basePlan.holds(acceptSecure)) {
                precedences.add(new Precedence(accept.filterKey(), acceptSecure));
            }
        }
        return basePlan.plus(filters, precedences, warnings());
    }

    @Override
    public Footprint footprint() {
        return Footprint.of(withScope(Scope.ALL).plan());
    }

    private FwpmFilter0 acceptEncrypted(PlannedFilters planned) {
        return planned.callout(
                ScenarioLayers.ALE_AUTH_RECV_ACCEPT,
                "accept-encrypted",
                "accepts connections to TCP port %d only if encrypted".formatted(localPort),
                BuiltInCallouts.INBOUND_INITIATE_SECURE,
                REQUIRE_ENCRYPTION,
                traffic());
    }

    private FwpmFilter0 connectEncrypted(PlannedFilters planned) {
        return planned.callout(
                ScenarioLayers.ALE_AUTH_CONNECT,
                "connect-encrypted",
                "allows connections from TCP port %d only if encrypted".formatted(localPort),
                BuiltInCallouts.ALE_CONNECT,
                REQUIRE_ENCRYPTION,
                traffic());
    }

    private List<FwpmFilterCondition0> traffic() {
        return List.of(
                TrafficConditions.unicast(),
                TrafficConditions.protocol(Ipproto.TCP),
                TrafficConditions.localPort(localPort));
    }

    private List<String> warnings() {
        List<IpsecProposal0> proposals = base.negotiation().quickModeProposals();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            if (!Negotiation.encrypts(proposals.get(i))) {
                warnings.add(
                        "quick mode proposal %d of %d does not encrypt: a peer that agrees on it"
                                        .formatted(i + 1, proposals.size())
                                + " cannot connect to port "
                                + localPort);
            }
        }
        return warnings;
    }
}
