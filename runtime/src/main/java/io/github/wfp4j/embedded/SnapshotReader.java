package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.SnapshotLayout.HEAD;
import static io.github.wfp4j.embedded.SnapshotLayout.INT;
import static io.github.wfp4j.embedded.SnapshotLayout.LONG;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what {@link SnapshotWriter} wrote, and refuses everything else.
 *
 * <p>The file is not trusted: no count is believed before what it counts is there, and reading
 * costs what the size of the file allows. Whether the objects fit one another is not looked at
 * here.
 */
final class SnapshotReader {
    private static final int COUNTERS = 3;

    private final MemorySegment file;
    private long position;
    private int sectionsLeft;

    /**
     * A section.
     *
     * @param position where it starts in the file
     * @param tag what it is called
     * @param optional whether it may be skipped by who does not know it
     * @param count how many objects it says that it has
     * @param body what it holds
     */
    private record Section(
            long position, String tag, boolean optional, long count, MemorySegment body) {
        long bodyPosition() {
            return position + HEAD;
        }
    }

    private SnapshotReader(MemorySegment file) {
        this.file = file;
    }

    /**
     * {@return the snapshot in a file}
     *
     * @param file the content of the file, aligned
     * @throws UnreadableSnapshotException if it is none, or damaged
     */
    static Snapshot read(MemorySegment file) {
        return new SnapshotReader(file).read();
    }

    private Snapshot read() {
        readHead();
        Ids.Counters counters = counters();
        List<FwpmProvider0> providers = objects(SnapshotKind.PROVIDERS);
        List<FwpmSublayer0> sublayers = objects(SnapshotKind.SUBLAYERS);
        List<FwpmCallout0> callouts = objects(SnapshotKind.CALLOUTS);
        List<FwpmProviderContext3> contexts = objects(SnapshotKind.PROVIDER_CONTEXTS);
        List<FwpmFilter0> filters = objects(SnapshotKind.FILTERS);
        List<FwpmFilter0> exemptions = objects(SnapshotKind.EXEMPTIONS);
        List<SecuredPlace> secured = secured();
        List<Long> settings = settings();
        Section layers = nextKnown(SnapshotLayout.LAYERS);
        Snapshot snapshot =
                new Snapshot(
                        counters,
                        providers,
                        sublayers,
                        callouts,
                        contexts,
                        filters,
                        exemptions,
                        secured,
                        settings,
                        layers == null ? null : objects(SnapshotKind.LAYERS, layers));
        Section more = nextKnown(null);
        if (more != null) {
            throw unknown(more);
        }
        require(position == file.byteSize(), position, "nothing should follow the last section");
        return snapshot;
    }

    private void readHead() {
        require(file.byteSize() > 0, 0, "the file is empty");
        require(file.byteSize() >= HEAD, file.byteSize(), "the file ends within its head");
        require(SnapshotLayout.hasMagic(file), 0, "this is no state file");
        int version = file.get(INT, SnapshotLayout.FILE_VERSION);
        if (version != SnapshotLayout.VERSION) {
            throw UnreadableSnapshotException.unknown(
                    "its form has version %s, and this wfp4j reads version %d only"
                            .formatted(Integer.toUnsignedString(version), SnapshotLayout.VERSION));
        }
        requireChecksum(file.asSlice(0, HEAD), 0);
        long size = file.get(LONG, SnapshotLayout.FILE_SIZE);
        require(
                size == file.byteSize(),
                Math.min(size, file.byteSize()),
                "the file has %d bytes and should have %d".formatted(file.byteSize(), size));
        sectionsLeft = file.get(INT, SnapshotLayout.FILE_SECTIONS);
        position = HEAD;
    }

    private Ids.Counters counters() {
        Section section = next(SnapshotLayout.COUNTERS);
        require(
                section.count() == COUNTERS
                        && section.body().byteSize() == (long) COUNTERS * Long.BYTES,
                section.bodyPosition(),
                "there should be %d numbers".formatted(COUNTERS));
        return new Ids.Counters(
                section.body().get(LONG, 0),
                section.body().get(LONG, 8),
                section.body().get(LONG, 16));
    }

    private List<SecuredPlace> secured() {
        Section section = next(SnapshotLayout.SECURED);
        MemorySegment body = section.body();
        List<SecuredPlace> places = new ArrayList<>();
        long offset = 0;
        while (offset < body.byteSize()) {
            long at = section.bodyPosition() + offset;
            long left = body.byteSize() - offset - SnapshotLayout.SECURED_HEAD;
            long size = body.get(LONG, offset);
            require(
                    left >= 0 && size >= 0 && size <= left,
                    at,
                    "%d bytes are no descriptor".formatted(size));
            places.add(place(body.asSlice(offset, SnapshotLayout.SECURED_HEAD + size), at));
            offset += SnapshotLayout.SECURED_HEAD + Slab.align(size);
        }
        require(
                places.size() == section.count(),
                section.position(),
                "section %s has %d entries and should have %d"
                        .formatted(section.tag(), places.size(), section.count()));
        return places;
    }

