package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmField0;
import io.github.wfp4j.fwpm.FwpmFieldType;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmLayerFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmLayer0View;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;

/** Engines that are made of the objects of another one. */
final class ImportTest {
    private static final LayerKey OF_TOMORROW = LayerKey.random();
    private static final FwpmLayer0 LAYER =
            new FwpmLayer0(
                    OF_TOMORROW,
                    new FwpmDisplayData0("Layer of tomorrow", "described"),
                    FwpmLayerFlags.KERNEL.or(new FwpmLayerFlags(0x240)),
                    List.of(
                            new FwpmField0(
                                    FwpmConditions.IP_REMOTE_PORT,
                                    FwpmFieldType.RAW_DATA,
                                    FwpDataType.UINT16)),
                    FwpmSublayers.UNIVERSAL,
                    321);

    @TempDir private Path directory;

    private static FwpmFilter0 filter(long id, FwpValue0 weight, long effectiveWeight) {
        return FwpmFilter0.of(
                        new FwpmDisplayData0("imported", null),
                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                        new FwpmAction0(
                                FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(Guid.ZERO)))
                .withFilterKey(new FilterKey(new Guid(id, 1)))
                .withSubLayerKey(FwpmSublayers.UNIVERSAL)
                .withFilterId(id)
                .withWeight(weight)
                .withEffectiveWeight(new FwpValue0.Uint64(effectiveWeight));
    }

    private static ImportedObjects filters(FwpmFilter0... filters) {
        return new ImportedObjects(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(filters));
    }

    private static Contents contents(EmbeddedEngineOptions options, ImportedObjects objects) {
        try (EmbeddedEngine embedded = EmbeddedEngine.createFrom(options, objects)) {
            return Contents.of(embedded);
        }
    }

    @Test
    void idsAndEffectiveWeightsAreKept() {
        FwpmFilter0 filter = filter(5, new FwpValue0.Uint8(3), 0x3000_0000_0000_1234L);

        assertThat(contents(EmbeddedEngineOptions.DEFAULT, filters(filter)).filters())
                .containsExactly(filter);
    }

    @Test
    void unknownFlagsLayersAndSublayersAreTaken() {
        FwpmFilter0 filter =
                filter(5, new FwpValue0.Empty(), 7)
                        .withFlags(new FwpmFilterFlags(0xFFFF_8041))
                        .withLayerKey(LayerKey.random())
                        .withSubLayerKey(SublayerKey.random());

        Contents contents = contents(EmbeddedEngineOptions.DEFAULT, filters(filter));
        assertThat(contents.filters()).containsExactly(filter);
        assertThat(contents.sublayers())
                .filteredOn(it -> it.subLayerKey().equals(filter.subLayerKey()))
                .extracting(FwpmSublayer0::weight)
                .containsExactly(0);
    }

    @Test
    void builtInObjectsAreReplacedAndStay() {
        FwpmSublayer0 universal =
                new FwpmSublayer0(
                        FwpmSublayers.UNIVERSAL,
                        new FwpmDisplayData0("Universelle Unterschicht", null),
                        FwpmSublayerFlags.NONE,
                        null,
                        new FwpByteBlob(Bytes.empty()),
                        0x7000);
        ImportedObjects objects =
                new ImportedObjects(
                        List.of(LAYER),
                        List.of(),
                        List.of(universal),
                        List.of(),
                        List.of(),
                        List.of(filter(9, new FwpValue0.Empty(), 0)));
        try (EmbeddedEngine embedded =
                        EmbeddedEngine.createFrom(EmbeddedEngineOptions.DEFAULT, objects);
                Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            assertThat(Contents.of(embedded).sublayers()).containsExactly(universal);
            assertThat(engine.layers().toList(FwpmLayer0View::toRecord))
                    .hasSize(2)
                    .startsWith(LAYER);
            assertThat(Contents.of(embedded).callouts()).isNotEmpty();
            embedded.reboot();
        }
        try (EmbeddedEngine embedded =
                EmbeddedEngine.createFrom(EmbeddedEngineOptions.DEFAULT, objects)) {
            embedded.reboot();
            assertThat(Contents.of(embedded).sublayers()).containsExactly(universal);
            assertThat(Contents.of(embedded).filters()).isEmpty();
        }
    }

    @Test
    void aStateFileKeepsThem() {
        StateFile file = new StateFile(directory.resolve("state"), Writing.AFTER_EACH_COMMIT);
        EmbeddedEngineOptions options = EmbeddedEngineOptions.DEFAULT.withState(file);
        FwpmFilter0 first = filter(5, new FwpValue0.Uint8(3), 0x3000_0000_0000_1234L);
        FwpmFilter0 second =
                filter(70_000, new FwpValue0.Uint64(-1), -1)
                        .withLayerKey(OF_TOMORROW)
                        .withFlags(FwpmFilterFlags.PERSISTENT.or(FwpmFilterFlags.INDEXED));
        ImportedObjects objects =
                new ImportedObjects(
                        List.of(LAYER),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(second, first));

        Contents before = contents(options, objects);
        try (EmbeddedEngine embedded = EmbeddedEngine.create(options);
                Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            assertThat(Contents.of(embedded)).isEqualTo(before);
            assertThat(before.filters()).containsExactlyInAnyOrder(first, second);
            assertThat(engine.layers().toList(FwpmLayer0View::toRecord)).startsWith(LAYER);
            // The ids go on behind those that came along.
            long id = engine.add(first.withFilterKey(FilterKey.random()));
            assertThat(id).isEqualTo(70_001);
        }
        try (EmbeddedEngine embedded = EmbeddedEngine.create(options)) {
            assertThat(Contents.of(embedded).filters()).hasSize(3);
        }
    }

