package io.github.wfp4j.explain;

import io.github.wfp4j.types.SublayerKey;

import java.util.List;

/**
 * The filters of one sublayer at one layer.
 *
 * @param key the sublayer
 * @param weight its weight
 * @param filters the filters in the order of evaluation, at least one
 * @param index finds those that can match
 */
record CompiledSublayer(
        SublayerKey key, int weight, List<CompiledFilter> filters, FilterIndex index) {
    CompiledSublayer(SublayerKey key, int weight, List<CompiledFilter> filters) {
        this(key, weight, filters, IndexBuilder.build(filters));
    }

    /**
     * {@return the ranks of the filters that match, in the order of evaluation}
     *
     * @param all whether also those behind one that permits or blocks by itself are wanted
     */
    List<Integer> matching(FieldValues values, boolean all) {
        Matches matches = new Matches(filters, values, all);
        index.find(matches);
        return matches.inOrder();
    }
}
