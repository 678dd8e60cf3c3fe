package io.github.wfp4j.internal.schema;

import io.github.wfp4j.types.SublayerKey;

/**
 * A built-in sublayer.
 *
 * @param key its key
 * @param name its display name
 * @param weight its weight, 0 to 65535
 */
public record Sublayer(SublayerKey key, String name, int weight) {}
