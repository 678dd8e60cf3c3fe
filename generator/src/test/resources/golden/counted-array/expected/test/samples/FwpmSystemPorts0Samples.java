package io.github.wfp4j.samples;

import io.github.wfp4j.fwpm.FwpmSystemPorts0;
import io.github.wfp4j.fwpm.FwpmSystemPortsByType0;
import io.github.wfp4j.view.FwpmSystemPorts0View;
import java.util.List;
import net.jqwik.api.Arbitrary;

/**
 * Random values of {@link FwpmSystemPorts0}.
 */
@SuppressWarnings("unchecked")
public final class FwpmSystemPorts0Samples {
    private FwpmSystemPorts0Samples() {
    }

    /**
     * {@return any valid value}
     */
    public static Arbitrary<FwpmSystemPorts0> any() {
        return Samples.record(parts -> new FwpmSystemPorts0((List<FwpmSystemPortsByType0>) parts[0]), FwpmSystemPortsByType0Samples.any().list().ofMaxSize(3));
    }

    /**
     * Fails unless the view reads what the value holds.
     */
    public static void agree(FwpmSystemPorts0View view, FwpmSystemPorts0 value) {
        Samples.same("FWPM_SYSTEM_PORTS0.types", view.types().size(), value.types().size());
        for (int i = 0; i < value.types().size(); i++) {
            FwpmSystemPortsByType0Samples.agree(view.types().get(i), value.types().get(i));
        }
        Samples.same("FWPM_SYSTEM_PORTS0", view.toRecord(), value);
    }
}
