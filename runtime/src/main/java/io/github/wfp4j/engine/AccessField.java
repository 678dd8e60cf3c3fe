package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import java.util.List;

/**
 * The fields that are identities of users, computers or packages, which a security descriptor
 * chooses: a condition holds for whom the descriptor grants the right to match a filter, {@code
 * FWP_ACTRL_MATCH_FILTER}, which is {@code CC} in the text of a descriptor.
 *
 * <p>A descriptor that grants other rights only holds for nobody. Remote identities are known of
 * connections only that IPsec authenticated.
 *
 * <p>{@link #matching} takes a descriptor as text, such as {@code O:LSD:(A;;CC;;;S-1-5-18)}.
 */
@SuppressWarnings("ImmutableEnumChecker") // keys and fields of layers are immutable records
public enum AccessField implements ConditionField {
    /** C: {@code FWPM_CONDITION_ALE_PACKAGE_FAMILY_NAME}. */
    ALE_PACKAGE_FAMILY_NAME(FwpmConditions.ALE_PACKAGE_FAMILY_NAME),

    /** The remote computer, {@code FWPM_CONDITION_ALE_REMOTE_MACHINE_ID}. */
    ALE_REMOTE_MACHINE_ID(FwpmConditions.ALE_REMOTE_MACHINE_ID),

    /** The remote user, {@code FWPM_CONDITION_ALE_REMOTE_USER_ID}. */
    ALE_REMOTE_USER_ID(FwpmConditions.ALE_REMOTE_USER_ID),

    /** The local user, {@code FWPM_CONDITION_ALE_USER_ID}. */
    ALE_USER_ID(FwpmConditions.ALE_USER_ID),

    /**
     * The client of a remote procedure call through a proxy, {@code FWPM_CONDITION_CLIENT_TOKEN}.
     */
    CLIENT_TOKEN(FwpmConditions.CLIENT_TOKEN),

    /** The principal that the peer is authenticated as, {@code FWPM_CONDITION_REMOTE_ID}. */
    REMOTE_ID(FwpmConditions.REMOTE_ID),

    /** The remote user of a remote procedure call, {@code FWPM_CONDITION_REMOTE_USER_TOKEN}. */
    REMOTE_USER_TOKEN(FwpmConditions.REMOTE_USER_TOKEN);

    private final LayerField field;

    AccessField(ConditionKey key) {
        this.field = TypedConditions.field(key, FwpDataType.TOKEN_ACCESS_INFORMATION_TYPE);
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
     * {@return traffic of one principal, or of members of it if it is a group}
     *
     * @param principal a user, a group, a computer or a service
     */
    public FwpmFilterCondition0 is(Sid principal) {
        return grants(SecurityDescriptor.ofSddl("O:LSD:(A;;CC;;;" + principal + ")"));
    }

    /**
     * {@return traffic of whom a descriptor grants the right to match}
     *
     * @param descriptor one that has a list of access
     */
    public FwpmFilterCondition0 grants(SecurityDescriptor descriptor) {
        return condition(
                FwpMatchType.EQUAL,
                new FwpConditionValue0.SecurityDescriptor(new FwpByteBlob(descriptor.toBytes())));
    }

    /**
     * {@return traffic of whom a descriptor grants the right to match}
     *
     * @param sddl the descriptor as text, such as {@code O:LSD:(A;;CC;;;S-1-5-18)}
     * @throws IllegalArgumentException if the text is not one that {@link
     *     SecurityDescriptor#ofSddl} reads
     */
    public FwpmFilterCondition0 grants(String sddl) {
        return matching(sddl);
    }

    @Override
    public FwpmFilterCondition0 matching(String text) {
        SecurityDescriptor descriptor;
        try {
            descriptor = SecurityDescriptor.ofSddl(text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedConditions.refused(
                    key(), "a security descriptor such as O:LSD:(A;;CC;;;S-1-5-18)", text, e);
        }
        return grants(descriptor);
    }

    @Override
    public FwpmFilterCondition0 condition(FwpMatchType match, FwpConditionValue0 value) {
        return TypedConditions.of(field, match, value);
    }
}
