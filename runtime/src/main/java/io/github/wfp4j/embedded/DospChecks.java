package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecDospDscp;
import io.github.wfp4j.ipsec.IpsecDospFlags;
import io.github.wfp4j.ipsec.IpsecDospOptions0;
import io.github.wfp4j.win32.ErrorCode;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The checks of the options of the protection against denial of service (3.6, 7.6). */
final class DospChecks {
    private static final int MAX_CODE_POINT = 63;
    private static final int MAX_PREFIX_LENGTH = 128;

    private static final int KNOWN_FLAGS =
            IpsecDospFlags.ENABLE_IKEV1
                    .or(IpsecDospFlags.ENABLE_IKEV2)
                    .or(IpsecDospFlags.DISABLE_AUTHIP)
                    .or(IpsecDospFlags.DISABLE_DEFAULT_BLOCK)
                    .or(IpsecDospFlags.FILTER_BLOCK)
                    .or(IpsecDospFlags.FILTER_EXEMPT)
                    .bits();

    private DospChecks() {}

    /** Refuses options with numbers that are out of range. */
    static void require(IpsecDospOptions0 options) {
        ObjectChecks.requireFlags(options.flags().bits(), KNOWN_FLAGS);
        boolean codePoints =
                IntStream.of(
                                options.ipV6IPsecUnauthDscp(),
                                options.ipV6IPsecAuthDscp(),
                                options.icmpV6Dscp(),
                                options.ipV6FilterExemptDscp(),
                                options.defBlockExemptDscp())
                        .allMatch(it -> it <= MAX_CODE_POINT || it == IpsecDospDscp.DISABLE_VALUE);
        boolean limits =
                LongStream.of(
                                options.stateIdleTimeoutSeconds(),
                                options.perIPRateLimitQueueIdleTimeoutSeconds(),
                                options.maxStateEntries(),
                                options.maxPerIPRateLimitQueues())
                        .allMatch(it -> it != 0);
        EngineFailure.unless(codePoints && limits, ErrorCode.FWP_E_OUT_OF_BOUNDS);
        EngineFailure.unless(
                options.publicV6AddrMask().prefixLength() <= MAX_PREFIX_LENGTH
                        && options.internalV6AddrMask().prefixLength() <= MAX_PREFIX_LENGTH,
                ErrorCode.FWP_E_INVALID_NET_MASK);
    }
}
