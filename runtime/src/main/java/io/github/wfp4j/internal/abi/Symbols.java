package io.github.wfp4j.internal.abi;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;

/**
 * The addresses of a library's functions, each looked up on its first use.
 *
 * <p>A call looks its function up, so that has to cost less than the call: the hash of a literal is
 * a constant for the compiler, and an entry that is not null is complete, whoever wrote it.
 */
final class Symbols {
    /** Far more places than functions, so that few share one. */
    private static final int PLACES = 1024;

    private final SymbolLookup library;
    private final @Nullable Entry[] entries = new @Nullable Entry[PLACES];

    private record Entry(String name, MemorySegment address) {}

    Symbols(SymbolLookup library) {
        this.library = library;
    }

    /**
     * {@return the address of a function}
     *
     * @param name the function's name
     * @param since the Windows version that has it first
     * @throws UnsupportedOperationException if the library does not have it
     */
    MemorySegment find(String name, String since) {
        int place = place(name);
        Entry entry = entries[place];
        while (entry != null) {
            if (entry.name.equals(name)) {
                return entry.address;
            }
            place = next(place);
            entry = entries[place];
        }
        return lookUp(name, since);
    }

    private static int place(String name) {
        return name.hashCode() & (PLACES - 1);
    }

    private static int next(int place) {
        return (place + 1) & (PLACES - 1);
    }

    private synchronized MemorySegment lookUp(String name, String since) {
        MemorySegment address =
                library.find(name)
                        .orElseThrow(() ->
                                new UnsupportedOperationException(
                                        name
                                                + " is not in this fwpuclnt.dll; it comes"
                                                + " with "
                                                + since));
        int place = place(name);
        Entry entry = entries[place];
        while (entry != null && !entry.name.equals(name)) {
            place = next(place);
            entry = entries[place];
        }
        entries[place] = new Entry(name, address);
        return address;
    }

    /** {@return what to throw for something that a method handle threw} */
    static RuntimeException unexpected(Throwable thrown) {
        switch (thrown) {
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            default -> throw new AssertionError("a method handle threw", thrown);
        }
    }
}
