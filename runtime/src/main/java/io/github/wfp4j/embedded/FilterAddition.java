package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayerFlags;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Checks a filter and adds it (4).
 *
 * <p>Which of several mistakes is reported is not documented (U2); the order here is that of 4.5.
 * What does not decode at all was refused before.
 */
final class FilterAddition {
    private static final FwpmFilterFlags LONG_LIVED =
            FwpmFilterFlags.PERSISTENT.or(FwpmFilterFlags.BOOTTIME);

    private static final int SETTABLE =
            LONG_LIVED
                    .or(FwpmFilterFlags.HAS_PROVIDER_CONTEXT)
                    .or(FwpmFilterFlags.CLEAR_ACTION_RIGHT)
                    .or(FwpmFilterFlags.PERMIT_IF_CALLOUT_UNREGISTERED)
                    .or(FwpmFilterFlags.HAS_SECURITY_REALM_PROVIDER_CONTEXT)
                    .or(FwpmFilterFlags.SYSTEMOS_ONLY)
                    .or(FwpmFilterFlags.GAMEOS_ONLY)
                    .or(FwpmFilterFlags.SILENT_MODE)
                    .or(FwpmFilterFlags.IPSEC_NO_ACQUIRE_INITIATE)
                    .bits();

    private final Store store;
    private final Access access;
    private final Changes changes;
    private final Ids ids;
    private final Weights weights;

    FilterAddition(Core core, Weights weights) {
        this.store = core.store();
        this.access = core.access();
        this.changes = core.changes();
        this.ids = core.ids();
        this.weights = weights;
    }

    /**
     * A filter with nothing wrong about it.
     *
     * @param value the filter, in its sublayer
     * @param layer its layer
     * @param targets what it refers to
     */
    private record Checked(FwpmFilter0 value, Layer layer, List<Stored<?>> targets) {}

    /**
     * Adds a filter of a client.
     *
     * @return the filter as it is stored
     * @throws EngineFailure if anything about it is wrong
     */
    Stored<FwpmFilter0> add(Session session, FwpmFilter0 wanted) {
        Checked checked = check(wanted, SETTABLE);
        access.require(session.caller(), checked.layer().key(), FwpmActrl.ADD_LINK);
        Lifetime lifetime = Changes.lifetime(session, isLongLived(wanted));
        return add(session, lifetime, checked.targets(), checked.value(), checked.layer());
    }

    /**
     * Adds a filter that a client added before the engine started, as it was then.
     *
     * @throws EngineFailure if anything about it is wrong
     */
    void restore(FwpmFilter0 kept) {
        Checked checked = check(kept, SETTABLE | FwpmFilterFlags.DISABLED.bits());
        restore(kept, isLongLived(kept) ? Lifetime.PERSISTENT : Lifetime.STATIC, checked.targets());
    }

    /**
     * Adds a filter that the engine added before it started, as it was then.
     *
     * @throws EngineFailure if what it refers to is not there
     */
    void restoreBuiltIn(FwpmFilter0 kept) {
        store.layer(kept.layerKey());
        List<Stored<?>> targets = new ArrayList<>();
        targets.add(store.sublayers.get(kept.subLayerKey()));
        targets.addAll(Owners.targets(store, kept.providerKey()));
        restore(kept, Lifetime.BUILTIN, targets);
    }

    private void restore(FwpmFilter0 kept, Lifetime lifetime, List<Stored<?>> targets) {
        EngineFailure.unless(
                kept.effectiveWeight() instanceof FwpValue0.Uint64, ErrorCode.FWP_E_INVALID_WEIGHT);
        changes.add(
                store.filters,
                kept.filterKey(),
                kept.filterId(),
                lifetime,
                null,
                kept.providerKey(),
                targets,
                kept);
    }

    private Checked check(FwpmFilter0 wanted, int allowedFlags) {
        ObjectChecks.requireName(wanted.displayData());
        requireFlags(wanted, allowedFlags);
        ActionRules.requireAction(wanted.action().type());
        Weights.require(wanted.weight());
        Layer layer = layer(wanted);
        SublayerKey sublayer =
                wanted.subLayerKey().guid().isZero()
                        ? layer.defaultSublayer()
                        : wanted.subLayerKey();
        List<Stored<?>> targets = new ArrayList<>();
        Stored<FwpmSublayer0> known = store.sublayers.get(sublayer);
        targets.add(known);
        ActionRules.requireIn(sublayer, layer.key(), wanted.action().type());
        targets.addAll(Owners.targets(store, wanted.providerKey()));
        Stored<FwpmCallout0> callout = callout(wanted);
        if (callout != null) {
            targets.add(callout);
        }
        Stored<FwpmProviderContext3> context = context(wanted, callout);
        if (context != null) {
            targets.add(context);
        }
        ConditionChecks.require(wanted.filterCondition(), layer);
        return new Checked(wanted.withSubLayerKey(known.value().subLayerKey()), layer, targets);
    }

