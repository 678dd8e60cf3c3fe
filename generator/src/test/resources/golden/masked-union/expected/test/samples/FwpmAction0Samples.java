package io.github.wfp4j.samples;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.view.FwpmAction0View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link FwpmAction0}.
 */
@SuppressWarnings("unchecked")
public final class FwpmAction0Samples {
    private FwpmAction0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<FwpmAction0> any() {
        return Samples.record(parts -> new FwpmAction0((FwpActionType) parts[0], (FwpmAction0.Target) parts[1]), Arbitraries.of(FwpActionType.values()),
                Samples.<FwpmAction0.Target>oneOf(Samples.record(parts -> new FwpmAction0.Target.FilterType((Guid) parts[0]), Samples.guids()),
                Samples.record(parts -> new FwpmAction0.Target.Callout((CalloutKey) parts[0]), Samples.guids().map(CalloutKey::new))));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(FwpmAction0View view, FwpmAction0 value) {
        Samples.same("FWPM_ACTION0.type", view.type(), value.type());
        switch (value.target()) {
            case FwpmAction0.Target.FilterType it -> {
                Samples.same("FWPM_ACTION0.filterType", view.filterType(), it.filterType());
            }
            case FwpmAction0.Target.Callout it -> {
                Samples.same("FWPM_ACTION0.calloutKey", view.calloutKey(), it.calloutKey());
            }
        }
        Samples.same("FWPM_ACTION0", view.toRecord(), value);
    }
}
