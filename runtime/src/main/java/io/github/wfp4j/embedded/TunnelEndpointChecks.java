package io.github.wfp4j.embedded;

import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

/**
 * The checks of the two ends of a tunnel (3.6).
 *
 * <p>Each is one host, and all have one IP version. The remote one may be left open if it is given
 * in another way: by its name, or by a list of addresses.
 */
final class TunnelEndpointChecks {
    private static final long V4_ANY = 0;
    private static final long V4_BROADCAST = 0xFFFF_FFFFL;
    private static final int V4_MULTICAST = 0xE;
    private static final Bytes V6_ANY = Bytes.of(new byte[16]);
    private static final byte V6_MULTICAST = (byte) 0xFF;

    private TunnelEndpointChecks() {}

    /** Refuses ends that no tunnel can have. */
    static void require(IpsecTunnelEndpoints2 endpoints) {
        boolean local =
                switch (endpoints.localAddress()) {
                    case IpsecTunnelEndpoints2.LocalAddress.V4 it -> isHost(it.localV4Address());
                    case IpsecTunnelEndpoints2.LocalAddress.V6 it -> isHost(it.localV6Address());
                };
        boolean open = endpoints.remoteFqdn() != null || !endpoints.remoteAddresses().isEmpty();
        boolean remote =
                switch (endpoints.remoteAddress()) {
                    case IpsecTunnelEndpoints2.RemoteAddress.V4 it ->
                            isHost(it.remoteV4Address())
                                    || (open && it.remoteV4Address() == V4_ANY);
                    case IpsecTunnelEndpoints2.RemoteAddress.V6 it ->
                            isHost(it.remoteV6Address())
                                    || (open && it.remoteV6Address().equals(V6_ANY));
                };
        boolean more =
                endpoints.remoteAddresses().stream()
                        .allMatch(it ->
                                it.ipVersion() == endpoints.ipVersion()
                                        && switch (it) {
                                            case IpsecTunnelEndpoint0.V4 v4 ->
                                                    isHost(v4.v4Address());
                                            case IpsecTunnelEndpoint0.V6 v6 ->
                                                    isHost(v6.v6Address());
                                        });
        EngineFailure.unless(local && remote && more, ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
    }

    private static boolean isHost(long address) {
        return address != V4_ANY && address != V4_BROADCAST && address >> 28 != V4_MULTICAST;
    }

    private static boolean isHost(Bytes address) {
        return !address.equals(V6_ANY) && address.get(0) != V6_MULTICAST;
    }
}
