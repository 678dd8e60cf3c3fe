package io.github.wfp4j.fwp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmEngineOption;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmNetEventType;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.codec.FwpByteBlobCodec;
import io.github.wfp4j.internal.codec.FwpConditionValue0Codec;
import io.github.wfp4j.internal.codec.FwpValue0Codec;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayer0Codec;
import io.github.wfp4j.internal.codec.IpsecSaDetails1Codec;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.SublayerKey;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * What bindings of this API get wrong, and headers too.
 *
 * <p>Every offset and every value is a literal, so that no mistake of the generator is on both
 * sides. They are those of the Windows SDK 10.0.26100 for x64; {@code generator/facts} says how
 * they were measured. What mingw-w64's headers have wrong is from {@code mingw_bugs.csv} there.
 */
final class PeerMistakesTest {
    private final Arena arena = Arena.ofConfined();

    @AfterEach
    void close() {
        arena.close();
    }

    private static FwpmFilter0 filter() {
        return filter(
                FwpmFilterFlags.NONE, new FwpmFilter0.Context.RawContext(0x7172737475767778L));
    }

    private static FwpmFilter0 filter(FwpmFilterFlags flags, FwpmFilter0.Context context) {
        return new FwpmFilter0(
                new FilterKey(new Guid(0x1111111111111111L, 0x1212121212121212L)),
                new FwpmDisplayData0("name", null),
                flags,
                null,
                new FwpByteBlob(Bytes.empty()),
                new LayerKey(new Guid(0x2121212121212121L, 0x2222222222222222L)),
                new SublayerKey(new Guid(0x3131313131313131L, 0x3232323232323232L)),
                new FwpValue0.Empty(),
                List.of(),
                new FwpmAction0(FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(Guid.ZERO)),
                context,
                0x4142434445464748L,
                new FwpValue0.Empty());
    }

    private MemorySegment encoded(FwpmFilter0 filter) {
        return FwpmFilter0Codec.encode(filter, arena);
    }

    private static MemorySegment pointee(MemorySegment memory, long offset, long size) {
        return memory.asSlice(memory.get(JAVA_LONG, offset) - memory.address(), size);
    }

    @Test
    @DisplayName("FWPM_FILTER0 with its action where the union begins, or shorter than 200 bytes")
    void theActionIsMisplaced() {
        MemorySegment memory =
                encoded(
                        filter().withAction(
                                        new FwpmAction0(
                                                FwpActionType.CALLOUT_TERMINATING,
                                                new FwpmAction0.Target.Callout(
                                                        new CalloutKey(
                                                                new Guid(
                                                                        0x5152535455565758L,
                                                                        0x6162636465666768L))))));
        assertThat(FwpmFilter0Codec.BYTE_SIZE).isEqualTo(200);
        assertThat(memory.get(JAVA_INT, 128)).isEqualTo(0x5003);
        assertThat(memory.asSlice(132, 16).toArray(JAVA_BYTE))
                .containsExactly(
                        0x58, 0x57, 0x56, 0x55, 0x54, 0x53, 0x52, 0x51, 0x68, 0x67, 0x66, 0x65,
                        0x64, 0x63, 0x62, 0x61);
        assertThat(memory.get(JAVA_LONG, 152)).isEqualTo(0x7172737475767778L);
    }

    @Test
    @DisplayName("the union of FWPM_FILTER0 as long as rawContext: all behind it is 8 bytes early")
    void theUnionIsTooShort() {
        MemorySegment memory =
                encoded(
                        filter(
                                FwpmFilterFlags.HAS_PROVIDER_CONTEXT,
                                new FwpmFilter0.Context.ProviderContext(
                                        new ProviderContextKey(
                                                new Guid(
                                                        0x0102030405060708L,
                                                        0x1112131415161718L)))));
        assertThat(memory.get(JAVA_INT, 32)).isEqualTo(4);
        assertThat(memory.get(JAVA_LONG, 152)).isEqualTo(0x0102030405060708L);
        assertThat(memory.get(JAVA_LONG, 160)).isEqualTo(0x1112131415161718L);
        assertThat(memory.get(JAVA_LONG, 168)).as("reserved").isZero();
        assertThat(memory.get(JAVA_LONG, 176)).as("filterId").isEqualTo(0x4142434445464748L);
    }

