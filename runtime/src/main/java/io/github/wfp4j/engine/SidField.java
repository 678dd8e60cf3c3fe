package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Sid;

import java.util.List;

/**
 * The fields that are security identifiers.
 *
 * <p>{@code ALE_USER_ID} is one at the layers of the name cache only; elsewhere it is an {@link
 * AccessField}. {@code ALE_PACKAGE_ID} is the SID of an app container.
 *
 * <p>{@link #matching} takes a SID as text, {@code S-1-15-2-...}.
 */
@SuppressWarnings("ImmutableEnumChecker") // keys and fields of layers are immutable records
public enum SidField implements ConditionField {
    /** The app container, {@code FWPM_CONDITION_ALE_PACKAGE_ID}. */
    ALE_PACKAGE_ID(FwpmConditions.ALE_PACKAGE_ID),

    /** The local user, {@code FWPM_CONDITION_ALE_USER_ID}. */
    ALE_USER_ID(FwpmConditions.ALE_USER_ID);

    private final LayerField field;

    SidField(ConditionKey key) {
        this.field = TypedConditions.field(key, FwpDataType.SID);
    }

    @Override
    public ConditionKey key() {
        return field.key();
    }

    @Override
    public List<FwpDataType> valueTypes() {
        return field.valueTypes();
    }

    /**
     * {@return traffic of one principal}
     *
     * @param sid the SID of the principal
     */
    public FwpmFilterCondition0 is(Sid sid) {
        return condition(FwpMatchType.EQUAL, new FwpConditionValue0.Sid(sid));
    }

    /**
     * {@return traffic of one principal}
     *
     * @param sid the SID as text, such as {@code S-1-5-18}
     * @throws IllegalArgumentException if the text is not a SID
     */
    public FwpmFilterCondition0 is(String sid) {
        return matching(sid);
    }

    /**
     * {@return traffic of all principals but one}
     *
     * <p>This comparison of SIDs is not documented, but Windows itself uses it. Several of these on
     * one field match everything, because one of them always does.
     *
     * @param sid the SID of the principal that does not match
     */
    public FwpmFilterCondition0 isNot(Sid sid) {
        return condition(FwpMatchType.NOT_EQUAL, new FwpConditionValue0.Sid(sid));
    }

    @Override
    public FwpmFilterCondition0 matching(String text) {
        Sid sid;
        try {
            sid = Sid.of(text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedConditions.refused(key(), "a SID such as S-1-5-18", text, e);
        }
        return is(sid);
    }

    @Override
    public FwpmFilterCondition0 condition(FwpMatchType match, FwpConditionValue0 value) {
        return TypedConditions.of(field, match, value);
    }
}
