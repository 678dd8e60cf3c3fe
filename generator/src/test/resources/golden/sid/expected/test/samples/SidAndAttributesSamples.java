package io.github.wfp4j.samples;

import io.github.wfp4j.types.Sid;
import io.github.wfp4j.view.SidAndAttributesView;
import io.github.wfp4j.win32.SeGroupFlags;
import io.github.wfp4j.win32.SidAndAttributes;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link SidAndAttributes}.
 */
@SuppressWarnings("unchecked")
public final class SidAndAttributesSamples {
    private SidAndAttributesSamples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<SidAndAttributes> any() {
        return Samples.record(parts -> new SidAndAttributes((Sid) parts[0], (SeGroupFlags) parts[1]), Samples.sids(),
                Arbitraries.integers().map(SeGroupFlags::new));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(SidAndAttributesView view, SidAndAttributes value) {
        Samples.same("SID_AND_ATTRIBUTES.Sid", view.sid(), value.sid());
        Samples.same("SID_AND_ATTRIBUTES.Attributes", view.attributes(), value.attributes());
        Samples.same("SID_AND_ATTRIBUTES", view.toRecord(), value);
    }
}
