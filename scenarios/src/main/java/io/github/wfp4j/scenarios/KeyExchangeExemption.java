package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.LayerKey;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the engine lets pass by itself while it has a main mode policy, so that IPsec does not catch
 * key exchange: UDP of a port at a layer. How its filters look is documented nowhere (IX-2).
 *
 * @param layer the layer
 * @param port the port, 500 or 4500
 */
public record KeyExchangeExemption(LayerKey layer, int port) {
    /** The port of IKE and AuthIP. */
    public static final int PORT = 500;

    /** The port of key exchange through address translation, which IPv6 does not have (IX-3). */
    public static final int NAT_PORT = 4500;

    /** All of them, those of IPv4 first. */
    public static final List<KeyExchangeExemption> ALL =
            Stream.concat(
                            Stream.of(
                                            FwpmLayers.INBOUND_TRANSPORT_V4,
                                            FwpmLayers.OUTBOUND_TRANSPORT_V4,
                                            FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                                            FwpmLayers.ALE_AUTH_CONNECT_V4)
                                    .flatMap(layer ->
                                            Stream.of(
                                                    new KeyExchangeExemption(layer, PORT),
                                                    new KeyExchangeExemption(layer, NAT_PORT))),
                            Stream.of(
                                            FwpmLayers.INBOUND_TRANSPORT_V6,
                                            FwpmLayers.OUTBOUND_TRANSPORT_V6,
                                            FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6,
                                            FwpmLayers.ALE_AUTH_CONNECT_V6)
                                    .map(layer -> new KeyExchangeExemption(layer, PORT)))
                    .toList();
}