    private static SecuredPlace place(MemorySegment entry, long at) {
        long where = entry.get(LONG, 8);
        long number = where & ~SnapshotLayout.HAS_KEY;
        Container container = Container.find(number);
        if (container == null) {
            throw UnreadableSnapshotException.at(at, "there is no container %d".formatted(number));
        }
        Key key = null;
        if ((where & SnapshotLayout.HAS_KEY) != 0) {
            key = container.key(new Guid(entry.get(LONG, 16), entry.get(LONG, 24)));
            require(key != null, at, "the objects of %s have no keys".formatted(container));
        }
        byte[] descriptor = entry.asSlice(SnapshotLayout.SECURED_HEAD).toArray(JAVA_BYTE);
        try {
            return new SecuredPlace(container, key, SecurityDescriptor.of(Bytes.of(descriptor)));
        } catch (IllegalArgumentException e) {
            throw UnreadableSnapshotException.at(at, "the descriptor: " + e.getMessage());
        }
    }

    private List<Long> settings() {
        Section section = next(SnapshotLayout.SETTINGS);
        MemorySegment body = section.body();
        require(
                section.count() == body.byteSize() / Long.BYTES,
                section.position(),
                "section %s has %d bytes and should have %d numbers"
                        .formatted(section.tag(), body.byteSize(), section.count()));
        List<Long> numbers = new ArrayList<>();
        for (long offset = 0; offset < body.byteSize(); offset += Long.BYTES) {
            numbers.add(body.get(LONG, offset));
        }
        return numbers;
    }

    private <R> List<R> objects(SnapshotKind<R> kind) {
        return objects(kind, next(kind.tag()));
    }

    private <R> List<R> objects(SnapshotKind<R> kind, Section section) {
        MemorySegment body = section.body();
        List<R> objects = new ArrayList<>();
        long offset = 0;
        while (offset < body.byteSize()) {
            long at = section.bodyPosition() + offset;
            // The body is a multiple of what stands before an object.
            long size = body.get(LONG, offset);
            offset += SnapshotLayout.OBJECT_HEAD;
            require(
                    size >= kind.struct().size()
                            && size <= body.byteSize() - offset
                            && size % SnapshotLayout.ALIGNMENT == 0,
                    at,
                    "%d bytes are no %s".formatted(size, kind.struct().name()));
            objects.add(object(kind.struct(), body.asSlice(offset, size), at));
            offset += size;
        }
        require(
                objects.size() == section.count(),
                section.position(),
                "section %s has %d objects and should have %d"
                        .formatted(section.tag(), objects.size(), section.count()));
        return objects;
    }

    private static <R> R object(Struct<R> struct, MemorySegment block, long at) {
        try {
            return struct.restore(block);
        } catch (DecodingException | IllegalArgumentException e) {
            throw UnreadableSnapshotException.at(at, struct.name() + ": " + e.getMessage());
        }
    }

    private Section next(String tag) {
        long at = position;
        Section section = nextKnown(tag);
        if (section == null) {
            throw UnreadableSnapshotException.at(at, "section %s is missing".formatted(tag));
        }
        return section;
    }

    /** {@return the next section that is wanted or cannot be skipped, or null for none} */
    private @Nullable Section nextKnown(@Nullable String tag) {
        while (sectionsLeft != 0) {
            Section section = section();
            sectionsLeft--;
            if (section.tag().equals(tag)) {
                return section;
            }
            if (!section.optional()) {
                throw unknown(section);
            }
        }
        return null;
    }

    private Section section() {
        long at = position;
        long left = file.byteSize() - at;
        require(left >= HEAD, file.byteSize(), "the file ends within the head of a section");
        MemorySegment head = file.asSlice(at, HEAD);
        long size = head.get(LONG, SnapshotLayout.SECTION_SIZE);
        require(
                size >= 0 && size <= left - HEAD && size % SnapshotLayout.ALIGNMENT == 0,
                at,
                "a section of %d bytes, where %d are left".formatted(size, left - HEAD));
        MemorySegment whole = file.asSlice(at, HEAD + size);
        requireChecksum(whole, at);
        position += whole.byteSize();
        int flags = head.get(INT, SnapshotLayout.SECTION_FLAGS);
        return new Section(
                at,
                SnapshotLayout.tag(head),
                flags == SnapshotLayout.OPTIONAL,
                head.get(LONG, SnapshotLayout.SECTION_COUNT),
                whole.asSlice(HEAD));
    }

    private static UnreadableSnapshotException unknown(Section section) {
        return UnreadableSnapshotException.unknown(
                "section %s at byte %d is not known to this wfp4j, or not at this place"
                        .formatted(section.tag(), section.position()));
    }

    private static void requireChecksum(MemorySegment whole, long at) {
        require(
                whole.get(INT, SnapshotLayout.CHECKSUM) == SnapshotLayout.checksum(whole)
                        && whole.get(INT, SnapshotLayout.RESERVED) == 0,
                at,
                "the checksum of the %d bytes from here on is wrong".formatted(whole.byteSize()));
    }

    private static void require(boolean condition, long at, String otherwise) {
        if (!condition) {
            throw UnreadableSnapshotException.at(at, otherwise);
        }
    }
}
