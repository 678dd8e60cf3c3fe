package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.LayerKey;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The layers that the policy scenarios use, in the order of their pages. */
public final class ScenarioLayers {
    /** Main mode policy. */
    static final ByIpVersion<LayerKey> IKEEXT =
            new ByIpVersion<>(FwpmLayers.IKEEXT_V4, FwpmLayers.IKEEXT_V6);

    /** Quick mode policy. */
    static final ByIpVersion<LayerKey> IPSEC =
            new ByIpVersion<>(FwpmLayers.IPSEC_V4, FwpmLayers.IPSEC_V6);

    /** Every packet, inbound. */
    static final ByIpVersion<LayerKey> INBOUND_TRANSPORT =
            new ByIpVersion<>(FwpmLayers.INBOUND_TRANSPORT_V4, FwpmLayers.INBOUND_TRANSPORT_V6);

    /** Every packet, outbound. */
    static final ByIpVersion<LayerKey> OUTBOUND_TRANSPORT =
            new ByIpVersion<>(FwpmLayers.OUTBOUND_TRANSPORT_V4, FwpmLayers.OUTBOUND_TRANSPORT_V6);

    /** The first packet of every connection, inbound. */
    static final ByIpVersion<LayerKey> ALE_AUTH_RECV_ACCEPT =
            new ByIpVersion<>(
                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4, FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6);

    /** The first packet of every connection, outbound. */
    static final ByIpVersion<LayerKey> ALE_AUTH_CONNECT =
            new ByIpVersion<>(FwpmLayers.ALE_AUTH_CONNECT_V4, FwpmLayers.ALE_AUTH_CONNECT_V6);

    private static final List<LayerKey> IN_ORDER =
            Stream.of(IpVersion.values())
                    .flatMap(version ->
                            Stream.of(
                                            IKEEXT,
                                            IPSEC,
                                            INBOUND_TRANSPORT,
                                            OUTBOUND_TRANSPORT,
                                            ALE_AUTH_RECV_ACCEPT,
                                            ALE_AUTH_CONNECT)
                                    .map(layer -> layer.at(version)))
                    .toList();

    /**
     * Layer order: the layers of IPv4 as the pages list them (main mode policy, quick mode policy,
     * transport inbound and outbound, accept, connect), then those of IPv6. Any other layer comes
     * after them.
     */
    public static final Comparator<LayerKey> ORDER =
            Comparator.comparingInt(layer -> {
                int index = IN_ORDER.indexOf(layer);
                return index < 0 ? IN_ORDER.size() : index;
            });

    private ScenarioLayers() {}
}
