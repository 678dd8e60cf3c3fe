package io.github.wfp4j.view;

import io.github.wfp4j.internal.codec.SecWinntAuthIdentityWCodec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.win32.SecWinntAuthIdentityW;
import org.jspecify.annotations.Nullable;

/**
 * {@link SecWinntAuthIdentityW} read in place: valid until its cursor leaves the page or is closed, and on the cursor's thread only. A later read throws {@link IllegalStateException}. {@link #toRecord()} copies.
 *
 * <p>C: {@code SEC_WINNT_AUTH_IDENTITY_W}, {@code rpcdce.h}.
 */
public final class SecWinntAuthIdentityWView {
    private final Page page;

    private final long address;

    /**
     * Reads a struct of a page; for the SDK itself.
     *
     * @param page what the struct lives and dies with
     * @param address where the struct begins
     */
    @SuppressWarnings("exports")
    public SecWinntAuthIdentityWView(Page page, long address) {
        this.page = page;
        this.address = address;
    }

    /**
     * {@return the user name, or null for the caller's own}
     */
    public @Nullable String user() {
        return page.keptOrNull(page.reader().countedText(page.live(), address + SecWinntAuthIdentityWCodec.USER, page.count(page.uint32(address + SecWinntAuthIdentityWCodec.USER_LENGTH), "SEC_WINNT_AUTH_IDENTITY_W.UserLength"), "SEC_WINNT_AUTH_IDENTITY_W.User"));
    }

    /**
     * {@return the domain, or null for none}
     */
    public @Nullable String domain() {
        return page.keptOrNull(page.reader().countedText(page.live(), address + SecWinntAuthIdentityWCodec.DOMAIN, page.count(page.uint32(address + SecWinntAuthIdentityWCodec.DOMAIN_LENGTH), "SEC_WINNT_AUTH_IDENTITY_W.DomainLength"), "SEC_WINNT_AUTH_IDENTITY_W.Domain"));
    }

    /**
     * {@return the password, or null for none}
     */
    public @Nullable String password() {
        return page.keptOrNull(page.reader().countedText(page.live(), address + SecWinntAuthIdentityWCodec.PASSWORD, page.count(page.uint32(address + SecWinntAuthIdentityWCodec.PASSWORD_LENGTH), "SEC_WINNT_AUTH_IDENTITY_W.PasswordLength"), "SEC_WINNT_AUTH_IDENTITY_W.Password"));
    }

    /**
     * {@return the character set of the texts; Unicode here}
     */
    public long flags() {
        return page.uint32(address + SecWinntAuthIdentityWCodec.FLAGS);
    }

    /**
     * {@return a copy that is valid for ever}
     *
     * @throws DecodingException if the memory holds no such struct
     */
    public SecWinntAuthIdentityW toRecord() {
        return page.kept(SecWinntAuthIdentityWCodec.read(page.reader(), page.live(), address));
    }
}
