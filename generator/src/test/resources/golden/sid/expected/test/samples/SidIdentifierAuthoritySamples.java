package io.github.wfp4j.samples;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.view.SidIdentifierAuthorityView;
import io.github.wfp4j.win32.SidIdentifierAuthority;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link SidIdentifierAuthority}.
 */
@SuppressWarnings("unchecked")
public final class SidIdentifierAuthoritySamples {
    private SidIdentifierAuthoritySamples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<SidIdentifierAuthority> any() {
        return Samples.record(parts -> new SidIdentifierAuthority((Bytes) parts[0]), Samples.bytes(6, 6));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(SidIdentifierAuthorityView view, SidIdentifierAuthority value) {
        Samples.same("SID_IDENTIFIER_AUTHORITY.Value", view.value(), value.value());
        Samples.same("SID_IDENTIFIER_AUTHORITY", view.toRecord(), value);
    }
}
