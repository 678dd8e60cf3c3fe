package io.github.wfp4j.samples;

import io.github.wfp4j.internal.codec.SidAndAttributesCodec;
import io.github.wfp4j.internal.codec.SidIdentifierAuthorityCodec;
import io.github.wfp4j.view.SidAndAttributesView;
import io.github.wfp4j.view.SidIdentifierAuthorityView;
import io.github.wfp4j.win32.SidAndAttributes;
import io.github.wfp4j.win32.SidIdentifierAuthority;
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
    void sidAndAttributesSurvivesMemory(@ForAll("sidAndAttributes") SidAndAttributes value) {
        Samples.survives(value, SidAndAttributesCodec::encode, SidAndAttributesCodec::decode, SidAndAttributesView::new, SidAndAttributesSamples::agree);
    }

    @Provide
    Arbitrary<SidAndAttributes> sidAndAttributes() {
        return SidAndAttributesSamples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void sidIdentifierAuthoritySurvivesMemory(
            @ForAll("sidIdentifierAuthority") SidIdentifierAuthority value) {
        Samples.survives(value, SidIdentifierAuthorityCodec::encode, SidIdentifierAuthorityCodec::decode, SidIdentifierAuthorityView::new, SidIdentifierAuthoritySamples::agree);
    }

    @Provide
    Arbitrary<SidIdentifierAuthority> sidIdentifierAuthority() {
        return SidIdentifierAuthoritySamples.any();
    }
}
