package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Sid;

import org.junit.jupiter.api.Test;

final class ConditionTextTest {
    private static final ConditionKey ADDRESS = FwpmConditions.IP_REMOTE_ADDRESS;
    private static final Bytes LOOPBACK = Bytes.ofHex("00000000000000000000000000000001");

    @Test
    void writesAddressesAsPeopleDo() {
        assertThat(text(ADDRESS, FwpMatchType.EQUAL, new FwpConditionValue0.Uint32(0xC0A80001L)))
                .isEqualTo("IP_REMOTE_ADDRESS = 192.168.0.1");
        assertThat(
                        text(
                                ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.ByteArray16(new FwpByteArray16(LOOPBACK))))
                .isEqualTo("IP_REMOTE_ADDRESS = 0:0:0:0:0:0:0:1");
        assertThat(
                        text(
                                ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.V4AddrMask(
                                        new FwpV4AddrAndMask(0x0A000000L, 0xFF000000L))))
                .isEqualTo("IP_REMOTE_ADDRESS = 10.0.0.0/255.0.0.0");
        assertThat(
                        text(
                                ADDRESS,
                                FwpMatchType.NOT_EQUAL,
                                new FwpConditionValue0.V6AddrMask(
                                        new FwpV6AddrAndMask(LOOPBACK, 128))))
                .isEqualTo("IP_REMOTE_ADDRESS != 0:0:0:0:0:0:0:1/128");
    }

    @Test
    void writesBothEndsOfARange() {
        assertThat(
                        text(
                                FwpmConditions.IP_LOCAL_PORT,
                                FwpMatchType.RANGE,
                                new FwpConditionValue0.Range(
                                        new FwpRange0(
                                                new FwpValue0.Uint16(80),
                                                new FwpValue0.Uint16(90)))))
                .isEqualTo("IP_LOCAL_PORT in 80 to 90");
        assertThat(
                        text(
                                ADDRESS,
                                FwpMatchType.RANGE,
                                new FwpConditionValue0.Range(
                                        new FwpRange0(
                                                new FwpValue0.Uint32(1),
                                                new FwpValue0.Uint32(0x100)))))
                .isEqualTo("IP_REMOTE_ADDRESS in 0.0.0.1 to 0.0.1.0");
    }

    @Test
    void leavesNumbersWithoutANameAsTheyAre() {
        assertThat(
                        text(
                                FwpmConditions.IP_PROTOCOL,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint8(99)))
                .isEqualTo("IP_PROTOCOL = 99");
        assertThat(
                        text(
                                FwpmConditions.IP_LOCAL_ADDRESS_TYPE,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint8(77)))
                .isEqualTo("IP_LOCAL_ADDRESS_TYPE = 77");
        assertThat(
                        text(
                                FwpmConditions.ALE_PACKAGE_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Sid(Sid.of("S-1-5-18"))))
                .isEqualTo("ALE_PACKAGE_ID = S-1-5-18");
    }

    @Test
    void saysWhomASecurityDescriptorAllowsAndDenies() {
        String header = "01000480" + "00000000".repeat(3) + "14000000";
        String acl = "0200300002000000";
        String deny = "01001400" + "01000000" + "010100000000000512000000";
        String allow = "00001400" + "01000000" + "010100000000000100000000";

        assertThat(descriptor(header + acl + deny + allow))
                .isEqualTo("ALE_USER_ID = not S-1-5-18, S-1-1-0");
    }

    @Test
    void givesTheSizeOfASecurityDescriptorThatIsNotPlain() {
        assertThat(descriptor("")).isEqualTo("ALE_USER_ID = descriptor of 0 bytes");
        assertThat(descriptor("0100048000000000")).isEqualTo("ALE_USER_ID = descriptor of 8 bytes");
        assertThat(descriptor("ff".repeat(40))).isEqualTo("ALE_USER_ID = descriptor of 40 bytes");
    }

    private static String descriptor(String hex) {
        return text(
                FwpmConditions.ALE_USER_ID,
                FwpMatchType.EQUAL,
                new FwpConditionValue0.SecurityDescriptor(new FwpByteBlob(Bytes.ofHex(hex))));
    }

    private static String text(ConditionKey field, FwpMatchType match, FwpConditionValue0 value) {
        return ConditionText.of(new FwpmFilterCondition0(field, match, value));
    }
}
