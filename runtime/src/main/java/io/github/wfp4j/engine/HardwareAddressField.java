package io.github.wfp4j.engine;

import io.github.wfp4j.fwp.FwpByteArray6;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;

import java.util.HexFormat;
import java.util.List;

/**
 * The fields that are hardware addresses, of six bytes.
 *
 * <p>{@link #matching} takes an address as text, {@code 00-1a-2b-3c-4d-5e} or {@code
 * 00:1a:2b:3c:4d:5e}.
 */
@SuppressWarnings("ImmutableEnumChecker") // keys and fields of layers are immutable records
public enum HardwareAddressField implements ConditionField {
    /** The address of the local interface, {@code FWPM_CONDITION_INTERFACE_MAC_ADDRESS}. */
    INTERFACE_MAC_ADDRESS(FwpmConditions.INTERFACE_MAC_ADDRESS),

    /** The destination of a frame, {@code FWPM_CONDITION_MAC_DESTINATION_ADDRESS}. */
    MAC_DESTINATION_ADDRESS(FwpmConditions.MAC_DESTINATION_ADDRESS),

    /**
     * The destination of an inbound frame, or the source of an outbound one, {@code
     * FWPM_CONDITION_MAC_LOCAL_ADDRESS}.
     */
    MAC_LOCAL_ADDRESS(FwpmConditions.MAC_LOCAL_ADDRESS),

    /**
     * The source of an inbound frame, or the destination of an outbound one, {@code
     * FWPM_CONDITION_MAC_REMOTE_ADDRESS}.
     */
    MAC_REMOTE_ADDRESS(FwpmConditions.MAC_REMOTE_ADDRESS),

    /** The source of a frame, {@code FWPM_CONDITION_MAC_SOURCE_ADDRESS}. */
    MAC_SOURCE_ADDRESS(FwpmConditions.MAC_SOURCE_ADDRESS);

    private final LayerField field;

    HardwareAddressField(ConditionKey key) {
        this.field = TypedConditions.field(key, FwpDataType.BYTE_ARRAY6_TYPE);
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
     * {@return traffic of one address}
     *
     * @param address the six bytes, in the order in which they are written and sent
     */
    public FwpmFilterCondition0 is(FwpByteArray6 address) {
        return condition(FwpMatchType.EQUAL, new FwpConditionValue0.ByteArray6(address));
    }

    /**
     * {@return traffic of one address}
     *
     * @param address six bytes of two digits each, separated by {@code -} or {@code :}
     * @throws IllegalArgumentException if the text is anything else
     */
    public FwpmFilterCondition0 is(String address) {
        return matching(address);
    }

    @Override
    public FwpmFilterCondition0 matching(String text) {
        Bytes address;
        try {
            address = Bytes.of(HexFormat.ofDelimiter("-").parseHex(text.strip().replace(':', '-')));
            Bytes.requireLength(address, 6, "address");
        } catch (IllegalArgumentException e) {
            throw TypedConditions.refused(
                    key(), "a hardware address such as 00-1a-2b-3c-4d-5e", text, e);
        }
        return is(new FwpByteArray6(address));
    }

    @Override
    public FwpmFilterCondition0 condition(FwpMatchType match, FwpConditionValue0 value) {
        return TypedConditions.of(field, match, value);
    }
}
