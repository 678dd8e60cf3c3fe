package io.github.wfp4j.types;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Who owns an object, and who may do what with it.
 *
 * <p>C: {@code SECURITY_DESCRIPTOR}, {@code winnt.h}; in memory it is self-relative, one block that
 * holds offsets and no pointers.
 *
 * @param owner who owns the object, or null if it does not say
 * @param group the owner's primary group, or null if it does not say
 * @param dacl who may do what, or null if there is no list, so that everybody may do everything
 * @param sacl what is logged, or null for nothing; WFP ignores it
 * @param daclProtected whether the object inherits no entries into its dacl
 * @param daclInherited whether inherited entries were put into the dacl by Windows
 */
public record SecurityDescriptor(
        @Nullable Sid owner,
        @Nullable Sid group,
        @Nullable AccessControlList dacl,
        @Nullable AccessControlList sacl,
        boolean daclProtected,
        boolean daclInherited) {
    /** One that says nothing, so that everybody may do everything. */
    public static final SecurityDescriptor NONE =
            new SecurityDescriptor(null, null, null, null, false, false);

    private static final int REVISION = 1;
    private static final int HEADER_SIZE = 20;
    private static final int CONTROL = 2;
    private static final int OWNER = 4;
    private static final int GROUP = 8;
    private static final int SACL = 12;
    private static final int DACL = 16;

    private static final int DACL_PRESENT = 0x0004;
    private static final int SACL_PRESENT = 0x0010;
    private static final int DACL_AUTO_INHERITED = 0x0400;
    private static final int DACL_PROTECTED = 0x1000;
    private static final int SELF_RELATIVE = 0x8000;

    /**
     * {@return one that says who owns the object and who may do what}
     *
     * @param owner who owns the object
     * @param group the owner's primary group
     * @param dacl who may do what
     */
    public static SecurityDescriptor of(Sid owner, Sid group, AccessControlList dacl) {
        return new SecurityDescriptor(
                requireNonNull(owner, "owner"),
                requireNonNull(group, "group"),
                requireNonNull(dacl, "dacl"),
                null,
                false,
                false);
    }

    /**
     * {@return this one with another owner}
     *
     * @param owner who owns the object, or null to leave that open
     */
    public SecurityDescriptor withOwner(@Nullable Sid owner) {
        return new SecurityDescriptor(owner, group, dacl, sacl, daclProtected, daclInherited);
    }

    /**
     * {@return this one with another group}
     *
     * @param group the owner's primary group, or null to leave that open
     */
    public SecurityDescriptor withGroup(@Nullable Sid group) {
        return new SecurityDescriptor(owner, group, dacl, sacl, daclProtected, daclInherited);
    }

    /**
     * {@return this one with another dacl}
     *
     * @param dacl who may do what, or null for no list, so that everybody may do everything
     */
    public SecurityDescriptor withDacl(@Nullable AccessControlList dacl) {
        return new SecurityDescriptor(owner, group, dacl, sacl, daclProtected, daclInherited);
    }

    /**
     * {@return this one with another answer to whether the dacl inherits no entries}
     *
     * @param daclProtected whether the object inherits no entries into its dacl
     */
    public SecurityDescriptor withDaclProtected(boolean daclProtected) {
        return new SecurityDescriptor(owner, group, dacl, sacl, daclProtected, daclInherited);
    }

    /**
     * {@return the descriptor with the given text}
     *
     * @param sddl the text in the security descriptor definition language, for example {@code
     *     O:SYG:SYD:(A;;CC;;;SY)}; SIDs, or the two letters of accounts that are the same on all
     *     computers
     * @throws IllegalArgumentException if the text is malformed, names an account of a domain by
     *     its letters, or has an entry with a condition
     */
    public static SecurityDescriptor ofSddl(String sddl) {
        return Sddl.parse(requireNonNull(sddl, "sddl"));
    }

    /**
     * {@return the text in the security descriptor definition language, as Windows writes it}
     *
     * @throws IllegalArgumentException if an entry has a condition or is of a kind without a text;
     *     {@link #toBytes()} has a form for all
     */
    public String toSddl() {
        return Sddl.format(this);
    }

    /** {@return the self-relative form, laid out as Windows does: lists, owner, group} */
    public Bytes toBytes() {
        Bytes ownerBytes = owner == null ? Bytes.empty() : owner.toBytes();
        Bytes groupBytes = group == null ? Bytes.empty() : group.toBytes();
        int saclAt = HEADER_SIZE;
        int daclAt = saclAt + (sacl == null ? 0 : sacl.size());
        int ownerAt = daclAt + (dacl == null ? 0 : dacl.size());
        int groupAt = ownerAt + ownerBytes.length();
        ByteBuffer out =
                ByteBuffer.allocate(groupAt + groupBytes.length()).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) REVISION).put((byte) 0).putShort((short) control());
        out.putInt(owner == null ? 0 : ownerAt).putInt(group == null ? 0 : groupAt);
        out.putInt(sacl == null ? 0 : saclAt).putInt(dacl == null ? 0 : daclAt);
        if (sacl != null) {
            sacl.write(out);
        }
        if (dacl != null) {
            dacl.write(out);
        }
        out.put(ownerBytes.toByteArray()).put(groupBytes.toByteArray());
        return Bytes.of(out.array());
    }

    private int control() {
        int control = SELF_RELATIVE;
        control |= dacl == null ? 0 : DACL_PRESENT;
        control |= sacl == null ? 0 : SACL_PRESENT;
        control |= daclProtected ? DACL_PROTECTED : 0;
        return control | (daclInherited ? DACL_AUTO_INHERITED : 0);
    }

    /**
     * {@return the descriptor with the given self-relative form}
     *
     * @param bytes the form; bytes that no part lies in are ignored
     * @throws IllegalArgumentException if it is not self-relative, or a part is malformed or does
     *     not lie within it
     */
    public static SecurityDescriptor of(Bytes bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < HEADER_SIZE || in.get(0) != REVISION) {
            throw new IllegalArgumentException(
                    "a security descriptor has 20 bytes or more and the revision 1");
        }
        int control = in.getShort(CONTROL);
        if ((control & SELF_RELATIVE) == 0) {
            throw new IllegalArgumentException(
                    "the security descriptor is not self-relative: it holds pointers");
        }
        return new SecurityDescriptor(
                sid(in, OWNER),
                sid(in, GROUP),
                list(in, DACL, (control & DACL_PRESENT) != 0),
                list(in, SACL, (control & SACL_PRESENT) != 0),
                (control & DACL_PROTECTED) != 0,
                (control & DACL_AUTO_INHERITED) != 0);
    }

    private static @Nullable Sid sid(ByteBuffer in, int member) {
        int offset = in.getInt(member);
        return offset == 0 ? null : Sid.read(at(in, offset));
    }

    private static @Nullable AccessControlList list(ByteBuffer in, int member, boolean present) {
        int offset = in.getInt(member);
        return offset == 0 || !present ? null : AccessControlList.read(at(in, offset));
    }

    private static ByteBuffer at(ByteBuffer in, int offset) {
        if (offset < HEADER_SIZE || offset > in.limit()) {
            throw new IllegalArgumentException(
                    "a part of the security descriptor lies outside of it: at byte "
                            + Integer.toUnsignedString(offset));
        }
        return in.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(offset);
    }
}
