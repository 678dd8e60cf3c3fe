package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

import java.util.ArrayList;
import java.util.List;

/** The question before the system's engine is changed. */
final class ConfirmationTest {
    private final List<String> asked = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"y", "Y", " yes ", "YES"})
    void goesOnAfterYes(String answer) {
        assertThatCode(() -> require(EngineChoice.SYSTEM, answering(answer)))
                .doesNotThrowAnyException();
        assertThat(asked).containsExactly("Add policy in the system engine? [y/N] ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "n", "no", "yess", "ja"})
    void doesNothingAfterAnythingElse(@Nullable String answer) {
        assertThatExceptionOfType(DeclinedException.class)
                .isThrownBy(() -> require(EngineChoice.SYSTEM, answering(answer)))
                .withMessage("not confirmed, nothing was changed");
    }

    @Test
    void refusesWhereNobodyCanBeAsked() {
        assertThatExceptionOfType(ParameterException.class)
                .isThrownBy(() -> require(EngineChoice.SYSTEM, Terminal.NONE))
                .withMessage(
                        "there is no terminal to ask whether to add policy: say --yes to change the"
                                + " system engine");
    }

    @Test
    void doesNotAskWhoHasSaidYes() {
        assertThatCode(() -> require(EngineChoice.SYSTEM, Terminal.NONE, "--yes"))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(EngineChoice.SYSTEM, answering("n"), "--yes"))
                .doesNotThrowAnyException();
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"EMBEDDED", "AUTO"})
    void doesNotAskAboutAnEmbeddedEngine(EngineChoice engine) {
        assertThatCode(() -> require(engine, Terminal.NONE)).doesNotThrowAnyException();
        assertThatCode(() -> require(engine, answering("n"))).doesNotThrowAnyException();
        assertThat(asked).isEmpty();
    }

    @Test
    void commandsThatChangeAnEngineTakeYes() {
        Shell shell = new Shell();
        String engine = " --engine embedded --yes";

        assertThat(shell.line("scenario apply guaranteed-encryption --port 1" + engine)).isZero();
        assertThat(shell.line("scenario remove guaranteed-encryption" + engine)).isZero();
        assertThat(shell.line("scenario verify guaranteed-encryption --port 1" + engine))
                .isEqualTo(2);
    }

    private Terminal answering(@Nullable String answer) {
        return new Terminal(
                true,
                false,
                question -> {
                    asked.add(question);
                    return answer;
                });
    }

    private static void require(EngineChoice engine, Terminal terminal, String... arguments) {
        Line line = new Line();
        new CommandLine(line).parseArgs(arguments);
        line.confirmation.require(engine, "add policy", terminal);
    }

    /** A command that asks. */
    @Command(name = "line")
    static final class Line {
        @Mixin private final Confirmation confirmation = new Confirmation();
    }
}
