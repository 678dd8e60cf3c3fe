package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.scenarios.PlannedTunnel;
import io.github.wfp4j.scenarios.install.Difference;
import io.github.wfp4j.types.SublayerKey;

import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.function.Function;

/**
 * The documents that {@code --json} prints.
 *
 * <p>Names are the C names wherever a constant has one, otherwise the number or GUID. What only an
 * engine knows is null in a plan.
 */
final class JsonDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    // Whatever the terminal's character set is, the document is read the same.
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private JsonDocument() {}

    /** An instance and its objects. */
    static String of(Report report) {
        return text(node(report));
    }

    /** An instance, its objects, and in what they differ from the plan. */
    static String of(Report report, List<Difference> differences) {
        ObjectNode node = node(report);
        node.set(
                "differences",
                array(
                        differences,
                        difference ->
                                JSON.objectNode()
                                        .put("object", difference.object())
                                        .put("component", difference.component())
                                        .put("planned", difference.planned())
                                        .put("found", difference.found())));
        return text(node);
    }

    /** All filters of an engine. */
    static String of(EngineChoice engine, List<FwpmFilter0> filters) {
        ObjectNode node = JSON.objectNode().put("engine", engine.toString());
        node.set("filters", array(filters, JsonDocument::filter));
        return text(node);
    }

    /**
     * What a restart left.
     *
     * @param before how many filters there were
     * @param after how many are left
     */
    static String ofRestart(EngineChoice engine, int before, int after) {
        return text(
                JSON.objectNode()
                        .put("engine", engine.toString())
                        .put("filtersBefore", before)
                        .put("filtersAfter", after));
    }

    /** The scenarios that there are. */
    static String catalog() {
        ObjectNode node = JSON.objectNode();
        node.set("scenarios", array(CatalogEntry.ALL, JsonDocument::entry));
        return text(node);
    }

    private static ObjectNode entry(CatalogEntry entry) {
        ObjectNode node = JSON.objectNode().put("id", entry.id()).put("purpose", entry.purpose());
        ArrayNode options = node.putArray("options");
        entry.options().stream().sorted().forEach(options::add);
        return node;
    }

    private static ObjectNode node(Report report) {
        EngineChoice engine = report.engine();
        ObjectNode node =
                JSON.objectNode()
                        .put("engine", engine == null ? null : engine.toString())
                        .put("scenario", report.instance().scenario())
                        .put("name", report.instance().name());
        node.set("providerContexts", array(report.providerContexts(), JsonDocument::context));
        node.set("filters", array(report.filters(), JsonDocument::filter));
        if (!report.tunnels().isEmpty()) {
            node.set("tunnels", array(report.tunnels(), JsonDocument::tunnel));
        }
        if (!report.associations().isEmpty()) {
            node.set(
                    "securityAssociations",
                    array(report.associations(), JsonDocument::association));
        }
        if (!report.exemptions().isEmpty()) {
            node.set(
                    "expectedExemptions",
                    array(
                            report.exemptions(),
                            it ->
                                    JSON.objectNode()
                                            .put("layer", it.layer().toString())
                                            .put("protocol", "IPPROTO_UDP")
                                            .put("port", it.port())));
        }
        node.set("engineFilters", array(report.engineFilters(), JsonDocument::filter));
        return node;
    }

    private static ObjectNode context(FwpmProviderContext3 context) {
        return JSON.objectNode()
                .put("key", context.providerContextKey().toString())
                .put("name", context.displayData().name())
                .put("type", context.type().cName());
    }

    private static ObjectNode tunnel(PlannedTunnel tunnel) {
        ObjectNode node =
                JSON.objectNode()
                        .put("key", tunnel.tunnelPolicy().providerContextKey().toString())
                        .put(
                                "mainModePolicy",
                                tunnel.mainModePolicy() == null
                                        ? null
                                        : tunnel.mainModePolicy().providerContextKey().toString());
        ArrayNode flags = node.putArray("flags");
        tunnel.flags().cNames().forEach(flags::add);
        node.set("conditions", array(tunnel.conditions(), JsonDocument::condition));
        return node.put(
                "keyingModule",
                tunnel.keyingModule() == null ? null : tunnel.keyingModule().toString());
    }

    private static ObjectNode association(AssociationLine line) {
        return JSON.objectNode()
                .put("context", line.contextId())
                .put("direction", line.direction())
                .put("local", line.local())
                .put("remote", line.remote())
                .put("transform", line.transform())
                .put("spi", line.spi());
    }

    private static ObjectNode filter(FwpmFilter0 filter) {
        boolean inEngine = !(filter.effectiveWeight() instanceof FwpValue0.Empty);
        ObjectNode node = JSON.objectNode().put("key", filter.filterKey().toString());
        if (inEngine) {
            node.put("id", filter.filterId());
        } else {
            node.putNull("id");
        }
        node.put("name", filter.displayData().name())
                .put("layer", filter.layerKey().toString())
                .put(
                        "subLayer",
                        filter.subLayerKey().equals(SublayerKey.ZERO)
                                ? null
                                : filter.subLayerKey().toString());
        ArrayNode flags = node.putArray("flags");
        filter.flags().cNames().forEach(flags::add);
        ObjectNode weight = node.putObject("weight").put("type", filter.weight().type().cName());
        if (!(filter.weight() instanceof FwpValue0.Empty)) {
            weight.set("value", JsonValues.of(filter.weight()));
        }
        node.put(
                "effectiveWeight",
                inEngine ? Long.toUnsignedString(EngineFilters.effectiveWeight(filter)) : null);
        node.set("conditions", array(filter.filterCondition(), JsonDocument::condition));
        node.put("action", filter.action().type().cName())
                .put(
                        "callout",
                        filter.action().target() instanceof FwpmAction0.Target.Callout callout
                                ? callout.calloutKey().toString()
                                : null);
        return switch (filter.context()) {
            case FwpmFilter0.Context.RawContext(long raw) ->
                    node.put("rawContext", "0x" + Long.toHexString(raw)).putNull("providerContext");
            case FwpmFilter0.Context.ProviderContext(var key) ->
                    node.putNull("rawContext").put("providerContext", key.toString());
        };
    }

    static ObjectNode condition(FwpmFilterCondition0 condition) {
        ObjectNode node =
                JSON.objectNode()
                        .put("field", condition.fieldKey().toString())
                        .put("match", condition.matchType().cName())
                        .put("type", condition.conditionValue().type().cName());
        node.set("value", JsonValues.of(condition.conditionValue()));
        return node;
    }

    /** An array of what is made of each element. */
    static <T> ArrayNode array(List<T> list, Function<T, ObjectNode> toNode) {
        ArrayNode array = JSON.arrayNode();
        list.forEach(it -> array.add(toNode.apply(it)));
        return array;
    }

    /** {@return a document as text} */
    static String text(ObjectNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }
}
