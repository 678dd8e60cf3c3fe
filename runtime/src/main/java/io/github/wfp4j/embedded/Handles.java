package io.github.wfp4j.embedded;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The handles of one engine: addresses that are never read.
 *
 * <p>They start at a random address, so that a handle of another engine is not taken for one of
 * this engine (5.7, U17), and are never used again.
 */
final class Handles {
    private static final long STEP = 16;
    private static final long USER_ADDRESSES = 0x0000_7FFF_FFFF_0000L;

    private final ConcurrentMap<Long, Object> open = new ConcurrentHashMap<>();
    private final AtomicLong next =
            new AtomicLong(ThreadLocalRandom.current().nextLong() & USER_ADDRESSES);

    /** {@return a new handle} */
    MemorySegment issue(Object what) {
        long address = next.addAndGet(STEP);
        open.put(address, what);
        return MemorySegment.ofAddress(address);
    }

    /**
     * {@return what a handle stands for}
     *
     * @throws EngineFailure if it is not open, or stands for something else
     */
    <T> T find(MemorySegment handle, Class<T> type) {
        Object what = open.get(handle.address());
        if (!type.isInstance(what)) {
            throw new EngineFailure(EnginePolicy.UNKNOWN_HANDLE);
        }
        return type.cast(what);
    }

    /** Closes a handle; one that is not open stays so. */
    void close(long address) {
        open.remove(address);
    }
}
