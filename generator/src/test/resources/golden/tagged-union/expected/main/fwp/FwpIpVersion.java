package io.github.wfp4j.fwp;

import org.jspecify.annotations.Nullable;

/**
 * The version of the Internet Protocol.
 *
 * <p>C: {@code FWP_IP_VERSION}, {@code fwptypes.h}.
 */
public enum FwpIpVersion {
    /**
     * IPv4. C: {@code FWP_IP_VERSION_V4}.
     */
    V4(0, "FWP_IP_VERSION_V4"),

    /**
     * IPv6. C: {@code FWP_IP_VERSION_V6}.
     */
    V6(1, "FWP_IP_VERSION_V6"),

    /**
     * Not IP. C: {@code FWP_IP_VERSION_NONE}.
     */
    NONE(2, "FWP_IP_VERSION_NONE");

    private final int value;

    private final String cName;

    FwpIpVersion(int value, String cName) {
        this.value = value;
        this.cName = cName;
    }

    /**
     * {@return the number that stands for it in C}
     */
    public int value() {
        return value;
    }

    /**
     * {@return its name in C}
     */
    public String cName() {
        return cName;
    }

    /**
     * {@return the constant with a number, or null for none}
     *
     * @param value the number that stands for it in C
     */
    public static @Nullable FwpIpVersion find(int value) {
        return switch (value) {
            case 0 -> V4;
            case 1 -> V6;
            case 2 -> NONE;
            default -> null;
        };
    }

    /**
     * {@return the constant with a number}
     *
     * @param value the number that stands for it in C
     * @throws IllegalArgumentException if no constant has it
     */
    public static FwpIpVersion of(int value) {
        FwpIpVersion found = find(value);
        if (found == null) {
            throw new IllegalArgumentException("not a value of FWP_IP_VERSION: 0x" + Integer.toHexString(value));
        }
        return found;
    }
}
