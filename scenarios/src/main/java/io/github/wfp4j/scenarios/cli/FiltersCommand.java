package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpFilterEnumFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Lists filters. */
@Command(
        name = "filters",
        description = "Lists the filters that an engine holds.",
        footer = {"", "Example: wfp4j filters --layer ALE_AUTH_CONNECT_V4 --sort --state fw.state"})
final class FiltersCommand implements Callable<Integer> {
    @ParentCommand private @Nullable Wfp4jCommand parent;
    @Spec private @Nullable CommandSpec spec;

    @Option(
            names = "--layer",
            paramLabel = "NAME",
            description = "Only those at a layer: its C name, also without FWPM_LAYER_, or GUID.")
    private @Nullable String layer;

    @Option(
            names = "--provider",
            paramLabel = "GUID",
            converter = Converters.ProviderGuid.class,
            description = "Only those of a provider.")
    private @Nullable ProviderKey provider;

    @Option(
            names = "--sort",
            description = "Layer by layer, in the order in which they are evaluated.")
    private boolean sort;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli");
        EngineChoice choice = root.decideEngine();
        try (Engine engine = root.open(choice)) {
            List<FwpmFilter0> filters = new ArrayList<>();
            for (LayerKey key : layers(engine)) {
                read(engine, key, filters);
            }
            if (root.json()) {
                root.out().println(JsonDocument.of(choice, filters));
            } else {
                root.out().printf("Filters: %d%n", filters.size());
                FilterTable.print(filters, "", root.out());
            }
            return ExitCode.DONE;
        }
    }

    private List<LayerKey> layers(Engine engine) {
        List<LayerKey> all = engine.layers().toList(FwpmLayer0View::layerKey);
        if (layer == null) {
            return all;
        }
        String wanted = layer.toUpperCase(Locale.ROOT);
        List<LayerKey> found =
                all.stream()
                        .filter(key ->
                                key.toString().equals(wanted)
                                        || key.toString().equals("FWPM_LAYER_" + wanted)
                                        || key.guid().toString().equalsIgnoreCase(layer))
                        .toList();
        if (found.isEmpty()) {
            throw new ParameterException(
                    requireNonNull(spec, "set by picocli").commandLine(),
                    "there is no layer '%s'".formatted(layer));
        }
        return found;
    }

    private void read(Engine engine, LayerKey key, List<FwpmFilter0> filters) {
        FwpmFilterEnumTemplate0 template =
                FwpmFilterEnumTemplate0.of(key)
                        .withProviderKey(provider)
                        .withFlags(sort ? FwpFilterEnumFlags.SORTED : FwpFilterEnumFlags.NONE);
        try (Cursor<FwpmFilter0View> cursor = engine.filters(template)) {
            while (cursor.next()) {
                FwpmFilter0View filter = cursor.current();
                try {
                    filters.add(filter.toRecord());
                } catch (DecodingException e) {
                    // A newer Windows may have values that this version does not know.
                    requireNonNull(parent, "set by picocli")
                            .err()
                            .printf(
                                    "wfp4j: filter %s is left out: %s%n",
                                    Long.toUnsignedString(filter.filterId()), e.getMessage());
                }
            }
        }
    }
}
