package io.github.wfp4j.fwpm;

import org.jspecify.annotations.Nullable;

/**
 * A kind of system service that listens on ports.
 *
 * <p>C: {@code FWPM_SYSTEM_PORT_TYPE}, {@code fwpmtypes.h}.
 */
public enum FwpmSystemPortType {
    /**
     * The RPC endpoint mapper. C: {@code FWPM_SYSTEM_PORT_RPC_EPMAP}.
     */
    RPC_EPMAP(0, "FWPM_SYSTEM_PORT_RPC_EPMAP"),

    /**
     * Teredo. C: {@code FWPM_SYSTEM_PORT_TEREDO}.
     */
    TEREDO(1, "FWPM_SYSTEM_PORT_TEREDO"),

    /**
     * IP over HTTPS, inbound. C: {@code FWPM_SYSTEM_PORT_IPHTTPS_IN}.
     */
    IPHTTPS_IN(2, "FWPM_SYSTEM_PORT_IPHTTPS_IN"),

    /**
     * IP over HTTPS, outbound. C: {@code FWPM_SYSTEM_PORT_IPHTTPS_OUT}.
     */
    IPHTTPS_OUT(3, "FWPM_SYSTEM_PORT_IPHTTPS_OUT");

    private final int value;

    private final String cName;

    FwpmSystemPortType(int value, String cName) {
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
    public static @Nullable FwpmSystemPortType find(int value) {
        return switch (value) {
            case 0 -> RPC_EPMAP;
            case 1 -> TEREDO;
            case 2 -> IPHTTPS_IN;
            case 3 -> IPHTTPS_OUT;
            default -> null;
        };
    }

    /**
     * {@return the constant with a number}
     *
     * @param value the number that stands for it in C
     * @throws IllegalArgumentException if no constant has it
     */
    public static FwpmSystemPortType of(int value) {
        FwpmSystemPortType found = find(value);
        if (found == null) {
            throw new IllegalArgumentException("not a value of FWPM_SYSTEM_PORT_TYPE: 0x" + Integer.toHexString(value));
        }
        return found;
    }
}
