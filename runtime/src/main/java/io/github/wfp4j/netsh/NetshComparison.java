package io.github.wfp4j.netsh;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Compares dumps: which objects were added, removed or changed.
 *
 * <p>Objects with one key are one object; their order does not count. Sessions and network events
 * are not compared, because no two dumps have the same. If one of the dumps has no place for a kind
 * of objects, the kind is not compared either.
 */
public final class NetshComparison {
    private static final Set<String> IDS =
            Set.of("filterId", "calloutId", "providerContextId", "layerId");

    /** What only shows the bytes that stand beside it. */
    private static final String AS_STRING = "asString";

    /** What is not shown, as records do not show it either. */
    private static final Pattern SECRETS = Pattern.compile("(.*/)?presharedKey(/.*)?");

    private static final String HIDDEN = "***";

    private final NetshDump before;
    private final NetshDump after;
    private final boolean withIds;
    private final List<NetshDifference> differences = new ArrayList<>();

    private NetshComparison(NetshDump before, NetshDump after, boolean withIds) {
        this.before = before;
        this.after = after;
        this.withIds = withIds;
    }

    /**
     * {@return what is different}
     *
     * @param before the first dump
     * @param after the second dump
     * @param withIds whether run-time ids are compared, which differ from computer to computer
     */
    public static List<NetshDifference> compare(
            NetshDump before, NetshDump after, boolean withIds) {
        return new NetshComparison(before, after, withIds).compare();
    }

    private List<NetshDifference> compare() {
        compare(ObjectKind.PROVIDERS, NetshDump::providers);
        compare(ObjectKind.FILTERS, NetshDump::filters);
        if (before.form() == NetshForm.STATE && after.form() == NetshForm.STATE) {
            compare(ObjectKind.LAYERS, NetshDump::layers);
            compare(ObjectKind.SUB_LAYERS, NetshDump::subLayers);
            compare(ObjectKind.CALLOUTS, NetshDump::callouts);
            compare(ObjectKind.PROVIDER_CONTEXTS, NetshDump::providerContexts);
        }
        return differences;
    }

    private <R> void compare(ObjectKind<R> kind, Function<NetshDump, List<R>> objects) {
        Map<String, R> first = byName(kind, objects.apply(before));
        Map<String, R> second = byName(kind, objects.apply(after));
        UnknownParts unknownBefore = new UnknownParts(before.unknown());
        UnknownParts unknownAfter = new UnknownParts(after.unknown());
        boolean noUnknown = before.unknown().isEmpty() && after.unknown().isEmpty();
        first.forEach((key, value) -> {
            R other = second.get(key);
            if (noUnknown && value.equals(other)) {
                return;
            }
            Element one = element(kind, key, value, unknownBefore);
            if (other == null) {
                add(kind, key, one, NetshDifference.Kind.REMOVED, List.of());
                return;
            }
            Element two = element(kind, key, other, unknownAfter);
            List<NetshDifference.MemberDifference> members = members(one, two);
            if (!members.isEmpty()) {
                add(kind, key, two, NetshDifference.Kind.CHANGED, members);
            }
        });
        second.forEach((key, value) -> {
            if (!first.containsKey(key)) {
                add(
                        kind,
                        key,
                        element(kind, key, value, unknownAfter),
                        NetshDifference.Kind.ADDED,
                        List.of());
            }
        });
        compareUnread(kind, unknownBefore, unknownAfter);
    }

    /** Compares the objects without a record, which are named by their first member. */
    private void compareUnread(
            ObjectKind<?> kind, UnknownParts unknownBefore, UnknownParts unknownAfter) {
        Map<String, Element> first = byKey(unknownBefore.objects(kind.section()));
        Map<String, Element> second = byKey(unknownAfter.objects(kind.section()));
        first.forEach((key, one) -> {
            Element two = second.get(key);
            if (two == null) {
                add(kind, key, one, NetshDifference.Kind.REMOVED, List.of());
            } else if (!members(one, two).isEmpty()) {
                add(kind, key, two, NetshDifference.Kind.CHANGED, members(one, two));
            }
        });
        second.forEach((key, two) -> {
            if (!first.containsKey(key)) {
                add(kind, key, two, NetshDifference.Kind.ADDED, List.of());
            }
        });
    }

    private static Map<String, Element> byKey(List<Element> elements) {
        Map<String, Element> byKey = new LinkedHashMap<>();
        for (Element element : elements) {
            byKey.put(
                    element.children().isEmpty() ? "" : element.children().getFirst().text(),
                    element);
        }
        return byKey;
    }

    private static <R> Map<String, R> byName(ObjectKind<R> kind, List<R> objects) {
        Map<String, R> byName = new LinkedHashMap<>();
        objects.forEach(object -> byName.put(kind.name(object, 0), object));
        return byName;
    }

    private static <R> Element element(
            ObjectKind<R> kind, String key, R value, UnknownParts unknown) {
        Element element = Element.root(Element.ITEM);
        kind.write(value, element);
        unknown.restore(kind.section(), key, element);
        return element;
    }

    private void add(
            ObjectKind<?> kind,
            String key,
            Element element,
            NetshDifference.Kind difference,
            List<NetshDifference.MemberDifference> members) {
        Element displayData = element.child("displayData");
        Element name = displayData == null ? null : displayData.child("name");
        String text = name == null || name.text().isEmpty() ? null : name.text();
        differences.add(new NetshDifference(kind.section(), key, text, difference, members));
    }

    private List<NetshDifference.MemberDifference> members(Element one, Element two) {
        Map<String, String> first = leaves(one);
        Map<String, String> second = leaves(two);
        List<NetshDifference.MemberDifference> members = new ArrayList<>();
        for (String path : inOrder(first, second)) {
            String before = first.get(path);
            String after = second.get(path);
            if (!Objects.equals(before, after)) {
                boolean isSecret = SECRETS.matcher(path).matches();
                members.add(
                        new NetshDifference.MemberDifference(
                                path,
                                isSecret && before != null ? HIDDEN : before,
                                isSecret && after != null ? HIDDEN : after));
            }
        }
        return members;
    }

    /** {@return paths in the order of the first object, then of the second} */
    private static List<String> inOrder(Map<String, String> first, Map<String, String> second) {
        List<String> ordered = new ArrayList<>(first.keySet());
        for (String path : second.keySet()) {
            if (!first.containsKey(path)) {
                ordered.add(path);
            }
        }
        return ordered;
    }

    private Map<String, String> leaves(Element element) {
        Map<String, String> leaves = new LinkedHashMap<>();
        collect(element, "", leaves);
        return leaves;
    }

    private void collect(Element element, String path, Map<String, String> leaves) {
        int item = 0;
        for (Element child : element.children()) {
            String name = child.name();
            if (!name.equals(AS_STRING) && (withIds || !IDS.contains(name))) {
                String step = name.equals(Element.ITEM) ? "%s[%d]".formatted(name, item) : name;
                String inner = path.isEmpty() ? step : path + "/" + step;
                String text = shown(child);
                if (text != null) {
                    leaves.put(inner, text);
                }
                collect(child, inner, leaves);
            }
            item++;
        }
    }

    private static @Nullable String shown(Element element) {
        return element.children().isEmpty() && !element.text().isEmpty() ? element.text() : null;
    }
}
