package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a value can be compared in a way (4.33). */
enum MatchFit {
    /** It is documented, or was observed. */
    FITS,

    /** The documentation leaves it open; the embedded engine refuses it. */
    UNCERTAIN,

    /** The documentation excludes it. */
    REFUSED;

    private static final Set<FwpDataType> UNSIGNED =
            EnumSet.of(
                    FwpDataType.UINT8, FwpDataType.UINT16, FwpDataType.UINT32, FwpDataType.UINT64);

    private static final Set<FwpDataType> TEXTS =
            EnumSet.of(FwpDataType.BYTE_BLOB_TYPE, FwpDataType.UNICODE_STRING_TYPE);

    private static final Set<FwpDataType> COMPOSED =
            EnumSet.of(FwpDataType.RANGE_TYPE, FwpDataType.V4_ADDR_MASK, FwpDataType.V6_ADDR_MASK);

    /** {@return whether a value of a type can be compared in a way} */
    static MatchFit of(FwpMatchType match, FwpDataType type) {
        return switch (match) {
            // "All data types", says the documentation, though a range has a way of its own.
            case EQUAL -> type == FwpDataType.RANGE_TYPE ? UNCERTAIN : FITS;
            case GREATER, LESS, GREATER_OR_EQUAL, LESS_OR_EQUAL -> fitsIf(isSortable(type));
            case RANGE -> fitsIf(type == FwpDataType.RANGE_TYPE);
            case FLAGS_ALL_SET, FLAGS_ANY_SET, FLAGS_NONE_SET -> fitsIf(UNSIGNED.contains(type));
            case EQUAL_CASE_INSENSITIVE -> fitsIf(type == FwpDataType.UNICODE_STRING_TYPE);
            case NOT_EQUAL ->
                    COMPOSED.contains(type)
                            ? UNCERTAIN
                            : fitsIf(isSortable(type) || type == FwpDataType.SID);
            case PREFIX, NOT_PREFIX -> fitsIf(TEXTS.contains(type));
        };
    }

    /** {@return the ways in which a value of a type can be compared, as words} */
    static String waysOf(FwpDataType type) {
        return EnumSet.allOf(FwpMatchType.class).stream()
                .filter(match -> of(match, type) == FITS)
                .map(FwpMatchType::cName)
                .collect(Collectors.joining(", "));
    }

    private static boolean isSortable(FwpDataType type) {
        return UNSIGNED.contains(type)
                || TEXTS.contains(type)
                || type == FwpDataType.BYTE_ARRAY16_TYPE;
    }

    private static MatchFit fitsIf(boolean fits) {
        return fits ? FITS : REFUSED;
    }
}
