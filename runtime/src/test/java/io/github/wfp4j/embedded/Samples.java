package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
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
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaIdleTimeout0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import java.util.List;

/** Objects for tests, each valid, to be spoilt in one respect. */
final class Samples {
    static final LayerKey LAYER = FwpmLayers.ALE_AUTH_CONNECT_V4;

    private Samples() {}

    /** {@return the descriptor that gives one right to one user, who owns it as well} */
    static Bytes allowing(Sid user, int right) {
        return SecurityDescriptor.of(
                        user, user, AccessControlList.of(AccessControlEntry.allow(user, right)))
                .toBytes();
    }

    static FwpmFilter0 block(LayerKey layer) {
        return FwpmFilter0.of(Client.named("block"), layer, action(FwpActionType.BLOCK));
    }

    static FwpmFilter0 block() {
        return block(LAYER);
    }

    static FwpmFilter0 permit(LayerKey layer) {
        return FwpmFilter0.of(Client.named("permit"), layer, action(FwpActionType.PERMIT));
    }

    static FwpmAction0 action(FwpActionType type) {
        return new FwpmAction0(type, new FwpmAction0.Target.FilterType(Guid.ZERO));
    }

    static FwpmFilter0 call(FwpActionType type, LayerKey layer, CalloutKey callout) {
        return FwpmFilter0.of(
                Client.named("callout"),
                layer,
                new FwpmAction0(type, new FwpmAction0.Target.Callout(callout)));
    }

    static FwpmFilter0 with(FwpmFilter0 filter, FwpmFilterCondition0... conditions) {
        return filter.withFilterCondition(List.of(conditions));
    }

    static FwpmFilterCondition0 condition(
            ConditionKey field, FwpMatchType match, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, match, value);
    }

    static FwpmFilter0 withContext(FwpmFilter0 filter, ProviderContextKey context) {
        return filter.withContext(new FwpmFilter0.Context.ProviderContext(context));
    }

    static FwpmCallout0 callout(CalloutKey key, LayerKey layer) {
        return new FwpmCallout0(
                key,
                Client.named("callout"),
                FwpmCalloutFlags.NONE,
                null,
                Client.noData(),
                layer,
                0);
    }

    static FwpmProviderContext3 general(ProviderContextKey key) {
        return context(
                key, new Policy.GeneralContext(new FwpByteBlob(Bytes.of((byte) 1, (byte) 2))));
    }

    static FwpmProviderContext3 context(ProviderContextKey key, Policy policy) {
        return new FwpmProviderContext3(
                key,
                Client.named("context"),
                FwpmProviderContextFlags.NONE,
                null,
                Client.noData(),
                policy,
                0);
    }

    static FwpmProviderContext3 mainMode(ProviderContextKey key) {
        return context(key, new Policy.IpsecIkeMmContext(mainModePolicy()));
    }

    static FwpmProviderContext3 tunnel(ProviderContextKey key) {
        return context(key, new Policy.IpsecIkeQmTunnelContext(tunnelPolicy()));
    }

    static IpsecTunnelPolicy3 tunnelPolicy() {
        IpsecAuthTransform0 sha1 = IpsecAuthTransform0.of(IpsecAuthTransformId0.HMAC_SHA_1_96);
        return IpsecTunnelPolicy3.of(
                List.of(
                        new IpsecProposal0(
                                new IpsecSaLifetime0(3600, 100_000, 0x7FFF_FFFF),
                                List.of(new IpsecSaTransform0.EspAuth(sha1)),
                                IpsecPfsGroup.NONE)),
                IpsecTunnelEndpoints2.of(
                        new IpsecTunnelEndpoints2.LocalAddress.V4(0xC0A8_0001L),
                        new IpsecTunnelEndpoints2.RemoteAddress.V4(0xC0A8_0002L)),
                new IpsecSaIdleTimeout0(300, 60));
    }

    static IkeextPolicy2 mainModePolicy() {
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
