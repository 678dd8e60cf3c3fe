package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.CalloutKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

import java.util.Map;
import java.util.stream.Stream;

/** What holds for all commands. */
final class CommandsTest {
    private static final Terminal COLOURFUL = new Terminal(true, true, _ -> null);

    private final Shell shell = new Shell();

    /** The arguments of every command's help, found by walking through them. */
    static Stream<String> helps() {
        return helps(new CommandLine(new Wfp4jCommand(EmbeddedEngine.create(), Terminal.NONE)), "");
    }

    private static Stream<String> helps(CommandLine command, String name) {
        return Stream.concat(
                Stream.of(name + "--help"),
                command.getSubcommands().entrySet().stream()
                        .flatMap(it -> helps(it.getValue(), name + it.getKey() + " ")));
    }

    @Test
    void allCommandsAreThere() {
        assertThat(helps())
                .contains(
                        "--help",
                        "scenario list --help",
                        "scenario show --help",
                        "scenario apply --help",
                        "scenario verify --help",
                        "scenario remove --help",
                        "filters --help",
                        "lint callouts --help",
                        "engine reboot --help",
                        "completion --help");
    }

    @ParameterizedTest
    @MethodSource("helps")
    void helpHasAnExampleAndFits(String help) {
        assertThat(shell.line(help)).isZero();

        assertThat(shell.output()).containsPattern("\nExample: (source <\\()?wfp4j ");
        assertFits();
        assertThat(shell.output()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenario list",
                "scenario show guaranteed-encryption --port 1",
                "scenario apply guaranteed-encryption --port 1",
                "scenario verify guaranteed-encryption --port 1",
                "scenario remove guaranteed-encryption",
                "filters --sort",
                "lint callouts"
            })
    void tablesFit(String arguments) {
        try (Engine engine = shell.engine().open(Sessions.named("test"))) {
            CalloutKey key = CalloutKey.random();
            engine.add(
                    FwpmCallout0.of(
                            key,
                            new FwpmDisplayData0("x".repeat(200), null),
                            FwpmLayers.INBOUND_TRANSPORT_V4_DISCARD));
            engine.add(
                    Filters.callout(FwpmLayers.INBOUND_TRANSPORT_V4_DISCARD, key)
                            .withDisplayData(new FwpmDisplayData0("y".repeat(200), null)));
        }
        shell.line("--engine embedded scenario apply guaranteed-encryption --port 2 --name other");

        shell.line(arguments + " --engine embedded");

        assertFits();
    }

    private void assertFits() {
        assertThat(shell.output().lines()).isNotEmpty().allMatch(line -> line.length() <= 100);
    }

    @ParameterizedTest
    @MethodSource("helps")
    void helpIsColouredOnATerminal(String help) {
        shell.at(COLOURFUL).line(help);

        assertThat(shell.output()).contains("\u001b[");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', true",
        "NO_COLOR, 1, false",
        "NO_COLOR, '', true", // no-color.org: not an empty string
        "TERM, dumb, false",
        "TERM, xterm, true"
    })
    void coloursAreNotForThoseWhoDoNotWantThem(String variable, String value, boolean wanted) {
        assertThat(Terminal.wantsColours(Map.of(variable, value))).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json --engine embedded lint callouts",
                "lint --json callouts --engine embedded",
                "lint callouts --json --engine=embedded",
                "--engine embedded filters --json",
                "scenario show guaranteed-encryption --json --port 1",
                "--json scenario show guaranteed-encryption --port 1"
            })
    void globalOptionsStandBeforeAndAfter(String arguments) {
        assertThat(shell.line(arguments)).isZero();

        assertThat(shell.json().isObject()).isTrue();
        assertThat(shell.errors()).isEmpty();
    }
}
