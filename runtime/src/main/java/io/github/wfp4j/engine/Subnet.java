package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits.
 *
 * @param address the first address, in network byte order, 4 or 16 bytes
 * @param prefix how many bits they share
 */
record Subnet(Bytes address, int prefix) {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    /** {@return the subnet of one address} */
    static Subnet single(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Subnet(Bytes.of(bytes), 8 * bytes.length);
    }

    /**
     * {@return the address or subnet with a text}
     *
     * @param name what the message calls it
     * @throws IllegalArgumentException if it is neither, or has bits behind its prefix
     */
    static Subnet parse(String text, String name) {
        int slash = text.indexOf('/');
        Subnet single = single(literal(slash < 0 ? text : text.substring(0, slash), text, name));
        if (slash < 0) {
            return single;
        }
        int prefix = prefix(text.substring(slash + 1), single.prefix, text, name);
        Subnet subnet = new Subnet(single.address, prefix);
        if (!subnet.rest().equals(BigInteger.ZERO)) {
            throw new IllegalArgumentException(
                    name + " must have no bits behind its prefix of " + prefix + ": " + text);
        }
        return subnet;
    }

    /** No names, which would be looked up, and no short forms: 10.1 would be read as 10.0.0.1. */
    static InetAddress literal(String address, String text, String name) {
        boolean looksRight =
                V4.matcher(address).matches() || (address.contains(":") && !address.contains("%"));
        if (looksRight) {
            try {
                return InetAddress.ofLiteral(address);
            } catch (IllegalArgumentException e) {
                throw notAnAddress(text, name, e);
            }
        }
        throw notAnAddress(text, name, null);
    }

    private static int prefix(String digits, int most, String text, String name) {
        int prefix = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
        if (prefix < 0 || prefix > most) {
            throw new IllegalArgumentException(
                    name + " must have a prefix in 0.." + most + ": " + text);
        }
        return prefix;
    }

    private BigInteger rest() {
        BigInteger mask = BigInteger.ONE.shiftLeft(8 * address.length() - prefix);
        return new BigInteger(1, address.toByteArray()).mod(mask);
    }

    /** {@return what a condition compares with} */
    FwpConditionValue0 toValue() {
        boolean single = prefix == 8 * address.length();
        if (address.length() == 16) {
            return single
                    ? new FwpConditionValue0.ByteArray16(new FwpByteArray16(address))
                    : new FwpConditionValue0.V6AddrMask(new FwpV6AddrAndMask(address, prefix));
        }
        long number = new BigInteger(1, address.toByteArray()).longValueExact();
        long mask = 0xFFFF_FFFFL << (32 - prefix) & 0xFFFF_FFFFL;
        return single
                ? new FwpConditionValue0.Uint32(number)
                : new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(number, mask));
    }

    private static IllegalArgumentException notAnAddress(
            String text, String name, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                name + " must be a numeric address, or one with a prefix: " + text, cause);
    }
}
