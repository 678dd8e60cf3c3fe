package io.github.wfp4j.ikeext;

import org.jspecify.annotations.Nullable;

/**
 * In whose name a negotiation is started.
 *
 * <p>C: {@code IKEEXT_AUTHENTICATION_IMPERSONATION_TYPE}, {@code iketypes.h}.
 */
public enum IkeextAuthenticationImpersonationType {
    /**
     * No impersonation: in the computer's own name. C: {@code IKEEXT_IMPERSONATION_NONE}.
     */
    NONE(0, "IKEEXT_IMPERSONATION_NONE"),

    /**
     * In the name of the user who owns the socket. C: {@code IKEEXT_IMPERSONATION_SOCKET_PRINCIPAL}.
     */
    SOCKET_PRINCIPAL(1, "IKEEXT_IMPERSONATION_SOCKET_PRINCIPAL");

    private final int value;

    private final String cName;

    IkeextAuthenticationImpersonationType(int value, String cName) {
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
    public static @Nullable IkeextAuthenticationImpersonationType find(int value) {
        return switch (value) {
            case 0 -> NONE;
            case 1 -> SOCKET_PRINCIPAL;
            default -> null;
        };
    }

    /**
     * {@return the constant with a number}
     *
     * @param value the number that stands for it in C
     * @throws IllegalArgumentException if no constant has it
     */
    public static IkeextAuthenticationImpersonationType of(int value) {
        IkeextAuthenticationImpersonationType found = find(value);
        if (found == null) {
            throw new IllegalArgumentException("not a value of IKEEXT_AUTHENTICATION_IMPERSONATION_TYPE: 0x" + Integer.toHexString(value));
        }
        return found;
    }
}
