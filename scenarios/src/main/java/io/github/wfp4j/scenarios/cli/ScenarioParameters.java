package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.IpVersion;
import io.github.wfp4j.scenarios.KeyingModule;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.Scope;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.EnumSet;
import java.util.Set;

/** A scenario with its parameters. */
final class ScenarioParameters {
    @Mixin private final ScenarioId id = new ScenarioId();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The local TCP port, 1 to 65535, for scenarios that have one.")
    private @Nullable Integer port;

    @Option(
            names = "--keying",
            paramLabel = "MODULE",
            split = ",",
            converter = Converters.KeyingModuleName.class,
            description = "The keying modules: ike,authip (default: both).")
    private Set<KeyingModule> keying = EnumSet.allOf(KeyingModule.class);

    @Option(
            names = "--ip",
            paramLabel = "VERSION",
            split = ",",
            converter = Converters.IpVersionName.class,
            description = "The versions of IP: v4,v6 (default: both).")
    private Set<IpVersion> ip = EnumSet.allOf(IpVersion.class);

    /** {@return the scenario} */
    Scenario scenario() {
        CatalogEntry entry = id.entry();
        if (entry.takesPort() && port == null) {
            throw id.wrong("scenario " + entry.id() + " needs --port");
        }
        if (!entry.takesPort() && port != null) {
            throw id.wrong("scenario " + entry.id() + " has no --port");
        }
        try {
            return entry.factory()
                    .create(id.name(), new Scope(keying, ip), port == null ? 0 : port);
        } catch (IllegalArgumentException e) {
            throw id.wrong(String.valueOf(e.getMessage()));
        }
    }
}
