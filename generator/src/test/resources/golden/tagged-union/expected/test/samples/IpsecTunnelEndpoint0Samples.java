package io.github.wfp4j.samples;

import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.view.IpsecTunnelEndpoint0View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link IpsecTunnelEndpoint0}.
 */
@SuppressWarnings("unchecked")
public final class IpsecTunnelEndpoint0Samples {
    private IpsecTunnelEndpoint0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<IpsecTunnelEndpoint0> any() {
        return Samples.<IpsecTunnelEndpoint0>oneOf(Samples.record(parts -> new IpsecTunnelEndpoint0.V4((Long) parts[0]), Arbitraries.longs().between(0, 0xFFFF_FFFFL)),
                Samples.record(parts -> new IpsecTunnelEndpoint0.V6((Bytes) parts[0]), Samples.bytes(16, 16)));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(IpsecTunnelEndpoint0View view, IpsecTunnelEndpoint0 value) {
        Samples.same("IPSEC_TUNNEL_ENDPOINT0.ipVersion", view.ipVersion(), value.ipVersion());
        switch (value) {
            case IpsecTunnelEndpoint0.V4 it -> {
                Samples.same("IPSEC_TUNNEL_ENDPOINT0.v4Address", view.v4Address(), it.v4Address());
            }
            case IpsecTunnelEndpoint0.V6 it -> {
                Samples.same("IPSEC_TUNNEL_ENDPOINT0.v6Address", view.v6Address(), it.v6Address());
            }
        }
        Samples.same("IPSEC_TUNNEL_ENDPOINT0", view.toRecord(), value);
    }
}
