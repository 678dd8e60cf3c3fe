package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSa0;
import io.github.wfp4j.ipsec.IpsecSa0.Information;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.types.FilterKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A pair of security associations that no keying module makes: the arguments of the calls that add
 * it, but for the ids of the two filters, which the engine gives.
 *
 * @param inboundFilter the filter whose id stands for inbound traffic
 * @param outboundFilter the filter whose id stands for outbound traffic
 * @param local the host on this side
 * @param remote the host on the other side, of the same version
 * @param lifetime after what the associations end
 * @param inbound how inbound packets are protected, with keys
 * @param inboundSpi the index of the inbound association, or null if the engine is to choose it
 * @param outbound how outbound packets are protected, with keys
 * @param outboundSpi the index of the outbound association, which the peer chose; null if it is not
 *     known yet, and then the association is not added
 */
public record PlannedAssociations(
        FilterKey inboundFilter,
        FilterKey outboundFilter,
        AddressRange local,
        AddressRange remote,
        IpsecSaLifetime0 lifetime,
        Information inbound,
        @Nullable Long inboundSpi,
        Information outbound,
        @Nullable Long outboundSpi) {
    /** Checks that nothing else is null. */
    public PlannedAssociations {
        requireNonNull(inboundFilter, "inboundFilter");
        requireNonNull(outboundFilter, "outboundFilter");
        requireNonNull(local, "local");
        requireNonNull(remote, "remote");
        requireNonNull(lifetime, "lifetime");
        requireNonNull(inbound, "inbound");
        requireNonNull(outbound, "outbound");
    }

    /**
     * {@return the traffic of a direction}
     *
     * <p>The page leaves out the kind of traffic and the version of IP (MS-2).
     *
     * @param filterId the id of the filter of that direction
     */
    public IpsecTraffic1 traffic(long filterId) {
        return switch (local.ipVersion()) {
            case V4 ->
                    IpsecTraffic1.of(
                            new IpsecTraffic1.LocalAddress.V4(local.v4()),
                            new IpsecTraffic1.RemoteAddress.V4(remote.v4()),
                            new IpsecTraffic1.PolicyId.Transport(filterId));
            case V6 ->
                    IpsecTraffic1.of(
                            new IpsecTraffic1.LocalAddress.V6(local.v6()),
                            new IpsecTraffic1.RemoteAddress.V6(remote.v6()),
                            new IpsecTraffic1.PolicyId.Transport(filterId));
        };
    }

    /**
     * {@return what is asked for to get the index of the inbound association}
     *
     * @param filterId the id of the inbound filter
     */
    public IpsecGetspi1 request(long filterId) {
        return IpsecGetspi1.of(
                traffic(filterId),
                switch (local.ipVersion()) {
                    case V4 -> new IpsecGetspi1.InboundUdpEncapsulation.V4(null);
                    case V6 -> new IpsecGetspi1.InboundUdpEncapsulation.V6();
                });
    }

    /**
     * {@return the inbound association}
     *
     * @param spi its index
     */
    public IpsecSaBundle1 inboundBundle(long spi) {
        return bundle(spi, inbound);
    }

    /**
     * {@return the outbound association}
     *
     * @param spi its index
     */
    public IpsecSaBundle1 outboundBundle(long spi) {
        return bundle(spi, outbound);
    }

    private IpsecSaBundle1 bundle(long spi, Information information) {
        return IpsecSaBundle1.of(
                lifetime,
                List.of(new IpsecSa0(spi, information)),
                switch (local.ipVersion()) {
                    case V4 -> new IpsecSaBundle1.PeerPrivateAddress.V4(0);
                    case V6 -> new IpsecSaBundle1.PeerPrivateAddress.V6();
                });
    }
}
