package io.github.wfp4j.view;

import io.github.wfp4j.ikeext.IkeextCertCredentialFlags;
import io.github.wfp4j.ikeext.IkeextCertificateCredential0;
import io.github.wfp4j.internal.codec.IkeextCertificateCredential0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;

/**
 * {@link IkeextCertificateCredential0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code IKEEXT_CERTIFICATE_CREDENTIAL0}, {@code iketypes.h}.
 */
public final class IkeextCertificateCredential0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public IkeextCertificateCredential0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the encoded subject name of the certificate}
     */
    public FwpByteBlobView subjectName() {
        return new FwpByteBlobView(page, page.nested(address + IkeextCertificateCredential0Codec.SUBJECT_NAME));
    }

    /**
     * {@return the hash of the certificate}
     */
    public FwpByteBlobView certHash() {
        return new FwpByteBlobView(page, page.nested(address + IkeextCertificateCredential0Codec.CERT_HASH));
    }

    /**
     * {@return what kind of certificate it is}
     */
    public IkeextCertCredentialFlags flags() {
        return new IkeextCertCredentialFlags(page.int32(address + IkeextCertificateCredential0Codec.FLAGS));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public IkeextCertificateCredential0 toRecord() {
        return page.kept(IkeextCertificateCredential0Codec.read(page.reader(), page.live(), address));
    }
}
