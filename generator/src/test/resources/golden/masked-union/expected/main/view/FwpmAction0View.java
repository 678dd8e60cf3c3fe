package io.github.wfp4j.view;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.internal.codec.FwpmAction0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Guid;

/**
 * {@link FwpmAction0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code FWPM_ACTION0}, {@code fwpmtypes.h}.
 */
public final class FwpmAction0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public FwpmAction0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return what to do; its callout bit says whether the action names a callout}
     */
    public FwpActionType type() {
        return Reader.known(typeRaw(), FwpActionType::find, "FWPM_ACTION0.type", "FWP_ACTION");
    }

    /**
     * {@return the number behind {@link #type()}, whether it is known or not}
     */
    public int typeRaw() {
        return page.int32(address + FwpmAction0Codec.TYPE);
    }

    /**
     * {@return an identifier that its author may use to tell filters apart; the engine ignores it}
     */
    public Guid filterType() {
        Page.requireTag(page.int32(address + FwpmAction0Codec.TYPE) & 0x4000, "FWPM_ACTION0.type", 0);
        return page.guid(address + FwpmAction0Codec.FILTER_TYPE);
    }

    /**
     * {@return the callout to ask}
     */
    public CalloutKey calloutKey() {
        Page.requireTag(page.int32(address + FwpmAction0Codec.TYPE) & 0x4000, "FWPM_ACTION0.type", 16384);
        return new CalloutKey(page.guid(address + FwpmAction0Codec.CALLOUT_KEY));
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public FwpmAction0 toRecord() {
        return page.kept(FwpmAction0Codec.read(page.reader(), page.live(), address));
    }
}
