package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFieldType;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;

import org.jspecify.annotations.Nullable;

/** Makes the conditions of fields, if their parts fit. */
final class TypedConditions {
    private TypedConditions() {}

    /** {@return a field of one type, as a layer would have it} */
    static LayerField field(ConditionKey key, FwpmFieldType kind, FwpDataType type) {
        return new LayerField(key, kind, type, ValueTypes.of(kind, type));
    }

    /** {@return a field with plain values of one type, as a layer would have it} */
    static LayerField field(ConditionKey key, FwpDataType type) {
        return field(key, FwpmFieldType.RAW_DATA, type);
    }

    /**
     * {@return a condition made of its parts}
     *
     * @throws InvalidMemberException if they do not fit
     */
    static FwpmFilterCondition0 of(LayerField field, FwpMatchType match, FwpConditionValue0 value) {
        FwpmFilterCondition0 condition = new FwpmFilterCondition0(field.key(), match, value);
        Flaw flaw = ConditionRules.flaw(condition, field);
        if (flaw != null) {
            throw flaw.at("condition");
        }
        return condition;
    }

    /** {@return a condition of a range, if it fits} */
    static FwpmFilterCondition0 between(LayerField field, FwpValue0 first, FwpValue0 last) {
        FwpConditionValue0 range = new FwpConditionValue0.Range(new FwpRange0(first, last));
        return of(field, FwpMatchType.RANGE, range);
    }

    /** {@return the refusal of a text that a field does not take} */
    static IllegalArgumentException refused(
            ConditionKey field, String takes, String text, @Nullable Throwable cause) {
        return new IllegalArgumentException(field + " takes " + takes + ": " + text, cause);
    }
}
