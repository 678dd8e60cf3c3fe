package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmContextIpsecInboundFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecOutboundFlags;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;

/**
 * Negotiation Discovery Transport Mode in Boundary Mode: connections of both directions are
 * protected where the peer can, and clear otherwise: there is no filter for accepted connections
 * (BM-2). One that is protected stays so (BM-3).
 *
 * @param instance which copy this is
 * @param scope what it covers
 * @param negotiation what the keying modules may agree on
 * @see <a
 *     href="https://learn.microsoft.com/windows/win32/fwp/negotiation-discovery-transport-mode-in-boundary-mode">
 *     Negotiation Discovery Transport Mode in Boundary Mode</a>
 */
public record BoundaryMode(Instance instance, Scope scope, Negotiation negotiation)
        implements TransportScenario {
    /** The id of the scenario. */
    public static final String ID = "negotiation-discovery-boundary-mode";

    private static final TransportPolicy POLICY =
            new TransportPolicy(
                    IpsecPolicyFlags.ND_BOUNDARY,
                    FwpmContextIpsecInboundFlags.PERSIST_CONNECTION_SECURITY,
                    FwpmContextIpsecOutboundFlags.NEGOTIATE_DISCOVER,
                    false);

    /**
     * Checks that the keying modules can negotiate that way.
     *
     * @throws IllegalArgumentException if one cannot
     */
    public BoundaryMode {
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
    public static BoundaryMode of(String name) {
        return new BoundaryMode(new Instance(ID, name), Scope.DEFAULT, Negotiation.DEFAULT);
    }

    @Override
    public String title() {
        return "Negotiation Discovery Transport Mode in Boundary Mode";
    }

    @Override
    public BoundaryMode withScope(Scope scope) {
        return new BoundaryMode(instance, scope, negotiation);
    }

    @Override
    public BoundaryMode withNegotiation(Negotiation negotiation) {
        return new BoundaryMode(instance, scope, negotiation);
    }

    @Override
    public Plan planFor(String title, Instance instance) {
        return POLICY.plan(title, instance, scope, negotiation);
    }
}
