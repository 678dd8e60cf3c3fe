package io.github.wfp4j.benchmarks;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Filters read by address and offset, as somebody writes it who has no bindings: the same sums and
 * records as the SDK makes. It knows the types that {@link SampleFilters} have and checks nothing
 * else.
 */
final class RawFilters {
    private final RawMemory memory;

    RawFilters(RawMemory memory) {
        this.memory = memory;
    }

    long scan(FilterTable table) {
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            long filter = memory.int64(table.address() + 8L * i);
            sum += memory.int64(filter + 176);
            sum += memory.int64(filter + 64) + memory.int64(filter + 72);
            sum += memory.int32(filter + 128);
            if (memory.int32(filter + 96) == FilterTable.UINT64) {
                sum += memory.int64(memory.int64(filter + 104));
            }
            int count = memory.int32(filter + 112);
            long conditions = memory.int64(filter + 120);
            for (int j = 0; j < count; j++) {
                sum += scan(conditions + 40L * j);
            }
        }
        return sum;
    }

    private long scan(long condition) {
        int type = memory.int32(condition + 24);
        long sum = memory.int64(condition) + memory.int64(condition + 8);
        sum += memory.int32(condition + 16) + type;
        return sum
                + switch (type) {
                    case FilterTable.UINT8 -> Byte.toUnsignedLong(memory.int8(condition + 32));
                    case FilterTable.UINT16 -> Short.toUnsignedLong(memory.int16(condition + 32));
                    case FilterTable.UINT32 -> Integer.toUnsignedLong(memory.int32(condition + 32));
                    default -> 0;
                };
    }

    long decode(FilterTable table, Kept kept) {
        long sum = 0;
        for (int i = 0; i < table.count(); i++) {
            sum += kept.add(filter(memory.int64(table.address() + 8L * i)));
        }
        return sum;
    }

    private FwpmFilter0 filter(long at) {
        long provider = memory.int64(at + 40);
        return new FwpmFilter0(
                new FilterKey(guid(at)),
                new FwpmDisplayData0(text(at + 16), text(at + 24)),
                new FwpmFilterFlags(memory.int32(at + 32)),
                provider == 0 ? null : new ProviderKey(guid(provider)),
                blob(at + 48),
                new LayerKey(guid(at + 64)),
                new SublayerKey(guid(at + 80)),
                value(at + 96),
                conditions(memory.int64(at + 120), memory.int32(at + 112)),
                new FwpmAction0(
                        known(FwpActionType.find(memory.int32(at + 128))),
                        new FwpmAction0.Target.FilterType(guid(at + 132))),
                new FwpmFilter0.Context.RawContext(memory.int64(at + 152)),
                memory.int64(at + 176),
                value(at + 184));
    }

    static <T> T known(@Nullable T constant) {
        return Objects.requireNonNull(constant, "number without a name");
    }

    private Guid guid(long at) {
        return new Guid(memory.int64(at), memory.int64(at + 8));
    }

    private @Nullable String text(long at) {
        long address = memory.int64(at);
        return address == 0 ? null : memory.text(address);
    }

    private FwpByteBlob blob(long at) {
        int size = memory.int32(at);
        return new FwpByteBlob(
                size == 0 ? Bytes.empty() : Bytes.of(memory.bytes(memory.int64(at + 8), size)));
    }

    private List<FwpmFilterCondition0> conditions(long at, int count) {
        List<FwpmFilterCondition0> conditions = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long condition = at + 40L * i;
            conditions.add(
                    new FwpmFilterCondition0(
                            new ConditionKey(guid(condition)),
                            known(FwpMatchType.find(memory.int32(condition + 16))),
                            conditionValue(condition + 24)));
        }
        return conditions;
    }

    private FwpValue0 value(long at) {
        int type = memory.int32(at);
        return switch (type) {
            case 0 -> new FwpValue0.Empty();
            case FilterTable.UINT16 ->
                    new FwpValue0.Uint16(Short.toUnsignedInt(memory.int16(at + 8)));
            case FilterTable.UINT64 -> new FwpValue0.Uint64(memory.int64(memory.int64(at + 8)));
            default -> throw new IllegalArgumentException("type " + type);
        };
    }

    private FwpConditionValue0 conditionValue(long at) {
        int type = memory.int32(at);
        return switch (type) {
            case FilterTable.UINT8 ->
                    new FwpConditionValue0.Uint8(Byte.toUnsignedInt(memory.int8(at + 8)));
            case FilterTable.BYTE_BLOB ->
                    new FwpConditionValue0.ByteBlob(blob(memory.int64(at + 8)));
            case FilterTable.V4_ADDR_MASK -> {
                long mask = memory.int64(at + 8);
                yield new FwpConditionValue0.V4AddrMask(
                        new FwpV4AddrAndMask(
                                Integer.toUnsignedLong(memory.int32(mask)),
                                Integer.toUnsignedLong(memory.int32(mask + 4))));
            }
            case FilterTable.RANGE -> {
                long range = memory.int64(at + 8);
                yield new FwpConditionValue0.Range(new FwpRange0(value(range), value(range + 16)));
            }
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}
