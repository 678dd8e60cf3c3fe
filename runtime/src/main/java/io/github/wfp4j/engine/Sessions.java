package io.github.wfp4j.engine;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;

/** The usual sessions, as records to change further and open an engine for. */
public final class Sessions {
    private Sessions() {}

    /**
     * {@return a session whose objects are deleted when it ends, even if the process just dies}
     *
     * @param name what tools show for it
     */
    public static FwpmSession0 dynamic(String name) {
        return named(name).withFlags(FwpmSessionFlags.DYNAMIC);
    }

    /**
     * {@return a session whose objects stay until they are deleted or, unless they are persistent,
     * until the filtering engine stops}
     *
     * @param name what tools show for it
     */
    public static FwpmSession0 named(String name) {
        return FwpmSession0.of().withDisplayData(FwpmDisplayData0.of(requireNonNull(name, "name")));
    }
}
