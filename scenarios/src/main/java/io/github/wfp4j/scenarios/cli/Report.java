package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.scenarios.Instance;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.install.Installed;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What there is to print about an instance.
 *
 * @param instance the instance
 * @param engine the engine that holds it, or null for a plan
 * @param providerContexts its provider contexts
 * @param filters its filters, in layer order and then by effective weight, the highest first
 * @param engineFilters what the engine added by itself, in the same order
 */
record Report(
        Instance instance,
        @Nullable EngineChoice engine,
        List<FwpmProviderContext3> providerContexts,
        List<FwpmFilter0> filters,
        List<FwpmFilter0> engineFilters) {

    static Report of(Plan plan) {
        return new Report(
                plan.instance(), null, plan.providerContexts(), plan.filters(), List.of());
    }

    static Report of(Instance instance, EngineChoice choice, Installed installed, Engine engine) {
        return new Report(
                instance,
                choice,
                installed.providerContexts(),
                EngineFilters.sorted(installed.filters()),
                EngineFilters.sorted(EngineFilters.keyExchangeExemptions(engine)));
    }

    void print(String state, Wfp4jCommand root) {
        if (root.json()) {
            root.out().println(JsonDocument.of(this));
        } else {
            TextDocument.print(this, state, root.out());
        }
    }
}
