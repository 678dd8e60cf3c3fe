package io.github.wfp4j.explain;

import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextCipherAlgorithm0;
import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.ikeext.IkeextDhGroup;
import io.github.wfp4j.ikeext.IkeextIntegrityAlgorithm0;
import io.github.wfp4j.ikeext.IkeextIntegrityType;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.ikeext.IkeextPolicyFlags;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication1;
import io.github.wfp4j.ikeext.IkeextProposal0;
import io.github.wfp4j.ikeext.IkeextPskFlags;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaIdleTimeout0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SublayerKey;

import java.util.List;

/** Policies of keying modules. */
final class IpsecPolicies {
    static final ProviderContextKey MAIN_MODE = new ProviderContextKey(new Guid(0x4444, 1));
    static final ProviderContextKey QUICK_MODE = new ProviderContextKey(new Guid(0x4444, 2));
    static final ProviderContextKey TUNNEL = new ProviderContextKey(new Guid(0x4444, 3));

    private static final List<IpsecProposal0> AUTHENTICATES =
            List.of(
                    new IpsecProposal0(
                            new IpsecSaLifetime0(3600, 100_000, 0x7FFF_FFFF),
                            List.of(
                                    new IpsecSaTransform0.EspAuth(
                                            IpsecAuthTransform0.of(
                                                    IpsecAuthTransformId0.HMAC_SHA_1_96))),
                            IpsecPfsGroup.NONE));

    private IpsecPolicies() {}

    static FwpmProviderContext3 mainMode() {
        return context(MAIN_MODE, new Policy.IpsecIkeMmContext(mainModePolicy()));
    }

    static FwpmProviderContext3 quickMode() {
        return quickMode(IpsecPolicyFlags.NONE, 0);
    }

    static FwpmProviderContext3 quickMode(IpsecPolicyFlags flags, long clearSeconds) {
        return context(
                QUICK_MODE,
                new Policy.IpsecIkeQmTransportContext(
                        new IpsecTransportPolicy2(
                                AUTHENTICATES,
                                flags,
                                clearSeconds,
                                new IpsecSaIdleTimeout0(300, 60),
                                null)));
    }

    static FwpmProviderContext3 tunnel(IpsecPolicyFlags flags) {
        IpsecTunnelPolicy3 policy =
                IpsecTunnelPolicy3.of(
                        AUTHENTICATES,
                        IpsecTunnelEndpoints2.of(
                                new IpsecTunnelEndpoints2.LocalAddress.V4(0xC0A8_0001L),
                                new IpsecTunnelEndpoints2.RemoteAddress.V4(0xC0A8_0002L)),
                        new IpsecSaIdleTimeout0(300, 60));
        return context(TUNNEL, new Policy.IpsecIkeQmTunnelContext(policy.withFlags(flags)));
    }

    static FwpmProviderContext3 context(ProviderContextKey key, Policy policy) {
        return FwpmProviderContext3.of(key, FwpmDisplayData0.of("policy"), policy);
    }

    /** {@return the filters by which the keying modules find the policies} */
    static List<FwpmFilter0> policyFilters(SublayerKey sublayer) {
        return List.of(
                policyFilter(FwpmLayers.IKEEXT_V4, MAIN_MODE, sublayer, 1),
                policyFilter(FwpmLayers.IPSEC_V4, QUICK_MODE, sublayer, 2));
    }

    private static FwpmFilter0 policyFilter(
            LayerKey layer, ProviderContextKey context, SublayerKey sublayer, int number) {
        return Filters.permit(layer)
                .withFilterKey(new FilterKey(new Guid(0x5555, number)))
                .withFilterId(1000 + number)
                .withSubLayerKey(sublayer)
                .withContext(new FwpmFilter0.Context.ProviderContext(context))
                .withEffectiveWeight(new FwpValue0.Uint64(0));
    }

    private static IkeextPolicy2 mainModePolicy() {
        return new IkeextPolicy2(
                List.of(
                        new IkeextAuthenticationMethod2.PresharedKey(
                                new IkeextPresharedKeyAuthentication1(
                                        new FwpByteBlob(Bytes.of((byte) 's')),
                                        IkeextPskFlags.NONE))),
                IkeextAuthenticationImpersonationType.NONE,
                List.of(
                        new IkeextProposal0(
                                new IkeextCipherAlgorithm0(IkeextCipherType.AES_128, 0, 0),
                                new IkeextIntegrityAlgorithm0(IkeextIntegrityType.SHA1),
                                3600,
                                IkeextDhGroup.GROUP_14,
                                0)),
                IkeextPolicyFlags.NONE,
                0,
                0);
    }
}
