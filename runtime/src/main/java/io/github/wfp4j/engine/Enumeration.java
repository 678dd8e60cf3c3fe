package io.github.wfp4j.engine;

import io.github.wfp4j.internal.memory.Page;

import java.lang.foreign.MemorySegment;

/**
 * The functions that enumerate one kind of object, and how one is read.
 *
 * @param createName the C name of the function that creates a handle
 * @param create the function itself
 * @param fetchName the C name of the function that gets the next objects
 * @param fetch the function itself
 * @param destroyName the C name of the function that destroys the handle
 * @param destroy the function itself
 * @param view makes what the cursor hands out; what it reads ends with the page
 * @param <V> what the cursor hands out
 */
record Enumeration<V>(
        String createName,
        Calls.Lookup create,
        String fetchName,
        Fetch fetch,
        String destroyName,
        Destroy destroy,
        Page.Viewing<V> view) {

    /** A function that gets the next objects of an enumeration. */
    interface Fetch {
        int on(
                MemorySegment engine,
                MemorySegment enumHandle,
                int numEntriesRequested,
                MemorySegment entries,
                MemorySegment numEntriesReturned);
    }

    /** A function that destroys the handle of an enumeration. */
    interface Destroy {
        int on(MemorySegment engine, MemorySegment enumHandle);
    }
}
