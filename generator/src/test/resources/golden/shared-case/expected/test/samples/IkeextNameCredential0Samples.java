package io.github.wfp4j.samples;

import io.github.wfp4j.ikeext.IkeextNameCredential0;
import io.github.wfp4j.view.IkeextNameCredential0View;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link IkeextNameCredential0}.
 */
@SuppressWarnings("unchecked")
public final class IkeextNameCredential0Samples {
    private IkeextNameCredential0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<IkeextNameCredential0> any() {
        return Samples.record(parts -> new IkeextNameCredential0((String) parts[0]), Samples.texts());
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(IkeextNameCredential0View view, IkeextNameCredential0 value) {
        Samples.same("IKEEXT_NAME_CREDENTIAL0.principalName", view.principalName(), value.principalName());
        Samples.same("IKEEXT_NAME_CREDENTIAL0", view.toRecord(), value);
    }
}
