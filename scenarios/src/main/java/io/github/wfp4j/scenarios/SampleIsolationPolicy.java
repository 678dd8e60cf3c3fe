package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;

/**
 * Sample isolation policy: the sketch of four lines in the overview, which says Kerberos, AH with
 * SHA-1, negotiation discovery and IPsec required for all traffic.
 *
 * <p>What the lines leave open is that of {@link NegotiationDiscovery}. Taken by the letter, with
 * {@link Coverage#EVERYTHING}, there is neither a unicast condition nor an exemption for ICMP
 * (SI-2). Four lines make five pairs of layers, since transport is inbound and outbound (SI-5).
 *
 * @param instance which copy this is
 * @param scope what it covers
 * @param negotiation what the keying modules may agree on
 * @see <a href="https://learn.microsoft.com/windows/win32/fwp/ipsec-configuration">IPsec
 *     Configuration</a>
 */
public record SampleIsolationPolicy(Instance instance, Scope scope, Negotiation negotiation)
        implements Scenario {
    /** The id of the scenario. */
    public static final String ID = "sample-isolation-policy";

    /** What it covers unless said otherwise: with AuthIP, the sketch names none (SI-1). */
    public static final Scope SCOPE =
            Scope.DEFAULT.withKeyingModules(EnumSet.of(KeyingModule.AUTHIP));

    /** What is negotiated unless said otherwise: what the sketch says, AH with SHA-1 (SI-4). */
    public static final Negotiation NEGOTIATION =
            Negotiation.DEFAULT.withSuite(Suite.LEGACY_SAMPLE_ISOLATION);

    /**
     * Checks that the keying modules can negotiate that way.
     *
     * @throws IllegalArgumentException if one cannot
     */
    public SampleIsolationPolicy {
        requireNonNull(instance, "instance");
        requireNonNull(scope, "scope");
        negotiation.require(scope.keyingModules());
    }

    /**
     * {@return the policy as the sketch has it, without multicast and ICMP}
     *
     * @param name the name of the instance
     * @throws IllegalArgumentException if the name has another form
     */
    public static SampleIsolationPolicy of(String name) {
        return new SampleIsolationPolicy(new Instance(ID, name), SCOPE, NEGOTIATION);
    }

    @Override
    public String title() {
        return "Sample isolation policy";
    }

    @Override
    public Plan plan() {
        return new NegotiationDiscovery(instance, scope, negotiation).planFor(title(), instance);
    }
}
