package io.github.wfp4j.generator.plan;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.CMember.CField;
import io.github.wfp4j.generator.ir.CStruct;
import io.github.wfp4j.generator.ir.CType;
import io.github.wfp4j.generator.ir.CType.Array;
import io.github.wfp4j.generator.ir.CType.Inline;
import io.github.wfp4j.generator.ir.CType.Named;
import io.github.wfp4j.generator.ir.CType.Pointer;
import io.github.wfp4j.generator.rules.Row;
import io.github.wfp4j.generator.rules.Rules;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides the shape of one member. */
final class ShapePlanner {
    private static final Set<String> GUIDS = Set.of("GUID", "IPSEC_CRYPTO_MODULE_ID");
    private static final Set<String> SIGNED =
            Set.of("INT8", "INT16", "INT32", "INT64", "LONG", "int", "short", "long", "LONGLONG");
    private static final Set<String> UNSIGNED =
            Set.of(
                    "UINT8",
                    "UINT16",
                    "UINT32",
                    "UINT64",
                    "BYTE",
                    "UCHAR",
                    "USHORT",
                    "WORD",
                    "ULONG",
                    "DWORD",
                    "ULONG_PTR",
                    "unsigned short",
                    "unsigned long",
                    "unsigned int",
                    "unsigned char");
    private static final Set<String> BOOLS = Set.of("BOOL", "WINBOOL");

    private final Rules rules;
    private final Problems problems;
    private final ConstantPlanner constants;
    private final Map<String, StructRef> structs;

    ShapePlanner(
            Rules rules,
            Problems problems,
            ConstantPlanner constants,
            Map<String, StructRef> structs) {
        this.rules = rules;
        this.problems = problems;
        this.constants = constants;
        this.structs = structs;
    }

    /**
     * {@return the shape of a member, or nothing if it was reported as a problem}
     *
     * @param struct the struct
     * @param path what stands before the member's name in the tables: empty, or the name of an
     *     inline struct and a dot
     * @param field the member
     * @param counts finds the member that counts an array, by the name in the tables
     */
    Optional<Shape> shape(CStruct struct, String path, CField field, Counts counts) {
        String name = path + field.name();
        return switch (resolved(field.type())) {
            case Named(String type) -> named(struct, name, type, field);
            case Pointer(CType target) -> pointer(struct, name, target, counts);
            case Array(CType element, long length) -> array(struct, name, element, (int) length);
            case Inline _ -> unknown(struct, name, "a struct declared in place outside of a union");
        };
    }

    /** {@return the type behind a typedef of a number or a pointer} */
    private CType resolved(CType type) {
        return switch (type) {
            case Named(String name) ->
                    rules.plainTypedefs
                            .find(name)
                            .map(row -> row.get("type"))
                            .map(ShapePlanner::parsed)
                            .orElse(type);
            case Array(CType element, long length) -> new Array(resolved(element), length);
            default -> type;
        };
    }

    private static CType parsed(String text) {
        return text.endsWith("*")
                ? new Pointer(parsed(text.substring(0, text.length() - 1)))
                : new Named(text);
    }

    /** Finds counting members. */
    interface Counts {
        /** {@return the counting member with the given name in the tables} */
        Optional<Count> find(String name);
    }

    private Optional<Shape> named(CStruct struct, String name, String type, CField field) {
        int bits = (int) field.size() * 8;
        if (GUIDS.contains(type)) {
            return Optional.of(new Shape.GuidValue(key(struct.name(), name, struct.position())));
        }
        StructRef ref = structs.get(type);
        if (ref != null) {
            return Optional.of(new Shape.StructValue(ref));
        }
        EnumPlan asEnum = constants.enums.get(type);
        if (asEnum != null) {
            return Optional.of(new Shape.EnumValue(asEnum, bits));
        }
        if (BOOLS.contains(type)) {
            return Optional.of(new Shape.Bool());
        }
        boolean opaque =
                rules.pointers
                        .find(struct.name(), name)
                        .filter(row -> row.get("kind").equals("opaque"))
                        .isPresent();
        if (opaque) {
            return Optional.of(new Shape.Address());
        }
        return number(type, bits)
                .map(plain -> typed(struct.name(), name, plain, bits))
                .or(() -> unknown(struct, name, "type " + type));
    }

    private static Optional<Shape> number(String type, int bits) {
        if (type.equals("float") || type.equals("double")) {
            return Optional.of(new Shape.Floating(bits));
        }
        if (UNSIGNED.contains(type) || SIGNED.contains(type)) {
            return Optional.of(new Shape.Whole(bits, SIGNED.contains(type)));
        }
        return Optional.empty();
    }

    private Shape typed(String struct, String name, Shape plain, int bits) {
        Optional<Row> row = rules.typedInts.find(struct, name);
        if (row.isEmpty()) {
            return plain;
        }
        String group = row.get().get("enum_or_flagset_name");
        if (group.equals("BOOL")) {
            return new Shape.Bool();
        }
        EnumPlan asEnum = constants.enums.get(group);
        if (asEnum != null) {
            return new Shape.EnumValue(asEnum, bits);
        }
        FlagsPlan asFlags = constants.flags.get(group);
        return asFlags == null ? plain : new Shape.FlagsValue(asFlags, bits);
    }

