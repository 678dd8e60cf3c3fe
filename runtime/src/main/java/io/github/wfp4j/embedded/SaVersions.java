package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecGetspi0;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSaBundle0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaContext0;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaDetails0;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecStatistics0;
import io.github.wfp4j.ipsec.IpsecStatistics1;
import io.github.wfp4j.ipsec.IpsecTraffic0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * The versions of what describes security associations; the engine keeps the newest.
 *
 * <p>An older version shows every association, without what it has no member for: who asks what is
 * protected must not miss any.
 */
final class SaVersions {
    private SaVersions() {}

    /** {@return the traffic as the engine keeps it} */
    static IpsecTraffic1 toNewest(IpsecTraffic0 traffic) {
        return known(RecordConversion.convert(traffic, IpsecTraffic1.class));
    }

    /** {@return the request as the engine keeps it} */
    static IpsecGetspi1 toNewest(IpsecGetspi0 request) {
        return known(RecordConversion.convert(request, IpsecGetspi1.class));
    }

    /** {@return the bundle as the engine keeps it} */
    static IpsecSaBundle1 toNewest(IpsecSaBundle0 bundle) {
        return known(RecordConversion.convert(bundle, IpsecSaBundle1.class));
    }

    /** {@return the context in its oldest version} */
    static IpsecSaContext0 toOldest(IpsecSaContext1 context) {
        return known(RecordConversion.reduce(context, IpsecSaContext0.class));
    }

    /** {@return the association in its oldest version} */
    static IpsecSaDetails0 toOldest(IpsecSaDetails1 details) {
        return known(RecordConversion.reduce(details, IpsecSaDetails0.class));
    }

    /** {@return the statistics in their oldest version} */
    static IpsecStatistics0 toOldest(IpsecStatistics1 statistics) {
        return known(RecordConversion.reduce(statistics, IpsecStatistics0.class));
    }

    private static <T> T known(@Nullable T converted) {
        if (converted == null) {
            throw new EngineFailure(ErrorCode.FWP_E_INVALID_PARAMETER);
        }
        return converted;
    }
}
