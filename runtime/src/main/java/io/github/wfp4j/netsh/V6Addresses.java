package io.github.wfp4j.netsh;

import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** IPv6 addresses as RFC 5952 writes them. */
final class V6Addresses {
    private static final int GROUPS = 8;
    private static final int BYTES = 16;
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final Pattern DIGITS = Pattern.compile("[0-9A-Fa-f]{32}");
    private static final Pattern QUAD_AT_END =
            Pattern.compile("(.*:)(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private V6Addresses() {}

    /**
     * {@return sixteen bytes in network order}
     *
     * @param element holds an address, with an IPv4 address at its end or not, or 32 digits
     */
    static Bytes read(Element element) {
        String text = Leaves.text(element);
        if (DIGITS.matcher(text).matches()) {
            return Bytes.ofHex(text);
        }
        Bytes address = parse(text);
        if (address == null) {
            throw Leaves.wrong(element, "IPv6 address");
        }
        return address;
    }

    private static @Nullable Bytes parse(String text) {
        Matcher quad = QUAD_AT_END.matcher(text);
        String all = text;
        if (quad.matches()) {
            int[] parts = new int[4];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = Integer.parseInt(quad.group(i + 2));
                if (parts[i] > 0xFF) {
                    return null;
                }
            }
            all =
                    "%s%x:%x"
                            .formatted(
                                    quad.group(1),
                                    parts[0] << 8 | parts[1],
                                    parts[2] << 8 | parts[3]);
        }
        int gap = all.indexOf("::");
        List<Integer> before = groups(gap < 0 ? all : all.substring(0, gap));
        List<Integer> after = gap < 0 ? List.of() : groups(all.substring(gap + 2));
        if (before == null || after == null) {
            return null;
        }
        int missing = GROUPS - before.size() - after.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        byte[] bytes = new byte[BYTES];
        put(bytes, 0, before);
        put(bytes, GROUPS - after.size(), after);
        return Bytes.of(bytes);
    }

    private static @Nullable List<Integer> groups(String text) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        for (String group : text.split(":", -1)) {
            if (!GROUP.matcher(group).matches()) {
                return null;
            }
            groups.add(Integer.parseInt(group, 16));
        }
        return groups;
    }

    private static void put(byte[] bytes, int first, List<Integer> groups) {
        for (int i = 0; i < groups.size(); i++) {
            bytes[2 * (first + i)] = (byte) (groups.get(i) >> 8);
            bytes[2 * (first + i) + 1] = (byte) (int) groups.get(i);
        }
    }

    /**
     * {@return the address as text: lower case, no leading zeros, the longest run of zeros left
     * out}
     *
     * @param address sixteen bytes in network order
     */
    static String write(Bytes address) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (address.get(2 * i) & 0xFF) << 8 | (address.get(2 * i + 1) & 0xFF);
        }
        int gap = -1;
        int gapLength = 1; // a single group of zeros is not left out
        for (int i = 0; i < GROUPS; i++) {
            int end = i;
            while (end < GROUPS && groups[end] == 0) {
                end++;
            }
            if (end - i > gapLength) {
                gap = i;
                gapLength = end - i;
            }
        }
        return gap < 0
                ? join(groups, 0, GROUPS)
                : join(groups, 0, gap) + "::" + join(groups, gap + gapLength, GROUPS);
    }

    private static String join(int[] groups, int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
