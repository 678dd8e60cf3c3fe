package io.github.wfp4j.netsh;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes dumps in the form of netsh.
 *
 * <p>What was unknown when a dump was read is written again: names of flags and keys, and objects
 * without a record. What was skipped is not.
 */
public final class NetshWriter {
    private final NetshDump dump;
    private final DumpOutput out;
    private final UnknownParts unknown;

    private NetshWriter(NetshDump dump, OutputStream stream) throws IOException {
        this.dump = dump;
        this.out = new DumpOutput(stream);
        this.unknown = new UnknownParts(dump.unknown());
    }

    /**
     * Writes a dump.
     *
     * @param dump what to write; what the form has no place for is left out
     * @param form the form
     * @param stream where to write; it is flushed and not closed
     * @throws IOException if it cannot be written
     */
    public static void write(NetshDump dump, NetshForm form, OutputStream stream)
            throws IOException {
        NetshWriter writer = new NetshWriter(dump, stream);
        switch (form) {
            case STATE -> writer.writeState();
            case FILTERS -> writer.writeFilters();
            case NET_EVENTS -> writer.writeList(ObjectKind.NET_EVENTS, dump.netEvents(), true);
        }
        writer.out.finish();
    }

    private void writeFilters() throws IOException {
        String root = NetshForm.FILTERS.root();
        out.begin(root);
        // Here, unlike in a state, netsh does not say how many there are.
        writeList(ObjectKind.FILTERS, dump.filters(), false);
        writeList(ObjectKind.PROVIDERS, dump.providers(), false);
        out.end(root);
    }

    private void writeState() throws IOException {
        String root = NetshForm.STATE.root();
        out.begin(root);
        if (dump.timeStamp() != null) {
            Element time = Element.root("timeStamp");
            time.setText(Leaves.time(dump.timeStamp()));
            out.write(time);
        }
        writeList(ObjectKind.SESSIONS, dump.sessions(), true);
        writeLayers();
        writeList(ObjectKind.PROVIDERS, dump.providers(), true);
        writeList(ObjectKind.PROVIDER_CONTEXTS, dump.providerContexts(), true);
        writeList(ObjectKind.SUB_LAYERS, dump.subLayers(), true);
        for (String empty :
                List.of(
                        "subscriptions",
                        "ipsecSaContexts",
                        "aleConnectedEndpoints",
                        "ipsecStatistics")) {
            out.write(Element.root(empty));
        }
        out.end(root);
    }

    /** Writes the layers; those that the dump does not have are named by what is at them only. */
    private void writeLayers() throws IOException {
        Map<String, LayerItem> items = new LinkedHashMap<>();
        for (FwpmLayer0 layer : dump.layers()) {
            items.put(Names.write(layer.layerKey()), new LayerItem(layer));
        }
        Map<LayerKey, List<FwpmCallout0>> callouts =
                dump.callouts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        FwpmCallout0::applicableLayer,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Map<LayerKey, List<FwpmFilter0>> filters =
                dump.filters().stream()
                        .collect(
                                Collectors.groupingBy(
                                        FwpmFilter0::layerKey,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        callouts.forEach((layer, list) -> item(items, layer).callouts.addAll(list));
        filters.forEach((layer, list) -> item(items, layer).filters.addAll(list));
        List<Element> unread = unknown.objects(NetshSection.LAYERS);
        if (items.isEmpty() && unread.isEmpty() && hasUnreadAtLayers()) {
            items.put("", new LayerItem(null));
        }
        int count = items.size() + unread.size();
        String name = NetshSection.LAYERS.element();
        if (count == 0) {
            out.write(Element.root(name));
            return;
        }
        boolean first = true;
        out.begin(name, count);
        for (LayerItem item : items.values()) {
            out.begin(Element.ITEM);
            if (item.layer != null) {
                out.write(element(ObjectKind.LAYERS, item.layer, "layer", 0));
            }
            // Unread objects stand at the first layer, because theirs may be unread as well.
            writeList(ObjectKind.CALLOUTS, item.callouts, true, first);
            writeList(ObjectKind.FILTERS, item.filters, true, first);
            out.end(Element.ITEM);
            first = false;
        }
        for (Element layer : unread) {
            out.begin(Element.ITEM);
            out.write(layer);
            writeList(ObjectKind.CALLOUTS, List.of(), true, first);
            writeList(ObjectKind.FILTERS, List.of(), true, first);
            out.end(Element.ITEM);
            first = false;
        }
        out.end(name);
    }

    private boolean hasUnreadAtLayers() {
        return !unknown.objects(NetshSection.CALLOUTS).isEmpty()
                || !unknown.objects(NetshSection.FILTERS).isEmpty();
    }

    private static LayerItem item(Map<String, LayerItem> items, LayerKey key) {
        return items.computeIfAbsent(Names.write(key), _ -> new LayerItem(null));
    }

    /** A layer with what is at it. */
    private static final class LayerItem {
        private final @Nullable FwpmLayer0 layer;
        private final List<FwpmCallout0> callouts = new ArrayList<>();
        private final List<FwpmFilter0> filters = new ArrayList<>();

        LayerItem(@Nullable FwpmLayer0 layer) {
            this.layer = layer;
        }
    }

    private <R> void writeList(ObjectKind<R> kind, List<R> objects, boolean counted)
            throws IOException {
        writeList(kind, objects, counted, true);
    }

    private <R> void writeList(
            ObjectKind<R> kind, List<R> objects, boolean counted, boolean withUnread)
            throws IOException {
        String name = kind.section().element();
        List<Element> unread = withUnread ? unknown.objects(kind.section()) : List.of();
        int count = objects.size() + unread.size();
        if (count == 0) {
            out.write(Element.root(name));
            return;
        }
        if (counted) {
            out.begin(name, count);
        } else {
            out.begin(name);
        }
        int number = 0;
        for (R object : objects) {
            out.write(element(kind, object, Element.ITEM, number));
            number++;
        }
        for (Element element : unread) {
            out.write(element);
        }
        out.end(name);
    }

    private <R> Element element(ObjectKind<R> kind, R object, String name, int number) {
        Element element = Element.root(name);
        kind.write(object, element);
        unknown.restore(kind.section(), kind.name(object, number), element);
        return element;
    }
}
