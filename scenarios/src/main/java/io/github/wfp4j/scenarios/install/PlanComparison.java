package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.PlannedTunnel;
import io.github.wfp4j.scenarios.Precedence;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SublayerKey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares a plan with what an engine holds. What the engine itself fills in does not count: ids,
 * effective weights, the default sublayer and the flags that only it sets.
 *
 * @param plan the plan
 * @param defaultSublayer knows the default sublayer of each layer
 */
record PlanComparison(Plan plan, Function<LayerKey, SublayerKey> defaultSublayer) {
    /** In what the engine differs from the plan. */
    List<Difference> with(Installed installed, boolean providerIsThere) {
        List<Difference> differences = new ArrayList<>();
        // Instances share the provider, so what it is called is not theirs to say.
        FwpmProvider0 provider = plan.provider();
        if (provider != null && !plan.isEmpty() && !providerIsThere) {
            differences.add(Difference.missing(describe("provider", provider.displayData())));
        }
        differences.addAll(
                compare(
                        plan.allProviderContexts(),
                        installed.providerContexts(),
                        FwpmProviderContext3::providerContextKey,
                        context -> describe("provider context", context.displayData()),
                        PlanComparison::fillIn));
        differences.addAll(
                compare(
                        plan.filters(),
                        installed.filters(),
                        FwpmFilter0::filterKey,
                        filter -> describe("filter", filter.displayData()),
                        this::fillIn));
        differences.addAll(weightOrder(plan, installed));
        for (PlannedTunnel tunnel : plan.tunnels()) {
            FwpmProviderContext3 policy = tunnel.tunnelPolicy();
            if (installed.providerContexts().stream().anyMatch(it -> hasKeyOf(policy, it))
                    && installed.tunnelFilters().isEmpty()) {
                differences.add(
                        Difference.missing(
                                "every filter of " + describe("tunnel", policy.displayData())));
            }
        }
        differences.addAll(PlanAssociations.differences(plan, installed));
        return List.copyOf(differences);
    }

    private static boolean hasKeyOf(FwpmProviderContext3 one, FwpmProviderContext3 other) {
        return one.providerContextKey().equals(other.providerContextKey());
    }

    /** Where two filters that overlap are not ranked as the plan needs. */
    static List<Difference> weightOrder(Plan plan, Installed installed) {
        List<Difference> differences = new ArrayList<>();
        for (Precedence precedence : plan.precedences()) {
            Optional<FwpmFilter0> higher = installed.filter(precedence.higher());
            Optional<FwpmFilter0> lower = installed.filter(precedence.lower());
            if (higher.isPresent() && lower.isPresent()) {
                long above = effectiveWeight(higher.get());
                long below = effectiveWeight(lower.get());
                if (Long.compareUnsigned(above, below) <= 0) {
                    differences.add(
                            new Difference(
                                    describe("filter", higher.get().displayData()),
                                    "effectiveWeight",
                                    "above %s of %s"
                                            .formatted(
                                                    Long.toUnsignedString(below),
                                                    describe("filter", lower.get().displayData())),
                                    Long.toUnsignedString(above)));
                }
            }
        }
        return differences;
    }

    private static <T extends Record> List<Difference> compare(
            List<T> planned,
            List<T> found,
            Function<T, ?> key,
            Function<T, String> describe,
            Filling<T> fillIn) {
        Map<Object, T> rest =
                found.stream()
                        .collect(
                                Collectors.toMap(
                                        key, it -> it, (one, _) -> one, LinkedHashMap::new));
        List<Difference> differences = new ArrayList<>();
        for (T plan : planned) {
            T match = rest.remove(key.apply(plan));
            if (match == null) {
                differences.add(Difference.missing(describe.apply(plan)));
            } else {
                differences.addAll(
                        Comparison.of(describe.apply(plan), fillIn.from(plan, match), match));
            }
        }
        rest.values().forEach(it -> differences.add(Difference.notPlanned(describe.apply(it))));
        return differences;
    }

    private FwpmFilter0 fillIn(FwpmFilter0 planned, FwpmFilter0 found) {
        FwpmFilter0 filled =
                planned.withFilterId(found.filterId())
                        .withEffectiveWeight(found.effectiveWeight())
                        .withSubLayerKey(
                                planned.subLayerKey().equals(SublayerKey.ZERO)
                                        ? defaultSublayer.apply(planned.layerKey())
                                        : planned.subLayerKey());
        return found.flags().contains(FwpmFilterFlags.INDEXED)
                ? filled.withFlags(filled.flags().or(FwpmFilterFlags.INDEXED))
                : filled;
    }

    private static FwpmProviderContext3 fillIn(
            FwpmProviderContext3 planned, FwpmProviderContext3 found) {
        FwpmProviderContext3 filled = planned.withProviderContextId(found.providerContextId());
        return found.flags().contains(FwpmProviderContextFlags.DOWNLEVEL)
                ? filled.withFlags(filled.flags().or(FwpmProviderContextFlags.DOWNLEVEL))
                : filled;
    }

    private static long effectiveWeight(FwpmFilter0 filter) {
        return filter.effectiveWeight() instanceof FwpValue0.Uint64(long weight) ? weight : 0;
    }

    private static String describe(String kind, FwpmDisplayData0 displayData) {
        return "%s \"%s\"".formatted(kind, displayData.name());
    }

    /** Takes over from a found object what the engine has filled in. */
    private interface Filling<T> {
        T from(T planned, T found);
    }
}
