package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.github.wfp4j.scenarios.Footprint;
import io.github.wfp4j.scenarios.Scope;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which scenario, and which instance of it. */
final class ScenarioId {
    private static final int ANY_PORT = 1;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "ID",
            completionCandidates = ScenarioIds.class,
            description = "The scenario's id, see 'scenario list'.")
    private String id = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of the instance (default: the scenario's id).")
    private @Nullable String name;

    /** {@return the scenario} */
    CatalogEntry entry() {
        return CatalogEntry.find(id)
                .orElseThrow(() ->
                        wrong(
                                "there is no scenario '%s', only %s"
                                        .formatted(
                                                id,
                                                CatalogEntry.ALL.stream()
                                                        .map(CatalogEntry::id)
                                                        .collect(joining(", ")))));
    }

    /** {@return the name of the instance} */
    String name() {
        return name == null ? entry().id() : name;
    }

    /** {@return the keys of all objects that the instance may have} */
    Footprint footprint() {
        CatalogEntry entry = entry();
        try {
            return entry.factory().create(name(), Scope.ALL, ANY_PORT).footprint();
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /** {@return the complaint that the arguments make no sense} */
    ParameterException wrong(String message) {
        return new ParameterException(
                requireNonNull(spec, "set by picocli").commandLine(), message);
    }
}
