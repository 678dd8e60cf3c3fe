package io.github.wfp4j.view;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Guid;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A count beyond the limit is refused wherever a view comes by it. */
final class WildCountTest {
    @Test
    @DisplayName("neither the array nor the record is read of a wild count")
    void refusesAWildCount() {
        FwpmFilter0 filter =
                FwpmFilter0.of(
                        new FwpmDisplayData0("wild", null),
                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                        new FwpmAction0(
                                FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(Guid.ZERO)));
        try (Arena arena = Arena.ofConfined();
                Page page = new Page(MemorySegment.NULL, 0, () -> {})) {
            MemorySegment memory = FwpmFilter0Codec.encode(filter, arena);
            memory.set(JAVA_INT, FwpmFilter0Codec.NUM_FILTER_CONDITIONS, -1);
            FwpmFilter0View view = new FwpmFilter0View(page, memory.address());

            refused(view::filterCondition);
            refused(view::toRecord);
        }
    }

    private static void refused(Runnable read) {
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(read::run)
                .withMessageContaining("4294967295 is more than the limit");
    }
}
