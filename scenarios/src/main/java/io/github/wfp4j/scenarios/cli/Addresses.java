package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.types.Bytes;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses as people write them. */
final class Addresses {
    private Addresses() {}

    /**
     * {@return four decimal numbers}
     *
     * @param address the address or mask in host byte order, as the engine has it
     */
    static String v4(long address) {
        return (address >>> 24 & 0xFF)
                + "."
                + (address >>> 16 & 0xFF)
                + "."
                + (address >>> 8 & 0xFF)
                + "."
                + (address & 0xFF);
    }

    /**
     * {@return eight groups of hexadecimal digits}
     *
     * @param address sixteen bytes in network order
     */
    static String v6(Bytes address) {
        try {
            return InetAddress.getByAddress(address.toByteArray()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an IPv6 address has 16 bytes: " + address, e);
        }
    }
}
