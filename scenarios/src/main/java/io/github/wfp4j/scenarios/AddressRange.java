package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;

/**
 * An address, or a subnet.
 *
 * @param value what a condition compares with: IPv4 in host byte order
 * @param text how it was written
 */
public record AddressRange(FwpConditionValue0 value, String text) {
    /**
     * Checks the value.
     *
     * @throws IllegalArgumentException if it is no address and no subnet
     */
    public AddressRange {
        requireNonNull(text, "text");
        switch (value) {
            case FwpConditionValue0.Uint32 _,
                    FwpConditionValue0.V4AddrMask _,
                    FwpConditionValue0.ByteArray16 _,
                    FwpConditionValue0.V6AddrMask _ -> {}
            default ->
                    throw new IllegalArgumentException(
                            "value must be an address or a subnet: " + value);
        }
    }

    /**
     * {@return the address or subnet with a text}
     *
     * @param text an address such as {@code 10.0.0.1} or {@code fd00::1}, or a subnet such as
     *     {@code 10.0.0.0/8} or {@code fd00::/8}
     * @throws IllegalArgumentException if it is neither
     */
    public static AddressRange of(String text) {
        return new AddressRange(Conditions.remoteAddress(text).conditionValue(), text);
    }

    /** {@return its version} */
    public IpVersion ipVersion() {
        return switch (value) {
            case FwpConditionValue0.Uint32 _, FwpConditionValue0.V4AddrMask _ -> IpVersion.V4;
            default -> IpVersion.V6;
        };
    }

    /** {@return whether it is the address of one host} */
    public boolean isHost() {
        return value instanceof FwpConditionValue0.Uint32
                || value instanceof FwpConditionValue0.ByteArray16;
    }

    /** {@return how it was written} */
    @Override
    public String toString() {
        return text;
    }

    /** Traffic with it on this side. */
    FwpmFilterCondition0 asLocal() {
        return is(FwpmConditions.IP_LOCAL_ADDRESS);
    }

    /** Traffic with it on the other side. */
    FwpmFilterCondition0 asRemote() {
        return is(FwpmConditions.IP_REMOTE_ADDRESS);
    }

    /** The address, in host byte order, if it is an IPv4 host. */
    long v4() {
        if (value instanceof FwpConditionValue0.Uint32(long address)) {
            return address;
        }
        throw new IllegalStateException("no IPv4 host: " + text);
    }

    /** The address, sixteen bytes, if it is an IPv6 host. */
    Bytes v6() {
        if (value instanceof FwpConditionValue0.ByteArray16(var address)) {
            return address.byteArray16();
        }
        throw new IllegalStateException("no IPv6 host: " + text);
    }

    private FwpmFilterCondition0 is(ConditionKey field) {
        return new FwpmFilterCondition0(field, FwpMatchType.EQUAL, value);
    }
}
