package io.github.wfp4j.view;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;

/**
 * Structs read in place, as an unmodifiable list: valid until its cursor leaves the page or is
 * closed, and on the cursor's thread only.
 *
 * <p>{@link #get} makes a view, every time a new one, which costs nothing in a loop that the JIT
 * has compiled. It throws {@link IllegalStateException} when late; the size stays known.
 *
 * @param <V> a view of one struct
 */
public abstract class ViewList<V> extends AbstractList<V> implements RandomAccess {
    private final int size;

    /**
     * For the SDK itself.
     *
     * @param size how many structs there are
     */
    protected ViewList(int size) {
        this.size = size;
    }

    @Override
    public final int size() {
        return size;
    }

    // Each list has a class of its own for this: what makes the views must be no virtual call, or
    // the JIT cannot see through the loop of a program that has loops over several kinds of lists.
    @Override
    public abstract Iterator<V> iterator();

    /**
     * Where a loop over a list stands.
     *
     * @param <V> a view of one struct
     */
    protected abstract static class Walk<V> implements Iterator<V> {
        private final int size;
        private int following;

        /**
         * For the SDK itself.
         *
         * @param size how many structs the list has
         */
        protected Walk(int size) {
            this.size = size;
        }

        @Override
        public final boolean hasNext() {
            return following < size;
        }

        /** {@return the index of the next struct, after which this goes on behind it} */
        protected final int step() {
            int index = following;
            if (index >= size) {
                throw new NoSuchElementException("the list has no more than " + size);
            }
            following = index + 1;
            return index;
        }
    }
}
