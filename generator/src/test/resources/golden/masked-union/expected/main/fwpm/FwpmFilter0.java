package io.github.wfp4j.fwpm;

import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A filter: at one layer, in one sublayer, an action for the traffic that all its conditions match.
 *
 * <p>C: {@code FWPM_FILTER0}, {@code fwpmtypes.h}.
 *
 * @param filterKey identifies the filter; the engine replaces a zero key by a new one
 * @param flags how long the filter lives, whether it refers to a provider context, and how its action is treated
 * @param providerKey the owning provider, or null for none
 * @param action what to do when the conditions match
 * @param context a number for the callout, or the provider context that the filter refers to; a flag of the filter says which
 * @param filterId the run-time identifier; set by the engine, ignored when adding
 */
public record FwpmFilter0(FilterKey filterKey, FwpmFilterFlags flags,
        @Nullable ProviderKey providerKey, FwpmAction0 action, FwpmFilter0.Context context,
        long filterId) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public FwpmFilter0 {
        Objects.requireNonNull(filterKey, "filterKey");
        Objects.requireNonNull(flags, "flags");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(context, "context");
        boolean contextAgrees = switch (context) {
            case Context.RawContext _ -> (flags.bits() & 0x4) == 0x0;
            case Context.ProviderContext _ -> (flags.bits() & 0x4) == 0x4;
        };
        if (!contextAgrees) {
            throw new IllegalArgumentException("context does not fit bit 0x4 of flags: " + flags);
        }
    }

    /**
     * {@return one in which everything else is zero, empty or none}
     *
     * @param action what to do when the conditions match
     */
    public static FwpmFilter0 of(FwpmAction0 action) {
        return new FwpmFilter0(FilterKey.ZERO, new FwpmFilterFlags(0), null, action, new Context.RawContext(0L), 0L);
    }

    /**
     * {@return a copy with another {@code filterKey}}
     *
     * @param filterKey identifies the filter; the engine replaces a zero key by a new one
     */
    public FwpmFilter0 withFilterKey(FilterKey filterKey) {
        return new FwpmFilter0(filterKey, flags, providerKey, action, context, filterId);
    }

    /**
     * {@return a copy with another {@code flags}}
     *
     * @param flags how long the filter lives, whether it refers to a provider context, and how its action is treated
     */
    public FwpmFilter0 withFlags(FwpmFilterFlags flags) {
        return new FwpmFilter0(filterKey, flags, providerKey, action, context, filterId);
    }

    /**
     * {@return a copy with another {@code providerKey}}
     *
     * @param providerKey the owning provider, or null for none
     */
    public FwpmFilter0 withProviderKey(@Nullable ProviderKey providerKey) {
        return new FwpmFilter0(filterKey, flags, providerKey, action, context, filterId);
    }

    /**
     * {@return a copy with another {@code action}}
     *
     * @param action what to do when the conditions match
     */
    public FwpmFilter0 withAction(FwpmAction0 action) {
        return new FwpmFilter0(filterKey, flags, providerKey, action, context, filterId);
    }

    /**
     * {@return a copy with another {@code context} and {@code flags} to fit it}
     *
     * @param context a number for the callout, or the provider context that the filter refers to; a flag of the filter says which
     */
    public FwpmFilter0 withContext(Context context) {
        return new FwpmFilter0(filterKey, switch (context) {
                    case Context.RawContext _ -> flags.without(new FwpmFilterFlags(0x4));
                    case Context.ProviderContext _ -> flags.or(new FwpmFilterFlags(0x4));
                }, providerKey, action, context, filterId);
    }

    /**
     * {@return a copy with another {@code filterId}}
     *
     * @param filterId the run-time identifier; set by the engine, ignored when adding
     */
    public FwpmFilter0 withFilterId(long filterId) {
        return new FwpmFilter0(filterKey, flags, providerKey, action, context, filterId);
    }

    /**
     * A number for the callout, or the provider context that the filter refers to; a flag of the filter says which.
     */
    public sealed interface Context {
        /**
         * The case in which bit 0x4 of {@code flags} is clear.
         *
         * @param rawContext a number that is handed to the callout as it is
         */
        record RawContext(long rawContext) implements Context {
        }

        /**
         * The case in which bit 0x4 of {@code flags} is set.
         *
         * @param providerContextKey the provider context that the filter refers to
         */
        record ProviderContext(ProviderContextKey providerContextKey) implements Context {
            /**
             * Checks the components and copies the lists.
             *
             * @throws IllegalArgumentException if a component is out of its range
             */
            public ProviderContext {
                Objects.requireNonNull(providerContextKey, "providerContextKey");
            }
        }
    }
}
