package io.github.wfp4j.headers;

import io.github.wfp4j.headers.CField.CPointer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes a program in C that prints structs, member by member, as {@link RecordText} does.
 *
 * <p>The members are read as the headers declare them; the tables only say which member a tag
 * selects, and what a pointer points to. Every pointer is checked before it is followed: it must
 * lie within the block and be aligned. What the program finds wrong it prints with an exclamation
 * mark, which no record's text has.
 */
final class CSource {
    private static final String START =
            """
            #include <stddef.h>
            #include <winsock2.h>
            #include <windows.h>
            #include "wfp4j.h"

            #define EXPORT __attribute__((sysv_abi, visibility("default")))

            static const unsigned char *first;
            static const unsigned char *last;
            static char *page;
            static UINT64 room;
            static UINT64 used;

            static void put(char it) {
                if (used < room) {
                    page[used] = it;
                }
                used++;
            }

            static void put_text(const char *text) {
                while (*text != 0) {
                    put(*text++);
                }
            }

            static void put_byte(unsigned char it) {
                put("0123456789abcdef"[it >> 4]);
                put("0123456789abcdef"[it & 15]);
            }

            static void put_bytes(const void *bytes, UINT64 count) {
                for (UINT64 i = 0; i < count; i++) {
                    put_byte(((const unsigned char *) bytes)[i]);
                }
            }

            static void put_number(const void *number, UINT64 size) {
                for (UINT64 i = size; i > 0; i--) {
                    put_byte(((const unsigned char *) number)[i - 1]);
                }
            }

            static void check_zero(const void *bytes, UINT64 count) {
                for (UINT64 i = 0; i < count; i++) {
                    if (((const unsigned char *) bytes)[i] != 0) {
                        put_text("!not zero");
                        return;
                    }
                }
            }

            static int is_within(const void *pointer, UINT64 size, UINT64 alignment) {
                UINT64 start = (UINT64) pointer;
                if (start % alignment != 0) {
                    put_text("!misaligned");
                    return 0;
                }
                if (start < (UINT64) first || start > (UINT64) last || size > (UINT64) last - start) {
                    put_text("!outside");
                    return 0;
                }
                return 1;
            }

            static int may_follow(const void *pointer, UINT64 size, UINT64 alignment) {
                if (pointer == NULL) {
                    put_text("null");
                    return 0;
                }
                return is_within(pointer, size, alignment);
            }

            static void put_wide(const wchar_t *text) {
                if (!may_follow(text, 2, 2)) {
                    return;
                }
                put('"');
                for (; is_within(text, 2, 2) && *text != 0; text++) {
                    put_number(text, 2);
                }
                put('"');
            }

            static void put_narrow(const char *text) {
                if (!may_follow(text, 1, 1)) {
                    return;
                }
                put('"');
                for (; is_within(text, 1, 1) && *text != 0; text++) {
                    put_number(text, 1);
                }
                put('"');
            }

            static void put_sid(const SID *sid) {
                if (may_follow(sid, 8, 4) && is_within(sid, 8 + 4 * (UINT64) sid->SubAuthorityCount, 4)) {
                    put_bytes(sid, 8 + 4 * (UINT64) sid->SubAuthorityCount);
                }
            }

            """;

    /** These have no members of their own in a record. */
    private static final Set<String> GUIDS = Set.of("GUID", "IPSEC_CRYPTO_MODULE_ID");

    private static final Set<String> BYTES = Set.of("UINT8", "BYTE", "unsigned char");

    private static final Map<String, String> TEXTS =
            Map.of("wchar_t*", "put_wide", "char*", "put_narrow");

    private final StringBuilder out = new StringBuilder(START);
    private final Set<String> written = new LinkedHashSet<>();

    /** {@return the program, which has a function {@code read_NAME} for each of the structs} */
    static String of(Set<String> roots) {
        CSource source = new CSource();
        for (String root : roots) {
            source.struct(root);
            source.function(root);
        }
        return source.out.toString();
    }

    static boolean isGuid(String type) {
        return GUIDS.contains(type);
    }

    static boolean isByte(String type) {
        return BYTES.contains(type);
    }

