package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.ConditionKey;

import java.util.List;

/**
 * A field of traffic that conditions compare, by the kind of its values.
 *
 * <p>Each kind has methods for the comparisons that its values allow, so that a port cannot be
 * compared with an address:
 *
 * <pre>{@code
 * NumberField.IP_REMOTE_PORT.isBetween(1024, 2047)
 * AddressField.IP_REMOTE_ADDRESS.is("10.0.0.0/8")
 * SidField.ALE_PACKAGE_ID.isNot(sid)
 * }</pre>
 *
 * <p>The constants of a kind are named as in {@link io.github.wfp4j.fwpm.FwpmConditions}. A field
 * whose type depends on the layer, such as {@code ALE_USER_ID}, is a constant of each kind.
 * Reserved fields are in none. Which layer has which field, {@link
 * Conditions#at(io.github.wfp4j.types.LayerKey)} knows.
 *
 * <p>The fields are immutable, and safe for all threads.
 */
public sealed interface ConditionField
        permits NumberField,
                AddressField,
                HardwareAddressField,
                IdentifierField,
                BlobField,
                SidField,
                AccessField {
    /** {@return the field's key} */
    ConditionKey key();

    /**
     * {@return the types of values that conditions on the field can have, at one layer or other}
     */
    List<FwpDataType> valueTypes();

    /**
     * {@return the condition that a text stands for}
     *
     * @param text what the kind of field takes: each kind says it
     * @throws IllegalArgumentException if the text is none of that; the message names the field,
     *     what it takes, and the text
     */
    FwpmFilterCondition0 matching(String text);

    /**
     * {@return a condition made of its parts}
     *
     * @param match how to compare
     * @param value what with
     * @throws InvalidMemberException if the field does not take the value, or the value cannot be
     *     compared so; also where the documentation leaves that open, such as for a subnet that
     *     must not match: who knows better makes a {@link FwpmFilterCondition0} himself
     */
    FwpmFilterCondition0 condition(FwpMatchType match, FwpConditionValue0 value);

    /**
     * {@return traffic of which the field's value is not known}
     *
     * <p>Such is the interface of arrival when an outbound packet is authorized again.
     */
    default FwpmFilterCondition0 isUnknown() {
        return condition(FwpMatchType.EQUAL, new FwpConditionValue0.Empty());
    }
}
