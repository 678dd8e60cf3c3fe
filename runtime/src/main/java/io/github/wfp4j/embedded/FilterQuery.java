package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpActionFlags;
import io.github.wfp4j.fwp.FwpFilterEnumFlags;
import io.github.wfp4j.fwp.FwpFilterEnumType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds the filters that an enumeration asks for (5). */
final class FilterQuery {
    private static final int ANY_ACTION = 0xFFFF_FFFF;

    private static final int KNOWN_FLAGS =
            FwpFilterEnumFlags.BEST_TERMINATING_MATCH
                    .or(FwpFilterEnumFlags.SORTED)
                    .or(FwpFilterEnumFlags.BOOTTIME_ONLY)
                    .or(FwpFilterEnumFlags.INCLUDE_BOOTTIME)
                    .or(FwpFilterEnumFlags.INCLUDE_DISABLED)
                    .bits();

    private final Store store;

    FilterQuery(Store store) {
        this.store = store;
    }

    /**
     * {@return the filters that a template asks for}
     *
     * @param template the template, or null for all filters that are in force
     * @throws EngineFailure if the template is not valid
     */
    List<FwpmFilter0> find(@Nullable FwpmFilterEnumTemplate0 template) {
        return template == null
                ? store.filters.all().stream()
                        .map(Stored::value)
                        .filter(filter -> isWanted(filter, FwpFilterEnumFlags.NONE))
                        .toList()
                : findAt(template);
    }

    private List<FwpmFilter0> findAt(FwpmFilterEnumTemplate0 template) {
        check(template);
        FwpFilterEnumFlags flags = template.flags();
        ConditionBox wanted = box(template.filterCondition(), template.layerKey());
        Stream<FwpmFilter0> found =
                store.filters.at(template.layerKey()).stream()
                        .map(Stored::value)
                        .filter(filter -> matches(template, wanted, filter));
        if (flags.contains(FwpFilterEnumFlags.BEST_TERMINATING_MATCH)) {
            return found.filter(filter -> ActionRules.isTerminating(filter.action().type()))
                    .min(order())
                    .map(List::of)
                    .orElse(List.of());
        }
        return flags.contains(FwpFilterEnumFlags.SORTED)
                ? found.sorted(order()).toList()
                : found.toList();
    }

    /**
     * Refuses a template that is not valid, or that no filter can ever match.
     *
     * @throws EngineFailure if it is not valid
     */
    void check(FwpmFilterEnumTemplate0 template) {
        ObjectChecks.requireFlags(template.flags().bits(), KNOWN_FLAGS);
        int mask = template.actionMask().bits();
        boolean possible =
                mask != 0
                        && (template.calloutKey() == null
                                || (mask & FwpActionFlags.CALLOUT.bits()) != 0);
        EngineFailure.unless(possible, ErrorCode.FWP_E_NEVER_MATCH);
        Layer layer = store.layer(template.layerKey());
        ConditionChecks.requireTemplate(template.filterCondition(), layer);
    }

    /**
     * {@return whether a filter is one that a template asks for}
     *
     * @param template a template that {@linkplain #check was found valid}
     */
    boolean matches(FwpmFilterEnumTemplate0 template, FwpmFilter0 filter) {
        return matches(template, box(template.filterCondition(), template.layerKey()), filter);
    }

    private boolean matches(
            FwpmFilterEnumTemplate0 template, ConditionBox wanted, FwpmFilter0 filter) {
        return filter.layerKey().equals(template.layerKey())
                && isWanted(filter, template.flags())
                && Owners.matches(template.providerKey(), filter.providerKey())
                && hasAction(filter, template)
                && hasContext(filter, template.providerContextTemplate())
                && hasConditions(filter, template.enumType(), wanted);
    }

    private boolean hasConditions(FwpmFilter0 filter, FwpFilterEnumType type, ConditionBox wanted) {
        if (wanted.sides().isEmpty()) {
            return true;
        }
        ConditionBox box = box(filter.filterCondition(), filter.layerKey());
        // What nothing can match would be contained in every filter, and overlap with none.
        return !wanted.isEmpty()
                && switch (type) {
                    case FULLY_CONTAINED -> box.contains(wanted);
                    case OVERLAPPING -> box.overlaps(wanted);
                };
    }

    private ConditionBox box(List<FwpmFilterCondition0> conditions, LayerKey layer) {
        return ConditionBox.of(conditions, store.layer(layer));
    }

    /** {@return whether filters that are not in force are asked for, if this is one (5.2)} */
    private static boolean isWanted(FwpmFilter0 filter, FwpFilterEnumFlags flags) {
        boolean bootTime = filter.flags().contains(FwpmFilterFlags.BOOTTIME);
        if (flags.contains(FwpFilterEnumFlags.BOOTTIME_ONLY)) {
            return bootTime;
        }
        boolean disabled = filter.flags().contains(FwpmFilterFlags.DISABLED);
        return (!bootTime || flags.contains(FwpFilterEnumFlags.INCLUDE_BOOTTIME))
                && (!disabled || flags.contains(FwpFilterEnumFlags.INCLUDE_DISABLED));
    }

    private static boolean hasAction(FwpmFilter0 filter, FwpmFilterEnumTemplate0 template) {
        int mask = template.actionMask().bits();
        boolean hasType = mask == ANY_ACTION || (filter.action().type().value() & mask) != 0;
        CalloutKey callout = template.calloutKey();
        return hasType
                && (callout == null
                        || (filter.action().target() instanceof FwpmAction0.Target.Callout it
                                && it.calloutKey().equals(callout)));
    }

    private boolean hasContext(
            FwpmFilter0 filter, @Nullable FwpmProviderContextEnumTemplate0 template) {
        if (template == null) {
            return true;
        }
        if (!(filter.context() instanceof FwpmFilter0.Context.ProviderContext it)) {
            return false;
        }
        FwpmProviderContext3 context = store.contextOf(it);
        return context != null && matches(context, template);
    }

    /** {@return whether a provider context is one that a template asks for (3.6)} */
    static boolean matches(
            FwpmProviderContext3 context, FwpmProviderContextEnumTemplate0 template) {
        return context.policy().type() == template.providerContextType()
                && Owners.matches(template.providerKey(), context.providerKey());
    }

    /** {@return highest sublayer first, then highest weight, then lowest id (5)} */
    private Comparator<FwpmFilter0> order() {
        return Comparator.<FwpmFilter0>comparingInt(
                        filter -> -store.sublayers.get(filter.subLayerKey()).value().weight())
                .thenComparing(
                        filter -> Weights.of(filter.effectiveWeight()),
                        (a, b) -> Long.compareUnsigned(b, a))
                .thenComparingLong(FwpmFilter0::filterId);
    }
}
