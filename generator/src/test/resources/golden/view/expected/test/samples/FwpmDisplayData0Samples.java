package io.github.wfp4j.samples;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.view.FwpmDisplayData0View;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link FwpmDisplayData0}.
 */
@SuppressWarnings("unchecked")
public final class FwpmDisplayData0Samples {
    private FwpmDisplayData0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<FwpmDisplayData0> any() {
        return Samples.record(parts -> new FwpmDisplayData0((String) parts[0], (String) parts[1]), Samples.texts().injectNull(0.3),
                Samples.texts().injectNull(0.3));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(FwpmDisplayData0View view, FwpmDisplayData0 value) {
        Samples.same("FWPM_DISPLAY_DATA0.name", view.name(), value.name());
        Samples.same("FWPM_DISPLAY_DATA0.description", view.description(), value.description());
        Samples.same("FWPM_DISPLAY_DATA0", view.toRecord(), value);
    }
}
