package io.github.wfp4j.scenarios;

/** One of Microsoft's scenarios with its parameters. */
public interface Scenario {
    /** {@return the name of Microsoft's page} */
    String title();

    /** {@return which copy of the scenario this is} */
    Instance instance();

    /** {@return the objects that an engine is to hold} */
    Plan plan();

    /** {@return the keys of all objects that the instance may have, whatever its parameters} */
    default Footprint footprint() {
        return Footprint.of(instance());
    }
}
