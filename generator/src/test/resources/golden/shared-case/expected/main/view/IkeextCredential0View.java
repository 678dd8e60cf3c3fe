package io.github.wfp4j.view;

import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextCredential0;
import io.github.wfp4j.internal.codec.IkeextCredential0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.DecodingException;
import org.jspecify.annotations.Nullable;

/**
 * {@link IkeextCredential0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code IKEEXT_CREDENTIAL0}, {@code iketypes.h}.
 */
public final class IkeextCredential0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public IkeextCredential0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return in whose name the authentication was done}
     */
    public IkeextAuthenticationImpersonationType impersonationType() {
        return Reader.known(impersonationTypeRaw(), IkeextAuthenticationImpersonationType::find, "IKEEXT_CREDENTIAL0.impersonationType", "IKEEXT_AUTHENTICATION_IMPERSONATION_TYPE");
    }

    /**
     * {@return the number behind {@link #impersonationType()}, whether it is known or not}
     */
    public int impersonationTypeRaw() {
        return page.int32(address + IkeextCredential0Codec.IMPERSONATION_TYPE);
    }

    /**
     * {@return the tag, which says what else can be read}
     *
     * @throws DecodingException if it is not known
     */
    public IkeextAuthenticationMethodType authenticationMethodType() {
        return Reader.known(authenticationMethodTypeRaw(), IkeextAuthenticationMethodType::find, "IKEEXT_CREDENTIAL0.authenticationMethodType", "IKEEXT_AUTHENTICATION_METHOD_TYPE");
    }

    /**
     * {@return the number behind {@link #authenticationMethodType()}, whether it is known or not}
     */
    public int authenticationMethodTypeRaw() {
        return page.int32(address + IkeextCredential0Codec.AUTHENTICATION_METHOD_TYPE);
    }

    /**
     * {@return the preshared key, or null if it is not shown}
     */
    public @Nullable IkeextPresharedKeyAuthentication0View presharedKey() {
        Page.requireTag(page.int32(address + IkeextCredential0Codec.AUTHENTICATION_METHOD_TYPE), "IKEEXT_CREDENTIAL0.authenticationMethodType", 0);
        return page.int64(address + IkeextCredential0Codec.PRESHARED_KEY) == 0 ? null : new IkeextPresharedKeyAuthentication0View(page, page.pointee(address + IkeextCredential0Codec.PRESHARED_KEY, 8, "IKEEXT_CREDENTIAL0.presharedKey"));
    }

    /**
     * {@return the certificate, or null if it is not known}
     */
    public @Nullable IkeextCertificateCredential0View certificate() {
        Page.requireTag(page.int32(address + IkeextCredential0Codec.AUTHENTICATION_METHOD_TYPE), "IKEEXT_CREDENTIAL0.authenticationMethodType", 1, 4, 6, 7, 8, 9, 10);
        return page.int64(address + IkeextCredential0Codec.CERTIFICATE) == 0 ? null : new IkeextCertificateCredential0View(page, page.pointee(address + IkeextCredential0Codec.CERTIFICATE, 8, "IKEEXT_CREDENTIAL0.certificate"));
    }

    /**
     * {@return the name of the principal, or null if it is not known}
     */
    public @Nullable IkeextNameCredential0View name() {
        Page.requireTag(page.int32(address + IkeextCredential0Codec.AUTHENTICATION_METHOD_TYPE), "IKEEXT_CREDENTIAL0.authenticationMethodType", 2, 5, 11);
        return page.int64(address + IkeextCredential0Codec.NAME) == 0 ? null : new IkeextNameCredential0View(page, page.pointee(address + IkeextCredential0Codec.NAME, 8, "IKEEXT_CREDENTIAL0.name"));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public IkeextCredential0 toRecord() {
        return page.kept(IkeextCredential0Codec.read(page.reader(), page.live(), address));
    }
}
