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
     * {@return how many elements {@link #types(int)} has}
     *
     * @throws DecodingException if there are more than the limit
     */
    public int typesCount() {
        return page.reader().count(page.uint32(address + FwpmSystemPorts0Codec.NUM_TYPES), "FWPM_SYSTEM_PORTS0.numTypes");
    }

    /**
     * {@return one of the ports of each type of service}
     *
     * @param index which one, from 0
     * @throws IndexOutOfBoundsException if there is no such element
     */
    public FwpmSystemPortsByType0View types(int index) {
        return new FwpmSystemPortsByType0View(page, page.element(address + FwpmSystemPorts0Codec.TYPES, index, typesCount(), 16, 8, "FWPM_SYSTEM_PORTS0.types"));
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
