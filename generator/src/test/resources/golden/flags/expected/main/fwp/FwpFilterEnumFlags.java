package io.github.wfp4j.fwp;

import java.util.ArrayList;
import java.util.List;

/**
 * Which filters an enumeration returns, and in what order.
 *
 * <p>C: {@code FWP_FILTER_ENUM_FLAG_*}, {@code fwptypes.h}.
 *
 * @param bits the flags, those without a name here included
 */
public record FwpFilterEnumFlags(int bits) {
    /**
     * No flag.
     */
    public static final FwpFilterEnumFlags NONE = new FwpFilterEnumFlags(0);

    /**
     * Only the deciding filter of the highest weight. C: {@code FWP_FILTER_ENUM_FLAG_BEST_TERMINATING_MATCH}.
     */
    public static final FwpFilterEnumFlags BEST_TERMINATING_MATCH = new FwpFilterEnumFlags(0x1);

    /**
     * By weight, the highest first. C: {@code FWP_FILTER_ENUM_FLAG_SORTED}.
     */
    public static final FwpFilterEnumFlags SORTED = new FwpFilterEnumFlags(0x2);

    /**
     * The flags of Windows Vista. C: {@code FWP_FILTER_ENUM_VALID_FLAGS}.
     */
    public static final FwpFilterEnumFlags VALID_FLAGS = new FwpFilterEnumFlags(0x3);

    /**
     * Only boot-time filters. C: {@code FWP_FILTER_ENUM_FLAG_BOOTTIME_ONLY}.
     */
    public static final FwpFilterEnumFlags BOOTTIME_ONLY = new FwpFilterEnumFlags(0x4);

    /**
     * Boot-time filters as well. C: {@code FWP_FILTER_ENUM_FLAG_INCLUDE_BOOTTIME}.
     */
    public static final FwpFilterEnumFlags INCLUDE_BOOTTIME = new FwpFilterEnumFlags(0x8);

    /**
     * Disabled filters as well. C: {@code FWP_FILTER_ENUM_FLAG_INCLUDE_DISABLED}.
     */
    public static final FwpFilterEnumFlags INCLUDE_DISABLED = new FwpFilterEnumFlags(0x10);

    /**
     * Reserved. C: {@code FWP_FILTER_ENUM_FLAG_RESERVED1}.
     */
    public static final FwpFilterEnumFlags RESERVED1 = new FwpFilterEnumFlags(0x20);

    /**
     * {@return these flags with the flags of both}
     *
     * @param other the other flags
     */
    public FwpFilterEnumFlags or(FwpFilterEnumFlags other) {
        return new FwpFilterEnumFlags(bits | other.bits);
    }

    /**
     * {@return these flags without the other's flags}
     *
     * @param other the other flags
     */
    public FwpFilterEnumFlags without(FwpFilterEnumFlags other) {
        return new FwpFilterEnumFlags(bits & ~other.bits);
    }

    /**
     * {@return whether all of the other's flags are set}
     *
     * @param other the flags to look for
     */
    public boolean contains(FwpFilterEnumFlags other) {
        return (bits & other.bits) == other.bits;
    }

    /**
     * {@return the C names of the flags that are set, lowest bit first, and as a last element the bits without a name, in hexadecimal}
     */
    public List<String> cNames() {
        List<String> names = new ArrayList<>();
        int rest = bits;
        if ((rest & 0x1) != 0) {
            names.add("FWP_FILTER_ENUM_FLAG_BEST_TERMINATING_MATCH");
            rest &= ~0x1;
        }
        if ((rest & 0x2) != 0) {
            names.add("FWP_FILTER_ENUM_FLAG_SORTED");
            rest &= ~0x2;
        }
        if ((rest & 0x4) != 0) {
            names.add("FWP_FILTER_ENUM_FLAG_BOOTTIME_ONLY");
            rest &= ~0x4;
        }
        if ((rest & 0x8) != 0) {
            names.add("FWP_FILTER_ENUM_FLAG_INCLUDE_BOOTTIME");
            rest &= ~0x8;
        }
        if ((rest & 0x10) != 0) {
            names.add("FWP_FILTER_ENUM_FLAG_INCLUDE_DISABLED");
            rest &= ~0x10;
        }
        if ((rest & 0x20) != 0) {
            names.add("FWP_FILTER_ENUM_FLAG_RESERVED1");
            rest &= ~0x20;
        }
        if (rest != 0) {
            names.add("0x" + Integer.toHexString(rest));
        }
        return List.copyOf(names);
    }

    /**
     * {@return the names of {@link #cNames()}}
     */
    @Override
    public String toString() {
        return String.join("|", cNames());
    }
}
