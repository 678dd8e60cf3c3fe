package io.github.wfp4j.types;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * An access control list: entries that are read in their order until each wanted right is given or
 * one is refused.
 *
 * <p>C: {@code ACL}, {@code winnt.h}. A list without entries gives nobody anything; that there is
 * no list gives everybody everything.
 *
 * @param entries the entries, in the order in which they are read
 */
public record AccessControlList(List<AccessControlEntry> entries) {
    private static final int HEADER_SIZE = 8;
    private static final int MAX_SIZE = 0xFFFF;
    private static final int REVISION = 2;

    /** Lists with entries that are restricted to kinds of objects have another revision. */
    private static final int OBJECT_REVISION = 4;

    /**
     * Copies the entries.
     *
     * @throws IllegalArgumentException if they need more than 65535 bytes, the most that a list has
     */
    public AccessControlList {
        entries = List.copyOf(entries);
        int size = HEADER_SIZE + entries.stream().mapToInt(AccessControlEntry::size).sum();
        if (size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "an access control list has at most 65535 bytes: " + size);
        }
    }

    /**
     * {@return a list of entries}
     *
     * @param entries the entries, in the order in which they are read
     */
    public static AccessControlList of(AccessControlEntry... entries) {
        return new AccessControlList(List.of(entries));
    }

    /**
     * {@return the list with the given binary form}
     *
     * @param bytes the form; what follows it is ignored
     * @throws IllegalArgumentException if it is malformed
     */
    public static AccessControlList of(Bytes bytes) {
        return read(ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** {@return the binary form} */
    public Bytes toBytes() {
        ByteBuffer out = ByteBuffer.allocate(size()).order(ByteOrder.LITTLE_ENDIAN);
        write(out);
        return Bytes.of(out.array());
    }

    /** {@return how many bytes the binary form has} */
    int size() {
        return HEADER_SIZE + entries.stream().mapToInt(AccessControlEntry::size).sum();
    }

    void write(ByteBuffer out) {
        boolean restricted =
                entries.stream().anyMatch(it -> AccessControlEntry.isObjectType(it.type()));
        out.put((byte) (restricted ? OBJECT_REVISION : REVISION)).put((byte) 0);
        out.putShort((short) size()).putShort((short) entries.size()).putShort((short) 0);
        entries.forEach(entry -> entry.write(out));
    }

    /** {@return the list at the position of a buffer} */
    static AccessControlList read(ByteBuffer in) {
        int start = in.position();
        int size = in.remaining() < HEADER_SIZE ? 0 : Short.toUnsignedInt(in.getShort(start + 2));
        if (size < HEADER_SIZE
                || size > in.remaining()
                || (in.get(start) != REVISION && in.get(start) != OBJECT_REVISION)) {
            throw new IllegalArgumentException("there is no access control list at byte " + start);
        }
        int count = Short.toUnsignedInt(in.getShort(start + 4));
        ByteBuffer body = in.duplicate().order(in.order()).limit(start + size);
        body.position(start + HEADER_SIZE);
        List<AccessControlEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entries.add(AccessControlEntry.read(body));
        }
        return new AccessControlList(entries);
    }
}
