package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;

/**
 * One entry of an access control list: which rights a user, a group or a service is given or
 * refused.
 *
 * <p>C: {@code ACCESS_ALLOWED_ACE} and its kin, {@code winnt.h}.
 *
 * @param type the kind of entry, 0 to 255: {@link #ALLOW}, {@link #DENY}, {@link #AUDIT}, or one of
 *     the others that Windows knows; 4, compound entries, excepted
 * @param flags how it is inherited: a combination of the constants of this class, 0 to 255
 * @param mask the rights, one bit each
 * @param objectType what the entry is restricted to, or null for no restriction; only in entries of
 *     the object types 5 to 8, 11, 12, 15 and 16
 * @param inheritedObjectType which kind of object inherits it, or null for any; as objectType
 * @param sid who
 * @param applicationData what follows the SID: a condition in conditional entries, mostly empty
 */
public record AccessControlEntry(
        int type,
        int flags,
        int mask,
        @Nullable Guid objectType,
        @Nullable Guid inheritedObjectType,
        Sid sid,
        Bytes applicationData) {
    /** The type of an entry that gives rights. */
    public static final int ALLOW = 0;

    /** The type of an entry that refuses rights. */
    public static final int DENY = 1;

    /** The type of an entry that has uses of rights logged. */
    public static final int AUDIT = 2;

    /** The flag of an entry that objects within the container inherit. */
    public static final int OBJECT_INHERIT = 0x01;

    /** The flag of an entry that containers within the container inherit. */
    public static final int CONTAINER_INHERIT = 0x02;

    /** The flag of an entry that is inherited, but not any further. */
    public static final int NO_PROPAGATE_INHERIT = 0x04;

    /** The flag of an entry that says nothing about the object that has it. */
    public static final int INHERIT_ONLY = 0x08;

    /** The flag of an entry that was inherited. */
    public static final int INHERITED = 0x10;

    private static final int COMPOUND = 4;
    private static final int FIXED_SIZE = 8;
    private static final int OBJECT_TYPE_PRESENT = 1;
    private static final int INHERITED_OBJECT_TYPE_PRESENT = 2;
    private static final int GUID_SIZE = 16;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range, the type is 4, or an object
     *     type stands in an entry that cannot have one
     */
    public AccessControlEntry {
        Unsigned.requireUint8(type, "type");
        Unsigned.requireUint8(flags, "flags");
        requireNonNull(sid, "sid");
        requireNonNull(applicationData, "applicationData");
        if (type == COMPOUND) {
            throw new IllegalArgumentException("an entry of type 4 names no single user");
        }
        if (!isObjectType(type) && (objectType != null || inheritedObjectType != null)) {
            throw new IllegalArgumentException("an entry of type " + type + " has no object type");
        }
    }

    /**
     * {@return an entry that gives rights}
     *
     * @param sid who
     * @param mask the rights, one bit each
     */
    public static AccessControlEntry allow(Sid sid, int mask) {
        return new AccessControlEntry(ALLOW, 0, mask, null, null, sid, Bytes.empty());
    }

    /**
     * {@return an entry that refuses rights}
     *
     * @param sid who
     * @param mask the rights, one bit each
     */
    public static AccessControlEntry deny(Sid sid, int mask) {
        return new AccessControlEntry(DENY, 0, mask, null, null, sid, Bytes.empty());
    }

    /**
     * {@return this entry with other flags}
     *
     * @param flags how it is inherited: a combination of the constants of this class, 0 to 255
     */
    public AccessControlEntry withFlags(int flags) {
        return new AccessControlEntry(
                type, flags, mask, objectType, inheritedObjectType, sid, applicationData);
    }

    /** {@return whether entries of a type can be restricted to a kind of object} */
    static boolean isObjectType(int type) {
        return switch (type) {
            case 5, 6, 7, 8, 11, 12, 15, 16 -> true;
            default -> false;
        };
    }

    /** {@return how many bytes the binary form has, a multiple of 4} */
    int size() {
        int size = FIXED_SIZE + sid.toBytes().length() + applicationData.length();
        if (isObjectType(type)) {
            size += Integer.BYTES;
            size += objectType == null ? 0 : GUID_SIZE;
            size += inheritedObjectType == null ? 0 : GUID_SIZE;
        }
        return (size + 3) & ~3;
    }

    void write(ByteBuffer out) {
        int end = out.position() + size();
        out.put((byte) type).put((byte) flags).putShort((short) size()).putInt(mask);
        if (isObjectType(type)) {
            out.putInt(
                    (objectType == null ? 0 : OBJECT_TYPE_PRESENT)
                            | (inheritedObjectType == null ? 0 : INHERITED_OBJECT_TYPE_PRESENT));
            writeGuid(objectType, out);
            writeGuid(inheritedObjectType, out);
        }
        out.put(sid.toBytes().toByteArray()).put(applicationData.toByteArray());
        out.position(end);
    }

    private static void writeGuid(@Nullable Guid guid, ByteBuffer out) {
        if (guid != null) {
            out.putLong(guid.low()).putLong(guid.high());
        }
    }

    /** {@return the entry at the position of a buffer, which is moved behind it} */
    static AccessControlEntry read(ByteBuffer in) {
        int start = in.position();
        int size = in.remaining() < FIXED_SIZE ? 0 : Short.toUnsignedInt(in.getShort(start + 2));
        if (size < FIXED_SIZE || size > in.remaining()) {
            throw new IllegalArgumentException("there is no entry of a list at byte " + start);
        }
        int type = Byte.toUnsignedInt(in.get());
        int flags = Byte.toUnsignedInt(in.get());
        in.getShort();
        ByteBuffer body = in.duplicate().order(in.order()).limit(start + size);
        int mask = body.getInt();
        int present = isObjectType(type) && body.remaining() >= Integer.BYTES ? body.getInt() : 0;
        Guid objectType = readGuid((present & OBJECT_TYPE_PRESENT) != 0, body);
        Guid inherited = readGuid((present & INHERITED_OBJECT_TYPE_PRESENT) != 0, body);
        Sid sid = Sid.read(body);
        byte[] rest = new byte[body.remaining()];
        body.get(rest);
        in.position(start + size);
        return new AccessControlEntry(
                type, flags, mask, objectType, inherited, sid, Bytes.of(rest));
    }

    private static @Nullable Guid readGuid(boolean present, ByteBuffer in) {
        if (!present) {
            return null;
        }
        if (in.remaining() < GUID_SIZE) {
            throw new IllegalArgumentException("there is no GUID at byte " + in.position());
        }
        return new Guid(in.getLong(), in.getLong());
    }
}
