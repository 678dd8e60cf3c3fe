package io.github.wfp4j.explain;

import static io.github.wfp4j.explain.Packet.tcp;
import static io.github.wfp4j.explain.Packet.udp;
import static io.github.wfp4j.explain.TestPolicy.callout;
import static io.github.wfp4j.explain.TestPolicy.withContext;
import static io.github.wfp4j.explain.Verdict.BLOCKED;
import static io.github.wfp4j.explain.Verdict.CLEAR;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ipsec.IpsecDospFlags;
import io.github.wfp4j.ipsec.IpsecDospOptions0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderContextKey;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Protection against denial of service (7.6). */
final class DenialOfServiceTest {
    private static final ProviderContextKey OPTIONS = new ProviderContextKey(new Guid(0x6666, 1));
    private static final long PUBLIC = 1;
    private static final long INTERNAL = 2;
    private static final Packet V4 =
            tcp().forwarded().from("192.0.2.1:1").to("10.0.0.5:2").localInterface(PUBLIC);
    private static final Packet V6 =
            tcp().forwarded().from("[2001:db8::1]:1").to("[fd00::5]:2").localInterface(PUBLIC);
    private static final Packet KEY_EXCHANGE =
            udp().forwarded().from("[2001:db8::1]:500").to("[fd00::5]:500").localInterface(PUBLIC);

    private static Verdict verdict(Packet packet, IpsecDospFlags flags) {
        FwpV6AddrAndMask everywhere =
                new FwpV6AddrAndMask(
                        Bytes.of(requireNonNull(Endpoint.of("::").address()).getAddress()), 0);
        IpsecDospOptions0 options =
                new IpsecDospOptions0(
                        1,
                        1,
                        0,
                        1,
                        1,
                        0,
                        1,
                        0,
                        1,
                        0,
                        1,
                        0,
                        1,
                        1,
                        1,
                        flags,
                        List.of(PUBLIC),
                        List.of(INTERNAL),
                        everywhere,
                        everywhere);
        return new TestPolicy()
                .withContext(IpsecPolicies.context(OPTIONS, new Policy.IpsecDospContext(options)))
                .with(
                        withContext(
                                callout(
                                        "protection",
                                        FwpmLayers.IPFORWARD_V4,
                                        FwpmCallouts.IPSEC_DOSP_FORWARD_V4),
                                OPTIONS))
                .with(
                        withContext(
                                callout(
                                        "protection",
                                        FwpmLayers.IPFORWARD_V6,
                                        FwpmCallouts.IPSEC_DOSP_FORWARD_V6),
                                OPTIONS))
                .classifier()
                .decide(packet)
                .verdict();
    }

    @Test
    @DisplayName("7.6: from the public side all IPv4 is blocked, and IPv6 but for IPsec and ICMPv6")
    void blocksByDefault() {
        Packet esp = Packet.of(50).forwarded().from("2001:db8::1").to("fd00::5");
        Packet ah = Packet.of(51).forwarded().from("2001:db8::1").to("fd00::5");
        Packet echo = Packet.icmpV6(128, 0).forwarded().from("2001:db8::1").to("fd00::5");

        assertThat(verdict(V4, IpsecDospFlags.NONE)).isEqualTo(BLOCKED);
        assertThat(verdict(V6, IpsecDospFlags.NONE)).isEqualTo(BLOCKED);
        assertThat(List.of(esp, ah, echo))
                .allSatisfy(packet ->
                        assertThat(verdict(packet, IpsecDospFlags.NONE)).isEqualTo(CLEAR));
    }

    @Test
    @DisplayName("7.6: what comes from inside passes")
    void letsOut() {
        assertThat(verdict(V4.localInterface(INTERNAL), IpsecDospFlags.NONE)).isEqualTo(CLEAR);
        assertThat(verdict(V6.localInterface(INTERNAL), IpsecDospFlags.NONE)).isEqualTo(CLEAR);
    }

    @Test
    @DisplayName("7.6: IKEv1 and IKEv2 are blocked unless allowed, AuthIP allowed unless blocked")
    void keyExchange() {
        Packet ikeV1 = KEY_EXCHANGE.withKeyingModule(FwpmKeyingModules.IKE);
        Packet ikeV2 = KEY_EXCHANGE.withKeyingModule(FwpmKeyingModules.IKEV2);
        Packet authIp = KEY_EXCHANGE.withKeyingModule(FwpmKeyingModules.AUTHIP);

        assertThat(verdict(ikeV1, IpsecDospFlags.NONE)).isEqualTo(BLOCKED);
        assertThat(verdict(ikeV2, IpsecDospFlags.NONE)).isEqualTo(BLOCKED);
        assertThat(verdict(authIp, IpsecDospFlags.NONE)).isEqualTo(CLEAR);
        assertThat(verdict(ikeV1, IpsecDospFlags.ENABLE_IKEV1)).isEqualTo(CLEAR);
        assertThat(verdict(ikeV2, IpsecDospFlags.ENABLE_IKEV1)).isEqualTo(BLOCKED);
        assertThat(verdict(ikeV2, IpsecDospFlags.ENABLE_IKEV2)).isEqualTo(CLEAR);
        assertThat(verdict(authIp, IpsecDospFlags.DISABLE_AUTHIP)).isEqualTo(BLOCKED);
        // Not known whose message it is: it passes if somebody's would.
        assertThat(verdict(KEY_EXCHANGE, IpsecDospFlags.NONE)).isEqualTo(CLEAR);
        assertThat(verdict(KEY_EXCHANGE, IpsecDospFlags.DISABLE_AUTHIP)).isEqualTo(BLOCKED);
    }

    @Test
    @DisplayName("7.6: the default block can be turned off")
    void withoutDefaultBlock() {
        assertThat(verdict(V4, IpsecDospFlags.DISABLE_DEFAULT_BLOCK)).isEqualTo(CLEAR);
        assertThat(verdict(V6, IpsecDospFlags.DISABLE_DEFAULT_BLOCK)).isEqualTo(CLEAR);
    }

    @Test
    @DisplayName("7.6: a filter can block or exempt what it matches")
    void blocksOrExempts() {
        Packet esp = Packet.of(50).forwarded().from("2001:db8::1").to("fd00::5");

        assertThat(verdict(esp, IpsecDospFlags.FILTER_BLOCK)).isEqualTo(BLOCKED);
        assertThat(verdict(V6, IpsecDospFlags.FILTER_EXEMPT)).isEqualTo(CLEAR);
    }
}
