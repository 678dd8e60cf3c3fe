package io.github.wfp4j.samples;

import io.github.wfp4j.fwpm.FwpmSystemPortType;
import io.github.wfp4j.fwpm.FwpmSystemPortsByType0;
import io.github.wfp4j.view.FwpmSystemPortsByType0View;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link FwpmSystemPortsByType0}.
 */
@SuppressWarnings("unchecked")
public final class FwpmSystemPortsByType0Samples {
    private FwpmSystemPortsByType0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<FwpmSystemPortsByType0> any() {
        return Samples.record(parts -> new FwpmSystemPortsByType0((FwpmSystemPortType) parts[0], (List<Integer>) parts[1]), Arbitraries.of(FwpmSystemPortType.values()),
                Arbitraries.integers().between(0, 65535).list().ofMaxSize(3));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(FwpmSystemPortsByType0View view, FwpmSystemPortsByType0 value) {
        Samples.same("FWPM_SYSTEM_PORTS_BY_TYPE0.type", view.type(), value.type());
        Samples.same("FWPM_SYSTEM_PORTS_BY_TYPE0.ports", view.ports(), value.ports());
        Samples.same("FWPM_SYSTEM_PORTS_BY_TYPE0", view.toRecord(), value);
    }
}
