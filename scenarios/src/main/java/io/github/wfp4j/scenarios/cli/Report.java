package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.scenarios.Instance;
import io.github.wfp4j.scenarios.KeyExchangeExemption;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.PlannedTunnel;
import io.github.wfp4j.scenarios.install.Installed;
import io.github.wfp4j.scenarios.install.KeyExchangeExemptions;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * What there is to print about an instance.
 *
 * @param instance the instance
 * @param engine the engine that holds it, or null for a plan
 * @param providerContexts its provider contexts
 * @param filters its filters, in layer order and then by effective weight, the highest first
 * @param tunnels its tunnels, of which only a plan knows the arguments of the call
 * @param associations its security associations that no keying module makes
 * @param exemptions what a plan expects the engine to add by itself
 * @param engineFilters what the engine added by itself, in the same order
 */
record Report(
        Instance instance,
        @Nullable EngineChoice engine,
        List<FwpmProviderContext3> providerContexts,
        List<FwpmFilter0> filters,
        List<PlannedTunnel> tunnels,
        List<AssociationLine> associations,
        List<KeyExchangeExemption> exemptions,
        List<FwpmFilter0> engineFilters) {

    static Report of(Plan plan) {
        return new Report(
                plan.instance(),
                null,
                plan.allProviderContexts(),
                plan.filters(),
                plan.tunnels(),
                plan.associations().stream().flatMap(AssociationLine::of).toList(),
                plan.exemptions(),
                List.of());
    }

    static Report of(Instance instance, EngineChoice choice, Installed installed, Engine engine) {
        return new Report(
                instance,
                choice,
                installed.providerContexts(),
                EngineFilters.sorted(installed.filters()),
                List.of(),
                installed.associations().stream().flatMap(AssociationLine::of).toList(),
                List.of(),
                EngineFilters.sorted(
                        Stream.concat(
                                        installed.tunnelFilters().stream(),
                                        new KeyExchangeExemptions(engine).filters().stream())
                                .toList()));
    }

    void print(String state, Wfp4jCommand root) {
        if (root.json()) {
            root.out().println(JsonDocument.of(this));
        } else {
            TextDocument.print(this, state, root.out());
        }
    }
}
