package io.github.wfp4j.explain;

import static io.github.wfp4j.fwp.FwpActionType.BLOCK;
import static io.github.wfp4j.fwp.FwpActionType.CONTINUE;
import static io.github.wfp4j.fwp.FwpActionType.PERMIT;
import static io.github.wfp4j.fwpm.FwpmContextAleFlags.ALLOW_AUTH_FW;
import static io.github.wfp4j.fwpm.FwpmContextAleFlags.SET_CONNECTION_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED;
import static io.github.wfp4j.fwpm.FwpmContextAleFlags.SET_CONNECTION_REQUIRE_IPSEC_ENCRYPTION;
import static io.github.wfp4j.fwpm.FwpmContextAleFlags.SET_CONNECTION_REQUIRE_IPSEC_SECURITY;

import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwpm.FwpmContextAleFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecInboundFlags;
import io.github.wfp4j.fwpm.FwpmContextIpsecOutboundFlags;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.win32.Ipproto;

/**
 * What the built-in IPsec callouts answer (7.5).
 *
 * <p>Whoever blocks clears the right to change that: otherwise a firewall's permit in a lower
 * sublayer would let through what IPsec refuses.
 */
final class IpsecCallouts {
    private static final int KEY_EXCHANGE_PORT = 500;

    /** Key exchange through address translation, which IPv6 does not have. */
    private static final int NAT_PORT = 4500;

    private IpsecCallouts() {}

    /** Marks the packet for a transport association, and has one negotiated if there is none. */
    static FilterResult outboundTransport(CompiledFilter filter, Traffic traffic) {
        FwpmContextIpsecOutboundFlags context =
                new FwpmContextIpsecOutboundFlags(filter.rawContext());
        boolean encryption = traffic.demands(SET_CONNECTION_REQUIRE_IPSEC_ENCRYPTION);
        if (isPastAuthentication(traffic)) {
            return permit(filter, "the flow was authenticated, and needs no IPsec any more");
        }
        if (traffic.ipsec().hasAssociation()) {
            boolean encrypted = traffic.ipsec().association() == Protection.ENCRYPTED;
            if (encryption && !encrypted) {
                return held(
                        filter,
                        "the connection must be encrypted, and the association only"
                                + " authenticates: a new one is negotiated");
            }
            return encrypted
                    ? permit(filter, "an association encrypts").withVerdict(Verdict.REQUIRE_ENCRYPT)
                    : permit(filter, "an association authenticates")
                            .withVerdict(Verdict.REQUIRE_AUTH);
        }
        if (traffic.flow().securedBefore()) {
            return held(filter, "the flow was protected, and must not pass unprotected now");
        }
        if (context.contains(FwpmContextIpsecOutboundFlags.SUPPRESS_NEGOTIATION)) {
            return permit(filter, "there is no association, and none is negotiated");
        }
        boolean required = encryption || traffic.demands(SET_CONNECTION_REQUIRE_IPSEC_SECURITY);
        boolean noPolicy = traffic.negotiation() == null;
        boolean failed = noPolicy || traffic.ipsec().negotiation() == NegotiationState.FAILED;
        String failure =
                noPolicy ? "no keying module has a policy for it" : "the negotiation failed";
        if (context.contains(FwpmContextIpsecOutboundFlags.NEGOTIATE_DISCOVER) && !required) {
            return failed
                    ? permit(filter, failure + ", and clear traffic is allowed")
                    : permit(filter, "clear until the negotiation succeeds")
                            .withVerdict(Verdict.CLEAR_WHILE_NEGOTIATING);
        }
        String why = required ? ", and the connection requires protection" : "";
        return failed
                ? block(filter, failure + why)
                : held(filter, "there is no association yet" + why);
    }

