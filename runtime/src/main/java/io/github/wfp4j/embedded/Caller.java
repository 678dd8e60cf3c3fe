package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.types.Sid;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who calls the engine: what Windows knows from the caller's access token.
 *
 * @param user the user
 * @param groups the groups that the user belongs to, everyone among them
 */
public record Caller(Sid user, Set<Sid> groups) {
    static final Sid EVERYONE = Sid.of("S-1-1-0");
    static final Sid ADMINISTRATORS = Sid.of("S-1-5-32-544");
    static final Sid NETWORK_CONFIGURATION_OPERATORS = Sid.of("S-1-5-32-556");
    private static final Sid USERS = Sid.of("S-1-5-32-545");
    private static final String MACHINE = "S-1-5-21-1000000001-1000000002-1000000003-";

    /** An elevated administrator, who by default may do everything. */
    public static final Caller ADMINISTRATOR = of(Sid.of(MACHINE + "500"), ADMINISTRATORS, USERS);

    /** An ordinary user, who by default may open the engine and nothing else. */
    public static final Caller USER = of(Sid.of(MACHINE + "1001"), USERS);

    /** Copies the groups. */
    public Caller {
        requireNonNull(user, "user");
        groups = Set.copyOf(groups);
    }

    /**
     * {@return a caller who belongs to some groups, and to everyone}
     *
     * @param user the user
     * @param groups the groups that the user belongs to; everyone need not be among them
     */
    public static Caller of(Sid user, Sid... groups) {
        Set<Sid> all = new LinkedHashSet<>(Set.of(groups));
        all.add(EVERYONE);
        return new Caller(user, all);
    }

    /** {@return whether an entry for a SID applies to the caller} */
    boolean is(Sid sid) {
        return user.equals(sid) || groups.contains(sid);
    }

    /** {@return who owns what the caller adds: for administrators all of them} */
    Sid owner() {
        return is(ADMINISTRATORS) ? ADMINISTRATORS : user;
    }
}
