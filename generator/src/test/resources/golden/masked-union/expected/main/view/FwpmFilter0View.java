package io.github.wfp4j.view;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import org.jspecify.annotations.Nullable;

/**
 * {@link FwpmFilter0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code FWPM_FILTER0}, {@code fwpmtypes.h}.
 */
public final class FwpmFilter0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public FwpmFilter0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return identifies the filter; the engine replaces a zero key by a new one}
     */
    public FilterKey filterKey() {
        return new FilterKey(page.guid(address + FwpmFilter0Codec.FILTER_KEY));
    }

    /**
     * {@return how long the filter lives, whether it refers to a provider context, and how its action is treated}
     */
    public FwpmFilterFlags flags() {
        return new FwpmFilterFlags(page.int32(address + FwpmFilter0Codec.FLAGS));
    }

    /**
     * {@return the owning provider, or null for none}
     */
    public @Nullable ProviderKey providerKey() {
        return page.int64(address + FwpmFilter0Codec.PROVIDER_KEY) == 0 ? null : new ProviderKey(page.guid(page.pointee(address + FwpmFilter0Codec.PROVIDER_KEY, 4, "FWPM_FILTER0.providerKey")));
    }

    /**
     * {@return what to do when the conditions match}
     */
    public FwpmAction0View action() {
        return new FwpmAction0View(page, page.nested(address + FwpmFilter0Codec.ACTION));
    }

    /**
     * {@return a number that is handed to the callout as it is}
     */
    public long rawContext() {
        Page.requireTag(page.int32(address + FwpmFilter0Codec.FLAGS) & 0x4, "FWPM_FILTER0.flags", 0);
        return page.int64(address + FwpmFilter0Codec.RAW_CONTEXT);
    }

    /**
     * {@return the provider context that the filter refers to}
     */
    public ProviderContextKey providerContextKey() {
        Page.requireTag(page.int32(address + FwpmFilter0Codec.FLAGS) & 0x4, "FWPM_FILTER0.flags", 4);
        return new ProviderContextKey(page.guid(address + FwpmFilter0Codec.PROVIDER_CONTEXT_KEY));
    }

    /**
     * {@return the run-time identifier; set by the engine, ignored when adding}
     */
    public long filterId() {
        return page.int64(address + FwpmFilter0Codec.FILTER_ID);
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public FwpmFilter0 toRecord() {
        return page.kept(FwpmFilter0Codec.read(page.reader(), page.live(), address));
    }
}
