package io.github.wfp4j.engine;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.fwpm.FwpmCalloutEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSublayerEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmTxnFlags;
import io.github.wfp4j.internal.abi.SystemLibrary;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.codec.FwpmCalloutEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmFilterEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContextEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmSession0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayerEnumTemplate0Codec;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.internal.memory.NativeAccess;
import io.github.wfp4j.view.FwpmCallout0View;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;
import io.github.wfp4j.view.FwpmProvider0View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.FwpmSession0View;
import io.github.wfp4j.view.FwpmSublayer0View;
import io.github.wfp4j.win32.RpcCAuthn;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An open session with a filtering engine.
 *
 * <pre>{@code
 * try (Engine engine = Engine.open(Sessions.dynamic("telnet guard"));
 *         Transaction transaction = engine.begin()) {
 *     engine.add(Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4, Conditions.remotePort(23)));
 *     transaction.commit();
 * }
 * }</pre>
 *
 * <p>A call outside a transaction is a transaction of its own. Records go in and come out by value:
 * the engine keeps a copy, and what it returns is a copy.
 *
 * <p><b>Threads.</b> An engine may be used from several threads. They share its one transaction.
 *
 * <p><b>Lifetime.</b> {@link #close()} ends the session: an open transaction is aborted, the
 * objects of a dynamic session are deleted, cursors and subscriptions end. It waits for calls under
 * way and for listeners; later calls throw {@link IllegalStateException}, save closing cursors,
 * subscriptions and transactions, which then does nothing.
 *
 * <p><b>Errors.</b> Whatever the engine refuses is a {@link WfpException}; those that programs
 * handle have a class of their own, and every method may throw
 *
 * <ul>
 *   <li>{@link AccessDeniedException}, without the right on the object or the engine;
 *   <li>{@link TransactionException}, if it changes something in a read-only transaction, or did
 *       not get the lock within the session's timeout;
 *   <li>{@link UnsupportedOperationException}, if this Windows is too old for the function.
 * </ul>
 *
 * <p>Adding an object throws an {@link InvalidMemberException} instead, and does not ask the
 * engine, if it is known to refuse a member of the object. A {@link
 * io.github.wfp4j.types.DecodingException} says that the engine returned what its types do not
 * allow.
 */
public final class Engine extends EngineEvents implements AutoCloseable {
    private final AtomicReference<@Nullable Transaction> transaction = new AtomicReference<>();

    private Engine(WfpFunctions functions, MemorySegment handle) {
        super(functions, new Calls(functions, handle));
    }

    /**
     * Opens this computer's engine, which needs Windows and, for most uses, a process that runs
     * elevated.
     *
     * @param session how; {@link Sessions} has the usual ones
     * @return the open session, which ends when it is closed
     * @throws UnsupportedOperationException if this is not Windows; {@code
     *     EmbeddedEngine.create().open(session)} opens an engine in memory anywhere
     * @throws IllegalCallerException if native access is denied; the message is the option to add
     * @throws AccessDeniedException without the right to open the engine
     * @throws AlreadyExistsException if a session with that key is open
     * @throws WfpException if the engine's service is not running, among others
     */
    public static Engine open(FwpmSession0 session) {
        NativeAccess.require();
        return open(SystemLibrary.load(System.getProperty("os.name"), System.getenv()), session);
    }

    /**
     * Opens any implementation of the C functions; for use within this library.
     *
     * @param functions the implementation
     * @param session how; {@link Sessions} has the usual ones
     * @return the open session, which ends when it is closed
     * @throws IllegalCallerException if native access is denied; the message is the option to add
     * @throws WfpException if the implementation refuses the session
     */
    @SuppressWarnings("exports") // embedded, another package of this module, opens its engine here
    public static Engine open(WfpFunctions functions, FwpmSession0 session) {
        NativeAccess.require();
        try (Arena arena = new ErasingArena()) {
            MemorySegment handle = arena.allocate(ADDRESS);
            MemorySegment wanted = FwpmSession0Codec.encode(session, arena);
            int code =
                    Calls.timed(
                            "FwpmEngineOpen0",
                            out ->
                                    functions
                                            .engine()
                                            .FwpmEngineOpen0(
                                                    NULL, RpcCAuthn.WINNT, NULL, wanted, out),
                            handle);
            Calls.check("FwpmEngineOpen0", code, session);
            return new Engine(functions, handle.get(ADDRESS, 0));
        }
    }

    /**
     * Begins a transaction that changes things.
     *
     * @return the transaction, which ends when it is committed or closed
     * @throws TransactionException if there is one already, or the lock was not to be had in time
     */
    public Transaction begin() {
        return begin(false);
    }

    /**
     * Begins a transaction.
     *
     * @param readOnly whether it only reads, so that others may read at the same time
     * @return the transaction, which ends when it is committed or closed
     * @throws TransactionException if there is one already, or the lock was not to be had in time
     */
    public Transaction begin(boolean readOnly) {
        FwpmTxnFlags flags = readOnly ? FwpmTxnFlags.READ_ONLY : FwpmTxnFlags.NONE;
        calls.run(
                "FwpmTransactionBegin0",
                Subject.NONE,
                engine -> functions.transaction().FwpmTransactionBegin0(engine, flags.bits()));
        Transaction begun = new Transaction(calls, transaction);
        transaction.set(begun);
        return begun;
    }

    /** {@return a cursor over all providers} */
    public Cursor<FwpmProvider0View> providers() {
        return new Cursor<>(calls, Enumerations.of(functions.provider()), NULL, Subject.NONE);
    }

    /** {@return a cursor over all sublayers} */
    public Cursor<FwpmSublayer0View> sublayers() {
        return new Cursor<>(calls, Enumerations.of(functions.sublayer()), NULL, Subject.NONE);
    }

    /**
     * {@return a cursor over the sublayers that fit a template}
     *
     * @param template which ones
     */
    public Cursor<FwpmSublayer0View> sublayers(FwpmSublayerEnumTemplate0 template) {
        return cursor(
                Enumerations.of(functions.sublayer()),
                template,
                FwpmSublayerEnumTemplate0Codec::encode);
    }

    /** {@return a cursor over all callouts} */
    public Cursor<FwpmCallout0View> callouts() {
        return new Cursor<>(calls, Enumerations.of(functions.callout()), NULL, Subject.NONE);
    }

    /**
     * {@return a cursor over the callouts that fit a template}
     *
     * @param template which ones
     * @throws NotFoundException if the template's layer does not exist
     */
    public Cursor<FwpmCallout0View> callouts(FwpmCalloutEnumTemplate0 template) {
        return cursor(
                Enumerations.of(functions.callout()),
                template,
                FwpmCalloutEnumTemplate0Codec::encode);
    }

    /** {@return a cursor over all provider contexts, in the newest version of their struct} */
    public Cursor<FwpmProviderContext3View> providerContexts() {
        return providerContexts(FwpmProviderContext3View.class);
    }

    /**
     * {@return a cursor over the provider contexts that a version of their struct can express}
     *
     * @param <V> the view of the struct in that version
     * @param version the class of {@link FwpmProviderContext3View} or an older version
     * @throws IllegalArgumentException if the class is another one
     */
    public <V> Cursor<V> providerContexts(Class<V> version) {
        return new Cursor<>(
                calls, ContextViews.of(functions.providerContext(), version), NULL, Subject.NONE);
    }

    /**
     * {@return a cursor over the provider contexts that fit a template}
     *
     * @param template which ones
     */
    public Cursor<FwpmProviderContext3View> providerContexts(
            FwpmProviderContextEnumTemplate0 template) {
        return cursor(
                ContextViews.of(functions.providerContext(), FwpmProviderContext3View.class),
                template,
                FwpmProviderContextEnumTemplate0Codec::encode);
    }

    /** {@return a cursor over all filters in force, in no particular order} */
    public Cursor<FwpmFilter0View> filters() {
        return new Cursor<>(calls, Enumerations.of(functions.filter()), NULL, Subject.NONE);
    }

    /**
     * {@return a cursor over the filters that fit a template; its flags decide the order}
     *
     * @param template which ones
     * @throws NotFoundException if the template's layer does not exist
     * @throws WfpException if no filter can fit the template, among others
     */
    public Cursor<FwpmFilter0View> filters(FwpmFilterEnumTemplate0 template) {
        return cursor(
                Enumerations.of(functions.filter()),
                template,
                FwpmFilterEnumTemplate0Codec::encode);
    }

    /** {@return a cursor over all layers} */
    public Cursor<FwpmLayer0View> layers() {
        return new Cursor<>(calls, Enumerations.of(functions.layer()), NULL, Subject.NONE);
    }

    /** {@return a cursor over all open sessions, this one included} */
    public Cursor<FwpmSession0View> sessions() {
        return new Cursor<>(calls, Enumerations.of(functions.session()), NULL, Subject.NONE);
    }

    /**
     * Ends the session. Closing twice does nothing.
     *
     * @throws IllegalStateException if called from within a listener of this engine, for which it
     *     would wait
     * @throws WfpException if the engine reports an error; the engine is closed all the same
     */
    @Override
    public void close() {
        calls.close();
    }
}
