package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** State files that no engine wrote, or that changed since. */
final class DamagedStateFileTest {
    @TempDir private Path directory;
    private Path file;
    private byte[] written;

    @BeforeEach
    void write() throws IOException {
        file = directory.resolve("engine.state");
        try (EmbeddedEngine embedded = start();
                Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            StateSamples.addPersistent(engine);
            StateSamples.addStatic(engine);
        }
        written = Files.readAllBytes(file);
    }

    private EmbeddedEngine start() {
        return EmbeddedEngine.create(
                EmbeddedEngineOptions.DEFAULT.withState(new StateFile(file, Writing.AT_CLOSE)));
    }

    private void assertRefused(byte[] content, String... problem) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(this::start)
                .isInstanceOf(StateFileException.class)
                .hasMessageContaining(file.getFileName().toString())
                .hasMessageContainingAll(problem);
        assertThat(Files.readAllBytes(file)).isEqualTo(content);
    }

    private static Snapshot read(byte[] content) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = arena.allocate(content.length, 8);
            return SnapshotReader.read(memory.copyFrom(MemorySegment.ofArray(content)));
        }
    }

    private static byte[] bytes(Snapshot snapshot) {
        try (Arena arena = Arena.ofConfined()) {
            return SnapshotWriter.write(snapshot, arena).toArray(JAVA_BYTE);
        }
    }

    @Test
    @DisplayName("A file that ends too early is refused, wherever it ends")
    void refusesTruncated() throws IOException {
        for (int length = 0; length < written.length; length++) {
            byte[] truncated = Arrays.copyOf(written, length);
            assertThatThrownBy(() -> read(truncated))
                    .as("%d bytes", length)
                    .isInstanceOf(UnreadableSnapshotException.class)
                    .hasMessageStartingWith("damaged at byte ");
        }
        assertRefused(new byte[0], "damaged at byte 0: the file is empty", "put back a copy");
        assertRefused(Arrays.copyOf(written, 20), "byte 20: the file ends within its head");
        assertRefused(
                Arrays.copyOf(written, 1000),
                "byte 1000: the file has 1000 bytes and should have " + written.length);
        assertRefused(Arrays.copyOf(written, written.length + 8), "should have");
    }

    @Test
    @DisplayName("A file with one wrong bit is refused, wherever that is")
    void refusesFlippedBits() throws IOException {
        Random random = new Random(1);
        for (int i = 0; i < written.length; i++) {
            byte[] flipped = written.clone();
            flipped[i] ^= (byte) (1 << random.nextInt(8));
            assertThat(catchThrowable(() -> read(flipped)))
                    .as("byte %d", i)
                    .isInstanceOf(UnreadableSnapshotException.class);
        }
        byte[] flipped = written.clone();
        flipped[written.length / 2] ^= 1;
        assertRefused(flipped, "damaged at byte", "the checksum of the", "from here on is wrong");
    }

    @Test
    @DisplayName("What is no state file, or one of another version, is refused")
    void refusesOthers() throws IOException {
        assertRefused(
                "<?xml version=\"1.0\"?><wfpstate></wfpstate>".getBytes(US_ASCII), "no state file");
        byte[] newer = written.clone();
        newer[8] = 2;
        assertRefused(newer, "version 2, and this wfp4j reads version 1 only", "that wrote it");
    }

    @Test
    @DisplayName("A section that is not known is refused, unless it may be skipped")
    void skipsOptionalSections() throws IOException {
        assertThat(read(withSection(0, "XTRA", 1))).isEqualTo(read(written));
        assertThat(read(withSection(7, "XTRA", 1))).isEqualTo(read(written));
        assertRefused(withSection(0, "XTRA", 0), "section XTRA at byte 32 is not known");
        assertRefused(withSection(7, "XTRA", 0), "section XTRA at byte", "is not known");
        assertRefused(withSection(7, "XTRA", 2), "section XTRA at byte", "is not known");
        assertRefused(withSection(0, "FILT", 0), "section FILT at byte 32 is not known");
    }

    /** {@return the file with an empty section more, before the one with a number} */
    private byte[] withSection(int number, String tag, int flags) {
        ByteBuffer old = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN);
        int at = 32;
        for (int i = 0; i < number; i++) {
            at += 32 + (int) old.getLong(at + 8);
        }
        byte[] longer = new byte[written.length + 40];
        System.arraycopy(written, 0, longer, 0, at);
        System.arraycopy(written, at, longer, at + 40, written.length - at);
        ByteBuffer fresh = ByteBuffer.wrap(longer).order(ByteOrder.LITTLE_ENDIAN);
        fresh.put(at, tag.getBytes(US_ASCII)).putInt(at + 4, flags).putLong(at + 8, 8);
        fresh.putInt(
                at + 24, SnapshotLayout.checksum(MemorySegment.ofArray(longer).asSlice(at, 40)));
        fresh.putInt(12, 8).putLong(16, longer.length);
        fresh.putInt(24, SnapshotLayout.checksum(MemorySegment.ofArray(longer).asSlice(0, 32)));
        return longer;
    }

    @Test
    @DisplayName("Wrong contents with a right checksum are refused or read, never believed")
    void survivesHostileContents() {
        Random random = new Random(2);
        ByteBuffer old = ByteBuffer.wrap(written).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = written.clone();
            int at = 32;
            int wanted = random.nextInt(7);
            for (int j = 0; j < wanted; j++) {
                at += 32 + (int) old.getLong(at + 8);
            }
            int size = 32 + (int) old.getLong(at + 8);
            int place = at + 8 + 8 * random.nextInt(size / 8 - 1);
            long value = random.nextBoolean() ? random.nextLong() : random.nextInt(2000);
            ByteBuffer fresh = ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN);
            fresh.putLong(place, value);
            fresh.putInt(
                    at + 24,
                    SnapshotLayout.checksum(MemorySegment.ofArray(changed).asSlice(at, size)));
            fresh.putInt(at + 28, 0);
            Throwable thrown = catchThrowable(() -> read(changed));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(UnreadableSnapshotException.class);
            }
        }
    }

    @Test
    @DisplayName("3.1, 3.2: objects that could not have been added are refused")
    void refusesImpossibleObjects() throws IOException {
        refusesProviders();
        refusesSublayers();
        refusesCallouts();
        refusesContexts();
        refusesFilters();
    }

    private void refusesProviders() throws IOException {
        providers(it -> it.withProviderKey(ProviderKey.ZERO), "FWP_E_INVALID_PARAMETER");
        providers(it -> it.withProviderKey(FwpmProviders.IKEEXT), "FWP_E_ALREADY_EXISTS");
        providers(it -> it.withProviderKey(ProviderKey.random()), "FWP_E_PROVIDER_NOT_FOUND");
        providers(
                it -> it.withDisplayData(new FwpmDisplayData0(null, null)),
                "FwpmProvider0",
                "FWP_E_NULL_DISPLAY_NAME");
        providers(it -> it.withFlags(FwpmProviderFlags.NONE), "FWP_E_LIFETIME_MISMATCH");
    }

    private void refusesSublayers() throws IOException {
        sublayers(it -> it.withSubLayerKey(FwpmSublayers.UNIVERSAL), "FWP_E_ALREADY_EXISTS");
        sublayers(it -> it.withWeight(0), "FWP_E_ALREADY_EXISTS");
        sublayers(it -> it.withSubLayerKey(SublayerKey.random()), "FWP_E_SUBLAYER_NOT_FOUND");
    }

    private void refusesCallouts() throws IOException {
        callouts(it -> it.withApplicableLayer(LayerKey.random()), "FWP_E_LAYER_NOT_FOUND");
        callouts(it -> it.withCalloutKey(CalloutKey.random()), "FWP_E_CALLOUT_NOT_FOUND");
        callouts(it -> it.withCalloutId(1), "FWP_E_ALREADY_EXISTS");
        callouts(it -> it.withCalloutId(10_000), "FWP_E_ALREADY_EXISTS");
    }

    private void refusesContexts() throws IOException {
        contexts(
                it -> it.withProviderContextKey(ProviderContextKey.random()),
                "FWP_E_PROVIDER_CONTEXT_NOT_FOUND");
        contexts(it -> it.withProviderContextId(0), "FWP_E_ALREADY_EXISTS");
        contexts(
                it ->
                        it.withPolicy(
                                new FwpmProviderContext3.Policy.IpsecIkeMmContext(
                                        Samples.mainModePolicy().withIkeProposals(List.of()))),
                "FWP_E_ZERO_LENGTH_ARRAY");
    }

    private void refusesFilters() throws IOException {
        filters(it -> it.withLayerKey(LayerKey.random()), "FWP_E_LAYER_NOT_FOUND");
        filters(it -> it.withSubLayerKey(SublayerKey.random()), "FWP_E_SUBLAYER_NOT_FOUND");
        filters(it -> it.withProviderKey(ProviderKey.random()), "FWP_E_PROVIDER_NOT_FOUND");
        filters(it -> it.withFlags(it.flags().or(FwpmFilterFlags.INDEXED)), "FWP_E_INVALID_FLAGS");
        filters(it -> it.withWeight(new FwpValue0.Uint16(1)), "FWP_E_INVALID_WEIGHT");
        filters(it -> it.withEffectiveWeight(new FwpValue0.Empty()), "FWP_E_INVALID_WEIGHT");
        filters(it -> it.withFilterId(Long.MAX_VALUE), "FWP_E_ALREADY_EXISTS");
        filters(it -> it.withFilterId(0), "FWP_E_ALREADY_EXISTS");
        filters(it -> it.withFilterKey(FilterKey.ZERO), "FWP_E_INVALID_PARAMETER");
        filters(
                it -> it.withAction(Samples.action(FwpActionType.CONTINUE)),
                "FWP_E_INVALID_ACTION_TYPE");
        filters(
                it ->
                        it.withFilterCondition(
                                List.of(
                                        new FwpmFilterCondition0(
                                                FwpmConditions.IP_PROTOCOL,
                                                FwpMatchType.RANGE,
                                                new FwpConditionValue0.Uint8(1)))),
                "FWP_E_MATCH_TYPE_MISMATCH");
    }

    @Test
    @DisplayName(
            "4.6-first: exemptions without their policy, or policies without exemptions, are"
                    + " refused")
    void refusesWrongExemptions() throws IOException {
        Snapshot right = read(written);
        String problem = "filters that the engine adds by itself: do not fit the policies";
        assertRefused(bytes(withExemptions(right, List.of())), problem);
        assertRefused(bytes(withExemptions(right, right.exemptions().subList(1, 12))), problem);
        assertRefused(
                bytes(
                        withExemptions(
                                right,
                                changed(
                                        right.exemptions(),
                                        it -> it.withFilterCondition(List.of())))),
                problem);
        List<FwpmFilter0> one = new ArrayList<>(right.exemptions());
        one.add(
                one.getFirst()
                        .withFilterKey(FilterKey.random())
                        .withFilterId(right.counters().filter()));
        Snapshot more =
                new Snapshot(
                        new Ids.Counters(
                                right.counters().filter() + 1,
                                right.counters().callout(),
                                right.counters().providerContext()),
                        right.providers(),
                        right.sublayers(),
                        right.callouts(),
                        right.providerContexts(),
                        right.filters(),
                        one);
        assertRefused(bytes(more), problem);
    }

    private static Snapshot withExemptions(Snapshot it, List<FwpmFilter0> exemptions) {
        return new Snapshot(
                it.counters(),
                it.providers(),
                it.sublayers(),
                it.callouts(),
                it.providerContexts(),
                it.filters(),
                exemptions);
    }

    private void providers(UnaryOperator<FwpmProvider0> change, String... problem)
            throws IOException {
        Snapshot it = read(written);
        assertRefused(
                bytes(
                        new Snapshot(
                                it.counters(),
                                changed(it.providers(), change),
                                it.sublayers(),
                                it.callouts(),
                                it.providerContexts(),
                                it.filters(),
                                it.exemptions())),
                problem);
    }

    private void sublayers(UnaryOperator<FwpmSublayer0> change, String... problem)
            throws IOException {
        Snapshot it = read(written);
        assertRefused(
                bytes(
                        new Snapshot(
                                it.counters(),
                                it.providers(),
                                changed(it.sublayers(), change),
                                it.callouts(),
                                it.providerContexts(),
                                it.filters(),
                                it.exemptions())),
                problem);
    }

    private void callouts(UnaryOperator<FwpmCallout0> change, String... problem)
            throws IOException {
        Snapshot it = read(written);
        assertRefused(
                bytes(
                        new Snapshot(
                                it.counters(),
                                it.providers(),
                                it.sublayers(),
                                changed(it.callouts(), change),
                                it.providerContexts(),
                                it.filters(),
                                it.exemptions())),
                problem);
    }

    private void contexts(UnaryOperator<FwpmProviderContext3> change, String... problem)
            throws IOException {
        Snapshot it = read(written);
        assertRefused(
                bytes(
                        new Snapshot(
                                it.counters(),
                                it.providers(),
                                it.sublayers(),
                                it.callouts(),
                                changed(it.providerContexts(), change),
                                it.filters(),
                                it.exemptions())),
                problem);
    }

    private void filters(UnaryOperator<FwpmFilter0> change, String... problem) throws IOException {
        Snapshot it = read(written);
        assertRefused(
                bytes(
                        new Snapshot(
                                it.counters(),
                                it.providers(),
                                it.sublayers(),
                                it.callouts(),
                                it.providerContexts(),
                                changed(it.filters(), change),
                                it.exemptions())),
                problem);
    }

    /** {@return the objects, the first of which is changed} */
    private static <R> List<R> changed(List<R> objects, UnaryOperator<R> change) {
        List<R> changed = new ArrayList<>(objects);
        changed.set(0, change.apply(changed.getFirst()));
        return changed;
    }
}
