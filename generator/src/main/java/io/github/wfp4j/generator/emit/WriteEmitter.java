package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.Count;
import io.github.wfp4j.generator.plan.JavaType;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.StructRef;
import io.github.wfp4j.generator.plan.UnionPlan;

import java.util.List;

/** Emits the methods that write a record to memory. */
final class WriteEmitter {
    private final StructPlan plan;
    private final TypeSpec.Builder codec;
    private final ClassName type;

    WriteEmitter(StructPlan plan, TypeSpec.Builder codec) {
        this.plan = plan;
        this.codec = codec;
        this.type = JavaTypes.of(plan.ref().type());
    }

    void add() {
        codec.addMethod(
                MethodSpec.methodBuilder("encode")
                        .addModifiers(PUBLIC, STATIC)
                        .returns(JavaTypes.SEGMENT)
                        .addParameter(type, "value")
                        .addParameter(JavaTypes.ALLOCATOR, "allocator")
                        .addJavadoc(
                                """
                                {@return the struct, at the start of one block with \
                                everything that it points to}

                                @param value the value
                                @param allocator where the block comes from; it need not \
                                zero it
                                """)
                        .addStatement(
                                "$T room = $T.unmeasured(allocator)",
                                JavaTypes.SLAB,
                                JavaTypes.SLAB)
                        .beginControlFlow("if (room != null)")
                        .beginControlFlow("try")
                        .addStatement("write(value, room, room.reserve(BYTE_SIZE))")
                        .addStatement("return room.memory()")
                        .nextControlFlow("catch ($T.FullException _)", JavaTypes.SLAB)
                        .addComment("then it is measured")
                        .endControlFlow()
                        .endControlFlow()
                        .addStatement(
                                "$T out = $T.allocate($T.align(BYTE_SIZE) + extent(value),"
                                        + " allocator)",
                                JavaTypes.SLAB,
                                JavaTypes.SLAB,
                                JavaTypes.SLAB)
                        .addStatement("write(value, out, out.reserve(BYTE_SIZE))")
                        .addStatement("return out.memory()")
                        .build());
        CodeBlock.Builder body = CodeBlock.builder();
        if (plan.sealedAs().isPresent()) {
            body.addStatement("writeUnion(value, out, offset)");
            codec.addMethod(union("writeUnion", plan.sealedAs().get()));
        } else {
            for (Component component : plan.components()) {
                body.add(statements(component, CodeBlock.of("value.$N()", component.name()), ""));
            }
        }
        codec.addMethod(
                method("write", type)
                        .addModifiers(PUBLIC)
                        .addJavadoc("Writes the struct to zeroed memory, at an offset of a slab.\n")
                        .addCode(body.build())
                        .build());
    }

