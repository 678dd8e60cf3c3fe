package io.github.wfp4j.benchmarks;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.Union;

import org.jspecify.annotations.NullUnmarked;

/** The structs of a filter as JNA wants them: public classes with public fields. */
@NullUnmarked
public final class JnaFilters {
    private JnaFilters() {}

    /** C: {@code GUID}. */
    @FieldOrder({"data1", "data2", "data3", "data4"})
    public static class GuidStructure extends Structure {
        /** The first 32 bits. */
        public int data1;

        /** The next 16 bits. */
        public short data2;

        /** The next 16 bits. */
        public short data3;

        /** The rest. */
        public byte[] data4 = new byte[8];

        /** For JNA, which makes the members of structs. */
        public GuidStructure() {}

        GuidStructure(Pointer memory) {
            super(memory);
            read();
        }
    }

    /** C: {@code FWP_BYTE_BLOB}. */
    @FieldOrder({"size", "data"})
    public static class BlobStructure extends Structure {
        /** How many bytes. */
        public int size;

        /** The bytes. */
        public Pointer data;

        /** For JNA, which makes the members of structs. */
        public BlobStructure() {}

        BlobStructure(Pointer memory) {
            super(memory);
            read();
        }
    }

    /** C: {@code FWP_V4_ADDR_AND_MASK}. */
    @FieldOrder({"addr", "mask"})
    public static class MaskStructure extends Structure {
        /** The address. */
        public int addr;

        /** The mask. */
        public int mask;

        /** An empty one. */
        public MaskStructure() {}

        MaskStructure(Pointer memory) {
            super(memory);
            read();
        }
    }

    /** The union of a value. */
    public static class ValueUnion extends Union {
        /** For {@code FWP_UINT8}. */
        public byte uint8;

        /** For {@code FWP_UINT16}. */
        public short uint16;

        /** For {@code FWP_UINT32}. */
        public int uint32;

        /** For all others. */
        public Pointer pointer;
    }

    /** C: {@code FWP_VALUE0} and {@code FWP_CONDITION_VALUE0}. */
    @FieldOrder({"type", "value"})
    public static class ValueStructure extends Structure {
        /** Says which member of the union counts. */
        public int type;

        /** The value. */
        public ValueUnion value;

        /** For JNA, which makes the members of structs. */
        public ValueStructure() {}

        @Override
        public void read() {
            readField("type");
            select();
            super.read();
        }

        void select() {
            value.setType(
                    switch (type) {
                        case FilterTable.UINT8 -> byte.class;
                        case FilterTable.UINT16 -> short.class;
                        case 0, FilterTable.UINT32 -> int.class;
                        default -> Pointer.class;
                    });
        }
    }

    /** C: {@code FWP_RANGE0}. */
    @FieldOrder({"valueLow", "valueHigh"})
    public static class RangeStructure extends Structure {
        /** The lowest value. */
        public ValueStructure valueLow;

        /** The highest value. */
        public ValueStructure valueHigh;

        /** An empty one. */
        public RangeStructure() {}

        RangeStructure(Pointer memory) {
            super(memory);
            read();
        }
    }

    /** C: {@code FWPM_FILTER_CONDITION0}. */
    @FieldOrder({"fieldKey", "matchType", "conditionValue"})
    public static class ConditionStructure extends Structure {
        /** The field. */
        public GuidStructure fieldKey;

        /** How it is compared. */
        public int matchType;

        /** With what. */
        public ValueStructure conditionValue;

        /** An empty one; JNA makes arrays of it. */
        public ConditionStructure() {}

        ConditionStructure(Pointer memory) {
            super(memory);
            read();
        }
    }

    /** C: {@code FWPM_ACTION0}. */
    @FieldOrder({"type", "filterType"})
    public static class ActionStructure extends Structure {
        /** What to do. */
        public int type;

        /** Which filter or callout. */
        public GuidStructure filterType;
    }

    /** The union of a filter's context. */
    public static class ContextUnion extends Union {
        /** Without a provider context. */
        public long rawContext;

        /** With one. */
        public GuidStructure providerContextKey;
    }

    /** C: {@code FWPM_FILTER0}. */
    @FieldOrder({
        "filterKey",
        "name",
        "description",
        "flags",
        "providerKey",
        "providerData",
        "layerKey",
        "subLayerKey",
        "weight",
        "numFilterConditions",
        "filterCondition",
        "action",
        "context",
        "reserved",
        "filterId",
        "effectiveWeight"
    })
    public static class FilterStructure extends Structure {
        /** The key. */
        public GuidStructure filterKey;

        /** The name, as UTF-16. */
        public Pointer name;

        /** The description, as UTF-16. */
        public Pointer description;

        /** The flags. */
        public int flags;

        /** The provider. */
        public Pointer providerKey;

        /** The provider's data. */
        public BlobStructure providerData;

        /** The layer. */
        public GuidStructure layerKey;

        /** The sublayer. */
        public GuidStructure subLayerKey;

        /** The weight. */
        public ValueStructure weight;

        /** How many conditions. */
        public int numFilterConditions;

        /** The conditions. */
        public Pointer filterCondition;

        /** The action. */
        public ActionStructure action;

        /** The context. */
        public ContextUnion context;

        /** Nothing. */
        public Pointer reserved;

        /** The identifier. */
        public long filterId;

        /** The weight that counts. */
        public ValueStructure effectiveWeight;

        /** An empty one. */
        public FilterStructure() {}

        FilterStructure(Pointer memory) {
            super(memory);
            read();
        }

        @Override
        public void read() {
            context.setType(long.class);
            super.read();
        }

        ConditionStructure[] conditions() {
            return numFilterConditions == 0
                    ? new ConditionStructure[0]
                    : (ConditionStructure[])
                            new ConditionStructure(filterCondition).toArray(numFilterConditions);
        }
    }

    /** {@return memory that holds some bytes} */
    static Memory memory(byte[] bytes) {
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        return memory;
    }
}
