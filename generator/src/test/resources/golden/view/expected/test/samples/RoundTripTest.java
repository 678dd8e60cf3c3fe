package io.github.wfp4j.samples;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.codec.FwpByteBlobCodec;
import io.github.wfp4j.internal.codec.FwpmDisplayData0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayer0Codec;
import io.github.wfp4j.view.FwpByteBlobView;
import io.github.wfp4j.view.FwpmDisplayData0View;
import io.github.wfp4j.view.FwpmSublayer0View;
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
    void fwpmDisplayData0SurvivesMemory(@ForAll("fwpmDisplayData0") FwpmDisplayData0 value) {
        Samples.survives(value, FwpmDisplayData0Codec::encode, FwpmDisplayData0Codec::decode, FwpmDisplayData0View::new, FwpmDisplayData0Samples::agree);
    }

    @Provide
    Arbitrary<FwpmDisplayData0> fwpmDisplayData0() {
        return FwpmDisplayData0Samples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void fwpmSublayer0SurvivesMemory(@ForAll("fwpmSublayer0") FwpmSublayer0 value) {
        Samples.survives(value, FwpmSublayer0Codec::encode, FwpmSublayer0Codec::decode, FwpmSublayer0View::new, FwpmSublayer0Samples::agree);
    }

    @Provide
    Arbitrary<FwpmSublayer0> fwpmSublayer0() {
        return FwpmSublayer0Samples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void fwpByteBlobSurvivesMemory(@ForAll("fwpByteBlob") FwpByteBlob value) {
        Samples.survives(value, FwpByteBlobCodec::encode, FwpByteBlobCodec::decode, FwpByteBlobView::new, FwpByteBlobSamples::agree);
    }

    @Provide
    Arbitrary<FwpByteBlob> fwpByteBlob() {
        return FwpByteBlobSamples.any();
    }
}
