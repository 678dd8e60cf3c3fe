package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.ipsec.IpsecKeyingPolicy1;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** What a tunnel is made of (9.30). */
abstract class TunnelObjectsContract extends TunnelFixture {
    TunnelObjectsContract(Way way) {
        super(way);
    }

    @Test
    @DisplayName("9.30-contexts, U13: a tunnel is its policies and seven filters")
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
    @DisplayName("9.30-main-mode: the main mode policy is for the ends")
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
    @DisplayName(
            "9.30-quick-mode, 9.30-callouts: the quick mode policy and the transport callouts are"
                    + " for the traffic")
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
    @DisplayName(
            "9.30-forward: forwarded traffic has local and remote as source and destination,"
                    + " outbound")
    void addsForwardOutbound() {
        assertOk(add(wish()));
        assertForward(
                FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V4,
                FwpmSublayers.IPSEC_FORWARD_OUTBOUND_TUNNEL,
                LOCAL_NET,
                REMOTE_NET);
    }

    @Test
    @DisplayName("9.30-forward: forwarded traffic has local and remote swapped, inbound")
    void addsForwardInbound() {
        assertOk(add(wish()));
        assertForward(
                FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V4,
                FwpmSublayers.IPSEC_TUNNEL,
                REMOTE_NET,
                LOCAL_NET);
    }

    @Test
    @DisplayName("9.30-accept: the packets that carry others are let in between the ends")
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
    @DisplayName("9.30-policies: without a main mode policy those that exist apply")
    void goesWithoutMainMode() {
        assertOk(add(wish().withMainMode(null)));
        assertThat(contexts()).containsExactly(policy);
        assertThat(filters(FwpmLayers.IKEEXT_V4)).isEmpty();
        assertThat(client.filters()).hasSize(6);
    }

    @Test
    @DisplayName("9.30-keying: with a keying module only that may negotiate")
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
    @DisplayName(
            "9.30-conditions, 9.30-forward: only a point-to-point tunnel takes other conditions,"
                    + " and forwards nothing")
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
    @DisplayName("9.30-endpoint: an end that is known by its name needs no address")
    void takesNamedEnd() {
        IpsecTunnelEndpoints2 named =
                between(1, 0).tunnelEndpoints().withRemoteFqdn("gateway.example");
        assertOk(add(wish().withPolicy(Samples.tunnelPolicy().withTunnelEndpoints(named))));
        assertThat(filter(FwpmLayers.IKEEXT_V4).filterCondition())
                .extracting(FwpmFilterCondition0::fieldKey)
                .containsExactly(FwpmConditions.IP_LOCAL_ADDRESS);
    }

    @Test
    @DisplayName("9.30-quick-mode, 9.30-callouts: IPv6 ends have filters at the layers for IPv6")
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
    @DisplayName("9.30-endpoint: IPv6 traffic goes between IPv4 ends only if the policy says so")
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
    @DisplayName("9.30-versions: the older versions of the function add the same")
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

    private <T extends Record> MemorySegment older(
            FwpmProviderContext3 context, Class<T> version, Struct<T> struct) {
        T older = ContextVersions.toOlder(context, version);
        return client.encode(requireNonNull(older), struct);
    }
}
