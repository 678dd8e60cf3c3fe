package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpValue0;

import java.util.Arrays;

/** The order of values of one type: unsigned numbers, bytes from the front, texts by code unit. */
final class ValueOrder {
    private ValueOrder() {}

    /**
     * {@return less than, equal to or more than 0 as the first value is less, equal or more}
     *
     * @throws IllegalArgumentException if the two are not of one type that has an order
     */
    static int compare(FwpValue0 first, FwpValue0 second) {
        return switch (first) {
            case FwpValue0.Uint8 a when second instanceof FwpValue0.Uint8 b ->
                    Integer.compare(a.uint8(), b.uint8());
            case FwpValue0.Uint16 a when second instanceof FwpValue0.Uint16 b ->
                    Integer.compare(a.uint16(), b.uint16());
            case FwpValue0.Uint32 a when second instanceof FwpValue0.Uint32 b ->
                    Long.compare(a.uint32(), b.uint32());
            case FwpValue0.Uint64 a when second instanceof FwpValue0.Uint64 b ->
                    Long.compareUnsigned(a.uint64(), b.uint64());
            case FwpValue0.ByteArray16 a when second instanceof FwpValue0.ByteArray16 b ->
                    Arrays.compareUnsigned(
                            a.byteArray16().byteArray16().toByteArray(),
                            b.byteArray16().byteArray16().toByteArray());
            case FwpValue0.ByteBlob a when second instanceof FwpValue0.ByteBlob b ->
                    Arrays.compareUnsigned(
                            a.byteBlob().data().toByteArray(), b.byteBlob().data().toByteArray());
            case FwpValue0.UnicodeString a when second instanceof FwpValue0.UnicodeString b ->
                    a.unicodeString().compareTo(b.unicodeString());
            default ->
                    throw new IllegalArgumentException(
                            first.type() + " and " + second.type() + " have no order");
        };
    }
}