    @Test
    @DisplayName("filterId and effectiveWeight at another place than 176 and 184")
    void theFilterIdIsMisplaced() {
        MemorySegment memory =
                encoded(filter().withEffectiveWeight(new FwpValue0.Uint64(0x8182838485868788L)));
        assertThat(memory.get(JAVA_LONG, 176)).isEqualTo(0x4142434445464748L);
        assertThat(memory.get(JAVA_INT, 184)).as("FWP_UINT64").isEqualTo(4);
        assertThat(pointee(memory, 192, 8).get(JAVA_LONG, 0)).isEqualTo(0x8182838485868788L);
    }

    @Test
    @DisplayName("a weight of 64 bits in the union instead of behind a pointer")
    void aWeightStandsInTheUnion() {
        MemorySegment memory = encoded(filter().withWeight(new FwpValue0.Uint64(-1)));
        assertThat(memory.get(JAVA_INT, 96)).as("FWP_UINT64").isEqualTo(4);
        assertThat(memory.get(JAVA_LONG, 104)).isBetween(memory.address() + 200, end(memory) - 8);
        assertThat(pointee(memory, 104, 8).get(JAVA_LONG, 0)).isEqualTo(-1);
        MemorySegment small = encoded(filter().withWeight(new FwpValue0.Uint8(15)));
        assertThat(small.get(JAVA_INT, 96)).as("FWP_UINT8").isEqualTo(1);
        assertThat(small.get(JAVA_LONG, 104)).as("in the union").isEqualTo(15);
    }

    private static long end(MemorySegment memory) {
        return memory.address() + memory.byteSize();
    }

    @Test
    @DisplayName("byteArray16 in the union, which makes FWP_VALUE0 24 bytes long")
    void anIpv6AddressStandsInTheUnion() {
        MemorySegment memory =
                FwpConditionValue0Codec.encode(
                        new FwpConditionValue0.ByteArray16(
                                new FwpByteArray16(
                                        Bytes.ofHex("20010db8000000000000000000000001"))),
                        arena);
        assertThat(FwpConditionValue0Codec.BYTE_SIZE).isEqualTo(16);
        assertThat(FwpValue0Codec.BYTE_SIZE).isEqualTo(16);
        assertThat(memory.get(JAVA_INT, 0)).as("FWP_BYTE_ARRAY16_TYPE").isEqualTo(11);
        assertThat(pointee(memory, 8, 16).get(JAVA_BYTE, 15)).isEqualTo((byte) 1);
    }

    @Test
    @DisplayName("a double in the union like a float")
    void aDoubleStandsInTheUnion() {
        MemorySegment memory = FwpValue0Codec.encode(new FwpValue0.Double(-0.0), arena);
        assertThat(memory.get(JAVA_INT, 0)).as("FWP_DOUBLE").isEqualTo(10);
        assertThat(pointee(memory, 8, 8).get(JAVA_LONG, 0)).isEqualTo(Long.MIN_VALUE);
        MemorySegment single = FwpValue0Codec.encode(new FwpValue0.Float(1f), arena);
        assertThat(single.get(JAVA_INT, 8)).isEqualTo(0x3F80_0000);
    }

    @Test
    @DisplayName("an IPv4 address in network byte order: FWP_V4_ADDR_AND_MASK is in host order")
    void anIpv4AddressIsInNetworkOrder() {
        MemorySegment memory =
                FwpConditionValue0Codec.encode(
                        new FwpConditionValue0.V4AddrMask(
                                new FwpV4AddrAndMask(0x0A00_0001L, 0xFF00_0000L)),
                        arena);
        assertThat(memory.get(JAVA_INT, 0)).as("FWP_V4_ADDR_MASK").isEqualTo(0x100);
        assertThat(pointee(memory, 8, 8).toArray(JAVA_BYTE))
                .containsExactly(1, 0, 0, 10, 0, 0, 0, 0xFF);
    }

