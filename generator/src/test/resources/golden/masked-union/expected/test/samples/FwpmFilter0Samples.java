package io.github.wfp4j.samples;

import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.view.FwpmFilter0View;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link FwpmFilter0}.
 */
@SuppressWarnings("unchecked")
public final class FwpmFilter0Samples {
    private FwpmFilter0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<FwpmFilter0> any() {
        return Samples.record(parts -> new FwpmFilter0((FilterKey) parts[0], (FwpmFilterFlags) parts[1], (ProviderKey) parts[2], (FwpmAction0) parts[3], (FwpmFilter0.Context) parts[4], (Long) parts[5]), Samples.guids().map(FilterKey::new),
                Arbitraries.integers().map(FwpmFilterFlags::new),
                Samples.guids().map(ProviderKey::new).injectNull(0.3),
                FwpmAction0Samples.any(),
                Samples.<FwpmFilter0.Context>oneOf(Samples.record(parts -> new FwpmFilter0.Context.RawContext((Long) parts[0]), Arbitraries.longs()),
                Samples.record(parts -> new FwpmFilter0.Context.ProviderContext((ProviderContextKey) parts[0]), Samples.guids().map(ProviderContextKey::new))),
                Arbitraries.longs());
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(FwpmFilter0View view, FwpmFilter0 value) {
        Samples.same("FWPM_FILTER0.filterKey", view.filterKey(), value.filterKey());
        Samples.same("FWPM_FILTER0.flags", view.flags(), value.flags());
        Samples.same("FWPM_FILTER0.providerKey", view.providerKey(), value.providerKey());
        FwpmAction0Samples.agree(view.action(), value.action());
        switch (value.context()) {
            case FwpmFilter0.Context.RawContext it -> {
                Samples.same("FWPM_FILTER0.rawContext", view.rawContext(), it.rawContext());
            }
            case FwpmFilter0.Context.ProviderContext it -> {
                Samples.same("FWPM_FILTER0.providerContextKey", view.providerContextKey(), it.providerContextKey());
            }
        }
        Samples.same("FWPM_FILTER0.filterId", view.filterId(), value.filterId());
        Samples.same("FWPM_FILTER0", view.toRecord(), value);
    }
}
