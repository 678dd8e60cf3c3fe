package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.EmbeddedEngineOptions;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwp.FwpFilterEnumFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.view.FwpmLayer0View;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
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

    @Option(
            names = "--import",
            paramLabel = "DUMP.xml",
            description = "Those that netsh wrote to a file, instead of those of an engine.")
    private @Nullable Path dump;

    @Override
    public Integer call() {
        Wfp4jCommand root = requireNonNull(parent, "set by picocli");
        if (dump != null) {
            return list(root, dump);
        }
        EngineChoice choice = root.decideEngine();
        try (Engine engine = root.open(choice)) {
            list(root, choice, engine, FwpFilterEnumFlags.NONE);
        }
        return ExitCode.DONE;
    }

    private int list(Wfp4jCommand root, Path file) {
        if (root.choosesEngine()) {
            throw root.wrongUsage("--import is instead of --engine and --state");
        }
        try (EmbeddedEngine embedded =
                        DumpFile.engine(DumpFile.read(file), file, EmbeddedEngineOptions.DEFAULT);
                Engine engine = embedded.open(Sessions.named("wfp4j"))) {
            // A dump is asked what it has, not what is in force.
            list(
                    root,
                    EngineChoice.EMBEDDED,
                    engine,
                    FwpFilterEnumFlags.INCLUDE_BOOTTIME.or(FwpFilterEnumFlags.INCLUDE_DISABLED));
        }
        return ExitCode.DONE;
    }

    private void list(
            Wfp4jCommand root, EngineChoice choice, Engine engine, FwpFilterEnumFlags which) {
        List<FwpmFilter0> filters = new ArrayList<>();
        for (LayerKey key : layers(engine)) {
            FwpmFilterEnumTemplate0 template =
                    FwpmFilterEnumTemplate0.of(key)
                            .withProviderKey(provider)
                            .withFlags(sort ? which.or(FwpFilterEnumFlags.SORTED) : which);
            EngineDump.read(engine, template, filters, root.err());
        }
        if (root.json()) {
            root.out().println(JsonDocument.of(choice, filters));
        } else {
            root.out().printf("Filters: %d%n", filters.size());
            FilterTable.print(filters, "", root.out());
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
}
