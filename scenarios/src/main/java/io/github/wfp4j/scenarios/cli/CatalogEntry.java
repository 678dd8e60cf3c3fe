package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.DomainIsolation;
import io.github.wfp4j.scenarios.Footprint;
import io.github.wfp4j.scenarios.GuaranteedEncryption;
import io.github.wfp4j.scenarios.IkeAuthipExemptions;
import io.github.wfp4j.scenarios.Instance;
import io.github.wfp4j.scenarios.ManualIpsecSas;
import io.github.wfp4j.scenarios.Negotiation;
import io.github.wfp4j.scenarios.RemoteIdentityAuthorization;
import io.github.wfp4j.scenarios.SampleIsolationPolicy;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.ServerIsolation;
import io.github.wfp4j.scenarios.Suite;
import io.github.wfp4j.scenarios.TunnelMode;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A scenario that the command knows.
 *
 * @param id what it is called on the command line
 * @param purpose what it is for, in one sentence
 * @param options the options that it has, without those of all scenarios
 * @param factory makes the scenario
 */
record CatalogEntry(String id, String purpose, Set<String> options, Factory factory) {
    /** All scenarios. */
    static final List<CatalogEntry> ALL =
            List.of(
                    new CatalogEntry(
                            "transport-mode",
                            "All traffic is protected; what is not, is dropped.",
                            union(ScopeOptions.NAMES, NegotiationOptions.NAMES),
                            (name, options) ->
                                    BaseName.TRANSPORT_MODE.create(
                                            name, options.scope(), options.negotiation())),
                    new CatalogEntry(
                            "negotiation-discovery-transport-mode",
                            "Inbound connections are protected, outbound ones where the peer can.",
                            union(ScopeOptions.NAMES, NegotiationOptions.NAMES),
                            (name, options) ->
                                    BaseName.NEGOTIATION_DISCOVERY_TRANSPORT_MODE.create(
                                            name, options.scope(), options.negotiation())),
                    new CatalogEntry(
                            "negotiation-discovery-boundary-mode",
                            "Connections of both directions are protected where the peer can.",
                            union(ScopeOptions.NAMES, NegotiationOptions.NAMES),
                            (name, options) ->
                                    BaseName.NEGOTIATION_DISCOVERY_BOUNDARY_MODE.create(
                                            name, options.scope(), options.negotiation())),
                    new CatalogEntry(
                            GuaranteedEncryption.ID,
                            "Connections of one TCP port are encrypted or do not come about; other"
                                    + " inbound ones are protected, outbound ones where the peer"
                                    + " can.",
                            union(
                                    ScopeOptions.NAMES,
                                    NegotiationOptions.NAMES,
                                    RuleOptions.NAMES,
                                    Set.of(RuleOptions.BASE, RuleOptions.EXPLICIT_WEIGHTS)),
                            (name, options) ->
                                    new GuaranteedEncryption(
                                            new Instance(GuaranteedEncryption.ID, name),
                                            options.base(options.negotiation()),
                                            options.someConnections(),
                                            options.ranking())),
                    new CatalogEntry(
                            RemoteIdentityAuthorization.ID,
                            "Inbound connections of one TCP port come about only with those who"
                                    + " may; the rest is as in a transport scenario.",
                            union(
                                    ScopeOptions.NAMES,
                                    NegotiationOptions.NAMES,
                                    RuleOptions.NAMES,
                                    IdentityOptions.NAMES,
                                    Set.of(RuleOptions.BASE, RuleOptions.EXPLICIT_WEIGHTS)),
                            (name, options) ->
                                    new RemoteIdentityAuthorization(
                                            new Instance(RemoteIdentityAuthorization.ID, name),
                                            options.base(
                                                    options.negotiation(
                                                            Negotiation.DEFAULT.withAuthentication(
                                                                    RemoteIdentityAuthorization
                                                                            .AUTHENTICATION),
                                                            Suite.LEGACY)),
                                            options.someConnections(),
                                            options.identities(),
                                            options.ranking())),
                    new CatalogEntry(
                            ManualIpsecSas.ID,
                            "The traffic of two hosts is protected with keys that both were given.",
                            union(
                                    AssociationOptions.NAMES,
                                    Set.of(
                                            EndpointOptions.LOCAL,
                                            EndpointOptions.REMOTE,
                                            ScopeOptions.STRICT,
                                            ScopeOptions.PROVIDER,
                                            ScopeOptions.SUBLAYER)),
                            (name, options) -> options.manualSas(name)),
                    new CatalogEntry(
                            TunnelMode.ID,
                            "Traffic of two hosts or networks goes through a tunnel.",
                            union(
                                    NegotiationOptions.NAMES,
                                    EndpointOptions.NAMES,
                                    TunnelOptions.NAMES,
                                    Set.of(
                                            ScopeOptions.KEYING,
                                            ScopeOptions.PROVIDER,
                                            RuleOptions.PORT,
                                            RuleOptions.PROTOCOL)),
                            (name, options) -> options.tunnel(name)),
                    new CatalogEntry(
                            IkeAuthipExemptions.ID,
                            "Key exchange passes by itself; here it is checked, or restricted to"
                                    + " some peers.",
                            union(
                                    ExemptionOptions.NAMES,
                                    Set.of(
                                            ScopeOptions.IP,
                                            ScopeOptions.PROVIDER,
                                            ScopeOptions.SUBLAYER)),
                            (name, options) -> options.exemptions(name)),
                    new CatalogEntry(
                            SampleIsolationPolicy.ID,
                            "The sketch of the overview: Kerberos, AH with SHA-1, discovery.",
                            union(
                                    ScopeOptions.NAMES,
                                    NegotiationOptions.NAMES,
                                    Set.of(ScopeOptions.LITERAL)),
                            (name, options) ->
                                    new SampleIsolationPolicy(
                                            new Instance(SampleIsolationPolicy.ID, name),
                                            options.scope(SampleIsolationPolicy.SCOPE),
                                            options.negotiation(
                                                    SampleIsolationPolicy.NEGOTIATION,
                                                    Suite.LEGACY_SAMPLE_ISOLATION))),
                    new CatalogEntry(
                            DomainIsolation.ID,
                            "Only members of an isolated domain may connect; it is our reading of"
                                    + " Windows Firewall's design.",
                            union(
                                    ScopeOptions.NAMES,
                                    NegotiationOptions.NAMES,
                                    Set.of(IsolationOptions.ZONE, IsolationOptions.EXEMPT)),
                            (name, options) -> options.domainIsolation(name)),
                    new CatalogEntry(
                            ServerIsolation.ID,
                            "Only members of a group may connect to a server; it is our reading of"
                                    + " Windows Firewall's design.",
                            union(
                                    ScopeOptions.NAMES,
                                    NegotiationOptions.NAMES,
                                    RuleOptions.NAMES,
                                    IdentityOptions.NAMES,
                                    Set.of(
                                            RuleOptions.EXPLICIT_WEIGHTS,
                                            IsolationOptions.EXEMPT,
                                            IsolationOptions.INTEGRITY_ONLY)),
                            (name, options) -> options.serverIsolation(name)));

    private static final Set<String> ANY =
            ALL.stream().flatMap(it -> it.options().stream()).collect(Collectors.toSet());

    /** Copies the set. */
    CatalogEntry {
        options = Set.copyOf(options);
    }

    static Optional<CatalogEntry> find(String id) {
        return ALL.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** {@return the keys of all objects that an instance may have} */
    Footprint footprint(String name) {
        return Footprint.of(new Instance(id, name));
    }

    /** {@return the options among some that only other scenarios have} */
    Set<String> without(Collection<String> given) {
        return given.stream()
                .filter(option -> ANY.contains(option) && !options.contains(option))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @SafeVarargs
    private static Set<String> union(Set<String> first, Set<String>... more) {
        Set<String> all = new HashSet<>(first);
        for (Set<String> some : more) {
            all.addAll(some);
        }
        return all;
    }

    /** Makes a scenario of what the options say. */
    interface Factory {
        /**
         * {@return the scenario}
         *
         * @param name the name of the instance
         * @param options the options
         * @throws IllegalArgumentException if a parameter makes no sense
         */
        Scenario create(String name, ScenarioParameters options);
    }
}
