package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviderContexts;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextCipherAlgorithm0;
import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.ikeext.IkeextDhGroup;
import io.github.wfp4j.ikeext.IkeextIntegrityAlgorithm0;
import io.github.wfp4j.ikeext.IkeextIntegrityType;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.ikeext.IkeextPolicyFlags;
import io.github.wfp4j.ikeext.IkeextProposal0;
import io.github.wfp4j.internal.schema.BuiltinCallouts;
import io.github.wfp4j.internal.schema.BuiltinSublayers;
import io.github.wfp4j.internal.schema.Callout;
import io.github.wfp4j.internal.schema.Sublayer;
import io.github.wfp4j.ipsec.IpsecAuthConfig;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecAuthType;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaIdleTimeout0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;

import java.util.List;

/** Fills a new engine with the objects that every engine has (11). */
final class BuiltinObjects {
    private static final FwpByteBlob NO_DATA = new FwpByteBlob(Bytes.empty());

    private static final List<ProviderKey> PROVIDERS =
            List.of(
                    FwpmProviders.IKEEXT,
                    FwpmProviders.IPSEC_DOSP_CONFIG,
                    FwpmProviders.TCP_CHIMNEY_OFFLOAD,
                    FwpmProviders.TCP_TEMPLATES,
                    FwpmProviders.MPSSVC_WF,
                    FwpmProviders.MPSSVC_WSH,
                    FwpmProviders.MPSSVC_EDP,
                    FwpmProviders.MPSSVC_APP_ISOLATION,
                    FwpmProviders.MPSSVC_TENANT_RESTRICTIONS);

    private final Store store;

    private BuiltinObjects(Store store) {
        this.store = store;
    }

    /** Adds the built-in objects to an empty store. */
    static void addTo(Store store, Ids ids) {
        BuiltinObjects objects = new BuiltinObjects(store);
        PROVIDERS.forEach(objects::addProvider);
        BuiltinSublayers.all().forEach(objects::addSublayer);
        BuiltinCallouts.all().forEach(objects::addCallout);
        objects.addContext(
                FwpmProviderContexts.SECURE_SOCKET_AUTHIP,
                ids.nextProviderContext(),
                new Policy.IpsecAuthipMmContext(mainMode()));
        objects.addContext(
                FwpmProviderContexts.SECURE_SOCKET_IPSEC,
                ids.nextProviderContext(),
                new Policy.IpsecAuthipQmTransportContext(quickMode()));
        store.commit();
    }

    private void addProvider(ProviderKey key) {
        // Their display names are not known; the C name says at least which one it is.
        add(
                store.providers,
                key,
                store.nextSequence(),
                new FwpmProvider0(
                        key, named(key.toString()), FwpmProviderFlags.NONE, NO_DATA, null));
    }

    private void addSublayer(Sublayer sublayer) {
        add(
                store.sublayers,
                sublayer.key(),
                store.nextSequence(),
                new FwpmSublayer0(
                        sublayer.key(),
                        named(sublayer.name()),
                        FwpmSublayerFlags.NONE,
                        null,
                        NO_DATA,
                        sublayer.weight()));
    }

    private void addCallout(Callout callout) {
        add(
                store.callouts,
                callout.key(),
                callout.id(),
                new FwpmCallout0(
                        callout.key(),
                        named(callout.name()),
                        callout.flags(),
                        null,
                        NO_DATA,
                        callout.layer(),
                        callout.id()));
    }

    private void addContext(ProviderContextKey key, long id, Policy policy) {
        add(
                store.providerContexts,
                key,
                id,
                new FwpmProviderContext3(
                        key,
                        named(key.toString()),
                        FwpmProviderContextFlags.NONE,
                        null,
                        NO_DATA,
                        policy,
                        id));
    }

    private <R> void add(Table<R> table, Key key, long id, R value) {
        store.add(
                table,
                new Stored<>(
                        key,
                        id,
                        store.nextSequence(),
                        Lifetime.BUILTIN,
                        null,
                        null,
                        List.of(),
                        value));
    }

    private static FwpmDisplayData0 named(String name) {
        return new FwpmDisplayData0(name, null);
    }

    /** A policy that is valid; what the real one holds is not known. */
    private static IkeextPolicy2 mainMode() {
        return new IkeextPolicy2(
                List.of(new IkeextAuthenticationMethod2.Anonymous()),
                IkeextAuthenticationImpersonationType.NONE,
                List.of(
                        new IkeextProposal0(
                                new IkeextCipherAlgorithm0(IkeextCipherType.AES_128, 0, 0),
                                new IkeextIntegrityAlgorithm0(IkeextIntegrityType.SHA1),
                                28_800,
                                IkeextDhGroup.GROUP_2,
                                0)),
                IkeextPolicyFlags.NONE,
                0,
                0);
    }

    /** A policy that is valid; what the real one holds is not known. */
    private static IpsecTransportPolicy2 quickMode() {
        IpsecAuthTransformId0 sha1 =
                new IpsecAuthTransformId0(IpsecAuthType.SHA_1, IpsecAuthConfig.HMAC_SHA_1_96);
        return new IpsecTransportPolicy2(
                List.of(
                        new IpsecProposal0(
                                new IpsecSaLifetime0(3600, 100_000, 0x7FFF_FFFF),
                                List.of(
                                        new IpsecSaTransform0.EspAuth(
                                                new IpsecAuthTransform0(sha1, null))),
                                IpsecPfsGroup.NONE)),
                IpsecPolicyFlags.NONE,
                0,
                new IpsecSaIdleTimeout0(300, 60),
                null);
    }
}
