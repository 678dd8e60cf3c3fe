package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwpm.FwpmFieldType;

import java.util.List;
import java.util.stream.Collectors;

/** Which types of values the conditions of a filter can have (4.32). */
final class ValueTypes {
    private ValueTypes() {}

    /** {@return the types of values for a field with a kind and a type} */
    static List<FwpDataType> of(FwpmFieldType kind, FwpDataType type) {
        boolean address = kind == FwpmFieldType.IP_ADDRESS;
        return switch (type) {
            case UINT8, UINT16, UINT64, BYTE_BLOB_TYPE -> List.of(type, FwpDataType.RANGE_TYPE);
            case UINT32 ->
                    address
                            ? List.of(type, FwpDataType.V4_ADDR_MASK, FwpDataType.RANGE_TYPE)
                            : List.of(type, FwpDataType.RANGE_TYPE);
            case BYTE_ARRAY16_TYPE ->
                    address
                            ? List.of(type, FwpDataType.V6_ADDR_MASK, FwpDataType.RANGE_TYPE)
                            : List.of(type, FwpDataType.RANGE_TYPE);
            case TOKEN_INFORMATION_TYPE, TOKEN_ACCESS_INFORMATION_TYPE ->
                    List.of(FwpDataType.SECURITY_DESCRIPTOR_TYPE);
            default -> List.of(type);
        };
    }

    /** {@return types as words, such as {@code FWP_UINT16 or FWP_RANGE_TYPE}} */
    static String words(List<FwpDataType> types) {
        return types.stream().map(FwpDataType::cName).collect(Collectors.joining(" or "));
    }
}
