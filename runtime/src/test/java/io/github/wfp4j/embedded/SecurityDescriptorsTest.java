package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Sid;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Self-relative security descriptors. */
final class SecurityDescriptorsTest {
    private static final Bytes LOCAL_SYSTEM = SecurityDescriptors.allowing(Sid.of("S-1-5-18"), 1);

    @Test
    @DisplayName("4.6-v4-ale: the descriptor is O:SYG:SYD:(A;;CC;;;SY) as Windows writes it")
    void writesDescriptor() {
        assertThat(LOCAL_SYSTEM.toHex())
                .isEqualTo(
                        // revision, control; owner at 48, group at 60, no audit list, list at 20
                        "01000480"
                                + "30000000"
                                + "3c000000"
                                + "00000000"
                                + "14000000"
                                // list of 28 bytes with one entry
                                + "02001c0001000000"
                                // allow, 20 bytes, right 1, S-1-5-18
                                + "0000140001000000"
                                + "010100000000000512000000"
                                + "010100000000000512000000"
                                + "010100000000000512000000");
        assertThat(SecurityDescriptors.isValid(LOCAL_SYSTEM)).isTrue();
    }

    @Test
    @DisplayName("4.41: a descriptor with pointers instead of offsets is refused")
    void refusesAbsolute() {
        byte[] bytes = LOCAL_SYSTEM.toByteArray();
        bytes[3] = 0;
        assertThat(SecurityDescriptors.isValid(Bytes.of(bytes))).isFalse();
    }

    @Property
    @Label("4.41: a descriptor that was cut off is refused")
    void refusesTruncated(@ForAll @IntRange(max = 71) int length) {
        byte[] bytes = new byte[length];
        System.arraycopy(LOCAL_SYSTEM.toByteArray(), 0, bytes, 0, length);
        assertThat(SecurityDescriptors.isValid(Bytes.of(bytes))).isFalse();
    }

    @Property
    @Label("4.41: whatever the bytes are, the check ends without an exception")
    void survivesAnyBytes(@ForAll @IntRange(max = 71) int index, @ForAll byte value) {
        byte[] bytes = LOCAL_SYSTEM.toByteArray();
        bytes[index] = value;
        assertThat(SecurityDescriptors.isValid(Bytes.of(bytes))).isIn(true, false);
    }
}
