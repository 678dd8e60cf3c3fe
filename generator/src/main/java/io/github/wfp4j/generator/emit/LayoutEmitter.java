package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.ir.CMember;
import io.github.wfp4j.generator.ir.CMember.CField;
import io.github.wfp4j.generator.ir.CMember.CGroup;
import io.github.wfp4j.generator.ir.CMember.CUnion;
import io.github.wfp4j.generator.ir.CType;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.StructRef;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Emits a struct's layout with the C names, and the offset of each member as a literal. */
final class LayoutEmitter {
    private final StructPlan plan;
    private final Map<String, StructRef> structs;

    LayoutEmitter(StructPlan plan, Map<String, StructRef> structs) {
        this.plan = plan;
        this.structs = structs;
    }

    void addTo(TypeSpec.Builder builder) {
        builder.addField(literal("BYTE_SIZE", plan.c().size(), "The size in bytes."));
        builder.addField(
                literal("BYTE_ALIGNMENT", plan.c().alignment(), "The alignment in bytes."));
        addOffsets(builder, plan.c().members(), "");
        builder.addMethod(
                MethodSpec.methodBuilder("layout")
                        .addModifiers(PUBLIC, STATIC)
                        .returns(JavaTypes.STRUCT_LAYOUT)
                        .addJavadoc(
                                "{@return the layout with the C names; made anew, for checks and"
                                        + " not for access}\n")
                        .addStatement(
                                "return $T.structLayout($L).withName($S)",
                                JavaTypes.MEMORY_LAYOUT,
                                sequence(plan.c().members(), 0, plan.c().size()),
                                plan.cName())
                        .build());
    }

    private void addOffsets(TypeSpec.Builder builder, List<CMember> members, String path) {
        for (CMember member : members) {
            switch (member) {
                case CField field when field.type() instanceof CType.Inline(var inner) ->
                        addOffsets(builder, inner, path + field.name() + ".");
                case CField field ->
                        builder.addField(
                                literal(
                                        Names.constant(path + field.name()),
                                        field.offset(),
                                        "The offset of {@code " + path + field.name() + "}."));
                case CUnion union -> addOffsets(builder, union.members(), path);
                case CGroup group -> addOffsets(builder, group.members(), path);
            }
        }
    }

    private static FieldSpec literal(String name, long value, String text) {
        return FieldSpec.builder(TypeName.LONG, name, PUBLIC, STATIC, FINAL)
                .addJavadoc("$L\n", text)
                .initializer("$L", value)
                .build();
    }

    /** Members one after the other, with padding where the next one starts later. */
    private CodeBlock sequence(List<CMember> members, long start, long end) {
        List<CodeBlock> parts = new ArrayList<>();
        long next = start;
        for (CMember member : members) {
            addPadding(parts, member.offset() - next);
            parts.add(member(member));
            next = member.offset() + size(member);
        }
        addPadding(parts, end - next);
        return CodeBlock.join(parts, ",\n");
    }

    private static void addPadding(List<CodeBlock> parts, long size) {
        if (size > 0) {
            parts.add(CodeBlock.of("$T.paddingLayout($L)", JavaTypes.MEMORY_LAYOUT, size));
        }
    }

    private static long size(CMember member) {
        return switch (member) {
            case CField field -> field.size();
            case CUnion union -> union.size();
            case CGroup group -> {
                CMember last = group.members().getLast();
                yield last.offset() + size(last) - group.offset();
            }
        };
    }

    private CodeBlock member(CMember member) {
        return switch (member) {
            case CField field ->
                    CodeBlock.of("$L.withName($S)", type(field.type(), field), field.name());
            case CUnion union ->
                    CodeBlock.of(
                            "$T.unionLayout($L).withName($S)",
                            JavaTypes.MEMORY_LAYOUT,
                            CodeBlock.join(
                                    union.members().stream().map(this::member).toList(), ",\n"),
                            "$union" + union.index());
            case CGroup group ->
                    CodeBlock.of(
                            "$T.structLayout($L).withName($S)",
                            JavaTypes.MEMORY_LAYOUT,
                            sequence(group.members(), group.offset(), group.offset() + size(group)),
                            "$group");
        };
    }

    private CodeBlock type(CType type, CField field) {
        return switch (type) {
            case CType.Pointer _ -> CodeBlock.of("$T.ADDRESS", JavaTypes.VALUE_LAYOUT);
            case CType.Inline(var members) ->
                    CodeBlock.of(
                            "$T.structLayout($L)",
                            JavaTypes.MEMORY_LAYOUT,
                            sequence(members, field.offset(), field.offset() + field.size()));
            case CType.Array(CType element, long length) ->
                    CodeBlock.of(
                            "$T.sequenceLayout($L, $L)",
                            JavaTypes.MEMORY_LAYOUT,
                            length,
                            named(element.toString(), field.size() / length));
            case CType.Named(String name) -> named(name, field.size());
        };
    }

    private CodeBlock named(String name, long size) {
        StructRef struct = structs.get(name.equals("IPSEC_CRYPTO_MODULE_ID") ? "GUID" : name);
        if (struct != null) {
            return CodeBlock.of("$T.layout()", JavaTypes.codec(struct));
        }
        String constant =
                switch (name) {
                    case "float" -> "JAVA_FLOAT";
                    case "double" -> "JAVA_DOUBLE";
                    default ->
                            switch ((int) size) {
                                case 1 -> "JAVA_BYTE";
                                case 2 -> "JAVA_SHORT";
                                case 4 -> "JAVA_INT";
                                default ->
                                        name.startsWith("P") || name.startsWith("LP")
                                                ? "ADDRESS"
                                                : "JAVA_LONG";
                            };
                };
        return CodeBlock.of("$T.$L", JavaTypes.VALUE_LAYOUT, constant);
    }
}
