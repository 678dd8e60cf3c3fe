package io.github.wfp4j.samples;

import io.github.wfp4j.internal.codec.IpsecTunnelEndpoint0Codec;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.view.IpsecTunnelEndpoint0View;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Encodes a random value of every struct to memory, decodes it, and reads it in place.
 */
final class RoundTripTest {
    @Property(
            tries = Samples.TRIES
    )
    void ipsecTunnelEndpoint0SurvivesMemory(
            @ForAll("ipsecTunnelEndpoint0") IpsecTunnelEndpoint0 value) {
        Samples.survives(value, IpsecTunnelEndpoint0Codec::encode, IpsecTunnelEndpoint0Codec::decode, IpsecTunnelEndpoint0View::new, IpsecTunnelEndpoint0Samples::agree);
    }

    @Provide
    Arbitrary<IpsecTunnelEndpoint0> ipsecTunnelEndpoint0() {
        return IpsecTunnelEndpoint0Samples.any();
    }
}
