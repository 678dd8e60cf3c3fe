package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** What contracts on tunnels share: a tunnel to ask for, and what became of it. */
abstract class TunnelFixture {
    static final int POINT_TO_POINT = FwpmTunnelFlags.POINT_TO_POINT.bits();

    static final FwpConditionValue0 LOCAL_END = new FwpConditionValue0.Uint32(0xC0A8_0001L);
    static final FwpConditionValue0 REMOTE_END = new FwpConditionValue0.Uint32(0xC0A8_0002L);

    static final FwpConditionValue0 LOCAL_NET = subnet(0x0A01_0000L);
    static final FwpConditionValue0 REMOTE_NET = subnet(0x0A02_0000L);

    static final List<FwpmFilterCondition0> TRAFFIC =
            List.of(
                    equal(FwpmConditions.IP_LOCAL_ADDRESS, LOCAL_NET),
                    equal(FwpmConditions.IP_REMOTE_ADDRESS, REMOTE_NET));

    final TestEngine engine;
    final Client client;
    final ProviderContextKey mainMode = ProviderContextKey.random();
    final ProviderContextKey policy = ProviderContextKey.random();

    TunnelFixture(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    static FwpConditionValue0 subnet(long address) {
        return new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(address, 0xFFFF_0000L));
    }

    static FwpConditionValue0 v6Subnet() {
        return new FwpConditionValue0.V6AddrMask(
                new FwpV6AddrAndMask(Bytes.ofHex("20010db8" + "00".repeat(12)), 64));
    }

    static FwpmFilterCondition0 equal(ConditionKey field, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, FwpMatchType.EQUAL, value);
    }

    /** What a tunnel is asked for with; each member can be spoilt. */
    record Wish(
            int flags,
            @Nullable FwpmProviderContext3 mainMode,
            FwpmProviderContext3 policy,
            List<FwpmFilterCondition0> conditions,
            @Nullable Key keyingModule) {
        Wish withFlags(int newFlags) {
            return new Wish(newFlags, mainMode, policy, conditions, keyingModule);
        }

        Wish withMainMode(@Nullable FwpmProviderContext3 newMainMode) {
            return new Wish(flags, newMainMode, policy, conditions, keyingModule);
        }

        Wish withPolicy(FwpmProviderContext3 newPolicy) {
            return new Wish(flags, mainMode, newPolicy, conditions, keyingModule);
        }

        Wish withPolicy(IpsecTunnelPolicy3 newPolicy) {
            return withPolicy(policy.withPolicy(new Policy.IpsecIkeQmTunnelContext(newPolicy)));
        }

        Wish withConditions(List<FwpmFilterCondition0> newConditions) {
            return new Wish(flags, mainMode, policy, newConditions, keyingModule);
        }

        Wish withKeyingModule(Key newKeyingModule) {
            return new Wish(flags, mainMode, policy, conditions, newKeyingModule);
        }
    }

    Wish wish() {
        return new Wish(0, Samples.mainMode(mainMode), Samples.tunnel(policy), TRAFFIC, null);
    }

    int add(Wish wish) {
        return add(client, wish);
    }

    static int add(Client client, Wish wish) {
        return client.functions
                .tunnel()
                .FwpmIPsecTunnelAdd3(
                        client.handle,
                        wish.flags(),
                        wish.mainMode() == null
                                ? NULL
                                : client.encode(wish.mainMode(), Structs.CONTEXT3),
                        client.encode(wish.policy(), Structs.CONTEXT3),
                        wish.conditions().size(),
                        client.encodeConditions(wish.conditions()),
                        wish.keyingModule() == null ? NULL : client.encode(wish.keyingModule()),
                        NULL);
    }

    int delete() {
        return delete(client);
    }

    int delete(Client client) {
        return client.functions
                .tunnel()
                .FwpmIPsecTunnelDeleteByKey0(client.handle, client.encode(policy));
    }

    /** {@return the filters of tunnels, without those that main mode policies bring along} */
    List<FwpmFilter0> filters() {
        return client.filters().stream()
                .filter(it -> !FwpmProviders.IKEEXT.equals(it.providerKey()))
                .toList();
    }

    List<FwpmFilter0> filters(LayerKey layer) {
        return filters().stream().filter(it -> it.layerKey().equals(layer)).toList();
    }

    FwpmFilter0 filter(LayerKey layer) {
        assertThat(filters(layer)).hasSize(1);
        return filters(layer).getFirst();
    }

    FwpmFilter0 filter(LayerKey layer, CalloutKey callout) {
        return filters(layer).stream()
                .filter(it -> it.action().target().equals(new FwpmAction0.Target.Callout(callout)))
                .findFirst()
                .orElseThrow();
    }

    List<ProviderContextKey> contexts() {
        MemorySegment out = client.arena.allocate(ADDRESS);
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        var functions = client.functions.providerContext();
        assertOk(functions.FwpmProviderContextCreateEnumHandle0(client.handle, NULL, out));
        assertOk(
                functions.FwpmProviderContextEnum3(
                        client.handle, out.get(ADDRESS, 0), 1000, entries, count));
        return client.takePage(entries, count, Structs.CONTEXT3).stream()
                .map(FwpmProviderContext3::providerContextKey)
                .skip(2) // the built-in ones
                .toList();
    }

    void assertNothing() {
        assertThat(client.filters()).isEmpty();
        assertThat(contexts()).isEmpty();
    }

    void assertRefused(Wish wish, ErrorCode error) {
        assertError(add(wish), error);
        assertNothing();
    }

    static void assertContext(FwpmFilter0 filter, ProviderContextKey context) {
        assertThat(filter.context()).isEqualTo(new FwpmFilter0.Context.ProviderContext(context));
    }

    static IpsecTunnelPolicy3 between(long local, long remote) {
        return Samples.tunnelPolicy()
                .withTunnelEndpoints(
                        IpsecTunnelEndpoints2.of(
                                new IpsecTunnelEndpoints2.LocalAddress.V4(local),
                                new IpsecTunnelEndpoints2.RemoteAddress.V4(remote)));
    }

    static IpsecTunnelPolicy3 betweenV6(String local, String remote) {
        return Samples.tunnelPolicy()
                .withTunnelEndpoints(
                        IpsecTunnelEndpoints2.of(
                                new IpsecTunnelEndpoints2.LocalAddress.V6(Bytes.ofHex(local)),
                                new IpsecTunnelEndpoints2.RemoteAddress.V6(Bytes.ofHex(remote))));
    }
}
