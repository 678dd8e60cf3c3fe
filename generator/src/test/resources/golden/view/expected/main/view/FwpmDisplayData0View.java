package io.github.wfp4j.view;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.internal.codec.FwpmDisplayData0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;
import org.jspecify.annotations.Nullable;

/**
 * {@link FwpmDisplayData0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code FWPM_DISPLAY_DATA0}, {@code fwpmtypes.h}.
 */
public final class FwpmDisplayData0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public FwpmDisplayData0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the name to show; null only in a session}
     */
    public @Nullable String name() {
        return page.keptOrNull(page.reader().textOrNull(page.live(), address + FwpmDisplayData0Codec.NAME, "FWPM_DISPLAY_DATA0.name"));
    }

    /**
     * {@return the description to show, or null for none}
     */
    public @Nullable String description() {
        return page.keptOrNull(page.reader().textOrNull(page.live(), address + FwpmDisplayData0Codec.DESCRIPTION, "FWPM_DISPLAY_DATA0.description"));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public FwpmDisplayData0 toRecord() {
        return page.kept(FwpmDisplayData0Codec.read(page.reader(), page.live(), address));
    }
}
