package io.github.wfp4j.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Calls functions with one engine's handle, and looks at what they return.
 *
 * <p>The handle does not leave this class but for the time of a call, and {@link #close} waits for
 * the calls under way: no thread can use a handle that another one has closed. A call that comes
 * meanwhile is refused and does not wait, since closing may in turn wait for the listener that
 * makes it.
 */
final class Calls {
    private final WfpFunctions functions;
    private final MemorySegment handle;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Set<Registration<?>> registrations = ConcurrentHashMap.newKeySet();
    private final MemberChecks checks = new MemberChecks(this::reportedLayer);

    Calls(WfpFunctions functions, MemorySegment handle) {
        this.functions = functions;
        this.handle = handle;
    }

    WfpFunctions functions() {
        return functions;
    }

    /** Throws unless a function returned success. */
    static void check(String function, int code, Object subject) {
        if (code != 0) {
            throw Failure.of(function, code, subject).toException();
        }
    }

    /** {@return what a call returned, which a flight recorder may have noted} */
    static int timed(String function, Call call, MemorySegment handle) {
        NativeCall event = NativeCall.started();
        int code = call.on(handle);
        event.returned(function, code);
        return code;
    }

    /** Gives back what the engine returned. */
    void free(MemorySegment pointer) {
        NativeCall event = NativeCall.started();
        functions.engine().FwpmFreeMemory0(pointer);
        event.returned("FwpmFreeMemory0", 0);
    }

    /** Makes a call and throws unless it succeeds. */
    void run(String function, Object subject, Call call) {
        if (!enter()) {
            throw alreadyClosed();
        }
        try {
            check(function, timed(function, call, handle), subject);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Makes a call that cleans up after another; does nothing if closing the engine did so. */
    void runIfOpen(String function, Call call) {
        if (enter()) {
            try {
                check(function, timed(function, call, handle), Subject.NONE);
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    /** {@return whether the engine is open; then it stays so until the read lock is given back} */
    private boolean enter() {
        if (closed.get() || !lock.readLock().tryLock()) {
            return false;
        }
        if (closed.get()) {
            lock.readLock().unlock();
            return false;
        }
        return true;
    }

    /** Ends a subscription with the engine, unless it is released before; within a call only. */
    void keep(Registration<?> registration) {
        registrations.add(registration);
    }

    /** Forgets a subscription that has ended. */
    void release(Registration<?> registration) {
        registrations.remove(registration);
    }

    /**
     * Adds an object that gets no id.
     *
     * @throws InvalidMemberException if the engine is known to refuse it
     */
    <R> void add(
            String function,
            R object,
            @Nullable SecurityDescriptor descriptor,
            Encoder<R> encoder,
            Add call) {
        checks.require(object);
        try (Arena arena = new ErasingArena()) {
            MemorySegment encoded = encoder.encode(object, arena);
            MemorySegment sd = Descriptors.encode(descriptor, arena);
            run(function, object, engine -> call.on(engine, encoded, sd));
        }
    }

    /**
     * {@return the id that the engine gave the object which a call added}
     *
     * @throws InvalidMemberException if the engine is known to refuse it
     */
    <R> long addWithId(
            String function,
            R object,
            @Nullable SecurityDescriptor descriptor,
            Encoder<R> encoder,
            AddWithId call) {
        checks.require(object);
        try (Arena arena = new ErasingArena()) {
            MemorySegment encoded = encoder.encode(object, arena);
            MemorySegment sd = Descriptors.encode(descriptor, arena);
            // Zeroed and little-endian: right for the ids of callouts as well, which have 32 bits.
            MemorySegment id = arena.allocate(JAVA_LONG);
            run(function, object, engine -> call.on(engine, encoded, sd, id));
            return id.get(JAVA_LONG, 0);
        }
    }

    /** {@return a layer as the engine reports it, or null if it refuses or cannot be understood} */
    private @Nullable LayerSchema reportedLayer(LayerKey key) {
        try {
            return LayerSchema.of(
                    get(
                            "FwpmLayerGetByKey0",
                            Struct.LAYER,
                            key,
                            functions.layer()::FwpmLayerGetByKey0));
        } catch (WfpException | DecodingException _) {
            return null;
        }
    }

    /** {@return the object that a call finds by its key, copied} */
    <R> R get(String function, Struct<R> struct, Key key, Lookup call) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment guid = guid(key, arena);
            return get(function, struct, key, arena, (engine, out) -> call.on(engine, guid, out));
        }
    }

    /** {@return the object that a call finds by its id, copied} */
    <R> R get(String function, Struct<R> struct, long id, LookupById call) {
        try (Arena arena = new ErasingArena()) {
            return get(function, struct, id, arena, (engine, out) -> call.on(engine, id, out));
        }
    }

    /** {@return the object that a call returns, copied} */
    <R> R get(String function, Struct<R> struct, Object subject, Into call) {
        try (Arena arena = new ErasingArena()) {
            return get(function, struct, subject, arena, call);
        }
    }

    /** {@return all that a call lists, copied} */
    <R> List<R> list(String function, Page.Viewing<R> copy, Listing call) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment entries = arena.allocate(ADDRESS);
            MemorySegment count = arena.allocate(JAVA_INT);
            run(function, Subject.NONE, engine -> call.on(engine, entries, count));
            try (Page page =
                    new Page(
                            entries.get(ADDRESS, 0), count.get(JAVA_INT, 0), () -> free(entries))) {
                List<R> list = new ArrayList<>(page.count());
                for (int i = 0; i < page.count(); i++) {
                    list.add(copy.at(page, page.entry(i)));
                }
                return List.copyOf(list);
            }
        }
    }

    private <R> R get(String function, Struct<R> struct, Object subject, Arena arena, Into call) {
        MemorySegment out = arena.allocate(ADDRESS);
        run(function, subject, engine -> call.on(engine, out));
        try {
            return struct.decode()
                    .apply(Reader.DEFAULT.pointee(out, 0, struct.size(), 8, struct.cName()));
        } finally {
            free(out);
        }
    }

    /** {@return the struct that a call fills in where the caller says, copied} */
    <R> R fill(String function, Struct<R> struct, Into call) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment out = arena.allocate(struct.size(), Slab.ALIGNMENT);
            run(function, Subject.NONE, engine -> call.on(engine, out));
            return struct.decode().apply(out);
        }
    }

    /** Makes a call with an object that it only reads, and that may hold keys. */
    <R> void send(String function, Object subject, R object, Encoder<R> encoder, Send call) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment encoded = encoder.encode(object, arena);
            run(function, subject, engine -> call.on(engine, encoded));
        }
    }

    /** Deletes an object by its key. */
    void delete(String function, Key key, Delete call) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment guid = guid(key, arena);
            run(function, key, engine -> call.on(engine, guid));
        }
    }

    /** {@return the key in memory} */
    static MemorySegment guid(Key key, SegmentAllocator allocator) {
        Slab slab = Slab.allocate(16, allocator);
        slab.putGuid(slab.reserve(16), key.guid());
        return slab.memory();
    }

    /**
     * Throws if the engine is closed; without the lock, only a hint that it is open.
     *
     * <p>A plain read: whoever closed it and told this thread is seen, and a loop over a page is
     * spared a barrier for each object.
     */
    void requireOpen() {
        if (closed.getPlain()) {
            throw alreadyClosed();
        }
    }

    private static IllegalStateException alreadyClosed() {
        return new IllegalStateException("engine already closed");
    }

    /** Ends the subscriptions and closes the handle, once. */
    void close() {
        if (lock.getReadHoldCount() > 0
                || registrations.stream().anyMatch(Registration::isCaller)) {
            throw new IllegalStateException("engine cannot be closed from within one of its calls");
        }
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        lock.writeLock().lock();
        try {
            endRegistrations();
            String function = "FwpmEngineClose0";
            int code = timed(function, functions.engine()::FwpmEngineClose0, handle);
            check(function, code, Subject.NONE);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Has the engine say that it calls nobody any more; what it refuses, closing it ends. */
    private void endRegistrations() {
        if (!registrations.isEmpty()) {
            // No subscription ends within a transaction, which closing the engine aborts anyway.
            var _ = functions.transaction().FwpmTransactionAbort0(handle);
            registrations.forEach(registration -> registration.unsubscribe(handle));
        }
    }

    /** A function on an engine handle. */
    interface Call {
        int on(MemorySegment engine);
    }

    /** A function that also takes an object and its security descriptor. */
    interface Add {
        int on(MemorySegment engine, MemorySegment object, MemorySegment sd);
    }

    /** A function that also takes an object, its security descriptor and the place for its id. */
    interface AddWithId {
        int on(MemorySegment engine, MemorySegment object, MemorySegment sd, MemorySegment id);
    }

    /** A function that also takes the place for a result. */
    interface Into {
        int on(MemorySegment engine, MemorySegment out);
    }

    /** A function that also takes an object. */
    interface Send {
        int on(MemorySegment engine, MemorySegment object);
    }

    /** A function that also takes the places for an array and its count. */
    interface Listing {
        int on(MemorySegment engine, MemorySegment entries, MemorySegment count);
    }

    /** A function that also takes a key. */
    interface Delete {
        int on(MemorySegment engine, MemorySegment key);
    }

    /** A function that also takes a key, or a template, and the place for a result. */
    interface Lookup {
        int on(MemorySegment engine, MemorySegment key, MemorySegment out);
    }

    /** A function that also takes an id and the place for a result. */
    interface LookupById {
        int on(MemorySegment engine, long id, MemorySegment out);
    }

    /** Writes a record to memory. */
    interface Encoder<R> {
        MemorySegment encode(R value, SegmentAllocator allocator);
    }
}
