package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmClassifyOptions0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ipsec.IpsecDospFlags;
import io.github.wfp4j.ipsec.IpsecDospOptions0;
import io.github.wfp4j.ipsec.IpsecKeyingPolicy1;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Which contexts and numbers filters can have, type by type (7.2, 7.3). */
abstract class FilterContextsContract {
    private static final ErrorCode MISMATCH = ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH;
    private static final ErrorCode UNFIT = ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT;

    private final TestEngine engine;
    private final Client client;
    private final ProviderContextKey general = ProviderContextKey.random();
    private final ProviderContextKey keying = ProviderContextKey.random();
    private final ProviderContextKey options = ProviderContextKey.random();
    private final ProviderContextKey protection = ProviderContextKey.random();

    FilterContextsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @BeforeEach
    void addContexts() {
        assertOk(client.add(Samples.general(general)));
        addContext(
                keying,
                new Policy.IpsecKeyingContext(
                        IpsecKeyingPolicy1.of(List.of(FwpmKeyingModules.IKEV2))));
        addContext(options, new Policy.ClassifyOptionsContext(new FwpmClassifyOptions0(List.of())));
        addContext(protection, new Policy.IpsecDospContext(protection()));
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private void addContext(ProviderContextKey key, Policy policy) {
        assertOk(client.add(Samples.context(key, policy)));
    }

    private static IpsecDospOptions0 protection() {
        FwpV6AddrAndMask any = new FwpV6AddrAndMask(Bytes.of(new byte[16]), 0);
        return new IpsecDospOptions0(
                1,
                1,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                1,
                1,
                IpsecDospFlags.NONE,
                List.of(),
                List.of(),
                any,
                any);
    }

    private void assertTakes(FwpmFilter0 filter, ProviderContextKey context) {
        assertError(client.add(Samples.withContext(filter, general)), MISMATCH);
        assertOk(client.add(Samples.withContext(filter, context)));
    }

    private static FwpmFilter0 call(LayerKey layer, CalloutKey callout) {
        return Samples.call(FwpActionType.CALLOUT_TERMINATING, layer, callout);
    }

    @Test
    @DisplayName("7.2-demux: KM_DEMUX takes keying contexts")
    void takesKeyingAtDemux() {
        assertTakes(Samples.permit(FwpmLayers.IPSEC_KM_DEMUX_V4), keying);
        assertTakes(Samples.permit(FwpmLayers.IPSEC_KM_DEMUX_V6), keying);
    }

    @Test
    @DisplayName("7.2-options: the callouts that set options take options")
    void takesOptions() {
        assertTakes(
                call(
                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                        FwpmCallouts.SET_OPTIONS_AUTH_CONNECT_LAYER_V4),
                options);
        assertTakes(
                call(
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6,
                        FwpmCallouts.SET_OPTIONS_AUTH_RECV_ACCEPT_LAYER_V6),
                options);
    }

    @Test
    @DisplayName(
            "7.2-dosp, 7.6-options: the callout of the protection takes its options, once it is"
                    + " there")
    void takesProtection() {
        CalloutKey callout = FwpmCallouts.IPSEC_DOSP_FORWARD_V6;
        assertOk(
                client.add(
                        Samples.callout(callout, FwpmLayers.IPFORWARD_V6)
                                .withFlags(FwpmCalloutFlags.USES_PROVIDER_CONTEXT)));
        assertTakes(call(FwpmLayers.IPFORWARD_V6, callout), protection);
    }

    @Test
    @DisplayName("7.2-none: where nobody looks at a context, none can be")
    void refusesUselessContext() {
        for (LayerKey layer : List.of(FwpmLayers.KM_AUTHORIZATION, FwpmLayers.RPC_UM)) {
            assertError(
                    client.add(Samples.withContext(Samples.permit(layer), general)),
                    ErrorCode.FWP_E_CONTEXT_INCOMPATIBLE_WITH_LAYER);
        }
    }

    private void assertNumbers(FwpmFilter0 filter, long all) {
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long number = 1L << bit;
            int result = client.add(withNumber(filter, number));
            if ((number & all) != 0) {
                assertOk(result);
            } else {
                assertError(result, UNFIT);
            }
        }
        assertOk(client.add(withNumber(filter, 0)));
    }

    private static FwpmFilter0 withNumber(FwpmFilter0 filter, long number) {
        return filter.withContext(new FwpmFilter0.Context.RawContext(number));
    }

    @Test
    @DisplayName("7.3-inbound, 7.3-reserved: inbound transport has three bits")
    void definesInboundNumbers() {
        assertNumbers(
                call(FwpmLayers.INBOUND_TRANSPORT_V4, FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4), 7);
    }

    @Test
    @DisplayName("7.3-outbound: outbound transport has three bits")
    void definesOutboundNumbers() {
        assertNumbers(
                call(FwpmLayers.OUTBOUND_TRANSPORT_V6, FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V6),
                7);
    }

    @Test
    @DisplayName("7.3-accept: accept has three bits")
    void definesAcceptNumbers() {
        assertNumbers(
                call(
                        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                        FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V4),
                0x38);
    }

    @Test
    @DisplayName("7.3-connect, 7.3-auth-fw: connect has five bits, of which one needs another")
    void definesConnectNumbers() {
        FwpmFilter0 filter =
                call(FwpmLayers.ALE_AUTH_CONNECT_V6, FwpmCallouts.IPSEC_ALE_CONNECT_V6);
        assertNumbers(filter, 0x1E);
        assertOk(client.add(withNumber(filter, 0x3E)));
    }
}
