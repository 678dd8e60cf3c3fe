package io.github.wfp4j.scenarios;

import io.github.wfp4j.scenarios.Instance.Place;
import io.github.wfp4j.types.LayerKey;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a filter is for. The constants are in the order of the layers, and within a layer in that of
 * the pages; the key of a filter follows from its text (see {@link Instance}), so no text changes
 * from release to release.
 */
@SuppressWarnings("ImmutableEnumChecker") // keys of layers are immutable records
enum Role {
    /** Gives a keying module its policy for main mode. */
    MAIN_MODE_POLICY("mm-policy", ScenarioLayers.IKEEXT, Kind.FOR_EACH_KEYING_MODULE),

    /** Gives a keying module its policy for quick mode. */
    QUICK_MODE_POLICY("qm-policy", ScenarioLayers.IPSEC, Kind.FOR_EACH_KEYING_MODULE),

    /** Hands inbound packets to IPsec. */
    INBOUND_CALLOUT("inbound-callout", ScenarioLayers.INBOUND_TRANSPORT, Kind.ONE),

    /** Exempts inbound ICMP. */
    INBOUND_ICMP_EXEMPTION("inbound-icmp-exemption", ScenarioLayers.INBOUND_TRANSPORT, Kind.ONE),

    /** Exempts inbound packets of a host. */
    INBOUND_HOST_EXEMPTION(
            "inbound-host-exemption", ScenarioLayers.INBOUND_TRANSPORT, Kind.FOR_EACH_HOST),

    /** Lets key exchange with the wanted peers in. */
    INBOUND_KEY_EXCHANGE("inbound-key-exchange", ScenarioLayers.INBOUND_TRANSPORT, Kind.ONE),

    /** Keeps key exchange with others out. */
    INBOUND_KEY_EXCHANGE_BLOCK(
            "inbound-key-exchange-block", ScenarioLayers.INBOUND_TRANSPORT, Kind.ONE),

    /** Hands outbound packets to IPsec. */
    OUTBOUND_CALLOUT("outbound-callout", ScenarioLayers.OUTBOUND_TRANSPORT, Kind.ONE),

    /** Exempts outbound ICMP. */
    OUTBOUND_ICMP_EXEMPTION("outbound-icmp-exemption", ScenarioLayers.OUTBOUND_TRANSPORT, Kind.ONE),

    /** Exempts outbound packets to a host. */
    OUTBOUND_HOST_EXEMPTION(
            "outbound-host-exemption", ScenarioLayers.OUTBOUND_TRANSPORT, Kind.FOR_EACH_HOST),

    /** Lets key exchange with the wanted peers out. */
    OUTBOUND_KEY_EXCHANGE("outbound-key-exchange", ScenarioLayers.OUTBOUND_TRANSPORT, Kind.ONE),

    /** Keeps key exchange with others in. */
    OUTBOUND_KEY_EXCHANGE_BLOCK(
            "outbound-key-exchange-block", ScenarioLayers.OUTBOUND_TRANSPORT, Kind.ONE),

    /** Accepts connections if protected. */
    ACCEPT_SECURE("accept-secure", ScenarioLayers.ALE_AUTH_RECV_ACCEPT, Kind.ONE),

    /** Exempts inbound ICMP. */
    ACCEPT_ICMP_EXEMPTION("accept-icmp-exemption", ScenarioLayers.ALE_AUTH_RECV_ACCEPT, Kind.ONE),

    /** Accepts connections if encrypted. */
    ACCEPT_ENCRYPTED("accept-encrypted", ScenarioLayers.ALE_AUTH_RECV_ACCEPT, Kind.ONE),

    /** Accepts connections of the identities that may. */
    ACCEPT_AUTHORIZED("accept-authorized", ScenarioLayers.ALE_AUTH_RECV_ACCEPT, Kind.ONE),

    /** Blocks connections of all other identities. */
    BLOCK_UNAUTHORIZED("block-unauthorized", ScenarioLayers.ALE_AUTH_RECV_ACCEPT, Kind.ONE),

    /** Exempts connections of a host. */
    ACCEPT_HOST_EXEMPTION(
            "accept-host-exemption", ScenarioLayers.ALE_AUTH_RECV_ACCEPT, Kind.FOR_EACH_HOST),

    /** Accepts key exchange with the wanted peers. */
    ACCEPT_KEY_EXCHANGE("accept-key-exchange", ScenarioLayers.ALE_AUTH_RECV_ACCEPT, Kind.ONE),

    /** Refuses key exchange with others. */
    ACCEPT_KEY_EXCHANGE_BLOCK(
            "accept-key-exchange-block", ScenarioLayers.ALE_AUTH_RECV_ACCEPT, Kind.ONE),

    /** Allows outbound connections if encrypted. */
    CONNECT_ENCRYPTED("connect-encrypted", ScenarioLayers.ALE_AUTH_CONNECT, Kind.ONE),

    /** Exempts connections to a host. */
    CONNECT_HOST_EXEMPTION(
            "connect-host-exemption", ScenarioLayers.ALE_AUTH_CONNECT, Kind.FOR_EACH_HOST),

    /** Allows key exchange with the wanted peers. */
    CONNECT_KEY_EXCHANGE("connect-key-exchange", ScenarioLayers.ALE_AUTH_CONNECT, Kind.ONE),

    /** Refuses key exchange with others. */
    CONNECT_KEY_EXCHANGE_BLOCK(
            "connect-key-exchange-block", ScenarioLayers.ALE_AUTH_CONNECT, Kind.ONE);

    /** How many hosts of one version can be exempt, so that the keys of all are known. */
    static final int MOST_HOSTS = 64;

    private final String text;
    private final ByIpVersion<LayerKey> layer;
    private final Kind kind;

    Role(String text, ByIpVersion<LayerKey> layer, Kind kind) {
        this.text = text;
        this.layer = layer;
        this.kind = kind;
    }

    /** How many filters of a role there can be in one version. */
    private enum Kind {
        ONE,
        FOR_EACH_KEYING_MODULE,
        FOR_EACH_HOST
    }

    /** {@return the layer of the filters} */
    ByIpVersion<LayerKey> layer() {
        return layer;
    }

    /** {@return where filters of the role can be in a version} */
    List<Place> places(IpVersion version) {
        return switch (kind) {
            case ONE -> List.of(Place.of(version));
            case FOR_EACH_KEYING_MODULE ->
                    Stream.of(KeyingModule.values())
                            .map(module -> Place.of(version, module))
                            .toList();
            case FOR_EACH_HOST ->
                    IntStream.range(0, MOST_HOSTS)
                            .mapToObj(ordinal -> new Place(version, null, ordinal))
                            .toList();
        };
    }

    /** {@return the text from which keys follow} */
    @Override
    public String toString() {
        return text;
    }
}
