package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Refuses objects that the engine is known to refuse, before it is asked, naming the member.
 *
 * <p>Only rules are checked that are documented or were observed, so that nothing is refused that
 * Windows takes. Flags are not among them: the next Windows may define more. A layer's fields are
 * compared with those of observed builds, and what differs with those that the engine at hand
 * reports. Checking what has no flaw makes no objects.
 */
final class MemberChecks {
    private static final int GREATEST_RANGE = 15;

    private final LayerSource layers;

    MemberChecks(LayerSource layers) {
        this.layers = layers;
    }

    /** What an engine knows about its layers. */
    interface LayerSource {
        /** {@return a layer as the engine reports it, or null if it does not} */
        @Nullable LayerSchema layer(LayerKey key);
    }

    /**
     * Refuses an object with a flaw that is certain; objects of other kinds pass.
     *
     * @throws InvalidMemberException if there is one
     */
    void require(Object object) {
        switch (object) {
            case FwpmFilter0 it -> requireFilter(it);
            case FwpmProvider0 it -> requireName("provider", it.displayData());
            case FwpmSublayer0 it -> requireName("sublayer", it.displayData());
            case FwpmCallout0 it -> requireCallout(it);
            case FwpmProviderContext0 it -> requireName("providerContext", it.displayData());
            case FwpmProviderContext1 it -> requireName("providerContext", it.displayData());
            case FwpmProviderContext2 it -> requireName("providerContext", it.displayData());
            case FwpmProviderContext3 it -> requireName("providerContext", it.displayData());
            default -> {
                // Of these the engine knows more.
            }
        }
    }

    /** Refuses an object without a name (3.22). */
    private static void requireName(String object, FwpmDisplayData0 displayData) {
        if (displayData.name() == null) {
            throw refused(object + ".displayData.name", "not be null", null);
        }
    }

    private static void requireCallout(FwpmCallout0 callout) {
        requireName("callout", callout.displayData());
        if (callout.applicableLayer().guid().isZero()) {
            throw refused(
                    "callout.applicableLayer", "be the key of a layer", callout.applicableLayer());
        }
    }

    private void requireFilter(FwpmFilter0 filter) {
        requireName("filter", filter.displayData());
        if (filter.layerKey().guid().isZero()) {
            throw refused("filter.layerKey", "be the key of a layer", filter.layerKey());
        }
        requireAction(filter.action());
        requireWeight(filter.weight());
        requireContext(filter.context());
        requireConditions(filter);
    }

    /** Refuses what only classification results in, and a callout that cannot be (4.2). */
    private static void requireAction(FwpmAction0 action) {
        switch (action.type()) {
            case NONE, NONE_NO_MATCH, CONTINUE ->
                    throw refused(
                            "filter.action.type",
                            "be BLOCK, PERMIT, CALLOUT_TERMINATING, CALLOUT_INSPECTION or"
                                    + " CALLOUT_UNKNOWN",
                            action.type());
            default -> {
                // Filters have these.
            }
        }
        if (action.target() instanceof FwpmAction0.Target.Callout it
                && it.calloutKey().guid().isZero()) {
            throw refused("filter.action.calloutKey", "be the key of a callout", it.calloutKey());
        }
    }

    /** Refuses a weight of another type than the three there are (4.3). */
    private static void requireWeight(FwpValue0 weight) {
        boolean possible =
                switch (weight) {
                    case FwpValue0.Empty _, FwpValue0.Uint64 _ -> true;
                    case FwpValue0.Uint8 it -> it.uint8() <= GREATEST_RANGE;
                    default -> false;
                };
        if (!possible) {
            throw refused(
                    "filter.weight",
                    "be FWP_EMPTY, FWP_UINT64, or FWP_UINT8 in 0.." + GREATEST_RANGE,
                    weight);
        }
    }

    /** Refuses a provider context that cannot be (4.6). */
    private static void requireContext(FwpmFilter0.Context context) {
        if (context instanceof FwpmFilter0.Context.ProviderContext it
                && it.providerContextKey().guid().isZero()) {
            throw refused(
                    "filter.context.providerContextKey",
                    "be the key of a provider context",
                    it.providerContextKey());
        }
    }

    /** Refuses conditions with flaws, of which the engine at hand has the last word (4.4). */
    private void requireConditions(FwpmFilter0 filter) {
        List<FwpmFilterCondition0> conditions = filter.filterCondition();
        LayerSchema known = LayerSchema.builtIn(filter.layerKey());
        if (conditions.isEmpty() || (known != null && firstFlawed(conditions, known) < 0)) {
            return;
        }
        LayerSchema reported = layers.layer(filter.layerKey());
        int flawed = firstFlawed(conditions, reported);
        if (flawed >= 0) {
            Flaw flaw = flaw(conditions.get(flawed), reported);
            if (flaw != null) {
                throw flaw.at("filter.filterCondition[" + flawed + "]");
            }
        }
    }

    private static int firstFlawed(
            List<FwpmFilterCondition0> conditions, @Nullable LayerSchema layer) {
        for (int i = 0; i < conditions.size(); i++) {
            if (flaw(conditions.get(i), layer) != null) {
                return i;
            }
        }
        return -1;
    }

    /** {@return what is wrong about a condition for certain at a layer, if the layer is known} */
    private static @Nullable Flaw flaw(
            FwpmFilterCondition0 condition, @Nullable LayerSchema layer) {
        if (layer == null) {
            return ConditionRules.certainFlaw(condition, null);
        }
        LayerField field = layer.field(condition.fieldKey());
        return field == null
                ? layer.missing(condition)
                : ConditionRules.certainFlaw(condition, field);
    }

    private static InvalidMemberException refused(
            String path, String requirement, @Nullable Object value) {
        return new InvalidMemberException(Member.of(path, value), requirement);
    }
}
