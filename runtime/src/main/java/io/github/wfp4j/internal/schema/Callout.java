package io.github.wfp4j.internal.schema;

import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;

/**
 * A built-in callout.
 *
 * @param key its key
 * @param id its run-time id
 * @param name its display name
 * @param flags its flags, undocumented bits included
 * @param layer the layer whose filters can call it
 */
public record Callout(
        CalloutKey key, int id, String name, FwpmCalloutFlags flags, LayerKey layer) {}
