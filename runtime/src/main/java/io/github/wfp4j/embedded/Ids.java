package io.github.wfp4j.embedded;

import java.util.concurrent.atomic.AtomicLong;

/** Counts run-time ids; one that an aborted transaction took is not used again (2.11, 3.4). */
final class Ids {
    private final AtomicLong filter = new AtomicLong(EnginePolicy.FIRST_FILTER_ID);
    private final AtomicLong callout = new AtomicLong(EnginePolicy.FIRST_CALLOUT_ID);
    private final AtomicLong providerContext =
            new AtomicLong(EnginePolicy.FIRST_PROVIDER_CONTEXT_ID);

    private final AtomicLong saContext = new AtomicLong(EnginePolicy.FIRST_SA_CONTEXT_ID);

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
