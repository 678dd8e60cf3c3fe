package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.SaClient.LOCAL;
import static io.github.wfp4j.embedded.SaClient.REMOTE;
import static io.github.wfp4j.embedded.SaClient.bundle;
import static io.github.wfp4j.embedded.SaClient.request;
import static io.github.wfp4j.embedded.SaClient.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaBundleFlags;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextUpdateFlags;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecV4UdpEncapsulation0;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.time.Duration;

/** How security associations end, and how they are changed (9.13, 9.16, 9.17, 9.20). */
abstract class SaAgeingContract {
    private final TestClock clock = new TestClock();
    private final TestEngine engine;
    private final Client client;
    private final SaClient sa;

    SaAgeingContract(Way way) {
        engine = way.create(EmbeddedEngineOptions.DEFAULT.withClock(clock));
        client = Client.openStatic(engine);
        sa = new SaClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private void pass(Duration time) {
        assumeThat(engine.embedded()).as("only the embedded engine has another clock").isNotNull();
        clock.advance(time);
    }

    private void assertGone(long id) {
        assertError(sa.get(id), ErrorCode.FWP_E_NOT_FOUND);
        assertThat(sa.contexts(null)).isEmpty();
        assertThat(sa.associations(NULL)).isEmpty();
    }

    @Test
    @DisplayName("9.17: expiry takes the outbound half at once, the inbound one after a minute")
    void expires() {
        long id = sa.establish();
        assertOk(sa.expire(id));
        assertThat(sa.getOk(id).outboundSa()).isNull();
        assertThat(sa.getOk(id).inboundSa()).isNotNull();
        assertError(sa.getSpi(id), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        pass(Duration.ofSeconds(59));
        assertOk(sa.expire(id));
        assertThat(sa.getOk(id).inboundSa()).isNotNull();
        pass(Duration.ofSeconds(1));
        assertGone(id);
    }

    @Test
    @DisplayName("9.17: a context without associations expires at once")
    void expiresAtOnce() {
        long id = sa.createOk();
        sa.getSpiOk(id);
        assertOk(sa.expire(id));
        assertGone(id);
    }

    @Test
    @DisplayName("9.13: an association ends with the seconds of its lifetime")
    void endsWithLifetime() {
        long id = sa.createOk();
        sa.addPair(id, new IpsecSaLifetime0(300, 0, 0));
        pass(Duration.ofSeconds(299));
        assertThat(sa.getOk(id).outboundSa()).isNotNull();
        pass(Duration.ofSeconds(1));
        assertGone(id);
    }

    @Test
    @DisplayName("9.13: a lifetime of zero seconds never ends")
    void livesForEver() {
        long id = sa.establish();
        pass(Duration.ofDays(10_000));
        assertThat(sa.getOk(id).outboundSa()).isNotNull();
    }

    @Test
    @DisplayName("9.6: the inbound half of a replaced pair lasts for a minute")
    void endsReplacedPair() {
        long id = sa.createOk();
        sa.addPair(id);
        sa.addPair(id);
        assertThat(sa.associations(NULL)).hasSize(3);
        pass(Duration.ofMinutes(1));
        assertThat(sa.associations(NULL)).hasSize(2);
    }

    @Test
    @DisplayName("9.24: they die with the engine")
    void dieWithEngine() {
        assumeThat(engine.embedded()).isNotNull();
        SaContexts contexts = requireNonNull(engine.embedded()).saContexts();
        long id = sa.establish();
        contexts.reset();
        assertGone(id);
        assertThat(contexts.totals()).isEqualTo(new SaContexts.Totals(0, 0));
    }

    @Test
    @DisplayName("9.16: the engine knows what is usable at a time")
    void knowsUsable() {
        assumeThat(engine.embedded()).isNotNull();
        SaContexts contexts = requireNonNull(engine.embedded()).saContexts();
        long id = sa.createOk();
        long spi = sa.getSpiOk(id);
        assertOk(sa.addInbound(id, bundle(spi)));
        assertThat(contexts.usable(clock.instant())).isEmpty();
        assertOk(sa.addOutbound(id, bundle(7000)));
        assertThat(contexts.usable(clock.instant())).extracting(SaContext::id).containsExactly(id);
        assertOk(sa.expire(id));
        assertThat(contexts.usable(clock.instant())).isEmpty();
    }

    @Test
    @DisplayName("9.20: an update replaces what its flags name, and nothing else")
    void updatesNamedMembers() {
        long id = sa.establish();
        IpsecSaDetails1 old = sa.inboundOk(id);
        IpsecSaBundle1 newBundle =
                old.saBundle()
                        .withFlags(IpsecSaBundleFlags.ND_BOUNDARY)
                        .withNapContext(3)
                        .withMmSaId(4)
                        .withIdleTimeoutSeconds(5)
                        .withPeerPrivateAddress(new IpsecSaBundle1.PeerPrivateAddress.V4(6));
        IpsecSaDetails1 values =
                old.withSaBundle(newBundle)
                        .withUdpEncapsulation(
                                new IpsecSaDetails1.UdpEncapsulation.V4(
                                        new IpsecV4UdpEncapsulation0(4500, 4501)));
        assertOk(sa.update(0, changed(id, values)));
        assertThat(sa.getOk(id).inboundSa()).isEqualTo(old);
        assertOk(
                sa.update(
                        IpsecSaContextUpdateFlags.BUNDLE_UPDATE_MM_SA_ID.bits(),
                        changed(id, values)));
        assertThat(sa.getOk(id).inboundSa())
                .isEqualTo(old.withSaBundle(old.saBundle().withMmSaId(4)));
        assertOk(sa.update(0x7E, changed(id, values)));
        assertThat(sa.getOk(id).inboundSa())
                .isEqualTo(values.withSaBundle(newBundle.withIdleTimeoutSeconds(0)));
        assertThat(requireNonNull(sa.getOk(id).outboundSa()).saBundle().mmSaId()).isZero();
    }

    @Test
    @DisplayName("9.20, 9.8: updated traffic must be fit, in both directions")
    void updatesTraffic() {
        long id = sa.establish();
        IpsecSaContext1 old = sa.getOk(id);
        IpsecSaDetails1 inbound = requireNonNull(old.inboundSa());
        IpsecSaDetails1 outbound = requireNonNull(old.outboundSa());
        IpsecTraffic1 newInbound =
                traffic(LOCAL + 9, REMOTE, new IpsecTraffic1.PolicyId.Transport(sa.inboundFilter));
        IpsecTraffic1 newOutbound =
                traffic(LOCAL + 9, REMOTE, new IpsecTraffic1.PolicyId.Transport(sa.outboundFilter));
        assertError(
                sa.update(1, changed(id, inbound.withTraffic(newInbound))),
                ErrorCode.FWP_E_TRAFFIC_MISMATCH);
        assertError(
                sa.update(1, changed(id, inbound.withTraffic(newOutbound))),
                ErrorCode.FWP_E_INVALID_PARAMETER);
        assertOk(
                sa.update(
                        1,
                        new IpsecSaContext1(
                                id,
                                inbound.withTraffic(newInbound),
                                outbound.withTraffic(newOutbound))));
        assertThat(sa.inboundOk(id).traffic()).isEqualTo(newInbound);
        assertOk(sa.getSpi(id, request(newInbound)));
    }

    @Test
    @DisplayName("9.20: unknown flags, and values for nothing, are refused")
    void refusesUselessUpdates() {
        long id = sa.establish();
        IpsecSaContext1 old = sa.getOk(id);
        assertError(sa.update(0x80, old), ErrorCode.FWP_E_INVALID_FLAGS);
        assertError(sa.update(1L << 40, old), ErrorCode.FWP_E_INVALID_FLAGS);
        assertError(
                sa.update(1, new IpsecSaContext1(id, null, null)), ErrorCode.FWP_E_NULL_POINTER);
        long empty = sa.createOk();
        assertError(
                sa.update(1, new IpsecSaContext1(empty, old.inboundSa(), null)),
                ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        IpsecSaDetails1 v6 =
                requireNonNull(old.inboundSa())
                        .withUdpEncapsulation(new IpsecSaDetails1.UdpEncapsulation.V6());
        assertError(sa.update(2, changed(id, v6)), ErrorCode.FWP_E_INVALID_PARAMETER);
    }

    private IpsecSaContext1 changed(long id, IpsecSaDetails1 inbound) {
        return new IpsecSaContext1(id, inbound, null);
    }
}
