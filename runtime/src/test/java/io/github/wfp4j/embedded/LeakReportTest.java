package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.embedded.LeakReport.Kind;
import io.github.wfp4j.embedded.LeakReport.Leak;
import io.github.wfp4j.embedded.LeakReport.Misuse;
import io.github.wfp4j.fwpm.FwpmSublayers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;

/** What was not given back, or wrongly. */
final class LeakReportTest {
    private final EmbeddedEngine engine =
            EmbeddedEngine.create(EmbeddedEngineOptions.DEFAULT.withTraceCallSites(true));
    private final TestEngine target = new TestEngine(Way.DIRECT, engine.functions(), engine);

    @AfterEach
    void close() {
        engine.close();
    }

    private static MemorySegment getSublayer(Client client) {
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(
                client.functions
                        .sublayer()
                        .FwpmSubLayerGetByKey0(
                                client.handle, client.encode(FwpmSublayers.UNIVERSAL), out));
        return out;
    }

    @Test
    @DisplayName("Who gives back everything gets an empty report")
    void isEmpty() {
        try (Client client = Client.openStatic(target)) {
            client.functions.engine().FwpmFreeMemory0(getSublayer(client));
            client.filters();
        }
        assertThat(engine.leakReport().isEmpty()).isTrue();
    }

    @Test
    @DisplayName("What is held is reported, with who got it, after the engine was closed too")
    void reportsLeaks() {
        Client client = Client.openStatic(target);
        MemorySegment result = getSublayer(client);
        MemorySegment enumeration = client.enumerateFilters(null);
        engine.close();
        LeakReport report = engine.leakReport();
        assertThat(report.leaks())
                .extracting(Leak::kind)
                .containsExactly(Kind.MEMORY, Kind.SESSION, Kind.ENUMERATION);
        assertThat(report.leaks())
                .extracting(Leak::address)
                .containsExactly(
                        result.get(ADDRESS, 0).address(),
                        client.handle.address(),
                        enumeration.address());
        assertThat(report.leaks().getFirst().where().getFirst().getMethodName())
                .isEqualTo("getSublayer");
        assertThat(report.leaks().getLast().toString())
                .contains("ENUMERATION", "FwpmFilter0", "tryEnumerateFilters");
        client.functions.engine().FwpmFreeMemory0(result);
        client.close();
        assertThat(engine.leakReport().isEmpty()).isTrue();
    }

    @Test
    @DisplayName("10-free: freeing twice, and what is not the engine's, is reported and harmless")
    void reportsMisuse() {
        try (Client client = Client.openStatic(target)) {
            MemorySegment pointer = getSublayer(client);
            MemorySegment copy = client.arena.allocateFrom(ADDRESS, pointer.get(ADDRESS, 0));
            MemorySegment foreign = client.arena.allocateFrom(ADDRESS, client.arena.allocate(8));
            client.functions.engine().FwpmFreeMemory0(pointer);
            client.functions.engine().FwpmFreeMemory0(pointer);
            assertThat(engine.leakReport().misuses()).isEmpty();
            client.functions.engine().FwpmFreeMemory0(copy);
            client.functions.engine().FwpmFreeMemory0(foreign);
            assertThat(copy.get(ADDRESS, 0)).isEqualTo(NULL);
            assertThat(engine.leakReport().misuses())
                    .extracting(Misuse::freedBefore)
                    .containsExactly(true, false);
            assertThat(engine.leakReport().misuses().getFirst().where().getFirst().getMethodName())
                    .isEqualTo("reportsMisuse");
            assertThat(engine.leakReport().misuses().getLast().toString())
                    .contains("is not the engine's to free", "LeakReportTest");
        }
    }
}
