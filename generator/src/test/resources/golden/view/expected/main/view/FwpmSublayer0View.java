package io.github.wfp4j.view;

import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.internal.codec.FwpmSublayer0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import org.jspecify.annotations.Nullable;

/**
 * {@link FwpmSublayer0} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code FWPM_SUBLAYER0}, {@code fwpmtypes.h}.
 */
public final class FwpmSublayer0View {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public FwpmSublayer0View(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return identifies the sublayer; the engine replaces a zero key by a new one}
     */
    public SublayerKey subLayerKey() {
        return new SublayerKey(page.guid(address + FwpmSublayer0Codec.SUB_LAYER_KEY));
    }

    /**
     * {@return the name and description that tools show; the name must not be null}
     */
    public FwpmDisplayData0View displayData() {
        return new FwpmDisplayData0View(page, page.nested(address + FwpmSublayer0Codec.DISPLAY_DATA));
    }

    /**
     * {@return whether it outlives the session that added it}
     */
    public FwpmSublayerFlags flags() {
        return new FwpmSublayerFlags(page.int32(address + FwpmSublayer0Codec.FLAGS));
    }

    /**
     * {@return the owning provider, or null for none}
     */
    public @Nullable ProviderKey providerKey() {
        return page.int64(address + FwpmSublayer0Codec.PROVIDER_KEY) == 0 ? null : new ProviderKey(page.guid(page.pointee(address + FwpmSublayer0Codec.PROVIDER_KEY, 4, "FWPM_SUBLAYER0.providerKey")));
    }

    /**
     * {@return data that the provider keeps with the object; the engine does not look at it}
     */
    public FwpByteBlobView providerData() {
        return new FwpByteBlobView(page, page.nested(address + FwpmSublayer0Codec.PROVIDER_DATA));
    }

    /**
     * {@return the rank among sublayers, 0 to 65535; the highest is evaluated first. If it is taken, the engine assigns the nearest free one}
     */
    public int weight() {
        return page.uint16(address + FwpmSublayer0Codec.WEIGHT);
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public FwpmSublayer0 toRecord() {
        return page.kept(FwpmSublayer0Codec.read(page.reader(), page.live(), address));
    }
}
