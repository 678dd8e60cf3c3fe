package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpValue0;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as JSON: numbers up to 32 bits as numbers, those of 64 bits as decimal strings, bytes as
 * hexadecimal digits, subnets as {@code address/mask} or {@code address/prefix length}.
 */
final class JsonValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonValues() {}

    static JsonNode of(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Empty _ -> JSON.nullNode();
            case FwpConditionValue0.Uint8(int number) -> JSON.numberNode(number);
            case FwpConditionValue0.Uint16(int number) -> JSON.numberNode(number);
            case FwpConditionValue0.Uint32(long number) -> JSON.numberNode(number);
            case FwpConditionValue0.Uint64(long number) -> unsigned(number);
            case FwpConditionValue0.Int8(int number) -> JSON.numberNode(number);
            case FwpConditionValue0.Int16(int number) -> JSON.numberNode(number);
            case FwpConditionValue0.Int32(int number) -> JSON.numberNode(number);
            case FwpConditionValue0.Int64(long number) -> text(number);
            case FwpConditionValue0.Float(float number) -> JSON.numberNode(number);
            case FwpConditionValue0.Double(double number) -> JSON.numberNode(number);
            case FwpConditionValue0.ByteArray16(var bytes) -> text(bytes.byteArray16());
            case FwpConditionValue0.ByteBlob(var blob) -> text(blob.data());
            case FwpConditionValue0.Sid(var sid) -> text(sid);
            case FwpConditionValue0.SecurityDescriptor(var blob) -> text(blob.data());
            case FwpConditionValue0.TokenInformation(var token) -> text(token);
            case FwpConditionValue0.TokenAccessInformation(var blob) -> text(blob.data());
            case FwpConditionValue0.UnicodeString(String string) -> text(string);
            case FwpConditionValue0.ByteArray6(var bytes) -> text(bytes.byteArray6());
            case FwpConditionValue0.V4AddrMask(var subnet) ->
                    text(Addresses.v4(subnet.addr()) + "/" + Addresses.v4(subnet.mask()));
            case FwpConditionValue0.V6AddrMask(var subnet) ->
                    text(Addresses.v6(subnet.addr()) + "/" + subnet.prefixLength());
            case FwpConditionValue0.Range(var range) -> {
                ObjectNode node = JSON.objectNode();
                node.set("low", of(range.valueLow()));
                node.set("high", of(range.valueHigh()));
                yield node;
            }
        };
    }

    static JsonNode of(FwpValue0 value) {
        return switch (value) {
            case FwpValue0.Empty _ -> JSON.nullNode();
            case FwpValue0.Uint8(int number) -> JSON.numberNode(number);
            case FwpValue0.Uint16(int number) -> JSON.numberNode(number);
            case FwpValue0.Uint32(long number) -> JSON.numberNode(number);
            case FwpValue0.Uint64(long number) -> unsigned(number);
            case FwpValue0.Int8(int number) -> JSON.numberNode(number);
            case FwpValue0.Int16(int number) -> JSON.numberNode(number);
            case FwpValue0.Int32(int number) -> JSON.numberNode(number);
            case FwpValue0.Int64(long number) -> text(number);
            case FwpValue0.Float(float number) -> JSON.numberNode(number);
            case FwpValue0.Double(double number) -> JSON.numberNode(number);
            case FwpValue0.ByteArray16(var bytes) -> text(bytes.byteArray16());
            case FwpValue0.ByteBlob(var blob) -> text(blob.data());
            case FwpValue0.Sid(var sid) -> text(sid);
            case FwpValue0.SecurityDescriptor(var blob) -> text(blob.data());
            case FwpValue0.TokenInformation(var token) -> text(token);
            case FwpValue0.TokenAccessInformation(var blob) -> text(blob.data());
            case FwpValue0.UnicodeString(String string) -> text(string);
            case FwpValue0.ByteArray6(var bytes) -> text(bytes.byteArray6());
        };
    }

    private static JsonNode unsigned(long number) {
        return JSON.stringNode(Long.toUnsignedString(number));
    }

    private static JsonNode text(Object value) {
        return JSON.stringNode(value.toString());
    }
}
