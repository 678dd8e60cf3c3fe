package io.github.wfp4j.samples;

import io.github.wfp4j.view.SecWinntAuthIdentityWView;
import io.github.wfp4j.win32.SecWinntAuthIdentityW;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link SecWinntAuthIdentityW}.
 */
@SuppressWarnings("unchecked")
public final class SecWinntAuthIdentityWSamples {
    private SecWinntAuthIdentityWSamples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<SecWinntAuthIdentityW> any() {
        return Samples.record(parts -> new SecWinntAuthIdentityW((String) parts[0], (String) parts[1], (String) parts[2], (Long) parts[3]), Samples.texts().injectNull(0.3),
                Samples.texts().injectNull(0.3),
                Samples.texts().injectNull(0.3),
                Arbitraries.longs().between(0, 0xFFFF_FFFFL));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(SecWinntAuthIdentityWView view, SecWinntAuthIdentityW value) {
        Samples.same("SEC_WINNT_AUTH_IDENTITY_W.User", view.user(), value.user());
        Samples.same("SEC_WINNT_AUTH_IDENTITY_W.Domain", view.domain(), value.domain());
        Samples.same("SEC_WINNT_AUTH_IDENTITY_W.Password", view.password(), value.password());
        Samples.same("SEC_WINNT_AUTH_IDENTITY_W.Flags", view.flags(), value.flags());
        Samples.same("SEC_WINNT_AUTH_IDENTITY_W", view.toRecord(), value);
    }
}
