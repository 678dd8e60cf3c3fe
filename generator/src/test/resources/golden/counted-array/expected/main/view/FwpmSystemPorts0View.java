package io.github.wfp4j.view;

import io.github.wfp4j.fwpm.FwpmSystemPorts0;
import io.github.wfp4j.internal.codec.FwpmSystemPorts0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;

/**
 * {@link FwpmSystemPorts0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code FWPM_SYSTEM_PORTS0}, {@code fwpmtypes.h}.
 */
public final class FwpmSystemPorts0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public FwpmSystemPorts0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the ports of each type of service}
     *
     * @throws DecodingException if there are more than the limit, or the pointer to them is bad
     */
    public FwpmSystemPortsByType0View.Array types() {
        int count = page.count(page.uint32(address + FwpmSystemPorts0Codec.NUM_TYPES), "FWPM_SYSTEM_PORTS0.numTypes");
        return new FwpmSystemPortsByType0View.Array(page, page.array(address + FwpmSystemPorts0Codec.TYPES, count, 8, "FWPM_SYSTEM_PORTS0.types"), count);
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public FwpmSystemPorts0 toRecord() {
        return page.kept(FwpmSystemPorts0Codec.read(page.reader(), page.live(), address));
    }
}
