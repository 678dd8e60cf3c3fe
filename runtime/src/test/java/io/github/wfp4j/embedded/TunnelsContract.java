package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.ipsec.IpsecKeyingPolicy1;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Tunnels and all that makes them (9.30). */
abstract class TunnelsContract {
    private static final int POINT_TO_POINT = FwpmTunnelFlags.POINT_TO_POINT.bits();

    private static final FwpConditionValue0 LOCAL_END = new FwpConditionValue0.Uint32(0xC0A8_0001L);
    private static final FwpConditionValue0 REMOTE_END =
            new FwpConditionValue0.Uint32(0xC0A8_0002L);

    private static final FwpConditionValue0 LOCAL_NET = subnet(0x0A01_0000L);
    private static final FwpConditionValue0 REMOTE_NET = subnet(0x0A02_0000L);

    private static final List<FwpmFilterCondition0> TRAFFIC =
            List.of(
                    equal(FwpmConditions.IP_LOCAL_ADDRESS, LOCAL_NET),
                    equal(FwpmConditions.IP_REMOTE_ADDRESS, REMOTE_NET));

    private final TestEngine engine;
    private final Client client;
    private final ProviderContextKey mainMode = ProviderContextKey.random();
    private final ProviderContextKey policy = ProviderContextKey.random();

    TunnelsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private static FwpConditionValue0 subnet(long address) {
        return new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(address, 0xFFFF_0000L));
    }

    private static FwpConditionValue0 v6Subnet() {
        return new FwpConditionValue0.V6AddrMask(
                new FwpV6AddrAndMask(Bytes.ofHex("20010db8" + "00".repeat(12)), 64));
    }

    private static FwpmFilterCondition0 equal(ConditionKey field, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, FwpMatchType.EQUAL, value);
    }

    /** What a tunnel is asked for with; each member can be spoilt. */
    private record Wish(
            int flags,
            @Nullable FwpmProviderContext3 mainMode,
            FwpmProviderContext3 policy,
            List<FwpmFilterCondition0> conditions,
            @Nullable Key keyingModule) {
        private Wish withFlags(int newFlags) {
            return new Wish(newFlags, mainMode, policy, conditions, keyingModule);
        }

        private Wish withMainMode(@Nullable FwpmProviderContext3 newMainMode) {
            return new Wish(flags, newMainMode, policy, conditions, keyingModule);
        }

        private Wish withPolicy(FwpmProviderContext3 newPolicy) {
            return new Wish(flags, mainMode, newPolicy, conditions, keyingModule);
        }

        private Wish withPolicy(IpsecTunnelPolicy3 newPolicy) {
            return withPolicy(policy.withPolicy(new Policy.IpsecIkeQmTunnelContext(newPolicy)));
        }

        private Wish withConditions(List<FwpmFilterCondition0> newConditions) {
            return new Wish(flags, mainMode, policy, newConditions, keyingModule);
        }

        private Wish withKeyingModule(Key newKeyingModule) {
            return new Wish(flags, mainMode, policy, conditions, newKeyingModule);
        }
    }

    private Wish wish() {
        return new Wish(0, Samples.mainMode(mainMode), Samples.tunnel(policy), TRAFFIC, null);
    }

    private int add(Wish wish) {
        return add(client, wish);
    }

    private static int add(Client client, Wish wish) {
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

    private int delete() {
        return delete(client);
    }

    private int delete(Client client) {
        return client.functions
                .tunnel()
                .FwpmIPsecTunnelDeleteByKey0(client.handle, client.encode(policy));
    }

    /** {@return the filters of tunnels, without those that main mode policies bring along} */
    private List<FwpmFilter0> filters() {
        return client.filters().stream()
                .filter(it -> !FwpmProviders.IKEEXT.equals(it.providerKey()))
                .toList();
    }

    private List<FwpmFilter0> filters(LayerKey layer) {
        return filters().stream().filter(it -> it.layerKey().equals(layer)).toList();
    }

    private FwpmFilter0 filter(LayerKey layer) {
        assertThat(filters(layer)).hasSize(1);
        return filters(layer).getFirst();
    }

    private FwpmFilter0 filter(LayerKey layer, CalloutKey callout) {
        return filters(layer).stream()
                .filter(it -> it.action().target().equals(new FwpmAction0.Target.Callout(callout)))
                .findFirst()
                .orElseThrow();
    }

    private List<ProviderContextKey> contexts() {
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

    private void assertNothing() {
        assertThat(client.filters()).isEmpty();
        assertThat(contexts()).isEmpty();
    }

    private void assertRefused(Wish wish, ErrorCode error) {
        assertError(add(wish), error);
        assertNothing();
    }

    private static void assertContext(FwpmFilter0 filter, ProviderContextKey context) {
        assertThat(filter.context()).isEqualTo(new FwpmFilter0.Context.ProviderContext(context));
    }

    @Test
    @DisplayName("9.30: a tunnel is its policies and seven filters")
    void addsAllObjects() {
        assertOk(add(wish()));
        assertThat(contexts()).containsExactly(mainMode, policy);
        assertThat(filters())
                .extracting(FwpmFilter0::layerKey)
                .containsExactlyInAnyOrder(
                        FwpmLayers.IKEEXT_V4,
                        FwpmLayers.IPSEC_V4,
                        FwpmLayers.INBOUND_TRANSPORT_V4,
                        FwpmLayers.OUTBOUND_TRANSPORT_V4,
                        FwpmLayers.IPFORWARD_V4,
                        FwpmLayers.IPFORWARD_V4,
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4);
        assertThat(client.filters()).hasSizeGreaterThan(filters().size());
    }

    @Test
    @DisplayName("9.30: the main mode policy is for the ends")
    void addsMainMode() {
        assertOk(add(wish()));
        FwpmFilter0 filter = filter(FwpmLayers.IKEEXT_V4);
        assertContext(filter, mainMode);
        assertThat(filter.filterCondition())
                .containsExactly(
                        equal(FwpmConditions.IP_LOCAL_ADDRESS, LOCAL_END),
                        equal(FwpmConditions.IP_REMOTE_ADDRESS, REMOTE_END));
    }

    @Test
    @DisplayName("9.30: the quick mode policy and the transport callouts are for the traffic")
    void addsTransport() {
        assertOk(add(wish()));
        FwpmFilter0 quickMode = filter(FwpmLayers.IPSEC_V4);
        FwpmFilter0 inbound =
                filter(FwpmLayers.INBOUND_TRANSPORT_V4, FwpmCallouts.IPSEC_INBOUND_TUNNEL_V4);
        FwpmFilter0 outbound =
                filter(FwpmLayers.OUTBOUND_TRANSPORT_V4, FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V4);
        for (FwpmFilter0 filter : List.of(quickMode, inbound, outbound)) {
            assertContext(filter, policy);
            assertThat(filter.filterCondition()).isEqualTo(TRAFFIC);
        }
        assertThat(List.of(inbound.subLayerKey(), outbound.subLayerKey()))
                .containsOnly(FwpmSublayers.IPSEC_TUNNEL);
    }

    @Test
    @DisplayName("9.30: forwarded traffic has local and remote as source and destination, outbound")
    void addsForwardOutbound() {
        assertOk(add(wish()));
        assertForward(
                FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V4,
                FwpmSublayers.IPSEC_FORWARD_OUTBOUND_TUNNEL,
                LOCAL_NET,
                REMOTE_NET);
    }

    @Test
    @DisplayName("9.30: forwarded traffic has local and remote swapped, inbound")
    void addsForwardInbound() {
        assertOk(add(wish()));
        assertForward(
                FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V4,
                FwpmSublayers.IPSEC_TUNNEL,
                REMOTE_NET,
                LOCAL_NET);
    }

    private void assertForward(
            CalloutKey callout,
            SublayerKey sublayer,
            FwpConditionValue0 source,
            FwpConditionValue0 destination) {
        FwpmFilter0 filter = filter(FwpmLayers.IPFORWARD_V4, callout);
        assertContext(filter, policy);
        assertThat(filter.subLayerKey()).isEqualTo(sublayer);
        assertThat(filter.filterCondition())
                .containsExactlyInAnyOrder(
                        equal(FwpmConditions.IP_SOURCE_ADDRESS, source),
                        equal(FwpmConditions.IP_DESTINATION_ADDRESS, destination));
    }

    @Test
    @DisplayName("9.30: the packets that carry others are let in between the ends")
    void addsAccept() {
        assertOk(add(wish()));
        FwpmFilter0 filter =
                filter(
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                        FwpmCallouts.IPSEC_INBOUND_TUNNEL_ALE_ACCEPT_V4);
        assertThat(filter.context()).isEqualTo(new FwpmFilter0.Context.RawContext(0));
        assertThat(filter.filterCondition())
                .containsExactly(
                        equal(FwpmConditions.IP_LOCAL_ADDRESS, LOCAL_END),
                        equal(FwpmConditions.IP_REMOTE_ADDRESS, REMOTE_END),
                        equal(FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(4)));
    }

    @Test
    @DisplayName("9.30: without a main mode policy those that exist apply")
    void goesWithoutMainMode() {
        assertOk(add(wish().withMainMode(null)));
        assertThat(contexts()).containsExactly(policy);
        assertThat(filters(FwpmLayers.IKEEXT_V4)).isEmpty();
        assertThat(client.filters()).hasSize(6);
    }

    @Test
    @DisplayName("9.30: with a keying module only that may negotiate")
    void namesKeyingModule() {
        assertOk(add(wish().withKeyingModule(FwpmKeyingModules.IKE)));
        FwpmFilter0 filter = filter(FwpmLayers.IPSEC_KM_DEMUX_V4);
        assertThat(filter.filterCondition()).isEqualTo(TRAFFIC);
        assertThat(filter.context())
                .isInstanceOfSatisfying(
                        FwpmFilter0.Context.ProviderContext.class,
                        it ->
                                assertThat(client.context(it.providerContextKey()).policy())
                                        .isEqualTo(
                                                new Policy.IpsecKeyingContext(
                                                        IpsecKeyingPolicy1.of(
                                                                List.of(FwpmKeyingModules.IKE)))));
        assertOk(delete());
        assertNothing();
    }

    @Test
    @DisplayName("9.30: only a point-to-point tunnel takes other conditions, and forwards nothing")
    void restrictsConditions() {
        List<FwpmFilterCondition0> conditions = new ArrayList<>(TRAFFIC);
        conditions.add(equal(FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(6)));
        conditions.add(equal(FwpmConditions.IP_REMOTE_PORT, new FwpConditionValue0.Uint16(80)));
        Wish wish = wish().withConditions(conditions).withKeyingModule(FwpmKeyingModules.IKE);
        assertRefused(wish, ErrorCode.FWP_E_INVALID_PARAMETER);
        assertOk(add(wish.withFlags(POINT_TO_POINT)));
        assertThat(filters(FwpmLayers.IPFORWARD_V4)).isEmpty();
        assertThat(filter(FwpmLayers.IPSEC_V4).filterCondition()).isEqualTo(conditions);
        // The module is chosen before anybody looks at ports.
        assertThat(filter(FwpmLayers.IPSEC_KM_DEMUX_V4).filterCondition()).isEqualTo(TRAFFIC);
    }

    @Test
    @DisplayName("9.30: flags that are not defined are refused, the reserved one is not")
    void refusesUnknownFlags() {
        assertRefused(wish().withFlags(8), ErrorCode.FWP_E_INVALID_FLAGS);
        assertOk(add(wish().withFlags(7)));
    }

    @Test
    @DisplayName("9.30: the policies must be of the types for main mode and for tunnels")
    void refusesOtherPolicies() {
        FwpmProviderContext3 general = Samples.general(ProviderContextKey.random());
        assertRefused(wish().withPolicy(general), ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
        assertRefused(wish().withMainMode(general), ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
        assertError(
                client.functions
                        .tunnel()
                        .FwpmIPsecTunnelAdd3(client.handle, 0, NULL, NULL, 0, NULL, NULL, NULL),
                ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName("9.30: conditions that are counted must be there")
    void refusesMissingConditions() {
        assertError(
                client.functions
                        .tunnel()
                        .FwpmIPsecTunnelAdd3(
                                client.handle,
                                0,
                                NULL,
                                client.encode(Samples.tunnel(policy), Structs.CONTEXT3),
                                1,
                                NULL,
                                NULL,
                                NULL),
                ErrorCode.FWP_E_NULL_POINTER);
        assertNothing();
    }

    private static IpsecTunnelPolicy3 between(long local, long remote) {
        return Samples.tunnelPolicy()
                .withTunnelEndpoints(
                        IpsecTunnelEndpoints2.of(
                                new IpsecTunnelEndpoints2.LocalAddress.V4(local),
                                new IpsecTunnelEndpoints2.RemoteAddress.V4(remote)));
    }

    private static IpsecTunnelPolicy3 betweenV6(String local, String remote) {
        return Samples.tunnelPolicy()
                .withTunnelEndpoints(
                        IpsecTunnelEndpoints2.of(
                                new IpsecTunnelEndpoints2.LocalAddress.V6(Bytes.ofHex(local)),
                                new IpsecTunnelEndpoints2.RemoteAddress.V6(Bytes.ofHex(remote))));
    }

    @Test
    @DisplayName("9.30, 3.6: the ends are hosts")
    void refusesUselessEnds() {
        ErrorCode error = ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT;
        assertRefused(wish().withPolicy(between(0, 1)), error);
        assertRefused(wish().withPolicy(between(1, 0)), error);
        assertRefused(wish().withPolicy(between(1, 0xE000_0001L)), error);
        assertRefused(wish().withPolicy(between(0xFFFF_FFFFL, 1)), error);
        Wish v6 = wish().withConditions(List.of());
        String host = "20010db8" + "00".repeat(11) + "01";
        assertRefused(v6.withPolicy(betweenV6(host, "00".repeat(16))), error);
        assertRefused(v6.withPolicy(betweenV6("ff" + "02".repeat(15), host)), error);
        IpsecTunnelEndpoints2 mixed =
                Samples.tunnelPolicy()
                        .tunnelEndpoints()
                        .withRemoteAddresses(
                                List.of(new IpsecTunnelEndpoint0.V6(Bytes.ofHex(host))));
        assertRefused(wish().withPolicy(Samples.tunnelPolicy().withTunnelEndpoints(mixed)), error);
    }

    @Test
    @DisplayName("9.30: an end that is known by its name needs no address")
    void takesNamedEnd() {
        IpsecTunnelEndpoints2 named =
                between(1, 0).tunnelEndpoints().withRemoteFqdn("gateway.example");
        assertOk(add(wish().withPolicy(Samples.tunnelPolicy().withTunnelEndpoints(named))));
        assertThat(filter(FwpmLayers.IKEEXT_V4).filterCondition())
                .extracting(FwpmFilterCondition0::fieldKey)
                .containsExactly(FwpmConditions.IP_LOCAL_ADDRESS);
    }

    @Test
    @DisplayName("9.30: IPv6 ends have filters at the layers for IPv6")
    void goesBetweenV6Ends() {
        String host = "20010db8" + "00".repeat(11);
        FwpConditionValue0 local =
                new FwpConditionValue0.ByteArray16(new FwpByteArray16(Bytes.ofHex(host + "01")));
        assertOk(
                add(
                        wish().withConditions(List.of())
                                .withPolicy(betweenV6(host + "01", host + "02"))));
        assertThat(filter(FwpmLayers.IKEEXT_V6).filterCondition())
                .contains(equal(FwpmConditions.IP_LOCAL_ADDRESS, local));
        assertThat(filter(FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6).filterCondition())
                .contains(equal(FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(41)));
        assertThat(filters(FwpmLayers.IPFORWARD_V6)).hasSize(2);
        assertThat(filter(FwpmLayers.IPSEC_V6).filterCondition()).isEmpty();
    }

    @Test
    @DisplayName("9.30: IPv6 traffic goes between IPv4 ends only if the policy says so")
    void carriesV6OverV4() {
        Wish v6 =
                wish().withConditions(List.of(equal(FwpmConditions.IP_LOCAL_ADDRESS, v6Subnet())));
        assertRefused(v6, ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
        assertOk(
                add(
                        v6.withPolicy(
                                Samples.tunnelPolicy()
                                        .withFlags(IpsecPolicyFlags.ENABLE_V6_IN_V4_TUNNELING))));
        assertThat(filters(FwpmLayers.IKEEXT_V4)).hasSize(1);
        assertThat(filters(FwpmLayers.IPSEC_V6)).hasSize(1);
        assertThat(filters(FwpmLayers.INBOUND_TRANSPORT_V6)).hasSize(1);
        assertThat(filter(FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4).filterCondition())
                .contains(equal(FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(41)));
    }

    @Test
    @DisplayName("9.30: a key that is taken, or a wrong filter, leaves nothing behind")
    void isAllOrNothing() {
        assertOk(client.add(Samples.general(policy)));
        assertError(add(wish()), ErrorCode.FWP_E_ALREADY_EXISTS);
        assertThat(contexts()).containsExactly(policy);
        assertThat(client.filters()).isEmpty();
        assertOk(
                client.functions
                        .providerContext()
                        .FwpmProviderContextDeleteByKey0(client.handle, client.encode(policy)));
        Wish wrong =
                wish().withConditions(
                                List.of(
                                        equal(
                                                FwpmConditions.IP_LOCAL_ADDRESS,
                                                new FwpConditionValue0.Uint16(1))));
        assertRefused(wrong, ErrorCode.FWP_E_TYPE_MISMATCH);
        FwpmProviderContext3 nameless =
                wish().policy().withDisplayData(new FwpmDisplayData0(null, null));
        assertRefused(wish().withPolicy(nameless), ErrorCode.FWP_E_NULL_DISPLAY_NAME);
        assertRefused(
                wish().withPolicy(wish().policy().withProviderKey(ProviderKey.random())),
                ErrorCode.FWP_E_PROVIDER_NOT_FOUND);
    }

    @Test
    @DisplayName("9.30: no tunnel in a read-only transaction; an abort takes it back")
    void followsTransaction() {
        assertOk(client.beginReadOnly());
        assertError(add(wish()), ErrorCode.FWP_E_INCOMPATIBLE_TXN);
        assertError(delete(), ErrorCode.FWP_E_INCOMPATIBLE_TXN);
        assertOk(client.abort());
        assertOk(client.begin());
        assertOk(add(wish()));
        assertOk(client.abort());
        assertNothing();
    }

    @Test
    @DisplayName("9.30: deletion by the key of the tunnel policy takes everything along")
    void deletesAll() {
        assertOk(add(wish()));
        assertOk(delete());
        assertNothing();
        assertError(delete(), ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertOk(add(wish()));
    }

    @Test
    @DisplayName("9.30: other tunnels and what only looks like one stay")
    void sparesOthers() {
        assertOk(client.add(Samples.tunnel(policy)));
        assertError(delete(), ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        ProviderContextKey other = ProviderContextKey.random();
        ProviderContextKey otherMainMode = ProviderContextKey.random();
        assertOk(
                add(
                        wish().withMainMode(Samples.mainMode(otherMainMode))
                                .withPolicy(Samples.tunnel(other))));
        int count = client.filters().size();
        assertError(delete(), ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertThat(client.filters()).hasSize(count);
        assertThat(contexts()).containsExactly(policy, otherMainMode, other);
    }

    @Test
    @DisplayName("9.30, 3.5: a policy that another filter uses keeps the whole tunnel")
    void isInUse() {
        assertOk(add(wish()));
        int count = client.filters().size();
        long user = client.addOk(Samples.withContext(Samples.permit(FwpmLayers.IPSEC_V4), policy));
        assertError(delete(), ErrorCode.FWP_E_IN_USE);
        assertThat(client.filters()).hasSize(count + 1);
        assertOk(client.deleteFilter(user));
        assertOk(delete());
        assertNothing();
    }

    @Test
    @DisplayName("9.30: what was deleted of a tunnel before does not keep the rest")
    void deletesRest() {
        assertOk(add(wish()));
        assertOk(client.deleteFilter(filter(FwpmLayers.IPSEC_V4).filterId()));
        assertOk(delete());
        assertNothing();
    }

    @Test
    @DisplayName("9.30: a tunnel of a dynamic session dies with it")
    void diesWithSession() {
        Client dynamic = Client.openDynamic(engine);
        assertOk(add(dynamic, wish()));
        assertThat(filters()).hasSize(7);
        assertError(delete(), ErrorCode.FWP_E_WRONG_SESSION);
        dynamic.close();
        assertNothing();
        assertOk(add(wish()));
        try (Client other = Client.openDynamic(engine)) {
            assertError(delete(other), ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
        }
    }

    @Test
    @DisplayName("9.30: a tunnel with persistent policies has persistent filters")
    void isPersistent() {
        UnaryOperator<FwpmProviderContext3> persistent =
                it -> it.withFlags(FwpmProviderContextFlags.PERSISTENT);
        Wish wish = wish().withPolicy(persistent.apply(wish().policy()));
        assertRefused(wish, ErrorCode.FWP_E_LIFETIME_MISMATCH);
        assertOk(add(wish.withMainMode(persistent.apply(Samples.mainMode(mainMode)))));
        assertThat(filters())
                .hasSize(7)
                .allMatch(it -> it.flags().contains(FwpmFilterFlags.PERSISTENT));
        assertOk(delete());
        assertNothing();
    }

    @Test
    @DisplayName("9.30: the older versions of the function add the same")
    void worksInOlderVersions() {
        var functions = client.functions.tunnel();
        MemorySegment traffic = client.encodeConditions(TRAFFIC);
        assertOk(
                functions.FwpmIPsecTunnelAdd0(
                        client.handle,
                        0,
                        older(
                                Samples.mainMode(mainMode),
                                FwpmProviderContext0.class,
                                Structs.CONTEXT0),
                        older(Samples.tunnel(policy), FwpmProviderContext0.class, Structs.CONTEXT0),
                        2,
                        traffic,
                        NULL));
        assertThat(filters()).hasSize(7);
        assertOk(delete());
        assertOk(
                functions.FwpmIPsecTunnelAdd1(
                        client.handle,
                        0,
                        NULL,
                        older(Samples.tunnel(policy), FwpmProviderContext1.class, Structs.CONTEXT1),
                        2,
                        traffic,
                        client.encode(FwpmKeyingModules.AUTHIP),
                        NULL));
        assertThat(filters(FwpmLayers.IPSEC_KM_DEMUX_V4)).hasSize(1);
        assertOk(delete());
        assertOk(
                functions.FwpmIPsecTunnelAdd2(
                        client.handle,
                        0,
                        NULL,
                        older(Samples.tunnel(policy), FwpmProviderContext2.class, Structs.CONTEXT2),
                        2,
                        traffic,
                        NULL,
                        NULL));
        assertThat(filters()).hasSize(6);
    }

    private <T extends Record> MemorySegment older(
            FwpmProviderContext3 context, Class<T> version, Struct<T> struct) {
        T older = ContextVersions.toOlder(context, version);
        return client.encode(requireNonNull(older), struct);
    }
}
