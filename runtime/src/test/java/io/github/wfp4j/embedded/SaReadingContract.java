package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.SaClient.LOCAL;
import static io.github.wfp4j.embedded.SaClient.REMOTE;
import static io.github.wfp4j.embedded.SaClient.bundle;
import static io.github.wfp4j.embedded.SaClient.request;
import static io.github.wfp4j.embedded.SaClient.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.ipsec.IpsecGetspi0;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.ipsec.IpsecSaBundle0;
import io.github.wfp4j.ipsec.IpsecSaContext0;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaDetails0;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTraffic0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** How security associations are read and enumerated (9.21, 9.22). */
abstract class SaReadingContract {
    private final TestEngine engine;
    private final Client client;
    private final SaClient sa;

    SaReadingContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
        sa = new SaClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    @Test
    @DisplayName("9.21: a template asks for addresses and subnets; empty is any")
    void findsByAddress() {
        sa.establish();
        sa.createOk();
        FwpConditionValue0 any = new FwpConditionValue0.Empty();
        assertThat(sa.contexts(null)).hasSize(2);
        assertThat(find(any, any)).isEqualTo(2);
        assertThat(find(new FwpConditionValue0.Uint32(LOCAL), any)).isEqualTo(2);
        assertThat(find(new FwpConditionValue0.Uint32(REMOTE), any)).isZero();
        assertThat(find(any, new FwpConditionValue0.Uint32(REMOTE))).isEqualTo(2);
        assertThat(find(subnet(LOCAL, 0xFFFF_FF00L), subnet(REMOTE + 100, 0xFFFF_FF00L)))
                .isEqualTo(2);
        assertThat(find(subnet(LOCAL + 256, 0xFFFF_FF00L), any)).isZero();
        assertThat(find(v6Subnet(0), any)).isZero();
        assertThat(
                        find(
                                any,
                                new FwpConditionValue0.ByteArray16(
                                        new FwpByteArray16(Bytes.of(new byte[16])))))
                .isZero();
    }

    @Test
    @DisplayName("9.21: other types and broken masks are refused")
    void refusesOtherTypes() {
        FwpConditionValue0 any = new FwpConditionValue0.Empty();
        assertRefused(ErrorCode.FWP_E_TYPE_MISMATCH, new FwpConditionValue0.Uint16(1), any);
        assertRefused(ErrorCode.FWP_E_TYPE_MISMATCH, any, new FwpConditionValue0.Uint64(1));
        assertRefused(ErrorCode.FWP_E_INVALID_NET_MASK, subnet(LOCAL, 0xFF00_FF00L), any);
        assertRefused(ErrorCode.FWP_E_INVALID_NET_MASK, any, v6Subnet(129));
    }

    @Test
    @DisplayName("9.21: details carry the transport filter of their direction")
    void showsFilters() {
        sa.establish();
        IpsecSaContext1 context = sa.contexts(null).getFirst();
        assertThat(requireNonNull(context.inboundSa()).transportFilter())
                .isEqualTo(client.filter(sa.inboundFilter));
        assertThat(requireNonNull(context.outboundSa()).transportFilter())
                .isEqualTo(client.filter(sa.outboundFilter));
    }

    @Test
    @DisplayName("9.21, 5.1: an enumeration is a snapshot")
    void takesSnapshot() {
        long id = sa.establish();
        MemorySegment handle = client.arena.allocate(ADDRESS);
        assertOk(sa.createEnumeration(null, handle));
        assertOk(sa.delete(id));
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        var functions = client.functions.saContext();
        assertOk(
                functions.IPsecSaContextEnum1(
                        client.handle, handle.get(ADDRESS, 0), 5, entries, count));
        assertThat(client.takePage(entries, count, SaStructs.CONTEXT1)).hasSize(1);
        assertError(
                client.functions
                        .sa()
                        .IPsecSaDestroyEnumHandle0(client.handle, handle.get(ADDRESS, 0)),
                ErrorCode.ERROR_INVALID_HANDLE);
    }

    @Test
    @DisplayName("9.22: single associations are found by their direction")
    void findsByDirection() {
        sa.establish();
        assertThat(sa.associations(NULL)).hasSize(2);
        assertThat(sa.associations(template(0)))
                .extracting(IpsecSaDetails1::saDirection)
                .containsExactly(FwpDirection.OUTBOUND);
        assertThat(sa.associations(template(1)))
                .extracting(IpsecSaDetails1::saDirection)
                .containsExactly(FwpDirection.INBOUND);
        assertError(
                client.functions
                        .sa()
                        .IPsecSaCreateEnumHandle0(
                                client.handle, template(2), client.arena.allocate(ADDRESS)),
                ErrorCode.FWP_E_INVALID_ENUMERATOR);
    }

