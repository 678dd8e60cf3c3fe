package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SublayerKey;

import java.util.ArrayList;
import java.util.List;

/** Builds policies of records, as no engine would check them. The names of filters are theirs. */
final class TestPolicy {
    static final SublayerKey HIGH = new SublayerKey(new Guid(0x7777, 3));
    static final SublayerKey MIDDLE = new SublayerKey(new Guid(0x7777, 2));
    static final SublayerKey LOW = new SublayerKey(new Guid(0x7777, 1));

    private final List<FwpmFilter0> filters = new ArrayList<>();
    private final List<FwpmCallout0> callouts = new ArrayList<>();
    private final List<FwpmProviderContext3> contexts = new ArrayList<>();

    static FwpmFilter0 filter(String name, LayerKey layer, FwpActionType action) {
        return FwpmFilter0.of(FwpmDisplayData0.of(name), layer, FwpmAction0.of(action))
                .withSubLayerKey(FwpmSublayers.UNIVERSAL)
                .withEffectiveWeight(new FwpValue0.Uint64(1));
    }

    static FwpmFilter0 permit(String name, LayerKey layer) {
        return filter(name, layer, FwpActionType.PERMIT);
    }

    static FwpmFilter0 block(String name, LayerKey layer) {
        return filter(name, layer, FwpActionType.BLOCK);
    }

    static FwpmFilter0 callout(String name, LayerKey layer, CalloutKey callout) {
        return callout(name, layer, callout, FwpActionType.CALLOUT_TERMINATING);
    }

    static FwpmFilter0 callout(
            String name, LayerKey layer, CalloutKey callout, FwpActionType type) {
        return filter(name, layer, FwpActionType.PERMIT)
                .withAction(new FwpmAction0(type, new FwpmAction0.Target.Callout(callout)));
    }

    static FwpmFilter0 callout(String name, LayerKey layer, CalloutKey callout, long rawContext) {
        return callout(name, layer, callout)
                .withContext(new FwpmFilter0.Context.RawContext(rawContext));
    }

    static CalloutKey calloutKey(int number) {
        return new CalloutKey(new Guid(0x8888, number));
    }

    /** Adds a filter in the sublayer that it has; each gets an id and a key. */
    TestPolicy with(FwpmFilter0 filter) {
        int number = filters.size() + 1;
        filters.add(
                filter.withFilterId(number).withFilterKey(new FilterKey(new Guid(0x9999, number))));
        return this;
    }

    TestPolicy with(FwpmFilter0 filter, FwpmFilterCondition0... conditions) {
        return with(filter.withFilterCondition(List.of(conditions)));
    }

    TestPolicy in(SublayerKey sublayer, FwpmFilter0 filter) {
        return with(filter.withSubLayerKey(sublayer));
    }

    /** Adds a filter that wins over those of lower weight in its sublayer. */
    TestPolicy weighing(long weight, FwpmFilter0 filter, FwpmFilterCondition0... conditions) {
        return with(
                filter.withEffectiveWeight(new FwpValue0.Uint64(weight))
                        .withFilterCondition(List.of(conditions)));
    }

    TestPolicy withCallout(CalloutKey key, boolean registered) {
        callouts.add(
                FwpmCallout0.of(key, FwpmDisplayData0.of("callout"), FwpmLayers.ALE_AUTH_CONNECT_V4)
                        .withFlags(
                                registered ? FwpmCalloutFlags.REGISTERED : FwpmCalloutFlags.NONE));
        return this;
    }

    /** Adds policies of IKE for all traffic. */
    TestPolicy withKeyingPolicy(FwpmProviderContext3 quickMode) {
        contexts.add(IpsecPolicies.mainMode());
        contexts.add(quickMode);
        IpsecPolicies.policyFilters(FwpmSublayers.UNIVERSAL).forEach(this::with);
        return this;
    }

    TestPolicy withContext(FwpmProviderContext3 context) {
        contexts.add(context);
        return this;
    }

    static FwpmFilter0 withContext(FwpmFilter0 filter, ProviderContextKey key) {
        return filter.withContext(new FwpmFilter0.Context.ProviderContext(key));
    }

    static FwpmFilter0 clearingRight(FwpmFilter0 filter) {
        return filter.withFlags(filter.flags().or(FwpmFilterFlags.CLEAR_ACTION_RIGHT));
    }

    PolicySnapshot snapshot() {
        return new PolicySnapshot(
                List.of(),
                List.of(),
                List.of(
                        sublayer(LOW, 10),
                        sublayer(HIGH, 40_000),
                        sublayer(FwpmSublayers.UNIVERSAL, 32_768),
                        sublayer(FwpmSublayers.IPSEC_TUNNEL, 40_960),
                        sublayer(MIDDLE, 20)),
                callouts,
                contexts,
                filters);
    }

    private static FwpmSublayer0 sublayer(SublayerKey key, int weight) {
        return FwpmSublayer0.of(key, FwpmDisplayData0.of("sublayer")).withWeight(weight);
    }

    Classifier classifier() {
        return Classifier.of(snapshot());
    }
}
