package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviderFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerFlags;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

import java.util.List;

/** Random calls, and sequences of them. */
final class ModelCalls {
    /** Numbers without a session stand for the one that has a transaction. */
    private static final int CALLERS = 5 * ModelEngine.DYNAMIC.size();

    private static final List<LayerKey> LAYERS =
            List.of(
                    FwpmLayers.ALE_AUTH_CONNECT_V4,
                    FwpmLayers.INBOUND_TRANSPORT_V4,
                    FwpmLayers.IKEEXT_V4);

    private static final FwpmFilterCondition0 TCP =
            Samples.condition(
                    FwpmConditions.IP_PROTOCOL,
                    FwpMatchType.EQUAL,
                    new FwpConditionValue0.Uint8(6));

    private ModelCalls() {}

    /** {@return sequences of calls} */
    static ActionChainArbitrary<ModelRun> sequences(int length) {
        return ActionChain.startWith(ModelRun::new)
                .withAction(2, action(Arbitraries.just(new ModelCall.Open())))
                .withAction(1, action(Arbitraries.just(new ModelCall.Close())))
                .withAction(4, action(begins()))
                .withAction(3, action(Arbitraries.just(new ModelCall.Commit())))
                .withAction(2, action(Arbitraries.just(new ModelCall.Abort())))
                .withAction(8, action(providers().map(ModelCall.AddProvider::new)))
                .withAction(8, action(sublayers().map(ModelCall.AddSublayer::new)))
                .withAction(6, action(callouts().map(ModelCall.AddCallout::new)))
                .withAction(8, action(contexts().map(ModelCall.AddContext::new)))
                .withAction(24, action(filters().map(ModelCall.AddFilter::new)))
                .withAction(18, action(deletions()))
                .withAction(6, action(lookups()))
                .withAction(7, action(enumerations()))
                .withMaxTransformations(length);
    }

    private static Action.Independent<ModelRun> action(Arbitrary<? extends ModelCall> calls) {
        return () ->
                Combinators.combine(Arbitraries.integers().between(0, CALLERS - 1), calls)
                        .as(ModelRun.Step::new)
                        .map(step -> Transformer.mutate(step.toString(), run -> run.make(step)));
    }

    private static Arbitrary<ModelCall> begins() {
        return Arbitraries.of(false, false, false, true).map(ModelCall.Begin::new);
    }

    private static Arbitrary<FwpmDisplayData0> displayData() {
        return Arbitraries.frequency(Tuple.of(40, "name"), Tuple.of(1, ""))
                .map(name -> new FwpmDisplayData0(name.isEmpty() ? null : name, null));
    }

    /** {@return flags: mostly none or that of persistence, sometimes one that cannot be set} */
    private static Arbitrary<Integer> flags(int persistent, int forbidden) {
        return Arbitraries.frequency(
                Tuple.of(30, 0), Tuple.of(15, persistent), Tuple.of(1, forbidden));
    }

    private static <K extends Key> Arbitrary<K> keys(ModelKind kind, Class<K> type) {
        return Arbitraries.of(kind.keys).map(type::cast);
    }

    private static Arbitrary<ProviderKey> providerKeys() {
        return keys(ModelKind.PROVIDER, ProviderKey.class).injectNull(0.7);
    }

    private static Arbitrary<FwpmProvider0> providers() {
        return Combinators.combine(
                        chosen(ModelKind.PROVIDER, ProviderKey.ZERO),
                        displayData(),
                        flags(FwpmProviderFlags.PERSISTENT.bits(), 2))
                .as((key, name, flags) ->
                        new FwpmProvider0(
                                key, name, new FwpmProviderFlags(flags), Client.noData(), null));
    }

    /** {@return keys for a new object: of the pool, or zero, for which the engine takes its own} */
    private static <K extends Key> Arbitrary<K> chosen(ModelKind kind, K zero) {
        @SuppressWarnings("unchecked") // a key is of the class of the zero key of its kind
        Class<K> type = (Class<K>) zero.getClass();
        return Arbitraries.frequencyOf(
                Tuple.of(8, keys(kind, type)), Tuple.of(1, Arbitraries.just(zero)));
    }

    private static Arbitrary<FwpmSublayer0> sublayers() {
        return Combinators.combine(
                        chosen(ModelKind.SUBLAYER, SublayerKey.ZERO),
                        displayData(),
                        flags(FwpmSublayerFlags.PERSISTENT.bits(), 2),
                        providerKeys(),
                        Arbitraries.of(0, 100, 0x8000, 0xFFFF))
                .as((key, name, flags, provider, weight) ->
                        new FwpmSublayer0(
                                key,
                                name,
                                new FwpmSublayerFlags(flags),
                                provider,
                                Client.noData(),
                                weight));
    }

    private static Arbitrary<FwpmCallout0> callouts() {
        return Combinators.combine(
                        chosen(ModelKind.CALLOUT, CalloutKey.ZERO),
                        displayData(),
                        flags(
                                FwpmCalloutFlags.PERSISTENT.bits(),
                                FwpmCalloutFlags.REGISTERED.bits()),
                        Arbitraries.of(0, FwpmCalloutFlags.USES_PROVIDER_CONTEXT.bits()),
                        providerKeys(),
                        Arbitraries.of(LAYERS.subList(0, 2)))
                .as((key, name, flags, use, provider, layer) ->
                        new FwpmCallout0(
                                key,
                                name,
                                new FwpmCalloutFlags(flags | use),
                                provider,
                                Client.noData(),
                                layer,
                                0));
    }

