package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.embedded.WeightComparison;
import io.github.wfp4j.embedded.WeightComparison.Kind;
import io.github.wfp4j.netsh.NetshDifference;
import io.github.wfp4j.netsh.NetshDump;
import io.github.wfp4j.netsh.NetshForm;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;

/** The documents that {@code --json} prints about dumps. */
final class DumpJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DumpJson() {}

    /** What was imported, and what could not be. */
    static String imported(NetshDump dump, WeightComparison weights) {
        ObjectNode node =
                JSON.objectNode()
                        .put("engine", EngineChoice.EMBEDDED.toString())
                        .put("form", dump.form().root());
        node.set("objects", counts(dump, dump.form()));
        node.set("weights", weights(weights));
        node.set("unknown", unknown(UnknownSummary.of(dump.unknown())));
        return JsonDocument.text(node);
    }

    /** What was exported. */
    static String exported(NetshDump dump, NetshForm form, EngineChoice choice) {
        ObjectNode node =
                JSON.objectNode().put("engine", choice.toString()).put("form", form.root());
        node.set("objects", counts(dump, form));
        return JsonDocument.text(node);
    }

    /** In what two dumps differ. */
    static String differences(List<NetshDifference> differences) {
        ObjectNode node = JSON.objectNode();
        ArrayNode array = node.putArray("differences");
        for (NetshDifference difference : differences) {
            ObjectNode object =
                    array.addObject()
                            .put("kind", difference.kind().name().toLowerCase(Locale.ROOT))
                            .put("section", difference.section().element())
                            .put("object", difference.object())
                            .put("name", difference.name());
            ArrayNode members = object.putArray("members");
            difference
                    .members()
                    .forEach(member ->
                            members.addObject()
                                    .put("path", member.path())
                                    .put("before", member.before())
                                    .put("after", member.after()));
        }
        return JsonDocument.text(node);
    }

    private static ObjectNode counts(NetshDump dump, NetshForm form) {
        ObjectNode node =
                JSON.objectNode()
                        .put("filters", dump.filters().size())
                        .put("providers", dump.providers().size());
        return form == NetshForm.FILTERS
                ? node
                : node.put("providerContexts", dump.providerContexts().size())
                        .put("callouts", dump.callouts().size())
                        .put("subLayers", dump.subLayers().size())
                        .put("layers", dump.layers().size());
    }

    private static ObjectNode weights(WeightComparison weights) {
        ObjectNode node =
                JSON.objectNode().put("same", weights.same()).put("different", weights.different());
        for (Kind kind : Kind.values()) {
            WeightComparison.Count count = weights.count(kind);
            node.putObject(kind.name().toLowerCase(Locale.ROOT))
                    .put("same", count.same())
                    .put("different", count.different());
        }
        node.put("notCompared", weights.unknown());
        ArrayNode array = node.putArray("differing");
        for (WeightComparison.Difference it : weights.differing()) {
            array.addObject()
                    .put("key", it.filter().filterKey().toString())
                    .put("layer", it.filter().layerKey().toString())
                    .put(
                            "effectiveWeight",
                            Long.toUnsignedString(EngineFilters.effectiveWeight(it.filter())))
                    .put("computed", Long.toUnsignedString(it.computed()));
        }
        return node;
    }

    private static ObjectNode unknown(UnknownSummary unknown) {
        ObjectNode node = JSON.objectNode();
        ObjectNode flags = node.putObject("flagNames");
        unknown.flagNames().forEach((name, count) -> flags.put(name, count));
        ArrayNode keys = node.putArray("keyNames");
        unknown.keyNames().forEach(keys::add);
        ArrayNode unread = node.putArray("unreadObjects");
        unknown.unread()
                .forEach(it ->
                        unread.addObject()
                                .put("section", it.section().element())
                                .put("line", it.line())
                                .put("reason", it.reason()));
        ArrayNode skipped = node.putArray("skipped");
        unknown.skipped()
                .forEach(it ->
                        skipped.addObject()
                                .put("path", it.path())
                                .put("count", it.count())
                                .put("entries", it.entries())
                                .put("line", it.line()));
        ArrayNode miscounted = node.putArray("miscounted");
        unknown.miscounted()
                .forEach(it ->
                        miscounted
                                .addObject()
                                .put("path", it.path())
                                .put("said", it.said())
                                .put("found", it.found())
                                .put("line", it.line()));
        return node;
    }
}
