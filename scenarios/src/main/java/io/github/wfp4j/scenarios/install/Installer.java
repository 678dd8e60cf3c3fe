package io.github.wfp4j.scenarios.install;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.InUseException;
import io.github.wfp4j.engine.NotFoundException;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.scenarios.Footprint;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.Wfp4jProvider;
import io.github.wfp4j.types.ProviderKey;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts scenarios into an engine, looks after them and takes them out again.
 *
 * <p>Each method is one transaction: it does all or nothing. So the engine must have none open when
 * it is called, and every method may throw what {@link Engine} throws. An installer belongs to the
 * thread that uses its engine.
 *
 * <p><b>Security associations</b> that no keying module makes cannot be added or deleted in a
 * transaction, nor in a dynamic session. They are added after the transaction that adds their
 * filters; if that fails, everything added is deleted again. They are deleted before their filters;
 * if deleting the filters fails then, which is tried out before, the filters stay and hold the
 * traffic back until the method is called again.
 */
public final class Installer {
    private final Engine engine;
    private final Inventory inventory;
    private final PlanTunnels tunnels;
    private final PlanAssociations associations;

    /**
     * Makes an installer.
     *
     * @param engine where to install; it stays open, and others may use it as well
     */
    public Installer(Engine engine) {
        this.engine = requireNonNull(engine, "engine");
        this.inventory = new Inventory(engine);
        this.tunnels = new PlanTunnels(engine);
        this.associations = new PlanAssociations(engine);
    }

    /**
     * Adds an instance of a scenario. If it is there already with the same parameters, nothing
     * changes; if only its outbound security association was left out, that is added.
     *
     * @return what became of it
     * @throws DifferentParametersException if it is there already with other parameters, or someone
     *     has changed it
     * @throws WeightOrderException if the engine ranks its filters otherwise than it needs
     */
    public Change apply(Scenario scenario) {
        Plan plan = scenario.plan();
        boolean providerIsNew;
        Installed added;
        try (Transaction transaction = engine.begin()) {
            Installed present = inventory.of(scenario.footprint());
            if (!present.isEmpty() || plan.isEmpty()) {
                List<Difference> differences = differences(plan, present);
                if (differences.isEmpty()) {
                    return Change.UNCHANGED;
                }
                if (!isCompletedBy(plan, present)) {
                    throw new DifferentParametersException(plan.instance(), differences);
                }
                associations.complete(plan, present);
                transaction.commit();
                return Change.COMPLETED;
            }
            providerIsNew = add(plan, scenario.footprint());
            added = plan.associations().isEmpty() ? present : inventory.of(scenario.footprint());
            transaction.commit();
        }
        addAssociations(plan, scenario.footprint(), added, providerIsNew);
        return Change.ADDED;
    }

    /**
     * Adds an instance of a scenario, instead of the one with other parameters if there is one.
     * {@link #verify} tells before in what that one differs. Security associations that no keying
     * module makes are removed before others are added, so that a failure leaves neither.
     *
     * @return what became of it
     * @throws ForeignObjectException if someone else has put an object in the place of one of its
     * @throws WeightOrderException if the engine ranks its filters otherwise than it needs
     */
    public Change replace(Scenario scenario) {
        Plan plan = scenario.plan();
        Footprint footprint = scenario.footprint();
        if (!footprint.associationFilters().isEmpty()) {
            Installed present = readBack(footprint);
            if (present.isEmpty()
                    || differences(plan, present).isEmpty()
                    || isCompletedBy(plan, present)) {
                return apply(scenario);
            }
            remove(footprint);
            apply(scenario);
            return Change.REPLACED;
        }
        try (Transaction transaction = engine.begin()) {
            Installed present = inventory.of(footprint);
            if (differences(plan, present).isEmpty()) {
                return Change.UNCHANGED;
            }
            delete(footprint, present);
            if (!plan.isEmpty()) {
                add(plan, footprint);
            }
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
            Plan plan = scenario.plan();
            List<Difference> differences =
                    new ArrayList<>(differences(plan, inventory.of(scenario.footprint())));
            differences.addAll(new KeyExchangeExemptions(engine).differences(plan.exemptions()));
            return List.copyOf(differences);
        }
    }

    /**
     * {@return what the engine holds of an instance}
     *
     * @param footprint the keys of its objects
     */
    public Installed readBack(Footprint footprint) {
        try (Transaction _ = engine.begin(true)) {
            return inventory.of(footprint);
        }
    }