    @Test
    void aStateFileThatIsThereIsReplaced() {
        StateFile file = new StateFile(directory.resolve("state"), Writing.AT_CLOSE);
        EmbeddedEngineOptions options = EmbeddedEngineOptions.DEFAULT.withState(file);
        contents(options, filters(filter(5, new FwpValue0.Empty(), 0)));

        Contents after = contents(options, filters(filter(6, new FwpValue0.Empty(), 0)));

        assertThat(after.filters()).extracting(FwpmFilter0::filterId).containsExactly(6L);
        try (EmbeddedEngine embedded = EmbeddedEngine.create(options)) {
            assertThat(Contents.of(embedded)).isEqualTo(after);
        }
    }

    @Test
    void keysAndIdsMustBeDifferent() {
        FwpmFilter0 filter = filter(5, new FwpValue0.Empty(), 0);

        assertThatThrownBy(() ->
                        EmbeddedEngine.createFrom(
                                EmbeddedEngineOptions.DEFAULT,
                                filters(filter, filter.withFilterId(6))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two filters have the key");
        assertThatThrownBy(() ->
                        EmbeddedEngine.createFrom(
                                EmbeddedEngineOptions.DEFAULT,
                                filters(filter, filter.withFilterKey(FilterKey.random()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("two filters have the id 5");
    }

    @Test
    void aFilterWithoutEffectiveWeightGetsOne() {
        FwpmFilter0 filter =
                filter(5, new FwpValue0.Uint8(3), 0).withEffectiveWeight(new FwpValue0.Empty());

        assertThat(contents(EmbeddedEngineOptions.DEFAULT, filters(filter)).filters())
                .extracting(FwpmFilter0::effectiveWeight)
                .containsExactly(new FwpValue0.Uint64(3L << 60));
    }

    // Section 6 of the notes on dumps: what these prove about weights

    private static WeightComparison compare(FwpmFilter0... filters) {
        return WeightComparison.of(List.of(filters), List.of());
    }

    @Test
    void aWeightOf64BitsIsTheEffectiveWeight() {
        assertThat(
                        compare(filter(1, new FwpValue0.Uint64(-5), -5))
                                .count(WeightComparison.Kind.EXACT))
                .isEqualTo(new WeightComparison.Count(1, 0));
        assertThat(
                        compare(filter(1, new FwpValue0.Uint64(5), 6))
                                .count(WeightComparison.Kind.EXACT))
                .isEqualTo(new WeightComparison.Count(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 10376293541461622784", "15, 17293822569102704640"})
    void aRangeIsTheFourHighestBitsAndWithoutConditionsAllThereIs(int range, String effective) {
        FwpmFilter0 filter =
                filter(1, new FwpValue0.Uint8(range), Long.parseUnsignedLong(effective));

        assertThat(compare(filter).count(WeightComparison.Kind.RANGE))
                .isEqualTo(new WeightComparison.Count(1, 0));
    }

    @Test
    void withoutAWeightTheHighestBitsAreZero() {
        assertThat(
                        compare(filter(1, new FwpValue0.Empty(), 0))
                                .count(WeightComparison.Kind.AUTOMATIC))
                .isEqualTo(new WeightComparison.Count(1, 0));
    }

    @Test
    void layersWithoutFieldsHaveAWeightOfTheirOwn() {
        FwpmFilter0 filter =
                filter(1, new FwpValue0.Empty(), 0x7FF_FFFF_FFFF_FFFFL)
                        .withLayerKey(FwpmLayers.INBOUND_MAC_FRAME_NATIVE_FAST);

        assertThat(compare(filter).same()).isEqualTo(1);
    }

    @Test
    void conditionsSwitchOnTheBitsOfTheirFields() {
        FwpmFilter0 filter =
                filter(1, new FwpValue0.Empty(), 0x400_0000_0000_0000L)
                        .withFilterCondition(
                                List.of(
                                        new FwpmFilterCondition0(
                                                FwpmConditions.IP_REMOTE_ADDRESS,
                                                FwpMatchType.EQUAL,
                                                new FwpConditionValue0.Uint32(0xC000_0201L))));

        assertThat(compare(filter).same()).isEqualTo(1);
    }

    @Test
    void theBitsDependOnTheFieldsOfTheLayer() {
        FwpmFilter0 filter =
                filter(1, new FwpValue0.Empty(), 0x8000_0000_0000_0000L >>> 4)
                        .withLayerKey(OF_TOMORROW)
                        .withFilterCondition(
                                List.of(
                                        new FwpmFilterCondition0(
                                                FwpmConditions.IP_REMOTE_PORT,
                                                FwpMatchType.EQUAL,
                                                new FwpConditionValue0.Uint16(443))));

        // The port is its only field, so that it has all the bits.
        WeightComparison comparison = WeightComparison.of(List.of(filter), List.of(LAYER));
        assertThat(comparison.differing())
                .singleElement()
                .satisfies(it -> assertThat(it.computed()).isEqualTo((1L << 60) - 1));
        assertThat(compare(filter).unknown()).isEqualTo(1);
    }
}
