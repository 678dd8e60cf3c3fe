package io.github.wfp4j.samples;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.view.FwpByteBlobView;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link FwpByteBlob}.
 */
@SuppressWarnings("unchecked")
public final class FwpByteBlobSamples {
    private FwpByteBlobSamples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<FwpByteBlob> any() {
        return Samples.record(parts -> new FwpByteBlob((Bytes) parts[0]), Samples.bytes(0, 40));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(FwpByteBlobView view, FwpByteBlob value) {
        Samples.same("FWP_BYTE_BLOB.data", view.data(), value.data());
        Samples.same("FWP_BYTE_BLOB", view.toRecord(), value);
    }
}
