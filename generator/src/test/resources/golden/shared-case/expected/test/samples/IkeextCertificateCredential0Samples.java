package io.github.wfp4j.samples;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.ikeext.IkeextCertCredentialFlags;
import io.github.wfp4j.ikeext.IkeextCertificateCredential0;
import io.github.wfp4j.view.IkeextCertificateCredential0View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link IkeextCertificateCredential0}.
 */
@SuppressWarnings("unchecked")
public final class IkeextCertificateCredential0Samples {
    private IkeextCertificateCredential0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<IkeextCertificateCredential0> any() {
        return Samples.record(parts -> new IkeextCertificateCredential0((FwpByteBlob) parts[0], (FwpByteBlob) parts[1], (IkeextCertCredentialFlags) parts[2]), FwpByteBlobSamples.any(),
                FwpByteBlobSamples.any(),
                Arbitraries.integers().map(IkeextCertCredentialFlags::new));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(IkeextCertificateCredential0View view,
            IkeextCertificateCredential0 value) {
        FwpByteBlobSamples.agree(view.subjectName(), value.subjectName());
        FwpByteBlobSamples.agree(view.certHash(), value.certHash());
        Samples.same("IKEEXT_CERTIFICATE_CREDENTIAL0.flags", view.flags(), value.flags());
        Samples.same("IKEEXT_CERTIFICATE_CREDENTIAL0", view.toRecord(), value);
    }
}
