package io.github.wfp4j.embedded;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
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

    private final boolean traced;
    private final ConcurrentMap<Long, Open> open = new ConcurrentSkipListMap<>();
    private final AtomicLong next =
            new AtomicLong(ThreadLocalRandom.current().nextLong() & USER_ADDRESSES);

    /** What a handle stands for, and who got it. */
    private record Open(Leakable what, List<StackTraceElement> where) {}

    /**
     * Creates the empty set.
     *
     * @param traced whether to note who got each handle
     */
    Handles(boolean traced) {
        this.traced = traced;
    }

    /** {@return a new handle} */
    MemorySegment issue(Leakable what) {
        long address = next.addAndGet(STEP);
        open.put(address, new Open(what, traced ? CallSites.here() : List.of()));
        return MemorySegment.ofAddress(address);
    }

    /**
     * {@return what a handle stands for}
     *
     * @throws EngineFailure if it is not open, or stands for something else
     */
    <T> T find(MemorySegment handle, Class<T> type) {
        T found = findOrNull(handle, type);
        if (found == null) {
            throw new EngineFailure(EnginePolicy.UNKNOWN_HANDLE);
        }
        return found;
    }

    /** {@return what a handle stands for, or null if it is not open or stands for another thing} */
    <T> @Nullable T findOrNull(MemorySegment handle, Class<T> type) {
        Open found = open.get(handle.address());
        return found != null && type.isInstance(found.what()) ? type.cast(found.what()) : null;
    }

    /** {@return what the open handles stand for, the oldest first} */
    List<LeakReport.Leak> leaks() {
        List<LeakReport.Leak> leaks = new ArrayList<>();
        open.forEach((address, it) ->
                leaks.add(
                        new LeakReport.Leak(
                                it.what().kind(), address, it.what().description(), it.where())));
        return leaks;
    }

    /** Closes a handle; one that is not open stays so. */
    void close(long address) {
        open.remove(address);
    }
}