    private static MethodSpec.Builder method(String name, TypeName value) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(STATIC)
                .addParameter(value, "value")
                .addParameter(JavaTypes.SLAB, "out")
                .addParameter(TypeName.LONG, "offset");
    }

    private static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }

    /**
     * {@return the statements that write one component}
     *
     * @param value the expression for it
     * @param prefix what helper methods begin with, where two cases have components of one name
     */
    private CodeBlock statements(Component component, CodeBlock value, String prefix) {
        CodeBlock at = ReadEmitter.at(component.member());
        return switch (component.shape()) {
            case Shape.Whole(int bits, boolean _) -> put(bits, at, value);
            case Shape.Floating(int bits) ->
                    statement("out.put$L($L, $L)", bits == 32 ? "Float" : "Double", at, value);
            case Shape.Bool _ -> statement("out.putInt($L, $L ? 1 : 0)", at, value);
            case Shape.EnumValue it -> put(it.bits(), at, CodeBlock.of("$L.value()", value));
            case Shape.FlagsValue it -> put(it.bits(), at, CodeBlock.of("$L.bits()", value));
            case Shape.GuidValue it -> statement("out.putGuid($L, $L)", at, bare(it.key(), value));
            case Shape.GuidPointer it -> guidPointer(component, it, at, value, prefix);
            case Shape.StructValue(StructRef it) ->
                    statement("$T.write($L, out, $L)", JavaTypes.codec(it), value, at);
            case Shape.StructPointer(StructRef it) -> pointer(component, it, at, value, prefix);
            case Shape.Text _ -> statement("out.putText($L, $L)", at, value);
            case Shape.CountedText(Count count) ->
                    counted(count, CodeBlock.of("$L", textLength(component, value))).toBuilder()
                            .addStatement("out.putCountedText($L, $L)", at, value)
                            .build();
            case Shape.SidPointer _ -> statement("out.putSid($L, $L)", at, value);
            case Shape.FixedBytes _ -> statement("out.putBytes($L, $L)", at, value);
            case Shape.FixedNumbers(int bits, int _) ->
                    statement("out.put$L($L, $L)", plural(bits), at, value);
            case Shape.CountedBytes(Count count) ->
                    counted(count, CodeBlock.of("$L.length()", value)).toBuilder()
                            .addStatement("out.putBytesPointer($L, $L)", at, value)
                            .build();
            case Shape.CountedNumbers(int bits, Count count) ->
                    counted(count, CodeBlock.of("$L.size()", value)).toBuilder()
                            .addStatement(
                                    "out.put$L(out.putArray($L, $L.size(), $L), $L)",
                                    plural(bits),
                                    at,
                                    value,
                                    bits / 8,
                                    value)
                            .build();
            case Shape.CountedGuids(JavaType key, Count count) ->
                    array(
                            component,
                            count,
                            value,
                            JavaTypes.of(key),
                            16,
                            statement("out.putGuid(array, $L)", bare(key, CodeBlock.of("element"))),
                            prefix);
            case Shape.CountedStructs(StructRef it, Count count) ->
                    array(
                            component,
                            count,
                            value,
                            JavaTypes.of(it.type()),
                            it.size(),
                            statement("$T.write(element, out, array)", JavaTypes.codec(it)),
                            prefix);
            case Shape.CountedTexts(boolean wide, Count count) ->
                    counted(count, CodeBlock.of("$L.size()", value)).toBuilder()
                            .addStatement(
                                    "out.$L($L, $L)",
                                    wide ? "putTexts" : "putNarrowTexts",
                                    at,
                                    value)
                            .build();
            case Shape.NumberPointer(Shape number) -> numberPointer(number, at, value);
            case Shape.Address _ -> statement("out.putLong($L, $L)", at, value);
            case Shape.UnionValue(UnionPlan union) -> {
                String name = "write" + Names.upperFirst(component.name()) + "Union";
                codec.addMethod(union(name, union));
                yield statement("$N($L, out, offset)", name, value);
            }
        };
    }

    private static CodeBlock put(int bits, CodeBlock at, CodeBlock value) {
        String name =
                switch (bits) {
                    case 8 -> "Byte";
                    case 16 -> "Short";
                    case 32 -> "Int";
                    default -> "Long";
                };
        return statement("out.put$L($L, $L)", name, at, value);
    }

    private static String plural(int bits) {
        return Names.upperFirst(ReadEmitter.plural(bits));
    }

    private static CodeBlock bare(JavaType key, CodeBlock value) {
        return JavaTypes.isGuid(key) ? value : CodeBlock.of("$L.guid()", value);
    }

    private static CodeBlock counted(Count count, CodeBlock size) {
        return put(count.bits(), ReadEmitter.at(count.member()), size);
    }

    private static CodeBlock textLength(Component component, CodeBlock value) {
        return component.nullable()
                ? CodeBlock.of("$T.countedTextLength($L)", JavaTypes.SLAB, value)
                : CodeBlock.of("$L.length()", value);
    }

    private CodeBlock guidPointer(
            Component component,
            Shape.GuidPointer it,
            CodeBlock at,
            CodeBlock value,
            String prefix) {
        if (!component.nullable() || JavaTypes.isGuid(it.key())) {
            return statement(
                    "out.putGuidPointer($L, $L)",
                    at,
                    component.nullable() ? value : bare(it.key(), value));
        }
        String name = prefix + "write" + Names.upperFirst(component.name());
        codec.addMethod(
                method(name, JavaTypes.of(component))
                        .addModifiers(PRIVATE)
                        .addStatement(
                                "out.putGuidPointer($L, value == null ? null : value.guid())", at)
                        .build());
        return statement("$N($L, out, offset)", name, value);
    }

    private CodeBlock pointer(
            Component component, StructRef it, CodeBlock at, CodeBlock value, String prefix) {
        String name = prefix + "write" + Names.upperFirst(component.name());
        CodeBlock.Builder body = CodeBlock.builder();
        if (component.nullable()) {
            body.beginControlFlow("if (value == null)").addStatement("return").endControlFlow();
        }
        body.addStatement("long place = out.reserve($T.BYTE_SIZE)", JavaTypes.codec(it))
                .addStatement("out.putPointer($L, place)", at)
                .addStatement("$T.write(value, out, place)", JavaTypes.codec(it));
        codec.addMethod(
                method(name, JavaTypes.of(component))
                        .addModifiers(PRIVATE)
                        .addCode(body.build())
                        .build());
        return statement("$N($L, out, offset)", name, value);
    }

    private CodeBlock array(
            Component component,
            Count count,
            CodeBlock value,
            TypeName element,
            long size,
            CodeBlock write,
            String prefix) {
        String name = prefix + "write" + Names.upperFirst(component.name());
        codec.addMethod(
                method(name, JavaTypes.of(component))
                        .addModifiers(PRIVATE)
                        .addCode(counted(count, CodeBlock.of("value.size()")))
                        .addStatement(
                                "long array = out.putArray($L, value.size(), $L)",
                                ReadEmitter.at(component.member()),
                                size)
                        .beginControlFlow("for ($T element : value)", element)
                        .addCode(write)
                        .addStatement("array += $L", size)
                        .endControlFlow()
                        .build());
        return statement("$N($L, out, offset)", name, value);
    }

    private static CodeBlock numberPointer(Shape number, CodeBlock at, CodeBlock value) {
        return CodeBlock.builder()
                .addStatement("long place = out.reserve(8)")
                .addStatement(
                        "out.put$L(place, $L)",
                        number instanceof Shape.Floating ? "Double" : "Long",
                        value)
                .addStatement("out.putPointer($L, place)", at)
                .build();
    }

    private MethodSpec union(String name, UnionPlan union) {
        ClassName unionType = JavaTypes.of(union.type());
        CodeBlock.Builder body = CodeBlock.builder().add("switch (value) {\n").indent();
        List<UnionPlan.Case> cases = union.cases();
        for (UnionPlan.Case it : cases) {
            boolean unused = it.components().isEmpty() && !it.holdsTag();
            body.add("case $T $L -> {\n", unionType.nestedClass(it.name()), unused ? "_" : "it");
            body.indent();
            if (!union.masked()) {
                CodeBlock tag =
                        it.holdsTag()
                                ? CodeBlock.of("it.$N().value()", union.tag().name())
                                : CodeBlock.of("$L", it.values().getFirst().number());
                body.add(put(union.tag().bits(), ReadEmitter.at(union.tag().member()), tag));
            }
            for (Component component : it.components()) {
                boolean shared =
                        cases.stream()
                                        .flatMap(other -> other.components().stream())
                                        .filter(other -> other.name().equals(component.name()))
                                        .count()
                                > 1;
                String prefix =
                        shared
                                ? Character.toLowerCase(it.name().charAt(0))
                                        + it.name().substring(1)
                                : "";
                body.add(statements(component, CodeBlock.of("it.$N()", component.name()), prefix));
            }
            body.unindent().add("}\n");
        }
        body.unindent().add("}\n");
        return method(name, unionType).addModifiers(PRIVATE).addCode(body.build()).build();
    }
}
