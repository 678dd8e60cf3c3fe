package io.github.wfp4j.ipsec;

import org.jspecify.annotations.Nullable;

/**
 * A Diffie-Hellman group for perfect forward secrecy in quick mode.
 *
 * <p>C: {@code IPSEC_PFS_GROUP}, {@code ipsectypes.h}.
 */
public enum IpsecPfsGroup {
    /**
     * No perfect forward secrecy. C: {@code IPSEC_PFS_NONE}.
     */
    NONE(0, "IPSEC_PFS_NONE"),

    /**
     * Group 1, 768 bits; not secure. C: {@code IPSEC_PFS_1}.
     */
    PFS_1(1, "IPSEC_PFS_1"),

    /**
     * Group 2, 1024 bits. C: {@code IPSEC_PFS_2}.
     */
    PFS_2(2, "IPSEC_PFS_2"),

    /**
     * Group 14, 2048 bits. C: {@code IPSEC_PFS_14}.
     */
    PFS_14(3, "IPSEC_PFS_14"),

    /**
     * The elliptic curve P-256. C: {@code IPSEC_PFS_ECP_256}.
     */
    ECP_256(4, "IPSEC_PFS_ECP_256"),

    /**
     * The elliptic curve P-384. C: {@code IPSEC_PFS_ECP_384}.
     */
    ECP_384(5, "IPSEC_PFS_ECP_384"),

    /**
     * The group of main mode. C: {@code IPSEC_PFS_MM}.
     */
    MM(6, "IPSEC_PFS_MM"),

    /**
     * Group 24, 2048 bits with a subgroup of 256 bits. C: {@code IPSEC_PFS_24}.
     */
    PFS_24(7, "IPSEC_PFS_24");

    /**
     * Another name of {@link #PFS_14}: Another name of group 14. C: {@code IPSEC_PFS_2048}.
     */
    public static final IpsecPfsGroup PFS_2048 = PFS_14;

    private final int value;

    private final String cName;

    IpsecPfsGroup(int value, String cName) {
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
    public static @Nullable IpsecPfsGroup find(int value) {
        return switch (value) {
            case 0 -> NONE;
            case 1 -> PFS_1;
            case 2 -> PFS_2;
            case 3 -> PFS_14;
            case 4 -> ECP_256;
            case 5 -> ECP_384;
            case 6 -> MM;
            case 7 -> PFS_24;
            default -> null;
        };
    }

    /**
     * {@return the constant with a number}
     *
     * @param value the number that stands for it in C
     * @throws IllegalArgumentException if no constant has it
     */
    public static IpsecPfsGroup of(int value) {
        IpsecPfsGroup found = find(value);
        if (found == null) {
            throw new IllegalArgumentException("not a value of IPSEC_PFS_GROUP: 0x" + Integer.toHexString(value));
        }
        return found;
    }
}
