package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.FilterKey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Remote Identity Authorization: on top of a transport scenario, some inbound connections are
 * accepted only from identities that a security descriptor names, and blocked otherwise.
 *
 * @param instance which copy this is
 * @param base the scenario that protects the rest of the traffic; its own instance has no part
 * @param connections which connections, not all of them: for all there is {@link ServerIsolation}
 * @param identities who may connect
 * @param ranking how the engine is told which filter comes first (RI-2)
 * @see <a href="https://learn.microsoft.com/windows/win32/fwp/remote-identity-authorization">Remote
 *     Identity Authorization</a>
 */
public record RemoteIdentityAuthorization(
        Instance instance,
        TransportScenario base,
        Connections connections,
        Identities identities,
        Ranking ranking)
        implements Scenario {
    /** The id of the scenario. */
    public static final String ID = "remote-identity-authorization";

    /**
     * How peers authenticate unless said otherwise: computers and users with Kerberos, the users in
     * the extended mode that the page demands of AuthIP (RI-3).
     */
    public static final Authentication AUTHENTICATION =
            Authentication.DEFAULT.withSecond(new AuthenticationMethod.Kerberos());

    /**
     * Checks that the identities can be known.
     *
     * @throws IllegalArgumentException if users are named but do not identify themselves, the
     *     connections are all, or the base does not cover their version
     */
    public RemoteIdentityAuthorization {
        requireNonNull(instance, "instance");
        requireNonNull(ranking, "ranking");
        if (!connections.areSome()) {
            throw new IllegalArgumentException(
                    "connections must be some: for all there is " + ServerIsolation.ID);
        }
        connections.requireIn(base.scope());
        identities.require(base.scope(), base.negotiation());
    }

    /**
     * {@return the scenario for a TCP port over negotiation discovery for all traffic, with
     * Kerberos for computers and users}
     *
     * @param name the name of the instance
     * @param localPort the port, 1 to 65535
     * @param identities who may connect
     * @throws IllegalArgumentException if the port is out of range or the name has another form
     */
    public static RemoteIdentityAuthorization of(
            String name, int localPort, Identities identities) {
        return new RemoteIdentityAuthorization(
                new Instance(ID, name),
                NegotiationDiscovery.of(name)
                        .withNegotiation(Negotiation.DEFAULT.withAuthentication(AUTHENTICATION)),
                Connections.ofTcpPort(localPort),
                identities,
                Ranking.AUTOMATIC);
    }

    @Override
    public String title() {
        return "Remote Identity Authorization";
    }

    /**
     * {@return a copy with another coverage}
     *
     * @param scope what it is to cover
     * @throws IllegalArgumentException if a keying module cannot negotiate that way
     */
    public RemoteIdentityAuthorization withScope(Scope scope) {
        return new RemoteIdentityAuthorization(
                instance, base.withScope(scope), connections, identities, ranking);
    }

    /**
     * {@return a copy over another scenario}
     *
     * @param base the scenario that protects the rest of the traffic
     * @throws IllegalArgumentException if its peers do not identify themselves
     */
    public RemoteIdentityAuthorization withBase(TransportScenario base) {
        return new RemoteIdentityAuthorization(instance, base, connections, identities, ranking);
    }

    /**
     * {@return a copy with another ranking}
     *
     * @param ranking how the engine is told which filter comes first
     */
    public RemoteIdentityAuthorization withRanking(Ranking ranking) {
        return new RemoteIdentityAuthorization(instance, base, connections, identities, ranking);
    }

    @Override
    public Plan plan() {
        Plan plan = base.planFor(title(), instance);
        List<FwpmFilter0> filters = new ArrayList<>();
        List<Precedence> precedences = new ArrayList<>();
        for (IpVersion version : base.scope().ipVersions()) {
            if (connections.areIn(version)) {
                PlannedFilters planned =
                        new PlannedFilters(title(), instance, version, base.scope());
                FilterKey general = planned.filterKey(Role.ACCEPT_SECURE);
                Admission admission = new Admission(connections, identities, ranking);
                filters.addAll(admission.filters(planned, 0));
                precedences.addAll(admission.precedences(planned, plan.holds(general)));
            }
        }
        return plan.plus(filters, precedences, List.of());
    }

    /**
     * The two filters that let only some identities in.
     *
     * @param connections which connections
     * @param identities who may connect
     * @param ranking how the engine is told which filter comes first
     */
    record Admission(Connections connections, Identities identities, Ranking ranking) {
        /**
         * The one that accepts and the one that blocks.
         *
         * @param rawContext what is demanded of an accepted connection besides
         */
        List<FwpmFilter0> filters(PlannedFilters planned, long rawContext) {
            List<FwpmFilterCondition0> all =
                    Stream.concat(
                                    connections.conditions().stream(),
                                    identities.conditions().stream())
                            .toList();
            return List.of(
                    ranking.above(
                            2,
                            planned.callout(
                                    Role.ACCEPT_AUTHORIZED,
                                    "accepts %s of those who may".formatted(connections.text()),
                                    BuiltInCallouts.INBOUND_INITIATE_SECURE,
                                    rawContext,
                                    all)),
                    // A block without a callout is a hard one already (RI-6).
                    ranking.above(
                            1,
                            planned.block(
                                    Role.BLOCK_UNAUTHORIZED,
                                    "blocks %s of all others".formatted(connections.text()),
                                    connections.conditions())));
        }

        /** How they must be ranked. */
        List<Precedence> precedences(PlannedFilters planned, boolean overGeneralFilter) {
            FilterKey accept = planned.filterKey(Role.ACCEPT_AUTHORIZED);
            FilterKey block = planned.filterKey(Role.BLOCK_UNAUTHORIZED);
            Precedence first = new Precedence(accept, block);
            return overGeneralFilter
                    ? List.of(first, new Precedence(block, planned.filterKey(Role.ACCEPT_SECURE)))
                    : List.of(first);
        }
    }
}
