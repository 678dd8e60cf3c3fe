package io.github.wfp4j.view;

import io.github.wfp4j.internal.codec.SidIdentifierAuthorityCodec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.win32.SidIdentifierAuthority;

/**
 * {@link SidIdentifierAuthority} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code SID_IDENTIFIER_AUTHORITY}, {@code winnt.h}.
 */
public final class SidIdentifierAuthorityView {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public SidIdentifierAuthorityView(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the authority, 6 bytes with the highest first}
     */
    public Bytes value() {
        return page.kept(Reader.bytes(page.live(), address + SidIdentifierAuthorityCodec.VALUE, 6));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public SidIdentifierAuthority toRecord() {
        return page.kept(SidIdentifierAuthorityCodec.read(page.reader(), page.live(), address));
    }
}
