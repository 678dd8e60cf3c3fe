package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

/**
 * Whose the objects of a scenario are, and where its filters go.
 *
 * @param provider the provider that owns the objects. Ours is added with the first of them; any
 *     other one must be there already, and stays
 * @param subLayer the sublayer of all filters, which must be there already, or {@link
 *     SublayerKey#ZERO} for the default one of each layer. The pages name none, and the built-in
 *     IPsec callouts work in the default one (C08)
 */
public record Placement(ProviderKey provider, SublayerKey subLayer) {
    /** Our provider, and the default sublayers. */
    public static final Placement DEFAULT = new Placement(Wfp4jProvider.KEY, SublayerKey.ZERO);

    /** Checks that nothing is null. */
    public Placement {
        requireNonNull(provider, "provider");
        requireNonNull(subLayer, "subLayer");
    }

    /** The provider that a plan adds, or null if it takes one that is there. */
    @Nullable FwpmProvider0 ownProvider() {
        return provider.equals(Wfp4jProvider.KEY) ? Wfp4jProvider.PROVIDER : null;
    }

    /** Whether filters go where the built-in callouts are known to work. */
    boolean isUsual() {
        return subLayer.equals(SublayerKey.ZERO);
    }
}
