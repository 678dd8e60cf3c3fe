package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertOk;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.abi.SaContextFunctions;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSa0;
import io.github.wfp4j.ipsec.IpsecSaAuthInformation0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** A client that keys by hand: with a filter for each direction, and the steps on a context. */
final class SaClient {
    static final long LOCAL = 0x0A000001L;
    static final long REMOTE = 0x0A000002L;
    static final IpsecSaLifetime0 FOR_EVER = new IpsecSaLifetime0(0, 0, 0);

    final Client client;
    final long outboundFilter;
    final long inboundFilter;
    private final SaContextFunctions functions;

    SaClient(Client client) {
        this.client = client;
        this.functions = client.functions.saContext();
        this.outboundFilter =
                client.addOk(
                        Samples.call(
                                FwpActionType.CALLOUT_TERMINATING,
                                FwpmLayers.OUTBOUND_TRANSPORT_V4,
                                FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V4));
        this.inboundFilter =
                client.addOk(
                        Samples.call(
                                FwpActionType.CALLOUT_TERMINATING,
                                FwpmLayers.INBOUND_TRANSPORT_V4,
                                FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4));
    }

    static IpsecTraffic1 traffic(long filter) {
        return traffic(LOCAL, REMOTE, new IpsecTraffic1.PolicyId.Transport(filter));
    }

    static IpsecTraffic1 traffic(long local, long remote, IpsecTraffic1.PolicyId policy) {
        return IpsecTraffic1.of(
                new IpsecTraffic1.LocalAddress.V4(local),
                new IpsecTraffic1.RemoteAddress.V4(remote),
                policy);
    }

    static IpsecGetspi1 request(IpsecTraffic1 traffic) {
        return IpsecGetspi1.of(traffic, new IpsecGetspi1.InboundUdpEncapsulation.V4(null));
    }

    static IpsecSaAuthInformation0 sha1() {
        return authentication(IpsecAuthTransformId0.HMAC_SHA_1_96, 20);
    }

    static IpsecSaAuthInformation0 authentication(IpsecAuthTransformId0 id, int keyLength) {
        return new IpsecSaAuthInformation0(
                IpsecAuthTransform0.of(id), new FwpByteBlob(Bytes.of(new byte[keyLength])));
    }

    static IpsecSaBundle1 bundle(long spi) {
        return bundle(new IpsecSa0(spi, new IpsecSa0.Information.EspAuth(sha1())));
    }

    static IpsecSaBundle1 bundle(IpsecSa0... associations) {
        return IpsecSaBundle1.of(
                FOR_EVER, List.of(associations), new IpsecSaBundle1.PeerPrivateAddress.V4(0));
    }

    int create(IpsecTraffic1 traffic, MemorySegment id) {
        return functions.IPsecSaContextCreate1(
                client.handle, client.encode(traffic, SaStructs.TRAFFIC1), NULL, NULL, id);
    }

    int create(IpsecTraffic1 traffic) {
        return create(traffic, client.arena.allocate(JAVA_LONG));
    }

    /** {@return the id of a new context between the two filters} */
    long createOk() {
        return createOk(traffic(outboundFilter));
    }

    long createOk(IpsecTraffic1 traffic) {
        MemorySegment id = client.arena.allocate(JAVA_LONG);
        assertOk(create(traffic, id));
        return id.get(JAVA_LONG, 0);
    }

    int getSpi(long id, IpsecGetspi1 request, MemorySegment spi) {
        return functions.IPsecSaContextGetSpi1(
                client.handle, id, client.encode(request, SaStructs.GET_SPI1), spi);
    }

    int getSpi(long id, IpsecGetspi1 request) {
        return getSpi(id, request, client.arena.allocate(JAVA_INT));
    }

    int getSpi(long id) {
        return getSpi(id, request(traffic(inboundFilter)));
    }

    long getSpiOk(long id) {
        return getSpiOk(id, request(traffic(inboundFilter)));
    }

