package io.github.wfp4j.win32;

import java.util.ArrayList;
import java.util.List;

/**
 * The attributes of a group in an access token.
 *
 * <p>C: {@code SE_GROUP_*}, {@code winnt.h}.
 *
 * @param bits the flags, those without a name here included
 */
public record SeGroupFlags(int bits) {
    /**
     * No flag.
     */
    public static final SeGroupFlags NONE = new SeGroupFlags(0);

    /**
     * It cannot be disabled. C: {@code SE_GROUP_MANDATORY}.
     */
    public static final SeGroupFlags MANDATORY = new SeGroupFlags(0x1);

    /**
     * It is enabled by default. C: {@code SE_GROUP_ENABLED_BY_DEFAULT}.
     */
    public static final SeGroupFlags ENABLED_BY_DEFAULT = new SeGroupFlags(0x2);

    /**
     * It is enabled. C: {@code SE_GROUP_ENABLED}.
     */
    public static final SeGroupFlags ENABLED = new SeGroupFlags(0x4);

    /**
     * It can own objects. C: {@code SE_GROUP_OWNER}.
     */
    public static final SeGroupFlags OWNER = new SeGroupFlags(0x8);

    /**
     * It serves to deny access only. C: {@code SE_GROUP_USE_FOR_DENY_ONLY}.
     */
    public static final SeGroupFlags USE_FOR_DENY_ONLY = new SeGroupFlags(0x10);

    /**
     * It is an integrity level. C: {@code SE_GROUP_INTEGRITY}.
     */
    public static final SeGroupFlags INTEGRITY = new SeGroupFlags(0x20);

    /**
     * It is an integrity level in force. C: {@code SE_GROUP_INTEGRITY_ENABLED}.
     */
    public static final SeGroupFlags INTEGRITY_ENABLED = new SeGroupFlags(0x40);

    /**
     * It is local to a domain. C: {@code SE_GROUP_RESOURCE}.
     */
    public static final SeGroupFlags RESOURCE = new SeGroupFlags(0x20000000);

    /**
     * It identifies a logon session. C: {@code SE_GROUP_LOGON_ID}.
     */
    public static final SeGroupFlags LOGON_ID = new SeGroupFlags(0xc0000000);

    /**
     * Another name of ENABLED_BY_DEFAULT. C: {@code SE_GROUP_DEFAULTED}.
     */
    public static final SeGroupFlags DEFAULTED = new SeGroupFlags(0x2);

    /**
     * {@return these flags with the flags of both}
     *
     * @param other the other flags
     */
    public SeGroupFlags or(SeGroupFlags other) {
        return new SeGroupFlags(bits | other.bits);
    }

    /**
     * {@return these flags without the other's flags}
     *
     * @param other the other flags
     */
    public SeGroupFlags without(SeGroupFlags other) {
        return new SeGroupFlags(bits & ~other.bits);
    }

    /**
     * {@return whether all of the other's flags are set}
     *
     * @param other the flags to look for
     */
    public boolean contains(SeGroupFlags other) {
        return (bits & other.bits) == other.bits;
    }

    /**
     * {@return the C names of the flags that are set, lowest bit first, and as a last element the bits without a name, in hexadecimal}
     */
    public List<String> cNames() {
        List<String> names = new ArrayList<>();
        int rest = bits;
        if ((rest & 0x1) != 0) {
            names.add("SE_GROUP_MANDATORY");
            rest &= ~0x1;
        }
        if ((rest & 0x2) != 0) {
            names.add("SE_GROUP_ENABLED_BY_DEFAULT");
            rest &= ~0x2;
        }
        if ((rest & 0x4) != 0) {
            names.add("SE_GROUP_ENABLED");
            rest &= ~0x4;
        }
        if ((rest & 0x8) != 0) {
            names.add("SE_GROUP_OWNER");
            rest &= ~0x8;
        }
        if ((rest & 0x10) != 0) {
            names.add("SE_GROUP_USE_FOR_DENY_ONLY");
            rest &= ~0x10;
        }
        if ((rest & 0x20) != 0) {
            names.add("SE_GROUP_INTEGRITY");
            rest &= ~0x20;
        }
        if ((rest & 0x40) != 0) {
            names.add("SE_GROUP_INTEGRITY_ENABLED");
            rest &= ~0x40;
        }
        if ((rest & 0x20000000) != 0) {
            names.add("SE_GROUP_RESOURCE");
            rest &= ~0x20000000;
        }
        if ((rest & 0x2) != 0) {
            names.add("SE_GROUP_DEFAULTED");
            rest &= ~0x2;
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