    private static Arbitrary<FwpmProviderContext3> contexts() {
        return Combinators.combine(
                        chosen(ModelKind.CONTEXT, ProviderContextKey.ZERO),
                        displayData(),
                        flags(FwpmProviderContextFlags.PERSISTENT.bits(), 4),
                        providerKeys(),
                        Arbitraries.of(false, true))
                .as((key, name, flags, provider, mainMode) ->
                        (mainMode ? Samples.mainMode(key) : Samples.general(key))
                                .withDisplayData(name)
                                .withFlags(new FwpmProviderContextFlags(flags))
                                .withProviderKey(provider));
    }

    private static Arbitrary<FwpmFilter0> filters() {
        return Combinators.combine(
                        chosen(ModelKind.FILTER, FilterKey.ZERO),
                        displayData(),
                        filterFlags(),
                        providerKeys(),
                        Arbitraries.frequency(
                                Tuple.of(2, LAYERS.get(0)),
                                Tuple.of(2, LAYERS.get(1)),
                                Tuple.of(1, LAYERS.get(2))),
                        filterSublayers(),
                        actions(),
                        Combinators.combine(filterContexts(), conditions()).as(Tuple::of))
                .as((key, name, flags, provider, layer, sublayer, action, rest) ->
                        FwpmFilter0.of(name, layer, action)
                                .withFilterKey(key)
                                .withFlags(new FwpmFilterFlags(flags))
                                .withProviderKey(provider)
                                .withSubLayerKey(sublayer)
                                .withFilterCondition(rest.get2())
                                .withContext(rest.get1()));
    }

    private static Arbitrary<SublayerKey> filterSublayers() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(SublayerKey.ZERO)),
                Tuple.of(3, keys(ModelKind.SUBLAYER, SublayerKey.class)));
    }

    private static Arbitrary<Integer> filterFlags() {
        int persistent = FwpmFilterFlags.PERSISTENT.bits();
        int bootTime = FwpmFilterFlags.BOOTTIME.bits();
        return Arbitraries.frequency(
                Tuple.of(30, 0),
                Tuple.of(12, persistent),
                Tuple.of(4, bootTime),
                Tuple.of(1, persistent | bootTime),
                Tuple.of(1, FwpmFilterFlags.DISABLED.bits()));
    }

    private static Arbitrary<FwpmAction0> actions() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(Samples.action(FwpActionType.PERMIT))),
                Tuple.of(1, Arbitraries.just(Samples.action(FwpActionType.BLOCK))),
                Tuple.of(
                        2,
                        keys(ModelKind.CALLOUT, CalloutKey.class)
                                .map(key ->
                                        new FwpmAction0(
                                                FwpActionType.CALLOUT_TERMINATING,
                                                new FwpmAction0.Target.Callout(key)))));
    }

    private static Arbitrary<FwpmFilter0.Context> filterContexts() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(new FwpmFilter0.Context.RawContext(0))),
                Tuple.of(
                        1,
                        keys(ModelKind.CONTEXT, ProviderContextKey.class)
                                .map(FwpmFilter0.Context.ProviderContext::new)));
    }

    private static Arbitrary<List<FwpmFilterCondition0>> conditions() {
        return Arbitraries.of(List.of(), List.of(), List.of(), List.of(TCP));
    }

    private static Arbitrary<ModelKind> kinds() {
        return Arbitraries.of(ModelKind.class);
    }

    private static Arbitrary<ModelCall> deletions() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        kinds().flatMap(kind ->
                                Arbitraries.of(kind.keys)
                                        .map(key -> new ModelCall.Delete(kind, key)))),
                Tuple.of(
                        1,
                        Combinators.combine(kindsWithIds(), serials())
                                .as(ModelCall.DeleteById::new)));
    }

    private static Arbitrary<ModelCall> lookups() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        1,
                        kinds().flatMap(kind ->
                                Arbitraries.of(kind.keys)
                                        .map(key -> new ModelCall.Get(kind, key)))),
                Tuple.of(
                        1,
                        Combinators.combine(kindsWithIds(), serials()).as(ModelCall.GetById::new)));
    }

    private static Arbitrary<ModelKind> kindsWithIds() {
        return Arbitraries.of(ModelKind.WITH_IDS);
    }

    private static Arbitrary<Integer> serials() {
        return Arbitraries.integers().between(0, 9);
    }

    private static Arbitrary<ModelCall> enumerations() {
        // Of few kinds, so that a handle is often used for what it is.
        Arbitrary<ModelKind> few = Arbitraries.of(ModelKind.SUBLAYER, ModelKind.FILTER);
        return Arbitraries.frequencyOf(
                Tuple.of(1, few.map(ModelCall.OpenEnumeration::new)),
                Tuple.of(
                        3,
                        Combinators.combine(
                                        few,
                                        Arbitraries.integers().between(0, 3),
                                        Arbitraries.integers().between(0, 20))
                                .as(ModelCall.Next::new)),
                Tuple.of(
                        1,
                        Combinators.combine(few, Arbitraries.integers().between(0, 3))
                                .as(ModelCall.CloseEnumeration::new)));
    }
}
