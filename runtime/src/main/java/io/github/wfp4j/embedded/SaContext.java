package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecVirtualIfTunnelInfo0;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A security association context: what protects some traffic, pair after pair (9).
 *
 * <p>It ages by itself, so that whoever looks at it says when. Only the seconds of a lifetime
 * count: no packets pass here that could use up the rest, or be missed for too long.
 *
 * @param id its run-time id
 * @param outbound the traffic that it protects on the way out
 * @param virtualInterface where a tunnel ends
 * @param request what an SPI was asked for with, or null before that
 * @param spi the SPI that waits for an inbound bundle, or 0 for none
 * @param awaited what has to come next
 * @param all the associations, the oldest first; some may have ended
 */
record SaContext(
        long id,
        IpsecTraffic1 outbound,
        IpsecVirtualIfTunnelInfo0 virtualInterface,
        @Nullable IpsecGetspi1 request,
        long spi,
        SaStep awaited,
        List<SecurityAssociation> all) {
    /** How long packets that are under way may still come in after the expiry (9.17). */
    static final Duration GRACE = Duration.ofMinutes(1);

    SaContext {
        all = List.copyOf(all);
    }

    /** {@return a context without associations} */
    static SaContext create(
            long id, IpsecTraffic1 outbound, IpsecVirtualIfTunnelInfo0 virtualInterface) {
        return new SaContext(id, outbound, virtualInterface, null, 0, SaStep.SPI, List.of());
    }

    /** {@return whether a step is the next, or can be repeated (9.1, 9.5)} */
    boolean allows(SaStep step) {
        return switch (step) {
            case SPI ->
                    switch (awaited) {
                        case SPI, INBOUND -> true;
                        case OUTBOUND -> EnginePolicy.SPI_BEFORE_OUTBOUND;
                        case NONE -> false;
                    };
            case INBOUND, OUTBOUND -> awaited == step;
            case NONE -> false;
        };
    }

    /** {@return the associations that have not ended} */
    List<SecurityAssociation> alive(Instant now) {
        return all.stream().filter(it -> it.isAlive(now)).toList();
    }

    /** {@return the newest association of a direction that has not ended, or null for none} */
    @Nullable SecurityAssociation newest(FwpDirection direction, Instant now) {
        return all.reversed().stream()
                .filter(it -> it.direction() == direction && it.isAlive(now))
                .findFirst()
                .orElse(null);
    }

    /** {@return whether packets can go out and come in protected (9.16)} */
    boolean isUsable(Instant now) {
        return newest(FwpDirection.INBOUND, now) != null
                && newest(FwpDirection.OUTBOUND, now) != null;
    }

    /** {@return whether anything is left of it: it ends with its last association} */
    boolean isAlive(Instant now) {
        boolean starting = all.isEmpty() && awaited != SaStep.NONE;
        return starting || spi != 0 || all.stream().anyMatch(it -> it.isAlive(now));
    }

    /** {@return whether an SPI is taken by it (9.7)} */
    boolean hasSpi(long number, Instant now) {
        return spi == number
                || all.stream()
                        .anyMatch(it ->
                                it.direction() == FwpDirection.INBOUND
                                        && it.isAlive(now)
                                        && it.hasSpi(number));
    }

    /** {@return it with an SPI for the next pair; one that was not used is given up} */
    SaContext withSpi(IpsecGetspi1 newRequest, long newSpi) {
        return new SaContext(
                id, outbound, virtualInterface, newRequest, newSpi, SaStep.INBOUND, all);
    }

    /** {@return it with the inbound half of the next pair} */
    SaContext withInbound(SecurityAssociation association) {
        return new SaContext(
                id,
                outbound,
                virtualInterface,
                request,
                0,
                SaStep.OUTBOUND,
                append(all, association));
    }

    /**
     * {@return it with the outbound half that completes the newest pair, by which older pairs
     * expire}
     */
    SaContext withOutbound(SecurityAssociation association, Instant now) {
        List<SecurityAssociation> rest =
                new ArrayList<>(expire(all.subList(0, all.size() - 1), now));
        rest.add(all.getLast());
        return new SaContext(
                id, outbound, virtualInterface, request, 0, SaStep.SPI, append(rest, association));
    }

    private static List<SecurityAssociation> append(
            List<SecurityAssociation> list, SecurityAssociation last) {
        List<SecurityAssociation> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** {@return it without outbound associations, and soon without inbound ones (9.17)} */
    SaContext expired(Instant now) {
        return new SaContext(
                id, outbound, virtualInterface, request, 0, SaStep.NONE, expire(all, now));
    }

    private static List<SecurityAssociation> expire(List<SecurityAssociation> pairs, Instant now) {
        return pairs.stream()
                .filter(it -> it.direction() == FwpDirection.INBOUND)
                .map(it -> it.endingBy(now.plus(GRACE)))
                .toList();
    }

    /** {@return it with other traffic and other associations} */
    SaContext with(
            IpsecTraffic1 newOutbound,
            @Nullable IpsecGetspi1 newRequest,
            List<SecurityAssociation> newAssociations) {
        return new SaContext(
                id, newOutbound, virtualInterface, newRequest, spi, awaited, newAssociations);
    }
}
