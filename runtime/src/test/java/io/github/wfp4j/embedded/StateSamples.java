package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Samples.condition;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.SublayerKey;

/** Objects of every kind and lifetime, with every member that can be absent there and absent. */
final class StateSamples {
    static final FwpByteBlob DATA = new FwpByteBlob(Bytes.of((byte) 1, (byte) 2, (byte) 3));
    static final String SERVICE = "service";

    private StateSamples() {}

    /** Adds persistent ones, all of one provider with a service. */
    static void addPersistent(Engine engine) {
        ProviderKey provider = ProviderKey.random();
        SublayerKey sublayer = SublayerKey.random();
        CalloutKey callout = CalloutKey.random();
        ProviderContextKey context = ProviderContextKey.random();
        engine.add(
                Client.provider(provider)
                        .withFlags(FwpmProviderFlags.PERSISTENT)
                        .withServiceName(SERVICE)
                        .withProviderData(DATA)
                        .withDisplayData(new FwpmDisplayData0("persistent", "with a service")));
        engine.add(
                Client.sublayer(sublayer, 0x8000)
                        .withFlags(FwpmSublayerFlags.PERSISTENT)
                        .withProviderKey(provider)
                        .withProviderData(DATA));
        engine.add(
                Samples.callout(callout, Samples.LAYER)
                        .withFlags(
                                FwpmCalloutFlags.PERSISTENT.or(
                                        FwpmCalloutFlags.USES_PROVIDER_CONTEXT))
                        .withProviderKey(provider)
                        .withProviderData(DATA));
        engine.add(
                Samples.general(context)
                        .withFlags(FwpmProviderContextFlags.PERSISTENT)
                        .withProviderKey(provider)
                        .withProviderData(DATA));
        engine.add(
                Samples.withContext(
                                Samples.call(
                                        FwpActionType.CALLOUT_TERMINATING, Samples.LAYER, callout),
                                context)
                        .withFlags(
                                FwpmFilterFlags.PERSISTENT.or(FwpmFilterFlags.HAS_PROVIDER_CONTEXT))
                        .withProviderKey(provider)
                        .withSubLayerKey(sublayer)
                        .withProviderData(DATA)
                        .withWeight(new FwpValue0.Uint64(-1)));
        engine.add(
                Samples.block()
                        .withFlags(FwpmFilterFlags.BOOTTIME)
                        .withProviderKey(provider)
                        .withSubLayerKey(sublayer));
    }

    /** Adds static ones, the filters with values of many types, and one policy for each IP. */
    static void addStatic(Engine engine) {
        engine.add(Client.provider(ProviderKey.random()));
        engine.add(Client.sublayer(SublayerKey.random(), 0));
        engine.add(Samples.callout(CalloutKey.random(), FwpmLayers.STREAM_V6));
        ProviderContextKey context = ProviderContextKey.random();
        engine.add(Samples.mainMode(context));
        engine.add(Samples.withContext(Samples.permit(FwpmLayers.IKEEXT_V4), context));
        engine.add(Samples.withContext(Samples.permit(FwpmLayers.IKEEXT_V6), context));
        engine.add(filterOfManyTypes());
        engine.add(
                Samples.with(
                                Samples.permit(FwpmLayers.ALE_AUTH_CONNECT_V6),
                                condition(
                                        FwpmConditions.IP_REMOTE_ADDRESS,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.V6AddrMask(
                                                new FwpV6AddrAndMask(Bytes.of(new byte[16]), 64))))
                        .withContext(new FwpmFilter0.Context.RawContext(0x1234_5678_9ABCL)));
    }

    private static FwpmFilter0 filterOfManyTypes() {
        return Samples.with(
                        Samples.block(),
                        condition(
                                FwpmConditions.IP_PROTOCOL,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint8(6)),
                        condition(
                                FwpmConditions.IP_LOCAL_PORT,
                                FwpMatchType.GREATER,
                                new FwpConditionValue0.Uint16(80)),
                        condition(
                                FwpmConditions.IP_REMOTE_PORT,
                                FwpMatchType.RANGE,
                                new FwpConditionValue0.Range(
                                        new FwpRange0(
                                                new FwpValue0.Uint16(1), new FwpValue0.Uint16(9)))),
                        condition(
                                FwpmConditions.FLAGS,
                                FwpMatchType.FLAGS_ANY_SET,
                                new FwpConditionValue0.Uint32(0xFFFF_FFFFL)),
                        condition(
                                FwpmConditions.IP_LOCAL_INTERFACE,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint64(Long.MIN_VALUE)),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.V4AddrMask(
                                        new FwpV4AddrAndMask(0x0A00_0001, 0xFF00_0000L))),
                        condition(
                                FwpmConditions.ALE_APP_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.ByteBlob(DATA)),
                        condition(
                                FwpmConditions.ALE_USER_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.SecurityDescriptor(
                                        new FwpByteBlob(
                                                SecurityDescriptor.ofSddl("O:SYG:SYD:(A;;CC;;;SY)")
                                                        .toBytes()))),
                        condition(
                                FwpmConditions.ALE_PACKAGE_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Sid(Sid.of("S-1-15-2-1"))))
                .withWeight(new FwpValue0.Uint8(7));
    }
}
