package io.github.wfp4j.embedded;

import io.github.wfp4j.embedded.StateFile.Writing;
import io.github.wfp4j.internal.memory.ErasingArena;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps the objects of an engine in a file. */
final class StateKeeper implements AutoCloseable {
    private final StateStorage storage;
    private final Writing writing;
    private final Supplier<Snapshot> taking;
    private boolean differs;
    private volatile @Nullable StateFileException failure;

    private StateKeeper(StateStorage storage, Writing writing, Supplier<Snapshot> taking) {
        this.storage = storage;
        this.writing = writing;
        this.taking = taking;
    }

    /**
     * {@return what keeps the objects in a file from now on}
     *
     * @param wanted which file, and when to write it
     * @param restoring puts what the file holds into the engine
     * @param taking says what the engine holds
     * @throws StateFileException if the file cannot be used; it then is as it was
     */
    static StateKeeper open(
            StateFile wanted, Consumer<Snapshot> restoring, Supplier<Snapshot> taking) {
        StateStorage storage = StateStorage.open(wanted.path());
        try (Arena arena = new ErasingArena()) {
            MemorySegment content = storage.read(arena);
            if (content != null) {
                restoring.accept(SnapshotReader.read(content));
            }
            return new StateKeeper(storage, wanted.writing(), taking);
        } catch (UnreadableSnapshotException e) {
            storage.close();
            String remedy =
                    e.isOfAnotherVersion()
                            ? "use the wfp4j that wrote it"
                            : "put back a copy of it, or move it away to begin with an empty"
                                    + " engine";
            throw new StateFileException(storage.file(), e.getMessage() + "; " + remedy, e);
        } catch (Throwable e) {
            storage.close();
            throw e;
        }
    }

    /**
     * {@return what keeps the objects in a file from now on, whatever the file held}
     *
     * @param wanted which file, and when to write it; it is written now in any case
     * @param taking says what the engine holds
     * @throws StateFileException if the file cannot be used or written; it then is as it was
     */
    static StateKeeper replace(StateFile wanted, Supplier<Snapshot> taking) {
        StateStorage storage = StateStorage.open(wanted.path());
        try {
            StateKeeper keeper = new StateKeeper(storage, wanted.writing(), taking);
            keeper.write();
            return keeper;
        } catch (Throwable e) {
            storage.close();
            throw e;
        }
    }

    /**
     * Keeps changes that are about to become final.
     *
     * @throws EngineFailure if they cannot be kept, so that they must be undone (2.10)
     */
    void keep() {
        if (writing == Writing.AT_CLOSE) {
            differs = true;
            return;
        }
        try {
            write();
        } catch (StateFileException e) {
            throw new EngineFailure(EnginePolicy.STATE_FILE_NOT_WRITTEN);
        }
    }

    private void write() {
        try (Arena arena = new ErasingArena()) {
            Snapshot snapshot = taking.get();
            storage.requireRoom(SnapshotWriter.size(snapshot));
            storage.replace(SnapshotWriter.write(snapshot, arena));
            differs = false;
            failure = null;
        } catch (StateFileException e) {
            failure = e;
            differs |= storage.isAhead();
            throw e;
        }
    }

    /** {@return why the file was not written when it last should have been; null if it was} */
    @Nullable StateFileException failure() {
        return failure;
    }

    /**
     * Writes what was not written yet, and lets others use the file.
     *
     * @throws StateFileException if that does not work; others can use the file nevertheless
     */
    @Override
    public void close() {
        try (storage) {
            if (differs) {
                write();
            }
        }
    }
}
