package io.github.wfp4j.scenarios.lint;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.scenarios.Scenario;
import io.github.wfp4j.scenarios.install.Installer;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Makes inventories out of what an empty engine holds and what a product would add. */
final class Inventories {
    static final SublayerKey OWN = SublayerKey.of("11111111-0000-4000-8000-000000000001");
    static final SublayerKey OTHER = SublayerKey.of("11111111-0000-4000-8000-000000000002");
    static final ProviderKey PROVIDER = ProviderKey.of("22222222-0000-4000-8000-000000000001");
    static final ProviderKey OTHER_PROVIDER =
            ProviderKey.of("22222222-0000-4000-8000-000000000002");

    private static final Inventory EMPTY = empty();

    private final List<FwpmCallout0> callouts = new ArrayList<>(EMPTY.callouts());
    private final List<FwpmFilter0> filters = new ArrayList<>();
    private final List<FwpmSublayer0> sublayers = new ArrayList<>(EMPTY.sublayers());

    private Inventories() {}

    /** What every engine holds. */
    static Inventories windows() {
        return new Inventories();
    }

    /** What an engine holds in which a scenario is applied. */
    static Inventories with(Scenario scenario) {
        Inventories inventories = new Inventories();
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("test"))) {
            new Installer(engine).apply(scenario);
            inventories.filters.addAll(Inventory.of(engine).filters());
        }
        return inventories;
    }

    /** Adds a sublayer. */
    Inventories sublayer(SublayerKey key, int weight) {
        sublayers.add(
                FwpmSublayer0.of(key, new FwpmDisplayData0("sublayer", null)).withWeight(weight));
        return this;
    }

    /** Adds a callout that a driver has registered. */
    Inventories callout(FwpmCallout0 callout) {
        callouts.add(callout);
        return this;
    }

    /** Adds a filter. */
    Inventories filter(FwpmFilter0 filter) {
        filters.add(filter);
        return this;
    }

    /** Adds a registered callout at each layer, and a filter in a sublayer that names it. */
    Inventories product(SublayerKey sublayer, LayerKey... layers) {
        for (LayerKey layer : layers) {
            FwpmCallout0 callout = calloutAt(layer);
            callout(callout).filter(filterOn(callout).withSubLayerKey(sublayer));
        }
        return this;
    }

    /** The inventory. */
    Inventory inventory() {
        return new Inventory(callouts, filters, sublayers, EMPTY.layers(), List.of());
    }

    /** What the rules find. */
    List<Finding> lint() {
        return CalloutLinter.lint(inventory());
    }

    /** The findings as {@code CO-001 error ALE_AUTH_CONNECT_V4}, errors and warnings only. */
    List<String> violations() {
        return texts(
                lint().stream()
                        .filter(finding ->
                                finding.severity() == Severity.ERROR
                                        || finding.severity() == Severity.WARNING));
    }

    /** The findings of a rule as {@code CO-001 error ALE_AUTH_CONNECT_V4}. */
    List<String> findings(CalloutRule rule) {
        return texts(lint().stream().filter(finding -> finding.rule() == rule));
    }

    private static List<String> texts(Stream<Finding> findings) {
        return findings.map(finding ->
                        "%s %s %s"
                                .formatted(
                                        finding.rule().id(),
                                        finding.severity(),
                                        finding.layer()
                                                .toString()
                                                .replaceFirst("^FWPM_LAYER_", "")))
                .toList();
    }

    /** A callout of nobody in particular that a driver has registered; one for each layer. */
    static FwpmCallout0 calloutAt(LayerKey layer) {
        return FwpmCallout0.of(
                        CalloutKey.random(),
                        new FwpmDisplayData0("callout at " + layer, null),
                        layer)
                .withFlags(FwpmCalloutFlags.REGISTERED);
    }

    /** A filter that names a callout, without a sublayer. */
    static FwpmFilter0 filterOn(FwpmCallout0 callout) {
        return Filters.callout(callout.applicableLayer(), callout.calloutKey())
                .withFilterKey(FilterKey.random());
    }

    /** Both layers that accept connections. */
    static final LayerKey[] RECV_ACCEPT = {
        FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4, FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6
    };

    private static Inventory empty() {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("test"))) {
            return Inventory.of(engine);
        }
    }
}