    @Test
    @DisplayName("a null pointer where an empty blob must be, or bytes for an empty one")
    void anEmptyBlobIsANullPointer() {
        MemorySegment memory =
                FwpValue0Codec.encode(
                        new FwpValue0.ByteBlob(new FwpByteBlob(Bytes.empty())), arena);
        assertThat(memory.get(JAVA_LONG, 8)).as("the blob is there").isNotZero();
        MemorySegment blob = pointee(memory, 8, 16);
        assertThat(blob.get(JAVA_INT, 0)).as("size").isZero();
        assertThat(blob.get(JAVA_LONG, 8)).as("data").isZero();
        memory.set(JAVA_LONG, 8, 0);
        assertThatThrownBy(() -> FwpValue0Codec.decode(memory))
                .isInstanceOf(DecodingException.class)
                .hasMessage("FWP_VALUE0.byteBlob: is null, which it must not be");
    }

    @Test
    @DisplayName("a blob of size 0 whose pointer leads anywhere is read through the pointer")
    void anEmptyBlobIsReadThroughItsPointer() {
        MemorySegment blob = arena.allocate(16, 8);
        blob.set(JAVA_LONG, 8, 0x6666_6666_6660L);
        assertThat(FwpByteBlobCodec.decode(blob).data()).isEqualTo(Bytes.empty());
    }

    @Test
    @DisplayName("an absolute security descriptor, whose pointers mean nothing to the engine")
    void aSecurityDescriptorIsAbsolute() {
        Bytes bytes = SecurityDescriptor.ofSddl("O:SYG:SYD:(A;;CC;;;WD)").toBytes();
        MemorySegment memory =
                FwpConditionValue0Codec.encode(
                        new FwpConditionValue0.SecurityDescriptor(new FwpByteBlob(bytes)), arena);
        assertThat(memory.get(JAVA_INT, 0)).as("FWP_SECURITY_DESCRIPTOR_TYPE").isEqualTo(14);
        MemorySegment blob = pointee(memory, 8, 16);
        assertThat(blob.get(JAVA_INT, 0)).isEqualTo(bytes.length());
        MemorySegment data =
                memory.asSlice(blob.get(JAVA_LONG, 8) - memory.address(), bytes.length());
        assertThat(data.get(JAVA_BYTE, 0)).as("revision").isEqualTo((byte) 1);
        assertThat(data.get(JAVA_SHORT, 2) & 0x8000).as("SE_SELF_RELATIVE").isEqualTo(0x8000);
        for (int offset : new int[] {4, 8, 16}) {
            assertThat(data.get(JAVA_INT, offset)).isBetween(20, bytes.length() - 1);
        }
    }

    @Test
    @DisplayName("FWP_ACTION_* without the flags that tell terminating actions from others")
    void anActionHasNoFlags() {
        assertThat(FwpActionType.BLOCK.value()).isEqualTo(0x1001);
        assertThat(FwpActionType.PERMIT.value()).isEqualTo(0x1002);
        assertThat(FwpActionType.CALLOUT_TERMINATING.value()).isEqualTo(0x5003);
        assertThat(FwpActionType.CALLOUT_INSPECTION.value()).isEqualTo(0x6004);
        assertThat(FwpActionType.CALLOUT_UNKNOWN.value()).isEqualTo(0x4005);
        assertThat(FwpActionType.CONTINUE.value()).isEqualTo(0x2006);
        assertThat(FwpActionType.NONE.value()).isEqualTo(0x0007);
        assertThat(FwpActionType.NONE_NO_MATCH.value()).isEqualTo(0x0008);
    }

    @Test
    @DisplayName("mingw-w64: FWPM_SUBLAYER0.flags has 16 bits; it has 32")
    void theFlagsOfASublayerAreHalved() {
        MemorySegment memory =
                FwpmSublayer0Codec.encode(
                        new FwpmSublayer0(
                                new SublayerKey(Guid.ZERO),
                                new FwpmDisplayData0("name", null),
                                new FwpmSublayerFlags(0x8000_0001),
                                null,
                                new FwpByteBlob(Bytes.empty()),
                                0x1234),
                        arena);
        assertThat(memory.get(JAVA_INT, 32)).isEqualTo(0x8000_0001);
        assertThat(memory.get(JAVA_SHORT, 64)).isEqualTo((short) 0x1234);
        assertThat(FwpmSublayer0Codec.BYTE_SIZE).isEqualTo(72);
    }

