package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Samples.condition;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteArray6;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextKerbAuthFlags;
import io.github.wfp4j.ikeext.IkeextKerberosAuthentication1;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.Sid;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Objects that have between them every type of value, each as it is sent to an engine. */
final class EveryKind {
    private EveryKind() {}

    /** {@return contexts with policies of main mode and one without a policy} */
    static List<FwpmProviderContext3> contexts() {
        return List.of(
                Samples.mainMode(ProviderContextKey.random()),
                Samples.context(
                        ProviderContextKey.random(),
                        new Policy.IpsecAuthipMmContext(
                                Samples.mainModePolicy()
                                        .withAuthenticationMethods(
                                                List.of(
                                                        new IkeextAuthenticationMethod2.Kerberos(
                                                                new IkeextKerberosAuthentication1(
                                                                        IkeextKerbAuthFlags.NONE,
                                                                        "proxy")),
                                                        new IkeextAuthenticationMethod2
                                                                .Anonymous())))),
                Samples.context(
                        ProviderContextKey.random(),
                        new Policy.IpsecIkev2MmContext(Samples.mainModePolicy())),
                Samples.general(ProviderContextKey.random()));
    }

    /** {@return filters with every kind of condition, weight, action and context} */
    static List<FwpmFilter0> filters(ProviderContextKey mainMode) {
        Stream<FwpmFilter0> conditions =
                conditions().entrySet().stream()
                        .flatMap(it ->
                                it.getValue().stream()
                                        .map(one -> Samples.with(Samples.block(it.getKey()), one)));
        Stream<FwpmFilter0> others =
                Stream.of(
                        Samples.permit(FwpmLayers.ALE_AUTH_CONNECT_V6)
                                .withWeight(new FwpValue0.Uint8(3)),
                        Samples.block()
                                .withFlags(FwpmFilterFlags.CLEAR_ACTION_RIGHT)
                                .withWeight(new FwpValue0.Uint64(-2)),
                        Samples.call(
                                FwpActionType.CALLOUT_TERMINATING,
                                FwpmLayers.INBOUND_TRANSPORT_V6_DISCARD,
                                FwpmCallouts.WFP_TRANSPORT_LAYER_V6_SILENT_DROP),
                        Samples.withContext(Samples.permit(FwpmLayers.IKEEXT_V4), mainMode));
        return Stream.concat(conditions, others).toList();
    }

    /** {@return conditions with every type of value that a field takes, by their layers} */
    static Map<LayerKey, List<FwpmFilterCondition0>> conditions() {
        Bytes address = Bytes.of(new byte[] {-2, -128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        FwpValue0 low = new FwpValue0.ByteArray16(new FwpByteArray16(address));
        return Map.of(
                FwpmLayers.ALE_AUTH_CONNECT_V4,
                List.of(
                        condition(
                                FwpmConditions.IP_PROTOCOL,
                                FwpMatchType.NOT_EQUAL,
                                new FwpConditionValue0.Uint8(255)),
                        condition(
                                FwpmConditions.IP_REMOTE_PORT,
                                FwpMatchType.GREATER,
                                new FwpConditionValue0.Uint16(65535)),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.LESS_OR_EQUAL,
                                new FwpConditionValue0.Uint32(0xFFFF_FFFFL)),
                        condition(
                                FwpmConditions.FLAGS,
                                FwpMatchType.FLAGS_NONE_SET,
                                new FwpConditionValue0.Uint32(1)),
                        condition(
                                FwpmConditions.IP_LOCAL_INTERFACE,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint64(Long.MIN_VALUE)),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.V4AddrMask(
                                        new FwpV4AddrAndMask(0xC0A8_0000L, 0xFFFF_0000L))),
                        condition(
                                FwpmConditions.ALE_APP_ID,
                                FwpMatchType.NOT_PREFIX,
                                new FwpConditionValue0.ByteBlob(
                                        new FwpByteBlob(Bytes.of((byte) 1, (byte) 2)))),
                        condition(
                                FwpmConditions.ALE_PACKAGE_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Sid(Sid.of("S-1-15-2-4294967295"))),
                        condition(
                                FwpmConditions.ALE_USER_ID,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.SecurityDescriptor(
                                        new FwpByteBlob(
                                                io.github.wfp4j.types.SecurityDescriptor.NONE.withOwner(Sid.of("S-1-5-18")).toBytes()))),
                        condition(
                                FwpmConditions.IP_LOCAL_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Empty())),
                FwpmLayers.ALE_AUTH_CONNECT_V6,
                List.of(
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.ByteArray16(new FwpByteArray16(address))),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.V6AddrMask(
                                        new FwpV6AddrAndMask(address, 128))),
                        condition(
                                FwpmConditions.IP_REMOTE_ADDRESS,
                                FwpMatchType.RANGE,
                                new FwpConditionValue0.Range(new FwpRange0(low, low)))),
                FwpmLayers.OUTBOUND_MAC_FRAME_ETHERNET,
                List.of(
                        condition(
                                FwpmConditions.MAC_REMOTE_ADDRESS,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.ByteArray6(
                                        new FwpByteArray6(Bytes.of(new byte[6]))))));
    }
}
