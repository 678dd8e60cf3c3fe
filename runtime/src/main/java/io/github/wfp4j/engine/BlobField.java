package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;

import java.util.List;

/**
 * The fields that are runs of bytes: programs, names, ids of virtual machines.
 *
 * <p>Bytes are compared one by one. Programs are paths on devices, in lower case, as UTF-16 with a
 * terminating zero; what other fields hold, nobody documented in full, so bytes are the way to say
 * it.
 *
 * <p>{@link #matching} takes bytes as hexadecimal digits; for {@code ALE_APP_ID} and {@code
 * ALE_ORIGINAL_APP_ID} it takes a path on a device instead, such as {@code
 * \\device\\harddiskvolume3\\windows\\system32\\svchost.exe}.
 */
@SuppressWarnings("ImmutableEnumChecker") // keys and fields of layers are immutable records
public enum BlobField implements ConditionField {
    /** The program, as a path on a device, {@code FWPM_CONDITION_ALE_APP_ID}. */
    ALE_APP_ID(FwpmConditions.ALE_APP_ID),

    /** C: {@code FWPM_CONDITION_ALE_EFFECTIVE_NAME}. */
    ALE_EFFECTIVE_NAME(FwpmConditions.ALE_EFFECTIVE_NAME),

    /**
     * The program that made a connection before it was redirected, or else the program, {@code
     * FWPM_CONDITION_ALE_ORIGINAL_APP_ID}.
     */
    ALE_ORIGINAL_APP_ID(FwpmConditions.ALE_ORIGINAL_APP_ID),

    /** C: {@code FWPM_CONDITION_ALE_SECURITY_ATTRIBUTE_FQBN_VALUE}. */
    ALE_SECURITY_ATTRIBUTE_FQBN_VALUE(FwpmConditions.ALE_SECURITY_ATTRIBUTE_FQBN_VALUE),

    /**
     * The object identifier in the client's certificate, {@code FWPM_CONDITION_CLIENT_CERT_OID}.
     */
    CLIENT_CERT_OID(FwpmConditions.CLIENT_CERT_OID),

    /** The name of the application, {@code FWPM_CONDITION_IMAGE_NAME}. */
    IMAGE_NAME(FwpmConditions.IMAGE_NAME),

    /** C: {@code FWPM_CONDITION_IPSEC_SECURITY_REALM_ID}. */
    IPSEC_SECURITY_REALM_ID(FwpmConditions.IPSEC_SECURITY_REALM_ID),

    /** The name of the peer, such as its DNS name, {@code FWPM_CONDITION_PEER_NAME}. */
    PEER_NAME(FwpmConditions.PEER_NAME),

    /** The name of the remote named pipe, {@code FWPM_CONDITION_PIPE}. */
    PIPE(FwpmConditions.PIPE),

    /** Reserved for Windows' own use, {@code FWPM_CONDITION_RPC_EP_VALUE}. */
    RPC_EP_VALUE(FwpmConditions.RPC_EP_VALUE),

    /**
     * The authentication service of the proxy of remote procedure calls, {@code
     * FWPM_CONDITION_RPC_PROXY_AUTH_TYPE}.
     */
    RPC_PROXY_AUTH_TYPE(FwpmConditions.RPC_PROXY_AUTH_TYPE),

    /**
     * The name of the server behind the proxy of remote procedure calls, {@code
     * FWPM_CONDITION_RPC_SERVER_NAME}.
     */
    RPC_SERVER_NAME(FwpmConditions.RPC_SERVER_NAME),

    /**
     * The network adapter that is the destination of a packet in a virtual switch, {@code
     * FWPM_CONDITION_VSWITCH_DESTINATION_INTERFACE_ID}.
     */
    VSWITCH_DESTINATION_INTERFACE_ID(FwpmConditions.VSWITCH_DESTINATION_INTERFACE_ID),

