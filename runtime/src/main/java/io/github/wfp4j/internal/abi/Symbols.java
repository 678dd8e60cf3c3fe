package io.github.wfp4j.internal.abi;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of a library's functions, each looked up on its first use. */
final class Symbols {
    private final SymbolLookup library;
    private final ConcurrentHashMap<String, MemorySegment> addresses = new ConcurrentHashMap<>();

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
        MemorySegment known = addresses.get(name);
        return known != null ? known : lookUp(name, since);
    }

    private MemorySegment lookUp(String name, String since) {
        MemorySegment address =
                library.find(name)
                        .orElseThrow(() ->
                                new UnsupportedOperationException(
                                        name
                                                + " is not in this fwpuclnt.dll; it comes"
                                                + " with "
                                                + since));
        addresses.put(name, address);
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
