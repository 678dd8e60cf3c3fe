package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.BoundaryMode;
import io.github.wfp4j.scenarios.Instance;
import io.github.wfp4j.scenarios.Negotiation;
import io.github.wfp4j.scenarios.NegotiationDiscovery;
import io.github.wfp4j.scenarios.Scope;
import io.github.wfp4j.scenarios.TransportMode;
import io.github.wfp4j.scenarios.TransportScenario;

/** The scenarios on which others build, as the command line calls them. */
enum BaseName {
    /** Everything is protected. */
    TRANSPORT_MODE,

    /** Inbound everything is protected, outbound what can be. */
    NEGOTIATION_DISCOVERY_TRANSPORT_MODE,

    /** What can be is protected. */
    NEGOTIATION_DISCOVERY_BOUNDARY_MODE;

    /** {@return the scenario} */
    TransportScenario create(String name, Scope scope, Negotiation negotiation) {
        return switch (this) {
            case TRANSPORT_MODE ->
                    new TransportMode(new Instance(TransportMode.ID, name), scope, negotiation);
            case NEGOTIATION_DISCOVERY_TRANSPORT_MODE ->
                    new NegotiationDiscovery(
                            new Instance(NegotiationDiscovery.ID, name), scope, negotiation);
            case NEGOTIATION_DISCOVERY_BOUNDARY_MODE ->
                    new BoundaryMode(new Instance(BoundaryMode.ID, name), scope, negotiation);
        };
    }
}
