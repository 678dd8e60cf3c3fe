package io.github.wfp4j.samples;

import io.github.wfp4j.fwpm.FwpmSystemPorts0;
import io.github.wfp4j.fwpm.FwpmSystemPortsByType0;
import io.github.wfp4j.internal.codec.FwpmSystemPorts0Codec;
import io.github.wfp4j.internal.codec.FwpmSystemPortsByType0Codec;
import io.github.wfp4j.view.FwpmSystemPorts0View;
import io.github.wfp4j.view.FwpmSystemPortsByType0View;
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
    void fwpmSystemPorts0SurvivesMemory(@ForAll("fwpmSystemPorts0") FwpmSystemPorts0 value) {
        Samples.survives(value, FwpmSystemPorts0Codec::encode, FwpmSystemPorts0Codec::decode, FwpmSystemPorts0View::new, FwpmSystemPorts0Samples::agree);
    }

    @Provide
    Arbitrary<FwpmSystemPorts0> fwpmSystemPorts0() {
        return FwpmSystemPorts0Samples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void fwpmSystemPortsByType0SurvivesMemory(
            @ForAll("fwpmSystemPortsByType0") FwpmSystemPortsByType0 value) {
        Samples.survives(value, FwpmSystemPortsByType0Codec::encode, FwpmSystemPortsByType0Codec::decode, FwpmSystemPortsByType0View::new, FwpmSystemPortsByType0Samples::agree);
    }

    @Provide
    Arbitrary<FwpmSystemPortsByType0> fwpmSystemPortsByType0() {
        return FwpmSystemPortsByType0Samples.any();
    }
}
