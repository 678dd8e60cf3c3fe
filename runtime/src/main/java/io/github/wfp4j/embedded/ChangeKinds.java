package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutChange0;
import io.github.wfp4j.fwpm.FwpmCalloutEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmCalloutSubscription0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterChange0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmFilterSubscription0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderChange0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextChange0;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProviderContextSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderSubscription0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerChange0;
import io.github.wfp4j.fwpm.FwpmSublayerEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmSublayerSubscription0;
import io.github.wfp4j.internal.abi.FwpmCalloutChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmFilterChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmProviderChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmProviderContextChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmSublayerChangeCallback0;

import org.jspecify.annotations.Nullable;

import java.util.function.Predicate;

/**
 * What subscriptions to the kinds of objects have of their own.
 *
 * <p>A template asks for the same objects as in an enumeration (8.12). No template asks for all,
 * filters that are not in force included.
 */
final class ChangeKinds {
    private ChangeKinds() {}

    static ChangeCalls.Kind<FwpmProvider0, FwpmProviderSubscription0, FwpmProviderChange0>
            providers() {
        return new ChangeCalls.Kind<>(
                FwpmProviderSubscription0.class,
                ChangeStructs.PROVIDER_SUBSCRIPTION,
                FwpmProviderSubscription0::withSessionKey,
                FwpmProviderSubscription0::flags,
                // The template holds a reserved field only (3.5).
                _ -> _ -> true,
                ChangeStructs.PROVIDER_CHANGE,
                (type, stored) -> new FwpmProviderChange0(type, stored.value().providerKey()),
                function -> FwpmProviderChangeCallback0.of(function)::call);
    }

    static ChangeCalls.Kind<
                    FwpmProviderContext3,
                    FwpmProviderContextSubscription0,
                    FwpmProviderContextChange0>
            providerContexts() {
        return new ChangeCalls.Kind<>(
                FwpmProviderContextSubscription0.class,
                ChangeStructs.CONTEXT_SUBSCRIPTION,
                FwpmProviderContextSubscription0::withSessionKey,
                FwpmProviderContextSubscription0::flags,
                subscription -> wanted(subscription.enumTemplate()),
                ChangeStructs.CONTEXT_CHANGE,
                (type, stored) ->
                        new FwpmProviderContextChange0(
                                type, stored.value().providerContextKey(), stored.id()),
                function -> FwpmProviderContextChangeCallback0.of(function)::call);
    }

    private static Predicate<FwpmProviderContext3> wanted(
            @Nullable FwpmProviderContextEnumTemplate0 template) {
        return template == null ? _ -> true : context -> FilterQuery.matches(context, template);
    }

    static ChangeCalls.Kind<FwpmSublayer0, FwpmSublayerSubscription0, FwpmSublayerChange0>
            sublayers() {
        return new ChangeCalls.Kind<>(
                FwpmSublayerSubscription0.class,
                ChangeStructs.SUBLAYER_SUBSCRIPTION,
                FwpmSublayerSubscription0::withSessionKey,
                FwpmSublayerSubscription0::flags,
                subscription -> wanted(subscription.enumTemplate()),
                ChangeStructs.SUBLAYER_CHANGE,
                (type, stored) -> new FwpmSublayerChange0(type, stored.value().subLayerKey()),
                function -> FwpmSublayerChangeCallback0.of(function)::call);
    }

    private static Predicate<FwpmSublayer0> wanted(@Nullable FwpmSublayerEnumTemplate0 template) {
        return template == null
                ? _ -> true
                : sublayer -> Owners.matches(template.providerKey(), sublayer.providerKey());
    }

    static ChangeCalls.Kind<FwpmCallout0, FwpmCalloutSubscription0, FwpmCalloutChange0> callouts(
            Store store) {
        return new ChangeCalls.Kind<>(
                FwpmCalloutSubscription0.class,
                ChangeStructs.CALLOUT_SUBSCRIPTION,
                FwpmCalloutSubscription0::withSessionKey,
                FwpmCalloutSubscription0::flags,
                subscription -> wanted(store, subscription.enumTemplate()),
                ChangeStructs.CALLOUT_CHANGE,
                (type, stored) ->
                        new FwpmCalloutChange0(type, stored.value().calloutKey(), stored.id()),
                function -> FwpmCalloutChangeCallback0.of(function)::call);
    }

    /** {@return the callouts that a template asks for} */
    static Predicate<FwpmCallout0> wanted(
            Store store, @Nullable FwpmCalloutEnumTemplate0 template) {
        if (template == null) {
            return _ -> true;
        }
        store.layer(template.layerKey());
        return callout ->
                callout.applicableLayer().equals(template.layerKey())
                        && Owners.matches(template.providerKey(), callout.providerKey());
    }

    static ChangeCalls.Kind<FwpmFilter0, FwpmFilterSubscription0, FwpmFilterChange0> filters(
            FilterQuery query) {
        return new ChangeCalls.Kind<>(
                FwpmFilterSubscription0.class,
                ChangeStructs.FILTER_SUBSCRIPTION,
                FwpmFilterSubscription0::withSessionKey,
                FwpmFilterSubscription0::flags,
                subscription -> wanted(query, subscription.enumTemplate()),
                ChangeStructs.FILTER_CHANGE,
                (type, stored) ->
                        new FwpmFilterChange0(type, stored.value().filterKey(), stored.id()),
                function -> FwpmFilterChangeCallback0.of(function)::call);
    }

    private static Predicate<FwpmFilter0> wanted(
            FilterQuery query, @Nullable FwpmFilterEnumTemplate0 template) {
        if (template == null) {
            return _ -> true;
        }
        query.check(template);
        return filter -> query.matches(template, filter);
    }
}
