package io.github.wfp4j.explain;

import static io.github.wfp4j.explain.Packet.icmp;
import static io.github.wfp4j.explain.Packet.tcp;
import static io.github.wfp4j.explain.Packet.udp;
import static io.github.wfp4j.explain.TestPolicy.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Conditions;
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
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.NlAddressType;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What conditions match (4.4), and what an explanation says of those that fail. */
final class MatchingTest {
    private static final LayerKey LAYER = FwpmLayers.ALE_AUTH_CONNECT_V4;
    private static final Packet PACKET = tcp().from("10.0.0.5:50000").to("10.0.0.7:443");
    private static final Sid ALICE = Sid.of("S-1-5-21-1-2-3-1001");
    private static final Sid STAFF = Sid.of("S-1-5-21-1-2-3-513");

    private static boolean matches(Packet packet, FwpmFilterCondition0... conditions) {
        return new TestPolicy()
                        .with(block("asked", LAYER), conditions)
                        .classifier()
                        .decide(packet)
                        .verdict()
                == Verdict.BLOCKED;
    }

    private static FwpmFilterCondition0 condition(
            ConditionKey field, FwpMatchType match, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, match, value);
    }

    private static FwpmFilterCondition0 port(FwpMatchType match, int port) {
        return condition(FwpmConditions.IP_REMOTE_PORT, match, new FwpConditionValue0.Uint16(port));
    }

    @ParameterizedTest
    @CsvSource({
        "EQUAL, 443, true",
        "EQUAL, 442, false",
        "NOT_EQUAL, 443, false",
        "NOT_EQUAL, 442, true",
        "GREATER, 442, true",
        "GREATER, 443, false",
        "LESS, 444, true",
        "LESS, 443, false",
        "GREATER_OR_EQUAL, 443, true",
        "GREATER_OR_EQUAL, 444, false",
        "LESS_OR_EQUAL, 443, true",
        "LESS_OR_EQUAL, 442, false",
        "FLAGS_ALL_SET, 3, true",
        "FLAGS_ALL_SET, 7, false",
        "FLAGS_ANY_SET, 5, true",
        "FLAGS_ANY_SET, 4, false",
        "FLAGS_NONE_SET, 4, true",
        "FLAGS_NONE_SET, 5, false"
    })
    @DisplayName("4.4: match types of numbers, for the port 443")
    void numbers(FwpMatchType match, int port, boolean expected) {
        assertThat(matches(PACKET, port(match, port))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"443, 443, true", "0, 443, true", "443, 65535, true", "0, 442, false"})
    @DisplayName("4.36: a range has both its ends inside")
    void ranges(int low, int high, boolean expected) {
        assertThat(matches(PACKET, Conditions.remotePorts(low, high))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.7, true",
        "10.0.0.0/24, true",
        "10.0.0.0/8, true",
        "0.0.0.0/0, true",
        "10.0.0.6/31, true",
        "10.0.0.8, false",
        "10.0.1.0/24, false",
        "10.0.0.8/29, false"
    })
    @DisplayName("4.37: IPv4 addresses and subnets")
    void subnets(String subnet, boolean expected) {
        assertThat(matches(PACKET, Conditions.remoteAddress(subnet))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "fd00::7, 128, true",
        "fd00::, 8, true",
        "fd00::, 64, true",
        "fd00::4, 126, true",
        "::, 0, true",
        "fd00::8, 125, false",
        "fd00:0:0:1::, 64, false",
        "fe00::, 8, false"
    })
    @DisplayName("4.38: IPv6 addresses and subnets")
    void subnetsOfV6(String address, int prefix, boolean expected) {
        FwpV6AddrAndMask subnet =
                new FwpV6AddrAndMask(
                        Bytes.of(requireNonNull(Endpoint.of(address).address()).getAddress()),
                        prefix);
        Classifier classifier =
                new TestPolicy()
                        .with(
                                block("asked", FwpmLayers.ALE_AUTH_CONNECT_V6),
                                condition(
                                        FwpmConditions.IP_REMOTE_ADDRESS,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.V6AddrMask(subnet)))
                        .classifier();

        assertThat(
                        classifier.decide(tcp().from("fd00::5").to("fd00::7")).verdict()
                                == Verdict.BLOCKED)
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("4.36: ranges of IPv6 addresses")
    void rangesOfV6() {
        Classifier classifier =
                new TestPolicy()
                        .with(
                                block("asked", FwpmLayers.ALE_AUTH_CONNECT_V6),
                                condition(
                                        FwpmConditions.IP_REMOTE_ADDRESS,
                                        FwpMatchType.RANGE,
                                        new FwpConditionValue0.Range(
                                                new FwpRange0(
                                                        sixth("fd00::5"), sixth("fd00::ff")))))
                        .classifier();
        Packet packet = tcp().from("fd00::1");

        assertThat(classifier.decide(packet.to("fd00::5")).verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(classifier.decide(packet.to("fd00::ff")).verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(classifier.decide(packet.to("fd00::4")).verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(classifier.decide(packet.to("fd00::100")).verdict()).isEqualTo(Verdict.CLEAR);
    }

    private static FwpValue0 sixth(String address) {
        return new FwpValue0.ByteArray16(
                new FwpByteArray16(
                        Bytes.of(requireNonNull(Endpoint.of(address).address()).getAddress())));
    }

    @Test
    @DisplayName("4.39: bits behind the mask do not count")
    void bitsBehindTheMask() {
        assertThat(
                        matches(
                                PACKET,
                                condition(
                                        FwpmConditions.IP_REMOTE_ADDRESS,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.V4AddrMask(
                                                new FwpV4AddrAndMask(0x0A00_00FFL, 0xFFFF_FF00L)))))
                .isTrue();
    }

    @Test
    @DisplayName("4.43, 4.44: fields are ANDed, neighbours on one field ORed")
    void combines() {
        FwpmFilterCondition0 tcp = Conditions.protocol(6);
        FwpmFilterCondition0 udp = Conditions.protocol(17);

        assertThat(matches(PACKET, tcp, Conditions.remotePort(443))).isTrue();
        assertThat(matches(PACKET, tcp, Conditions.remotePort(80))).isFalse();
        assertThat(matches(PACKET, udp, tcp, Conditions.remotePort(443))).isTrue();
        assertThat(matches(PACKET, udp, Conditions.remotePort(443))).isFalse();
        assertThat(matches(PACKET)).isTrue();
    }

    @Test
    @DisplayName("4.46: several NOT_EQUAL on one field are ORed too (U3)")
    void severalNotEqual() {
        assertThat(
                        matches(
                                PACKET,
                                port(FwpMatchType.NOT_EQUAL, 443),
                                port(FwpMatchType.NOT_EQUAL, 80)))
                .isTrue();
    }

    @Test
    @DisplayName("4.4: an application is compared byte by byte, with its terminator")
    void applications() {
        String path = "\\device\\harddiskvolume1\\a.exe";
        FwpmFilterCondition0 wanted = Conditions.application(path);

        assertThat(matches(PACKET.app(path), wanted)).isTrue();
        assertThat(matches(PACKET.app("\\Device\\HarddiskVolume1\\A.EXE"), wanted)).isTrue();
        assertThat(matches(PACKET.app(blob(path)), wanted)).isFalse();
        assertThat(matches(PACKET.app(blob(path.toUpperCase(Locale.ROOT) + '\0')), wanted))
                .isFalse();
        assertThat(matches(PACKET, wanted)).isFalse();
    }

    private static FwpByteBlob blob(String text) {
        return new FwpByteBlob(Bytes.of(text.getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    @DisplayName("4.4: PREFIX looks at the start (U5)")
    void prefixes() {
        FwpConditionValue0 start = new FwpConditionValue0.ByteBlob(blob("\\device\\"));
        Packet packet = PACKET.app("\\device\\harddiskvolume1\\a.exe");
        FwpmFilterCondition0 prefix =
                condition(FwpmConditions.ALE_APP_ID, FwpMatchType.PREFIX, start);
        FwpmFilterCondition0 notPrefix =
                condition(FwpmConditions.ALE_APP_ID, FwpMatchType.NOT_PREFIX, start);

        assertThat(matches(packet, prefix)).isTrue();
        assertThat(matches(packet, notPrefix)).isFalse();
        assertThat(matches(packet.app(blob("a.exe\\device\\")), prefix)).isFalse();
        assertThat(matches(PACKET, notPrefix)).isFalse();
    }

    @Test
    @DisplayName("4.4: texts are equal in any case if so asked")
    void texts() {
        Packet packet =
                PACKET.with(FwpmConditions.PEER_NAME, new FwpValue0.UnicodeString("Server"));
        FwpConditionValue0 other = new FwpConditionValue0.UnicodeString("sERVER");

        assertThat(
                        matches(
                                packet,
                                condition(
                                        FwpmConditions.PEER_NAME,
                                        FwpMatchType.EQUAL_CASE_INSENSITIVE,
                                        other)))
                .isTrue();
        assertThat(matches(packet, condition(FwpmConditions.PEER_NAME, FwpMatchType.EQUAL, other)))
                .isFalse();
        assertThat(matches(packet, condition(FwpmConditions.PEER_NAME, FwpMatchType.LESS, other)))
                .isTrue();
    }

    @Test
    @DisplayName("4.4: a package is a SID, a user a token that is checked against a descriptor")
    void identities() {
        Packet packet =
                PACKET.with(FwpmConditions.ALE_PACKAGE_ID, new FwpValue0.Sid(STAFF))
                        .user(ALICE, STAFF);
        FwpConditionValue0 staff = new FwpConditionValue0.Sid(STAFF);

        assertThat(
                        matches(
                                packet,
                                condition(
                                        FwpmConditions.ALE_PACKAGE_ID, FwpMatchType.EQUAL, staff)))
                .isTrue();
        assertThat(
                        matches(
                                packet,
                                condition(
                                        FwpmConditions.ALE_PACKAGE_ID,
                                        FwpMatchType.NOT_EQUAL,
                                        staff)))
                .isFalse();
        assertThat(matches(packet, Conditions.user(ALICE))).isTrue();
        assertThat(matches(packet, Conditions.user(STAFF))).isTrue();
        assertThat(matches(PACKET, Conditions.user(ALICE))).isFalse();
        assertThat(matches(packet, Conditions.users("O:LSD:(A;;CC;;;WD)"))).isTrue();
        assertThat(matches(packet, Conditions.users("O:LSD:"))).isFalse();
        assertThat(matches(packet, Conditions.users("O:LS"))).isTrue();
        // The first entry that concerns somebody decides; others are of another right.
        String deny = "O:LSD:(D;;CC;;;%s)(A;;CC;;;WD)".formatted(STAFF);
        String allow = "O:LSD:(A;;CC;;;%s)(D;;CC;;;%s)".formatted(ALICE, STAFF);
        assertThat(matches(packet, Conditions.users(deny))).isFalse();
        assertThat(matches(packet, Conditions.users(allow))).isTrue();
        assertThat(matches(packet, Conditions.users("O:LSD:(A;;DC;;;WD)"))).isFalse();
        assertThat(matches(packet, Conditions.users("O:LSD:(A;IO;CC;;;WD)"))).isFalse();
    }

    @Test
    @DisplayName("4.4: what is not known matches equality with nothing only (U10)")
    void unknown() {
        Packet packet = tcp();
        FwpConditionValue0 nothing = new FwpConditionValue0.Empty();

        assertThat(matches(packet, port(FwpMatchType.EQUAL, 443))).isFalse();
        assertThat(matches(packet, port(FwpMatchType.NOT_EQUAL, 443))).isFalse();
        assertThat(
                        matches(
                                packet,
                                condition(
                                        FwpmConditions.IP_REMOTE_PORT,
                                        FwpMatchType.EQUAL,
                                        nothing)))
                .isTrue();
        assertThat(
                        matches(
                                PACKET,
                                condition(
                                        FwpmConditions.IP_REMOTE_PORT,
                                        FwpMatchType.EQUAL,
                                        nothing)))
                .isFalse();
    }

    @Test
    @DisplayName("4.4: ICMP has its type and code where others have ports")
    void icmpPorts() {
        Packet echo = icmp(8, 3).from("10.0.0.5").to("10.0.0.7");

        assertThat(matches(echo, Conditions.icmpType(8), Conditions.icmpCode(3))).isTrue();
        assertThat(matches(echo, Conditions.localPort(8), Conditions.remotePort(3))).isTrue();
        assertThat(matches(echo.inbound(), Conditions.icmpType(8))).isFalse();
        Classifier accepting =
                new TestPolicy()
                        .with(
                                block("asked", FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4),
                                Conditions.icmpType(8),
                                Conditions.icmpCode(3))
                        .classifier();
        assertThat(accepting.decide(echo.answer()).verdict()).isEqualTo(Verdict.BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5, UNICAST",
        "0.0.0.0, UNSPECIFIED",
        "224.0.0.1, MULTICAST",
        "255.255.255.255, BROADCAST"
    })
    @DisplayName("4.4: types of addresses are derived")
    void addressTypes(String address, NlAddressType type) {
        Packet packet = udp().inbound().from("10.0.0.7:1").to(address);
        Classifier classifier =
                new TestPolicy()
                        .with(
                                block("asked", FwpmLayers.INBOUND_TRANSPORT_V4),
                                Conditions.localAddressType(type))
                        .classifier();

        assertThat(classifier.decide(packet).verdict()).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    @DisplayName("6.6: what a packet says itself counts more than what is derived")
    void saysItself() {
        FwpmFilterCondition0 multicast = Conditions.localAddressType(NlAddressType.MULTICAST);
        FwpmFilterCondition0 loopback = Conditions.flags(FwpConditionFlags.IS_LOOPBACK);

        assertThat(matches(PACKET, multicast)).isFalse();
        assertThat(
                        matches(
                                PACKET.with(
                                        FwpmConditions.IP_LOCAL_ADDRESS_TYPE,
                                        new FwpValue0.Uint8(NlAddressType.MULTICAST.value())),
                                multicast))
                .isTrue();
        assertThat(matches(PACKET, loopback)).isFalse();
        assertThat(matches(PACKET.to("10.0.0.5:443"), loopback)).isTrue();
        assertThat(matches(PACKET.to("127.0.0.1:443"), loopback)).isTrue();
        assertThat(matches(PACKET.flags(FwpConditionFlags.IS_LOOPBACK), loopback)).isTrue();
    }

    @Test
    @DisplayName("6.6: an explanation names the first condition that fails, what it wants and got")
    void namesTheFirstFailure() {
        Explanation explanation =
                new TestPolicy()
                        .with(
                                block("other", LAYER),
                                Conditions.protocol(6),
                                Conditions.remotePort(80),
                                Conditions.remotePorts(8000, 8080),
                                Conditions.remoteAddress("10.1.0.0/16"))
                        .classifier()
                        .explain(PACKET, FlowState.NONE, IpsecState.NONE, Detail.EVERYTHING);

        FailedCondition failed =
                explanation.layers().stream()
                        .flatMap(layer -> layer.sublayers().stream())
                        .flatMap(sublayer -> sublayer.filters().stream())
                        .map(ConsideredFilter::failed)
                        .findFirst()
                        .orElseThrow();
        assertThat(failed.field()).isEqualTo(FwpmConditions.IP_REMOTE_PORT);
        assertThat(failed.wanted()).hasSize(2);
        assertThat(failed.got()).isEqualTo(new FwpValue0.Uint16(443));
        assertThat(failed).hasToString("IP_REMOTE_PORT wants 80 or 8000..8080, got 443");
        assertThat(explanation.notes()).isEmpty();
    }

    @Test
    @DisplayName("6.6: a note says which filter would matter if more were known")
    void notesWhatIsUnknown() {
        Classifier classifier =
                new TestPolicy()
                        .weighing(3, block("alice", LAYER), Conditions.user(ALICE))
                        .weighing(2, block("decides", LAYER))
                        .weighing(1, block("behind", LAYER), Conditions.user(STAFF))
                        .classifier();

        Explanation explanation =
                classifier.explain(PACKET, FlowState.NONE, IpsecState.NONE, Detail.EVERYTHING);

        assertThat(explanation.notes())
                .extracting(Note::kind)
                .containsExactly(Note.Kind.UNKNOWN_FIELD);
        assertThat(explanation.notes().getFirst().text())
                .isEqualTo(
                        "'alice' would match if FWPM_CONDITION_ALE_USER_ID were known and fitted");
        assertThat(classifier.explain(PACKET.user(ALICE)).notes()).isEmpty();
    }

    @Test
    @DisplayName("6.6: matches are told without those that do not match, unless all are asked for")
    void tellsMatchesOnly() {
        TestPolicy policy =
                new TestPolicy()
                        .with(block("other", LAYER), Conditions.remotePort(80))
                        .weighing(2, block("matches", LAYER), Conditions.remotePort(443));

        assertThat(filters(policy, Detail.MATCHES)).containsExactly("matches");
        assertThat(filters(policy, Detail.EVERYTHING)).containsExactly("matches", "other");
    }

    private static List<String> filters(TestPolicy policy, Detail detail) {
        return policy
                .classifier()
                .explain(PACKET, FlowState.NONE, IpsecState.NONE, detail)
                .layers()
                .stream()
                .flatMap(layer -> layer.sublayers().stream())
                .flatMap(sublayer -> sublayer.filters().stream())
                .map(it -> it.filter().displayData().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.5, 10.0.0.5",
        "10.0.0.5:0, 10.0.0.5:0",
        "10.0.0.5:65535, 10.0.0.5:65535",
        "fd00::5, fd00:0:0:0:0:0:0:5",
        "[fd00::5], fd00:0:0:0:0:0:0:5",
        "[fd00::5]:443, [fd00:0:0:0:0:0:0:5]:443"
    })
    void readsEndpoints(String text, String read) {
        assertThat(Endpoint.of(text)).hasToString(read);
        assertThat(Endpoint.of(read)).isEqualTo(Endpoint.of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "host",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.5:",
                "10.0.0.5:65536",
                "[::1",
                ":5"
            })
    void refusesOtherEndpoints(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Endpoint.of(text));
    }

    @Test
    void refusesEndsOfTwoVersions() {
        assertThatIllegalArgumentException().isThrownBy(() -> tcp().from("10.0.0.5").to("fd00::7"));
    }
}
