package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Sid;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Security descriptors of conditions as people read them: whom they allow and deny. */
final class SecurityDescriptorText {
    private static final int DACL_OFFSET = 16;
    private static final int ACL_HEADER = 8;
    private static final int ACE_HEADER = 8;
    private static final int ALLOWED = 0;
    private static final int DENIED = 1;

    private SecurityDescriptorText() {}

    /**
     * {@return whom a descriptor allows and denies; only its size if that is not plain}
     *
     * @param descriptor a self-relative security descriptor
     */
    static String of(Bytes descriptor) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(descriptor.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
            int dacl = bytes.getInt(DACL_OFFSET);
            int entries = Short.toUnsignedInt(bytes.getShort(dacl + 4));
            StringJoiner text = new StringJoiner(", ");
            int entry = dacl + ACL_HEADER;
            for (int i = 0; dacl != 0 && i < entries; i++) {
                Sid sid = sid(bytes, entry + ACE_HEADER);
                switch (bytes.get(entry)) {
                    case ALLOWED -> text.add(sid.toString());
                    case DENIED -> text.add("not " + sid);
                    default -> throw new IllegalArgumentException("an entry of another type");
                }
                entry += Short.toUnsignedInt(bytes.getShort(entry + 2));
            }
            if (text.length() > 0) {
                return text.toString();
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            // Not one that can be said in a line.
        }
        return "descriptor of %d bytes".formatted(descriptor.length());
    }

    private static Sid sid(ByteBuffer bytes, int offset) {
        long authority = 0;
        for (int i = 2; i < 8; i++) {
            authority = authority << 8 | Byte.toUnsignedInt(bytes.get(offset + i));
        }
        List<Long> subAuthorities = new ArrayList<>();
        for (int i = 0; i < bytes.get(offset + 1); i++) {
            subAuthorities.add(Integer.toUnsignedLong(bytes.getInt(offset + 8 + 4 * i)));
        }
        return new Sid(authority, subAuthorities);
    }
}
