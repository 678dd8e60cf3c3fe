package io.github.wfp4j.ipsec;

import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Unsigned;

/**
 * The address of one end of a tunnel.
 *
 * <p>C: {@code IPSEC_TUNNEL_ENDPOINT0}, {@code ipsectypes.h}.
 */
public sealed interface IpsecTunnelEndpoint0 {
    /**
     * {@return the tag that selects this case}
     */
    FwpIpVersion ipVersion();

    /**
     * The case of {@code FWP_IP_VERSION_V4}.
     *
     * @param v4Address the IPv4 address, in host byte order
     */
    record V4(long v4Address) implements IpsecTunnelEndpoint0 {
        /**
         * Checks the components and copies the lists.
         *
         * @throws IllegalArgumentException if a component is out of its range
         */
        public V4 {
            Unsigned.requireUint32(v4Address, "v4Address");
        }

        @Override
        public FwpIpVersion ipVersion() {
            return FwpIpVersion.V4;
        }
    }

    /**
     * The case of {@code FWP_IP_VERSION_V6}.
     *
     * @param v6Address the IPv6 address, 16 bytes in network byte order
     */
    record V6(Bytes v6Address) implements IpsecTunnelEndpoint0 {
        /**
         * Checks the components and copies the lists.
         *
         * @throws IllegalArgumentException if a component is out of its range
         */
        public V6 {
            Bytes.requireLength(v6Address, 16, "v6Address");
        }

        @Override
        public FwpIpVersion ipVersion() {
            return FwpIpVersion.V6;
        }
    }
}
