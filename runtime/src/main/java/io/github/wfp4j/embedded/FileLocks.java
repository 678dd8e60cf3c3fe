package io.github.wfp4j.embedded;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The state files that engines of this process use.
 *
 * <p>A lock of the system holds off other processes only, and on POSIX systems a process loses it
 * when it closes the file again, by whatever channel; so within a process a second engine must not
 * come as far as opening the lock's file.
 */
final class FileLocks {
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private FileLocks() {}

    /** {@return whether nobody in this process used the file, which now somebody does} */
    static boolean take(Path file) {
        return HELD.add(file);
    }

    static void release(Path file) {
        HELD.remove(file);
    }
}