    @Test
    @DisplayName("mingw-w64: IPSEC_SA_DETAILS1.virtualIfTunnelInfo is a pointer; it stands inside")
    void theTunnelOfAnAssociationIsAPointer() {
        assertThat(IpsecSaDetails1Codec.BYTE_SIZE).isEqualTo(224);
        assertThat(IpsecSaDetails1Codec.VIRTUAL_IF_TUNNEL_INFO).isEqualTo(208);
        assertThat(
                        IpsecSaDetails1Codec.layout()
                                .select(PathElement.groupElement("virtualIfTunnelInfo"))
                                .byteSize())
                .isEqualTo(16);
    }

    @Test
    @DisplayName("mingw-w64: the key of FWPM_PROVIDER_IPSEC_DOSP_CONFIG has a wrong digit")
    void theKeyOfAProviderHasAWrongDigit() {
        assertThat(FwpmProviders.IPSEC_DOSP_CONFIG.guid())
                .isEqualTo(Guid.of("3c6c05a9-c05c-4bb9-8338-2327814ce8bf"));
    }

    @Test
    @DisplayName("mingw-w64: FwpmIpsecTunnelAdd0; the DLL has FwpmIPsecTunnelAdd0")
    void theDllSpellsTheFunctionAnotherWay() {
        assertThat(functions())
                .extracting(Method::getName)
                .contains("FwpmIPsecTunnelAdd0", "FwpmIPsecTunnelAdd1")
                .doesNotContain("FwpmIpsecTunnelAdd0", "FwpmIpsecTunnelAdd1");
    }

    private static List<Method> functions() {
        return Arrays.stream(WfpFunctions.class.getMethods())
                .flatMap(family -> Arrays.stream(family.getReturnType().getMethods()))
                .toList();
    }

    @Test
    @DisplayName("mingw-w64: IPsecSaContextUpdate0 takes flags of 32 bits; they have 64")
    void theFlagsOfAnUpdateAreHalved() {
        Method update =
                functions().stream()
                        .filter(it -> it.getName().equals("IPsecSaContextUpdate0"))
                        .findFirst()
                        .orElseThrow();
        assertThat(update.getParameterTypes())
                .containsExactly(MemorySegment.class, long.class, MemorySegment.class);
    }

    @Test
    @DisplayName("mingw-w64: FwpmSubLayerSetSecurityInfoByKey0 is missing")
    void aFunctionIsMissing() {
        assertThat(functions())
                .extracting(Method::getName)
                .contains("FwpmSubLayerSetSecurityInfoByKey0");
    }

    @Test
    @DisplayName("mingw-w64: enumerations end early")
    void enumerationsEndEarly() {
        assertThat(FwpmNetEventType.find(10)).isNotNull();
        assertThat(FwpmProviderContextType.find(13)).isNotNull();
        assertThat(FwpmEngineOption.find(5)).isNotNull();
        assertThat(IpsecPfsGroup.find(7)).isNotNull();
        assertThat(FwpMatchType.find(11)).isEqualTo(FwpMatchType.PREFIX);
        assertThat(FwpMatchType.find(12)).isEqualTo(FwpMatchType.NOT_PREFIX);
        assertThat(IkeextCipherType.find(6)).isNotNull();
        assertThat(FwpMatchType.find(13)).as("FWP_MATCH_TYPE_MAX").isNull();
    }

    @Test
    @DisplayName("a layer's GUID with its first three parts in big-endian order")
    void aGuidIsBigEndian() {
        MemorySegment memory = encoded(filter().withLayerKey(FwpmLayers.ALE_AUTH_CONNECT_V4));
        assertThat(memory.asSlice(64, 16).toArray(JAVA_BYTE))
                .as("c38d57d1-05a7-4c33-904f-7fbceee60e82")
                .isEqualTo(Bytes.ofHex("d1578dc3a705334c904f7fbceee60e82").toByteArray());
    }
}
