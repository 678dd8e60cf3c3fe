package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.github.wfp4j.scenarios.Footprint;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Set;

/** Which scenario, and which instance of it. */
final class ScenarioId {
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
        try {
            return entry().footprint(name());
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Refuses options that only other scenarios have.
     *
     * @throws ParameterException if one was given
     */
    void requireOwnOptions() {
        List<String> given =
                requireNonNull(spec, "set by picocli")
                        .commandLine()
                        .getParseResult()
                        .matchedOptions()
                        .stream()
                        .map(OptionSpec::longestName)
                        .toList();
        Set<String> foreign = entry().without(given);
        if (!foreign.isEmpty()) {
            throw wrong(
                    "scenario %s has no %s".formatted(entry().id(), String.join(", ", foreign)));
        }
    }

    /** {@return the complaint that the arguments make no sense} */
    ParameterException wrong(String message) {
        return new ParameterException(
                requireNonNull(spec, "set by picocli").commandLine(), message);
    }
}
