package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmField0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A layer with its fields.
 *
 * @param key the layer
 * @param fields its fields by their keys, in the layer's order
 */
record LayerSchema(LayerKey key, Map<ConditionKey, LayerField> fields) {
    /** The built-in layers, read when the first one is asked for. */
    private static final class BuiltIn {
        static final Map<LayerKey, LayerSchema> LAYERS = read();

        private static Map<LayerKey, LayerSchema> read() {
            Map<LayerKey, LayerSchema> layers = new HashMap<>();
            for (Layer layer : BuiltinLayers.all()) {
                Map<ConditionKey, LayerField> fields = new LinkedHashMap<>();
                layer.fields().forEach(field -> fields.put(field.key(), field));
                layers.put(layer.key(), new LayerSchema(layer.key(), fields));
            }
            return layers;
        }
    }

    /** {@return a layer as the newest Windows had it that was observed, or null if it had none} */
    static @Nullable LayerSchema builtIn(LayerKey key) {
        return BuiltIn.LAYERS.get(key);
    }

    /** {@return a layer as an engine reports it} */
    static LayerSchema of(FwpmLayer0 layer) {
        Map<ConditionKey, LayerField> fields = new LinkedHashMap<>();
        for (FwpmField0 field : layer.field()) {
            fields.put(
                    field.fieldKey(),
                    new LayerField(
                            field.fieldKey(),
                            field.type(),
                            field.dataType(),
                            ValueTypes.of(field.type(), field.dataType())));
        }
        return new LayerSchema(layer.layerKey(), fields);
    }

    /**
     * {@return that the layer does not have the field of a condition, and which it may have been}
     */
    Flaw missing(FwpmFilterCondition0 condition) {
        List<String> names = fields.keySet().stream().map(ConditionKey::toString).toList();
        String name = condition.fieldKey().toString();
        return new Flaw(
                ErrorCode.FWP_E_CONDITION_NOT_FOUND,
                "fieldKey",
                "be a field of "
                        + key
                        + ", such as "
                        + String.join(", ", NearestNames.of(name, names)),
                name);
    }

    /** {@return the field with a key, or null if the layer has none} */
    @Nullable LayerField field(ConditionKey field) {
        return fields.get(field);
    }
}
