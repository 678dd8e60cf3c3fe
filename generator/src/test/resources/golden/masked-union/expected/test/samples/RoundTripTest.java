package io.github.wfp4j.samples;

import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.internal.codec.FwpmAction0Codec;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.view.FwpmAction0View;
import io.github.wfp4j.view.FwpmFilter0View;
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
    void fwpmAction0SurvivesMemory(@ForAll("fwpmAction0") FwpmAction0 value) {
        Samples.survives(value, FwpmAction0Codec::encode, FwpmAction0Codec::decode, FwpmAction0View::new, FwpmAction0Samples::agree);
    }

    @Provide
    Arbitrary<FwpmAction0> fwpmAction0() {
        return FwpmAction0Samples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void fwpmFilter0SurvivesMemory(@ForAll("fwpmFilter0") FwpmFilter0 value) {
        Samples.survives(value, FwpmFilter0Codec::encode, FwpmFilter0Codec::decode, FwpmFilter0View::new, FwpmFilter0Samples::agree);
    }

    @Provide
    Arbitrary<FwpmFilter0> fwpmFilter0() {
        return FwpmFilter0Samples.any();
    }
}
