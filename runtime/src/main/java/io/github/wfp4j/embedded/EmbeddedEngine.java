package io.github.wfp4j.embedded;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.explain.Callouts;
import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Detail;
import io.github.wfp4j.explain.Explanation;
import io.github.wfp4j.explain.FlowState;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.PolicySnapshot;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.internal.abi.ExportedFunctions;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.memory.NativeAccess;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A filtering engine in memory: on any system, without privileges, as many as you like.
 *
 * <p>A new one holds what every engine has built in: layers, sublayers, callouts, a few providers.
 * What is added to it filters no traffic; it can be read back, and asked what it would do.
 *
 * <p>An engine can be used from many threads. So can a session; its calls follow one another.
 *
 * <p>C programs can use it too: {@link #find} gives every function of {@code fwpuclnt.dll}.
 */
public final class EmbeddedEngine implements SymbolLookup, AutoCloseable {
    private static final FwpmSession0 READER =
            io.github.wfp4j.engine.Sessions.named("classification");

    private final Core core;
    private final Calls calls;
    private final Sessions sessions;
    private final Deliveries deliveries;
    private final EngineSettings settings;
    private final NetEvents netEvents;
    private final Connections connections;
    private final Allocations allocations;
    private final EmbeddedFunctions families;
    private final WfpFunctions functions;
    private final ExportedFunctions exported;
    private final Restart restart;
    private final @Nullable StateKeeper keeper;

    /** Who holds it is the only one who starts or stops the engine. */
    private final ReentrantLock running = new ReentrantLock();

    private EmbeddedEngine(EmbeddedEngineOptions options, @Nullable ImportedObjects imported) {
        Store store = new Store();
        Handles handles = new Handles(options.traceCallSites());
        allocations = new Allocations(options.traceCallSites());
        Ids ids = new Ids();
        BuiltinObjects.addTo(store, ids);
        deliveries = new Deliveries(EnginePolicy.MAX_WAITING_NOTIFICATIONS, options.faults());
        calls = new Calls(handles, store, options.clock());
        Access access = new Access(store);
        Changes changes = new Changes(store, access);
        core =
                new Core(
                        options,
                        store,
                        handles,
                        calls,
                        access,
                        changes,
                        new Results(allocations),
                        ids,
                        deliveries);
        settings = new EngineSettings(options.operationalLog());
        netEvents = new NetEvents(options.clock(), settings);
        connections = new Connections(settings);
        store.saContexts.watchBy(new SaWatcher(options.clock(), connections));
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
        families =
                new EmbeddedFunctions(
                        new CalloutCalls(core),
                        new ConnectionCalls(
                                core, connections, new ConnectionPolicies(core, addition)),
                        new DospCalls(core),
                        new EngineCalls(core, sessions, allocations, settings, options.caller()),
                        new FilterCalls(core, addition, exemptions),
                        new IkeextSaCalls(core),
                        new LayerCalls(core),
                        new NetEventCalls(core, netEvents),
                        new ProviderContextCalls(core),
                        new ProviderCalls(core),
                        new SaContextCalls(core),
                        new SaCalls(core),
                        new SessionCalls(core, sessions),
                        new StatisticsCalls(core),
                        new SublayerCalls(core),
                        new TransactionCalls(core),
                        new TunnelCalls(core, new Tunnels(core, addition, exemptions)));
        functions = withFaults(families);
        exported = new ExportedFunctions(functions, new EngineBoundary(calls, options.errors()));
        restart = new Restart(core, exemptions, netEvents, connections);
        Supplier<Snapshot> taking = () -> Snapshot.of(store, ids, exemptions, settings);
        StateFile file = options.state();
        if (imported != null) {
            new Importation(core, exemptions, settings)
                    .replaceAll(ImportedSnapshot.of(imported, ids.counters(), settings.all()));
            keeper = file == null ? null : StateKeeper.replace(file, taking);
        } else {
            keeper =
                    file == null
                            ? null
                            : StateKeeper.open(
                                    file,
                                    new Restoration(core, addition, exemptions, settings)::restore,
                                    taking);
        }
        store.commit();
        if (keeper != null) {
            store.keepBy(keeper::keep);
        }
    }

    private WfpFunctions withFaults(WfpFunctions sound) {
        FaultPlan faults = core.options().faults();
        return faults == FaultPlan.NONE ? sound : FaultyFunctions.over(sound, faults, sessions);
    }

    /** {@return a new engine, in which nobody has added anything} */
    public static EmbeddedEngine create() {
        return create(EmbeddedEngineOptions.DEFAULT);
    }

    /**
     * {@return a new engine, in which nobody has added anything}
     *
     * @param options what can be chosen
     * @throws StateFileException if there is to be a state file and it cannot be used
     */
    public static EmbeddedEngine create(EmbeddedEngineOptions options) {
        return new EmbeddedEngine(options, null);
    }

    /**
     * {@return a new engine with the objects of another one}
     *
     * <p>They are taken as they are: no check applies to them, keys, run-time ids and effective
     * weights stay. Those with keys of built-in objects are built in; others live as long as their
     * flags say. Such an engine adds no exemptions for IKE by itself, since they come with the
     * policies.
     *
     * @param options what can be chosen; a state file that is there is replaced
     * @param objects the objects
     * @throws IllegalArgumentException if two objects have one key or one id
     * @throws StateFileException if there is to be a state file and it cannot be used
     */
    public static EmbeddedEngine createFrom(
            EmbeddedEngineOptions options, ImportedObjects objects) {
        return new EmbeddedEngine(options, objects);
    }

    /**
     * {@return a new session with this engine}
     *
     * @param session what the session shall be
     */
    public Engine open(FwpmSession0 session) {
        return Engine.open(functions, session);
    }

    /**
     * {@return a new session with this engine, opened by somebody else than the options say}
     *
     * @param session what the session shall be
     * @param caller who opens it
     */
    public Engine open(FwpmSession0 session, Caller caller) {
        return Engine.open(functions(caller), session);
    }

    /** {@return the functions of this engine, for those who call them as C does} */
    @SuppressWarnings("exports") // for other packages of this module
    public WfpFunctions functions() {
        return functions;
    }

    /** {@return the security associations, for who asks what happens to a packet} */
    SaContexts saContexts() {
        return core.store().saContexts;
    }

    /** {@return the functions of this engine, as another caller would call them} */
    WfpFunctions functions(Caller caller) {
        return withFaults(
                families.withEngine(
                        new EngineCalls(core, sessions, allocations, settings, caller)));
    }

    /**
     * {@return what clients have not given back yet, and what they gave back wrongly}
     *
     * <p>It can be asked for at any time, after {@link #close} too.
     */
    public LeakReport leakReport() {
        List<LeakReport.Leak> leaks = new ArrayList<>(allocations.leaks());
        leaks.addAll(core.handles().leaks());
        return new LeakReport(leaks, allocations.misuses());
    }

    /**
     * {@return a pointer to a function of this engine, with the C ABI, or nothing if {@code
     * fwpuclnt.dll} has no function of that name}
     *
     * <p>The pointer is good as long as this object or the segment is reachable, also after {@link
     * #close}: C may call it from any thread at any time, so that nothing but the garbage collector
     * frees it. Who gives the bare address to C keeps the engine for as long as C may call; a local
     * variable is not enough, since it ends with its last use.
     *
     * @param name the name of the function, such as {@code FwpmFilterAdd0}
     * @throws IllegalCallerException if native access is denied; the message is the option to add
     */
    @Override
    public Optional<MemorySegment> find(String name) {
        NativeAccess.require();
        return exported.find(name);
    }

    /**
     * Notes a network event, if events of its kind are collected, and tells those who subscribed.
     *
     * @param event the event; its time is now, whatever it says
     */
    void publish(FwpmNetEvent5 event) {
        netEvents.publish(event);
    }

    /**
     * {@return what happens to a packet of a new flow while there are no associations}
     *
     * @see #classify(Packet, FlowState, IpsecState, Callouts)
     * @param packet the packet
     */
    public Explanation classify(Packet packet) {
        return classify(packet, FlowState.NONE, IpsecState.NONE, Callouts.NONE);
    }

    /**
     * {@return what happens to a packet}
     *
     * <p>It is told as a network event too, if events of its kind are collected: a drop, or, with
     * the keyword for it, that the packet passed (8.4).
     *
     * <p>It reads what is committed, all of it each time. For many packets ask a {@link Classifier}
     * over one {@link PolicySnapshot}; that tells of no events.
     *
     * @param packet the packet
     * @param flow the flow that it belongs to
     * @param ipsec the state of IPsec for it
     * @param callouts the callouts that somebody registered
     * @throws io.github.wfp4j.engine.WfpException if others change the engine for longer than calls
     *     wait, or it is closed
     */
    public Explanation classify(
            Packet packet, FlowState flow, IpsecState ipsec, Callouts callouts) {
        PolicySnapshot policy;
        try (Engine reader = open(READER, Caller.ADMINISTRATOR)) {
            policy = PolicySnapshot.of(reader);
        }
        Explanation explanation =
                Classifier.of(policy, callouts).explain(packet, flow, ipsec, Detail.MATCHES);
        FwpmNetEvent5 event = ClassificationEvents.of(policy, flow, explanation);
        if (event != null) {
            publish(event);
        }
        return explanation;
    }

    /** {@return those who are told of security association contexts} */
    Subscribers<SaContextEvent> saContextSubscribers() {
        return saContexts().watcher().subscribers();
    }

    /** {@return the connections that are protected by IPsec} */
    Connections connections() {
        return connections;
    }

    /** {@return how many notifications found the queue of their subscription full (8.13)} */
    long droppedNotifications() {
        return deliveries.dropped();
    }

    /** {@return how many results nobody freed yet} */
    int unfreed() {
        return allocations.count();
    }

    /** {@return why the state file was not written when it last should have been, if so} */
    public Optional<StateFileException> stateFailure() {
        return keeper == null ? Optional.empty() : Optional.ofNullable(keeper.failure());
    }

    /**
     * Does what a restart of the system does: all sessions end, dynamic and static objects are
     * gone, persistent ones and boot-time filters stay.
     *
     * <p>Calls with a handle of before answer {@code FWP_E_SESSION_ABORTED}; such handles have
     * still to be closed. New ones can be opened.
     *
     * @throws IllegalStateException if the engine is closed
     * @throws StateFileException if the state file cannot be written; then the objects are as
     *     before, without the dynamic ones' sessions
     */
    public void reboot() {
        running.lock();
        try {
            if (calls.isStopped()) {
                throw new IllegalStateException("the engine is closed");
            }
            sessions.abortAll(() -> calls.alone(restart::run));
        } catch (EngineFailure e) {
            throw stateFailure().orElseThrow(() -> new AssertionError(e));
        } finally {
            running.unlock();
        }
    }

    /**
     * Stops the engine.
     *
     * <p>Transactions are aborted, and every later call answers {@code FWP_E_SESSION_ABORTED}, but
     * for the closing of handles and the freeing of memory. Nobody is told of anything any more; a
     * callback that runs is waited for, unless it is the one that calls. A second call does
     * nothing.
     *
     * @throws StateFileException if the state file has to be written now and cannot be; the engine
     *     is stopped nevertheless
     */
    @Override
    public void close() {
        running.lock();
        try {
            if (!calls.isStopped()) {
                calls.stop();
                sessions.abortTransactions();
                deliveries.stop();
                if (keeper != null) {
                    calls.alone(keeper::close);
                }
            }
        } finally {
            running.unlock();
        }
    }
}
