package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The filters that the engine adds by itself (4.6). */
abstract class IkeExemptionsContract {
    private final TestEngine engine;
    private final Client client;
    private final ProviderContextKey context = ProviderContextKey.random();

    IkeExemptionsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @BeforeEach
    void addContext() {
        assertOk(client.add(Samples.mainMode(context)));
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private FwpmFilter0 policy(LayerKey layer) {
        return Samples.withContext(Samples.permit(layer), context);
    }

    private List<FwpmFilter0> exemptions() {
        return client.filters().stream()
                .filter(it -> FwpmProviders.IKEEXT.equals(it.providerKey()))
                .toList();
    }

    private long ports(int port) {
        return exemptions().stream()
                .flatMap(it -> it.filterCondition().stream())
                .map(FwpmFilterCondition0::conditionValue)
                .filter(new FwpConditionValue0.Uint16(port)::equals)
                .count();
    }

    @Test
    @DisplayName(
            "4.6-first, 4.6-v4-transport, 4.6-v4-ale, 4.6-owner, 4.6-count: the first IPv4 policy"
                    + " brings eight, at four layers for two ports")
    void addsForV4() {
        client.addOk(policy(FwpmLayers.IKEEXT_V4));
        client.addOk(policy(FwpmLayers.IKEEXT_V4));
        assertThat(exemptions())
                .hasSize(8)
                .allMatch(it -> it.subLayerKey().equals(FwpmSublayers.UNIVERSAL))
                .allMatch(it -> Weights.of(it.effectiveWeight()) >>> 60 == 12)
                .extracting(FwpmFilter0::layerKey)
                .containsOnly(
                        FwpmLayers.INBOUND_TRANSPORT_V4,
                        FwpmLayers.OUTBOUND_TRANSPORT_V4,
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                        FwpmLayers.ALE_AUTH_CONNECT_V4);
        assertThat(ports(500)).isEqualTo(4);
        assertThat(ports(4500)).isEqualTo(4);
    }

    @Test
    @DisplayName("4.6-first, 4.6-v6: the first IPv6 policy brings four, for one port")
    void addsForV6() {
        client.addOk(policy(FwpmLayers.IKEEXT_V6));
        assertThat(exemptions()).hasSize(4);
        assertThat(ports(500)).isEqualTo(4);
    }

    @Test
    @DisplayName("4.6-v4-ale: at the ALE layers only the system is exempt")
    void restrictsToSystem() {
        client.addOk(policy(FwpmLayers.IKEEXT_V4));
        assertThat(exemptions())
                .allSatisfy(it ->
                        assertThat(it.filterCondition())
                                .extracting(FwpmFilterCondition0::fieldKey)
                                .hasSize(it.layerKey().toString().contains("ALE") ? 3 : 2)
                                .startsWith(
                                        FwpmConditions.IP_PROTOCOL, FwpmConditions.IP_LOCAL_PORT));
    }

    @Test
    @DisplayName("4.6-first: a filter without a main mode policy brings none")
    void ignoresFiltersWithoutPolicy() {
        client.addOk(Samples.permit(FwpmLayers.IKEEXT_V4));
        assertThat(exemptions()).isEmpty();
    }

    @Test
    @DisplayName("4.6-first, 4.6-owner, U14: they go with the last policy of their IP version")
    void vanishWithLastPolicy() {
        long first = client.addOk(policy(FwpmLayers.IKEEXT_V4));
        long second = client.addOk(policy(FwpmLayers.IKEEXT_V4));
        client.addOk(policy(FwpmLayers.IKEEXT_V6));
        assertOk(client.deleteFilter(first));
        assertThat(exemptions()).hasSize(12);
        assertOk(client.deleteFilter(second));
        assertThat(exemptions()).hasSize(4);
    }

    @Test
    @DisplayName("4.6-first: they come and go within the transaction of the policy")
    void followTransaction() {
        assertOk(client.begin());
        client.addOk(policy(FwpmLayers.IKEEXT_V4));
        assertThat(exemptions()).hasSize(8);
        assertOk(client.abort());
        assertThat(exemptions()).isEmpty();
    }

    @Test
    @DisplayName("4.6-delete, U14: no client can delete them")
    void cannotBeDeleted() {
        client.addOk(policy(FwpmLayers.IKEEXT_V4));
        assertError(
                client.deleteFilter(exemptions().getFirst().filterId()),
                ErrorCode.FWP_E_BUILTIN_OBJECT);
    }

    @Test
    @DisplayName("4.6-first, 1.21: they go with the session of the last policy")
    void vanishWithSession() {
        Client dynamic = Client.openDynamic(engine);
        dynamic.addOk(policy(FwpmLayers.IKEEXT_V4));
        assertThat(exemptions()).hasSize(8);
        assertOk(dynamic.closeHandle());
        assertThat(exemptions()).isEmpty();
    }
}