    @Test
    @DisplayName("9.1, 9.21: the oldest versions of the functions do the same")
    void worksInOldestVersion() {
        var functions = client.functions.saContext();
        MemorySegment out = client.arena.allocate(JAVA_LONG);
        IpsecTraffic0 outbound = oldTraffic(sa.outboundFilter);
        assertOk(
                functions.IPsecSaContextCreate0(
                        client.handle, client.encode(outbound, SaStructs.TRAFFIC0), NULL, out));
        long id = out.get(JAVA_LONG, 0);
        IpsecGetspi0 request =
                IpsecGetspi0.of(
                        oldTraffic(sa.inboundFilter),
                        new IpsecGetspi0.InboundUdpEncapsulation.V4(null));
        MemorySegment spi = client.arena.allocate(JAVA_INT);
        assertOk(
                functions.IPsecSaContextGetSpi0(
                        client.handle, id, client.encode(request, SaStructs.GET_SPI0), spi));
        IpsecSaBundle0 inbound = oldBundle(Integer.toUnsignedLong(spi.get(JAVA_INT, 0)));
        assertOk(
                functions.IPsecSaContextAddInbound0(
                        client.handle, id, client.encode(inbound, SaStructs.BUNDLE0)));
        assertOk(
                functions.IPsecSaContextAddOutbound0(
                        client.handle, id, client.encode(oldBundle(7000), SaStructs.BUNDLE0)));
        MemorySegment result = client.arena.allocate(ADDRESS);
        assertOk(functions.IPsecSaContextGetById0(client.handle, id, result));
        IpsecSaContext0 context = client.take(result, SaStructs.CONTEXT0);
        assertThat(context)
                .isEqualTo(
                        new IpsecSaContext0(
                                id,
                                details(FwpDirection.INBOUND, sa.inboundFilter, inbound),
                                details(
                                        FwpDirection.OUTBOUND,
                                        sa.outboundFilter,
                                        oldBundle(7000))));
        assertThat(oldPage()).containsExactly(context);
    }

    @Test
    @DisplayName("9.21, 9.22: an older version shows all, without what it has no member for")
    void showsAllInOldestVersion() {
        long id = sa.createOk(traffic(sa.outboundFilter).withLocalPort(80));
        assertOk(sa.addInbound(id, bundle(sa.getSpiOk(id)).withQmFilterId(3)));
        assertThat(requireNonNull(oldPage().getFirst().inboundSa()).traffic())
                .isEqualTo(oldTraffic(sa.inboundFilter));
        MemorySegment handle = client.arena.allocate(ADDRESS);
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        var functions = client.functions.sa();
        assertOk(functions.IPsecSaCreateEnumHandle0(client.handle, NULL, handle));
        assertOk(functions.IPsecSaEnum0(client.handle, handle.get(ADDRESS, 0), 5, entries, count));
        assertThat(client.takePage(entries, count, SaStructs.DETAILS0))
                .extracting(IpsecSaDetails0::saDirection)
                .containsExactly(FwpDirection.INBOUND);
    }

    private int find(FwpConditionValue0 local, FwpConditionValue0 remote) {
        return sa.contexts(new IpsecSaContextEnumTemplate0(local, remote)).size();
    }

    private static FwpConditionValue0 subnet(long address, long mask) {
        return new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(address, mask));
    }

    private static FwpConditionValue0 v6Subnet(int prefixLength) {
        return new FwpConditionValue0.V6AddrMask(
                new FwpV6AddrAndMask(Bytes.of(new byte[16]), prefixLength));
    }

    private void assertRefused(
            ErrorCode error, FwpConditionValue0 local, FwpConditionValue0 remote) {
        assertError(
                sa.createEnumeration(
                        new IpsecSaContextEnumTemplate0(local, remote),
                        client.arena.allocate(ADDRESS)),
                error);
    }

    private MemorySegment template(int direction) {
        MemorySegment template = client.arena.allocate(JAVA_INT);
        template.set(JAVA_INT, 0, direction);
        return template;
    }

    private static IpsecTraffic0 oldTraffic(long filter) {
        return IpsecTraffic0.of(
                new IpsecTraffic0.LocalAddress.V4(LOCAL),
                new IpsecTraffic0.RemoteAddress.V4(REMOTE),
                new IpsecTraffic0.PolicyId.Transport(filter));
    }

    private static IpsecSaBundle0 oldBundle(long spi) {
        return IpsecSaBundle0.of(
                        SaClient.FOR_EVER,
                        bundle(spi).saList(),
                        new IpsecSaBundle0.PeerPrivateAddress.V4(0))
                .withPfsGroup(IpsecPfsGroup.NONE);
    }

    private IpsecSaDetails0 details(FwpDirection direction, long filter, IpsecSaBundle0 bundle) {
        return new IpsecSaDetails0(
                direction,
                oldTraffic(filter),
                bundle,
                new IpsecSaDetails0.UdpEncapsulation.V4(null),
                client.filter(filter));
    }

    private List<IpsecSaContext0> oldPage() {
        MemorySegment handle = client.arena.allocate(ADDRESS);
        assertOk(sa.createEnumeration(null, handle));
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(
                client.functions
                        .saContext()
                        .IPsecSaContextEnum0(
                                client.handle, handle.get(ADDRESS, 0), 5, entries, count));
        return client.takePage(entries, count, SaStructs.CONTEXT0);
    }
}
