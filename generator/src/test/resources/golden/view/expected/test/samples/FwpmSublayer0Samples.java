package io.github.wfp4j.samples;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmSublayer0View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link FwpmSublayer0}.
 */
@SuppressWarnings("unchecked")
public final class FwpmSublayer0Samples {
    private FwpmSublayer0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<FwpmSublayer0> any() {
        return Samples.record(parts -> new FwpmSublayer0((SublayerKey) parts[0], (FwpmDisplayData0) parts[1], (FwpmSublayerFlags) parts[2], (ProviderKey) parts[3], (FwpByteBlob) parts[4], (Integer) parts[5]), Samples.guids().map(SublayerKey::new),
                FwpmDisplayData0Samples.any(),
                Arbitraries.integers().map(FwpmSublayerFlags::new),
                Samples.guids().map(ProviderKey::new).injectNull(0.3),
                FwpByteBlobSamples.any(),
                Arbitraries.integers().between(0, 65535));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(FwpmSublayer0View view, FwpmSublayer0 value) {
        Samples.same("FWPM_SUBLAYER0.subLayerKey", view.subLayerKey(), value.subLayerKey());
        FwpmDisplayData0Samples.agree(view.displayData(), value.displayData());
        Samples.same("FWPM_SUBLAYER0.flags", view.flags(), value.flags());
        Samples.same("FWPM_SUBLAYER0.providerKey", view.providerKey(), value.providerKey());
        FwpByteBlobSamples.agree(view.providerData(), value.providerData());
        Samples.same("FWPM_SUBLAYER0.weight", view.weight(), value.weight());
        Samples.same("FWPM_SUBLAYER0", view.toRecord(), value);
    }
}
