package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.types.Key;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The three functions that enumerate the objects of one kind.
 *
 * @param <R> the kind of object
 */
final class Enumerations<R> {
    private final Class<R> type;
    private final Container container;
    private final @Nullable Function<? super R, ? extends Key> keyOf;
    private final Access access;
    private final Calls calls;
    private final Handles handles;
    private final Results results;

    /**
     * Creates the functions for objects that have no descriptors of their own.
     *
     * @param container what the objects lie in, whose descriptor counts for them
     */
    Enumerations(Class<R> type, Core core, Container container) {
        this(type, core, container, null);
    }

    /**
     * Creates the functions.
     *
     * @param container what the objects lie in
     * @param keyOf what the right to read an object is looked up by, or null for the container
     */
    Enumerations(
            Class<R> type,
            Core core,
            Container container,
            @Nullable Function<? super R, ? extends Key> keyOf) {
        this.type = type;
        this.container = container;
        this.keyOf = keyOf;
        this.access = core.access();
        this.calls = core.calls();
        this.handles = core.handles();
        this.results = core.results();
    }

    /**
     * Takes a snapshot and opens a handle to it.
     *
     * @param objects finds the objects; run within the transaction
     */
    int create(MemorySegment engineHandle, MemorySegment enumHandle, Supplier<List<R>> objects) {
        return calls.read(engineHandle, session -> open(session, enumHandle, objects));
    }

    /** Does as {@link #create}, but not inside a transaction of the client (2). */
    int createOutside(
            MemorySegment engineHandle, MemorySegment enumHandle, Supplier<List<R>> objects) {
        return calls.readOutside(engineHandle, session -> open(session, enumHandle, objects));
    }

    private void open(Session session, MemorySegment enumHandle, Supplier<List<R>> objects) {
        access.require(session.caller(), container, FwpmActrl.ENUM);
        MemorySegment out = Results.pointerTo(enumHandle, "enumHandle");
        MemorySegment handle =
                handles.issue(new Enumeration<>(type, session, readable(session, objects.get())));
        session.enumerations().add(handle.address());
        Results.put(out, handle);
    }

    /** {@return the objects that the caller may read; the others do not show (5.8)} */
    private List<R> readable(Session session, List<R> objects) {
        Function<? super R, ? extends Key> key = keyOf;
        if (key == null) {
            return access.isGranted(session.caller(), container, FwpmActrl.READ)
                    ? objects
                    : List.of();
        }
        return objects.stream()
                .filter(it -> access.isGranted(session.caller(), key.apply(it), FwpmActrl.READ))
                .toList();
    }

    /** Hands the next objects out as they are. */
    int next(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int requested,
            MemorySegment entries,
            MemorySegment returned,
            Struct<R> struct) {
        return next(engineHandle, enumHandle, requested, entries, returned, struct, value -> value);
    }

    /**
     * Hands the next objects out.
     *
     * @param reading turns an object to what the caller sees, or to null to skip it
     */
    <T> int next(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int requested,
            MemorySegment entries,
            MemorySegment returned,
            Struct<T> struct,
            Function<? super R, ? extends @Nullable T> reading) {
        return calls.read(
                engineHandle,
                session -> {
                    MemorySegment pageOut = Results.pointerTo(entries, "entries");
                    MemorySegment countOut = Results.countTo(returned, "numEntriesReturned");
                    List<T> page =
                            find(enumHandle, session)
                                    .next(Integer.toUnsignedLong(requested), reading);
                    Results.put(pageOut, results.page(page, struct));
                    countOut.set(ValueLayout.JAVA_INT, 0, page.size());
                });
    }

    /** Closes a handle. */
    int destroy(MemorySegment engineHandle, MemorySegment enumHandle) {
        return calls.read(
                engineHandle,
                session -> {
                    find(enumHandle, session);
                    session.enumerations().remove(enumHandle.address());
                    handles.close(enumHandle.address());
                });
    }

    @SuppressWarnings("unchecked") // the enumeration knows its kind
    private Enumeration<R> find(MemorySegment enumHandle, Session session) {
        Enumeration<?> found = handles.find(enumHandle, Enumeration.class);
        EngineFailure.unless(found.is(type, session), EnginePolicy.UNKNOWN_HANDLE);
        return (Enumeration<R>) found;
    }
}
