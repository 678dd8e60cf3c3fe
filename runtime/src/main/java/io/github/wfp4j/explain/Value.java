package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpValue0;

import org.jspecify.annotations.Nullable;

/**
 * The value of a field, ready to be compared.
 *
 * @param raw the value
 * @param wide the value as a number, or null if it is none
 */
record Value(FwpValue0 raw, @Nullable Wide wide) {
    static Value of(FwpValue0 raw) {
        return new Value(
                raw,
                switch (raw) {
                    case FwpValue0.Uint8(int number) -> Wide.of(number);
                    case FwpValue0.Uint16(int number) -> Wide.of(number);
                    case FwpValue0.Uint32(long number) -> Wide.of(number);
                    case FwpValue0.Uint64(long number) -> Wide.of(number);
                    case FwpValue0.ByteArray16(var bytes) -> Wide.of(bytes.byteArray16());
                    default -> null;
                });
    }

    static Value uint8(int number) {
        return new Value(new FwpValue0.Uint8(number), Wide.of(number));
    }

    static Value uint16(int number) {
        return new Value(new FwpValue0.Uint16(number), Wide.of(number));
    }

    static Value uint32(long number) {
        return new Value(new FwpValue0.Uint32(number), Wide.of(number));
    }

    FwpDataType type() {
        return raw.type();
    }

    /** {@return what is looked up in tables of single values} */
    Object key() {
        return wide == null ? raw : wide;
    }

    /** {@return the value of a condition as the value of a field; null for what no field can be} */
    static @Nullable FwpValue0 plain(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Uint8(int number) -> new FwpValue0.Uint8(number);
            case FwpConditionValue0.Uint16(int number) -> new FwpValue0.Uint16(number);
            case FwpConditionValue0.Uint32(long number) -> new FwpValue0.Uint32(number);
            case FwpConditionValue0.Uint64(long number) -> new FwpValue0.Uint64(number);
            case FwpConditionValue0.ByteArray16(var bytes) -> new FwpValue0.ByteArray16(bytes);
            case FwpConditionValue0.ByteArray6(var bytes) -> new FwpValue0.ByteArray6(bytes);
            case FwpConditionValue0.ByteBlob(var blob) -> new FwpValue0.ByteBlob(blob);
            case FwpConditionValue0.Sid(var sid) -> new FwpValue0.Sid(sid);
            case FwpConditionValue0.UnicodeString(String text) -> new FwpValue0.UnicodeString(text);
            default -> null;
        };
    }
}
