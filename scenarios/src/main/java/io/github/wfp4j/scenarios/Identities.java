package io.github.wfp4j.scenarios;

import static java.util.stream.Collectors.joining;

import io.github.wfp4j.engine.AccessField;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Who may connect: computers by their main mode identity, users by that of AuthIP's extended mode.
 * The engine looks whether a descriptor grants the right {@code FWP_ACTRL_MATCH_FILTER} (RI-5).
 *
 * @param computers the descriptor for computers, or null if any computer may
 * @param users the descriptor for users, or null if any user may
 */
public record Identities(
        @Nullable SecurityDescriptor computers, @Nullable SecurityDescriptor users) {
    /**
     * Checks that there is one, and that it restricts somebody.
     *
     * @throws IllegalArgumentException if neither is given, or one has no list of access, which
     *     would let everybody in
     */
    public Identities {
        if (computers == null && users == null) {
            throw new IllegalArgumentException("identities must name computers or users");
        }
        requireList(computers, "computers");
        requireList(users, "users");
    }

    /**
     * {@return a descriptor that grants the right to match to some}
     *
     * @param sids users, computers and groups, at least one
     * @throws IllegalArgumentException if there is none
     */
    public static SecurityDescriptor members(List<Sid> sids) {
        if (sids.isEmpty()) {
            throw new IllegalArgumentException("sids must not be empty");
        }
        return SecurityDescriptor.ofSddl(
                "O:LSD:" + sids.stream().map(sid -> "(A;;CC;;;" + sid + ")").collect(joining()));
    }

    /** What an accepted connection must meet. */
    List<FwpmFilterCondition0> conditions() {
        List<FwpmFilterCondition0> conditions = new ArrayList<>();
        if (computers != null) {
            conditions.add(AccessField.ALE_REMOTE_MACHINE_ID.grants(computers));
        }
        if (users != null) {
            conditions.add(AccessField.ALE_REMOTE_USER_ID.grants(users));
        }
        return List.copyOf(conditions);
    }

    /**
     * Refuses a negotiation in which users do not identify themselves (RI-3).
     *
     * @throws IllegalArgumentException if there are users and no AuthIP with a second
     *     authentication
     */
    void require(Scope scope, Negotiation negotiation) {
        if (users != null) {
            if (!scope.keyingModules().contains(KeyingModule.AUTHIP)) {
                throw new IllegalArgumentException(
                        "keyingModules must hold AuthIP, which alone knows users: "
                                + scope.keyingModules());
            }
            if (negotiation.authentication().second().isEmpty()) {
                throw new IllegalArgumentException(
                        "authentication must have a second method, by which users identify"
                                + " themselves");
            }
        }
    }

    private static void requireList(@Nullable SecurityDescriptor descriptor, String name) {
        if (descriptor != null && descriptor.dacl() == null) {
            throw new IllegalArgumentException(
                    name + " must have a list of access: " + descriptor.toSddl());
        }
    }
}
