package io.github.wfp4j.samples;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.ikeext.IkeextCertificateCredential0;
import io.github.wfp4j.ikeext.IkeextCredential0;
import io.github.wfp4j.ikeext.IkeextNameCredential0;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication0;
import io.github.wfp4j.internal.codec.FwpByteBlobCodec;
import io.github.wfp4j.internal.codec.IkeextCertificateCredential0Codec;
import io.github.wfp4j.internal.codec.IkeextCredential0Codec;
import io.github.wfp4j.internal.codec.IkeextNameCredential0Codec;
import io.github.wfp4j.internal.codec.IkeextPresharedKeyAuthentication0Codec;
import io.github.wfp4j.view.FwpByteBlobView;
import io.github.wfp4j.view.IkeextCertificateCredential0View;
import io.github.wfp4j.view.IkeextCredential0View;
import io.github.wfp4j.view.IkeextNameCredential0View;
import io.github.wfp4j.view.IkeextPresharedKeyAuthentication0View;
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
    void fwpByteBlobSurvivesMemory(@ForAll("fwpByteBlob") FwpByteBlob value) {
        Samples.survives(value, FwpByteBlobCodec::encode, FwpByteBlobCodec::decode, FwpByteBlobView::new, FwpByteBlobSamples::agree);
    }

    @Provide
    Arbitrary<FwpByteBlob> fwpByteBlob() {
        return FwpByteBlobSamples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void ikeextCertificateCredential0SurvivesMemory(
            @ForAll("ikeextCertificateCredential0") IkeextCertificateCredential0 value) {
        Samples.survives(value, IkeextCertificateCredential0Codec::encode, IkeextCertificateCredential0Codec::decode, IkeextCertificateCredential0View::new, IkeextCertificateCredential0Samples::agree);
    }

    @Provide
    Arbitrary<IkeextCertificateCredential0> ikeextCertificateCredential0() {
        return IkeextCertificateCredential0Samples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void ikeextCredential0SurvivesMemory(@ForAll("ikeextCredential0") IkeextCredential0 value) {
        Samples.survives(value, IkeextCredential0Codec::encode, IkeextCredential0Codec::decode, IkeextCredential0View::new, IkeextCredential0Samples::agree);
    }

    @Provide
    Arbitrary<IkeextCredential0> ikeextCredential0() {
        return IkeextCredential0Samples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void ikeextNameCredential0SurvivesMemory(
            @ForAll("ikeextNameCredential0") IkeextNameCredential0 value) {
        Samples.survives(value, IkeextNameCredential0Codec::encode, IkeextNameCredential0Codec::decode, IkeextNameCredential0View::new, IkeextNameCredential0Samples::agree);
    }

    @Provide
    Arbitrary<IkeextNameCredential0> ikeextNameCredential0() {
        return IkeextNameCredential0Samples.any();
    }

    @Property(
            tries = Samples.TRIES
    )
    void ikeextPresharedKeyAuthentication0SurvivesMemory(
            @ForAll("ikeextPresharedKeyAuthentication0") IkeextPresharedKeyAuthentication0 value) {
        Samples.survives(value, IkeextPresharedKeyAuthentication0Codec::encode, IkeextPresharedKeyAuthentication0Codec::decode, IkeextPresharedKeyAuthentication0View::new, IkeextPresharedKeyAuthentication0Samples::agree);
    }

    @Provide
    Arbitrary<IkeextPresharedKeyAuthentication0> ikeextPresharedKeyAuthentication0() {
        return IkeextPresharedKeyAuthentication0Samples.any();
    }
}
