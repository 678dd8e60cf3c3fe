package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Manual IPsec SAs: the traffic between two hosts is protected with keys that both were given; no
 * keying module takes part. The same is done on the other host with everything exchanged.
 *
 * <p>Where the indexes are agreed on beforehand, one application of the plan does it. Otherwise the
 * first one, without the peer's index, has the engine choose ours, and a second one, with the
 * peer's, completes the pair.
 *
 * @param instance which copy this is
 * @param local the host on this side
 * @param remote the host on the other side, of the same version
 * @param transform how packets are protected
 * @param inbound what protects inbound packets
 * @param outbound what protects outbound packets
 * @param lifetime after what the associations end; 0 for no limit, but without a limit of packets
 *     there is no protection against replay
 * @param coverage which packets between the hosts
 * @param placement whose the filters are, and where they go
 * @see <a href="https://learn.microsoft.com/windows/win32/fwp/manual-ipsec-sas">Manual SA</a>
 */
public record ManualIpsecSas(
        Instance instance,
        AddressRange local,
        AddressRange remote,
        ManualTransform transform,
        Side inbound,
        Side outbound,
        IpsecSaLifetime0 lifetime,
        Coverage coverage,
        Placement placement)
        implements Scenario {
    /** The id of the scenario: the page has three titles (MS-5). */
    public static final String ID = "manual-ipsec-sas";

    /** No end in time or volume, but one in packets, so that replayed ones are found. */
    public static final IpsecSaLifetime0 LIFETIME = new IpsecSaLifetime0(0, 0, 0x7FFF_FFFF);

    /**
     * Checks the addresses and keys.
     *
     * @throws IllegalArgumentException if an address is not that of one host, they are of two
     *     versions or the same, or a key has another length than the transform needs
     */
    public ManualIpsecSas {
        requireNonNull(instance, "instance");
        requireNonNull(lifetime, "lifetime");
        requireNonNull(coverage, "coverage");
        requireNonNull(placement, "placement");
        requireHost(local, "local");
        requireHost(remote, "remote");
        if (local.ipVersion() != remote.ipVersion() || local.value().equals(remote.value())) {
            throw new IllegalArgumentException(
                    "local and remote must be two hosts of one version of IP: %s, %s"
                            .formatted(local, remote));
        }
        transform.require(inbound.keys());
        transform.require(outbound.keys());
    }

    private static void requireHost(AddressRange address, String name) {
        if (!address.isHost()) {
            throw new IllegalArgumentException(
                    name + " must be the address of one host: " + address);
        }
    }

    /**
     * {@return the scenario for all unicast packets, without an end in time}
     *
     * @param name the name of the instance
     * @param local the host on this side
     * @param remote the host on the other side
     * @param transform how packets are protected
     * @param inbound what protects inbound packets
     * @param outbound what protects outbound packets
     * @throws IllegalArgumentException if they do not fit together
     */
    public static ManualIpsecSas of(
            String name,
            AddressRange local,
            AddressRange remote,
            ManualTransform transform,
            Side inbound,
            Side outbound) {
        return new ManualIpsecSas(
                new Instance(ID, name),
                local,
                remote,
                transform,
                inbound,
                outbound,
                LIFETIME,
                Coverage.UNICAST,
                Placement.DEFAULT);
    }

    @Override
    public String title() {
        return "Manual IPsec SAs";
    }

    @Override
    public Plan plan() {
        // An address only fits the layers of its own version (MS-1).
        PlannedFilters planned =
                new PlannedFilters(title(), instance, local.ipVersion(), coverage, placement);
        List<FwpmFilterCondition0> hosts = List.of(local.asLocal(), remote.asRemote());
        List<FwpmFilter0> filters = new ArrayList<>();
        FwpmFilter0 in =
                planned.callout(
                        Role.INBOUND_CALLOUT,
                        "takes packets from %s only if protected".formatted(remote),
                        BuiltInCallouts.INBOUND_TRANSPORT,
                        0,
                        hosts);
        FwpmFilter0 out =
                planned.callout(
                        Role.OUTBOUND_CALLOUT,
                        "protects packets to %s".formatted(remote),
                        BuiltInCallouts.OUTBOUND_TRANSPORT,
                        0,
                        hosts);
        filters.add(in);
        // They exempt ICMP with every peer (MS-7).
        filters.addAll(planned.icmpExemption(Role.INBOUND_ICMP_EXEMPTION));
        filters.add(out);
        filters.addAll(planned.icmpExemption(Role.OUTBOUND_ICMP_EXEMPTION));
        return Plan.of(title(), instance, placement, List.of(), filters)
                .withAssociations(
                        List.of(
                                new PlannedAssociations(
                                        in.filterKey(),
                                        out.filterKey(),
                                        local,
                                        remote,
                                        lifetime,
                                        transform.information(inbound.keys()),
                                        inbound.spi(),
                                        transform.information(outbound.keys()),
                                        outbound.spi())))
                .plus(List.of(), List.of(), warnings());
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (transform == ManualTransform.AH_SHA1) {
            warnings.add("SHA-1 is that of Microsoft's sample: for comparison and old peers only");
        }
        if (inbound.keys().equals(outbound.keys())) {
            warnings.add("both directions have the same keys, so packets can be sent back");
        }
        if (lifetime.lifetimePackets() == 0) {
            warnings.add("without a limit of packets, replayed packets are not found");
        }
        if (outbound.spi() == null) {
            warnings.add(
                    "nothing can be sent until the scenario is applied again with the index that"
                            + " the peer chose");
        }
        return warnings;
    }

    /**
     * One direction.
     *
     * @param keys its keys
     * @param spi its index, 256 to 4294967295, which its receiver chooses; or null if it is not
     *     known: inbound the engine chooses it, outbound the peer will say it
     */
    public record Side(ManualTransform.Keys keys, @Nullable Long spi) {
        /**
         * Checks the index.
         *
         * @throws IllegalArgumentException if it is out of range
         */
        public Side {
            requireNonNull(keys, "keys");
            if (spi != null && (spi < 256 || spi > 0xFFFF_FFFFL)) {
                throw new IllegalArgumentException("spi must be in 256..4294967295: " + spi);
            }
        }
    }
}
