package io.github.wfp4j.engine;

import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.view.ViewList;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Walks the objects that an engine held, and the caller may read, when the cursor was opened.
 *
 * <p>A cursor starts before the first object:
 *
 * <pre>{@code
 * try (Cursor<FwpmFilter0View> filters = engine.filters()) {
 *     while (filters.next()) {
 *         tally(filters.current().layerKey());
 *     }
 * }
 * }</pre>
 *
 * <p>Objects are fetched a page at a time and read in place, without a copy. What {@link
 * #current()} gave is therefore valid until {@link #next()} leaves its page or finds no more
 * objects, and at the latest until the cursor is closed; reading it later throws {@link
 * IllegalStateException}. Its {@code toRecord()} copies it for good.
 *
 * <p>A cursor and what it hands out belong to the thread that opened it; any other gets a {@link
 * WrongThreadException}.
 *
 * <p>Close it. What a forgotten one holds is freed some time after the garbage collector found that
 * neither the cursor nor a view of its page is reachable. With the system property {@code
 * wfp4j.debug.leaks=true} the logger {@code io.github.wfp4j.engine} warns of each one, and says
 * where it was opened.
 *
 * @param <V> a view of one object
 */
public final class Cursor<V> implements AutoCloseable {
    /** How many objects a cursor fetches at a time unless it is told otherwise. */
    public static final int DEFAULT_PAGE_SIZE = 1024;

    private static final long POINTER = 8;

    private final Calls calls;
    private final Page.Viewing<V> view;
    private final Thread owner = Thread.currentThread();
    private final OpenEnumeration open;
    private final Watch watch;

    private int pageSize = DEFAULT_PAGE_SIZE;
    private @Nullable Page page;

    /** Where the pointer to the object stands on which this cursor stands. */
    private long at;

    /** Behind the last pointer of the page; no more than {@link #at} if there is no page. */
    private long end;

    private boolean started;
    private boolean exhausted;
    private boolean closed;

    Cursor(Calls calls, Enumeration<V> enumeration, MemorySegment template, Object subject) {
        this.calls = calls;
        this.view = enumeration.view();
        this.open = Outlined.call(() -> new OpenEnumeration(calls, enumeration, template, subject));
        this.watch = Watch.over(this, "Cursor", open.name(), open::end);
    }

    /** {@return a cursor over the objects that fit a template} */
    static <T, V> Cursor<V> of(
            Calls calls, Enumeration<V> enumeration, T template, Calls.Encoder<T> encoder) {
        try (Arena arena = new ErasingArena()) {
            return new Cursor<>(calls, enumeration, encoder.encode(template, arena), template);
        }
    }

    /**
     * Sets how many objects are fetched at a time: more for fewer calls, fewer for less memory.
     *
     * @param objects at least 1
     * @return this cursor
     * @throws IllegalArgumentException if there are to be none
     * @throws IllegalStateException if the cursor has moved already, or is closed
     */
    public Cursor<V> pageSize(int objects) {
        requireUsable();
        if (objects < 1) {
            throw new IllegalArgumentException("pageSize must be at least 1: " + objects);
        }
        if (started) {
            throw new IllegalStateException("pageSize must be set before the first next()");
        }
        pageSize = objects;
        return this;
    }

    /**
     * Moves to the next object.
     *
     * @return whether there is one
     * @throws IllegalStateException if the cursor is closed, or its engine is when the page has no
     *     more objects
     * @throws WfpException if the engine cannot give more objects
     */
    public boolean next() {
        try {
            requireOwner();
            long following = at + POINTER;
            // A closed cursor has no page; one of a closed engine may read the one it has.
            if (following < end) {
                at = following;
                return true;
            }
            return nextPage();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private boolean turn() {
        requireUsable();
        calls.requireOpen();
        started = true;
        // A page that is not full was the last one, so that no call is spent on an empty one.
        exhausted |= page != null && page.count() < pageSize;
        leavePage();
        if (!exhausted) {
            fetch();
        }
        return page != null;
    }

    /**
     * {@return a view of the object that the cursor stands on}
     *
     * @throws IllegalStateException if it stands on none, or the cursor is closed
     */
    public V current() {
        Page here = page;
        if (here == null) {
            throw standsOnNone();
        }
        // The page is open and this is its thread, or this throws.
        return view.at(here, here.pointee(at & Page.ADDRESS_BITS, POINTER, "entries"));
    }

    /**
     * Moves to the next page, whatever is left of this one, and stands on its first object.
     *
     * @return whether there is one
     * @throws IllegalStateException if the cursor or its engine is closed
     * @throws WfpException if the engine cannot give more objects
     */
    public boolean nextPage() {
        try {
            return Outlined.call(this::turn);
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    /**
     * {@return the objects of this page, all of them, read in place}
     *
     * <p>A loop over pages is the fastest way through an enumeration, since the JIT keeps its place
     * in registers:
     *
     * <pre>{@code
     * try (Cursor<FwpmFilter0View> filters = engine.filters()) {
     *     while (filters.nextPage()) {
     *         for (FwpmFilter0View filter : filters.page()) {
     *             tally(filter.layerKey());
     *         }
     *     }
     * }
     * }</pre>
     *
     * @throws IllegalStateException if the cursor stands on no page, or is closed
     */
    public ViewList<V> page() {
        Page here = page;
        if (here == null) {
            throw standsOnNone();
        }
        return new PageList<>(here, view);
    }

    private IllegalStateException standsOnNone() {
        requireUsable();
        return new IllegalStateException(
                started
                        ? "cursor is behind the last object"
                        : "cursor is before the first object: call next()");
    }

    /**
     * Copies the objects that are left, and closes the cursor.
     *
     * @param copy makes what is kept of a view, most often its {@code toRecord} method
     * @param <R> what is kept
     * @return an unmodifiable list
     * @throws IllegalStateException if the cursor or its engine is closed
     * @throws WfpException if the engine cannot give more objects
     */
    public <R> List<R> toList(Function<? super V, ? extends R> copy) {
        try (this) {
            List<R> list = new ArrayList<>();
            while (next()) {
                list.add(copy.apply(current()));
            }
            return List.copyOf(list);
        }
    }

    /**
     * {@return the objects that are left, as a stream that fetches them while it is read}
     *
     * <pre>{@code
     * try (Stream<FwpmFilter0> filters = engine.filters().stream(FwpmFilter0View::toRecord)) {
     *     return filters.filter(this::isOurs).findFirst();
     * }
     * }</pre>
     *
     * <p>Closing the stream closes the cursor, which also happens when the last object was read.
     * The stream belongs to the cursor's thread; a parallel one throws {@link
     * WrongThreadException}. Reading it throws what {@link #next()} throws.
     *
     * @param copy makes what the stream has of a view, most often its {@code toRecord} method; a
     *     view itself would end with its page
     * @param <R> what the stream has
     * @throws IllegalStateException if the cursor is closed
     */
    public <R> Stream<R> stream(Function<? super V, ? extends R> copy) {
        requireUsable();
        Spliterator<R> rest =
                new AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED) {
                    @Override
                    public boolean tryAdvance(Consumer<? super R> action) {
                        return !closed && advance(copy, action);
                    }
                };
        return StreamSupport.stream(rest, false).onClose(this::close);
    }

    private <R> boolean advance(Function<? super V, ? extends R> copy, Consumer<? super R> action) {
        if (!next()) {
            close();
            return false;
        }
        action.accept(copy.apply(current()));
        return true;
    }

    /**
     * Ends the enumeration and frees its memory. Closing twice does nothing.
     *
     * @throws WfpException if the engine does not accept the end of the enumeration; the memory is
     *     freed all the same
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        requireOwner();
        closed = true;
        try {
            leavePage();
            watch.close();
        } finally {
            Reference.reachabilityFence(this);
        }
    }

    private void fetch() {
        open.fetch(pageSize);
        // The page refers to this cursor, and views to the page: while one can be read, this cursor
        // is reachable, and nobody frees the page behind the reader's back.
        Page fetched = new Page(open.entries(), open.count(), this::free);
        if (fetched.count() == 0) {
            fetched.close();
            exhausted = true;
        } else {
            page = fetched;
            at = fetched.address();
            end = at + POINTER * fetched.count();
        }
    }

    private void free() {
        open.freePage();
    }

    private void leavePage() {
        if (page != null) {
            page.close();
            page = null;
            end = at;
        }
    }

    private void requireUsable() {
        requireOwner();
        if (closed) {
            throw new IllegalStateException("cursor already closed");
        }
    }

    @SuppressWarnings("ReferenceEquality") // a thread is itself and no other
    private void requireOwner() {
        if (owner != Thread.currentThread()) {
            throw new WrongThreadException("cursor belongs to thread " + owner.getName());
        }
    }
}
