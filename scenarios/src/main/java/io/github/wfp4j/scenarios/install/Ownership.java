package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.scenarios.Instance;

/**
 * Tells the objects that were added from those that someone has put in their places: with their
 * keys, but under other names.
 */
final class Ownership {
    private Ownership() {}

    /** Refuses to touch what was put there by someone else. */
    static void require(Instance instance, Installed installed) {
        installed.filters().forEach(filter -> require(instance, "filter", filter.displayData()));
        installed
                .providerContexts()
                .forEach(context -> require(instance, "provider context", context.displayData()));
    }

    private static void require(Instance instance, String kind, FwpmDisplayData0 displayData) {
        if (!String.valueOf(displayData.name()).startsWith(instance.name() + ": ")) {
            throw new ForeignObjectException(
                    instance, "%s \"%s\"".formatted(kind, displayData.name()));
        }
    }
}