    /** Checks that the packet came over a transport association where it should. */
    static FilterResult inboundTransport(CompiledFilter filter, Traffic traffic) {
        FwpmContextIpsecInboundFlags context =
                new FwpmContextIpsecInboundFlags(filter.rawContext());
        FlowState flow = traffic.flow();
        boolean encryption = traffic.demands(SET_CONNECTION_REQUIRE_IPSEC_ENCRYPTION);
        Protection arrived = traffic.arrived();
        if (arrived == Protection.AUTHENTICATED && encryption) {
            boolean first =
                    !flow.receivedBefore()
                            && traffic.demands(SET_CONNECTION_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED);
            return first
                    ? permit(filter, "the first inbound packet may be authenticated only")
                            .withVerdict(Verdict.REQUIRE_AUTH)
                    : block(filter, "the connection must be encrypted, it came authenticated only");
        }
        if (arrived != Protection.CLEAR) {
            return permit(filter, "it came protected")
                    .withVerdict(encryption ? Verdict.REQUIRE_ENCRYPT : Verdict.REQUIRE_AUTH);
        }
        if (isPastAuthentication(traffic)) {
            return permit(filter, "the flow was authenticated, and needs no IPsec any more");
        }
        if (encryption || traffic.demands(SET_CONNECTION_REQUIRE_IPSEC_SECURITY)) {
            return block(filter, "the connection requires protection, it came clear");
        }
        if (traffic.ipsec().stillAcceptsClear()) {
            return permit(filter, "the association is so young that clear packets still pass");
        }
        if (context.contains(FwpmContextIpsecInboundFlags.PERSIST_CONNECTION_SECURITY)) {
            return flow.securedBefore()
                    ? block(filter, "the flow was protected, it came clear")
                    : permit(filter, "it came clear, the connection decides");
        }
        return context.contains(FwpmContextIpsecInboundFlags.PASSTHRU)
                ? permit(filter, "clear packets pass")
                : block(filter, "it came clear");
    }

    /** Only the first packets of an authenticated firewall's flow are protected (7.3). */
    private static boolean isPastAuthentication(Traffic traffic) {
        return traffic.flow().securedBefore() && traffic.demands(ALLOW_AUTH_FW);
    }

    /** Lets an inbound connection come about only if it is protected. */
    static FilterResult initiateSecure(CompiledFilter filter, Traffic traffic) {
        FwpmContextAleFlags demands = new FwpmContextAleFlags(filter.rawContext());
        boolean encryption = demands.contains(SET_CONNECTION_REQUIRE_IPSEC_ENCRYPTION);
        FilterResult answer =
                switch (traffic.protectionOfFlow()) {
                    case CLEAR -> block(filter, "the connection must be protected, it came clear");
                    case AUTHENTICATED -> {
                        boolean upgrade =
                                demands.contains(
                                        SET_CONNECTION_ALLOW_FIRST_INBOUND_PKT_UNENCRYPTED);
                        if (encryption && !upgrade) {
                            yield block(
                                    filter,
                                    "the connection must be encrypted, it came authenticated only");
                        }
                        yield permit(
                                        filter,
                                        encryption
                                                ? "authenticated only, which is enough for the"
                                                        + " first packet"
                                                : "it came protected")
                                .withVerdict(Verdict.REQUIRE_AUTH);
                    }
                    case ENCRYPTED ->
                            permit(filter, "it came protected")
                                    .withVerdict(
                                            encryption
                                                    ? Verdict.REQUIRE_ENCRYPT
                                                    : Verdict.REQUIRE_AUTH);
                };
        return answer.withDemands(demands);
    }

    /** Says how an outbound connection must be protected. */
    static FilterResult aleConnect(CompiledFilter filter) {
        FwpmContextAleFlags demands = new FwpmContextAleFlags(filter.rawContext());
        boolean authenticatedFirewall = demands.contains(SET_CONNECTION_REQUIRE_IPSEC_SECURITY);
        return permit(filter, "demands of the connection: " + demands)
                .withDemands(authenticatedFirewall ? demands : demands.without(ALLOW_AUTH_FW));
    }

