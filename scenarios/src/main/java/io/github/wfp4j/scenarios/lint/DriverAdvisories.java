package io.github.wfp4j.scenarios.lint;

import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_009;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_010;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_011;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_012;
import static io.github.wfp4j.scenarios.lint.CalloutRule.CO_014;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rules of which only the code of a driver shows whether they are kept: an advisory per callout.
 */
final class DriverAdvisories {
    private DriverAdvisories() {}

    /** CO-009. */
    static Stream<Finding> rebuiltDatagrams(Evidence evidence) {
        return at(evidence, CO_009, DriverAdvisories::isDatagram);
    }

    /** CO-010. */
    static Stream<Finding> aleClassification(Evidence evidence) {
        return at(evidence, CO_010, DriverAdvisories::isInboundTransport);
    }

    /** CO-011. */
    static Stream<Finding> tunnels(Evidence evidence) {
        return at(evidence, CO_011, DriverAdvisories::isInboundTransport);
    }

    /** CO-012. */
    static Stream<Finding> ipsecHeaders(Evidence evidence) {
        return at(evidence, CO_012, layer -> isInboundTransport(layer) || isCompanion(layer));
    }

    /** CO-014. */
    static Stream<Finding> decryptedLength(Evidence evidence) {
        return at(
                evidence,
                CO_014,
                layer -> isInboundTransport(layer) || isCompanion(layer) || isDatagram(layer));
    }

    /** Whether a layer sees packets that arrive at the transport. */
    static boolean isInboundTransport(CalloutLayer layer) {
        return layer.set() == LayerSet.TRANSPORT && layer.isInbound();
    }

    private static boolean isCompanion(CalloutLayer layer) {
        return layer.set() == LayerSet.ALE_COMPANION;
    }

    private static boolean isDatagram(CalloutLayer layer) {
        return layer.set() == LayerSet.COMPATIBLE_DATAGRAM;
    }

    private static Stream<Finding> at(
            Evidence evidence, CalloutRule rule, Predicate<CalloutLayer> layers) {
        return evidence.callouts(Set.of(LayerSet.values()))
                .filter(callout -> layers.test(Evidence.layer(callout)))
                .map(callout -> rule.finding(Severity.ADVISORY, callout, "check the driver"));
    }
}
