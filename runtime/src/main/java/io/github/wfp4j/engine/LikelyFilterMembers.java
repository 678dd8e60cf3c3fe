package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The members of a filter that an error of the engine is probably about. */
final class LikelyFilterMembers {
    private LikelyFilterMembers() {}

    /** {@return the members of a filter that may have caused the error of adding it} */
    static List<Member> of(FwpmFilter0 filter, ErrorCode code) {
        Member flags = Member.of("filter.flags", filter.flags());
        Member layer = Member.of("filter.layerKey", filter.layerKey());
        Member sublayer = Member.of("filter.subLayerKey", filter.subLayerKey());
        Member action = Member.of("filter.action.type", filter.action().type());
        return switch (code) {
            case FWP_E_ALREADY_EXISTS -> List.of(Member.of("filter.filterKey", filter.filterKey()));
            case FWP_E_LAYER_NOT_FOUND -> List.of(layer);
            case FWP_E_SUBLAYER_NOT_FOUND -> List.of(sublayer);
            case FWP_E_PROVIDER_NOT_FOUND -> all(provider(filter));
            case FWP_E_CALLOUT_NOT_FOUND -> all(callout(filter));
            case FWP_E_PROVIDER_CONTEXT_NOT_FOUND -> List.of(context(filter));
            case FWP_E_NULL_DISPLAY_NAME ->
                    LikelyMembers.texts("filter", filter.displayData()).subList(0, 1);
            case FWP_E_INVALID_PARAMETER -> LikelyMembers.texts("filter", filter.displayData());
            case FWP_E_INVALID_FLAGS -> List.of(flags, action);
            case FWP_E_INVALID_ACTION_TYPE -> List.of(action);
            case FWP_E_INVALID_WEIGHT -> List.of(Member.of("filter.weight", filter.weight()));
            case FWP_E_ACTION_INCOMPATIBLE_WITH_LAYER -> List.of(action, layer);
            case FWP_E_ACTION_INCOMPATIBLE_WITH_SUBLAYER -> List.of(action, sublayer, layer);
            case FWP_E_CONTEXT_INCOMPATIBLE_WITH_LAYER -> List.of(context(filter), layer);
            case FWP_E_CONTEXT_INCOMPATIBLE_WITH_CALLOUT, FWP_E_PROVIDER_CONTEXT_MISMATCH ->
                    all(context(filter), callout(filter));
            case FWP_E_INCOMPATIBLE_LAYER -> all(layer, callout(filter), flags);
            case FWP_E_LIFETIME_MISMATCH ->
                    all(flags, sublayer, provider(filter), callout(filter), usedContext(filter));
            case FWP_E_DUPLICATE_CONDITION -> repeated(filter.filterCondition());
            case FWP_E_CONDITION_NOT_FOUND,
                    FWP_E_TYPE_MISMATCH,
                    FWP_E_MATCH_TYPE_MISMATCH,
                    FWP_E_INVALID_RANGE,
                    FWP_E_INVALID_NET_MASK,
                    ERROR_INVALID_SECURITY_DESCR ->
                    conditions(filter, code);
            default -> List.of();
        };
    }

    private static @Nullable Member provider(FwpmFilter0 filter) {
        return filter.providerKey() == null
                ? null
                : Member.of("filter.providerKey", filter.providerKey());
    }

    private static @Nullable Member callout(FwpmFilter0 filter) {
        return filter.action().target() instanceof FwpmAction0.Target.Callout it
                ? Member.of("filter.action.calloutKey", it.calloutKey())
                : null;
    }

    private static Member context(FwpmFilter0 filter) {
        return switch (filter.context()) {
            case FwpmFilter0.Context.ProviderContext it ->
                    Member.of("filter.context.providerContextKey", it.providerContextKey());
            case FwpmFilter0.Context.RawContext it ->
                    Member.of(
                            "filter.context.rawContext", "0x" + Long.toHexString(it.rawContext()));
        };
    }

    private static @Nullable Member usedContext(FwpmFilter0 filter) {
        return filter.context() instanceof FwpmFilter0.Context.ProviderContext
                ? context(filter)
                : null;
    }

    private static List<Member> all(@Nullable Member... members) {
        return Stream.of(members).filter(Objects::nonNull).toList();
    }

    /** {@return the conditions that break the rule of an error, or all that might} */
    private static List<Member> conditions(FwpmFilter0 filter, ErrorCode code) {
        LayerSchema layer = LayerSchema.builtIn(filter.layerKey());
        List<Member> guilty = new ArrayList<>();
        List<Member> others = new ArrayList<>();
        for (int i = 0; i < filter.filterCondition().size(); i++) {
            FwpmFilterCondition0 condition = filter.filterCondition().get(i);
            String path = "filter.filterCondition[" + i + "]";
            Flaw flaw = layer == null ? null : flaw(condition, layer);
            if (flaw != null && flaw.code() == code) {
                guilty.add(flaw.memberAt(path));
            } else if (mayBreak(condition, code)) {
                others.add(
                        switch (code) {
                            case FWP_E_CONDITION_NOT_FOUND ->
                                    Member.of(path + ".fieldKey", condition.fieldKey());
                            case FWP_E_MATCH_TYPE_MISMATCH ->
                                    Member.of(path + ".matchType", condition.matchType().cName());
                            default ->
                                    Member.of(path + ".conditionValue", condition.conditionValue());
                        });
            }
        }
        return guilty.isEmpty() ? others : guilty;
    }

    private static @Nullable Flaw flaw(FwpmFilterCondition0 condition, LayerSchema layer) {
        LayerField field = layer.field(condition.fieldKey());
        return field == null ? layer.missing(condition) : ConditionRules.flaw(condition, field);
    }

    /** Whether an error can be about a condition with such a value. */
    private static boolean mayBreak(FwpmFilterCondition0 condition, ErrorCode code) {
        FwpConditionValue0 value = condition.conditionValue();
        return switch (code) {
            case FWP_E_INVALID_RANGE -> value instanceof FwpConditionValue0.Range;
            case FWP_E_INVALID_NET_MASK ->
                    value instanceof FwpConditionValue0.V4AddrMask
                            || value instanceof FwpConditionValue0.V6AddrMask;
            case ERROR_INVALID_SECURITY_DESCR ->
                    value instanceof FwpConditionValue0.SecurityDescriptor;
            default -> true;
        };
    }

    private static List<Member> repeated(List<FwpmFilterCondition0> conditions) {
        return ConditionTrap.in(conditions).stream()
                .filter(trap -> trap.kind() == ConditionTrap.Kind.SCATTERED)
                .flatMap(trap -> trap.indexes().stream())
                .map(i ->
                        Member.of(
                                "filter.filterCondition[" + i + "].fieldKey",
                                conditions.get(i).fieldKey()))
                .toList();
    }
}
