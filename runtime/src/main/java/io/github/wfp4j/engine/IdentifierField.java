package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Guid;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The fields that are GUIDs: interfaces and objects of remote procedure calls, keys of policies.
 *
 * <p>{@link #matching} takes a GUID as text, with or without braces.
 */
@SuppressWarnings("ImmutableEnumChecker") // keys and fields of layers are immutable records
public enum IdentifierField implements ConditionField {
    /** The COM application, {@code FWPM_CONDITION_DCOM_APP_ID}. */
    DCOM_APP_ID(FwpmConditions.DCOM_APP_ID),

    /**
     * The key of the provider context whose main mode or quick mode policy a security association
     * is formed by, {@code FWPM_CONDITION_IPSEC_POLICY_KEY}.
     */
    IPSEC_POLICY_KEY(FwpmConditions.IPSEC_POLICY_KEY),

    /**
     * The UUID of the process with the interface of remote procedure calls, {@code
     * FWPM_CONDITION_PROCESS_WITH_RPC_IF_UUID}.
     */
    PROCESS_WITH_RPC_IF_UUID(FwpmConditions.PROCESS_WITH_RPC_IF_UUID),

    /** The UUID of the interface of remote procedure calls, {@code FWPM_CONDITION_RPC_IF_UUID}. */
    RPC_IF_UUID(FwpmConditions.RPC_IF_UUID);

    private final LayerField field;

    IdentifierField(ConditionKey key) {
        this.field = TypedConditions.field(key, FwpDataType.BYTE_ARRAY16_TYPE);
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
     * {@return traffic of one GUID}
     *
     * @param guid the GUID
     */
    public FwpmFilterCondition0 is(Guid guid) {
        return compared(FwpMatchType.EQUAL, guid);
    }

    /**
     * {@return traffic of one GUID}
     *
     * @param guid the GUID as text
     * @throws IllegalArgumentException if the text is not a GUID
     */
    public FwpmFilterCondition0 is(String guid) {
        return matching(guid);
    }

    /**
     * {@return traffic of all GUIDs but one}
     *
     * <p>Several of these on one field match everything, because one of them always does.
     *
     * @param guid the GUID that does not match
     */
    public FwpmFilterCondition0 isNot(Guid guid) {
        return compared(FwpMatchType.NOT_EQUAL, guid);
    }

    /**
     * {@return traffic of a range of GUIDs, both ends included}
     *
     * @param first the first one, by the order of the bytes in memory
     * @param last the last one
     * @throws IllegalArgumentException if the last comes before the first
     */
    public FwpmFilterCondition0 isBetween(Guid first, Guid last) {
        return TypedConditions.between(
                field,
                new FwpValue0.ByteArray16(bytes(first)),
                new FwpValue0.ByteArray16(bytes(last)));
    }

    @Override
    public FwpmFilterCondition0 matching(String text) {
        Guid guid;
        try {
            guid = Guid.of(text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedConditions.refused(key(), "a GUID, 8-4-4-4-12 hexadecimal digits", text, e);
        }
        return is(guid);
    }

    @Override
    public FwpmFilterCondition0 condition(FwpMatchType match, FwpConditionValue0 value) {
        return TypedConditions.of(field, match, value);
    }

    private FwpmFilterCondition0 compared(FwpMatchType match, Guid guid) {
        return condition(match, new FwpConditionValue0.ByteArray16(bytes(guid)));
    }

    /** A GUID lies in the sixteen bytes as it does in memory. */
    private static FwpByteArray16 bytes(Guid guid) {
        ByteBuffer memory = ByteBuffer.allocate(2 * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        memory.putLong(guid.low()).putLong(guid.high());
        return new FwpByteArray16(Bytes.of(memory.array()));
    }
}