    long getSpiOk(long id, IpsecGetspi1 request) {
        MemorySegment spi = client.arena.allocate(JAVA_INT);
        assertOk(getSpi(id, request, spi));
        return Integer.toUnsignedLong(spi.get(JAVA_INT, 0));
    }

    int setSpi(long id, long spi) {
        return functions.IPsecSaContextSetSpi0(
                client.handle,
                id,
                client.encode(request(traffic(inboundFilter)), SaStructs.GET_SPI1),
                (int) spi);
    }

    int addInbound(long id, IpsecSaBundle1 bundle) {
        return functions.IPsecSaContextAddInbound1(
                client.handle, id, client.encode(bundle, SaStructs.BUNDLE1));
    }

    int addOutbound(long id, IpsecSaBundle1 bundle) {
        return functions.IPsecSaContextAddOutbound1(
                client.handle, id, client.encode(bundle, SaStructs.BUNDLE1));
    }

    /** {@return the inbound SPI of a pair that is added to a context} */
    long addPair(long id) {
        return addPair(id, FOR_EVER);
    }

    long addPair(long id, IpsecSaLifetime0 lifetime) {
        long spi = getSpiOk(id);
        assertOk(addInbound(id, bundle(spi).withLifetime(lifetime)));
        assertOk(addOutbound(id, bundle(7000).withLifetime(lifetime)));
        return spi;
    }

    /** {@return the id of a context with one pair} */
    long establish() {
        long id = createOk();
        addPair(id);
        return id;
    }

    int expire(long id) {
        return functions.IPsecSaContextExpire0(client.handle, id);
    }

    int delete(long id) {
        return functions.IPsecSaContextDeleteById0(client.handle, id);
    }

    int update(long flags, IpsecSaContext1 values) {
        return functions.IPsecSaContextUpdate0(
                client.handle, flags, client.encode(values, SaStructs.CONTEXT1));
    }

    int get(long id, MemorySegment out) {
        return functions.IPsecSaContextGetById1(client.handle, id, out);
    }

    int get(long id) {
        MemorySegment out = client.arena.allocate(ADDRESS);
        int result = get(id, out);
        client.functions.engine().FwpmFreeMemory0(out);
        return result;
    }

    IpsecSaContext1 getOk(long id) {
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(get(id, out));
        return client.take(out, SaStructs.CONTEXT1);
    }

    /** {@return the inbound half of a context that must have one} */
    IpsecSaDetails1 inboundOk(long id) {
        return requireNonNull(getOk(id).inboundSa());
    }

    int createEnumeration(@Nullable IpsecSaContextEnumTemplate0 template, MemorySegment out) {
        return functions.IPsecSaContextCreateEnumHandle0(
                client.handle,
                template == null ? NULL : client.encode(template, SaStructs.CONTEXT_TEMPLATE),
                out);
    }

    List<IpsecSaContext1> contexts(@Nullable IpsecSaContextEnumTemplate0 template) {
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(createEnumeration(template, out));
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        MemorySegment enumeration = out.get(ADDRESS, 0);
        assertOk(functions.IPsecSaContextEnum1(client.handle, enumeration, 1000, entries, count));
        assertOk(functions.IPsecSaContextDestroyEnumHandle0(client.handle, enumeration));
        return client.takePage(entries, count, SaStructs.CONTEXT1);
    }

    /** {@return the single associations that a template finds; a null pointer finds all} */
    List<IpsecSaDetails1> associations(MemorySegment template) {
        MemorySegment out = client.arena.allocate(ADDRESS);
        var sa = client.functions.sa();
        assertOk(sa.IPsecSaCreateEnumHandle0(client.handle, template, out));
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        MemorySegment enumeration = out.get(ADDRESS, 0);
        assertOk(sa.IPsecSaEnum1(client.handle, enumeration, 1000, entries, count));
        assertOk(sa.IPsecSaDestroyEnumHandle0(client.handle, enumeration));
        return client.takePage(entries, count, SaStructs.DETAILS1);
    }
}
