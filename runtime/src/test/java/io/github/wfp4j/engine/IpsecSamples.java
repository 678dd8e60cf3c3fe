package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpNetworkConnectionPolicySettingType;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmNetworkConnectionPolicySetting0;
import io.github.wfp4j.fwpm.FwpmNetworkConnectionPolicySettings0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
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
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSa0;
import io.github.wfp4j.ipsec.IpsecSaAuthInformation0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaIdleTimeout0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;

import java.util.List;

/** Records of IPsec that an engine accepts. */
final class IpsecSamples {
    static final FwpmDisplayData0 NAMED = FwpmDisplayData0.of("test");

    static final List<FwpmFilterCondition0> TUNNELLED =
            List.of(
                    subnet(FwpmConditions.IP_LOCAL_ADDRESS, 0x0A01_0000L),
                    subnet(FwpmConditions.IP_REMOTE_ADDRESS, 0x0A02_0000L));

    private static final IpsecAuthTransform0 SHA_1 =
            IpsecAuthTransform0.of(IpsecAuthTransformId0.HMAC_SHA_1_96);

    private IpsecSamples() {}

    static FwpmFilter0 outbound() {
        return calling(FwpmLayers.OUTBOUND_TRANSPORT_V4, FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V4);
    }

    static FwpmFilter0 inbound() {
        return calling(FwpmLayers.INBOUND_TRANSPORT_V4, FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4);
    }

    private static FwpmFilter0 calling(LayerKey layer, CalloutKey callout) {
        return Filters.permit(layer)
                .withAction(
                        new FwpmAction0(
                                FwpActionType.CALLOUT_TERMINATING,
                                new FwpmAction0.Target.Callout(callout)));
    }

    static IpsecTraffic1 traffic(long filter) {
        return IpsecTraffic1.of(
                new IpsecTraffic1.LocalAddress.V4(0x0A00_0001L),
                new IpsecTraffic1.RemoteAddress.V4(0x0A00_0002L),
                new IpsecTraffic1.PolicyId.Transport(filter));
    }

    static IpsecGetspi1 request(long filter) {
        return IpsecGetspi1.of(traffic(filter), new IpsecGetspi1.InboundUdpEncapsulation.V4(null));
    }

    static IpsecSa0 association(long spi) {
        return new IpsecSa0(
                spi,
                new IpsecSa0.Information.EspAuth(
                        new IpsecSaAuthInformation0(
                                SHA_1, new FwpByteBlob(Bytes.of(new byte[20])))));
    }

    static IpsecSaBundle1 bundle(long spi) {
        return IpsecSaBundle1.of(
                new IpsecSaLifetime0(0, 0, 0),
                List.of(association(spi)),
                new IpsecSaBundle1.PeerPrivateAddress.V4(0));
    }

    static FwpmProviderContext3 mainMode(ProviderContextKey key) {
        return FwpmProviderContext3.of(
                key, NAMED, new FwpmProviderContext3.Policy.IpsecIkeMmContext(mainModePolicy()));
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

    static FwpmProviderContext3 tunnel(ProviderContextKey key) {
        return FwpmProviderContext3.of(
                key,
                NAMED,
                new FwpmProviderContext3.Policy.IpsecIkeQmTunnelContext(
                        IpsecTunnelPolicy3.of(
                                List.of(
                                        new IpsecProposal0(
                                                new IpsecSaLifetime0(3600, 100_000, 0x7FFF_FFFF),
                                                List.of(new IpsecSaTransform0.EspAuth(SHA_1)),
                                                IpsecPfsGroup.NONE)),
                                IpsecTunnelEndpoints2.of(
                                        new IpsecTunnelEndpoints2.LocalAddress.V4(0xC0A8_0001L),
                                        new IpsecTunnelEndpoints2.RemoteAddress.V4(0xC0A8_0002L)),
                                new IpsecSaIdleTimeout0(300, 60))));
    }

    static FwpmProviderContext3 connectionPolicy(ProviderContextKey key) {
        return FwpmProviderContext3.of(
                key,
                NAMED,
                new FwpmProviderContext3.Policy.NetworkConnectionPolicyContext(
                        new FwpmNetworkConnectionPolicySettings0(
                                List.of(
                                        new FwpmNetworkConnectionPolicySetting0(
                                                FwpNetworkConnectionPolicySettingType
                                                        .SOURCE_ADDRESS,
                                                new FwpValue0.Uint32(0x0A00_0001))))));
    }

    private static FwpmFilterCondition0 subnet(ConditionKey field, long address) {
        return new FwpmFilterCondition0(
                field,
                FwpMatchType.EQUAL,
                new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(address, 0xFFFF_0000L)));
    }
}
