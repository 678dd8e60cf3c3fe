package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmFilter0;

import org.jspecify.annotations.Nullable;

/**
 * A filter, and what became of it.
 *
 * @param filter the filter
 * @param standing what became of it
 * @param action what it answered, or null if it was not asked
 * @param strength whether its answer could be overruled, or null if it was not asked
 * @param reason why its callout answered so, or null if it has none or was not asked
 * @param overruledBy the filter because of which its answer is not the layer's, or null
 * @param failed what kept it from matching, or null if it matched
 */
public record ConsideredFilter(
        FwpmFilter0 filter,
        Standing standing,
        @Nullable FwpActionType action,
        @Nullable Strength strength,
        @Nullable String reason,
        @Nullable FwpmFilter0 overruledBy,
        @Nullable FailedCondition failed) {
    /** Checks that nothing is missing. */
    public ConsideredFilter {
        requireNonNull(filter, "filter");
        requireNonNull(standing, "standing");
    }

    /** {@return what became of it, in words for people, one line} */
    public String describe() {
        return ExplanationText.describe(this);
    }
}
