package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ipsec.IpsecDospFlags;
import io.github.wfp4j.ipsec.IpsecDospOptions0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.win32.Ipproto;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * What the callout for protection against denial of service answers for forwarded packets (7.6).
 *
 * <p>Limits of rates are not modelled: what only they would drop passes.
 */
final class DospCallout {
    private static final int ESP = 50;
    private static final int AH = 51;
    private static final Set<Integer> KEY_EXCHANGE_PORTS = Set.of(500, 4500);

    private DospCallout() {}

    static FilterResult answer(CompiledFilter filter, Traffic traffic) {
        FwpmProviderContext3 context = traffic.policy().contextOf(filter.filter());
        if (context == null
                || !(context.policy() instanceof Policy.IpsecDospContext(var options))) {
            return IpsecCallouts.permit(filter, "there are no options for it");
        }
        Packet packet = traffic.packet();
        if (!isPublic(packet, options)) {
            return IpsecCallouts.permit(filter, "it does not come from a public interface");
        }
        IpsecDospFlags flags = options.flags();
        if (flags.contains(IpsecDospFlags.FILTER_EXEMPT)) {
            return IpsecCallouts.permit(filter, "the filter exempts it");
        }
        if (flags.contains(IpsecDospFlags.FILTER_BLOCK)) {
            return IpsecCallouts.block(filter, "the filter blocks it");
        }
        if (packet.ipVersion() == FwpIpVersion.V6 && isKeyExchange(packet)) {
            return keyExchange(filter, packet, flags);
        }
        if (packet.ipVersion() == FwpIpVersion.V6 && isIpsecOrIcmp(packet)) {
            return IpsecCallouts.permit(filter, "IPsec and ICMPv6 pass, within limits");
        }
        return flags.contains(IpsecDospFlags.DISABLE_DEFAULT_BLOCK)
                ? IpsecCallouts.permit(filter, "other traffic passes, within limits")
                : IpsecCallouts.block(filter, "other traffic is blocked by default");
    }

    private static FilterResult keyExchange(
            CompiledFilter filter, Packet packet, IpsecDospFlags flags) {
        KeyingModuleKey module = packet.keyingModule();
        if (module == null) {
            boolean any =
                    flags.contains(IpsecDospFlags.ENABLE_IKEV1)
                            || flags.contains(IpsecDospFlags.ENABLE_IKEV2)
                            || !flags.contains(IpsecDospFlags.DISABLE_AUTHIP);
            return any
                    ? IpsecCallouts.permit(filter, "some keying modules are allowed").withAssumed()
                    : IpsecCallouts.block(filter, "no keying module is allowed");
        }
        boolean allowed =
                module.equals(FwpmKeyingModules.AUTHIP)
                        ? !flags.contains(IpsecDospFlags.DISABLE_AUTHIP)
                        : flags.contains(
                                module.equals(FwpmKeyingModules.IKE)
                                        ? IpsecDospFlags.ENABLE_IKEV1
                                        : IpsecDospFlags.ENABLE_IKEV2);
        return allowed
                ? IpsecCallouts.permit(filter, "this keying module is allowed")
                : IpsecCallouts.block(filter, "this keying module is blocked");
    }

    private static boolean isKeyExchange(Packet packet) {
        Integer port = packet.destination().port();
        return packet.protocol() != null
                && packet.protocol() == Ipproto.UDP
                && port != null
                && KEY_EXCHANGE_PORTS.contains(port);
    }

    private static boolean isIpsecOrIcmp(Packet packet) {
        if (packet.protocol() == null) {
            return false;
        }
        return switch (packet.protocol()) {
            case ESP, AH, Ipproto.ICMPV6 -> true;
            default -> false;
        };
    }

    /** What is not known of interface and addresses does not exempt a packet. */
    private static boolean isPublic(Packet packet, IpsecDospOptions0 options) {
        List<Long> luids = options.publicIFLuids();
        FwpValue0 came = packet.fields().get(FwpmConditions.IP_LOCAL_INTERFACE);
        if (came instanceof FwpValue0.Uint64(long luid) && !luids.isEmpty()) {
            return luids.contains(luid);
        }
        InetAddress source = packet.source().address();
        return packet.ipVersion() != FwpIpVersion.V6
                || source == null
                || isIn(options.publicV6AddrMask(), source);
    }

    private static boolean isIn(@Nullable FwpV6AddrAndMask subnet, InetAddress address) {
        if (subnet == null) {
            return true;
        }
        int length = subnet.prefixLength();
        Wide wanted = Wide.of(subnet.addr()).prefix(length);
        return Wide.of(Bytes.of(address.getAddress())).prefix(length).equals(wanted);
    }
}