    private void function(String name) {
        line(
                "EXPORT UINT64 read_%s(const %s *it, UINT64 size, char *text, UINT64 most) {",
                name, name);
        line("    first = (const unsigned char *) it;");
        line("    last = first + size;");
        line("    page = text;");
        line("    room = most;");
        line("    used = 0;");
        line("    if (is_within(it, sizeof *it, _Alignof(%s))) {", name);
        line("        put_%s(it);", name);
        line("    }");
        line("    return used;");
        line("}");
        line("");
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation is no dependency of this module
    private void line(String format, Object... arguments) {
        out.append(format.formatted(arguments)).append('\n');
    }

    private void struct(String name) {
        if (!written.add(name)) {
            return;
        }
        CStruct struct = CStruct.of(name);
        struct.fields().forEach(this::needed);
        line("_Static_assert(sizeof(%s) == %d, \"size\");", name, struct.size());
        line("_Static_assert(_Alignof(%s) == %d, \"alignment\");", name, struct.alignment());
        for (CField field : struct.fields()) {
            line(
                    "_Static_assert(offsetof(%s, %s) == %d, \"offset\");",
                    name, field.name(), field.offset());
            line(
                    "_Static_assert(sizeof(((%s *) 0)->%s) == %d, \"size\");",
                    name, field.name(), field.size());
        }
        line("static void put_%s(const %s *it) {", name, name);
        line("    put('{');");
        Set<Integer> unions = new LinkedHashSet<>();
        for (CField field : struct.fields()) {
            if (field.isReserved()) {
                line("    check_zero(&it->%s, sizeof it->%s);", field.name(), field.name());
            } else if (field.union() == 0 && !field.name().contains(".")) {
                member(struct, field);
            } else if (field.union() != 0 && unions.add(field.union())) {
                union(struct, field.union());
            }
        }
        line("    put('}');");
        line("}");
        line("");
    }

    private void needed(CField field) {
        CPointer pointer = field.pointer();
        String type = pointer == null ? field.elementType() : pointer.pointee();
        if (isStruct(type)) {
            struct(type);
        }
    }

    private static boolean isStruct(String type) {
        return CStruct.all().containsKey(type) && !isGuid(type) && !type.equals("SID");
    }

    private void union(CStruct struct, int union) {
        List<CCase> cases = struct.cases(union);
        CCase any = cases.getFirst();
        line(
                "    switch ((UINT32) it->%s%s) {",
                any.tag(), any.mask().isEmpty() ? "" : " & " + any.mask());
        for (String value : cases.stream().map(CCase::value).distinct().toList()) {
            line(value.equals("default") ? "    default:" : "    case " + value + ":");
            struct.selected(union, value).forEach(it -> member(struct, it));
            line("        break;");
        }
        if (cases.stream().noneMatch(it -> it.value().equals("default"))) {
            line("    default:");
            line("        put_text(\"!tag\");");
        }
        line("    }");
    }

    private void member(CStruct struct, CField field) {
        if (field.type().equals("anon_structure")) {
            struct.fields().stream()
                    .filter(it -> it.name().startsWith(field.name() + "."))
                    .forEach(it -> member(struct, it));
            return;
        }
        line("    put_text(\"%s=\");", field.name());
        CPointer pointer = field.pointer();
        String place = "it->" + field.name();
        if (pointer != null) {
            pointer(pointer, place);
        } else if (field.arrayLength() == 0) {
            value(field.type(), place);
        } else if (isByte(field.elementType())) {
            line("    put_bytes(%s, sizeof %s);", place, place);
        } else {
            elements(field.elementType(), place, Integer.toString(field.arrayLength()));
        }
        line("    put(';');");
    }

    private void pointer(CPointer pointer, String place) {
        switch (pointer.kind()) {
            case "string" -> line("    put_wide(%s);", place);
            case "sid" -> line("    put_sid(%s);", place);
            case "single", "security_descriptor" -> {
                line(
                        "    if (may_follow(%s, sizeof *%s, _Alignof(%s))) {",
                        place, place, pointer.pointee());
                value(pointer.pointee(), "(*" + place + ")");
                line("    }");
            }
            case "counted_array" -> {
                String count = "it->" + pointer.count();
                line(
                        "    if (may_follow(%s, sizeof *%s * (UINT64) %s, _Alignof(%s))) {",
                        place, place, count, pointer.pointee());
                if (isByte(pointer.pointee())) {
                    line("    put_bytes(%s, %s);", place, count);
                } else {
                    elements(pointer.pointee(), place, count);
                }
                line("    } else if (%s != 0) {", count);
                line("        put_text(\"!counted\");");
                line("    }");
            }
            default -> throw new AssertionError(pointer);
        }
    }

    private void elements(String type, String place, String count) {
        line("    put('[');");
        line("    for (UINT64 i = 0; i < %s; i++) {", count);
        value(type, place + "[i]");
        line("    put(',');");
        line("    }");
        line("    put(']');");
    }

    private void value(String type, String place) {
        if (TEXTS.containsKey(type)) {
            line("    %s(%s);", TEXTS.get(type), place);
        } else if (isGuid(type)) {
            line("    put_bytes(&%s, sizeof %s);", place, place);
        } else if (isStruct(type)) {
            line("    put_%s(&%s);", type, place);
        } else {
            line("    put_number(&%s, sizeof %s);", place, place);
        }
    }
}
