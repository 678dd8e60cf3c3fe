package io.github.wfp4j.internal.schema;

import io.github.wfp4j.fwpm.FwpmLayerFlags;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;

import java.util.List;

/**
 * A built-in layer.
 *
 * @param key its key
 * @param id its run-time id
 * @param name its display name
 * @param flags its flags
 * @param defaultSublayer where filters go that name no sublayer
 * @param fields its fields, in the order in which the engine reports them
 */
public record Layer(
        LayerKey key,
        int id,
        String name,
        FwpmLayerFlags flags,
        SublayerKey defaultSublayer,
        List<LayerField> fields) {}
