package io.github.wfp4j.embedded;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Where things stand in the file of a snapshot; {@code docs/state-file.md} describes it.
 *
 * <p>The file is a header and sections. Each starts with 32 bytes that end in a checksum; that of
 * the header covers itself, that of a section covers all of it.
 */
final class SnapshotLayout {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN);

    /** The form that is written, and the only one that is read. */
    static final int VERSION = 1;

    /** The size of what the file, and each section, starts with. */
    static final long HEAD = 32;

    /** Everything starts at a multiple of this. */
    static final long ALIGNMENT = 8;

    /** The largest file that is written or read: 1 GiB. */
    static final long MAX_SIZE = 1L << 30;

    static final long CHECKSUM = 24;
    static final long RESERVED = 28;

    static final long FILE_VERSION = 8;
    static final long FILE_SECTIONS = 12;
    static final long FILE_SIZE = 16;

    static final long SECTION_FLAGS = 4;
    static final long SECTION_SIZE = 8;
    static final long SECTION_COUNT = 16;

    /** The flag of a section that may be skipped by who does not know it. */
    static final int OPTIONAL = 1;

    /** The section with the run-time ids that come next, which has a form of its own. */
    static final String COUNTERS = "NEXT";

    /** The section with the descriptors that were set, which has a form of its own. */
    static final String SECURED = "SECU";

    /** The section with the options of the engine, which has a form of its own. */
    static final String SETTINGS = "OPTS";

    /** The section with the layers of another engine, which is there if its objects are. */
    static final String LAYERS = "LAYR";

    /** The flag, beside the number of a container, that an object within it is meant. */
    static final int HAS_KEY = 1 << 16;

    /** What stands before each descriptor: its size, the container, whether there is a key, it. */
    static final long SECURED_HEAD = 32;

    /** What stands before each object: its size. */
    static final long OBJECT_HEAD = 8;

    /** A text that a wrong line-end conversion changes, like that of PNG. */
    private static final byte[] MAGIC = {'W', 'F', 'P', '4', 'J', '\r', '\n', 0x1A};

    private SnapshotLayout() {}

    /** Writes what each file starts with. */
    static void putMagic(MemorySegment file) {
        MemorySegment.copy(MAGIC, 0, file, JAVA_BYTE, 0, MAGIC.length);
    }

    /** {@return whether a file starts so} */
    static boolean hasMagic(MemorySegment file) {
        return file.asSlice(0, MAGIC.length).mismatch(MemorySegment.ofArray(MAGIC)) < 0;
    }

    /** Writes what a section is called. */
    static void putTag(MemorySegment section, String tag) {
        byte[] bytes = tag.getBytes(StandardCharsets.US_ASCII);
        MemorySegment.copy(bytes, 0, section, JAVA_BYTE, 0, bytes.length);
    }

    /** {@return what a section is called} */
    static String tag(MemorySegment section) {
        byte[] bytes = section.asSlice(0, SECTION_FLAGS).toArray(JAVA_BYTE);
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    /**
     * {@return the checksum of a head and what follows it}
     *
     * @param whole both
     */
    static int checksum(MemorySegment whole) {
        CRC32C checksum = new CRC32C();
        checksum.update(whole.asSlice(0, CHECKSUM).asByteBuffer());
        checksum.update(whole.asSlice(HEAD).asByteBuffer());
        return (int) checksum.getValue();
    }
}
