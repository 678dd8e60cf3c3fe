package io.github.wfp4j.engine;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.internal.memory.NativeBlock;
import io.github.wfp4j.types.DecodingException;

import java.lang.foreign.MemorySegment;

/**
 * What a cursor holds of its engine: an enumeration and the page on which it stands.
 *
 * <p>It knows nothing of its cursor, so that it can be freed when that was forgotten, and by any
 * thread, which is why it lies on the heap of C and not in the arena of one thread. One thread uses
 * it at a time: the cursor's, and the cleaner's when neither the cursor nor a view is left.
 */
final class OpenEnumeration {
    private static final long ENTRIES = 0;
    private static final long COUNT = 8;
    private static final long SIZE = 16;

    private final Calls calls;
    private final Enumeration<?> enumeration;
    private final MemorySegment handle;
    private final NativeBlock block = new NativeBlock();
    private final MemorySegment entries;
    private final MemorySegment count;
    private boolean holdsPage;

    /**
     * Begins an enumeration.
     *
     * @param template what is asked for, in C
     * @param subject the same in words
     */
    OpenEnumeration(
            Calls calls, Enumeration<?> enumeration, MemorySegment template, Object subject) {
        this.calls = calls;
        this.enumeration = enumeration;
        MemorySegment memory = block.allocate(SIZE, ADDRESS.byteAlignment());
        entries = memory.asSlice(ENTRIES, ADDRESS);
        count = memory.asSlice(COUNT, JAVA_INT);
        try {
            calls.run(
                    enumeration.createName(),
                    subject,
                    engine -> enumeration.create().on(engine, template, entries));
        } catch (Throwable e) {
            block.free();
            throw e;
        }
        handle = entries.get(ADDRESS, 0);
    }

    String name() {
        return enumeration.createName();
    }

    /**
     * Gets the next objects, after the page with those before was freed.
     *
     * @throws DecodingException if the engine says that it returned more than was asked for; what
     *     it did return is freed
     */
    void fetch(int objects) {
        entries.set(ADDRESS, 0, MemorySegment.NULL);
        calls.run(
                enumeration.fetchName(),
                Subject.NONE,
                engine -> enumeration.fetch().on(engine, handle, objects, entries, count));
        holdsPage = true;
        if (Integer.compareUnsigned(count(), objects) > 0) {
            freePage();
            throw new DecodingException(
                    enumeration.fetchName(),
                    "returned %s entries, more than the %d that were asked for"
                            .formatted(Integer.toUnsignedString(count()), objects));
        }
    }

    /** {@return the array of pointers to the objects that were fetched} */
    MemorySegment entries() {
        return entries.get(ADDRESS, 0);
    }

    /** {@return how many objects were fetched} */
    int count() {
        return count.get(JAVA_INT, 0);
    }

    /** Frees the objects that were fetched. */
    void freePage() {
        if (holdsPage) {
            holdsPage = false;
            calls.free(entries);
        }
    }

    /** Frees everything; called once. */
    void end() {
        freePage();
        block.free();
        calls.runIfOpen(
                enumeration.destroyName(), engine -> enumeration.destroy().on(engine, handle));
    }
}
