package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmFilter0;

import java.util.ArrayList;
import java.util.List;

/**
 * Domain isolation: members accept connections only from each other, and may still talk to hosts
 * outside, some of which are exempt.
 *
 * <p>Windows Firewall's design pages describe it as rules and group policy. How these become WFP
 * objects is this project's design, no public page says it (DI-2): an isolated member is {@link
 * NegotiationDiscovery} (require inbound, request outbound), one in the boundary zone is {@link
 * BoundaryMode}, one in the encryption zone is {@link GuaranteedEncryption} for all connections.
 * The domain is the set of hosts that trust each other, not necessarily one of Active Directory
 * (DI-3).
 *
 * @param instance which copy this is
 * @param zone to which zone the computer belongs
 * @param exemptAddresses hosts and subnets with which it talks without IPsec
 * @param scope what it covers
 * @param negotiation what the keying modules may agree on
 * @see <a
 *     href="https://learn.microsoft.com/windows/security/operating-system-security/network-security/windows-firewall/domain-isolation-policy-design">
 *     Domain Isolation Policy Design</a>
 */
public record DomainIsolation(
        Instance instance,
        Zone zone,
        List<AddressRange> exemptAddresses,
        Scope scope,
        Negotiation negotiation)
        implements Scenario {
    /** The id of the scenario. */
    public static final String ID = "domain-isolation";

    /**
     * How members authenticate unless said otherwise: computers with Kerberos, and users with it or
     * not at all, so that users need not (DI-5).
     */
    public static final Authentication AUTHENTICATION =
            Authentication.DEFAULT.withSecond(
                    new AuthenticationMethod.Kerberos(), new AuthenticationMethod.Anonymous());

    /** Where in an isolated domain a computer is. */
    public enum Zone {
        /** It accepts only members. */
        ISOLATED,

        /** It accepts members and others. */
        BOUNDARY,

        /** It accepts only members, and only encrypted. */
        ENCRYPTION
    }

    /**
     * Checks the exemptions and the negotiation.
     *
     * @throws IllegalArgumentException if there are too many exemptions, or a keying module cannot
     *     negotiate that way
     */
    public DomainIsolation {
        requireNonNull(instance, "instance");
        requireNonNull(zone, "zone");
        exemptAddresses = List.copyOf(exemptAddresses);
        new HostExemptions(exemptAddresses).requireIn(scope);
        negotiation.require(scope.keyingModules());
        if (zone == Zone.ENCRYPTION) {
            GuaranteedEncryption.requireEncryption(negotiation);
        }
    }

    /**
     * {@return the scenario for an isolated member, with Kerberos}
     *
     * @param name the name of the instance
     * @param zone to which zone the computer belongs
     * @throws IllegalArgumentException if the name has another form
     */
    public static DomainIsolation of(String name, Zone zone) {
        return new DomainIsolation(
                new Instance(ID, name),
                zone,
                List.of(),
                Scope.DEFAULT,
                Negotiation.DEFAULT.withAuthentication(AUTHENTICATION));
    }

    @Override
    public String title() {
        return "Domain isolation";
    }

    @Override
    public Plan plan() {
        Plan plan =
                switch (zone) {
                    case ISOLATED ->
                            new NegotiationDiscovery(instance, scope, negotiation)
                                    .planFor(title(), instance);
                    case BOUNDARY ->
                            new BoundaryMode(instance, scope, negotiation)
                                    .planFor(title(), instance);
                    case ENCRYPTION ->
                            new GuaranteedEncryption(
                                            instance,
                                            new NegotiationDiscovery(instance, scope, negotiation),
                                            Connections.ALL,
                                            Ranking.AUTOMATIC)
                                    .planFor(title(), instance);
                };
        List<FwpmFilter0> exemptions = new ArrayList<>();
        for (IpVersion version : scope.ipVersions()) {
            exemptions.addAll(
                    new HostExemptions(exemptAddresses)
                            .filters(
                                    new PlannedFilters(title(), instance, version, scope),
                                    zone == Zone.ENCRYPTION));
        }
        return plan.plus(
                exemptions,
                List.of(),
                zone == Zone.ENCRYPTION
                        ? List.of(
                                "in the encryption zone connections to hosts that cannot encrypt"
                                        + " do not come about, unless they are exempt")
                        : List.of());
    }
}
