package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.Connections;
import io.github.wfp4j.scenarios.DomainIsolation;
import io.github.wfp4j.scenarios.Identities;
import io.github.wfp4j.scenarios.IkeAuthipExemptions;
import io.github.wfp4j.scenarios.Instance;
import io.github.wfp4j.scenarios.KeyingModule;
import io.github.wfp4j.scenarios.ManualIpsecSas;
import io.github.wfp4j.scenarios.Negotiation;
import io.github.wfp4j.scenarios.Ranking;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.Scope;
import io.github.wfp4j.scenarios.ServerIsolation;
import io.github.wfp4j.scenarios.Suite;
import io.github.wfp4j.scenarios.TransportScenario;
import io.github.wfp4j.scenarios.TunnelMode;
import io.github.wfp4j.win32.Ipproto;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;

import java.util.Set;

/** A scenario with its parameters. */
final class ScenarioParameters {
    @Mixin private final ScenarioId id = new ScenarioId();
    @Mixin private final ScopeOptions scope = new ScopeOptions();
    @Mixin private final NegotiationOptions negotiation = new NegotiationOptions();
    @Mixin private final RuleOptions rule = new RuleOptions();
    @Mixin private final IdentityOptions identities = new IdentityOptions();
    @Mixin private final IsolationOptions isolation = new IsolationOptions();
    @Mixin private final EndpointOptions endpoints = new EndpointOptions();
    @Mixin private final TunnelOptions tunnel = new TunnelOptions();
    @Mixin private final AssociationOptions associations = new AssociationOptions();
    @Mixin private final ExemptionOptions exemptions = new ExemptionOptions();

    /** {@return the scenario} */
    Scenario scenario() {
        CatalogEntry entry = id.entry();
        id.requireOwnOptions();
        try {
            return entry.factory().create(id.name(), this);
        } catch (IllegalArgumentException e) {
            throw id.wrong(String.valueOf(e.getMessage()));
        }
    }

    /** What a policy covers. */
    Scope scope() {
        return scope(Scope.DEFAULT);
    }

    /** What a policy covers, with other defaults. */
    Scope scope(Scope defaults) {
        return scope.scope(defaults);
    }

    /** What the keying modules may agree on. */
    Negotiation negotiation() {
        return negotiation(Negotiation.DEFAULT, Suite.LEGACY);
    }

    /** What the keying modules may agree on, with other defaults. */
    Negotiation negotiation(Negotiation defaults, Suite legacy) {
        return negotiation(scope().keyingModules(), defaults, legacy);
    }

    private Negotiation negotiation(Set<KeyingModule> modules, Negotiation defaults, Suite legacy) {
        return negotiation.negotiation(modules, defaults, legacy);
    }

    /** The scenario on which another builds. */
    TransportScenario base(Negotiation agreed) {
        return rule.base().create(id.name(), scope(), agreed);
    }

    /** The connections of a rule that is not for all. */
    Connections someConnections() {
        Connections connections = rule.connections();
        if (!connections.areSome()) {
            throw new IllegalArgumentException(
                    "scenario " + id.entry().id() + " needs --port, --application or an address");
        }
        return connections;
    }

    /** How filters that overlap are ranked. */
    Ranking ranking() {
        return rule.ranking();
    }

    /** Who may connect. */
    Identities identities() {
        if (!identities.areGiven()) {
            throw new IllegalArgumentException(
                    "scenario " + id.entry().id() + " needs --allow-computers or --allow-users");
        }
        return identities.identities();
    }

    /** Manual security associations. */
    Scenario manualSas(String name) {
        return new ManualIpsecSas(
                new Instance(ManualIpsecSas.ID, name),
                endpoints.local(),
                endpoints.remote(),
                associations.transform(),
                associations.inbound(),
                associations.outbound(),
                associations.lifetime(),
                scope.coverage(),
                scope.placement());
    }

    /** A tunnel. */
    Scenario tunnel(String name) {
        return new TunnelMode(
                new Instance(TunnelMode.ID, name),
                scope.onlyModule(),
                tunnel.onlyThatModule(),
                tunnel.withMainMode(),
                negotiation(Set.of(scope.onlyModule()), Negotiation.DEFAULT, Suite.LEGACY_TUNNEL),
                endpoints.local(),
                endpoints.remote(),
                tunnel.traffic(protocolOfTunnel(), rule.port()),
                scope.placement().provider());
    }

    private @Nullable Integer protocolOfTunnel() {
        Integer protocol = rule.protocol();
        return protocol == null && tunnel.hasRemotePort() ? Integer.valueOf(Ipproto.TCP) : protocol;
    }

    /** What the engine lets pass by itself. */
    Scenario exemptions(String name) {
        return new IkeAuthipExemptions(
                new Instance(IkeAuthipExemptions.ID, name),
                exemptions.peers(),
                exemptions.range(),
                scope().ipVersions(),
                scope.placement());
    }

    /** An isolated domain. */
    Scenario domainIsolation(String name) {
        return new DomainIsolation(
                new Instance(DomainIsolation.ID, name),
                isolation.zone(),
                isolation.exempt(),
                scope(),
                negotiation(
                        Negotiation.DEFAULT.withAuthentication(DomainIsolation.AUTHENTICATION),
                        isolation.zone() == DomainIsolation.Zone.ENCRYPTION
                                ? Suite.LEGACY_ENCRYPTION
                                : Suite.LEGACY_ISOLATION));
    }

    /** An isolated server. */
    Scenario serverIsolation(String name) {
        return new ServerIsolation(
                new Instance(ServerIsolation.ID, name),
                rule.connections(),
                identities(),
                isolation.requireEncryption(),
                isolation.exempt(),
                scope(),
                negotiation(
                        Negotiation.DEFAULT.withAuthentication(DomainIsolation.AUTHENTICATION),
                        isolation.requireEncryption()
                                ? Suite.LEGACY_ENCRYPTION
                                : Suite.LEGACY_ISOLATION),
                ranking());
    }
}
