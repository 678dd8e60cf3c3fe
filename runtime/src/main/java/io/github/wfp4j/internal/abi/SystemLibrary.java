package io.github.wfp4j.internal.abi;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.Map;

/** {@code fwpuclnt.dll}, the library of Windows that talks to the base filtering engine. */
@SuppressWarnings("restricted")
public final class SystemLibrary {
    private SystemLibrary() {}

    /**
     * {@return the library's functions}
     *
     * @param osName the value of the system property {@code os.name}
     * @param environment the environment variables
     * @throws UnsupportedOperationException if this is not Windows, or a Windows without the
     *     library
     */
    public static WfpFunctions load(String osName, Map<String, String> environment) {
        if (!osName.startsWith("Windows")) {
            throw new UnsupportedOperationException(
                    "the system engine needs Windows, this is "
                            + osName
                            + "; EmbeddedEngine.create().open(session) runs anywhere");
        }
        Path path = path(environment);
        try {
            // Loaded for good: a library that was unloaded under a running call ends the process.
            return new NativeFunctions(SymbolLookup.libraryLookup(path, Arena.global()));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedOperationException(
                    "cannot load "
                            + path
                            + ", so there is no system engine;"
                            + " EmbeddedEngine.create().open(session) runs anywhere",
                    e);
        }
    }

    /** The full path, so that no library of that name elsewhere is loaded in its place. */
    private static Path path(Map<String, String> environment) {
        return Path.of(
                environment.getOrDefault("SystemRoot", "C:\\Windows"), "System32", "fwpuclnt.dll");
    }
}
