package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.explain.ConsideredFilter;
import io.github.wfp4j.explain.Explanation;
import io.github.wfp4j.explain.FailedCondition;
import io.github.wfp4j.explain.LayerExplanation;
import io.github.wfp4j.explain.Note;
import io.github.wfp4j.explain.Standing;
import io.github.wfp4j.explain.SublayerExplanation;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Locale;

/** An explanation as {@code --json} prints it. */
final class ExplanationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final boolean all;

    private ExplanationJson(boolean all) {
        this.all = all;
    }

    /**
     * {@return an explanation as a document}
     *
     * @param all whether with the filters that do not match
     */
    static String of(Explanation explanation, boolean all) {
        return JsonDocument.text(new ExplanationJson(all).node(explanation));
    }

    private ObjectNode node(Explanation explanation) {
        ObjectNode node = JSON.objectNode().put("verdict", explanation.verdict().name());
        FwpmFilter0 decider = explanation.decidedBy();
        if (decider == null) {
            node.putNull("decidedBy");
        } else {
            node.set(
                    "decidedBy",
                    filter(decider).put("layer", String.valueOf(explanation.decidedAt())));
        }
        ArrayNode layers = node.putArray("layers");
        explanation.layers().forEach(layer -> layers.add(node(layer)));
        ArrayNode notes = node.putArray("notes");
        for (Note note : explanation.notes()) {
            notes.add(JSON.objectNode().put("kind", lower(note.kind())).put("text", note.text()));
        }
        Explanation answer = explanation.answer();
        if (answer == null) {
            return node.putNull("answer");
        }
        node.set("answer", node(answer));
        return node;
    }

    private static ObjectNode filter(FwpmFilter0 filter) {
        return JSON.objectNode()
                .put("filter", filter.filterKey().toString())
                .put("name", filter.displayData().name());
    }

    private ObjectNode node(LayerExplanation layer) {
        ObjectNode node =
                JSON.objectNode()
                        .put("layer", layer.layer().toString())
                        .put("action", layer.action().cName())
                        .put("strength", lower(layer.strength()))
                        .put("drops", layer.drops());
        ArrayNode sublayers = node.putArray("sublayers");
        layer.sublayers().forEach(sublayer -> sublayers.add(node(sublayer)));
        return node;
    }

    private ObjectNode node(SublayerExplanation sublayer) {
        ObjectNode node =
                JSON.objectNode()
                        .put("subLayer", sublayer.sublayer().toString())
                        .put("weight", sublayer.weight())
                        .put(
                                "opinion",
                                sublayer.opinion() == null ? null : sublayer.opinion().cName())
                        .put("effect", lower(sublayer.effect()));
        ArrayNode filters = node.putArray("filters");
        for (ConsideredFilter filter : sublayer.filters()) {
            if (all || filter.standing() != Standing.NOT_MATCHED) {
                filters.add(node(filter));
            }
        }
        return node;
    }

    private static ObjectNode node(ConsideredFilter considered) {
        FwpmFilter0 overruler = considered.overruledBy();
        ObjectNode node =
                filter(considered.filter())
                        .put("standing", lower(considered.standing()))
                        .put(
                                "action",
                                considered.action() == null ? null : considered.action().cName())
                        .put("strength", lower(considered.strength()))
                        .put("reason", considered.reason())
                        .put(
                                "overruledBy",
                                overruler == null ? null : overruler.filterKey().toString());
        FailedCondition failed = considered.failed();
        if (failed == null) {
            return node.putNull("failed");
        }
        ObjectNode condition = node.putObject("failed").put("field", failed.field().toString());
        ArrayNode wanted = condition.putArray("wanted");
        failed.wanted().forEach(it -> wanted.add(JsonDocument.condition(it)));
        FwpValue0 got = failed.got();
        if (got == null) {
            condition.putNull("got");
        } else {
            condition.set("got", JsonValues.of(got));
        }
        return node;
    }

    private static @Nullable String lower(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
