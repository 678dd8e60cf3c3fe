package io.github.wfp4j.scenarios.install;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.InUseException;
import io.github.wfp4j.engine.NotFoundException;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.scenarios.Footprint;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.Wfp4jProvider;
import io.github.wfp4j.types.ProviderKey;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts scenarios into an engine, looks after them and takes them out again.
 *
 * <p>Each method is one transaction: it does all or nothing. So the engine must have none open when
 * it is called, and every method may throw what {@link Engine} throws. An installer belongs to the
 * thread that uses its engine.
 */
public final class Installer {
    private final Engine engine;

    /**
     * Makes an installer.
     *
     * @param engine where to install; it stays open, and others may use it as well
     */
    public Installer(Engine engine) {
        this.engine = requireNonNull(engine, "engine");
    }

    /**
     * Adds an instance of a scenario. If it is there already with the same parameters, nothing
     * changes.
     *
     * @return what became of it
     * @throws DifferentParametersException if it is there already with other parameters
     * @throws WeightOrderException if the engine ranks its filters otherwise than it needs
     */
    public Change apply(Scenario scenario) {
        try (Transaction transaction = engine.begin()) {
            Plan plan = scenario.plan();
            Installed present = read(scenario.footprint());
            if (present.isEmpty()) {
                add(plan, scenario.footprint());
                transaction.commit();
                return Change.ADDED;
            }
            List<Difference> differences = differences(plan, present);
            if (!differences.isEmpty()) {
                throw new DifferentParametersException(plan.instance(), differences);
            }
            return Change.UNCHANGED;
        }
    }

    /**
     * Adds an instance of a scenario, instead of the one with other parameters if there is one.
     *
     * @return what became of it
     * @throws WeightOrderException if the engine ranks its filters otherwise than it needs
     */
    public Change replace(Scenario scenario) {
        try (Transaction transaction = engine.begin()) {
            Plan plan = scenario.plan();
            Installed present = read(scenario.footprint());
            if (!present.isEmpty() && differences(plan, present).isEmpty()) {
                return Change.UNCHANGED;
            }
            delete(present);
            add(plan, scenario.footprint());
            transaction.commit();
            return present.isEmpty() ? Change.ADDED : Change.REPLACED;
        }
    }

    /**
     * {@return in what the engine differs from a scenario; nothing if it holds what it should}
     *
     * @param scenario the scenario with the parameters to compare with
     */
    public List<Difference> verify(Scenario scenario) {
        try (Transaction _ = engine.begin(true)) {
            return differences(scenario.plan(), read(scenario.footprint()));
        }
    }

    /**
     * {@return what the engine holds of an instance}
     *
     * @param footprint the keys of its objects
     */
    public Installed readBack(Footprint footprint) {
        try (Transaction _ = engine.begin(true)) {
            return read(footprint);
        }
    }

    /**
     * Removes an instance, and the provider with the last of them.
     *
     * @param footprint the keys of its objects
     * @return what was removed; empty if the instance was not there
     */
    public Installed remove(Footprint footprint) {
        try (Transaction transaction = engine.begin()) {
            Installed present = read(footprint);
            if (!present.isEmpty()) {
                delete(present);
                deleteIfUnused(Wfp4jProvider.KEY);
                transaction.commit();
            }
            return present;
        }
    }

    private void add(Plan plan, Footprint footprint) {
        FwpmProvider0 provider = plan.provider();
        if (find(engine::provider, provider.providerKey()).isEmpty()) {
            engine.add(provider);
        }
        plan.providerContexts().forEach(engine::add);
        plan.filters().forEach(engine::add);
        // The scenario rests on weights that the engine alone computes, so look before committing.
        List<Difference> order = PlanComparison.weightOrder(plan, read(footprint));
        if (!order.isEmpty()) {
            throw new WeightOrderException(plan.instance(), order);
        }
    }

    /** Deletes what refers to others before the others. */
    private void delete(Installed installed) {
        for (FwpmFilter0 filter : installed.filters()) {
            engine.delete(filter.filterKey());
        }
        for (FwpmProviderContext3 context : installed.providerContexts()) {
            engine.delete(context.providerContextKey());
        }
    }

    private void deleteIfUnused(ProviderKey provider) {
        try {
            engine.delete(provider);
        } catch (InUseException _) {
            // Another instance has it; a call that fails does not spoil the transaction.
        }
    }

    private Installed read(Footprint footprint) {
        return new Installed(
                footprint.providerContexts().stream()
                        .flatMap(key -> find(engine::providerContext, key).stream())
                        .toList(),
                footprint.filters().stream()
                        .flatMap(key -> find(engine::filter, key).stream())
                        .toList());
    }

    private List<Difference> differences(Plan plan, Installed present) {
        return new PlanComparison(plan, layer -> engine.layer(layer).defaultSubLayerKey())
                .with(present, find(engine::provider, plan.provider().providerKey()).isPresent());
    }

    private static <K, V> Optional<V> find(Function<K, V> get, K key) {
        try {
            return Optional.of(get.apply(key));
        } catch (NotFoundException _) {
            return Optional.empty();
        }
    }
}
