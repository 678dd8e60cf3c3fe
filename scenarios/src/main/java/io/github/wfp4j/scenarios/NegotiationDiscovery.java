package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmContextIpsecInboundFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecOutboundFlags;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;

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

    private static final TransportPolicy POLICY =
            new TransportPolicy(
                    IpsecPolicyFlags.ND_SECURE,
                    FwpmContextIpsecInboundFlags.PERSIST_CONNECTION_SECURITY,
                    FwpmContextIpsecOutboundFlags.NEGOTIATE_DISCOVER,
                    true);

    /**
     * Checks that the keying modules can negotiate that way.
     *
     * @throws IllegalArgumentException if one cannot
     */
    public NegotiationDiscovery {
        requireNonNull(instance, "instance");
        requireNonNull(scope, "scope");
        negotiation.require(scope.keyingModules());
    }

    /**
     * {@return the scenario for all traffic, with the default negotiation}
     *
     * @param name the name of the instance
     * @throws IllegalArgumentException if the name has another form
     */
    public static NegotiationDiscovery of(String name) {
        return new NegotiationDiscovery(new Instance(ID, name), Scope.DEFAULT, Negotiation.DEFAULT);
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
    public NegotiationDiscovery withNegotiation(Negotiation negotiation) {
        return new NegotiationDiscovery(instance, scope, negotiation);
    }

    @Override
    public Plan planFor(String title, Instance instance) {
        return POLICY.plan(title, instance, scope, negotiation);
    }
}
