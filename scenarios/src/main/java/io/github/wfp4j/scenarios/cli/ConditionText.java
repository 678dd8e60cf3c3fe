package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.win32.Ipproto;
import io.github.wfp4j.win32.NlAddressType;

import java.util.Locale;
import java.util.Map;

/** Conditions as people read them, as {@code IP_LOCAL_PORT = 5555}. */
final class ConditionText {
    private static final String PREFIX = "FWPM_CONDITION_";
    private static final Map<Integer, String> PROTOCOLS =
            Map.of(
                    Ipproto.ICMP, "icmp",
                    Ipproto.TCP, "tcp",
                    Ipproto.UDP, "udp",
                    Ipproto.ICMPV6, "icmpv6");

    private ConditionText() {}

    static String of(FwpmFilterCondition0 condition) {
        return "%s %s %s"
                .formatted(
                        withoutPrefix(condition.fieldKey().toString(), PREFIX),
                        match(condition.matchType()),
                        value(condition.fieldKey(), condition.conditionValue()));
    }

    /** {@return a C name without what all names of its group begin with} */
    static String withoutPrefix(String name, String prefix) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private static String match(FwpMatchType type) {
        return switch (type) {
            case EQUAL -> "=";
            case GREATER -> ">";
            case LESS -> "<";
            case GREATER_OR_EQUAL -> ">=";
            case LESS_OR_EQUAL -> "<=";
            case RANGE -> "in";
            case FLAGS_ALL_SET -> "has all of";
            case FLAGS_ANY_SET -> "has any of";
            case FLAGS_NONE_SET -> "has none of";
            case EQUAL_CASE_INSENSITIVE -> "= (any case)";
            case NOT_EQUAL -> "!=";
            case PREFIX -> "begins with";
            case NOT_PREFIX -> "does not begin with";
        };
    }

    private static String value(ConditionKey field, FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Uint8(int number)
                    when field.equals(FwpmConditions.IP_PROTOCOL) ->
                    PROTOCOLS.getOrDefault(number, Integer.toString(number));
            case FwpConditionValue0.Uint8(int number)
                    when field.equals(FwpmConditions.IP_LOCAL_ADDRESS_TYPE)
                            || field.equals(FwpmConditions.IP_DESTINATION_ADDRESS_TYPE) ->
                    addressType(number);
            case FwpConditionValue0.Uint32(long number) when isAddress(field) ->
                    Addresses.v4(number);
            case FwpConditionValue0.ByteArray16(var bytes) when isAddress(field) ->
                    Addresses.v6(bytes.byteArray16());
            case FwpConditionValue0.Range(var range) ->
                    end(field, range.valueLow()) + " to " + end(field, range.valueHigh());
            case FwpConditionValue0.SecurityDescriptor(var blob) ->
                    SecurityDescriptorText.of(blob.data());
            default -> JsonValues.of(value).asString();
        };
    }

    private static String end(ConditionKey field, FwpValue0 value) {
        return switch (value) {
            case FwpValue0.Uint32(long number) when isAddress(field) -> Addresses.v4(number);
            case FwpValue0.ByteArray16(var bytes) when isAddress(field) ->
                    Addresses.v6(bytes.byteArray16());
            default -> JsonValues.of(value).asString();
        };
    }

    private static boolean isAddress(ConditionKey field) {
        return field.toString().endsWith("_ADDRESS");
    }

    private static String addressType(int number) {
        NlAddressType type = NlAddressType.find(number);
        return type == null
                ? Integer.toString(number)
                : withoutPrefix(type.cName(), "Nlat").toLowerCase(Locale.ROOT);
    }
}
