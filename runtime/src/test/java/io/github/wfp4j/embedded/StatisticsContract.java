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
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.internal.codec.IkeextStatistics0Codec;
import io.github.wfp4j.internal.codec.IkeextStatistics1Codec;
import io.github.wfp4j.internal.codec.IpsecDospStateEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.IpsecDospStatistics0Codec;
import io.github.wfp4j.internal.codec.IpsecStatistics0Codec;
import io.github.wfp4j.internal.codec.IpsecStatistics1Codec;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.ipsec.IpsecAggregateSaStatistics0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;

/** What is counted, and what there is none of (7.6, 9, 9.23). */
abstract class StatisticsContract {
    private final TestEngine engine;
    private final Client client;

    StatisticsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private MemorySegment dirty(long size) {
        return client.arena.allocate(size, 8).fill((byte) 0x55);
    }

    private IpsecAggregateSaStatistics0 counts() {
        MemorySegment out = dirty(IpsecStatistics1Codec.BYTE_SIZE);
        var functions = client.functions.statistics();
        assertOk(functions.IPsecGetStatistics1(client.handle, out));
        var newest = IpsecStatistics1Codec.read(Reader.DEFAULT, out, 0);
        MemorySegment old = dirty(IpsecStatistics0Codec.BYTE_SIZE);
        assertOk(functions.IPsecGetStatistics0(client.handle, old));
        assertThat(IpsecStatistics0Codec.read(Reader.DEFAULT, old, 0).aggregateSaStatistics())
                .isEqualTo(newest.aggregateSaStatistics());
        return newest.aggregateSaStatistics();
    }

    @Test
    @DisplayName("9-statistics: associations are counted as they come, are replaced, and go")
    void countsAssociations() {
        SaClient sa = new SaClient(client);
        assertThat(counts()).isEqualTo(new IpsecAggregateSaStatistics0(0, 0, 0, 0, 0, 0, 0));
        long id = sa.createOk();
        assertThat(counts()).isEqualTo(new IpsecAggregateSaStatistics0(0, 1, 0, 0, 0, 0, 0));
        sa.addPair(id);
        assertThat(counts()).isEqualTo(new IpsecAggregateSaStatistics0(2, 0, 2, 0, 0, 0, 0));
        sa.addPair(id);
        assertThat(counts()).isEqualTo(new IpsecAggregateSaStatistics0(3, 0, 4, 1, 1, 0, 0));
        assertOk(sa.delete(id));
        assertThat(counts()).isEqualTo(new IpsecAggregateSaStatistics0(0, 0, 4, 4, 1, 0, 0));
    }

    @Test
    @DisplayName("9-statistics: an aborted transaction counts nothing")
    void forgetsAborted() {
        SaClient sa = new SaClient(client);
        long id = sa.createOk();
        assertOk(client.begin());
        sa.addPair(id);
        assertOk(client.abort());
        assertThat(counts().totalSasAdded()).isZero();
    }

    @Test
    @DisplayName("9-statistics: a usable context for a tunnel is an active tunnel")
    void countsTunnels() {
        SaClient sa = new SaClient(client);
        ProviderContextKey key = ProviderContextKey.random();
        assertOk(client.add(Samples.tunnel(key)));
        IpsecTraffic1 traffic =
                traffic(
                        LOCAL,
                        REMOTE,
                        new IpsecTraffic1.PolicyId.Tunnel(client.context(key).providerContextId()));
        long id = sa.createOk(traffic);
        long spi = sa.getSpiOk(id, request(traffic));
        assertOk(sa.addInbound(id, bundle(spi)));
        assertThat(counts().activeTunnels()).isZero();
        assertOk(sa.addOutbound(id, bundle(7000)));
        assertThat(counts().activeTunnels()).isEqualTo(1);
    }

