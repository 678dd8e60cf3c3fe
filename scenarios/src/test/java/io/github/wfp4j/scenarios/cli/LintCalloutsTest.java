package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

/** The command {@code lint callouts}. */
final class LintCalloutsTest {
    private static final CalloutKey KEY = CalloutKey.of("5c9f6d3e-0b7a-4f0e-9d43-7a1c2b3d4e5f");

    private final Shell shell = new Shell();

    @Test
    void anEngineWithoutForeignCalloutsIsClean() {
        assertThat(shell.line("--engine embedded scenario apply guaranteed-encryption --port 1"))
                .isZero();

        assertThat(shell.line("lint callouts --engine embedded")).isZero();
        assertThat(shell.output()).isEqualTo("callouts: nothing found, embedded engine\n");
        assertThat(shell.line("lint callouts --json --engine embedded")).isZero();
        assertThat(shell.output().replaceAll("\\s", ""))
                .isEqualTo(
                        "{\"engine\":\"embedded\",\"counts\":{\"error\":0,\"warning\":0,"
                                + "\"info\":0,\"advisory\":0},\"findings\":[]}");
    }

    @Test
    void anErrorMakesThree() {
        add("inspector", FwpmLayers.INBOUND_IPPACKET_V4);

        assertThat(shell.line("--engine embedded lint callouts")).isEqualTo(3);

        assertThat(shell.output())
                .isEqualTo(
                        """
                        callouts: 1 error, embedded engine

                        CO-001 error: Callout at a network layer
                          What to do: Use a stream or datagram data layer, or a transport layer as rules CO-003 to CO-012
                            demand.
                          callout "inspector" 5c9f6d3e-0b7a-4f0e-9d43-7a1c2b3d4e5f
                            FWPM_LAYER_INBOUND_IPPACKET_V4: Microsoft lists the layer as incompatible with IPsec; a filter
                              names the callout
                        """);
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void printsFindingsAsJson() {
        add("inspector", FwpmLayers.INBOUND_IPPACKET_V4);

        assertThat(shell.line("--engine embedded --json lint callouts")).isEqualTo(3);

        JsonNode finding = shell.json().get("findings").get(0);
        assertThat(finding.propertyNames())
                .containsExactly(
                        "rule", "severity", "title", "object", "layer", "reason", "remedy");
        assertThat(finding.get("rule").asString()).isEqualTo("CO-001");
        assertThat(finding.get("severity").asString()).isEqualTo("error");
        assertThat(finding.get("object").toString())
                .isEqualTo(
                        "{\"type\":\"callout\",\"key\":\"%s\",\"name\":\"inspector\"}"
                                .formatted(KEY));
        assertThat(finding.get("layer").asString()).isEqualTo("FWPM_LAYER_INBOUND_IPPACKET_V4");
        assertThat(shell.json().get("counts").get("error").asInt()).isEqualTo(1);
    }

    @Test
    void advisoriesAreNoErrorsAndCanBeAcknowledged() {
        add("inspector", FwpmLayers.DATAGRAM_DATA_V4);

        assertThat(shell.line("--engine embedded lint callouts")).isZero();
        assertThat(shell.output()).startsWith("callouts: 2 advisories, embedded engine\n");
        assertThat(shell.line("--engine embedded lint callouts --acknowledge " + KEY)).isZero();
        assertThat(shell.output()).startsWith("callouts: nothing found");
        assertThat(shell.line("--engine embedded lint callouts --acknowledge x")).isEqualTo(2);
        assertThat(shell.errors()).contains("a GUID is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@|red red|@", "\u202eturned", "%s %n", "<b>"})
    void namesOfOthersDoNoHarm(String name) {
        add(name, FwpmLayers.INBOUND_IPPACKET_V4);

        assertThat(shell.line("--engine embedded lint callouts")).isEqualTo(3);

        assertThat(shell.output())
                .doesNotContain("\u001b", "\u202e")
                .contains("callout \"" + Printable.of(name) + "\" " + KEY);
    }

    @Test
    void coloursSeveritiesOnATerminalOnly() {
        add("inspector", FwpmLayers.INBOUND_IPPACKET_V4);

        shell.at(new Terminal(true, true, _ -> null)).line("--engine embedded lint callouts");
        assertThat(shell.output()).contains("CO-001 \u001b[1m\u001b[31merror\u001b[");
        shell.at(new Terminal(true, false, _ -> null)).line("--engine embedded lint callouts");
        assertThat(shell.output()).doesNotContain("\u001b");
    }

    private void add(String name, LayerKey layer) {
        try (Engine engine = shell.engine().open(Sessions.named("test"))) {
            engine.add(FwpmCallout0.of(KEY, new FwpmDisplayData0(name, null), layer));
            engine.add(Filters.callout(layer, KEY));
        }
    }
}
