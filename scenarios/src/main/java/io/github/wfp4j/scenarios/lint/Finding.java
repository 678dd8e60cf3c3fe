package io.github.wfp4j.scenarios.lint;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

/**
 * Something that a rule has found.
 *
 * @param rule the rule
 * @param severity how much it matters here, which may differ from what the rule says in general
 * @param subject the object that it is about
 * @param layer the layer of the object
 * @param reason what is wrong, in a sentence; {@link CalloutRule#remedy()} says what to do
 */
public record Finding(
        CalloutRule rule, Severity severity, Subject subject, LayerKey layer, String reason) {
    /** Checks that nothing is null. */
    public Finding {
        requireNonNull(rule, "rule");
        requireNonNull(severity, "severity");
        requireNonNull(subject, "subject");
        requireNonNull(layer, "layer");
        requireNonNull(reason, "reason");
    }

    Finding withSeverity(Severity newSeverity) {
        return new Finding(rule, newSeverity, subject, layer, reason);
    }

    /**
     * The object that a finding is about.
     *
     * @param type what kind of object: {@code callout} or {@code filter}
     * @param key its key
     * @param name the name that tools show, or null for none
     */
    public record Subject(String type, Key key, @Nullable String name) {
        /** Checks that there is an object. */
        public Subject {
            requireNonNull(type, "type");
            requireNonNull(key, "key");
        }

        static Subject of(FwpmCallout0 callout) {
            return new Subject("callout", callout.calloutKey(), callout.displayData().name());
        }

        static Subject of(FwpmFilter0 filter) {
            return new Subject("filter", filter.filterKey(), filter.displayData().name());
        }

        /** {@return the type, the name and the key} */
        @Override
        public String toString() {
            return "%s \"%s\" %s".formatted(type, name == null ? "" : name, key);
        }
    }
}
