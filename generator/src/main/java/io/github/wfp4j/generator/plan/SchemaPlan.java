package io.github.wfp4j.generator.plan;

import java.util.List;

/**
 * The objects that every engine has built in.
 *
 * @param layers the layers in order of their ids
 * @param sublayers the sublayers, the highest weight first
 * @param callouts the callouts in order of their ids
 */
public record SchemaPlan(List<Layer> layers, List<Sublayer> sublayers, List<Callout> callouts) {
    /**
     * A layer.
     *
     * @param key where its key stands, or its GUID
     * @param id its run-time id
     * @param name its display name
     * @param flags the constants of its flags
     * @param defaultSublayer the constant of its default sublayer
     * @param fields its fields in order
     */
    public record Layer(
            KeyRef key,
            int id,
            String name,
            List<String> flags,
            KeyRef defaultSublayer,
            List<Field> fields) {}

    /**
     * A field of a layer.
     *
     * @param key where its key stands
     * @param fieldType the constant of its field type
     * @param dataType the constant of its data type
     * @param valueTypes the constants of the data types that a condition may have
     */
    public record Field(KeyRef key, String fieldType, String dataType, List<String> valueTypes) {}

    /**
     * A sublayer.
     *
     * @param key where its key stands
     * @param name its display name
     * @param weight its weight
     */
    public record Sublayer(KeyRef key, String name, int weight) {}

    /**
     * A callout.
     *
     * @param key where its key stands
     * @param id its run-time id
     * @param name its display name
     * @param flags its flags, undocumented bits included
     * @param layer where its layer's key stands
     */
    public record Callout(KeyRef key, int id, String name, long flags, KeyRef layer) {}

    /**
     * A key: a constant of a holder, or a GUID that has no name.
     *
     * @param type the kind of key
     * @param holder the holder's type
     * @param constant the constant in the holder; empty where {@code guid} counts
     * @param guid the GUID's text; empty where {@code constant} counts
     */
    public record KeyRef(JavaType type, JavaType holder, String constant, String guid) {}
}
