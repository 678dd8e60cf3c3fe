package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.Locale;
import java.util.Set;

/**
 * Asks before the system's engine is changed, where a mistake can cut the computer off. An engine
 * in memory or in a file is changed without a question.
 */
final class Confirmation {
    private static final Set<String> CONSENT = Set.of("y", "yes");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(names = "--yes", description = "Do not ask before changing the system engine.")
    private boolean yes;

    /**
     * Makes sure that the person wants a change.
     *
     * @param engine the engine that is to be changed
     * @param change what is to be done, as {@code add guaranteed-encryption}
     * @param terminal where the person is
     * @throws ParameterException if there is nobody to ask
     * @throws DeclinedException if the person does not want it
     */
    void require(EngineChoice engine, String change, Terminal terminal) {
        if (engine != EngineChoice.SYSTEM || yes) {
            return;
        }
        if (!terminal.isInteractive()) {
            throw new ParameterException(
                    requireNonNull(spec, "set by picocli").commandLine(),
                    "there is no terminal to ask whether to %s: say --yes to change the system engine"
                            .formatted(change));
        }
        String question = "%s in the system engine? [y/N] ".formatted(capitalized(change));
        String answer = terminal.questions().ask(question);
        if (answer == null || !CONSENT.contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new DeclinedException();
        }
    }

    private static String capitalized(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
