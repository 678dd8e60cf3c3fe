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

/** Gets the objects of a dump one after the other, in the order in which they stand there. */
public interface NetshVisitor {
    /**
     * Gets the kind of dump, before everything else.
     *
     * @param form the kind
     */
    default void form(NetshForm form) {}

    /**
     * Gets the time when the dump was made.
     *
     * @param time the time
     */
    default void timeStamp(Filetime time) {}

    /**
     * Gets a session.
     *
     * @param session the session
     */
    default void session(FwpmSession0 session) {}

    /**
     * Gets a layer.
     *
     * @param layer the layer
     */
    default void layer(FwpmLayer0 layer) {}

    /**
     * Gets a callout.
     *
     * @param callout the callout
     */
    default void callout(FwpmCallout0 callout) {}

    /**
     * Gets a filter.
     *
     * @param filter the filter, with its id and effective weight
     */
    default void filter(FwpmFilter0 filter) {}

    /**
     * Gets a provider.
     *
     * @param provider the provider
     */
    default void provider(FwpmProvider0 provider) {}

    /**
     * Gets a provider context.
     *
     * @param context the provider context
     */
    default void providerContext(FwpmProviderContext3 context) {}

    /**
     * Gets a sublayer.
     *
     * @param subLayer the sublayer
     */
    default void subLayer(FwpmSublayer0 subLayer) {}

    /**
     * Gets a network event.
     *
     * @param event the event
     */
    default void netEvent(FwpmNetEvent5 event) {}

    /**
     * Gets something that no record holds. What was skipped comes last.
     *
     * @param unknown what it is
     */
    default void unknown(Unknown unknown) {}
}
