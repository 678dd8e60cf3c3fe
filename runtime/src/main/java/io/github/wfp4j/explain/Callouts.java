package io.github.wfp4j.explain;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.types.CalloutKey;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/**
 * The callouts that somebody registered, as a driver does.
 *
 * <p>The built-in ones need not be given; one that is given takes the place of the built-in one.
 *
 * @param functions what they do, by their keys
 */
public record Callouts(Map<CalloutKey, CalloutFunction> functions) {
    /** Nobody registered any. */
    public static final Callouts NONE = new Callouts(Map.of());

    /** Copies the map. */
    public Callouts {
        functions = Map.copyOf(functions);
    }

    /**
     * {@return a copy with one more}
     *
     * @param key the callout's key
     * @param function what answers
     */
    public Callouts with(CalloutKey key, CalloutFunction function) {
        Map<CalloutKey, CalloutFunction> more = new HashMap<>(functions);
        more.put(requireNonNull(key, "key"), requireNonNull(function, "function"));
        return new Callouts(more);
    }

    @Nullable CalloutFunction function(CalloutKey key) {
        return functions.get(key);
    }
}