    /**
     * The virtual machine that is the destination of a packet in a virtual switch, {@code
     * FWPM_CONDITION_VSWITCH_DESTINATION_VM_ID}.
     */
    VSWITCH_DESTINATION_VM_ID(FwpmConditions.VSWITCH_DESTINATION_VM_ID),

    /** The virtual switch, {@code FWPM_CONDITION_VSWITCH_ID}. */
    VSWITCH_ID(FwpmConditions.VSWITCH_ID),

    /**
     * The network adapter that is the source of a packet in a virtual switch, {@code
     * FWPM_CONDITION_VSWITCH_SOURCE_INTERFACE_ID}.
     */
    VSWITCH_SOURCE_INTERFACE_ID(FwpmConditions.VSWITCH_SOURCE_INTERFACE_ID),

    /**
     * The virtual machine that is the source of a packet in a virtual switch, {@code
     * FWPM_CONDITION_VSWITCH_SOURCE_VM_ID}.
     */
    VSWITCH_SOURCE_VM_ID(FwpmConditions.VSWITCH_SOURCE_VM_ID);

    private final LayerField field;

    BlobField(ConditionKey key) {
        this.field = TypedConditions.field(key, FwpDataType.BYTE_BLOB_TYPE);
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
     * {@return traffic of one run of bytes}
     *
     * @param bytes all bytes, a terminating zero included where there is one
     */
    public FwpmFilterCondition0 is(Bytes bytes) {
        return compared(FwpMatchType.EQUAL, bytes);
    }

    /**
     * {@return traffic of one run of bytes}
     *
     * @param text as {@link #matching} takes it
     * @throws IllegalArgumentException if it is none
     */
    public FwpmFilterCondition0 is(String text) {
        return matching(text);
    }

    /**
     * {@return traffic of all runs of bytes but one}
     *
     * <p>Several of these on one field match everything, because one of them always does.
     *
     * @param bytes the run of bytes that does not match
     */
    public FwpmFilterCondition0 isNot(Bytes bytes) {
        return compared(FwpMatchType.NOT_EQUAL, bytes);
    }

    /**
     * {@return traffic of a range of runs of bytes, both ends included}
     *
     * @param first the first run of bytes
     * @param last the last one
     */
    public FwpmFilterCondition0 isBetween(Bytes first, Bytes last) {
        return TypedConditions.between(
                field,
                new FwpValue0.ByteBlob(new FwpByteBlob(first)),
                new FwpValue0.ByteBlob(new FwpByteBlob(last)));
    }

    /**
     * {@return traffic of texts that have a part at one end}
     *
     * <p>The name says that it is the beginning, the documentation describes the end, and nobody
     * here knows which is right.
     *
     * @param part the part, in bytes
     */
    public FwpmFilterCondition0 hasPrefix(Bytes part) {
        return compared(FwpMatchType.PREFIX, part);
    }

    /**
     * {@return traffic of texts that {@link #hasPrefix} does not match}
     *
     * @param part the part, in bytes
     */
    public FwpmFilterCondition0 hasNoPrefix(Bytes part) {
        return compared(FwpMatchType.NOT_PREFIX, part);
    }

    @Override
    public FwpmFilterCondition0 matching(String text) {
        if (this == ALE_APP_ID || this == ALE_ORIGINAL_APP_ID) {
            return is(DevicePath.toAppId(text.strip(), key()));
        }
        Bytes bytes;
        try {
            bytes = Bytes.ofHex(text.strip());
        } catch (IllegalArgumentException e) {
            throw TypedConditions.refused(
                    key(), "bytes of two hexadecimal digits each, such as 00ff", text, e);
        }
        return is(bytes);
    }

    @Override
    public FwpmFilterCondition0 condition(FwpMatchType match, FwpConditionValue0 value) {
        return TypedConditions.of(field, match, value);
    }

    private FwpmFilterCondition0 compared(FwpMatchType match, Bytes bytes) {
        return condition(match, new FwpConditionValue0.ByteBlob(new FwpByteBlob(bytes)));
    }
}
