package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmContextAleFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.scenarios.RemoteIdentityAuthorization.Admission;
import io.github.wfp4j.types.FilterKey;

import java.util.ArrayList;
import java.util.List;

/**
 * Server isolation: a server accepts connections only from computers, and possibly users, of a
 * group, by default only encrypted; to others it may connect.
 *
 * <p>Windows Firewall's design pages describe it as rules and group policy. How these become WFP
 * objects is this project's design, no public page says it (SV-2): {@link NegotiationDiscovery},
 * with the identities of {@link RemoteIdentityAuthorization} and the demand of {@link
 * GuaranteedEncryption} in one filter. In two filters, the one with fewer conditions would never be
 * reached (SV-5).
 *
 * @param instance which copy this is
 * @param connections which connections; if all, the filters stand in place of the base's for
 *     accepted connections
 * @param identities who may connect; what is not named has no condition (SV-4)
 * @param requireEncryption whether connections must be encrypted (SV-3)
 * @param exemptAddresses hosts and subnets with which it talks without IPsec, such as domain
 *     controllers
 * @param scope what it covers
 * @param negotiation what the keying modules may agree on
 * @param ranking how the engine is told which filter comes first
 * @see <a
 *     href="https://learn.microsoft.com/windows/security/operating-system-security/network-security/windows-firewall/server-isolation-policy-design">
 *     Server Isolation Policy Design</a>
 */
public record ServerIsolation(
        Instance instance,
        Connections connections,
        Identities identities,
        boolean requireEncryption,
        List<AddressRange> exemptAddresses,
        Scope scope,
        Negotiation negotiation,
        Ranking ranking)
        implements Scenario {
    /** The id of the scenario. */
    public static final String ID = "server-isolation";

    /**
     * Checks that the identities can be known, and encryption be agreed on.
     *
     * @throws IllegalArgumentException if users are named but do not identify themselves, no
     *     proposal encrypts, or a keying module cannot negotiate that way, among others
     */
    public ServerIsolation {
        requireNonNull(instance, "instance");
        requireNonNull(ranking, "ranking");
        exemptAddresses = List.copyOf(exemptAddresses);
        new HostExemptions(exemptAddresses).requireIn(scope);
        connections.requireIn(scope);
        negotiation.require(scope.keyingModules());
        identities.require(scope, negotiation);
        if (requireEncryption) {
            GuaranteedEncryption.requireEncryption(negotiation);
        }
    }

    /**
     * {@return the scenario for all connections, encrypted, with Kerberos}
     *
     * @param name the name of the instance
     * @param identities who may connect
     * @throws IllegalArgumentException if the name has another form
     */
    public static ServerIsolation of(String name, Identities identities) {
        return new ServerIsolation(
                new Instance(ID, name),
                Connections.ALL,
                identities,
                true,
                List.of(),
                Scope.DEFAULT,
                Negotiation.DEFAULT.withAuthentication(DomainIsolation.AUTHENTICATION),
                Ranking.AUTOMATIC);
    }

    @Override
    public String title() {
        return "Server isolation";
    }

    @Override
    public Plan plan() {
        Plan plan =
                new NegotiationDiscovery(instance, scope, negotiation).planFor(title(), instance);
        List<FwpmFilter0> filters = new ArrayList<>();
        List<Precedence> precedences = new ArrayList<>();
        Admission admission = new Admission(connections, identities, ranking);
        for (IpVersion version : scope.ipVersions()) {
            PlannedFilters planned = new PlannedFilters(title(), instance, version, scope);
            if (connections.areIn(version)) {
                FilterKey general = planned.filterKey(Role.ACCEPT_SECURE);
                plan = connections.areSome() ? plan : plan.without(general);
                filters.addAll(admission.filters(planned, demand()));
                precedences.addAll(admission.precedences(planned, plan.holds(general)));
            }
            filters.addAll(new HostExemptions(exemptAddresses).filters(planned, false));
        }
        return plan.plus(
                filters,
                precedences,
                requireEncryption
                        ? GuaranteedEncryption.encryptionWarnings(negotiation, connections)
                        : List.of());
    }

    private long demand() {
        return requireEncryption
                ? FwpmContextAleFlags.SET_CONNECTION_REQUIRE_IPSEC_ENCRYPTION.bits()
                : 0;
    }
}
