package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmContextAleFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.types.FilterKey;

import java.util.ArrayList;
import java.util.List;

/**
 * Guaranteed Encryption: on top of a transport scenario, some connections are encrypted or do not
 * come about.
 *
 * <p>Outbound it is the local port as well that counts: the rule covers a client that is bound to
 * the port, not one that dials it (GE-3).
 *
 * @param instance which copy this is
 * @param base the scenario that protects the rest of the traffic; its own instance has no part
 * @param connections which connections; if all, the rule stands in place of the base's for accepted
 *     connections
 * @param ranking how the engine is told which filter comes first (GE-1)
 * @see <a href="https://learn.microsoft.com/windows/win32/fwp/guaranteed-encryption">Guaranteed
 *     Encryption</a>
 */
public record GuaranteedEncryption(
        Instance instance, TransportScenario base, Connections connections, Ranking ranking)
        implements Scenario {
    /** The id of the scenario. */
    public static final String ID = "guaranteed-encryption";

    private static final long REQUIRE_ENCRYPTION =
            FwpmContextAleFlags.SET_CONNECTION_REQUIRE_IPSEC_ENCRYPTION.bits();

    /**
     * Checks that encryption can be agreed on at all (GE-2).
     *
     * @throws IllegalArgumentException if no quick mode proposal of the base encrypts, or the base
     *     does not cover the version of the connections
     */
    public GuaranteedEncryption {
        requireNonNull(instance, "instance");
        requireNonNull(ranking, "ranking");
        connections.requireIn(base.scope());
        requireEncryption(base.negotiation());
    }

    /**
     * {@return the scenario for a TCP port over negotiation discovery for all traffic, with the
     * default negotiation}
     *
     * @param name the name of the instance
     * @param localPort the port, 1 to 65535
     * @throws IllegalArgumentException if the port is out of range or the name has another form
     */
    public static GuaranteedEncryption of(String name, int localPort) {
        return new GuaranteedEncryption(
                new Instance(ID, name),
                NegotiationDiscovery.of(name),
                Connections.ofTcpPort(localPort),
                Ranking.AUTOMATIC);
    }

    @Override
    public String title() {
        return "Guaranteed Encryption";
    }

    /**
     * {@return a copy with another coverage}
     *
     * @param scope what it is to cover
     * @throws IllegalArgumentException if a keying module cannot negotiate that way
     */
    public GuaranteedEncryption withScope(Scope scope) {
        return new GuaranteedEncryption(instance, base.withScope(scope), connections, ranking);
    }

    /**
     * {@return a copy over another scenario}
     *
     * @param base the scenario that protects the rest of the traffic
     * @throws IllegalArgumentException if it cannot encrypt
     */
    public GuaranteedEncryption withBase(TransportScenario base) {
        return new GuaranteedEncryption(instance, base, connections, ranking);
    }

    /**
     * {@return a copy with another ranking}
     *
     * @param ranking how the engine is told which filter comes first
     */
    public GuaranteedEncryption withRanking(Ranking ranking) {
        return new GuaranteedEncryption(instance, base, connections, ranking);
    }

    @Override
    public Plan plan() {
        return planFor(title(), instance);
    }

    /** The scenario's objects as a part of another scenario. */
    Plan planFor(String title, Instance instance) {
        Plan plan = base.planFor(title, instance);
        List<FwpmFilter0> filters = new ArrayList<>();
        List<Precedence> precedences = new ArrayList<>();
        for (IpVersion version : base.scope().ipVersions()) {
            if (connections.areIn(version)) {
                PlannedFilters planned = new PlannedFilters(title, instance, version, base.scope());
                FwpmFilter0 accept = ranking.above(1, acceptEncrypted(planned));
                filters.add(accept);
                filters.add(connectEncrypted(planned));
                FilterKey general = planned.filterKey(Role.ACCEPT_SECURE);
                if (!connections.areSome()) {
                    plan = plan.without(general);
                } else if (plan.holds(general)) {
                    precedences.add(new Precedence(accept.filterKey(), general));
                }
            }
        }
        return plan.plus(filters, precedences, warnings());
    }

    private FwpmFilter0 acceptEncrypted(PlannedFilters planned) {
        return planned.callout(
                Role.ACCEPT_ENCRYPTED,
                "accepts %s only if encrypted".formatted(connections.text()),
                BuiltInCallouts.INBOUND_INITIATE_SECURE,
                REQUIRE_ENCRYPTION,
                connections.conditions());
    }

    private FwpmFilter0 connectEncrypted(PlannedFilters planned) {
        return planned.callout(
                Role.CONNECT_ENCRYPTED,
                "allows %s only if encrypted".formatted(connections.text()),
                BuiltInCallouts.ALE_CONNECT,
                REQUIRE_ENCRYPTION,
                connections.conditions());
    }

    private List<String> warnings() {
        return encryptionWarnings(base.negotiation(), connections);
    }

    /** Refuses a negotiation in which no proposal encrypts. */
    static void requireEncryption(Negotiation negotiation) {
        List<IpsecSaTransform0> proposals = negotiation.suite().quickMode();
        if (proposals.stream().noneMatch(Suite::encrypts)) {
            throw new IllegalArgumentException(
                    "quickModeProposals must hold one that encrypts: none of "
                            + proposals.size()
                            + " does");
        }
    }

    /** A warning for every proposal that does not encrypt. */
    static List<String> encryptionWarnings(Negotiation negotiation, Connections connections) {
        List<IpsecSaTransform0> proposals = negotiation.suite().quickMode();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            if (!Suite.encrypts(proposals.get(i))) {
                warnings.add(
                        "quick mode proposal %d of %d does not encrypt: a peer that agrees on it"
                                        .formatted(i + 1, proposals.size())
                                + " cannot have "
                                + connections.text());
            }
        }
        return warnings;
    }
}
