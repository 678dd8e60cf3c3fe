package io.github.wfp4j.scenarios.lint;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.stream.Collectors.groupingBy;

import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.types.LayerKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/** The table of layers. */
final class CalloutLayerTest {
    private static final List<FwpmLayer0> LAYERS = Inventories.windows().inventory().layers();

    private static final Map<LayerSet, List<CalloutLayer>> BY_SET =
            LAYERS.stream()
                    .map(layer -> CalloutLayer.of(layer.layerKey()))
                    .collect(groupingBy(CalloutLayer::set));

    @ParameterizedTest
    @CsvSource({
        "COMPATIBLE_STREAM, 2",
        "COMPATIBLE_DATAGRAM, 4",
        "INCOMPATIBLE_NETWORK, 8",
        "INCOMPATIBLE_FORWARD, 4",
        "TRANSPORT, 4",
        "ALE_COMPANION, 2",
    })
    void setsAreAsLargeAsTheDocumentSays(LayerSet set, int layers) {
        assertThat(BY_SET.get(set)).hasSize(layers);
    }

    @Test
    void everyLayerWithANameIsInTheTable() {
        assertThat(BY_SET.get(LayerSet.UNLISTED))
                .extracting(CalloutLayer::name)
                .containsExactlyInAnyOrder(
                        "FWPM_LAYER_INBOUND_RESERVED2",
                        "29243af8-ecaf-4436-a44e-f9fb7070aa04",
                        "c9809347-218f-4b7f-a742-b281a3f631b4");
        assertThat(BY_SET.values().stream().mapToInt(List::size).sum()).isEqualTo(99);
    }

    @Test
    void aLayerOfTheFutureIsUnlisted() {
        assertThat(CalloutLayer.of(LayerKey.of("01234567-89ab-4def-8123-456789abcdef")).set())
                .isEqualTo(LayerSet.UNLISTED);
    }
}
