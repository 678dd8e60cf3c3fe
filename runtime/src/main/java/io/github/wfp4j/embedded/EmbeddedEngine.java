package io.github.wfp4j.embedded;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.internal.abi.WfpFunctions;

/**
 * A filtering engine in memory: on any system, without privileges, as many as you like.
 *
 * <p>A new one holds what every engine has built in: layers, sublayers, callouts, a few providers.
 * What is added to it filters no traffic; it can be read back, and asked what it would do.
 *
 * <p>An engine can be used from many threads. So can a session; its calls follow one another.
 */
public final class EmbeddedEngine implements AutoCloseable {
    private final Calls calls;
    private final Sessions sessions;
    private final Deliveries deliveries =
            new Deliveries(EnginePolicy.MAX_WAITING_NOTIFICATIONS);
    private final Allocations allocations = new Allocations();
    private final EmbeddedFunctions functions;
    private final NetEvents netEvents;
    private final Connections connections;
    private final Subscribers<SaContextEvent> saContextSubscribers = new Subscribers<>();

    private EmbeddedEngine(EmbeddedEngineOptions options) {
        Store store = new Store();
        Handles handles = new Handles();
        Ids ids = new Ids();
        BuiltinObjects.addTo(store, ids);
        calls = new Calls(handles, store);
        Changes changes = new Changes(store);
        Core core =
                new Core(
                        options,
                        store,
                        handles,
                        calls,
                        changes,
                        new Results(allocations),
                        ids,
                        deliveries);
        EngineSettings settings = new EngineSettings(options.operationalLog());
        netEvents = new NetEvents(options.clock(), settings);
        connections = new Connections(settings);
        FilterAddition addition = new FilterAddition(core, new Weights());
        IkeExemptions exemptions = new IkeExemptions(store, addition);
        sessions =
                new Sessions(
                        handles,
                        calls,
                        session -> {
                            changes.deleteAllOf(session);
                            exemptions.update(session);
                        });
        functions =
                new EmbeddedFunctions(
                        new CalloutCalls(core),
                        new ConnectionCalls(core, connections),
                        new EngineCalls(core, sessions, allocations, settings),
                        new FilterCalls(core, addition, exemptions),
                        new LayerCalls(core),
                        new NetEventCalls(core, netEvents),
                        new ProviderContextCalls(core),
                        new ProviderCalls(core),
                        new SaContextSubscriptionCalls(core, saContextSubscribers),
                        new SessionCalls(core, sessions),
                        new SublayerCalls(core),
                        new TransactionCalls(calls));
    }

    /** {@return a new engine, in which nobody has added anything} */
    public static EmbeddedEngine create() {
        return create(EmbeddedEngineOptions.DEFAULT);
    }

    /**
     * {@return a new engine, in which nobody has added anything}
     *
     * @param options what can be chosen
     */
    public static EmbeddedEngine create(EmbeddedEngineOptions options) {
        return new EmbeddedEngine(options);
    }

    /**
     * {@return a new session with this engine}
     *
     * @param session what the session shall be
     */
    public Engine open(FwpmSession0 session) {
        return Engine.open(functions, session);
    }

    /** {@return the functions of this engine, for those who call them as C does} */
    @SuppressWarnings("exports") // for other packages of this module
    public WfpFunctions functions() {
        return functions;
    }

    /**
     * Notes a network event, if events of its kind are collected, and tells those who subscribed.
     *
     * @param event the event; its time is now, whatever it says
     */
    void publish(FwpmNetEvent5 event) {
        netEvents.publish(event);
    }

    /** {@return the connections that are protected by IPsec} */
    Connections connections() {
        return connections;
    }

    /** {@return those who are told of security association contexts} */
    Subscribers<SaContextEvent> saContextSubscribers() {
        return saContextSubscribers;
    }

    /** {@return how many notifications found the queue of their subscription full (8.13)} */
    long droppedNotifications() {
        return deliveries.dropped();
    }

    /** {@return how many results nobody freed yet} */
    int unfreed() {
        return allocations.count();
    }

    /**
     * Stops the engine.
     *
     * <p>Transactions are aborted, and every later call answers {@code FWP_E_SESSION_ABORTED}, but
     * for the closing of handles and the freeing of memory. Nobody is told of anything any more; a
     * callback that runs is waited for, unless it is the one that calls. A second call does nothing.
     */
    @Override
    public void close() {
        calls.stop();
        sessions.abortTransactions();
        deliveries.stop();
    }
}
