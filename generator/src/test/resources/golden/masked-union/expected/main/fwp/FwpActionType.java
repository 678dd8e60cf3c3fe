package io.github.wfp4j.fwp;

import org.jspecify.annotations.Nullable;

/**
 * What a filter, or a callout, does with matching traffic.
 *
 * <p>C: {@code FWP_ACTION}, {@code fwptypes.h}.
 */
public enum FwpActionType {
    /**
     * No action; a result of classification only. C: {@code FWP_ACTION_NONE}.
     */
    NONE(7, "FWP_ACTION_NONE"),

    /**
     * No filter matched; a result of classification only. C: {@code FWP_ACTION_NONE_NO_MATCH}.
     */
    NONE_NO_MATCH(8, "FWP_ACTION_NONE_NO_MATCH"),

    /**
     * Traffic is blocked. C: {@code FWP_ACTION_BLOCK}.
     */
    BLOCK(4097, "FWP_ACTION_BLOCK"),

    /**
     * Traffic is permitted. C: {@code FWP_ACTION_PERMIT}.
     */
    PERMIT(4098, "FWP_ACTION_PERMIT"),

    /**
     * The next filter decides; a result of callouts only. C: {@code FWP_ACTION_CONTINUE}.
     */
    CONTINUE(8198, "FWP_ACTION_CONTINUE"),

    /**
     * A callout is asked, which may or may not decide. C: {@code FWP_ACTION_CALLOUT_UNKNOWN}.
     */
    CALLOUT_UNKNOWN(16389, "FWP_ACTION_CALLOUT_UNKNOWN"),

    /**
     * A callout decides. C: {@code FWP_ACTION_CALLOUT_TERMINATING}.
     */
    CALLOUT_TERMINATING(20483, "FWP_ACTION_CALLOUT_TERMINATING"),

    /**
     * A callout looks at the traffic and never decides. C: {@code FWP_ACTION_CALLOUT_INSPECTION}.
     */
    CALLOUT_INSPECTION(24580, "FWP_ACTION_CALLOUT_INSPECTION");

    private final int value;

    private final String cName;

    FwpActionType(int value, String cName) {
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
    public static @Nullable FwpActionType find(int value) {
        return switch (value) {
            case 7 -> NONE;
            case 8 -> NONE_NO_MATCH;
            case 4097 -> BLOCK;
            case 4098 -> PERMIT;
            case 8198 -> CONTINUE;
            case 16389 -> CALLOUT_UNKNOWN;
            case 20483 -> CALLOUT_TERMINATING;
            case 24580 -> CALLOUT_INSPECTION;
            default -> null;
        };
    }

    /**
     * {@return the constant with a number}
     *
     * @param value the number that stands for it in C
     * @throws IllegalArgumentException if no constant has it
     */
    public static FwpActionType of(int value) {
        FwpActionType found = find(value);
        if (found == null) {
            throw new IllegalArgumentException("not a value of FWP_ACTION: 0x" + Integer.toHexString(value));
        }
        return found;
    }
}
