package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The security descriptors of the engine, its containers and the objects in them (8.1).
 *
 * <p>Kept is only what was set; what nobody set inherits from the container, and that from the
 * engine, whenever it is looked at. So a change of the engine's descriptor shows everywhere.
 */
final class Security {
    private final Map<Container, SecurityDescriptor> containers = new EnumMap<>(Container.class);
    private final Map<Key, SecurityDescriptor> objects = new HashMap<>();

    /** {@return whether nobody has set anything} */
    boolean isAsNew() {
        return containers.isEmpty() && objects.isEmpty();
    }

    /** {@return the whole descriptor of a container} */
    SecurityDescriptor of(Container container) {
        if (container == Container.ENGINE) {
            return containers.getOrDefault(container, DEFAULT);
        }
        return Rights.inheriting(
                containers.getOrDefault(container, SecurityDescriptor.NONE), of(Container.ENGINE));
    }

    /** {@return the whole descriptor of an object} */
    SecurityDescriptor of(Key key) {
        return Rights.inheriting(
                objects.getOrDefault(key, SecurityDescriptor.NONE), of(Container.of(key)));
    }

    /** {@return what was set on a container, or null for nothing} */
    @Nullable SecurityDescriptor own(Container container) {
        return containers.get(container);
    }

    /** {@return what was set on an object, or null for nothing} */
    @Nullable SecurityDescriptor own(Key key) {
        return objects.get(key);
    }

    /** Sets what a container has of its own, or nothing. */
    void set(Container container, @Nullable SecurityDescriptor descriptor) {
        put(containers, container, descriptor);
    }

    /** Sets what an object has of its own, or nothing. */
    void set(Key key, @Nullable SecurityDescriptor descriptor) {
        put(objects, key, descriptor);
    }

    /** {@return the wanted ones of all that was set, containers first, always in the same order} */
    List<SecuredPlace> all(Predicate<SecuredPlace> wanted) {
        Stream<SecuredPlace> places =
                Stream.concat(
                        containers.entrySet().stream()
                                .map(it -> new SecuredPlace(it.getKey(), null, it.getValue())),
                        objects.entrySet().stream()
                                .sorted(
                                        Comparator.comparing((Map.Entry<Key, ?> it) ->
                                                        Container.of(it.getKey()))
                                                .thenComparing(it -> it.getKey().guid()))
                                .map(it ->
                                        new SecuredPlace(
                                                Container.of(it.getKey()),
                                                it.getKey(),
                                                it.getValue())));
        return places.filter(wanted).toList();
    }

    private static <K> void put(
            Map<K, SecurityDescriptor> map, K key, @Nullable SecurityDescriptor descriptor) {
        if (descriptor == null) {
            map.remove(key);
        } else {
            map.put(key, descriptor);
        }
    }

    private static final SecurityDescriptor DEFAULT = Rights.ofNewEngine();
}
