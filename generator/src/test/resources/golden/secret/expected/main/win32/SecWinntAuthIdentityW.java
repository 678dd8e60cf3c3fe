package io.github.wfp4j.win32;

import io.github.wfp4j.types.Unsigned;
import org.jspecify.annotations.Nullable;

/**
 * The user name, domain and password with which a caller authenticates.
 *
 * <p>C: {@code SEC_WINNT_AUTH_IDENTITY_W}, {@code rpcdce.h}.
 *
 * <p>{@code password} is secret: {@link #toString()} hides it.
 *
 * @param user the user name, or null for the caller's own
 * @param domain the domain, or null for none
 * @param password the password, or null for none
 * @param flags the character set of the texts; Unicode here
 */
public record SecWinntAuthIdentityW(@Nullable String user, @Nullable String domain,
        @Nullable String password, long flags) {
    /**
     * Checks the components and copies the lists.
     *
     * @throws IllegalArgumentException if a component is out of its range
     */
    public SecWinntAuthIdentityW {
        Unsigned.requireUint32(flags, "flags");
    }

    /**
     * {@return a copy with another {@code user}}
     *
     * @param user the user name, or null for the caller's own
     */
    public SecWinntAuthIdentityW withUser(@Nullable String user) {
        return new SecWinntAuthIdentityW(user, domain, password, flags);
    }

    /**
     * {@return a copy with another {@code domain}}
     *
     * @param domain the domain, or null for none
     */
    public SecWinntAuthIdentityW withDomain(@Nullable String domain) {
        return new SecWinntAuthIdentityW(user, domain, password, flags);
    }

    /**
     * {@return a copy with another {@code password}}
     *
     * @param password the password, or null for none
     */
    public SecWinntAuthIdentityW withPassword(@Nullable String password) {
        return new SecWinntAuthIdentityW(user, domain, password, flags);
    }

    /**
     * {@return a copy with another {@code flags}}
     *
     * @param flags the character set of the texts; Unicode here
     */
    public SecWinntAuthIdentityW withFlags(long flags) {
        return new SecWinntAuthIdentityW(user, domain, password, flags);
    }

    /**
     * {@return the components, with {@code ***} for what is secret}
     */
    @Override
    public String toString() {
        return "SecWinntAuthIdentityW[" + "user=" + user + ", domain=" + domain + ", password=***" + ", flags=" + flags + "]";
    }
}
