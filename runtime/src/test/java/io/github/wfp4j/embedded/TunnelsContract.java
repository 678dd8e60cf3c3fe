package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.function.UnaryOperator;

/** Which tunnels are refused, and how tunnels come and go (9.30). */
abstract class TunnelsContract extends TunnelFixture {
    TunnelsContract(Way way) {
        super(way);
    }

    @Test
    @DisplayName("9.30-flags: flags that are not defined are refused, the reserved one is not")
    void refusesUnknownFlags() {
        assertRefused(wish().withFlags(8), ErrorCode.FWP_E_INVALID_FLAGS);
        assertOk(add(wish().withFlags(7)));
    }

    @Test
    @DisplayName("9.30-policies: the policies must be of the types for main mode and for tunnels")
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
    @DisplayName("9.30-conditions: conditions that are counted must be there")
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

    @Test
    @DisplayName("9.30-endpoint, 3.6-endpoint: the ends are hosts")
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
    @DisplayName("9.30-transaction: a key that is taken, or a wrong filter, leaves nothing behind")
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
    @DisplayName("9.30-transaction: no tunnel in a read-only transaction; an abort takes it back")
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
    @DisplayName("9.30-delete: deletion by the key of the tunnel policy takes everything along")
    void deletesAll() {
        assertOk(add(wish()));
        assertOk(delete());
        assertNothing();
        assertError(delete(), ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertOk(add(wish()));
    }

    @Test
    @DisplayName("9.30-delete: other tunnels and what only looks like one stay")
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
    @DisplayName("9.30-delete, 3.5: a policy that another filter uses keeps the whole tunnel")
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
    @DisplayName("9.30-delete: what was deleted of a tunnel before does not keep the rest")
    void deletesRest() {
        assertOk(add(wish()));
        assertOk(client.deleteFilter(filter(FwpmLayers.IPSEC_V4).filterId()));
        assertOk(delete());
        assertNothing();
    }

    @Test
    @DisplayName("9.30-lifetime: a tunnel of a dynamic session dies with it")
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
    @DisplayName("9.30-lifetime: a tunnel with persistent policies has persistent filters")
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
}