    private Optional<Shape> pointer(CStruct struct, String name, CType target, Counts counts) {
        Optional<Row> found = rules.pointers.find(struct.name(), name);
        if (found.isEmpty()) {
            return report(
                    struct,
                    "unruled-pointer",
                    "%s.%s: is a pointer to %s without a row in pointers.csv",
                    struct.name(),
                    name,
                    target);
        }
        Row row = found.get();
        String pointee = row.get("pointee");
        return switch (row.get("kind")) {
            case "single" -> single(struct, name, pointee);
            case "security_descriptor" -> single(struct, name, pointee);
            case "sid" -> Optional.of(new Shape.SidPointer());
            case "string" -> Optional.of(new Shape.Text());
            case "opaque" -> Optional.of(new Shape.Address());
            case "counted_array" -> {
                Optional<Count> count = counts.find(row.get("count_field"));
                if (count.isEmpty()) {
                    yield report(
                            struct,
                            "unbound-count",
                            "%s.%s: is counted by %s, which is no member",
                            struct.name(),
                            name,
                            row.get("count_field"));
                }
                yield counted(struct, name, pointee, count.get());
            }
            default -> unknown(struct, name, "pointer kind " + row.get("kind"));
        };
    }

    private Optional<Shape> single(CStruct struct, String name, String pointee) {
        if (GUIDS.contains(pointee)) {
            return Optional.of(new Shape.GuidPointer(key(struct.name(), name, struct.position())));
        }
        StructRef ref = structs.get(pointee);
        if (ref != null) {
            return Optional.of(new Shape.StructPointer(ref));
        }
        int bits = pointee.endsWith("64") || pointee.equals("double") ? 64 : 32;
        return number(pointee, bits)
                .map(number -> (Shape) new Shape.NumberPointer(number))
                .or(() -> unknown(struct, name, "pointer to " + pointee));
    }

    private Optional<Shape> counted(CStruct struct, String name, String pointee, Count count) {
        if (GUIDS.contains(pointee)) {
            return Optional.of(
                    new Shape.CountedGuids(key(struct.name(), name, struct.position()), count));
        }
        StructRef ref = structs.get(pointee);
        if (ref != null) {
            return Optional.of(new Shape.CountedStructs(ref, count));
        }
        return switch (pointee) {
            case "UINT8" -> Optional.of(new Shape.CountedBytes(count));
            case "UINT16" -> Optional.of(new Shape.CountedNumbers(16, count));
            case "UINT32" -> Optional.of(new Shape.CountedNumbers(32, count));
            case "UINT64" -> Optional.of(new Shape.CountedNumbers(64, count));
            case "unsigned short" -> Optional.of(new Shape.CountedText(count));
            case "wchar_t*" -> Optional.of(new Shape.CountedTexts(true, count));
            case "char*" -> Optional.of(new Shape.CountedTexts(false, count));
            default -> unknown(struct, name, "counted array of " + pointee);
        };
    }

    private Optional<Shape> array(CStruct struct, String name, CType element, int length) {
        Optional<Row> row = rules.arrays.find(struct.name(), name);
        if (row.isEmpty()) {
            return report(
                    struct,
                    "unruled-array",
                    "%s.%s: is an array of %s without a row in arrays.csv",
                    struct.name(),
                    name,
                    length);
        }
        if (row.get().number("length") != length) {
            return report(
                    struct,
                    "array-differs",
                    "%s.%s: has %s elements, but %s in %s",
                    struct.name(),
                    name,
                    length,
                    row.get().get("length"),
                    row.get().position());
        }
        return switch (element.toString()) {
            case "UINT8", "UCHAR", "BYTE" -> Optional.of(new Shape.FixedBytes(length));
            case "UINT32", "DWORD" -> Optional.of(new Shape.FixedNumbers(32, length));
            case "UINT64", "ULONG_PTR" -> Optional.of(new Shape.FixedNumbers(64, length));
            default -> unknown(struct, name, "array of " + element);
        };
    }

    /** {@return the type of key behind a GUID} */
    JavaType key(String owner, String member, Position position) {
        return rules.keyKinds
                .find(owner, member)
                .map(row -> JavaType.of("types", row.get("key_kind")))
                .orElseGet(() -> {
                    problems.add(
                            position,
                            "unruled-key",
                            "%s.%s: is a GUID without a row in key-kinds.csv",
                            owner,
                            member);
                    return JavaType.of("types", "Guid");
                });
    }

    private Optional<Shape> unknown(CStruct struct, String name, String what) {
        return report(
                struct, "unknown-type", "%s.%s: is not understood: %s", struct.name(), name, what);
    }

    private Optional<Shape> report(CStruct struct, String id, String format, Object... arguments) {
        problems.add(struct.position(), id, format, arguments);
        return Optional.empty();
    }
}
