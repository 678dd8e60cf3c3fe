package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmWeightRange;
import io.github.wfp4j.win32.Ipproto;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * IKE/AuthIP Exemptions: the engine lets key exchange pass by itself as long as it has a main mode
 * policy. A provider has nothing to add, unless it wants key exchange with some peers only, since
 * the exemptions are open to every address: then it has filters in a range of weights above them.
 *
 * @param instance which copy this is
 * @param peers with whom key exchange is allowed; empty for all, and then nothing is added
 * @param range the range of weights of the filter that allows, 14 or 15; the one that blocks is in
 *     the range below
 * @param ipVersions the versions that get filters; of one without a peer all key exchange is
 *     blocked
 * @param placement whose the filters are, and where they go
 * @see <a href="https://learn.microsoft.com/windows/win32/fwp/ike-exemptions">IKE/AuthIP
 *     Exemptions</a>
 */
public record IkeAuthipExemptions(
        Instance instance,
        List<AddressRange> peers,
        int range,
        Set<IpVersion> ipVersions,
        Placement placement)
        implements Scenario {
    /** The id of the scenario: the title of the page, not the name of its file (IX-5). */
    public static final String ID = "ike-authip-exemptions";

    /** The range of weights unless said otherwise. */
    public static final int RANGE = FwpmWeightRange.IKE_EXEMPTIONS + 2;

    /**
     * Copies the collections.
     *
     * @throws IllegalArgumentException if the range leaves none below it that is above the engine's
     *     own, a peer is of a version that gets no filters, or there is no version
     */
    public IkeAuthipExemptions {
        requireNonNull(instance, "instance");
        requireNonNull(placement, "placement");
        peers = List.copyOf(peers);
        if (range < FwpmWeightRange.IKE_EXEMPTIONS + 2 || range > FwpmWeightRange.MAX) {
            throw new IllegalArgumentException("range must be 14 or 15: " + range);
        }
        if (ipVersions.isEmpty()) {
            throw new IllegalArgumentException("ipVersions must not be empty");
        }
        ipVersions = Collections.unmodifiableSet(EnumSet.copyOf(ipVersions));
        for (AddressRange peer : peers) {
            if (!ipVersions.contains(peer.ipVersion())) {
                throw new IllegalArgumentException(
                        "peers must be of %s: %s".formatted(ipVersions, peer));
            }
        }
    }

    /**
     * {@return what the engine does by itself}
     *
     * @param name the name of the instance
     * @throws IllegalArgumentException if the name has another form
     */
    public static IkeAuthipExemptions of(String name) {
        return new IkeAuthipExemptions(
                new Instance(ID, name),
                List.of(),
                RANGE,
                EnumSet.allOf(IpVersion.class),
                Placement.DEFAULT);
    }

    @Override
    public String title() {
        return "IKE/AuthIP Exemptions";
    }

    @Override
    public Plan plan() {
        List<FwpmFilter0> filters = new ArrayList<>();
        if (!peers.isEmpty()) {
            for (IpVersion version : ipVersions) {
                addFilters(
                        new PlannedFilters(
                                title(), instance, version, Coverage.EVERYTHING, placement),
                        filters);
            }
        }
        return Plan.of(title(), instance, placement, List.of(), filters)
                .withExemptions(KeyExchangeExemption.ALL);
    }

    private void addFilters(PlannedFilters planned, List<FwpmFilter0> filters) {
        List<FwpmFilterCondition0> all = keyExchange(planned.ipVersion());
        List<FwpmFilterCondition0> some = new ArrayList<>(all);
        // Conditions on one field are alternatives.
        peers.stream()
                .filter(peer -> peer.ipVersion() == planned.ipVersion())
                .map(AddressRange::asRemote)
                .forEach(some::add);
        for (Layering place : Layering.values()) {
            if (some.size() > all.size()) {
                filters.add(
                        planned.inRange(
                                place.allowing,
                                "lets key exchange with the wanted peers pass",
                                FwpActionType.PERMIT,
                                range,
                                some));
            }
            filters.add(
                    planned.inRange(
                            place.blocking,
                            "blocks key exchange with all others",
                            FwpActionType.BLOCK,
                            range - 1,
                            all));
        }
    }

    private static List<FwpmFilterCondition0> keyExchange(IpVersion version) {
        List<FwpmFilterCondition0> conditions = new ArrayList<>();
        conditions.add(Conditions.protocol(Ipproto.UDP));
        conditions.add(Conditions.localPort(KeyExchangeExemption.PORT));
        if (version == IpVersion.V4) {
            conditions.add(Conditions.localPort(KeyExchangeExemption.NAT_PORT));
        }
        return conditions;
    }

    /** The filters of the layers at which the engine has exemptions. */
    private enum Layering {
        INBOUND(Role.INBOUND_KEY_EXCHANGE, Role.INBOUND_KEY_EXCHANGE_BLOCK),
        OUTBOUND(Role.OUTBOUND_KEY_EXCHANGE, Role.OUTBOUND_KEY_EXCHANGE_BLOCK),
        ACCEPT(Role.ACCEPT_KEY_EXCHANGE, Role.ACCEPT_KEY_EXCHANGE_BLOCK),
        CONNECT(Role.CONNECT_KEY_EXCHANGE, Role.CONNECT_KEY_EXCHANGE_BLOCK);

        private final Role allowing;
        private final Role blocking;

        Layering(Role allowing, Role blocking) {
            this.allowing = allowing;
            this.blocking = blocking;
        }
    }
}
