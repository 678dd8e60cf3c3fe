package io.github.wfp4j.view;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.internal.codec.FwpByteBlobCodec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;
import java.lang.foreign.MemorySegment;

/**
 * {@link FwpByteBlob} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code FWP_BYTE_BLOB}, {@code fwptypes.h}.
 */
public final class FwpByteBlobView {
    private final Page page;

    private final MemorySegment segment;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param segment exactly the struct, from that page
     */
    @SuppressWarnings("exports")
    public FwpByteBlobView(Page page, MemorySegment segment) {
        this.page = page;
        this.segment = segment;
    }

    /**
     * {@return the bytes}
     */
    public Bytes data() {
        return page.reader().countedBytes(segment, FwpByteBlobCodec.DATA, page.reader().count(Integer.toUnsignedLong(segment.get(Page.INT, FwpByteBlobCodec.SIZE)), "FWP_BYTE_BLOB.size"), "FWP_BYTE_BLOB.data");
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public FwpByteBlob toRecord() {
        return FwpByteBlobCodec.read(page.reader(), segment, 0);
    }
}
