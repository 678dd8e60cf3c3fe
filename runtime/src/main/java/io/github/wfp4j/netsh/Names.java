package io.github.wfp4j.netsh;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContexts;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;

import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import java.util.regex.Pattern;

/** The C names of well-known keys, which a dump has instead of their GUIDs. */
final class Names {
    /** What may be a C name. */
    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)+");

    /** What the names of keys begin with. */
    private static final String KEY_PREFIX = "FWPM_";

    private static final Map<Entry<String, Class<?>>, Key> KEYS = keys();
    private static final Map<Guid, String> NAMES_BY_GUID =
            KEYS.values().stream()
                    .collect(toUnmodifiableMap(Key::guid, Key::toString, (one, _) -> one));
    private static final Map<String, Guid> GUIDS =
            KEYS.entrySet().stream()
                    .collect(
                            toUnmodifiableMap(
                                    it -> it.getKey().getKey(),
                                    it -> it.getValue().guid(),
                                    (one, _) -> one));

    private Names() {}

    private static Map<Entry<String, Class<?>>, Key> keys() {
        Map<Entry<String, Class<?>>, Key> keys = new HashMap<>();
        for (Class<?> holder :
                List.of(
                        FwpmCallouts.class,
                        FwpmConditions.class,
                        FwpmKeyingModules.class,
                        FwpmLayers.class,
                        FwpmProviderContexts.class,
                        FwpmProviders.class,
                        FwpmSublayers.class)) {
            for (Field field : holder.getFields()) {
                if (constant(field) instanceof Key key) {
                    keys.put(Map.entry(key.toString(), key.getClass()), key);
                }
            }
        }
        return Map.copyOf(keys);
    }

    private static Object constant(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError("a public constant of a public class", e);
        }
    }

    /**
     * {@return the GUID of a well-known key, or one that stands in for it}
     *
     * @param element holds a name, or a GUID with or without braces
     * @throws NetshFormatException if it holds anything else
     */
    static Guid read(Element element, Reading reading) {
        String text = element.text().strip();
        Guid known = GUIDS.get(text);
        if (known != null) {
            return known;
        }
        if (text.startsWith(KEY_PREFIX) && NAME.matcher(text).matches()) {
            Guid standIn = standIn(text);
            reading.key(text, standIn);
            return standIn;
        }
        try {
            return Guid.of(text);
        } catch (IllegalArgumentException e) {
            throw new NetshFormatException(
                    element,
                    "<%s> holds neither a name nor a GUID: %s"
                            .formatted(element.name(), Leaves.quoted(text)));
        }
    }

    /** {@return a GUID that is always the same for a name, and that no key of Windows has} */
    static Guid standIn(String name) {
        return Guid.of(
                UUID.nameUUIDFromBytes(("wfp4j/netsh/" + name).getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return a key as a dump has it} */
    static String write(Key key) {
        String name = key.toString();
        return name.startsWith(KEY_PREFIX) ? name : "{" + name + "}";
    }

    /** {@return a GUID as a dump has it} */
    static String write(Guid guid) {
        String name = NAMES_BY_GUID.get(guid);
        return name == null ? "{" + guid + "}" : name;
    }
}
