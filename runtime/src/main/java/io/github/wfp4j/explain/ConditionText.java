package io.github.wfp4j.explain;

import static java.util.stream.Collectors.joining;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.win32.SidAndAttributes;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Conditions and values as people read them. */
final class ConditionText {
    private static final Set<ConditionKey> V4_ADDRESSES =
            Set.of(
                    FwpmConditions.IP_LOCAL_ADDRESS,
                    FwpmConditions.IP_REMOTE_ADDRESS,
                    FwpmConditions.IP_SOURCE_ADDRESS,
                    FwpmConditions.IP_DESTINATION_ADDRESS);

    private ConditionText() {}

    /** {@return what was wanted and what was there} */
    static String of(FailedCondition failed) {
        ConditionKey field = failed.field();
        String wanted =
                failed.wanted().stream().map(ConditionText::wanted).collect(joining(" or "));
        FwpValue0 got = failed.got();
        return "%s wants %s, %s"
                .formatted(
                        name(field),
                        wanted,
                        got == null ? "but it is not known" : "got " + value(field, got));
    }

    private static String name(ConditionKey field) {
        String name = field.toString();
        String prefix = "FWPM_CONDITION_";
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private static String wanted(FwpmFilterCondition0 condition) {
        return match(condition.matchType())
                + value(condition.fieldKey(), condition.conditionValue());
    }

    private static String match(FwpMatchType type) {
        return switch (type) {
            case EQUAL, EQUAL_CASE_INSENSITIVE, RANGE -> "";
            case GREATER -> "> ";
            case LESS -> "< ";
            case GREATER_OR_EQUAL -> ">= ";
            case LESS_OR_EQUAL -> "<= ";
            case FLAGS_ALL_SET -> "all of ";
            case FLAGS_ANY_SET -> "any of ";
            case FLAGS_NONE_SET -> "none of ";
            case NOT_EQUAL -> "not ";
            case PREFIX -> "what begins with ";
            case NOT_PREFIX -> "what does not begin with ";
        };
    }

    private static String value(ConditionKey field, FwpConditionValue0 value) {
        FwpValue0 plain = Value.plain(value);
        if (plain != null) {
            return value(field, plain);
        }
        return switch (value) {
            case FwpConditionValue0.Empty _ -> "what is not known";
            case FwpConditionValue0.V4AddrMask(var subnet) ->
                    v4(subnet.addr()) + "/" + Long.bitCount(subnet.mask());
            case FwpConditionValue0.V6AddrMask(var subnet) ->
                    v6(subnet.addr()) + "/" + subnet.prefixLength();
            case FwpConditionValue0.Range(FwpRange0(var low, var high)) ->
                    value(field, low) + ".." + value(field, high);
            case FwpConditionValue0.SecurityDescriptor(var descriptor) ->
                    descriptor(descriptor.data());
            default -> value.toString();
        };
    }

    private static String value(ConditionKey field, FwpValue0 value) {
        return switch (value) {
            case FwpValue0.Uint8(int number) -> Integer.toString(number);
            case FwpValue0.Uint16(int number) -> Integer.toString(number);
            case FwpValue0.Uint32(long number) ->
                    V4_ADDRESSES.contains(field)
                            ? v4(number)
                            : field.equals(FwpmConditions.FLAGS)
                                    ? "0x" + Long.toHexString(number)
                                    : Long.toString(number);
            case FwpValue0.Uint64(long number) -> Long.toUnsignedString(number);
            case FwpValue0.ByteArray16(FwpByteArray16(var bytes)) -> v6(bytes);
            case FwpValue0.ByteBlob(var blob) -> blob(blob.data());
            case FwpValue0.Sid(var sid) -> sid.toString();
            case FwpValue0.UnicodeString(String text) -> text;
            case FwpValue0.TokenInformation(var token) ->
                    token.sids().stream()
                            .map(SidAndAttributes::sid)
                            .map(Object::toString)
                            .sorted()
                            .collect(joining(" "));
            default -> value.toString();
        };
    }

    private static String descriptor(Bytes bytes) {
        try {
            return SecurityDescriptor.of(bytes).toSddl();
        } catch (IllegalArgumentException e) {
            return bytes.toHex();
        }
    }

    /** Most blobs are texts in UTF-16 with a zero at the end. */
    private static String blob(Bytes bytes) {
        String text = new String(bytes.toByteArray(), StandardCharsets.UTF_16LE);
        boolean readable =
                text.length() > 1
                        && text.endsWith("\0")
                        && text.substring(0, text.length() - 1)
                                .chars()
                                .allMatch(it -> it >= ' ' && it != 0xFFFD);
        return readable ? text.substring(0, text.length() - 1) : bytes.toHex();
    }

    private static String v4(long address) {
        byte[] bytes = new byte[4];
        System.arraycopy(BigInteger.valueOf(address | 1L << 32).toByteArray(), 1, bytes, 0, 4);
        return address(bytes);
    }

    private static String v6(Bytes address) {
        return address(address.toByteArray());
    }

    private static String address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }
}
