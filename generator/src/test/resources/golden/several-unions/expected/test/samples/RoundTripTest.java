package io.github.wfp4j.samples;

import io.github.wfp4j.internal.codec.IpsecTunnelEndpoints0Codec;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints0;
import io.github.wfp4j.view.IpsecTunnelEndpoints0View;
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
    void ipsecTunnelEndpoints0SurvivesMemory(
            @ForAll("ipsecTunnelEndpoints0") IpsecTunnelEndpoints0 value) {
        Samples.survives(value, IpsecTunnelEndpoints0Codec::encode, IpsecTunnelEndpoints0Codec::decode, IpsecTunnelEndpoints0View::new, IpsecTunnelEndpoints0Samples::agree);
    }

    @Provide
    Arbitrary<IpsecTunnelEndpoints0> ipsecTunnelEndpoints0() {
        return IpsecTunnelEndpoints0Samples.any();
    }
}
