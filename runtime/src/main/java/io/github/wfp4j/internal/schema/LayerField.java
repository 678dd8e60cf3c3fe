package io.github.wfp4j.internal.schema;

import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwpm.FwpmFieldType;
import io.github.wfp4j.types.ConditionKey;

import java.util.List;

/**
 * A field of a built-in layer.
 *
 * @param key its key
 * @param fieldType raw data, an address or flags
 * @param dataType the type of its values
 * @param valueTypes the types that the value of a condition may have
 */
public record LayerField(
        ConditionKey key,
        FwpmFieldType fieldType,
        FwpDataType dataType,
        List<FwpDataType> valueTypes) {}
