package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_003;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_004;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_005;
import static io.github.wfp4j.scenarios.lint.LayerSet.ALE_COMPANION;
import static io.github.wfp4j.scenarios.lint.LayerSet.TRANSPORT;

import io.github.wfp4j.fwpm.FwpmCallout0;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Callouts at a transport layer need one of the same owner and version that sees connections being
 * accepted.
 */
final class Companions {
    private Companions() {}

    /** CO-003. */
    static Stream<Finding> inbound(Evidence evidence) {
        return missing(evidence, CO_003, true);
    }

    /** CO-004. */
    static Stream<Finding> outbound(Evidence evidence) {
        return missing(evidence, CO_004, false);
    }

    /** CO-005. */
    static Stream<Finding> neverInvoked(Evidence evidence) {
        return evidence.callouts(Set.of(ALE_COMPANION))
                .filter(companion -> !evidence.isNamed(companion))
                .flatMap(companion ->
                        partners(evidence, companion, TRANSPORT)
                                .filter(evidence::isNamed)
                                .filter(transport ->
                                        partners(evidence, transport, ALE_COMPANION)
                                                .noneMatch(evidence::isNamed))
                                .limit(1)
                                .map(transport ->
                                        CO_005.finding(
                                                CO_005.severity(),
                                                companion,
                                                "no filter names the callout, while filters name %s at %s"
                                                        .formatted(
                                                                Finding.Subject.of(transport),
                                                                transport.applicableLayer()))));
    }

    private static Stream<Finding> missing(Evidence evidence, CalloutRule rule, boolean inbound) {
        Owners owners = new Owners(evidence);
        return evidence.callouts(Set.of(TRANSPORT))
                .filter(callout -> Evidence.layer(callout).isInbound() == inbound)
                .flatMap(callout -> {
                    String version = Evidence.layer(callout).ipVersion();
                    return switch (owners.search(
                            callout, sameVersion(evidence, callout, ALE_COMPANION))) {
                        case FOUND -> Stream.empty();
                        case UNKNOWN ->
                                Stream.of(
                                        rule.finding(
                                                Severity.ADVISORY,
                                                callout,
                                                ("whether its owner has a callout at"
                                                     + " FWPM_LAYER_ALE_AUTH_RECV_ACCEPT_%s cannot"
                                                     + " be told: check the driver")
                                                        .formatted(upper(version))));
                        case MISSING ->
                                Stream.of(
                                        rule.finding(
                                                rule.severity(),
                                                callout,
                                                "its owner has no callout at FWPM_LAYER_ALE_AUTH_RECV_ACCEPT_%s"
                                                        .formatted(upper(version))));
                    };
                });
    }

    private static Stream<FwpmCallout0> partners(
            Evidence evidence, FwpmCallout0 callout, LayerSet set) {
        Owners owners = new Owners(evidence);
        return sameVersion(evidence, callout, set).filter(other -> owners.same(callout, other));
    }

    private static Stream<FwpmCallout0> sameVersion(
            Evidence evidence, FwpmCallout0 callout, LayerSet set) {
        CalloutLayer layer = Evidence.layer(callout);
        return evidence.callouts(Set.of(set))
                .filter(other -> Evidence.layer(other).hasVersionOf(layer));
    }

    private static String upper(String version) {
        return version.equals("v4") ? "V4" : "V6";
    }
}
