package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpNetworkConnectionPolicySettingType;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmNetworkConnectionPolicySetting0;
import io.github.wfp4j.fwpm.FwpmNetworkConnectionPolicySettings0;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.ipsec.IpsecDospFlags;
import io.github.wfp4j.ipsec.IpsecDospOptions0;
import io.github.wfp4j.ipsec.IpsecKeyingPolicy1;
import io.github.wfp4j.ipsec.IpsecKeyingPolicyFlags;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;

/** What contexts that are neither main nor quick mode policies can say (3.6). */
abstract class OtherPoliciesContract {
    private final TestEngine engine;
    private final Client client;
    private final PolicyClient policies;

    OtherPoliciesContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
        policies = new PolicyClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private static Policy keying(KeyingModuleKey... modules) {
        return new Policy.IpsecKeyingContext(IpsecKeyingPolicy1.of(List.of(modules)));
    }

    @Test
    @DisplayName("3.6-keymod, 3.6-empty: keying modules come once, and there is one at least")
    void refusesRepeatedModule() {
        policies.assertTaken(
                keying(FwpmKeyingModules.IKE, FwpmKeyingModules.AUTHIP, FwpmKeyingModules.IKEV2));
        policies.assertRefused(
                keying(FwpmKeyingModules.IKE, FwpmKeyingModules.AUTHIP, FwpmKeyingModules.IKE),
                ErrorCode.FWP_E_DUPLICATE_KEYMOD);
        policies.assertRefused(keying(), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
    }

    @Test
    @DisplayName("3.27: flags of a keying policy that nobody defined are refused")
    void refusesUnknownFlags() {
        IpsecKeyingPolicy1 policy = IpsecKeyingPolicy1.of(List.of(FwpmKeyingModules.IKEV2));
        policies.assertTaken(
                new Policy.IpsecKeyingContext(
                        policy.withFlags(IpsecKeyingPolicyFlags.TERMINATING_MATCH)));
        policies.assertRefused(
                new Policy.IpsecKeyingContext(policy.withFlags(new IpsecKeyingPolicyFlags(2))),
                ErrorCode.FWP_E_INVALID_FLAGS);
    }

    @Test
    @DisplayName("3.6-types, 3.6-network-type: each version refuses the types of newer ones")
    void refusesNewerTypes() {
        int[] firstUnknown = {9, 12, 13, 14};
        List<MemorySegment> contexts = policies.encode(new Policy.GeneralContext(Client.noData()));
        for (int version = 0; version < firstUnknown.length; version++) {
            MemorySegment context = contexts.get(version);
            for (int type = firstUnknown[version]; type < 16; type++) {
                context.set(JAVA_INT, FwpmProviderContext3Codec.TYPE, type);
                assertError(policies.add(context, version), ErrorCode.FWP_E_INVALID_ENUMERATOR);
            }
        }
    }

    @Test
    @DisplayName("3.6-network-type: only the newest version has policies of connections")
    void takesConnectionPolicy() {
        Policy policy =
                new Policy.NetworkConnectionPolicyContext(
                        new FwpmNetworkConnectionPolicySettings0(
                                List.of(
                                        new FwpmNetworkConnectionPolicySetting0(
                                                FwpNetworkConnectionPolicySettingType
                                                        .NEXT_HOP_INTERFACE,
                                                new FwpValue0.Uint64(7)))));
        assertThat(policies.encode(policy)).hasSize(1);
        policies.assertTaken(policy);
    }

    private static IpsecDospOptions0 options() {
        FwpV6AddrAndMask anywhere = new FwpV6AddrAndMask(Bytes.of(new byte[16]), 0);
        return new IpsecDospOptions0(
                360,
                360,
                0xFF,
                102_400,
                10_240,
                0,
                0,
                63,
                1_024_000,
                0xFF,
                0,
                0xFF,
                0,
                75_000,
                50_000,
                IpsecDospFlags.NONE,
                List.of(1L),
                List.of(2L),
                anywhere,
                anywhere);
    }

    private void assertOptions(ErrorCode error, IpsecDospOptions0 options) {
        policies.assertRefused(new Policy.IpsecDospContext(options), error);
    }

    @Test
    @DisplayName("3.6-bounds: code points have six bits, or are turned off")
    void refusesCodePoints() {
        policies.assertTaken(new Policy.IpsecDospContext(options()));
        List<Function<Integer, IpsecDospOptions0>> members =
                List.of(
                        options()::withIpV6IPsecUnauthDscp,
                        options()::withIpV6IPsecAuthDscp,
                        options()::withIcmpV6Dscp,
                        options()::withIpV6FilterExemptDscp,
                        options()::withDefBlockExemptDscp);
        for (Function<Integer, IpsecDospOptions0> member : members) {
            assertOptions(ErrorCode.FWP_E_OUT_OF_BOUNDS, member.apply(64));
            assertOptions(ErrorCode.FWP_E_OUT_OF_BOUNDS, member.apply(0xFE));
            assertOptions(ErrorCode.ERROR_SUCCESS, member.apply(63));
            assertOptions(ErrorCode.ERROR_SUCCESS, member.apply(0xFF));
        }
    }

    @Test
    @DisplayName("3.6-bounds: the protection has timeouts and limits")
    void refusesNoLimits() {
        for (IpsecDospOptions0 options :
                List.of(
                        options().withStateIdleTimeoutSeconds(0),
                        options().withPerIPRateLimitQueueIdleTimeoutSeconds(0),
                        options().withMaxStateEntries(0),
                        options().withMaxPerIPRateLimitQueues(0))) {
            assertOptions(ErrorCode.FWP_E_OUT_OF_BOUNDS, options);
        }
    }

    @Test
    @DisplayName("7.6-options, 4.38: other flags and longer prefixes of the protection are refused")
    void refusesOtherOptions() {
        assertOptions(ErrorCode.ERROR_SUCCESS, options().withFlags(new IpsecDospFlags(0x3F)));
        assertOptions(ErrorCode.FWP_E_INVALID_FLAGS, options().withFlags(new IpsecDospFlags(0x40)));
        FwpV6AddrAndMask tooLong = new FwpV6AddrAndMask(Bytes.of(new byte[16]), 129);
        assertOptions(ErrorCode.FWP_E_INVALID_NET_MASK, options().withPublicV6AddrMask(tooLong));
        assertOptions(ErrorCode.FWP_E_INVALID_NET_MASK, options().withInternalV6AddrMask(tooLong));
    }
}
