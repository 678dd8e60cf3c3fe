package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecSa0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaBundleFlags;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecTransformType;
import io.github.wfp4j.win32.ErrorCode;

import java.util.List;

/** The checks of the bundles that are added to a security association context (9.10 to 9.15). */
final class SaBundleChecks {
    /** The lowest SPI that does not stand for something else; RFC 4303 reserves those below. */
    static final long MIN_SPI = 256;

    private static final int MAX_ASSOCIATIONS = 2;

    private static final int FLAGS =
            IpsecSaBundleFlags.ND_SECURE
                    .or(IpsecSaBundleFlags.ND_BOUNDARY)
                    .or(IpsecSaBundleFlags.ND_PEER_NAT_BOUNDARY)
                    .or(IpsecSaBundleFlags.GUARANTEE_ENCRYPTION)
                    .or(IpsecSaBundleFlags.NLB)
                    .or(IpsecSaBundleFlags.NO_MACHINE_LUID_VERIFY)
                    .or(IpsecSaBundleFlags.NO_IMPERSONATION_LUID_VERIFY)
                    .or(IpsecSaBundleFlags.NO_EXPLICIT_CRED_MATCH)
                    .or(IpsecSaBundleFlags.ALLOW_NULL_TARGET_NAME_MATCH)
                    .or(IpsecSaBundleFlags.CLEAR_DF_ON_TUNNEL)
                    .or(IpsecSaBundleFlags.ASSUME_UDP_CONTEXT_OUTBOUND)
                    .or(IpsecSaBundleFlags.ND_PEER_BOUNDARY)
                    .or(IpsecSaBundleFlags.SUPPRESS_DUPLICATE_DELETION)
                    .or(IpsecSaBundleFlags.PEER_SUPPORTS_GUARANTEE_ENCRYPTION)
                    .or(IpsecSaBundleFlags.FORCE_INBOUND_CONNECTIONS)
                    .or(IpsecSaBundleFlags.FORCE_OUTBOUND_CONNECTIONS)
                    .or(IpsecSaBundleFlags.FORWARD_PATH_INITIATOR)
                    .or(IpsecSaBundleFlags.ENABLE_OPTIONAL_ASYMMETRIC_IDLE)
                    .or(IpsecSaBundleFlags.USING_DICTATED_KEYS)
                    .or(IpsecSaBundleFlags.LOCALLY_DICTATED_KEYS)
                    .or(IpsecSaBundleFlags.SA_OFFLOADED)
                    .or(IpsecSaBundleFlags.IP_IN_IP_PKT)
                    .or(IpsecSaBundleFlags.LOW_POWER_MODE_SUPPORT)
                    .or(IpsecSaBundleFlags.TUNNEL_BANDWIDTH1)
                    .or(IpsecSaBundleFlags.TUNNEL_BANDWIDTH2)
                    .or(IpsecSaBundleFlags.TUNNEL_BANDWIDTH3)
                    .or(IpsecSaBundleFlags.TUNNEL_BANDWIDTH4)
                    .bits();

    private SaBundleChecks() {}

    /** Refuses an inbound bundle with other SPIs than the one that was obtained for it (9.11). */
    static void requireInbound(IpsecSaBundle1 bundle, IpsecTraffic1 traffic, long spi) {
        require(bundle, traffic);
        EngineFailure.unless(
                bundle.saList().stream().allMatch(sa -> sa.spi() == spi),
                ErrorCode.FWP_E_INVALID_PARAMETER);
    }

    /** Refuses an outbound bundle with SPIs that no peer can have given out (9.7). */
    static void requireOutbound(IpsecSaBundle1 bundle, IpsecTraffic1 traffic) {
        require(bundle, traffic);
        EngineFailure.unless(
                bundle.saList().stream().allMatch(sa -> sa.spi() >= MIN_SPI),
                ErrorCode.FWP_E_OUT_OF_BOUNDS);
    }

    private static void require(IpsecSaBundle1 bundle, IpsecTraffic1 traffic) {
        requireFlags(bundle.flags());
        List<IpsecSa0> associations = bundle.saList();
        EngineFailure.unless(!associations.isEmpty(), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
        EngineFailure.unless(
                associations.size() <= MAX_ASSOCIATIONS, ErrorCode.FWP_E_OUT_OF_BOUNDS);
        EngineFailure.unless(
                bundle.ipVersion() == traffic.ipVersion(), ErrorCode.FWP_E_INVALID_PARAMETER);
        requireOrder(associations);
        associations.forEach(sa -> SaTransformChecks.require(sa.information()));
    }

    /** Refuses flags that are not defined (3.27). */
    static void requireFlags(IpsecSaBundleFlags flags) {
        ObjectChecks.requireFlags(flags.bits(), FLAGS);
    }

    /** Of two, ESP comes first and AH second (9.10). */
    private static void requireOrder(List<IpsecSa0> associations) {
        boolean ordered =
                associations.size() == 1
                        || (!isHeader(associations.getFirst()) && isHeader(associations.getLast()));
        EngineFailure.unless(ordered, ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
    }

    private static boolean isHeader(IpsecSa0 association) {
        return association.saTransformType() == IpsecTransformType.AH;
    }
}
