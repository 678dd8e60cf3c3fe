package io.github.wfp4j.samples;

import io.github.wfp4j.ipsec.IpsecTunnelEndpoints0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.view.IpsecTunnelEndpoints0View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link IpsecTunnelEndpoints0}.
 */
@SuppressWarnings("unchecked")
public final class IpsecTunnelEndpoints0Samples {
    private IpsecTunnelEndpoints0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<IpsecTunnelEndpoints0> any() {
        return Samples.record(parts -> new IpsecTunnelEndpoints0((IpsecTunnelEndpoints0.LocalAddress) parts[0], (IpsecTunnelEndpoints0.RemoteAddress) parts[1]), Samples.<IpsecTunnelEndpoints0.LocalAddress>oneOf(Samples.record(parts -> new IpsecTunnelEndpoints0.LocalAddress.V4((Long) parts[0]), Arbitraries.longs().between(0, 0xFFFF_FFFFL)),
                Samples.record(parts -> new IpsecTunnelEndpoints0.LocalAddress.V6((Bytes) parts[0]), Samples.bytes(16, 16))),
                Samples.<IpsecTunnelEndpoints0.RemoteAddress>oneOf(Samples.record(parts -> new IpsecTunnelEndpoints0.RemoteAddress.V4((Long) parts[0]), Arbitraries.longs().between(0, 0xFFFF_FFFFL)),
                Samples.record(parts -> new IpsecTunnelEndpoints0.RemoteAddress.V6((Bytes) parts[0]), Samples.bytes(16, 16))));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(IpsecTunnelEndpoints0View view, IpsecTunnelEndpoints0 value) {
        Samples.same("IPSEC_TUNNEL_ENDPOINTS0.ipVersion", view.ipVersion(), value.localAddress().ipVersion());
        switch (value.localAddress()) {
            case IpsecTunnelEndpoints0.LocalAddress.V4 it -> {
                Samples.same("IPSEC_TUNNEL_ENDPOINTS0.localV4Address", view.localV4Address(), it.localV4Address());
            }
            case IpsecTunnelEndpoints0.LocalAddress.V6 it -> {
                Samples.same("IPSEC_TUNNEL_ENDPOINTS0.localV6Address", view.localV6Address(), it.localV6Address());
            }
        }
        Samples.same("IPSEC_TUNNEL_ENDPOINTS0.ipVersion", view.ipVersion(), value.remoteAddress().ipVersion());
        switch (value.remoteAddress()) {
            case IpsecTunnelEndpoints0.RemoteAddress.V4 it -> {
                Samples.same("IPSEC_TUNNEL_ENDPOINTS0.remoteV4Address", view.remoteV4Address(), it.remoteV4Address());
            }
            case IpsecTunnelEndpoints0.RemoteAddress.V6 it -> {
                Samples.same("IPSEC_TUNNEL_ENDPOINTS0.remoteV6Address", view.remoteV6Address(), it.remoteV6Address());
            }
        }
        Samples.same("IPSEC_TUNNEL_ENDPOINTS0", view.toRecord(), value);
    }
}
