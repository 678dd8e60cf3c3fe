package io.github.wfp4j.assertj;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.explain.Packet.tcp;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.explain.Direction;
import io.github.wfp4j.explain.FlowState;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.PolicySnapshot;
import io.github.wfp4j.explain.Verdict;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.FilterKey;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.stream.Stream;

/** The assertions about policies, with a policy as an engine holds it. */
final class PolicyAssertionsTest {
    private static final FilterKey KEY = FilterKey.of("c9cd4595-d4d3-4db5-b07f-5c9d49132c48");
    private static final Packet TELNET = tcp().from("10.0.0.5:50000").to("10.0.0.7:23");
    private static final Packet HTTPS = tcp().from("10.0.0.5:50000").to("10.0.0.7:443");

    private final PolicySnapshot policy = policy();

    private static PolicySnapshot policy() {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = embedded.open(Sessions.named("test"))) {
            engine.add(
                    Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4, Conditions.remotePort(23))
                            .withFilterKey(KEY)
                            .withDisplayData(FwpmDisplayData0.of("no telnet")));
            return PolicySnapshot.of(engine);
        }
    }

    @Test
    void passesWhereThePolicyIsAsExpected() {
        assertThat(policy)
                .onPacket(TELNET)
                .isBlocked()
                .hasVerdict(Verdict.BLOCKED)
                .byFilterNamed("no telnet")
                .byFilter(KEY)
                .atLayer(FwpmLayers.ALE_AUTH_CONNECT_V4);
        assertThat(policy).onPacket(HTTPS).isPermitted().isClear().byNoFilter();
        assertThat(policy).onPacket(TELNET, IpsecState.NONE).isBlocked();
        assertThat(policy)
                .onPacket(TELNET, FlowState.authorised(Direction.OUTBOUND), IpsecState.NONE)
                .isClear();
    }

    @Test
    void failsOtherwiseAndShowsTheExplanation() {
        ExplanationAssert blocked = assertThat(policy).onPacket(TELNET);
        ExplanationAssert clear = assertThat(policy).onPacket(HTTPS);

        Stream.<ThrowingCallable>of(
                        blocked::isPermitted,
                        blocked::isClear,
                        blocked::isHeld,
                        blocked::isClearWhileNegotiating,
                        blocked::requiresAuthentication,
                        blocked::requiresEncryption,
                        blocked::byNoFilter,
                        () -> blocked.byFilterNamed("other"),
                        () -> blocked.byFilter(FilterKey.ZERO),
                        () -> blocked.atLayer(FwpmLayers.OUTBOUND_TRANSPORT_V4))
                .forEach(check ->
                        assertThatThrownBy(check)
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("=> 'no telnet' blocks, hard"));
        Stream.<ThrowingCallable>of(
                        clear::isBlocked,
                        () -> clear.byFilterNamed("no telnet"),
                        () -> clear.byFilter(KEY),
                        () -> clear.atLayer(FwpmLayers.ALE_AUTH_CONNECT_V4))
                .forEach(check ->
                        assertThatThrownBy(check)
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("does not match: IP_REMOTE_PORT wants 23"));
        assertThatCode(clear::isPermitted).doesNotThrowAnyException();
    }
}
