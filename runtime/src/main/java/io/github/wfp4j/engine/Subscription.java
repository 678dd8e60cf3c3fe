package io.github.wfp4j.engine;

import java.lang.ref.Reference;

/**
 * Has a {@link Listener} told about events until it is closed.
 *
 * <pre>{@code
 * FwpmFilterSubscription0 all = FwpmFilterSubscription0.of(FwpmSubscriptionFlags.NOTIFY_ON_ADD);
 * try (Subscription subscription = engine.subscribe(all, change -> log(change.filterKey()))) {
 *     work();
 * }
 * }</pre>
 *
 * <p>Events arrive some time after they happened, in their order; when there are too many, some get
 * lost. What this engine's own session does is not among them: watch from a second engine.
 *
 * <p><b>Lifetime.</b> Keep it reachable for as long as events shall come: one that was forgotten is
 * closed some time after the garbage collector found it. (A listener that refers to its own
 * subscription keeps it, and is told until the engine is closed.) With the system property {@code
 * wfp4j.debug.leaks=true} the logger {@code io.github.wfp4j.engine} warns of each one, and says
 * where it was opened. Closing the engine closes it too.
 *
 * <p><b>Threads.</b> It may be closed from any thread.
 */
public final class Subscription implements AutoCloseable {
    private final Registration<?> registration;
    private final Watch watch;

    Subscription(Registration<?> registration) {
        this.registration = registration;
        this.watch = Watch.over(this, "Subscription", registration.name(), registration::end);
    }

    /**
     * Ends the subscription. No event is delivered after this, and the listener has returned.
     * Closing twice, or after the engine, does nothing.
     *
     * <p>From within its own listener it does not wait for that: what the listener still does is
     * the last it does. Else do not hold a lock that the listener wants, since it is waited for.
     *
     * @throws TransactionException within a transaction of this engine; no event is delivered any
     *     more, but close it again after the transaction, to free its memory
     * @throws WfpException if the engine refuses; its memory is then freed with the engine
     */
    @Override
    public void close() {
        try {
            registration.end();
            watch.close();
        } finally {
            Reference.reachabilityFence(this);
        }
    }
}
