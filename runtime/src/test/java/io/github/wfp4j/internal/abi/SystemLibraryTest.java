package io.github.wfp4j.internal.abi;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class SystemLibraryTest {
    @Test
    void needsWindows() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> SystemLibrary.load("Mac OS X", Map.of()))
                .withMessage(
                        "the system engine needs Windows, this is Mac OS X;"
                                + " EmbeddedEngine.create().open(session) runs anywhere");
    }

    @Test
    void namesTheFileThatCannotBeLoaded() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> SystemLibrary.load("Windows 11", Map.of("SystemRoot", "nowhere")))
                .withMessageContaining("fwpuclnt.dll")
                .withMessageContaining("EmbeddedEngine.create().open(session)");
    }
}
