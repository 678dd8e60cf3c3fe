package io.github.wfp4j.fwpm;

import java.util.ArrayList;
import java.util.List;

/**
 * What a sublayer is.
 *
 * <p>C: {@code FWPM_SUBLAYER_FLAG_*}, {@code fwpmtypes.h}.
 *
 * @param bits the flags, those without a name here included
 */
public record FwpmSublayerFlags(int bits) {
    /**
     * No flag.
     */
    public static final FwpmSublayerFlags NONE = new FwpmSublayerFlags(0);

    /**
     * It survives a restart of the engine. C: {@code FWPM_SUBLAYER_FLAG_PERSISTENT}.
     */
    public static final FwpmSublayerFlags PERSISTENT = new FwpmSublayerFlags(0x1);

    /**
     * {@return these flags with the flags of both}
     *
     * @param other the other flags
     */
    public FwpmSublayerFlags or(FwpmSublayerFlags other) {
        return new FwpmSublayerFlags(bits | other.bits);
    }

    /**
     * {@return these flags without the other's flags}
     *
     * @param other the other flags
     */
    public FwpmSublayerFlags without(FwpmSublayerFlags other) {
        return new FwpmSublayerFlags(bits & ~other.bits);
    }

    /**
     * {@return whether all of the other's flags are set}
     *
     * @param other the flags to look for
     */
    public boolean contains(FwpmSublayerFlags other) {
        return (bits & other.bits) == other.bits;
    }

    /**
     * {@return the C names of the flags that are set, lowest bit first, and as a last element the bits without a name, in hexadecimal}
     */
    public List<String> cNames() {
        List<String> names = new ArrayList<>();
        int rest = bits;
        if ((rest & 0x1) != 0) {
            names.add("FWPM_SUBLAYER_FLAG_PERSISTENT");
            rest &= ~0x1;
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
