package io.github.wfp4j.netsh;

import io.github.wfp4j.win32.Filetime;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads dumps.
 *
 * <p>What netsh of any version writes is read: two roots, names of any language, names and bits
 * that this version does not know. What is broken is refused, with the line. No more than one
 * object is held at a time, so that a dump may be larger than the memory.
 */
public final class NetshReader {
    private static final String LAYERS = NetshSection.LAYERS.element();
    private static final String TIME = "timeStamp";

    /** What network events may be called in their list. */
    private static final String EVENT = "netEvent";

    private static final Map<String, ObjectKind<?>> LISTS = lists();

    private final DumpScanner scanner;
    private final NetshVisitor visitor;
    private final Reading reading;
    private final Map<NetshSection, Integer> numbers = new HashMap<>();

    private NetshReader(InputStream in, NetshVisitor visitor) throws IOException {
        this.scanner = new DumpScanner(in);
        this.visitor = visitor;
        this.reading = new Reading(visitor::unknown);
    }

    private static Map<String, ObjectKind<?>> lists() {
        Map<String, ObjectKind<?>> lists = new HashMap<>();
        ObjectKind.ALL.forEach(kind -> lists.put(kind.section().element(), kind));
        lists.remove(LAYERS); // which holds more than layers
        return Map.copyOf(lists);
    }

    /**
     * {@return what a file holds}
     *
     * @param file the file
     * @throws IOException if it cannot be read
     * @throws NetshFormatException if it is no dump or a broken one
     */
    public static NetshDump read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        }
    }

    /**
     * {@return what a stream holds}
     *
     * @param in the stream, which is read to its end and not closed
     * @throws IOException if it cannot be read
     * @throws NetshFormatException if it is no dump or a broken one
     */
    public static NetshDump read(InputStream in) throws IOException {
        Collector collector = new Collector();
        read(in, collector);
        return collector.dump();
    }

    /**
     * Reads a stream object by object.
     *
     * @param in the stream, which is read to its end and not closed
     * @param visitor gets the objects; it may have got some when an exception is thrown
     * @throws IOException if it cannot be read
     * @throws NetshFormatException if it is no dump or a broken one
     */
    public static void read(InputStream in, NetshVisitor visitor) throws IOException {
        new NetshReader(new BufferedInputStream(in), visitor).read();
    }

    private void read() throws IOException {
        NetshForm form = null;
        for (String root = scanner.next(); root != null; root = scanner.next()) {
            NetshForm found = formOf(root);
            if (found == null && form == null) {
                throw new NetshFormatException(
                        scanner.line(),
                        1,
                        "this is no dump: <%s> is neither <wfpstate>, <wfpdiag> nor <netEvents>"
                                .formatted(root),
                        null);
            }
            if (found == null) {
                skip(root);
            } else {
                if (form == null) {
                    visitor.form(found);
                }
                form = found;
                readRoot(found);
            }
        }
        if (form == null) {
            throw new NetshFormatException(1, 1, "this is no dump: there is nothing in it", null);
        }
        reading.finish();
    }

    private static @Nullable NetshForm formOf(String root) {
        for (NetshForm form : NetshForm.values()) {
            if (form.root().equals(root)) {
                return form;
            }
        }
        return null;
    }

    private void readRoot(NetshForm form) throws IOException {
        String path = form.root();
        if (form == NetshForm.NET_EVENTS) {
            readList(path, ObjectKind.NET_EVENTS);
            return;
        }
        for (String name = scanner.next(); name != null; name = scanner.next()) {
            String inner = path + "/" + name;
            ObjectKind<?> kind = name.equals("events") ? ObjectKind.NET_EVENTS : LISTS.get(name);
            if (name.equals(LAYERS)) {
                readLayers(inner);
            } else if (name.equals(TIME)) {
                visitor.timeStamp(time(scanner.read()));
            } else if (name.equals(EVENT)) {
                readObject(inner, ObjectKind.NET_EVENTS);
            } else if (kind != null) {
                readList(inner, kind);
            } else {
                skip(inner);
            }
        }
    }

    private static Filetime time(Element element) {
        return Leaves.time(element);
    }

    /** Reads the list of layers, each of which has its callouts and filters beside it. */
    private void readLayers(String path) throws IOException {
        String said = scanner.attribute(Element.COUNT);
        int line = scanner.line();
        long found = 0;
        for (String name = scanner.next(); name != null; name = scanner.next()) {
            if (!name.equals(Element.ITEM)) {
                skip(path + "/" + name);
                continue;
            }
            found++;
            String item = path + "/" + Element.ITEM;
            for (String part = scanner.next(); part != null; part = scanner.next()) {
                String inner = item + "/" + part;
                ObjectKind<?> kind = LISTS.get(part);
                if (part.equals("layer")) {
                    readObject(inner, ObjectKind.LAYERS);
                } else if (kind != null) {
                    readList(inner, kind);
                } else {
                    skip(inner);
                }
            }
        }
        if (said != null) {
            reading.count(path, said, found, line);
        }
    }

    private void readList(String path, ObjectKind<?> kind) throws IOException {
        String said = scanner.attribute(Element.COUNT);
        int line = scanner.line();
        long found = 0;
        for (String name = scanner.next(); name != null; name = scanner.next()) {
            boolean isEntry =
                    name.equals(Element.ITEM)
                            || (name.equals(EVENT) && kind.section() == NetshSection.NET_EVENTS);
            if (isEntry) {
                found++;
                readObject(path + "/" + name, kind);
            } else {
                skip(path + "/" + name);
            }
        }
        if (said != null) {
            reading.count(path, said, found, line);
        }
    }

    private <R> void readObject(String path, ObjectKind<R> kind) throws IOException {
        Element element = scanner.read();
        int number = numbers.merge(kind.section(), 1, Integer::sum) - 1;
        reading.begin(path);
        try {
            R value = kind.read(element, reading);
            reading.end(kind.section(), kind.name(value, number));
            kind.visiting().accept(visitor, value);
        } catch (NewerNameException e) {
            visitor.unknown(
                    new Unknown.UnreadObject(
                            kind.section(),
                            element.toValue(),
                            element.line(),
                            String.valueOf(e.getMessage())));
        }
    }

    private void skip(String path) throws IOException {
        int line = scanner.line();
        int entries = scanner.skip();
        if (entries != 0) {
            reading.skip(path, Math.max(entries, 0), line);
        }
    }
}
