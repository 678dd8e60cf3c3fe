package io.github.wfp4j.embedded;

import java.util.concurrent.atomic.AtomicLong;

/** Counts run-time ids; one that an aborted transaction took is not used again (2.11, 3.4). */
final class Ids {
    private final AtomicLong filter = new AtomicLong(EnginePolicy.FIRST_FILTER_ID);
    private final AtomicLong callout = new AtomicLong(EnginePolicy.FIRST_CALLOUT_ID);
    private final AtomicLong providerContext =
            new AtomicLong(EnginePolicy.FIRST_PROVIDER_CONTEXT_ID);

    private final AtomicLong saContext = new AtomicLong(EnginePolicy.FIRST_SA_CONTEXT_ID);

    /**
     * The next id of each kind.
     *
     * @param filter the next one of a filter
     * @param callout the next one of a callout
     * @param providerContext the next one of a provider context
     */
    record Counters(long filter, long callout, long providerContext) {}

    Counters counters() {
        return new Counters(filter.get(), callout.get(), providerContext.get());
    }

    /** Goes on from other counters. */
    void set(Counters counters) {
        filter.set(counters.filter());
        callout.set(counters.callout());
        providerContext.set(counters.providerContext());
    }

    long nextFilter() {
        return filter.getAndIncrement();
    }

    long nextCallout() {
        return callout.getAndIncrement();
    }

    long nextProviderContext() {
        return providerContext.getAndIncrement();
    }

    long nextSaContext() {
        return saContext.getAndIncrement();
    }
}
