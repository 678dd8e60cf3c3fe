package io.github.wfp4j.view;

import io.github.wfp4j.internal.codec.SidIdentifierAuthorityCodec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.win32.SidIdentifierAuthority;
import java.lang.foreign.MemorySegment;

/**
 * {@link SidIdentifierAuthority} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code SID_IDENTIFIER_AUTHORITY}, {@code winnt.h}.
 */
public final class SidIdentifierAuthorityView {
    private final Page page;

    private final MemorySegment segment;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param segment exactly the struct, from that page
     */
    @SuppressWarnings("exports")
    public SidIdentifierAuthorityView(Page page, MemorySegment segment) {
        this.page = page;
        this.segment = segment;
    }

    /**
     * {@return the authority, 6 bytes with the highest first}
     */
    public Bytes value() {
        return Reader.bytes(segment, SidIdentifierAuthorityCodec.VALUE, 6);
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public SidIdentifierAuthority toRecord() {
        return SidIdentifierAuthorityCodec.read(page.reader(), segment, 0);
    }
}