    @Test
    @DisplayName("2-in-transaction, 9-statistics: IPsec is not counted in a transaction")
    void refusesTransaction() {
        var functions = client.functions.statistics();
        MemorySegment out = dirty(IpsecStatistics1Codec.BYTE_SIZE);
        assertOk(client.beginReadOnly());
        assertError(
                functions.IPsecGetStatistics0(client.handle, out), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertError(
                functions.IPsecGetStatistics1(client.handle, out), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertOk(client.abort());
        assertError(
                functions.IPsecGetStatistics1(client.handle, NULL), ErrorCode.FWP_E_NULL_POINTER);
    }

    private static void assertZero(MemorySegment memory) {
        assertThat(memory.toArray(JAVA_BYTE)).containsOnly(0);
    }

    @Test
    @DisplayName("9-ikeext-statistics: the keying modules did nothing")
    void countsNoNegotiation() {
        var functions = client.functions.statistics();
        MemorySegment old = dirty(IkeextStatistics0Codec.BYTE_SIZE);
        MemorySegment newest = dirty(IkeextStatistics1Codec.BYTE_SIZE);
        assertOk(functions.IkeextGetStatistics0(client.handle, old));
        assertOk(client.begin());
        assertOk(functions.IkeextGetStatistics1(client.handle, newest));
        assertZero(old);
        assertZero(newest);
        assertError(
                functions.IkeextGetStatistics1(client.handle, NULL), ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName("7.6-state: the protection against denial of service did nothing")
    void countsNoDenialOfService() {
        MemorySegment out = dirty(IpsecDospStatistics0Codec.BYTE_SIZE);
        assertOk(client.functions.dosp().IPsecDospGetStatistics0(client.handle, out));
        assertZero(out);
    }

    @Test
    @DisplayName("7.6-state: it keeps no states; a template must have possible prefixes")
    void hasNoStates() {
        var functions = client.functions.dosp();
        MemorySegment handle = client.arena.allocate(ADDRESS);
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = dirty(4);
        assertOk(functions.IPsecDospStateCreateEnumHandle0(client.handle, NULL, handle));
        assertOk(
                functions.IPsecDospStateEnum0(
                        client.handle, handle.get(ADDRESS, 0), 5, entries, count));
        assertThat(count.get(JAVA_INT, 0)).isZero();
        assertOk(functions.IPsecDospStateDestroyEnumHandle0(client.handle, handle.get(ADDRESS, 0)));
        MemorySegment template =
                client.arena.allocate(IpsecDospStateEnumTemplate0Codec.BYTE_SIZE, 8);
        assertOk(functions.IPsecDospStateCreateEnumHandle0(client.handle, template, handle));
        template.fill((byte) 0xFF);
        assertError(
                functions.IPsecDospStateCreateEnumHandle0(client.handle, template, handle),
                ErrorCode.FWP_E_INVALID_NET_MASK);
    }

    @Test
    @DisplayName("9.23: no keying module has an association")
    void hasNoKeyingAssociations() {
        var functions = client.functions.ikeextSa();
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertError(functions.IkeextSaGetById0(client.handle, 1, out), ErrorCode.FWP_E_NOT_FOUND);
        assertError(
                functions.IkeextSaGetById1(client.handle, 1, NULL, out), ErrorCode.FWP_E_NOT_FOUND);
        assertError(
                functions.IkeextSaGetById2(client.handle, 1, NULL, out), ErrorCode.FWP_E_NOT_FOUND);
        assertError(
                functions.IkeextSaGetById0(client.handle, 1, NULL), ErrorCode.FWP_E_NULL_POINTER);
        assertError(functions.IkeextSaDeleteById0(client.handle, 1), ErrorCode.FWP_E_NOT_FOUND);
        MemorySegment handle = client.arena.allocate(ADDRESS);
        MemorySegment count = dirty(4);
        assertOk(functions.IkeextSaCreateEnumHandle0(client.handle, NULL, handle));
        MemorySegment enumeration = handle.get(ADDRESS, 0);
        assertOk(functions.IkeextSaEnum0(client.handle, enumeration, 5, out, count));
        assertOk(functions.IkeextSaEnum1(client.handle, enumeration, 5, out, count));
        assertOk(functions.IkeextSaEnum2(client.handle, enumeration, 5, out, count));
        assertThat(count.get(JAVA_INT, 0)).isZero();
        assertThat(out.get(ADDRESS, 0)).isEqualTo(NULL);
        assertOk(functions.IkeextSaDestroyEnumHandle0(client.handle, enumeration));
        assertError(
                functions.IkeextSaEnum2(client.handle, enumeration, 5, out, count),
                ErrorCode.ERROR_INVALID_HANDLE);
    }
}
