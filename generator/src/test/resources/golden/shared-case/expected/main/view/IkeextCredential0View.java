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
        return Reader.known(IkeextAuthenticationImpersonationType.find(impersonationTypeRaw()), impersonationTypeRaw(), "IKEEXT_CREDENTIAL0.impersonationType", "IKEEXT_AUTHENTICATION_IMPERSONATION_TYPE");
    }

    /**
     * {@return the number behind {@link #impersonationType()}, whether it is known or not}
     */
    public int impersonationTypeRaw() {
        return page.live().get(Page.INT, address + IkeextCredential0Codec.IMPERSONATION_TYPE);
    }

    /**
     * {@return the tag, which says what else can be read}
     *
     * @throws DecodingException if it is not known
     */
    public IkeextAuthenticationMethodType authenticationMethodType() {
        return Reader.known(IkeextAuthenticationMethodType.find(authenticationMethodTypeRaw()), authenticationMethodTypeRaw(), "IKEEXT_CREDENTIAL0.authenticationMethodType", "IKEEXT_AUTHENTICATION_METHOD_TYPE");
    }

    /**
     * {@return the number behind {@link #authenticationMethodType()}, whether it is known or not}
     */
    public int authenticationMethodTypeRaw() {
        return page.live().get(Page.INT, address + IkeextCredential0Codec.AUTHENTICATION_METHOD_TYPE);
    }

    /**
     * {@return the preshared key, or null if it is not shown}
     */
    public @Nullable IkeextPresharedKeyAuthentication0View presharedKey() {
        int tag = page.live().get(Page.INT, address + IkeextCredential0Codec.AUTHENTICATION_METHOD_TYPE);
        if (tag != 0) {
            throw Page.otherCase(tag, "IKEEXT_CREDENTIAL0.authenticationMethodType");
        }
        return page.live().get(Page.LONG, address + IkeextCredential0Codec.PRESHARED_KEY) == 0 ? null : new IkeextPresharedKeyAuthentication0View(page, page.pointee(address + IkeextCredential0Codec.PRESHARED_KEY, 8, "IKEEXT_CREDENTIAL0.presharedKey"));
    }

    /**
     * {@return the certificate, or null if it is not known}
     */
    public @Nullable IkeextCertificateCredential0View certificate() {
        int tag = page.live().get(Page.INT, address + IkeextCredential0Codec.AUTHENTICATION_METHOD_TYPE);
        if (tag != 1 && tag != 4 && tag != 6 && tag != 7 && tag != 8 && tag != 9 && tag != 10) {
            throw Page.otherCase(tag, "IKEEXT_CREDENTIAL0.authenticationMethodType");
        }
        return page.live().get(Page.LONG, address + IkeextCredential0Codec.CERTIFICATE) == 0 ? null : new IkeextCertificateCredential0View(page, page.pointee(address + IkeextCredential0Codec.CERTIFICATE, 8, "IKEEXT_CREDENTIAL0.certificate"));
    }

    /**
     * {@return the name of the principal, or null if it is not known}
     */
    public @Nullable IkeextNameCredential0View name() {
        int tag = page.live().get(Page.INT, address + IkeextCredential0Codec.AUTHENTICATION_METHOD_TYPE);
        if (tag != 2 && tag != 5 && tag != 11) {
            throw Page.otherCase(tag, "IKEEXT_CREDENTIAL0.authenticationMethodType");
        }
        return page.live().get(Page.LONG, address + IkeextCredential0Codec.NAME) == 0 ? null : new IkeextNameCredential0View(page, page.pointee(address + IkeextCredential0Codec.NAME, 8, "IKEEXT_CREDENTIAL0.name"));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public IkeextCredential0 toRecord() {
        return IkeextCredential0Codec.read(page.reader(), page.live(), address);
    }
}
