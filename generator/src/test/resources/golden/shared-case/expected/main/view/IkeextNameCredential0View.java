package io.github.wfp4j.view;

import io.github.wfp4j.ikeext.IkeextNameCredential0;
import io.github.wfp4j.internal.codec.IkeextNameCredential0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;

/**
 * {@link IkeextNameCredential0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code IKEEXT_NAME_CREDENTIAL0}, {@code iketypes.h}.
 */
public final class IkeextNameCredential0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public IkeextNameCredential0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the name of the principal}
     */
    public String principalName() {
        return page.kept(page.reader().text(page.live(), address + IkeextNameCredential0Codec.PRINCIPAL_NAME, "IKEEXT_NAME_CREDENTIAL0.principalName"));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public IkeextNameCredential0 toRecord() {
        return page.kept(IkeextNameCredential0Codec.read(page.reader(), page.live(), address));
    }
}
