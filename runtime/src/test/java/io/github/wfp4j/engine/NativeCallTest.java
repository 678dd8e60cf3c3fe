package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What a flight recorder learns of calls. */
final class NativeCallTest {
    private static final String EVENT = "io.github.wfp4j.NativeCall";

    @TempDir private Path folder;

    @Test
    void aRecordingThatAsksForItGetsEveryCallWithItsResult() throws IOException {
        List<RecordedEvent> events;
        try (Recording recording = new Recording()) {
            recording.enable(EVENT);
            recording.start();
            useAnEngine();
            recording.stop();
            events = eventsOf(recording);
        }
        assertThat(events)
                .extracting(it -> it.getString("function") + " " + it.getString("result"))
                .containsExactly(
                        "FwpmEngineOpen0 ERROR_SUCCESS",
                        "FwpmFilterGetByKey0 FWP_E_FILTER_NOT_FOUND",
                        "FwpmSubLayerCreateEnumHandle0 ERROR_SUCCESS",
                        "FwpmSubLayerEnum0 ERROR_SUCCESS",
                        "FwpmFreeMemory0 ERROR_SUCCESS",
                        "FwpmSubLayerDestroyEnumHandle0 ERROR_SUCCESS",
                        "FwpmEngineClose0 ERROR_SUCCESS");
        assertThat(events.get(1).getInt("code")).isEqualTo(0x80320003);
        assertThat(events).allSatisfy(it -> assertThat(it.getDuration()).isPositive());
    }

    @Test
    void aRecordingThatDoesNotAskGetsNone() throws IOException {
        try (Recording recording = new Recording()) {
            recording.start();
            useAnEngine();
            recording.stop();
            assertThat(eventsOf(recording)).isEmpty();
        }
    }

    private static void useAnEngine() {
        FilterKey unknown = new FilterKey(Guid.random());
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("recorded"))) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> engine.filter(unknown));
            try (Cursor<?> sublayers = engine.sublayers()) {
                assertThat(sublayers.next()).isTrue();
            }
        }
    }

    private List<RecordedEvent> eventsOf(Recording recording) throws IOException {
        Path file = folder.resolve("recording.jfr");
        recording.dump(file);
        return RecordingFile.readAllEvents(file).stream()
                .filter(it -> it.getEventType().getName().equals(EVENT))
                .sorted((a, b) -> a.getStartTime().compareTo(b.getStartTime()))
                .toList();
    }
}
