package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmContextIpsecInboundFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecOutboundFlags;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;

/**
 * Transport Mode: all traffic must be protected. What matches and is clear is dropped, and a peer
 * with which no negotiation succeeds cannot be reached.
 *
 * @param instance which copy this is
 * @param scope what it covers
 * @param negotiation what the keying modules may agree on
 * @see <a href="https://learn.microsoft.com/windows/win32/fwp/regular-transport-mode">Transport
 *     Mode</a>
 */
public record TransportMode(Instance instance, Scope scope, Negotiation negotiation)
        implements TransportScenario {
    /** The id of the scenario. */
    public static final String ID = "transport-mode";

    private static final TransportPolicy POLICY =
            new TransportPolicy(
                    IpsecPolicyFlags.NONE,
                    FwpmContextIpsecInboundFlags.NONE,
                    FwpmContextIpsecOutboundFlags.NONE,
                    false);

    /**
     * Checks that the keying modules can negotiate that way.
     *
     * @throws IllegalArgumentException if one cannot
     */
    public TransportMode {
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
    public static TransportMode of(String name) {
        return new TransportMode(new Instance(ID, name), Scope.DEFAULT, Negotiation.DEFAULT);
    }

    @Override
    public String title() {
        return "Transport Mode";
    }

    @Override
    public TransportMode withScope(Scope scope) {
        return new TransportMode(instance, scope, negotiation);
    }

    @Override
    public TransportMode withNegotiation(Negotiation negotiation) {
        return new TransportMode(instance, scope, negotiation);
    }

    @Override
    public Plan planFor(String title, Instance instance) {
        return POLICY.plan(title, instance, scope, negotiation);
    }
}
