package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.SnapshotLayout.HEAD;
import static io.github.wfp4j.embedded.SnapshotLayout.INT;
import static io.github.wfp4j.embedded.SnapshotLayout.LONG;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.Key;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Writes a snapshot in the form of its file: the same objects always as the same bytes. */
final class SnapshotWriter {
    private static final long COUNTERS_SIZE = 24;

    private final Snapshot snapshot;
    private final MemorySegment file;
    private long end = HEAD;
    private int sections;

    private SnapshotWriter(Snapshot snapshot, MemorySegment file) {
        this.snapshot = snapshot;
        this.file = file;
    }

    /**
     * {@return what the file shall hold}
     *
     * @param arena where it is allocated
     */
    static MemorySegment write(Snapshot snapshot, Arena arena) {
        MemorySegment file = arena.allocate(size(snapshot), SnapshotLayout.ALIGNMENT);
        new SnapshotWriter(snapshot, file).write();
        return file;
    }

    /** {@return how many bytes that is} */
    static long size(Snapshot snapshot) {
        long size = 2 * HEAD + COUNTERS_SIZE;
        for (SnapshotKind<?> kind : SnapshotKind.ALL) {
            size += HEAD + measure(kind, snapshot);
        }
        size += HEAD + (long) Long.BYTES * snapshot.settings().size();
        size += HEAD;
        for (SecuredPlace place : snapshot.secured()) {
            size += measure(place);
        }
        if (snapshot.layers() != null) {
            size += HEAD + measure(SnapshotKind.LAYERS, snapshot);
        }
        return size;
    }

    private static long measure(SecuredPlace place) {
        return SnapshotLayout.SECURED_HEAD + Slab.align(place.descriptor().toBytes().length());
    }

    private static <R> long measure(SnapshotKind<R> kind, Snapshot snapshot) {
        long size = 0;
        for (R object : kind.objects().apply(snapshot)) {
            size += SnapshotLayout.OBJECT_HEAD + kind.struct().measure(object);
        }
        return size;
    }

    private void write() {
        writeCounters(snapshot.counters());
        SnapshotKind.ALL.forEach(this::writeObjects);
        writeSecured(snapshot.secured());
        writeSettings(snapshot.settings());
        if (snapshot.layers() != null) {
            writeObjects(SnapshotKind.LAYERS);
        }
        SnapshotLayout.putMagic(file);
        file.set(INT, SnapshotLayout.FILE_VERSION, SnapshotLayout.VERSION);
        file.set(INT, SnapshotLayout.FILE_SECTIONS, sections);
        file.set(LONG, SnapshotLayout.FILE_SIZE, file.byteSize());
        putChecksum(file.asSlice(0, HEAD));
    }

    private void writeCounters(Ids.Counters counters) {
        long start = begin();
        put(counters.filter());
        put(counters.callout());
        put(counters.providerContext());
        end(start, SnapshotLayout.COUNTERS, COUNTERS_SIZE / Long.BYTES);
    }

    private <R> void writeObjects(SnapshotKind<R> kind) {
        List<R> objects = kind.objects().apply(snapshot);
        long start = begin();
        for (R object : objects) {
            long size = kind.struct().measure(object);
            put(size);
            kind.struct().store(object, file.asSlice(end, size));
            end += size;
        }
        end(start, kind.tag(), objects.size());
    }

    private void writeSecured(List<SecuredPlace> secured) {
        long start = begin();
        for (SecuredPlace place : secured) {
            byte[] descriptor = place.descriptor().toBytes().toByteArray();
            Key key = place.key();
            put(descriptor.length);
            put(place.container().number() | (key == null ? 0 : SnapshotLayout.HAS_KEY));
            put(key == null ? 0 : key.guid().low());
            put(key == null ? 0 : key.guid().high());
            MemorySegment.copy(descriptor, 0, file, JAVA_BYTE, end, descriptor.length);
            end += Slab.align(descriptor.length);
        }
        end(start, SnapshotLayout.SECURED, secured.size());
    }

    private void writeSettings(List<Long> settings) {
        long start = begin();
        settings.forEach(this::put);
        end(start, SnapshotLayout.SETTINGS, settings.size());
    }

    private void put(long number) {
        file.set(LONG, end, number);
        end += Long.BYTES;
    }

    private long begin() {
        long start = end;
        end += HEAD;
        sections++;
        return start;
    }

    private void end(long start, String tag, long count) {
        MemorySegment section = file.asSlice(start, end - start);
        SnapshotLayout.putTag(section, tag);
        section.set(LONG, SnapshotLayout.SECTION_SIZE, section.byteSize() - HEAD);
        section.set(LONG, SnapshotLayout.SECTION_COUNT, count);
        putChecksum(section);
    }

    private static void putChecksum(MemorySegment whole) {
        whole.set(INT, SnapshotLayout.CHECKSUM, SnapshotLayout.checksum(whole));
    }
}
