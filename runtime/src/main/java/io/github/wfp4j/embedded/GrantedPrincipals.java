package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds out whom a security descriptor lets match a filter (4.4).
 *
 * <p>A principal is asked for as if it were alone: it is in no group but Everyone. Who else is in
 * which group is known where there are tokens, which an enumeration does not have. Entries with a
 * condition allow nobody, and deny whom they name, as Windows decides what it cannot evaluate.
 */
final class GrantedPrincipals {
    private static final Sid EVERYONE = Sid.of("S-1-1-0");

    /** {@code FWP_ACTRL_MATCH_FILTER}. */
    private static final int MATCH_FILTER = 1;

    private static final int CONTROL = 2;
    private static final int DACL = 16;
    private static final int DACL_PRESENT = 0x0004;
    private static final int ACL_HEADER_SIZE = 8;
    private static final int ACE_HEADER_SIZE = 8;
    private static final int SID_HEADER_SIZE = 8;
    private static final int INHERIT_ONLY = 0x08;
    private static final int ALLOWED = 0;
    private static final int DENIED = 1;
    private static final int DENIED_ON_CONDITION = 10;

    private GrantedPrincipals() {}

    private record Entry(boolean allows, Sid principal) {
        boolean concerns(Sid other) {
            return principal.equals(EVERYONE) || principal.equals(other);
        }
    }

    /**
     * {@return the principals that a descriptor grants the right to match}
     *
     * @param descriptor a valid descriptor, in its self-relative form
     */
    static PrincipalSet of(Bytes descriptor) {
        ByteBuffer in = ByteBuffer.wrap(descriptor.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        int list = in.getInt(DACL);
        if ((in.getShort(CONTROL) & DACL_PRESENT) == 0 || list == 0) {
            // Without a list there is nothing to protect.
            return PrincipalSet.NONE.complement();
        }
        List<Entry> entries = entries(in, list);
        Set<Sid> named = new HashSet<>();
        entries.forEach(entry -> named.add(entry.principal));
        boolean others =
                entries.stream()
                        .filter(entry -> entry.principal.equals(EVERYONE))
                        .findFirst()
                        .map(Entry::allows)
                        .orElse(false);
        named.removeIf(principal -> isGranted(principal, entries) == others);
        return new PrincipalSet(others, named);
    }

    private static boolean isGranted(Sid principal, List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.concerns(principal)) {
                return entry.allows;
            }
        }
        return false;
    }

    /** {@return the entries that decide on the right, in their order} */
    private static List<Entry> entries(ByteBuffer in, int list) {
        List<Entry> entries = new ArrayList<>();
        int count = Short.toUnsignedInt(in.getShort(list + 4));
        int entry = list + ACL_HEADER_SIZE;
        for (int i = 0; i < count; i++) {
            int size = Short.toUnsignedInt(in.getShort(entry + 2));
            int type = in.get(entry);
            boolean decides =
                    (type == ALLOWED || type == DENIED || type == DENIED_ON_CONDITION)
                            && (in.get(entry + 1) & INHERIT_ONLY) == 0
                            && (in.getInt(entry + 4) & MATCH_FILTER) != 0;
            Sid principal = decides ? sid(in, entry + ACE_HEADER_SIZE, entry + size) : null;
            if (principal != null) {
                entries.add(new Entry(type == ALLOWED, principal));
            }
            entry += size;
        }
        return entries;
    }

    /** {@return the security identifier between two offsets, or null if there is none} */
    private static @Nullable Sid sid(ByteBuffer in, int offset, int end) {
        if (end - offset < SID_HEADER_SIZE) {
            return null;
        }
        int count = Byte.toUnsignedInt(in.get(offset + 1));
        if (count > Sid.MAX_SUB_AUTHORITIES || end - offset < SID_HEADER_SIZE + 4 * count) {
            return null;
        }
        long authority = 0;
        for (int i = 2; i < SID_HEADER_SIZE; i++) {
            authority = authority << 8 | Byte.toUnsignedLong(in.get(offset + i));
        }
        List<Long> subAuthorities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            subAuthorities.add(Integer.toUnsignedLong(in.getInt(offset + SID_HEADER_SIZE + 4 * i)));
        }
        return new Sid(authority, subAuthorities);
    }
}
