package io.github.wfp4j.embedded;

import io.github.wfp4j.internal.memory.NativeBlock;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The memory that callers got and have to free.
 *
 * <p>It outlives sessions and the engine itself (10): a pointer is good until it is freed, by
 * whichever thread.
 */
final class Allocations {
    private static final int MAX_MISUSES = 1000;
    private static final int REMEMBERED = 4096;

    private final boolean traced;
    private final Consumer<MemorySegment> freeing;
    private final Map<Long, Block> blocks = new ConcurrentHashMap<>();
    private final List<LeakReport.Misuse> misuses = new ArrayList<>();

    /** The addresses freed last, in a ring, to tell what was freed twice from what is foreign. */
    private final long[] freed = new long[REMEMBERED];

    private int freedCount;

    /**
     * Creates the empty set.
     *
     * @param traced whether to note who got each block
     */
    Allocations(boolean traced) {
        this(traced, NativeBlock::free);
    }

    /** Creates the empty set with another way to free; for tests to look at what is freed. */
    Allocations(boolean traced, Consumer<MemorySegment> freeing) {
        this.traced = traced;
        this.freeing = freeing;
    }

    /** A block with all its bytes, and who got it. */
    private record Block(MemorySegment memory, List<StackTraceElement> where) {}

    /** Fills memory that a caller will get. */
    interface Filling {
        /** {@return the memory, taken from the allocator as one block} */
        MemorySegment fill(SegmentAllocator allocator);
    }

    /** {@return one block, which is the caller's until it is freed} */
    MemorySegment allocate(Filling filling) {
        NativeBlock block = new NativeBlock();
        try {
            MemorySegment memory = filling.fill(block);
            blocks.put(memory.address(), new Block(memory, traced ? CallSites.here() : List.of()));
            return memory;
        } catch (Throwable e) {
            block.free();
            throw e;
        }
    }

    /**
     * Frees a block; what is no block, or was freed, is left alone and reported.
     *
     * <p>Its bytes are zeroed, because a policy or a security association holds keys.
     */
    void free(MemorySegment pointer) {
        long address = pointer.address();
        if (address == 0) {
            return;
        }
        // It is forgotten first, because the address may come again as soon as it is free.
        Block block = blocks.remove(address);
        if (block != null) {
            synchronized (misuses) {
                freed[freedCount++ % REMEMBERED] = address;
            }
            block.memory().fill((byte) 0);
            freeing.accept(block.memory());
        } else {
            report(address);
        }
    }

    private void report(long address) {
        synchronized (misuses) {
            if (misuses.size() < MAX_MISUSES) {
                boolean before = false;
                for (long it : freed) {
                    before |= it == address;
                }
                misuses.add(new LeakReport.Misuse(before, address, CallSites.here()));
            }
        }
    }

    /** {@return how many blocks were not freed yet} */
    int count() {
        return blocks.size();
    }

    /** {@return the blocks that were not freed yet} */
    List<LeakReport.Leak> leaks() {
        List<LeakReport.Leak> leaks = new ArrayList<>();
        blocks.forEach((address, block) ->
                leaks.add(
                        new LeakReport.Leak(
                                LeakReport.Kind.MEMORY, address, "a result", block.where())));
        return leaks;
    }

    /** {@return what was freed wrongly} */
    List<LeakReport.Misuse> misuses() {
        synchronized (misuses) {
            return List.copyOf(misuses);
        }
    }
}
