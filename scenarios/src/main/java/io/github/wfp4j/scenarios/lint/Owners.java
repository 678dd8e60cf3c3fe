package io.github.wfp4j.scenarios.lint;

import static java.util.stream.Collectors.toSet;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells which callouts belong together.
 *
 * <p>The engine does not record which driver registered a callout. Two have the same owner if they
 * have the same provider, otherwise if filters name them in the same sublayer, save the universal
 * one, which anybody uses. They have different ones if both have a provider, or both a sublayer of
 * their own, and these differ. Nothing else is known.
 *
 * @param evidence what there is
 */
record Owners(Evidence evidence) {
    /** Whether a callout of the same owner is among some. */
    enum Search {
        /** There is one. */
        FOUND,

        /** There may be one. */
        UNKNOWN,

        /** There is none. */
        MISSING
    }

    /** Whether two callouts have the same owner; unknown counts as not. */
    boolean same(FwpmCallout0 one, FwpmCallout0 other) {
        return compare(one, other) == Search.FOUND;
    }

    /** Looks for a callout of the same owner. */
    Search search(FwpmCallout0 callout, Stream<FwpmCallout0> candidates) {
        Set<Search> results = candidates.map(it -> compare(callout, it)).collect(toSet());
        if (results.contains(Search.FOUND)) {
            return Search.FOUND;
        }
        return results.contains(Search.UNKNOWN) || !isKnown(callout)
                ? Search.UNKNOWN
                : Search.MISSING;
    }

    private boolean isKnown(FwpmCallout0 callout) {
        return callout.providerKey() != null || !sublayers(callout).isEmpty();
    }

    private Search compare(FwpmCallout0 one, FwpmCallout0 other) {
        ProviderKey provider = one.providerKey();
        boolean bothHaveProviders = provider != null && other.providerKey() != null;
        if (provider != null && provider.equals(other.providerKey())) {
            return Search.FOUND;
        }
        Set<SublayerKey> first = sublayers(one);
        Set<SublayerKey> second = sublayers(other);
        if (!Collections.disjoint(first, second)) {
            return Search.FOUND;
        }
        return bothHaveProviders || (!first.isEmpty() && !second.isEmpty())
                ? Search.MISSING
                : Search.UNKNOWN;
    }

    private Set<SublayerKey> sublayers(FwpmCallout0 callout) {
        return evidence.filtersOf(callout).stream()
                .map(FwpmFilter0::subLayerKey)
                .filter(it -> !it.equals(SublayerKey.ZERO) && !it.equals(FwpmSublayers.UNIVERSAL))
                .collect(toSet());
    }
}
