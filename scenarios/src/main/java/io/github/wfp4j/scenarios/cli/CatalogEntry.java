package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.GuaranteedEncryption;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.Scope;

import java.util.List;
import java.util.Optional;

/**
 * A scenario that the command knows.
 *
 * @param id what it is called on the command line
 * @param purpose what it is for, in one sentence
 * @param takesPort whether it has the option {@code --port}
 * @param factory makes the scenario
 */
record CatalogEntry(String id, String purpose, boolean takesPort, Factory factory) {
    /** All scenarios. */
    static final List<CatalogEntry> ALL =
            List.of(
                    new CatalogEntry(
                            GuaranteedEncryption.ID,
                            "Connections of one TCP port are encrypted or do not come about; other"
                                    + " inbound ones are protected, outbound ones where the peer"
                                    + " can.",
                            true,
                            (name, scope, port) ->
                                    GuaranteedEncryption.of(name, port).withScope(scope)));

    static Optional<CatalogEntry> find(String id) {
        return ALL.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** Makes a scenario of what the options say. */
    interface Factory {
        /**
         * {@return the scenario}
         *
         * @param name the name of the instance
         * @param scope what it covers
         * @param port the port, for a scenario that takes one
         * @throws IllegalArgumentException if a parameter makes no sense
         */
        Scenario create(String name, Scope scope, int port);
    }
}
