package io.github.wfp4j.scenarios;

/** A scenario that protects all traffic in transport mode, and on which others build. */
public sealed interface TransportScenario extends Scenario permits NegotiationDiscovery {
    /** The role of the filter that accepts connections only if they are protected. */
    String ACCEPT_SECURE = "accept-secure";

    /** {@return what the scenario covers} */
    Scope scope();

    /** {@return what the keying modules may agree on} */
    Negotiation negotiation();

    /**
     * {@return the same scenario with another coverage}
     *
     * @param scope what it is to cover
     */
    TransportScenario withScope(Scope scope);

    /**
     * {@return the scenario's objects as a part of another scenario}
     *
     * @param title the title of that scenario
     * @param instance its instance, from which the keys follow
     */
    Plan planFor(String title, Instance instance);
}
