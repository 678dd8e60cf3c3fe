package io.github.wfp4j.scenarios.install;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One thing in which an engine differs from a plan.
 *
 * @param object the object's kind and name
 * @param component the component of the record that differs, as {@code
 *     filterCondition[2].conditionValue}; empty if it is the object as a whole
 * @param planned what the plan says, or null if the object is not in it
 * @param found what the engine holds, or null if the object is not there
 */
public record Difference(
        String object, String component, @Nullable String planned, @Nullable String found) {
    /** Checks that there is an object. */
    public Difference {
        requireNonNull(object, "object");
        requireNonNull(component, "component");
    }

    static Difference missing(String object) {
        return new Difference(object, "", "there", null);
    }

    static Difference notPlanned(String object) {
        return new Difference(object, "", null, "there");
    }

    /** {@return one line for a person} */
    @Override
    public String toString() {
        if (found == null) {
            return object + " is missing";
        }
        if (planned == null) {
            return object + " is not planned";
        }
        return "%s: %s is %s, planned is %s".formatted(object, component, found, planned);
    }
}
