package io.github.wfp4j.scenarios;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.types.ProviderKey;

/**
 * The provider that owns what the scenarios add, one for all scenarios and instances: it comes with
 * the first of them and goes with the last.
 */
public final class Wfp4jProvider {
    /** Its key. */
    public static final ProviderKey KEY = ProviderKey.of("136bbd45-620e-4ecf-aebd-91d62ad34cae");

    /** The provider as it is added. */
    public static final FwpmProvider0 PROVIDER =
            FwpmProvider0.of(
                    KEY,
                    new FwpmDisplayData0(
                            "wfp4j", "Owns the IPsec scenarios that wfp4j has installed"));

    private Wfp4jProvider() {}
}
