package io.github.wfp4j.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is read as a whole, replaced as a whole, and used by one engine at a time.
 *
 * <p>The lock is on a file beside it, because replacing a file leaves a lock on what it replaced.
 * That file stays: who deletes it could delete the one that the next engine has just locked.
 */
final class StateStorage implements AutoCloseable {
    private static final String LOCK = ".lock";
    private static final String NEW = ".new";

    private final Path file;
    private final FileChannel lockChannel;
    private boolean replacedButNotSafe;

    private interface Action<T> {
        T run() throws IOException;
    }

    private StateStorage(Path file, FileChannel lockChannel) {
        this.file = file;
        this.lockChannel = lockChannel;
    }

    /**
     * {@return the file, which nobody else can use until this is closed}
     *
     * @throws StateFileException if somebody else does, or its directory cannot be used
     */
    static StateStorage open(Path path) {
        Path file = resolve(path);
        if (!FileLocks.take(file)) {
            throw inUse(file, "another engine of this process");
        }
        try {
            return new StateStorage(file, lock(file));
        } catch (IOException e) {
            FileLocks.release(file);
            throw failure(
                    file, "cannot be locked", e, "see that its directory exists and is writable");
        } catch (Throwable e) {
            FileLocks.release(file);
            throw e;
        }
    }

    /** {@return the file itself, by whichever path and links it was named} */
    private static Path resolve(Path path) {
        Path absolute = path.toAbsolutePath();
        try {
            if (Files.exists(absolute)) {
                Path file = absolute.toRealPath();
                if (!Files.isRegularFile(file)) {
                    throw new StateFileException(path, "is not a file", null);
                }
                return file;
            }
            Path directory = absolute.getParent();
            Path name = absolute.getFileName();
            if (directory == null || name == null) {
                throw new StateFileException(path, "is not a file", null);
            }
            return directory.toRealPath().resolve(name);
        } catch (IOException e) {
            throw failure(path, "cannot be reached", e, "see that its directory exists");
        }
    }

    private static FileChannel lock(Path file) throws IOException {
        return uninterrupted(() -> {
            FileChannel channel =
                    FileChannel.open(
                            beside(file, LOCK),
                            Set.of(CREATE, WRITE, LinkOption.NOFOLLOW_LINKS),
                            forOwner(file));
            try {
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    throw inUse(file, "another process");
                }
                return channel;
            } catch (OverlappingFileLockException e) {
                channel.close();
                throw inUse(file, "another engine of this process");
            } catch (Throwable e) {
                channel.close();
                throw e;
            }
        });
    }

    private static StateFileException inUse(Path file, String user) {
        return new StateFileException(
                file,
                "in use by %s: wait until that is closed, or use another file".formatted(user),
                null);
    }

    private static StateFileException failure(
            Path file, String problem, IOException cause, String remedy) {
        return new StateFileException(file, "%s: %s; %s".formatted(problem, cause, remedy), cause);
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    /** {@return the file, with links followed} */
    Path file() {
        return file;
    }

    /**
     * {@return what the file holds, or null if there is none yet}
     *
     * @param arena where it is put
     * @throws StateFileException if it cannot be read
     */
    @Nullable MemorySegment read(Arena arena) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            return uninterrupted(() -> read(file, arena));
        } catch (IOException e) {
            throw failure(file, "cannot be read", e, "see that it is readable");
        }
    }

    private static MemorySegment read(Path file, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ)) {
            long size = channel.size();
            if (size > SnapshotLayout.MAX_SIZE) {
                throw new IOException(
                        "%d bytes are more than the limit of %d"
                                .formatted(size, SnapshotLayout.MAX_SIZE));
            }
            MemorySegment content = arena.allocate(size, SnapshotLayout.ALIGNMENT);
            ByteBuffer buffer = content.asByteBuffer();
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {}
            return content;
        }
    }

    /** Refuses more bytes than a file may have. */
    void requireRoom(long size) {
        if (size > SnapshotLayout.MAX_SIZE) {
            throw new StateFileException(
                    file,
                    "%d bytes would be more than the limit of %d: delete objects"
                            .formatted(size, SnapshotLayout.MAX_SIZE),
                    null);
        }
    }

    /**
     * Replaces the file; when this returns, the new one survives a crash of the system.
     *
     * @throws StateFileException if that does not work; then the file is as before, unless {@link
     *     #isAhead} says otherwise
     */
    void replace(MemorySegment content) {
        try {
            uninterrupted(() -> {
                replacedButNotSafe = false;
                writeNew(content);
                Files.move(
                        beside(file, NEW),
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
                replacedButNotSafe = true;
                forceDirectory();
                replacedButNotSafe = false;
                return file;
            });
        } catch (IOException e) {
            throw failure(
                    file,
                    "cannot be written",
                    e,
                    "see that its directory is writable and has room");
        }
    }

    /** {@return whether replacing the file failed only after it was replaced} */
    boolean isAhead() {
        return replacedButNotSafe;
    }

    private void writeNew(MemorySegment content) throws IOException {
        Path written = beside(file, NEW);
        // What a process left there that was killed; or a link that leads elsewhere.
        Files.deleteIfExists(written);
        try (FileChannel channel =
                FileChannel.open(written, Set.of(CREATE_NEW, WRITE), forOwner(file))) {
            ByteBuffer buffer = content.asByteBuffer();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** {@return what makes a file its owner's only, where there is such a thing} */
    private static FileAttribute<?>[] forOwner(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Makes the new name in the directory survive a crash; Windows does that by itself. */
    private void forceDirectory() throws IOException {
        Path directory = file.getParent();
        if (directory != null && isPosix(file)) {
            try (FileChannel channel = FileChannel.open(directory, READ)) {
                channel.force(true);
            }
        }
    }

    /** Runs again what an interruption of the thread broke off, so that it has no effect. */
    private static <T> T uninterrupted(Action<T> action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return action.run();
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Lets others use the file. */
    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw failure(file, "cannot be unlocked", e, "end this process");
        } finally {
            FileLocks.release(file);
        }
    }
}
