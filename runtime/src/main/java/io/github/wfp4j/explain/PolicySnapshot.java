package io.github.wfp4j.explain;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.view.FwpmCallout0View;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;
import io.github.wfp4j.view.FwpmProvider0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.FwpmSublayer0View;

import java.util.List;

/**
 * The objects of an engine at one time, from whatever source.
 *
 * <p>It is taken as it is: references to objects that are not in it are allowed, since a dump may
 * leave some out. The weight of a filter is its {@code effectiveWeight}; one that has none counts
 * as 0. Filters that are disabled or for the time of the system's start only are kept, and do not
 * classify.
 *
 * @param layers the layers
 * @param providers the providers
 * @param sublayers the sublayers
 * @param callouts the callouts
 * @param providerContexts the provider contexts
 * @param filters the filters, in any order
 */
public record PolicySnapshot(
        List<FwpmLayer0> layers,
        List<FwpmProvider0> providers,
        List<FwpmSublayer0> sublayers,
        List<FwpmCallout0> callouts,
        List<FwpmProviderContext3> providerContexts,
        List<FwpmFilter0> filters) {
    /** Copies the lists. */
    public PolicySnapshot {
        layers = List.copyOf(layers);
        providers = List.copyOf(providers);
        sublayers = List.copyOf(sublayers);
        callouts = List.copyOf(callouts);
        providerContexts = List.copyOf(providerContexts);
        filters = List.copyOf(filters);
    }

    /**
     * {@return what a session sees of its engine}
     *
     * <p>Each kind of object is read by itself. If others may change the engine meanwhile, do it
     * inside a read-only transaction.
     *
     * @param engine an open session; it stays open
     * @throws io.github.wfp4j.engine.WfpException if the engine refuses
     * @throws io.github.wfp4j.types.DecodingException if an object has a value that this version
     *     does not know
     */
    public static PolicySnapshot of(Engine engine) {
        return new PolicySnapshot(
                engine.layers().toList(FwpmLayer0View::toRecord),
                engine.providers().toList(FwpmProvider0View::toRecord),
                engine.sublayers().toList(FwpmSublayer0View::toRecord),
                engine.callouts().toList(FwpmCallout0View::toRecord),
                engine.providerContexts().toList(FwpmProviderContext3View::toRecord),
                engine.filters().toList(FwpmFilter0View::toRecord));
    }

    /**
     * {@return a copy with other filters}
     *
     * @param newFilters the filters
     */
    public PolicySnapshot withFilters(List<FwpmFilter0> newFilters) {
        return new PolicySnapshot(
                layers, providers, sublayers, callouts, providerContexts, newFilters);
    }
}
