package io.github.wfp4j.netsh;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was unknown when a dump was read, to be written again. */
final class UnknownParts {
    private final Map<Place, List<Unknown.FlagName>> flags = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<NetshSection, List<Unknown.UnreadObject>> objects =
            new EnumMap<>(NetshSection.class);

    /**
     * An object.
     *
     * @param section its kind
     * @param object its key
     */
    private record Place(NetshSection section, String object) {}

    /** Sorts what was unknown by where it belongs. */
    UnknownParts(List<Unknown> unknown) {
        for (Unknown it : unknown) {
            switch (it) {
                case Unknown.FlagName flag ->
                        flags.computeIfAbsent(
                                        new Place(flag.section(), flag.object()),
                                        _ -> new ArrayList<>())
                                .add(flag);
                case Unknown.KeyName key -> names.put(Names.write(key.standIn()), key.name());
                case Unknown.UnreadObject object ->
                        objects.computeIfAbsent(object.section(), _ -> new ArrayList<>())
                                .add(object);
                case Unknown.Skipped _, Unknown.Miscounted _ -> {
                    // Nothing of it is left to write.
                }
            }
        }
    }

    /** {@return the objects of a kind that have no record} */
    List<Element> objects(NetshSection section) {
        return objects.getOrDefault(section, List.of()).stream()
                .map(it -> Element.of(it.element(), null))
                .toList();
    }

    /**
     * Puts the unknown names into an object.
     *
     * @param object its key, as it is written if its name is not known
     * @param element the object
     */
    void restore(NetshSection section, String object, Element element) {
        for (Unknown.FlagName flag : flags.getOrDefault(new Place(section, object), List.of())) {
            Element list = element.at(flag.path());
            if (list != null) {
                list.add(Element.ITEM).setText(flag.name());
                list.set(Element.COUNT, Integer.toString(list.children().size()));
            }
        }
        if (!names.isEmpty()) {
            rename(element);
        }
    }

    private void rename(Element element) {
        String name = names.get(element.text());
        if (name != null) {
            element.setText(name);
        }
        element.children().forEach(this::rename);
    }
}
