package io.github.wfp4j.engine;

import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.view.ViewList;

import java.util.Iterator;
import java.util.Objects;

/**
 * The objects of a page, read in place.
 *
 * <p>It copies what it needs of the page, so that a loop over it has that in registers.
 */
final class PageList<V> extends ViewList<V> {
    private static final long POINTER = 8;

    private final Page page;
    private final Page.Viewing<V> view;
    private final long address;

    PageList(Page page, Page.Viewing<V> view) {
        super(page.count());
        this.page = page;
        this.view = view;
        address = page.address();
    }

    @Override
    public V get(int index) {
        return at(Objects.checkIndex(index, size()));
    }

    @Override
    public Iterator<V> iterator() {
        return new PageWalk();
    }

    private V at(int index) {
        long place = (address & Page.ADDRESS_BITS) + POINTER * index;
        return view.at(page, page.pointee(place, POINTER, "entries"));
    }

    private final class PageWalk extends Walk<V> {
        PageWalk() {
            super(size());
        }

        @Override
        public V next() {
            return at(step());
        }
    }
}
