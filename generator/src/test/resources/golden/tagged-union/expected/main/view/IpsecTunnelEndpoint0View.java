package io.github.wfp4j.view;

import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.internal.codec.IpsecTunnelEndpoint0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;

/**
 * {@link IpsecTunnelEndpoint0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code IPSEC_TUNNEL_ENDPOINT0}, {@code ipsectypes.h}.
 */
public final class IpsecTunnelEndpoint0View {
    private final Page page;

    private final long address;

    private final int tag;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public IpsecTunnelEndpoint0View(Page page, long address) {
        this.page = page;
        this.address = address;
        this.tag = page.int32(address + IpsecTunnelEndpoint0Codec.IP_VERSION);
    }

    /**
     * {@return the tag, which says what else can be read}
     *
     * @throws DecodingException if it is not known
     */
    public FwpIpVersion ipVersion() {
        return Reader.known(ipVersionRaw(), FwpIpVersion::find, "IPSEC_TUNNEL_ENDPOINT0.ipVersion", "FWP_IP_VERSION");
    }

    /**
     * {@return the number behind {@link #ipVersion()}, whether it is known or not}
     */
    public int ipVersionRaw() {
        return page.alive(tag);
    }

    /**
     * {@return the IPv4 address, in host byte order}
     */
    public long v4Address() {
        Page.requireTag(page.alive(tag), "IPSEC_TUNNEL_ENDPOINT0.ipVersion", 0);
        return page.uint32(address + IpsecTunnelEndpoint0Codec.V4_ADDRESS);
    }

    /**
     * {@return the IPv6 address, 16 bytes in network byte order}
     */
    public Bytes v6Address() {
        Page.requireTag(page.alive(tag), "IPSEC_TUNNEL_ENDPOINT0.ipVersion", 1);
        return page.kept(Reader.bytes(page.live(), address + IpsecTunnelEndpoint0Codec.V6_ADDRESS, 16));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public IpsecTunnelEndpoint0 toRecord() {
        return page.kept(IpsecTunnelEndpoint0Codec.read(page.reader(), page.live(), address));
    }
}
