package io.github.wfp4j.scenarios;

/** A scenario that protects all traffic in transport mode, and on which others build. */
public sealed interface TransportScenario extends Scenario
        permits TransportMode, NegotiationDiscovery, BoundaryMode {
    /** {@return what the scenario covers} */
    Scope scope();

    /** {@return what the keying modules may agree on} */
    Negotiation negotiation();

    /**
     * {@return the same scenario with another coverage}
     *
     * @param scope what it is to cover
     * @throws IllegalArgumentException if a keying module cannot negotiate that way
     */
    TransportScenario withScope(Scope scope);

    /**
     * {@return the same scenario with another negotiation}
     *
     * @param negotiation what the keying modules may agree on
     * @throws IllegalArgumentException if a keying module cannot negotiate that way
     */
    TransportScenario withNegotiation(Negotiation negotiation);

    @Override
    default Plan plan() {
        return planFor(title(), instance());
    }

    /**
     * {@return the scenario's objects as a part of another scenario}
     *
     * @param title the title of that scenario
     * @param instance its instance, from which the keys follow
     */
    Plan planFor(String title, Instance instance);
}