    /**
     * Removes an instance, and the provider with the last of them.
     *
     * @param footprint the keys of its objects
     * @return what was removed; empty if the instance was not there
     * @throws ForeignObjectException if someone else has put an object in the place of one of its
     */
    public Installed remove(Footprint footprint) {
        Installed removed = footprint.associationFilters().isEmpty() ? null : readBack(footprint);
        if (removed != null && !removed.associations().isEmpty()) {
            // Whatever stands against deleting the filters is better known before.
            try (Transaction _ = engine.begin()) {
                delete(footprint, removed);
            }
            associations.delete(removed.associations());
        }
        try (Transaction transaction = engine.begin()) {
            Installed present = inventory.of(footprint);
            if (!present.isEmpty()) {
                delete(footprint, present);
                if (belongsToUs(present)) {
                    deleteIfUnused(Wfp4jProvider.KEY);
                }
                transaction.commit();
            }
            return removed == null ? present : removed;
        }
    }

    private boolean isCompletedBy(Plan plan, Installed present) {
        return PlanAssociations.onlyOutboundIsMissing(plan, present)
                && differences(plan.withoutAssociations(), present.withoutAssociations()).isEmpty();
    }

    /** Adds all that a transaction can hold, and says whether the provider is among it. */
    private boolean add(Plan plan, Footprint footprint) {
        FwpmProvider0 provider = plan.provider();
        boolean providerIsNew = provider != null && !isThere(provider.providerKey());
        if (provider != null && providerIsNew) {
            engine.add(provider);
        }
        plan.providerContexts().forEach(engine::add);
        plan.tunnels().forEach(tunnels::add);
        plan.filters().forEach(engine::add);
        // The scenario rests on weights that the engine alone computes, so look before committing.
        if (!plan.precedences().isEmpty()) {
            List<Difference> order = PlanComparison.weightOrder(plan, inventory.of(footprint));
            if (!order.isEmpty()) {
                throw new WeightOrderException(plan.instance(), order);
            }
        }
        return providerIsNew;
    }

    private void addAssociations(
            Plan plan, Footprint footprint, Installed added, boolean providerIsNew) {
        try {
            associations.add(plan, added);
        } catch (WfpException e) {
            try {
                undo(plan, footprint, providerIsNew);
            } catch (WfpException | ForeignObjectException more) {
                e.addSuppressed(more);
            }
            throw e;
        }
    }

    /** Deletes what was committed, unless someone has changed it since. */
    private void undo(Plan plan, Footprint footprint, boolean providerIsNew) {
        try (Transaction transaction = engine.begin()) {
            Installed present = inventory.of(footprint);
            List<Difference> differences =
                    differences(plan.withoutAssociations(), present.withoutAssociations());
            if (!differences.isEmpty()) {
                throw new ForeignObjectException(plan.instance(), differences.getFirst());
            }
            delete(footprint, present);
            if (providerIsNew) {
                deleteIfUnused(Wfp4jProvider.KEY);
            }
            transaction.commit();
        }
    }

    /** Deletes what refers to others before the others, and what was added last first. */
    private void delete(Footprint footprint, Installed installed) {
        Ownership.require(footprint.instance(), installed);
        for (FwpmFilter0 filter : installed.filters().reversed()) {
            engine.delete(filter.filterKey());
        }
        tunnels.delete(installed.providerContexts());
    }

    private void deleteIfUnused(ProviderKey provider) {
        try {
            engine.delete(provider);
        } catch (InUseException | NotFoundException _) {
            // Another instance has it; a call that fails does not spoil the transaction.
        }
    }

    private static boolean belongsToUs(Installed installed) {
        return installed.filters().stream()
                        .anyMatch(filter -> Wfp4jProvider.KEY.equals(filter.providerKey()))
                || installed.providerContexts().stream()
                        .anyMatch(context -> Wfp4jProvider.KEY.equals(context.providerKey()));
    }

    private List<Difference> differences(Plan plan, Installed present) {
        FwpmProvider0 provider = plan.provider();
        return new PlanComparison(plan, layer -> engine.layer(layer).defaultSubLayerKey())
                .with(present, provider != null && isThere(provider.providerKey()));
    }

    private boolean isThere(ProviderKey provider) {
        try {
            return engine.provider(provider).providerKey().equals(provider);
        } catch (NotFoundException _) {
            return false;
        }
    }
}