    private static boolean isLongLived(FwpmFilter0 filter) {
        return (filter.flags().bits() & LONG_LIVED.bits()) != 0;
    }

    private static void requireFlags(FwpmFilter0 wanted, int allowed) {
        FwpmFilterFlags flags = wanted.flags();
        ObjectChecks.requireFlags(flags.bits(), allowed);
        EngineFailure.unless(!flags.contains(LONG_LIVED), ErrorCode.FWP_E_INVALID_FLAGS);
        if (flags.contains(FwpmFilterFlags.PERMIT_IF_CALLOUT_UNREGISTERED)) {
            boolean meaningful =
                    switch (wanted.action().type()) {
                        case CALLOUT_TERMINATING, CALLOUT_UNKNOWN -> true;
                        default -> false;
                    };
            EngineFailure.unless(meaningful, ErrorCode.FWP_E_INVALID_FLAGS);
        }
    }

    private Layer layer(FwpmFilter0 wanted) {
        Layer layer = store.layer(wanted.layerKey());
        ActionRules.requireAt(layer, wanted.action().type());
        EngineFailure.unless(
                layer.flags().contains(FwpmLayerFlags.KERNEL)
                        || !wanted.flags().contains(FwpmFilterFlags.BOOTTIME),
                ErrorCode.FWP_E_INCOMPATIBLE_LAYER);
        return layer;
    }

    private @Nullable Stored<FwpmCallout0> callout(FwpmFilter0 wanted) {
        return switch (wanted.action().target()) {
            case FwpmAction0.Target.FilterType _ -> null;
            case FwpmAction0.Target.Callout it -> {
                Stored<FwpmCallout0> callout = store.callouts.get(it.calloutKey());
                EngineFailure.unless(
                        callout.value().applicableLayer().equals(wanted.layerKey()),
                        ErrorCode.FWP_E_INCOMPATIBLE_LAYER);
                yield callout;
            }
        };
    }

    private @Nullable Stored<FwpmProviderContext3> context(
            FwpmFilter0 wanted, @Nullable Stored<FwpmCallout0> callout) {
        return switch (wanted.context()) {
            case FwpmFilter0.Context.ProviderContext it -> {
                Stored<FwpmProviderContext3> context =
                        store.providerContexts.get(it.providerContextKey());
                ContextRules.requireContext(
                        context.value().policy().type(),
                        wanted.layerKey(),
                        callout == null ? null : callout.value());
                yield context;
            }
            case FwpmFilter0.Context.RawContext it -> {
                if (callout != null) {
                    ContextRules.requireNumber(it.rawContext(), callout.value().calloutKey());
                }
                yield null;
            }
        };
    }

    /** Adds a filter of the engine itself, which no client can delete (4.6). */
    void addBuiltIn(Session session, FwpmFilter0 filter) {
        List<Stored<?>> targets = new ArrayList<>();
        targets.add(store.sublayers.get(filter.subLayerKey()));
        targets.addAll(Owners.targets(store, filter.providerKey()));
        add(session, Lifetime.BUILTIN, targets, filter, store.layer(filter.layerKey()));
    }

    private Stored<FwpmFilter0> add(
            Session session,
            Lifetime lifetime,
            List<Stored<?>> targets,
            FwpmFilter0 wanted,
            Layer layer) {
        FilterKey key =
                wanted.filterKey().guid().isZero() ? FilterKey.random() : wanted.filterKey();
        long id = ids.nextFilter();
        long weight = weights.effective(wanted.weight(), wanted.filterCondition(), layer);
        return changes.add(
                store.filters,
                key,
                id,
                lifetime,
                session,
                wanted.providerKey(),
                targets,
                SharedParts.share(wanted, layer)
                        .withFilterKey(key)
                        .withFilterId(id)
                        .withEffectiveWeight(new FwpValue0.Uint64(weight)));
    }
}
