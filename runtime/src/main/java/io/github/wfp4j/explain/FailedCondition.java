package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.ConditionKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What keeps a filter from matching: the first condition that fails.
 *
 * @param field the field
 * @param wanted the conditions on the field, of which one would have to hold
 * @param got the value of the field, or null if it is not known; of a user the SIDs
 */
public record FailedCondition(
        ConditionKey field, List<FwpmFilterCondition0> wanted, @Nullable FwpValue0 got) {
    /** Copies the conditions. */
    public FailedCondition {
        requireNonNull(field, "field");
        wanted = List.copyOf(wanted);
    }

    /** {@return it in words for people, one line} */
    @Override
    public String toString() {
        return ConditionText.of(this);
    }
}
