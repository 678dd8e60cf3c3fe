package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Sid;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Security descriptors in their self-relative form: one block that holds offsets, not pointers. */
final class SecurityDescriptors {
    private static final int HEADER_SIZE = 20;
    private static final int ACL_HEADER_SIZE = 8;
    private static final int ACE_HEADER_SIZE = 8;
    private static final int SID_HEADER_SIZE = 8;
    private static final int REVISION = 1;
    private static final int ACL_REVISION = 2;
    private static final int DACL_PRESENT = 0x0004;
    private static final int SELF_RELATIVE = 0x8000;

    private static final int CONTROL = 2;
    private static final int OWNER = 4;
    private static final int GROUP = 8;
    private static final int SACL = 12;
    private static final int DACL = 16;

    private SecurityDescriptors() {}

    /**
     * {@return the descriptor that allows one right to one user, who owns it as well}
     *
     * <p>SDDL: {@code O:<user>G:<user>D:(A;;<right>;;;<user>)}.
     *
     * @param user who
     * @param right the right's bit
     */
    static Bytes allowing(Sid user, int right) {
        byte[] sid = toBytes(user);
        int aceSize = ACE_HEADER_SIZE + sid.length;
        int aclSize = ACL_HEADER_SIZE + aceSize;
        int owner = HEADER_SIZE + aclSize;
        // The order in which Windows lays the parts out: list, owner, group.
        byte[] descriptor = new byte[owner + 2 * sid.length];
        ByteBuffer out = littleEndian(descriptor);
        out.put((byte) REVISION).put((byte) 0).putShort((short) (DACL_PRESENT | SELF_RELATIVE));
        out.putInt(owner).putInt(owner + sid.length).putInt(0).putInt(HEADER_SIZE);
        out.put((byte) ACL_REVISION).put((byte) 0).putShort((short) aclSize);
        out.putShort((short) 1).putShort((short) 0);
        out.putShort((short) 0).putShort((short) aceSize).putInt(right).put(sid);
        out.put(sid).put(sid);
        return Bytes.of(descriptor);
    }

    private static byte[] toBytes(Sid sid) {
        int count = sid.subAuthorities().size();
        byte[] bytes = new byte[SID_HEADER_SIZE + 4 * count];
        ByteBuffer out = littleEndian(bytes);
        out.put((byte) REVISION).put((byte) count);
        for (int shift = 40; shift >= 0; shift -= 8) {
            out.put((byte) (sid.identifierAuthority() >>> shift));
        }
        sid.subAuthorities().forEach(number -> out.putInt(number.intValue()));
        return bytes;
    }

    /** {@return whether the bytes are a descriptor whose parts all lie within them (4.41)} */
    static boolean isValid(Bytes descriptor) {
        if (descriptor.length() < HEADER_SIZE) {
            return false;
        }
        ByteBuffer in = littleEndian(descriptor.toByteArray());
        int control = in.getShort(CONTROL);
        return in.get(0) == REVISION
                && (control & SELF_RELATIVE) != 0
                && isSid(in, in.getInt(OWNER))
                && isSid(in, in.getInt(GROUP))
                && isAcl(in, in.getInt(SACL))
                && isAcl(in, in.getInt(DACL));
    }

    private static boolean isSid(ByteBuffer in, int offset) {
        return offset == 0 || sidSize(in, offset, in.limit()) > 0;
    }

    /** {@return the size of a security identifier, or 0 if there is none before a limit} */
    private static int sidSize(ByteBuffer in, int offset, int limit) {
        if (offset < HEADER_SIZE
                || offset > limit - SID_HEADER_SIZE
                || in.get(offset) != REVISION) {
            return 0;
        }
        int count = in.get(offset + 1);
        int size = SID_HEADER_SIZE + 4 * count;
        return count >= 0 && count <= Sid.MAX_SUB_AUTHORITIES && size <= limit - offset ? size : 0;
    }

    private static boolean isAcl(ByteBuffer in, int offset) {
        if (offset == 0) {
            return true;
        }
        if (offset < HEADER_SIZE || offset > in.limit() - ACL_HEADER_SIZE) {
            return false;
        }
        int size = Short.toUnsignedInt(in.getShort(offset + 2));
        int count = Short.toUnsignedInt(in.getShort(offset + 4));
        if (size < ACL_HEADER_SIZE || size > in.limit() - offset) {
            return false;
        }
        int end = offset + size;
        int ace = offset + ACL_HEADER_SIZE;
        for (int i = 0; i < count; i++) {
            if (ace > end - ACE_HEADER_SIZE) {
                return false;
            }
            int aceSize = Short.toUnsignedInt(in.getShort(ace + 2));
            if (aceSize < ACE_HEADER_SIZE || aceSize > end - ace) {
                return false;
            }
            ace += aceSize;
        }
        return true;
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
