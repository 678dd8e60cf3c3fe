package io.github.wfp4j.samples;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication0;
import io.github.wfp4j.view.IkeextPresharedKeyAuthentication0View;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link IkeextPresharedKeyAuthentication0}.
 */
@SuppressWarnings("unchecked")
public final class IkeextPresharedKeyAuthentication0Samples {
    private IkeextPresharedKeyAuthentication0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<IkeextPresharedKeyAuthentication0> any() {
        return Samples.record(parts -> new IkeextPresharedKeyAuthentication0((FwpByteBlob) parts[0]), FwpByteBlobSamples.any());
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(IkeextPresharedKeyAuthentication0View view,
            IkeextPresharedKeyAuthentication0 value) {
        FwpByteBlobSamples.agree(view.presharedKey(), value.presharedKey());
        Samples.same("IKEEXT_PRESHARED_KEY_AUTHENTICATION0", view.toRecord(), value);
    }
}
