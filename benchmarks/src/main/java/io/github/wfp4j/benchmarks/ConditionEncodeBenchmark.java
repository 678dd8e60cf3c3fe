package io.github.wfp4j.benchmarks;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.codec.FwpmFilterCondition0Codec;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Sid;

import org.openjdk.jmh.annotations.Param;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * How long does it take to write one condition down, by the type of its value?
 *
 * <pre>{@code
 * ./wfp4j-bench --full ConditionEncode
 * }</pre>
 *
 * <p>One operation is one condition, written and given back as the public API does it for a call.
 * In C it is one block of the heap, zeroed, filled from another struct, and freed.
 *
 * <p>Read {@code x}, how many times as long as C it takes. What differs between the types is how
 * much is behind pointers.
 */
@SuppressWarnings("restricted")
public class ConditionEncodeBenchmark extends Comparison {
    private static final int TIMES = 1_000;

    /** The types of values. */
    public enum Type {
        /** A protocol. */
        UINT8(new FwpConditionValue0.Uint8(6)),
        /** A port. */
        UINT16(new FwpConditionValue0.Uint16(443)),
        /** Flags. */
        UINT32(new FwpConditionValue0.Uint32(1)),
        /** An interface. */
        UINT64(new FwpConditionValue0.Uint64(1L << 40)),
        /** An address of 128 bits. */
        BYTE_ARRAY16(
                new FwpConditionValue0.ByteArray16(new FwpByteArray16(Bytes.of(new byte[16])))),
        /** A program. */
        BYTE_BLOB(new FwpConditionValue0.ByteBlob(new FwpByteBlob(Bytes.of(new byte[48])))),
        /** A user or package. */
        SID(new FwpConditionValue0.Sid(Sid.of("S-1-5-32-544"))),
        /** A subnet. */
        V4_ADDR_MASK(
                new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(0x0A000000L, 0xFF000000L))),
        /** A subnet with addresses of 128 bits. */
        V6_ADDR_MASK(
                new FwpConditionValue0.V6AddrMask(
                        new FwpV6AddrAndMask(Bytes.of(new byte[16]), 64))),
        /** Ports. */
        RANGE(
                new FwpConditionValue0.Range(
                        new FwpRange0(new FwpValue0.Uint16(1), new FwpValue0.Uint16(1023))));

        @SuppressWarnings("ImmutableEnumChecker") // a record
        private final FwpConditionValue0 value;

        Type(FwpConditionValue0 value) {
            this.value = value;
        }

        FwpmFilterCondition0 condition() {
            return new FwpmFilterCondition0(
                    FwpmConditions.IP_REMOTE_ADDRESS, FwpMatchType.EQUAL, value);
        }
    }

    /** The type of the condition's value. */
    @Param public Type type = Type.UINT8;

    @Override
    Side asked() {
        FwpmFilterCondition0 condition = type.condition();
        return new Side(
                () -> {
                    long sum = 0;
                    for (int i = 0; i < TIMES; i++) {
                        sum += encode(condition);
                    }
                    return sum;
                },
                TIMES);
    }

    private static long encode(FwpmFilterCondition0 condition) {
        try (Arena arena = new ErasingArena()) {
            return FwpmFilterCondition0Codec.encode(condition, arena).byteSize();
        }
    }

    @Override
    Side yardstick() {
        FwpmFilterCondition0 condition = type.condition();
        MemorySegment encoded = FwpmFilterCondition0Codec.encode(condition, Arena.global());
        MemorySegment again = YardsticksInC.make("condition_encode", encoded);
        if (!FwpmFilterCondition0Codec.decode(
                        again.reinterpret(FwpmFilterCondition0Codec.BYTE_SIZE))
                .equals(condition)) {
            throw new IllegalStateException("C writes wrongly: " + type);
        }
        YardsticksInC.free("block_free", again);
        return new Side(YardsticksInC.over("conditions_encode", encoded, TIMES), TIMES);
    }
}
