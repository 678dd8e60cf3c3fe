package io.github.wfp4j.types;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Security descriptors as text, in the security descriptor definition language.
 *
 * <p>Names of accounts of a domain, such as {@code DA}, stand for other SIDs in each domain, and
 * are refused, as are the conditions of conditional entries; all else that Windows writes is
 * understood.
 */
final class Sddl {
    private static final Map<String, String> ACCOUNTS = accounts();
    private static final Map<String, String> NAMES = names();
    private static final Map<String, Integer> RIGHTS = rights();
    private static final Map<String, Integer> SETS_OF_RIGHTS = setsOfRights();
    private static final Map<String, Integer> TYPES = types();
    private static final Map<String, Integer> FLAGS = flags();

    private final String text;
    private int position;

    private Sddl(String text) {
        this.text = text;
    }

    private static Map<String, String> accounts() {
        Map<String, String> map = new LinkedHashMap<>();
        String[] pairs = {
            "AA",
            "5-32-579",
            "AC",
            "15-2-1",
            "AN",
            "5-7",
            "AO",
            "5-32-548",
            "AS",
            "18-1",
            "AU",
            "5-11",
            "BA",
            "5-32-544",
            "BG",
            "5-32-546",
            "BO",
            "5-32-551",
            "BU",
            "5-32-545",
            "CD",
            "5-32-574",
            "CG",
            "3-1",
            "CO",
            "3-0",
            "CY",
            "5-32-569",
            "ED",
            "5-9",
            "ER",
            "5-32-573",
            "HA",
            "5-32-578",
            "HI",
            "16-12288",
            "IS",
            "5-32-568",
            "IU",
            "5-4",
            "LS",
            "5-19",
            "LU",
            "5-32-559",
            "LW",
            "16-4096",
            "ME",
            "16-8192",
            "MP",
            "16-8448",
            "MU",
            "5-32-558",
            "NO",
            "5-32-556",
            "NS",
            "5-20",
            "NU",
            "5-2",
            "OW",
            "3-4",
            "PO",
            "5-32-550",
            "PS",
            "5-10",
            "PU",
            "5-32-547",
            "RC",
            "5-12",
            "RD",
            "5-32-555",
            "RE",
            "5-32-552",
            "RM",
            "5-32-580",
            "RU",
            "5-32-554",
            "SI",
            "16-16384",
            "SO",
            "5-32-549",
            "SS",
            "18-2",
            "SU",
            "5-6",
            "SY",
            "5-18",
            "UD",
            "5-84-0-0-0-0-0",
            "WD",
            "1-0",
            "WR",
            "5-33"
        };
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], "S-1-" + pairs[i + 1]);
        }
        return map;
    }

    private static Map<String, String> names() {
        Map<String, String> map = new LinkedHashMap<>();
        ACCOUNTS.forEach((name, sid) -> map.put(sid, name));
        return map;
    }

    private static Map<String, Integer> rights() {
        Map<String, Integer> map = new LinkedHashMap<>();
        String[] bits = {"CC", "DC", "LC", "SW", "RP", "WP", "DT", "LO", "CR"};
        for (int i = 0; i < bits.length; i++) {
            map.put(bits[i], 1 << i);
        }
        map.put("SD", 0x0001_0000);
        map.put("RC", 0x0002_0000);
        map.put("WD", 0x0004_0000);
        map.put("WO", 0x0008_0000);
        map.put("GA", 0x1000_0000);
        map.put("GX", 0x2000_0000);
        map.put("GW", 0x4000_0000);
        map.put("GR", 0x8000_0000);
        return map;
    }

    /** Rights to files, keys and labels, which are understood and never written. */
    private static Map<String, Integer> setsOfRights() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("FA", 0x001F_01FF);
        map.put("FR", 0x0012_0089);
        map.put("FW", 0x0012_0116);
        map.put("FX", 0x0012_00A0);
        map.put("KA", 0x000F_003F);
        map.put("KR", 0x0002_0019);
        map.put("KW", 0x0002_0006);
        map.put("KX", 0x0002_0019);
        map.put("NW", 1);
        map.put("NR", 2);
        map.put("NX", 4);
        return map;
    }

    private static Map<String, Integer> types() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("A", AccessControlEntry.ALLOW);
        map.put("D", AccessControlEntry.DENY);
        map.put("AU", AccessControlEntry.AUDIT);
        map.put("AL", 3);
        map.put("OA", 5);
        map.put("OD", 6);
        map.put("OU", 7);
        map.put("OL", 8);
        map.put("ML", 17);
        return map;
    }

    private static Map<String, Integer> flags() {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put("OI", AccessControlEntry.OBJECT_INHERIT);
        map.put("CI", AccessControlEntry.CONTAINER_INHERIT);
        map.put("NP", AccessControlEntry.NO_PROPAGATE_INHERIT);
        map.put("IO", AccessControlEntry.INHERIT_ONLY);
        map.put("ID", AccessControlEntry.INHERITED);
        map.put("SA", 0x40);
        map.put("FA", 0x80);
        return map;
    }

    /** {@return the descriptor that a text says} */
    static SecurityDescriptor parse(String text) {
        return new Sddl(text).descriptor();
    }

    private SecurityDescriptor descriptor() {
        Sid owner = null;
        Sid group = null;
        ListText dacl = null;
        AccessControlList sacl = null;
        while (position < text.length()) {
            char part = text.charAt(position);
            if (position + 1 >= text.length() || text.charAt(position + 1) != ':') {
                throw wrong("a part begins with O:, G:, D: or S:");
            }
            position += 2;
            switch (part) {
                case 'O' -> owner = sid(until("GDS"));
                case 'G' -> group = sid(until("ODS"));
                case 'D' -> dacl = list();
                case 'S' -> sacl = list().list();
                default -> {
                    position -= 2;
                    throw wrong("a part begins with O:, G:, D: or S:");
                }
            }
        }
        return new SecurityDescriptor(
                owner,
                group,
                dacl == null ? null : dacl.list(),
                sacl,
                dacl != null && dacl.isProtected(),
                dacl != null && dacl.isInherited());
    }

    /** A list as text has it. */
    private record ListText(
            @Nullable AccessControlList list, boolean isProtected, boolean isInherited) {}

    /** {@return the text before the next part} */
    private String until(String parts) {
        int start = position;
        while (position < text.length()
                && !(position + 1 < text.length()
                        && text.charAt(position + 1) == ':'
                        && parts.indexOf(text.charAt(position)) >= 0)) {
            position++;
        }
        return text.substring(start, position);
    }

    private ListText list() {
        int open = text.indexOf('(', position);
        int colon = text.indexOf(':', position);
        // The next part begins a letter before its colon.
        int end = colon < 0 ? text.length() : colon - 1;
        int flagsEnd = open >= 0 && open < end ? open : end;
        String flags = text.substring(position, flagsEnd);
        boolean isNull = flags.endsWith("NO_ACCESS_CONTROL");
        String control = flags.replace("NO_ACCESS_CONTROL", "");
        boolean inherited = control.contains("AI");
        String rest = control.replace("AI", "").replace("AR", "");
        if (!rest.isEmpty() && !rest.equals("P")) {
            throw wrong("the flags of a list are P, AR and AI");
        }
        position = flagsEnd;
        List<AccessControlEntry> entries = new ArrayList<>();
        while (position < text.length() && text.charAt(position) == '(') {
            entries.add(entry());
        }
        return new ListText(
                isNull ? null : new AccessControlList(entries), rest.equals("P"), inherited);
    }

    private AccessControlEntry entry() {
        int close = text.indexOf(')', position);
        if (close < 0) {
            throw wrong("an entry ends with )");
        }
        String[] fields = text.substring(position + 1, close).split(";", -1);
        if (fields.length != 6) {
            throw wrong(
                    "an entry has the fields type;flags;rights;object;inherited object;account,"
                            + " and conditions are not supported");
        }
        Integer type = TYPES.get(fields[0]);
        if (type == null) {
            throw wrong("the types of entries are " + String.join(", ", TYPES.keySet()));
        }
        AccessControlEntry entry =
                new AccessControlEntry(
                        type,
                        sum(fields[1], FLAGS, "flags of entries"),
                        mask(fields[2]),
                        guid(fields[3]),
                        guid(fields[4]),
                        sid(fields[5]),
                        Bytes.empty());
        position = close + 1;
        return entry;
    }

    private static @Nullable Guid guid(String field) {
        return field.isEmpty() ? null : Guid.of(field);
    }

    private int mask(String field) {
        if (!field.isEmpty() && Character.isDigit(field.charAt(0))) {
            try {
                return (int) Unsigned.requireUint32(Long.decode(field), "rights");
            } catch (IllegalArgumentException e) {
                throw wrong("rights are a number of 32 bits: " + field);
            }
        }
        Map<String, Integer> all = new LinkedHashMap<>(RIGHTS);
        all.putAll(SETS_OF_RIGHTS);
        return sum(field, all, "rights");
    }

    private int sum(String field, Map<String, Integer> values, String name) {
        int sum = 0;
        for (int i = 0; i < field.length(); i += 2) {
            Integer value = values.get(field.substring(i, Math.min(i + 2, field.length())));
            if (value == null) {
                throw wrong(
                        "\"%s\" are no %s; these are %s"
                                .formatted(field, name, String.join(", ", values.keySet())));
            }
            sum |= value;
        }
        return sum;
    }

    private Sid sid(String field) {
        String name = field.strip();
        String known = ACCOUNTS.get(name.toUpperCase(Locale.ROOT));
        if (known == null && !name.regionMatches(true, 0, "S-", 0, 2)) {
            throw wrong(
                    "\""
                            + name
                            + "\" is no account that is the same everywhere; give its SID,"
                            + " S-1-...");
        }
        return Sid.of(known == null ? name : known);
    }

    private IllegalArgumentException wrong(String rule) {
        return new IllegalArgumentException(
                "at character %d of \"%s\": %s".formatted(position + 1, text, rule));
    }

    /** {@return the text that Windows writes for a descriptor} */
    static String format(SecurityDescriptor descriptor) {
        StringBuilder out = new StringBuilder();
        if (descriptor.owner() != null) {
            out.append("O:").append(name(descriptor.owner()));
        }
        if (descriptor.group() != null) {
            out.append("G:").append(name(descriptor.group()));
        }
        if (descriptor.dacl() != null || descriptor.daclProtected()) {
            out.append("D:").append(descriptor.daclProtected() ? "P" : "");
            out.append(descriptor.daclInherited() ? "AI" : "");
            append(descriptor.dacl(), out);
        }
        if (descriptor.sacl() != null) {
            out.append("S:");
            append(descriptor.sacl(), out);
        }
        return out.toString();
    }

    private static void append(@Nullable AccessControlList list, StringBuilder out) {
        if (list == null) {
            out.append("NO_ACCESS_CONTROL");
            return;
        }
        for (AccessControlEntry entry : list.entries()) {
            out.append('(').append(typeName(entry)).append(';');
            FLAGS.forEach((name, bit) -> out.append((entry.flags() & bit) == 0 ? "" : name));
            out.append(';').append(maskText(entry.mask())).append(';');
            out.append(Objects.toString(entry.objectType(), "")).append(';');
            out.append(Objects.toString(entry.inheritedObjectType(), "")).append(';');
            out.append(name(entry.sid())).append(')');
        }
    }

    private static String typeName(AccessControlEntry entry) {
        for (Map.Entry<String, Integer> it : TYPES.entrySet()) {
            if (it.getValue() == entry.type() && entry.applicationData().isEmpty()) {
                return it.getKey();
            }
        }
        throw new IllegalArgumentException(
                "entries of type "
                        + entry.type()
                        + " have no text here; toBytes() gives them in binary form");
    }

    private static String maskText(int mask) {
        StringBuilder names = new StringBuilder();
        int rest = mask;
        for (Map.Entry<String, Integer> right : RIGHTS.entrySet()) {
            if ((mask & right.getValue()) != 0) {
                names.append(right.getKey());
                rest &= ~right.getValue();
            }
        }
        return rest == 0 ? names.toString() : "0x%x".formatted(mask);
    }

    private static String name(Sid sid) {
        String text = sid.toString();
        return NAMES.getOrDefault(text, text);
    }
}
