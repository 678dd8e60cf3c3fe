package io.github.wfp4j.view;

import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.internal.codec.IpsecTunnelEndpoints0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;

/**
 * {@link IpsecTunnelEndpoints0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code IPSEC_TUNNEL_ENDPOINTS0}, {@code ipsectypes.h}.
 */
public final class IpsecTunnelEndpoints0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public IpsecTunnelEndpoints0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the tag, which says what else can be read}
     *
     * @throws DecodingException if it is not known
     */
    public FwpIpVersion ipVersion() {
        return Reader.known(ipVersionRaw(), FwpIpVersion::find, "IPSEC_TUNNEL_ENDPOINTS0.ipVersion", "FWP_IP_VERSION");
    }

    /**
     * {@return the number behind {@link #ipVersion()}, whether it is known or not}
     */
    public int ipVersionRaw() {
        return page.int32(address + IpsecTunnelEndpoints0Codec.IP_VERSION);
    }

    /**
     * {@return the local IPv4 address, in host byte order}
     */
    public long localV4Address() {
        Page.requireTag(page.int32(address + IpsecTunnelEndpoints0Codec.IP_VERSION), "IPSEC_TUNNEL_ENDPOINTS0.ipVersion", 0);
        return page.uint32(address + IpsecTunnelEndpoints0Codec.LOCAL_V4_ADDRESS);
    }

    /**
     * {@return the local IPv6 address, 16 bytes in network byte order}
     */
    public Bytes localV6Address() {
        Page.requireTag(page.int32(address + IpsecTunnelEndpoints0Codec.IP_VERSION), "IPSEC_TUNNEL_ENDPOINTS0.ipVersion", 1);
        return page.kept(Reader.bytes(page.live(), address + IpsecTunnelEndpoints0Codec.LOCAL_V6_ADDRESS, 16));
    }

    /**
     * {@return the remote IPv4 address, in host byte order}
     */
    public long remoteV4Address() {
        Page.requireTag(page.int32(address + IpsecTunnelEndpoints0Codec.IP_VERSION), "IPSEC_TUNNEL_ENDPOINTS0.ipVersion", 0);
        return page.uint32(address + IpsecTunnelEndpoints0Codec.REMOTE_V4_ADDRESS);
    }

    /**
     * {@return the remote IPv6 address, 16 bytes in network byte order}
     */
    public Bytes remoteV6Address() {
        Page.requireTag(page.int32(address + IpsecTunnelEndpoints0Codec.IP_VERSION), "IPSEC_TUNNEL_ENDPOINTS0.ipVersion", 1);
        return page.kept(Reader.bytes(page.live(), address + IpsecTunnelEndpoints0Codec.REMOTE_V6_ADDRESS, 16));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public IpsecTunnelEndpoints0 toRecord() {
        return page.kept(IpsecTunnelEndpoints0Codec.read(page.reader(), page.live(), address));
    }
}
