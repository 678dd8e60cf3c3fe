package io.github.wfp4j.netsh;

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

import java.util.ArrayList;
import java.util.List;

/** Collects what a dump holds. */
final class Collector implements NetshVisitor {
    private final List<FwpmSession0> sessions = new ArrayList<>();
    private final List<FwpmLayer0> layers = new ArrayList<>();
    private final List<FwpmCallout0> callouts = new ArrayList<>();
    private final List<FwpmFilter0> filters = new ArrayList<>();
    private final List<FwpmProvider0> providers = new ArrayList<>();
    private final List<FwpmProviderContext3> providerContexts = new ArrayList<>();
    private final List<FwpmSublayer0> subLayers = new ArrayList<>();
    private final List<FwpmNetEvent5> netEvents = new ArrayList<>();
    private final List<Unknown> unknown = new ArrayList<>();
    private NetshForm form = NetshForm.STATE;
    private @Nullable Filetime timeStamp;

    /** {@return what was collected} */
    NetshDump dump() {
        return new NetshDump(
                form,
                timeStamp,
                sessions,
                layers,
                callouts,
                filters,
                providers,
                providerContexts,
                subLayers,
                netEvents,
                unknown);
    }

    @Override
    public void form(NetshForm found) {
        form = found;
    }

    @Override
    public void timeStamp(Filetime time) {
        timeStamp = time;
    }

    @Override
    public void session(FwpmSession0 session) {
        sessions.add(session);
    }

    @Override
    public void layer(FwpmLayer0 layer) {
        layers.add(layer);
    }

    @Override
    public void callout(FwpmCallout0 callout) {
        callouts.add(callout);
    }

    @Override
    public void filter(FwpmFilter0 filter) {
        filters.add(filter);
    }

    @Override
    public void provider(FwpmProvider0 provider) {
        providers.add(provider);
    }

    @Override
    public void providerContext(FwpmProviderContext3 context) {
        providerContexts.add(context);
    }

    @Override
    public void subLayer(FwpmSublayer0 subLayer) {
        subLayers.add(subLayer);
    }

    @Override
    public void netEvent(FwpmNetEvent5 event) {
        netEvents.add(event);
    }

    @Override
    public void unknown(Unknown it) {
        unknown.add(it);
    }
}
