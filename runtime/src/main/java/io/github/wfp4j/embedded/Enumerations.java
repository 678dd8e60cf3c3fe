package io.github.wfp4j.embedded;

import io.github.wfp4j.win32.ErrorCode;

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
    private final Calls calls;
    private final Handles handles;
    private final Results results;

    Enumerations(Class<R> type, Core core) {
        this.type = type;
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
        MemorySegment out = Results.pointerTo(enumHandle, "enumHandle");
        MemorySegment handle = handles.issue(new Enumeration<>(type, session, objects.get()));
        session.enumerations().add(handle.address());
        Results.put(out, handle);
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
        EngineFailure.unless(found.is(type, session), ErrorCode.ERROR_INVALID_HANDLE);
        return (Enumeration<R>) found;
    }
}
