package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmField0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.internal.schema.LayerField;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Layers as clients read them. */
final class LayerRecords {
    private LayerRecords() {}

    /** {@return a layer as clients read it} */
    static FwpmLayer0 toRecord(Layer layer) {
        return new FwpmLayer0(
                layer.key(),
                new FwpmDisplayData0(layer.name(), null),
                layer.flags(),
                layer.fields().stream()
                        .map(field ->
                                new FwpmField0(field.key(), field.fieldType(), field.dataType()))
                        .toList(),
                layer.defaultSublayer(),
                layer.id());
    }

    /**
     * {@return a layer of another engine}
     *
     * <p>Which values the conditions on a field take is not in the record: they are those of the
     * same field here, or of the field's type.
     */
    static Layer toLayer(FwpmLayer0 layer) {
        String name = layer.displayData().name();
        return new Layer(
                layer.layerKey(),
                layer.layerId(),
                name == null ? layer.layerKey().toString() : name,
                layer.flags(),
                layer.defaultSubLayerKey(),
                layer.field().stream().map(LayerRecords::toField).toList());
    }

    private static LayerField toField(FwpmField0 field) {
        List<FwpDataType> known = ValueTypesOfFields.KNOWN.get(field);
        return new LayerField(
                field.fieldKey(),
                field.type(),
                field.dataType(),
                known == null ? ofType(field.dataType()) : known);
    }

    private static List<FwpDataType> ofType(FwpDataType type) {
        return switch (type) {
            // What is classified is a token; what a condition says is who may match.
            case TOKEN_ACCESS_INFORMATION_TYPE -> List.of(FwpDataType.SECURITY_DESCRIPTOR_TYPE);
            case UINT8, UINT16, UINT32, UINT64 -> List.of(type, FwpDataType.RANGE_TYPE);
            default -> List.of(type);
        };
    }

    /** The values that conditions on the fields of the built-in layers take, made when needed. */
    private static final class ValueTypesOfFields {
        static final Map<FwpmField0, List<FwpDataType>> KNOWN = known();

        private static Map<FwpmField0, List<FwpDataType>> known() {
            Map<FwpmField0, List<FwpDataType>> known = new HashMap<>();
            for (Layer layer : BuiltinLayers.all()) {
                for (LayerField field : layer.fields()) {
                    known.put(
                            new FwpmField0(field.key(), field.fieldType(), field.dataType()),
                            field.valueTypes());
                }
            }
            return Map.copyOf(known);
        }
    }
}
