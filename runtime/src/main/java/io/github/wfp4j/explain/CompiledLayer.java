package io.github.wfp4j.explain;

import io.github.wfp4j.types.LayerKey;

import java.util.List;

/**
 * The filters at one layer.
 *
 * @param key the layer
 * @param sublayers those that have filters here, the one of the highest weight first
 */
record CompiledLayer(LayerKey key, List<CompiledSublayer> sublayers) {}
