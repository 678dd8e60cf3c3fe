package io.github.wfp4j.internal.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

final class NativeAccessTest {
    @Test
    void isThereInTests() {
        assertThatNoException().isThrownBy(NativeAccess::require);
    }

    @Test
    void namesTheOptionForTheClassPath() {
        IllegalCallerException cause = new IllegalCallerException("no");
        assertThat(NativeAccess.denied(getClass().getClassLoader().getUnnamedModule(), cause))
                .hasMessage("wfp4j needs native access: add --enable-native-access=ALL-UNNAMED")
                .hasCause(cause);
    }

    @Test
    void namesTheOptionForTheModulePath() {
        assertThat(NativeAccess.denied(Object.class.getModule(), new IllegalCallerException("no")))
                .hasMessage("wfp4j needs native access: add --enable-native-access=java.base");
    }
}
