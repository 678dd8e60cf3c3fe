package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.SecurityDescriptor;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

final class DescriptorsTest {
    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void close() {
        arena.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "O:SY",
                "G:BA",
                "D:",
                "O:SYG:BAD:(A;;CC;;;SY)(A;;GA;;;S-1-5-21-1-2-3-4)",
                "O:SYG:BAD:PAI(A;;CC;;;SY)S:(AU;SA;GA;;;WD)"
            })
    void readsWhatItWrote(String sddl) {
        SecurityDescriptor descriptor = SecurityDescriptor.ofSddl(sddl);
        assertThat(Descriptors.decode(pointerTo(Descriptors.encode(descriptor, arena))))
                .isEqualTo(descriptor);
    }

    @Test
    void refusesADescriptorWithPointers() {
        MemorySegment memory = Descriptors.encode(SecurityDescriptor.ofSddl("O:SY"), arena);
        memory.set(JAVA_BYTE, 3, (byte) 0);
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> Descriptors.decode(pointerTo(memory)))
                .withMessageContaining("securityDescriptor")
                .withMessageContaining("is not self-relative");
    }

    @Test
    void refusesAnotherRevisionAndNothing() {
        MemorySegment memory = Descriptors.encode(SecurityDescriptor.ofSddl("O:SY"), arena);
        memory.set(JAVA_BYTE, 0, (byte) 2);
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> Descriptors.decode(pointerTo(memory)))
                .withMessageContaining("revision");
        assertThatExceptionOfType(DecodingException.class)
                .isThrownBy(() -> Descriptors.decode(pointerTo(MemorySegment.NULL)));
    }

    private MemorySegment pointerTo(MemorySegment target) {
        MemorySegment pointer = arena.allocate(ADDRESS);
        pointer.set(ADDRESS, 0, target);
        return pointer;
    }
}