    /** Marks the packet for a tunnel association. */
    static FilterResult outboundTunnel(CompiledFilter filter, Traffic traffic) {
        if (isOwnKeyExchange(traffic.packet())) {
            return pastTheTunnel(filter);
        }
        TunnelPolicy policy = TunnelPolicy.of(traffic.policy().contextOf(filter.filter()));
        if (traffic.flow().securedBefore()
                && traffic.packet().direction() == Direction.OUTBOUND
                && policy.has(IpsecPolicyFlags.TUNNEL_BYPASS_ALREADY_SECURE_CONNECTION)) {
            return FilterResult.ofCallout(
                    filter, CONTINUE, Strength.SOFT, "protected already, it goes past the tunnel");
        }
        if (isNeighbourDiscovery(traffic.packet())
                && policy.has(IpsecPolicyFlags.TUNNEL_BYPASS_ICMPV6)) {
            return permit(filter, "neighbour discovery goes past the tunnel");
        }
        if (traffic.ipsec().hasAssociation()) {
            return permit(filter, "it goes through the tunnel")
                    .withVerdict(policy.verdict(traffic.ipsec().association()));
        }
        if (policy.has(IpsecPolicyFlags.TUNNEL_ALLOW_OUTBOUND_CLEAR_CONNECTION)) {
            return permit(filter, "clear until the tunnel is there")
                    .withVerdict(Verdict.CLEAR_WHILE_NEGOTIATING);
        }
        return held(filter, "the tunnel is not there yet");
    }

    /** Checks that the packet came through the tunnel. */
    static FilterResult inboundTunnel(CompiledFilter filter, Traffic traffic) {
        if (isOwnKeyExchange(traffic.packet())) {
            return pastTheTunnel(filter);
        }
        TunnelPolicy policy = TunnelPolicy.of(traffic.policy().contextOf(filter.filter()));
        if (isNeighbourDiscovery(traffic.packet())
                && policy.has(IpsecPolicyFlags.TUNNEL_BYPASS_ICMPV6)) {
            return permit(filter, "neighbour discovery goes past the tunnel");
        }
        return traffic.arrived() == Protection.CLEAR
                ? block(filter, "it should have come through the tunnel")
                : permit(filter, "it came through the tunnel")
                        .withVerdict(policy.verdict(traffic.arrived()));
    }

    private static FilterResult pastTheTunnel(CompiledFilter filter) {
        return FilterResult.ofCallout(
                filter, CONTINUE, Strength.SOFT, "key exchange goes past the tunnel");
    }

    /**
     * {@return whether it is what the engine's exemptions are for (4.6)}
     *
     * <p>Those stand in a sublayer below that of tunnels, so they could not overrule its block, and
     * no tunnel between two hosts could come about.
     */
    private static boolean isOwnKeyExchange(Packet packet) {
        Integer port = packet.local().port();
        return packet.direction() != Direction.FORWARDED
                && packet.protocol() != null
                && packet.protocol() == Ipproto.UDP
                && port != null
                && (port == KEY_EXCHANGE_PORT
                        || (port == NAT_PORT && packet.ipVersion() == FwpIpVersion.V4));
    }

    private static boolean isNeighbourDiscovery(Packet packet) {
        return packet.protocol() != null
                && packet.protocol() == Ipproto.ICMPV6
                && packet.icmp() != null
                && packet.icmp().type() >= 133
                && packet.icmp().type() <= 137;
    }

    static FilterResult permit(CompiledFilter filter, String reason) {
        return FilterResult.ofCallout(filter, PERMIT, Strength.SOFT, reason);
    }

    static FilterResult block(CompiledFilter filter, String reason) {
        return FilterResult.ofCallout(filter, BLOCK, Strength.HARD, reason);
    }

    private static FilterResult held(CompiledFilter filter, String reason) {
        return block(filter, reason).withVerdict(Verdict.HELD);
    }
}
