package io.github.wfp4j.view;

import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication0;
import io.github.wfp4j.internal.codec.IkeextPresharedKeyAuthentication0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;

/**
 * {@link IkeextPresharedKeyAuthentication0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code IKEEXT_PRESHARED_KEY_AUTHENTICATION0}, {@code iketypes.h}.
 */
public final class IkeextPresharedKeyAuthentication0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public IkeextPresharedKeyAuthentication0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the secret}
     */
    public FwpByteBlobView presharedKey() {
        return new FwpByteBlobView(page, page.nested(address + IkeextPresharedKeyAuthentication0Codec.PRESHARED_KEY));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public IkeextPresharedKeyAuthentication0 toRecord() {
        return page.kept(IkeextPresharedKeyAuthentication0Codec.read(page.reader(), page.live(), address));
    }
}
