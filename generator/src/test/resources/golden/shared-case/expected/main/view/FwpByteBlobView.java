package io.github.wfp4j.view;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.internal.codec.FwpByteBlobCodec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;

/**
 * {@link FwpByteBlob} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code FWP_BYTE_BLOB}, {@code fwptypes.h}.
 */
public final class FwpByteBlobView {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public FwpByteBlobView(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the bytes}
     */
    public Bytes data() {
        return page.kept(page.reader().countedBytes(page.live(), address + FwpByteBlobCodec.DATA, page.count(page.uint32(address + FwpByteBlobCodec.SIZE), "FWP_BYTE_BLOB.size"), "FWP_BYTE_BLOB.data"));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public FwpByteBlob toRecord() {
        return page.kept(FwpByteBlobCodec.read(page.reader(), page.live(), address));
    }
}
