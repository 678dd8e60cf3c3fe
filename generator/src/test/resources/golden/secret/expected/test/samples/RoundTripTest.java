package io.github.wfp4j.samples;

import io.github.wfp4j.internal.codec.SecWinntAuthIdentityWCodec;
import io.github.wfp4j.view.SecWinntAuthIdentityWView;
import io.github.wfp4j.win32.SecWinntAuthIdentityW;
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
    void secWinntAuthIdentityWSurvivesMemory(
            @ForAll("secWinntAuthIdentityW") SecWinntAuthIdentityW value) {
        Samples.survives(value, SecWinntAuthIdentityWCodec::encode, SecWinntAuthIdentityWCodec::decode, SecWinntAuthIdentityWView::new, SecWinntAuthIdentityWSamples::agree);
    }

    @Provide
    Arbitrary<SecWinntAuthIdentityW> secWinntAuthIdentityW() {
        return SecWinntAuthIdentityWSamples.any();
    }
}
