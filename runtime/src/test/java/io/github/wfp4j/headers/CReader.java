package io.github.wfp4j.headers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads every struct of the headers in C and says what it found, member by member.
 *
 * <p>It is compiled once and stays loaded. It is for one thread.
 */
public final class CReader {
    /** Pointers to functions, a struct that no header has, and what others print themselves. */
    private static final Set<String> LEFT_OUT =
            Set.of("IPSEC_KEY_MANAGER_CALLBACKS0", "FWPM_STATISTICS0", "SID", "GUID");

    private static final FunctionDescriptor READ =
            FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);
    private static final long ROOM = 1 << 22;

    private static final Set<String> STRUCTS = named();

    private final MemorySegment page = Arena.global().allocate(ROOM);
    private final Map<String, MethodHandle> functions = new TreeMap<>();

    private CReader() {}

    private static Set<String> named() {
        Set<String> names = new TreeSet<>(CStruct.all().keySet());
        names.removeAll(LEFT_OUT);
        return Collections.unmodifiableSet(names);
    }

    private static final class Loaded {
        static final CReader READER = load();
    }

    /** {@return the reader} */
    public static CReader instance() {
        return Loaded.READER;
    }

    /**
     * {@return whether this machine can load it: what is compiled has the calling convention of
     * Linux x64}
     */
    public static boolean isPossible() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    /** {@return the C names of all structs that can be read} */
    public static Set<String> structs() {
        return STRUCTS;
    }

    @SuppressWarnings("restricted")
    private static CReader load() {
        CReader reader = new CReader();
        try {
            Path folder = Files.createTempDirectory("wfp4j-c-reader");
            Path source = folder.resolve("reader.c");
            Files.writeString(source, CSource.of(structs()));
            SymbolLookup program =
                    SymbolLookup.libraryLookup(Clang.compile(source, folder), Arena.global());
            for (String name : structs()) {
                reader.functions.put(
                        name,
                        Linker.nativeLinker()
                                .downcallHandle(program.findOrThrow("read_" + name), READ));
            }
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader;
    }

    /**
     * {@return what C finds in a struct and in all that it points to}
     *
     * @param struct the C name
     * @param memory the struct; all that it points to must lie in the same segment
     */
    public String read(String struct, MemorySegment memory) {
        MethodHandle function = functions.get(struct);
        if (function == null) {
            throw new IllegalArgumentException("no struct of the headers: " + struct);
        }
        long used;
        try {
            used = (long) function.invokeExact(memory, memory.byteSize(), page, ROOM);
        } catch (Throwable e) {
            throw new AssertionError(struct, e);
        }
        if (used > ROOM) {
            throw new AssertionError(struct + " has more text than expected: " + used);
        }
        return new String(page.asSlice(0, used).toArray(ValueLayout.JAVA_BYTE), ISO_8859_1);
    }
}
