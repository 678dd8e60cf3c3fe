package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.types.FilterKey;

/**
 * Two filters of one layer that match the same traffic and carry no weight of their own, so that
 * the scenario rests on the weights that the engine computes.
 *
 * @param higher the filter that must have the greater effective weight
 * @param lower the filter that must have the smaller one
 */
public record Precedence(FilterKey higher, FilterKey lower) {
    /** Checks that there are two filters. */
    public Precedence {
        requireNonNull(higher, "higher");
        requireNonNull(lower, "lower");
    }
}
