package io.github.wfp4j.netsh;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.win32.Filetime;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a dump holds, each kind in the order in which it stands there.
 *
 * <p>Keys, run-time ids and effective weights are those of the engine that was dumped.
 *
 * @param form which kind of dump it is
 * @param timeStamp when it was made, or null if it does not say so
 * @param sessions the sessions
 * @param layers the layers with their fields
 * @param callouts the callouts of all layers
 * @param filters the filters of all layers
 * @param providers the providers
 * @param providerContexts the provider contexts
 * @param subLayers the sublayers
 * @param netEvents the network events
 * @param unknown what no record holds
 */
public record NetshDump(
        NetshForm form,
        @Nullable Filetime timeStamp,
        List<FwpmSession0> sessions,
        List<FwpmLayer0> layers,
        List<FwpmCallout0> callouts,
        List<FwpmFilter0> filters,
        List<FwpmProvider0> providers,
        List<FwpmProviderContext3> providerContexts,
        List<FwpmSublayer0> subLayers,
        List<FwpmNetEvent5> netEvents,
        List<Unknown> unknown) {
    /** Checks that nothing is null but the time, and copies the lists. */
    public NetshDump {
        requireNonNull(form, "form");
        sessions = List.copyOf(sessions);
        layers = List.copyOf(layers);
        callouts = List.copyOf(callouts);
        filters = List.copyOf(filters);
        providers = List.copyOf(providers);
        providerContexts = List.copyOf(providerContexts);
        subLayers = List.copyOf(subLayers);
        netEvents = List.copyOf(netEvents);
        unknown = List.copyOf(unknown);
    }
}
