package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;

import java.util.List;

/**
 * The objects of another engine, built-in ones included, as they were read there.
 *
 * <p>Keys, run-time ids and effective weights are kept. A kind of which there is no object at all
 * was not looked at there: of these the embedded engine's own ones stay.
 *
 * @param layers the layers with their fields
 * @param providers the providers
 * @param subLayers the sublayers
 * @param callouts the callouts
 * @param providerContexts the provider contexts
 * @param filters the filters; one without an effective weight gets the one that the embedded engine
 *     computes
 */
public record ImportedObjects(
        List<FwpmLayer0> layers,
        List<FwpmProvider0> providers,
        List<FwpmSublayer0> subLayers,
        List<FwpmCallout0> callouts,
        List<FwpmProviderContext3> providerContexts,
        List<FwpmFilter0> filters) {
    /** Copies the lists. */
    public ImportedObjects {
        layers = List.copyOf(layers);
        providers = List.copyOf(providers);
        subLayers = List.copyOf(subLayers);
        callouts = List.copyOf(callouts);
        providerContexts = List.copyOf(providerContexts);
        filters = List.copyOf(filters);
    }
}
