package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionFlags;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.Ipproto;
import io.github.wfp4j.win32.NlAddressType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

final class ConditionsTest {
    @Test
    void protocolIsOneByte() {
        assertThat(Conditions.protocol(Ipproto.TCP))
                .isEqualTo(
                        new FwpmFilterCondition0(
                                FwpmConditions.IP_PROTOCOL,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint8(6)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.protocol(256))
                .withMessage("protocol must be in 0..255: 256");
    }

    @Test
    void portsAreTwoBytes() {
        assertThat(Conditions.localPort(65535).conditionValue())
                .isEqualTo(new FwpConditionValue0.Uint16(65535));
        assertThat(Conditions.localPort(1).fieldKey()).isEqualTo(FwpmConditions.IP_LOCAL_PORT);
        assertThat(Conditions.remotePort(1).fieldKey()).isEqualTo(FwpmConditions.IP_REMOTE_PORT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.remotePort(65536))
                .withMessage("remotePort must be in 0..65535: 65536");
    }

    @Test
    void portRangesRunUpwards() {
        assertThat(Conditions.remotePorts(1024, 2048))
                .isEqualTo(
                        new FwpmFilterCondition0(
                                FwpmConditions.IP_REMOTE_PORT,
                                FwpMatchType.RANGE,
                                new FwpConditionValue0.Range(
                                        new FwpRange0(
                                                new FwpValue0.Uint16(1024),
                                                new FwpValue0.Uint16(2048)))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.localPorts(2, 1))
                .withMessage("localPorts must not end before they begin: 2..1");
    }

    @Test
    void addressOfVersion4IsANumber() {
        assertThat(Conditions.remoteAddress("192.0.2.1").conditionValue())
                .isEqualTo(new FwpConditionValue0.Uint32(0xC0000201L));
        assertThat(Conditions.remoteAddress(InetAddress.ofLiteral("192.0.2.1")))
                .isEqualTo(Conditions.remoteAddress("192.0.2.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 0x0A000000, 0xFF000000",
        "192.0.2.128/25, 0xC0000280, 0xFFFFFF80",
        "0.0.0.0/0, 0, 0",
    })
    void subnetOfVersion4HasAMask(String text, long address, long mask) {
        assertThat(Conditions.localAddress(text).conditionValue())
                .isEqualTo(new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(address, mask)));
    }

    @Test
    void addressOfVersion6IsSixteenBytes() {
        Bytes address = Bytes.ofHex("20010db8000000000000000000000001");
        assertThat(Conditions.localAddress("2001:db8::1").conditionValue())
                .isEqualTo(new FwpConditionValue0.ByteArray16(new FwpByteArray16(address)));
        assertThat(Conditions.localAddress("2001:db8::1/128"))
                .isEqualTo(Conditions.localAddress("2001:db8::1"));
    }

    @Test
    void subnetOfVersion6HasAPrefix() {
        Bytes address = Bytes.ofHex("fd000000000000000000000000000000");
        assertThat(Conditions.remoteAddress("fd00::/8").conditionValue())
                .isEqualTo(new FwpConditionValue0.V6AddrMask(new FwpV6AddrAndMask(address, 8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.1",
                "10.0.0.256",
                "1.2.3.4.5",
                "fe80::1%1",
                "::g",
                "/8"
            })
    void refusesWhatIsNoNumericAddress(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.remoteAddress(text))
                .withMessage(
                        "remoteAddress must be a numeric address, or one with a prefix: " + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.0/x"})
    void refusesAPrefixOutOfRange(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.remoteAddress(text))
                .withMessage("remoteAddress must have a prefix in 0..32: " + text);
    }

    @Test
    void refusesBitsBehindThePrefix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.localAddress("10.0.0.1/8"))
                .withMessage("localAddress must have no bits behind its prefix of 8: 10.0.0.1/8");
    }

    @Test
    void addressTypeIsOneByte() {
        assertThat(Conditions.localAddressType(NlAddressType.UNICAST).conditionValue())
                .isEqualTo(new FwpConditionValue0.Uint8(1));
    }

    @Test
    void applicationNeedsAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Conditions.application(new FwpByteBlob(Bytes.empty())))
                .withMessage("appId must not be empty");
    }

    @Test
    void flagsMustAllBeSet() {
        FwpmFilterCondition0 condition = Conditions.flags(FwpConditionFlags.IS_LOOPBACK);
        assertThat(condition.matchType()).isEqualTo(FwpMatchType.FLAGS_ALL_SET);
        assertThat(condition.conditionValue()).isEqualTo(new FwpConditionValue0.Uint32(1));
    }
}
