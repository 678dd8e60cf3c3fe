package io.github.wfp4j.scenarios.lint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.types.LayerKey;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What the rules know of a layer.
 *
 * @param name its C name, or its GUID if it has none
 * @param set what it belongs to
 * @param ipVersion {@code v4} or {@code v6}, empty if it has to do with neither
 * @param discard whether it sees what was dropped
 */
record CalloutLayer(String name, LayerSet set, String ipVersion, boolean discard) {
    private static final String TABLE = "callout_layers.csv";
    private static final Map<String, CalloutLayer> BY_NAME = read();

    /** The layer with a key; {@link LayerSet#UNLISTED} if the table does not have it. */
    static CalloutLayer of(LayerKey key) {
        String name = key.toString();
        return BY_NAME.getOrDefault(name, new CalloutLayer(name, LayerSet.UNLISTED, "", false));
    }

    /** Whether it sees what arrives, for a layer that exists once for each direction. */
    boolean isInbound() {
        return name.startsWith("FWPM_LAYER_INBOUND_");
    }

    /** Whether another layer is of the same version; versions are matched one to one. */
    boolean hasVersionOf(CalloutLayer other) {
        return ipVersion.equals(other.ipVersion);
    }

    private static Map<String, CalloutLayer> read() {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder()
                        .ofNamedCsvRecord(
                                new InputStreamReader(
                                        requireNonNull(
                                                CalloutLayer.class.getResourceAsStream(TABLE),
                                                TABLE),
                                        UTF_8))) {
            return csv.stream()
                    .map(CalloutLayer::of)
                    .collect(toUnmodifiableMap(CalloutLayer::name, layer -> layer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CalloutLayer of(NamedCsvRecord row) {
        return new CalloutLayer(
                row.getField("management_layer"),
                LayerSet.valueOf(row.getField("layer_set")),
                row.getField("ip_version"),
                row.getField("discard").equals("yes"));
    }
}
