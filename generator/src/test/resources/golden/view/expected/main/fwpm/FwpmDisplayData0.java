package io.github.wfp4j.fwpm;

import io.github.wfp4j.types.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The name and description that tools show for an object.
 *
 * <p>C: {@code FWPM_DISPLAY_DATA0}, {@code fwpmtypes.h}.
 *
 * @param name the name to show; null only in a session
 * @param description the description to show, or null for none
 */
public record FwpmDisplayData0(@Nullable String name, @Nullable String description) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public FwpmDisplayData0 {
        Texts.requireTerminableOrNull(name, "name");
        Texts.requireTerminableOrNull(description, "description");
    }

    /**
     * {@return one in which everything else is zero, empty or none}
     *
     * @param name the name to show; null only in a session
     */
    public static FwpmDisplayData0 of(@Nullable String name) {
        return new FwpmDisplayData0(name, null);
    }

    /**
     * {@return a copy with another {@code name}}
     *
     * @param name the name to show; null only in a session
     */
    public FwpmDisplayData0 withName(@Nullable String name) {
        return new FwpmDisplayData0(name, description);
    }

    /**
     * {@return a copy with another {@code description}}
     *
     * @param description the description to show, or null for none
     */
    public FwpmDisplayData0 withDescription(@Nullable String description) {
        return new FwpmDisplayData0(name, description);
    }
}
