package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.types.CalloutKey;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * A filter, ready to be asked.
 *
 * @param filter the filter
 * @param weight its effective weight, unsigned
 * @param tests its conditions; all have to hold
 */
record CompiledFilter(FwpmFilter0 filter, long weight, List<FieldTest> tests) {
    /** The order of evaluation: by weight, the highest first, then by id (6.1, U6). */
    static final Comparator<CompiledFilter> ORDER =
            Comparator.<CompiledFilter, Long>comparing(
                            CompiledFilter::weight, (a, b) -> Long.compareUnsigned(b, a))
                    .thenComparing(it -> it.filter.filterId(), Long::compareUnsigned);

    CompiledFilter(FwpmFilter0 filter) {
        this(filter, weightOf(filter), FieldTest.of(filter.filterCondition()));
    }

    /** {@return the effective weight of a filter, unsigned; 0 if it has none} */
    static long weightOf(FwpmFilter0 filter) {
        return filter.effectiveWeight() instanceof FwpValue0.Uint64(long weight) ? weight : 0;
    }

    /** {@return whether it classifies at all while the engine runs} */
    static boolean isInForce(FwpmFilter0 filter) {
        return !filter.flags().contains(FwpmFilterFlags.DISABLED)
                && !filter.flags().contains(FwpmFilterFlags.BOOTTIME);
    }

    boolean matches(FieldValues values) {
        for (int i = 0; i < tests.size(); i++) {
            if (!tests.get(i).matches(values)) {
                return false;
            }
        }
        return true;
    }

    FwpActionType action() {
        return filter.action().type();
    }

    /** {@return whether it ends the evaluation of its sublayer whatever a callout says} */
    boolean endsBySelf() {
        return action() == FwpActionType.PERMIT || action() == FwpActionType.BLOCK;
    }

    @Nullable CalloutKey callout() {
        return filter.action().target() instanceof FwpmAction0.Target.Callout(CalloutKey key)
                ? key
                : null;
    }

    boolean has(FwpmFilterFlags flag) {
        return filter.flags().contains(flag);
    }

    /** {@return the bits for the callout, 0 if there is a provider context instead} */
    long rawContext() {
        return filter.context() instanceof FwpmFilter0.Context.RawContext(long bits) ? bits : 0;
    }
}
