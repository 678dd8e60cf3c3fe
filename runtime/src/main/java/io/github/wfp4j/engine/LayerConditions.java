package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Conditions that a layer's filters can have, each checked when it is added.
 *
 * <p>Conditions on different fields must all hold. Of conditions on one field one must hold, for
 * which they must be neighbours; {@link #toList} orders them so, whatever the order in which they
 * were added.
 *
 * <pre>{@code
 * Conditions.at(FwpmLayers.ALE_AUTH_CONNECT_V4)
 *         .with(NumberField.IP_REMOTE_PORT.is(80))
 *         .with(AddressField.IP_REMOTE_ADDRESS.is("10.0.0.0/8"))
 *         .with(NumberField.IP_REMOTE_PORT.is(443))
 * }</pre>
 *
 * <p>Immutable, and safe for all threads.
 */
public final class LayerConditions {
    private final LayerSchema layer;
    private final List<FwpmFilterCondition0> conditions;

    LayerConditions(LayerSchema layer, List<FwpmFilterCondition0> conditions) {
        this.layer = layer;
        this.conditions = List.copyOf(conditions);
    }

    /** {@return the layer} */
    public LayerKey layer() {
        return layer.key();
    }

    /** {@return the fields that the layer has, in its order} */
    public List<ConditionKey> fields() {
        return List.copyOf(layer.fields().keySet());
    }

    /**
     * {@return these conditions and another one}
     *
     * @param condition a condition on a field of the layer
     * @throws InvalidMemberException if the layer does not have the condition's field, of which the
     *     message names the layer and the fields with the nearest names; or has it with another
     *     type, such as IPv4 instead of IPv6; or the condition does not fit in itself
     */
    public LayerConditions with(FwpmFilterCondition0 condition) {
        String path = "filterCondition[" + conditions.size() + "]";
        LayerField field = layer.field(condition.fieldKey());
        if (field == null) {
            throw layer.missing(condition).at(path);
        }
        Flaw flaw = ConditionRules.flaw(condition, field);
        if (flaw != null) {
            throw flaw.at(path);
        }
        List<FwpmFilterCondition0> more = new ArrayList<>(conditions);
        more.add(condition);
        return new LayerConditions(layer, more);
    }

    /**
     * {@return these conditions and the one that a text stands for}
     *
     * @param field the field
     * @param text as the field's {@link ConditionField#matching} takes it
     * @throws IllegalArgumentException if the field does not take the text, or the layer does not
     *     have the field
     */
    public LayerConditions with(ConditionField field, String text) {
        return with(field.matching(text));
    }

    /** {@return the conditions, those on one field next to each other} */
    public List<FwpmFilterCondition0> toList() {
        Map<ConditionKey, List<FwpmFilterCondition0>> byField = new LinkedHashMap<>();
        for (FwpmFilterCondition0 condition : conditions) {
            byField.computeIfAbsent(condition.fieldKey(), _ -> new ArrayList<>()).add(condition);
        }
        return byField.values().stream().flatMap(List::stream).toList();
    }

    /**
     * {@return what about the conditions probably is not meant so}
     *
     * <p>The indexes are those of {@link #toList}.
     */
    public List<ConditionTrap> traps() {
        return Conditions.traps(toList());
    }

    /** {@return the layer and the conditions, for people} */
    @Override
    public String toString() {
        return layer.key() + ": " + toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerConditions that
                && layer.equals(that.layer)
                && conditions.equals(that.conditions);
    }

    @Override
    public int hashCode() {
        return 31 * layer.key().hashCode() + conditions.hashCode();
    }
}
