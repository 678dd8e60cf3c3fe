package io.github.wfp4j.ipsec;

import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Unsigned;
import java.util.Objects;

/**
 * The addresses of both ends of a tunnel.
 *
 * <p>C: {@code IPSEC_TUNNEL_ENDPOINTS0}, {@code ipsectypes.h}.
 *
 * @param localAddress the local end of the tunnel: IPv4 in host byte order, or IPv6 in network byte order
 * @param remoteAddress the remote end of the tunnel: IPv4 in host byte order, or IPv6 in network byte order
 */
public record IpsecTunnelEndpoints0(IpsecTunnelEndpoints0.LocalAddress localAddress,
        IpsecTunnelEndpoints0.RemoteAddress remoteAddress) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public IpsecTunnelEndpoints0 {
        Objects.requireNonNull(localAddress, "localAddress");
        Objects.requireNonNull(remoteAddress, "remoteAddress");
        if (localAddress.ipVersion() != remoteAddress.ipVersion()) {
            throw new IllegalArgumentException("localAddress and remoteAddress must have one ipVersion: " + localAddress.ipVersion() + " and " + remoteAddress.ipVersion());
        }
    }

    /**
     * {@return the tag that selects the case of {@code localAddress}}
     */
    public FwpIpVersion ipVersion() {
        return localAddress.ipVersion();
    }

    /**
     * The local end of the tunnel: IPv4 in host byte order, or IPv6 in network byte order.
     */
    public sealed interface LocalAddress {
        /**
         * {@return the tag that selects this case}
         */
        FwpIpVersion ipVersion();

        /**
         * The case of {@code FWP_IP_VERSION_V4}.
         *
         * @param localV4Address the local IPv4 address, in host byte order
         */
        record V4(long localV4Address) implements LocalAddress {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public V4 {
                Unsigned.requireUint32(localV4Address, "localV4Address");
            }

            @Override
            public FwpIpVersion ipVersion() {
                return FwpIpVersion.V4;
            }
        }

        /**
         * The case of {@code FWP_IP_VERSION_V6}.
         *
         * @param localV6Address the local IPv6 address, 16 bytes in network byte order
         */
        record V6(Bytes localV6Address) implements LocalAddress {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public V6 {
                Bytes.requireLength(localV6Address, 16, "localV6Address");
            }

            @Override
            public FwpIpVersion ipVersion() {
                return FwpIpVersion.V6;
            }
        }
    }

    /**
     * The remote end of the tunnel: IPv4 in host byte order, or IPv6 in network byte order.
     */
    public sealed interface RemoteAddress {
        /**
         * {@return the tag that selects this case}
         */
        FwpIpVersion ipVersion();

        /**
         * The case of {@code FWP_IP_VERSION_V4}.
         *
         * @param remoteV4Address the remote IPv4 address, in host byte order
         */
        record V4(long remoteV4Address) implements RemoteAddress {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public V4 {
                Unsigned.requireUint32(remoteV4Address, "remoteV4Address");
            }

            @Override
            public FwpIpVersion ipVersion() {
                return FwpIpVersion.V4;
            }
        }

        /**
         * The case of {@code FWP_IP_VERSION_V6}.
         *
         * @param remoteV6Address the remote IPv6 address, 16 bytes in network byte order
         */
        record V6(Bytes remoteV6Address) implements RemoteAddress {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public V6 {
                Bytes.requireLength(remoteV6Address, 16, "remoteV6Address");
            }

            @Override
            public FwpIpVersion ipVersion() {
                return FwpIpVersion.V6;
            }
        }
    }
}
