package io.github.wfp4j.ikeext;

import io.github.wfp4j.fwp.FwpByteBlob;
import java.util.Objects;

/**
 * The certificate with which a peer authenticated: its subject and hash.
 *
 * <p>C: {@code IKEEXT_CERTIFICATE_CREDENTIAL0}, {@code iketypes.h}.
 *
 * @param subjectName the encoded subject name of the certificate
 * @param certHash the hash of the certificate
 * @param flags what kind of certificate it is
 */
public record IkeextCertificateCredential0(FwpByteBlob subjectName, FwpByteBlob certHash,
        IkeextCertCredentialFlags flags) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public IkeextCertificateCredential0 {
        Objects.requireNonNull(subjectName, "subjectName");
        Objects.requireNonNull(certHash, "certHash");
        Objects.requireNonNull(flags, "flags");
    }

    /**
     * {@return a copy with another {@code subjectName}}
     *
     * @param subjectName the encoded subject name of the certificate
     */
    public IkeextCertificateCredential0 withSubjectName(FwpByteBlob subjectName) {
        return new IkeextCertificateCredential0(subjectName, certHash, flags);
    }

    /**
     * {@return a copy with another {@code certHash}}
     *
     * @param certHash the hash of the certificate
     */
    public IkeextCertificateCredential0 withCertHash(FwpByteBlob certHash) {
        return new IkeextCertificateCredential0(subjectName, certHash, flags);
    }

    /**
     * {@return a copy with another {@code flags}}
     *
     * @param flags what kind of certificate it is
     */
    public IkeextCertificateCredential0 withFlags(IkeextCertCredentialFlags flags) {
        return new IkeextCertificateCredential0(subjectName, certHash, flags);
    }
}
