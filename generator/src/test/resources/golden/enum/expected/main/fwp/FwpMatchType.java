package io.github.wfp4j.fwp;

import org.jspecify.annotations.Nullable;

/**
 * How a condition compares the traffic's value with its own.
 *
 * <p>C: {@code FWP_MATCH_TYPE}, {@code fwptypes.h}.
 */
public enum FwpMatchType {
    /**
     * It is equal, in the subnet, or granted by the security descriptor. C: {@code FWP_MATCH_EQUAL}.
     */
    EQUAL(0, "FWP_MATCH_EQUAL"),

    /**
     * It is greater. C: {@code FWP_MATCH_GREATER}.
     */
    GREATER(1, "FWP_MATCH_GREATER"),

    /**
     * It is less. C: {@code FWP_MATCH_LESS}.
     */
    LESS(2, "FWP_MATCH_LESS"),

    /**
     * It is greater or equal. C: {@code FWP_MATCH_GREATER_OR_EQUAL}.
     */
    GREATER_OR_EQUAL(3, "FWP_MATCH_GREATER_OR_EQUAL"),

    /**
     * It is less or equal. C: {@code FWP_MATCH_LESS_OR_EQUAL}.
     */
    LESS_OR_EQUAL(4, "FWP_MATCH_LESS_OR_EQUAL"),

    /**
     * It is in the range, ends included. C: {@code FWP_MATCH_RANGE}.
     */
    RANGE(5, "FWP_MATCH_RANGE"),

    /**
     * All the condition's flags are set in it. C: {@code FWP_MATCH_FLAGS_ALL_SET}.
     */
    FLAGS_ALL_SET(6, "FWP_MATCH_FLAGS_ALL_SET"),

    /**
     * At least one of the condition's flags is set in it. C: {@code FWP_MATCH_FLAGS_ANY_SET}.
     */
    FLAGS_ANY_SET(7, "FWP_MATCH_FLAGS_ANY_SET"),

    /**
     * None of the condition's flags is set in it. C: {@code FWP_MATCH_FLAGS_NONE_SET}.
     */
    FLAGS_NONE_SET(8, "FWP_MATCH_FLAGS_NONE_SET"),

    /**
     * It is the same text, whatever the case. C: {@code FWP_MATCH_EQUAL_CASE_INSENSITIVE}.
     */
    EQUAL_CASE_INSENSITIVE(9, "FWP_MATCH_EQUAL_CASE_INSENSITIVE"),

    /**
     * It is not equal. C: {@code FWP_MATCH_NOT_EQUAL}.
     */
    NOT_EQUAL(10, "FWP_MATCH_NOT_EQUAL"),

    /**
     * It is a text that the condition's value is a part of, at one end; which end is uncertain. C: {@code FWP_MATCH_PREFIX}.
     */
    PREFIX(11, "FWP_MATCH_PREFIX"),

    /**
     * It is a text that PREFIX does not match. C: {@code FWP_MATCH_NOT_PREFIX}.
     */
    NOT_PREFIX(12, "FWP_MATCH_NOT_PREFIX");

    private final int value;

    private final String cName;

    FwpMatchType(int value, String cName) {
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
    public static @Nullable FwpMatchType find(int value) {
        return switch (value) {
            case 0 -> EQUAL;
            case 1 -> GREATER;
            case 2 -> LESS;
            case 3 -> GREATER_OR_EQUAL;
            case 4 -> LESS_OR_EQUAL;
            case 5 -> RANGE;
            case 6 -> FLAGS_ALL_SET;
            case 7 -> FLAGS_ANY_SET;
            case 8 -> FLAGS_NONE_SET;
            case 9 -> EQUAL_CASE_INSENSITIVE;
            case 10 -> NOT_EQUAL;
            case 11 -> PREFIX;
            case 12 -> NOT_PREFIX;
            default -> null;
        };
    }

    /**
     * {@return the constant with a number}
     *
     * @param value the number that stands for it in C
     * @throws IllegalArgumentException if no constant has it
     */
    public static FwpMatchType of(int value) {
        FwpMatchType found = find(value);
        if (found == null) {
            throw new IllegalArgumentException("not a value of FWP_MATCH_TYPE: 0x" + Integer.toHexString(value));
        }
        return found;
    }
}
