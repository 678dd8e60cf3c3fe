package io.github.wfp4j.fwp;

import java.util.ArrayList;
import java.util.List;

/**
 * The properties that are part of an action's number.
 *
 * <p>C: {@code FWP_ACTION_FLAG_*}, {@code fwptypes.h}.
 *
 * @param bits the flags, those without a name here included
 */
public record FwpActionFlags(int bits) {
    /**
     * No flag.
     */
    public static final FwpActionFlags NONE = new FwpActionFlags(0);

    /**
     * It decides, and ends the evaluation of its sublayer. C: {@code FWP_ACTION_FLAG_TERMINATING}.
     */
    public static final FwpActionFlags TERMINATING = new FwpActionFlags(0x1000);

    /**
     * It does not decide. C: {@code FWP_ACTION_FLAG_NON_TERMINATING}.
     */
    public static final FwpActionFlags NON_TERMINATING = new FwpActionFlags(0x2000);

    /**
     * It names a callout. C: {@code FWP_ACTION_FLAG_CALLOUT}.
     */
    public static final FwpActionFlags CALLOUT = new FwpActionFlags(0x4000);

    /**
     * {@return these flags with the flags of both}
     *
     * @param other the other flags
     */
    public FwpActionFlags or(FwpActionFlags other) {
        return new FwpActionFlags(bits | other.bits);
    }

    /**
     * {@return these flags without the other's flags}
     *
     * @param other the other flags
     */
    public FwpActionFlags without(FwpActionFlags other) {
        return new FwpActionFlags(bits & ~other.bits);
    }

    /**
     * {@return whether all of the other's flags are set}
     *
     * @param other the flags to look for
     */
    public boolean contains(FwpActionFlags other) {
        return (bits & other.bits) == other.bits;
    }

    /**
     * {@return the C names of the flags that are set, lowest bit first, and as a last element the bits without a name, in hexadecimal}
     */
    public List<String> cNames() {
        List<String> names = new ArrayList<>();
        int rest = bits;
        if ((rest & 0x1000) != 0) {
            names.add("FWP_ACTION_FLAG_TERMINATING");
            rest &= ~0x1000;
        }
        if ((rest & 0x2000) != 0) {
            names.add("FWP_ACTION_FLAG_NON_TERMINATING");
            rest &= ~0x2000;
        }
        if ((rest & 0x4000) != 0) {
            names.add("FWP_ACTION_FLAG_CALLOUT");
            rest &= ~0x4000;
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
