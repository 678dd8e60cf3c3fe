package io.github.wfp4j.netsh;

import io.github.wfp4j.types.Guid;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is noted while a dump is read. */
final class Reading {
    private static final Pattern NUMBER = Pattern.compile("\\[\\d+]");

    private final Consumer<Unknown> unknown;
    private final Set<String> keyNames = new HashSet<>();
    private final Map<String, Unknown.Skipped> skipped = new LinkedHashMap<>();

    private final List<PendingFlag> flags = new ArrayList<>();
    private String place = "";

    /**
     * A flag with an unknown name, in an object whose key is not read yet.
     *
     * @param path where in the object
     * @param name the name
     */
    private record PendingFlag(String path, String name) {}

    /**
     * Starts with nothing.
     *
     * @param unknown gets what no record holds
     */
    Reading(Consumer<Unknown> unknown) {
        this.unknown = unknown;
    }

    /**
     * Begins an object.
     *
     * @param newPlace where it stands in the dump
     */
    void begin(String newPlace) {
        place = newPlace;
        flags.clear();
    }

    /** Tells what was unknown about the object, now that it is known which one it is. */
    void end(NetshSection section, String object) {
        for (PendingFlag flag : flags) {
            unknown.accept(new Unknown.FlagName(section, object, flag.path(), flag.name()));
        }
        flags.clear();
    }

    /** Notes a flag without a known bit. */
    void flag(Element flagList, String name) {
        flags.add(new PendingFlag(flagList.path(), name));
    }

    /** Notes that a key stands in for one with an unknown name. */
    void key(String name, Guid standIn) {
        if (keyNames.add(name)) {
            unknown.accept(new Unknown.KeyName(name, standIn));
        }
    }

    /** Notes an element of the object that no record has a place for. */
    void skip(Element element) {
        if (!element.isEmpty()) {
            skip(
                    place + "/" + NUMBER.matcher(element.path()).replaceAll(""),
                    element.children().size(),
                    element.line());
        }
    }

    /** Notes an element that was skipped. */
    void skip(String path, int entries, int line) {
        skipped.merge(
                path,
                new Unknown.Skipped(path, 1, entries, line),
                (one, more) ->
                        new Unknown.Skipped(
                                path,
                                one.count() + more.count(),
                                one.entries() + more.entries(),
                                one.line()));
    }

    /** Checks how many entries a list says that it has. */
    void count(Element list) {
        String said = list.attributes().get(Element.COUNT);
        if (said != null) {
            count(
                    place + "/" + NUMBER.matcher(list.path()).replaceAll(""),
                    said,
                    list.children().size(),
                    list.line());
        }
    }

    /** Checks how many entries a list says that it has. */
    void count(String path, String said, long found, int line) {
        if (!said.equals(Long.toString(found))) {
            unknown.accept(new Unknown.Miscounted(path, said, found, line));
        }
    }

    /** Tells the unknown, which is complete now. */
    void finish() {
        skipped.values().forEach(unknown);
    }
}
