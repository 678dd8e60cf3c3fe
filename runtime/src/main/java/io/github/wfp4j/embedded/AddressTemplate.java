package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

/** The addresses that an enumeration of security associations asks for (9.21). */
final class AddressTemplate {
    private static final int MAX_PREFIX_LENGTH = 128;

    private AddressTemplate() {}

    /** {@return an IPv4 address as a value to match} */
    static FwpConditionValue0 address(long v4) {
        return new FwpConditionValue0.Uint32(v4);
    }

    /** {@return an IPv6 address as a value to match} */
    static FwpConditionValue0 address(Bytes v6) {
        return new FwpConditionValue0.ByteArray16(new FwpByteArray16(v6));
    }

    /** Refuses what is neither an address nor a subnet, nor empty for any. */
    static void require(FwpConditionValue0 wanted) {
        switch (wanted) {
            case FwpConditionValue0.Empty _,
                    FwpConditionValue0.Uint32 _,
                    FwpConditionValue0.ByteArray16 _ -> {
                // Any value of these types is possible.
            }
            case FwpConditionValue0.V4AddrMask it -> {
                int holes = ~(int) it.v4AddrMask().mask();
                requireMask((holes & (holes + 1)) == 0);
            }
            case FwpConditionValue0.V6AddrMask it ->
                    requireMask(it.v6AddrMask().prefixLength() <= MAX_PREFIX_LENGTH);
            default -> throw new EngineFailure(ErrorCode.FWP_E_TYPE_MISMATCH);
        }
    }

    private static void requireMask(boolean valid) {
        EngineFailure.unless(valid, ErrorCode.FWP_E_INVALID_NET_MASK);
    }

    /**
     * {@return whether an address is among the wanted ones}
     *
     * @param wanted what {@link #require} lets pass
     * @param address one address
     */
    static boolean matches(FwpConditionValue0 wanted, FwpConditionValue0 address) {
        return switch (wanted) {
            case FwpConditionValue0.Empty _ -> true;
            case FwpConditionValue0.V4AddrMask it ->
                    address instanceof FwpConditionValue0.Uint32 v4
                            && contains(it.v4AddrMask(), v4.uint32());
            case FwpConditionValue0.V6AddrMask it ->
                    address instanceof FwpConditionValue0.ByteArray16 v6
                            && contains(it.v6AddrMask(), v6.byteArray16().byteArray16());
            default -> wanted.equals(address);
        };
    }

    private static boolean contains(FwpV4AddrAndMask subnet, long address) {
        return ((subnet.addr() ^ address) & subnet.mask()) == 0;
    }

    private static boolean contains(FwpV6AddrAndMask subnet, Bytes address) {
        for (int bit = 0; bit < subnet.prefixLength(); bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            int difference = subnet.addr().get(bit / Byte.SIZE) ^ address.get(bit / Byte.SIZE);
            if ((difference & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
