package io.github.wfp4j.view;

import io.github.wfp4j.internal.codec.SidAndAttributesCodec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.SeGroupFlags;
import io.github.wfp4j.win32.SidAndAttributes;

/**
 * {@link SidAndAttributes} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code SID_AND_ATTRIBUTES}, {@code winnt.h}.
 */
public final class SidAndAttributesView {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public SidAndAttributesView(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the security identifier}
     */
    public Sid sid() {
        return page.kept(page.reader().sid(page.live(), address + SidAndAttributesCodec.SID, "SID_AND_ATTRIBUTES.Sid"));
    }

    /**
     * {@return its attributes, as a set of flags}
     */
    public SeGroupFlags attributes() {
        return new SeGroupFlags(page.int32(address + SidAndAttributesCodec.ATTRIBUTES));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public SidAndAttributes toRecord() {
        return page.kept(SidAndAttributesCodec.read(page.reader(), page.live(), address));
    }
}
