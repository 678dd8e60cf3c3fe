package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.AddressRange;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Set;

/** Two hosts. */
final class EndpointOptions {
    static final String LOCAL = "--local";
    static final String REMOTE = "--remote";

    /** Both of them. */
    static final Set<String> NAMES = Set.of(LOCAL, REMOTE);

    @Option(
            names = LOCAL,
            paramLabel = "ADDRESS",
            converter = Converters.AddressText.class,
            description = "The address of this host.")
    private @Nullable AddressRange local;

    @Option(
            names = REMOTE,
            paramLabel = "ADDRESS",
            converter = Converters.AddressText.class,
            description = "The address of the other host.")
    private @Nullable AddressRange remote;

    /** {@return this host} */
    AddressRange local() {
        return required(local, LOCAL);
    }

    /** {@return the other host} */
    AddressRange remote() {
        return required(remote, REMOTE);
    }

    private static AddressRange required(@Nullable AddressRange address, String option) {
        if (address == null) {
            throw new IllegalArgumentException("the scenario needs " + option);
        }
        return address;
    }
}
