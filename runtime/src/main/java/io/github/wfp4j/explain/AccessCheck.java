package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpTokenInformation;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.SidAndAttributes;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Whom a security descriptor lets match a filter (4.4).
 *
 * <p>The entries count in their order; the first that concerns one of the token's SIDs decides.
 * Everybody is in Everyone. Entries with a condition allow nobody, and deny whom they name, as
 * Windows decides what it cannot evaluate.
 *
 * @param entries the entries about the right, or null if there is no list, so that everybody may
 */
record AccessCheck(@Nullable List<AccessControlEntry> entries) {
    /** {@code FWP_ACTRL_MATCH_FILTER}. */
    private static final int MATCH_FILTER = 1;

    private static final int DENIED_ON_CONDITION = 10;
    private static final Sid EVERYONE = Sid.of("S-1-1-0");

    /** {@return the check for a self-relative descriptor; one that is broken grants nobody} */
    static AccessCheck of(Bytes descriptor) {
        AccessControlList list;
        try {
            list = SecurityDescriptor.of(descriptor).dacl();
        } catch (IllegalArgumentException e) {
            return new AccessCheck(List.of());
        }
        return new AccessCheck(
                list == null ? null : list.entries().stream().filter(AccessCheck::counts).toList());
    }

    private static boolean counts(AccessControlEntry entry) {
        boolean decides =
                switch (entry.type()) {
                    case AccessControlEntry.ALLOW, AccessControlEntry.DENY, DENIED_ON_CONDITION ->
                            true;
                    default -> false;
                };
        return decides
                && (entry.flags() & AccessControlEntry.INHERIT_ONLY) == 0
                && (entry.mask() & MATCH_FILTER) != 0;
    }

    boolean grants(FwpTokenInformation token) {
        if (entries == null) {
            return true;
        }
        for (AccessControlEntry entry : entries) {
            if (concerns(entry.sid(), token)) {
                return entry.type() == AccessControlEntry.ALLOW;
            }
        }
        return false;
    }

    private static boolean concerns(Sid named, FwpTokenInformation token) {
        if (named.equals(EVERYONE)) {
            return true;
        }
        for (SidAndAttributes held : token.sids()) {
            if (held.sid().equals(named)) {
                return true;
            }
        }
        return false;
    }
}
