package io.github.wfp4j.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Calls functions with one engine's handle, and looks at what they return.
 *
 * <p>The handle does not leave this class but for the time of a call, and {@link #close} waits for
 * the calls under way: no thread can use a handle that another one has closed.
 */
final class Calls {
    private final WfpFunctions functions;
    private final MemorySegment handle;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final MemberChecks checks = new MemberChecks(this::reportedLayer);
    private volatile boolean closed;

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

    /** Makes a call and throws unless it succeeds. */
    void run(String function, Object subject, Call call) {
        lock.readLock().lock();
        try {
            requireOpen();
            check(function, call.on(handle), subject);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Makes a call that cleans up after another; does nothing if closing the engine did so. */
    void runIfOpen(String function, Call call) {
        lock.readLock().lock();
        try {
            if (!closed) {
                check(function, call.on(handle), Subject.NONE);
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Adds an object that gets no id.
     *
     * @throws InvalidMemberException if the engine is known to refuse it
     */
    <R> void add(String function, R object, Encoder<R> encoder, Add call) {
        checks.require(object);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment encoded = encoder.encode(object, arena);
            run(function, object, engine -> call.on(engine, encoded, MemorySegment.NULL));
        }
    }

    /**
     * {@return the id that the engine gave the object which a call added}
     *
     * @throws InvalidMemberException if the engine is known to refuse it
     */
    <R> long addWithId(String function, R object, Encoder<R> encoder, AddWithId call) {
        checks.require(object);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment encoded = encoder.encode(object, arena);
            // Zeroed and little-endian: right for the ids of callouts as well, which have 32 bits.
            MemorySegment id = arena.allocate(JAVA_LONG);
            run(function, object, engine -> call.on(engine, encoded, MemorySegment.NULL, id));
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
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment guid = guid(key, arena);
            return get(function, struct, key, arena, (engine, out) -> call.on(engine, guid, out));
        }
    }

    /** {@return the object that a call finds by its id, copied} */
    <R> R get(String function, Struct<R> struct, long id, LookupById call) {
        try (Arena arena = Arena.ofConfined()) {
            return get(function, struct, id, arena, (engine, out) -> call.on(engine, id, out));
        }
    }

    private <R> R get(String function, Struct<R> struct, Object subject, Arena arena, Into call) {
        MemorySegment out = arena.allocate(ADDRESS);
        run(function, subject, engine -> call.on(engine, out));
        try {
            return struct.decode()
                    .apply(Reader.DEFAULT.pointee(out, 0, struct.size(), 8, struct.cName()));
        } finally {
            functions.engine().FwpmFreeMemory0(out);
        }
    }

    /** Deletes an object by its key. */
    void delete(String function, Key key, Delete call) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment guid = guid(key, arena);
            run(function, key, engine -> call.on(engine, guid));
        }
    }

    private static MemorySegment guid(Key key, Arena arena) {
        Slab slab = Slab.allocate(16, arena);
        slab.putGuid(slab.reserve(16), key.guid());
        return slab.memory();
    }

    /** Throws if the engine is closed; without the lock, only a hint that it is open. */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("engine already closed");
        }
    }

    /** Closes the handle, once. */
    void close() {
        if (lock.getReadHoldCount() > 0) {
            throw new IllegalStateException("engine cannot be closed from within one of its calls");
        }
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                check(
                        "FwpmEngineClose0",
                        functions.engine().FwpmEngineClose0(handle),
                        Subject.NONE);
            }
        } finally {
            lock.writeLock().unlock();
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
