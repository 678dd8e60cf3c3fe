package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecSaDetails1.UdpEncapsulation;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecVirtualIfTunnelInfo0;
import io.github.wfp4j.win32.ErrorCode;

import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The life of a security association context, step by step (9.1): it is created, gets an SPI, an
 * inbound and an outbound bundle, perhaps further pairs of those, and expires or is deleted.
 */
final class SaContextSteps {
    private static final long SPIS = 1L << 32;

    private final Core core;
    private final SaContexts contexts;
    private final SaTrafficChecks traffic;

    SaContextSteps(Core core) {
        this.core = core;
        this.contexts = core.store().saContexts;
        this.traffic = new SaTrafficChecks(core.store());
    }

    private Instant now() {
        return core.options().clock().instant();
    }

    /** {@return the id of a new context for some outbound traffic (9.3)} */
    long create(IpsecTraffic1 outbound, IpsecVirtualIfTunnelInfo0 virtualInterface) {
        traffic.require(outbound, FwpDirection.OUTBOUND);
        contexts.clean(now());
        long id = core.ids().nextSaContext();
        contexts.put(SaContext.create(id, outbound, virtualInterface));
        return id;
    }

    /** {@return a new SPI for the next pair (9.5, 9.6)} */
    long getSpi(long id, IpsecGetspi1 request) {
        SaContext context = awaiting(id, SaStep.SPI);
        requireTraffic(context, request);
        long spi = ThreadLocalRandom.current().nextLong(SaBundleChecks.MIN_SPI, SPIS);
        while (contexts.hasSpi(spi, now())) {
            spi = ThreadLocalRandom.current().nextLong(SaBundleChecks.MIN_SPI, SPIS);
        }
        contexts.put(context.withSpi(request, spi));
        return spi;
    }

    /** Takes an SPI of the caller's choice for the next pair (9.7). */
    void setSpi(long id, IpsecGetspi1 request, long spi) {
        SaContext context = awaiting(id, SaStep.SPI);
        requireTraffic(context, request);
        EngineFailure.unless(spi >= SaBundleChecks.MIN_SPI, ErrorCode.FWP_E_OUT_OF_BOUNDS);
        EngineFailure.unless(!contexts.hasSpi(spi, now()), ErrorCode.FWP_E_ALREADY_EXISTS);
        contexts.put(context.withSpi(request, spi));
    }

    private void requireTraffic(SaContext context, IpsecGetspi1 request) {
        IpsecGetspi1 previous = context.request();
        if (previous == null) {
            traffic.require(request, context.outbound());
        } else {
            EngineFailure.unless(
                    request.inboundIpsecTraffic().equals(previous.inboundIpsecTraffic())
                            && request.ipVersion() == previous.ipVersion(),
                    ErrorCode.FWP_E_TRAFFIC_MISMATCH);
        }
    }

    /** Adds the inbound half of a pair. */
    void addInbound(long id, IpsecSaBundle1 bundle) {
        SaContext context = awaiting(id, SaStep.INBOUND);
        IpsecGetspi1 request = context.request();
        if (request == null) {
            throw new EngineFailure(ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        }
        IpsecTraffic1 inbound = request.inboundIpsecTraffic();
        SaBundleChecks.requireInbound(bundle, inbound, context.spi());
        requireNewPair(bundle);
        IpsecSaDetails1 details =
                new IpsecSaDetails1(
                        FwpDirection.INBOUND,
                        inbound,
                        bundle,
                        encapsulation(request.inboundUdpEncapsulation()),
                        null,
                        context.virtualInterface());
        contexts.put(context.withInbound(starting(details)));
        contexts.count(bundle.saList().size(), false);
    }

    private void requireNewPair(IpsecSaBundle1 bundle) {
        boolean known =
                bundle.qmSaId() != 0
                        && contexts.all(now()).stream()
                                .flatMap(it -> it.alive(now()).stream())
                                .anyMatch(
                                        it -> it.details().saBundle().qmSaId() == bundle.qmSaId());
        EngineFailure.unless(
                !known || !EnginePolicy.REQUIRE_PAIR_IDS, ErrorCode.FWP_E_INVALID_PARAMETER);
    }

    private static UdpEncapsulation encapsulation(IpsecGetspi1.InboundUdpEncapsulation requested) {
        return switch (requested) {
            case IpsecGetspi1.InboundUdpEncapsulation.V4 it ->
                    new UdpEncapsulation.V4(it.inboundUdpEncapsulation());
            case IpsecGetspi1.InboundUdpEncapsulation.V6 _ -> new UdpEncapsulation.V6();
        };
    }

    /** Adds the outbound half of a pair, which makes it usable (9.16). */
    void addOutbound(long id, IpsecSaBundle1 bundle) {
        SaContext context = awaiting(id, SaStep.OUTBOUND);
        SaBundleChecks.requireOutbound(bundle, context.outbound());
        long pair = context.all().getLast().details().saBundle().qmSaId();
        EngineFailure.unless(
                bundle.qmSaId() == pair || !EnginePolicy.REQUIRE_PAIR_IDS,
                ErrorCode.FWP_E_INVALID_PARAMETER);
        IpsecSaDetails1 details =
                new IpsecSaDetails1(
                        FwpDirection.OUTBOUND,
                        context.outbound(),
                        bundle,
                        switch (context.outbound().ipVersion()) {
                            case V4 -> new UdpEncapsulation.V4(null);
                            case V6, NONE -> new UdpEncapsulation.V6();
                        },
                        null,
                        context.virtualInterface());
        boolean rekey = context.newest(FwpDirection.OUTBOUND, now()) != null;
        contexts.put(context.withOutbound(starting(details), now()));
        contexts.count(bundle.saList().size(), rekey);
    }

    private SecurityAssociation starting(IpsecSaDetails1 details) {
        long seconds = details.saBundle().lifetime().lifetimeSeconds();
        return new SecurityAssociation(
                details, seconds == 0 ? Instant.MAX : now().plusSeconds(seconds));
    }

    private SaContext awaiting(long id, SaStep step) {
        SaContext context = contexts.get(id, now());
        EngineFailure.unless(context.allows(step), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        return context;
    }

    /** Ends a context, so that packets that are under way can still come in (9.17). */
    void expire(long id) {
        contexts.put(contexts.get(id, now()).expired(now()));
    }

    /** Ends a context at once (9.18). */
    void delete(long id) {
        contexts.remove(contexts.get(id, now()));
    }
}
