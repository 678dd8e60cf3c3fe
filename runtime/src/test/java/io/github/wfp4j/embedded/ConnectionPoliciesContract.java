package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpNetworkConnectionPolicySettingType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmNetworkConnectionPolicySetting0;
import io.github.wfp4j.fwpm.FwpmNetworkConnectionPolicySettings0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The policies on the routes of outgoing connections (3.6). */
abstract class ConnectionPoliciesContract {
    private static final int V4 = 0;
    private static final int V6 = 1;

    private static final FwpmFilterCondition0 PORT =
            Samples.condition(
                    FwpmConditions.IP_REMOTE_PORT,
                    FwpMatchType.EQUAL,
                    new FwpConditionValue0.Uint16(443));

    private final TestEngine engine;
    private final Client client;
    private final ProviderContextKey key = ProviderContextKey.random();

    ConnectionPoliciesContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private FwpmProviderContext3 policy() {
        return Samples.context(
                key,
                new Policy.NetworkConnectionPolicyContext(
                        new FwpmNetworkConnectionPolicySettings0(
                                List.of(
                                        new FwpmNetworkConnectionPolicySetting0(
                                                FwpNetworkConnectionPolicySettingType
                                                        .SOURCE_ADDRESS,
                                                new FwpValue0.Uint32(0x0A00_0001))))));
    }

    private int add(FwpmProviderContext3 policy, int version, FwpmFilterCondition0... conditions) {
        return client.functions
                .connection()
                .FwpmConnectionPolicyAdd0(
                        client.handle,
                        client.encode(policy, Structs.CONTEXT3),
                        version,
                        5,
                        conditions.length,
                        client.encodeConditions(List.of(conditions)),
                        NULL);
    }

    private int delete() {
        return client.functions
                .connection()
                .FwpmConnectionPolicyDeleteByKey0(client.handle, client.encode(key));
    }

    @Test
    @DisplayName(
            "3.6-connection-policy: a policy is a context and a filter with the weight and the"
                    + " conditions")
    void addsContextAndFilter() {
        assertOk(add(policy(), V4, PORT));
        assertThat(client.context(key).policy()).isEqualTo(policy().policy());
        assertThat(client.filters())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.layerKey())
                            .isEqualTo(FwpmLayers.OUTBOUND_NETWORK_CONNECTION_POLICY_V4);
                    assertThat(it.weight()).isEqualTo(new FwpValue0.Uint64(5));
                    assertThat(it.filterCondition()).containsExactly(PORT);
                    assertThat(it.context())
                            .isEqualTo(new FwpmFilter0.Context.ProviderContext(key));
                });
        assertError(add(policy(), V6), ErrorCode.FWP_E_ALREADY_EXISTS);
        assertThat(client.filters()).hasSize(1);
    }

    @Test
    @DisplayName("3.6-connection-policy: each IP version has its layer, and there is no third")
    void dependsOnVersion() {
        assertError(add(policy(), 2), ErrorCode.FWP_E_INVALID_ENUMERATOR);
        assertError(add(policy(), 3), ErrorCode.FWP_E_INVALID_ENUMERATOR);
        assertOk(add(policy(), V6));
        assertThat(client.filters())
                .extracting(FwpmFilter0::layerKey)
                .containsExactly(FwpmLayers.OUTBOUND_NETWORK_CONNECTION_POLICY_V6);
    }

    @Test
    @DisplayName("3.6-connection-policy: a context of another type is no such policy")
    void refusesOtherTypes() {
        assertError(add(Samples.general(key), V4), ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
    }

    @Test
    @DisplayName(
            "3.6-connection-policy, 2.4: a condition that the layer does not know leaves nothing"
                    + " behind")
    void isAllOrNothing() {
        FwpmFilterCondition0 unknown =
                Samples.condition(
                        FwpmConditions.IP_FORWARD_INTERFACE,
                        FwpMatchType.EQUAL,
                        new FwpConditionValue0.Uint64(1));
        assertError(add(policy(), V4, unknown), ErrorCode.FWP_E_CONDITION_NOT_FOUND);
        assertOk(add(policy(), V4));
    }

    @Test
    @DisplayName("3.6-connection-policy: deletion takes the context and the filter")
    void deletes() {
        assertError(delete(), ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertOk(add(policy(), V4, PORT));
        assertOk(delete());
        assertThat(client.filters()).isEmpty();
        assertError(delete(), ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertOk(add(policy(), V4));
    }
}
