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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Emits the methods that make a record from memory. */
final class ReadEmitter {
    /** Code that follows pointers, or calls what does. */
    private static final Pattern FOLLOWS = Pattern.compile("\\bin[.,]");

    private static final ClassName RECENT_KEYS = JavaTypes.internal("RecentKeys");

    /** The constant of {@code RecentKeys} for each type of key of which a policy has few. */
    private static final Map<String, String> SHARED_KEYS =
            Map.of(
                    "LayerKey", "LAYERS",
                    "ConditionKey", "CONDITIONS",
                    "SublayerKey", "SUBLAYERS",
                    "ProviderKey", "PROVIDERS",
                    "CalloutKey", "CALLOUTS");

    private final StructPlan plan;
    private final TypeSpec.Builder codec;
    private final ClassName type;

    ReadEmitter(StructPlan plan, TypeSpec.Builder codec) {
        this.plan = plan;
        this.codec = codec;
        this.type = JavaTypes.of(plan.ref().type());
    }

    void add() {
        codec.addMethod(
                MethodSpec.methodBuilder("decode")
                        .addModifiers(PUBLIC, STATIC)
                        .returns(type)
                        .addParameter(JavaTypes.SEGMENT, "source")
                        .addJavadoc(
                                """
                                {@return the value of the struct at the start of a \
                                segment}

                                @param source the struct, which may point to other memory
                                @throws $T if the memory holds no such struct
                                """,
                                JavaTypes.DECODING_EXCEPTION)
                        .addStatement("return read($T.DEFAULT, source, 0)", JavaTypes.READER)
                        .build());
        CodeBlock value =
                plan.sealedAs().isPresent()
                        ? union("readUnion", plan.sealedAs().get())
                        : CodeBlock.of("new $T($L)", type, arguments(plan.components()));
        codec.addMethod(
                method("read", type)
                        .addModifiers(PUBLIC)
                        .addJavadoc("{@return the value of the struct at an offset of a segment}\n")
                        .addStatement("return $L", value)
                        .build());
    }

    private static MethodSpec.Builder method(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(STATIC)
                .returns(result)
                .addParameter(JavaTypes.READER, "in")
                .addParameter(JavaTypes.SEGMENT, "source")
                .addParameter(TypeName.LONG, "offset");
    }

    private CodeBlock arguments(List<Component> components) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : components) {
            arguments.add(expression(component));
        }
        return CodeBlock.join(arguments, ", ");
    }

    static CodeBlock at(String member) {
        return CodeBlock.of("offset + $L", Names.offset(member));
    }

    private CodeBlock expression(Component component) {
        CodeBlock at = at(component.member());
        String member = component.member();
        boolean nullable = component.nullable();
        return switch (component.shape()) {
            case Shape.Whole whole -> whole(whole, at);
            case Shape.Floating(int bits) ->
                    CodeBlock.of("$T.float$L(source, $L)", JavaTypes.READER, bits, at);
            case Shape.Bool _ -> CodeBlock.of("$L != 0", raw(32, at));
            case Shape.EnumValue it -> enumValue(it, member, at);
            case Shape.FlagsValue it ->
                    CodeBlock.of("new $T($L)", JavaTypes.of(it.type().type()), raw(it.bits(), at));
            case Shape.GuidValue it ->
                    isShared(it.key())
                            ? shared(it.key(), "source", at)
                            : key(
                                    it.key(),
                                    CodeBlock.of("$T.guid(source, $L)", JavaTypes.READER, at));
            case Shape.GuidPointer it ->
                    nullable
                            ? optional(component, guidOrNull(it, at, member))
                            : key(
                                    it.key(),
                                    CodeBlock.of("in.guidPointee(source, $L, $S)", at, member));
            case Shape.StructValue(StructRef it) ->
                    CodeBlock.of("$T.read(in, source, $L)", JavaTypes.codec(it), at);
            case Shape.StructPointer(StructRef it) ->
                    nullable
                            ? optional(component, structOrNull(it, at, member))
                            : CodeBlock.of(
                                    "$T.read(in, in.memory(), in.place(source, $L, $L, $L, $S))",
                                    JavaTypes.codec(it),
                                    at,
                                    it.size(),
                                    it.alignment(),
                                    member);
            case Shape.Text _ ->
                    CodeBlock.of(
                            "in.$L(source, $L, $S)", nullable ? "textOrNull" : "text", at, member);
            case Shape.CountedText(Count count) ->
                    CodeBlock.of("in.countedText(source, $L, $L, $S)", at, count(count), member);
            case Shape.SidPointer _ ->
                    CodeBlock.of(
                            "in.$L(source, $L, $S)", nullable ? "sidOrNull" : "sid", at, member);
            case Shape.FixedBytes(int length) ->
                    CodeBlock.of("$T.bytes(source, $L, $L)", JavaTypes.READER, at, length);
            case Shape.FixedNumbers(int bits, int length) ->
                    CodeBlock.of(
                            "$T.$L(source, $L, $L)", JavaTypes.READER, plural(bits), at, length);
            case Shape.CountedBytes(Count count) ->
                    CodeBlock.of("in.countedBytes(source, $L, $L, $S)", at, count(count), member);
            case Shape.CountedNumbers(int bits, Count count) ->
                    CodeBlock.of(
                            "in.counted$L(source, $L, $L, $S)",
                            Names.upperFirst(plural(bits)),
                            at,
                            count(count),
                            member);
            case Shape.CountedGuids(JavaType key, Count count) ->
                    CodeBlock.of(
                            "in.countedGuids(source, $L, $L, $S, $T::new)",
                            at,
                            count(count),
                            member,
                            JavaTypes.of(key));
            case Shape.CountedStructs(StructRef it, Count count) ->
                    list(component, structs(it, count, at, member));
            case Shape.CountedTexts(boolean wide, Count count) ->
                    CodeBlock.of(
                            "in.$L(source, $L, $L, $S)",
                            wide ? "texts" : "narrowTexts",
                            at,
                            count(count),
                            member);
            case Shape.NumberPointer(Shape number) -> numberPointee(number, at, member);
            case Shape.Address _ -> raw(64, at);
            case Shape.UnionValue(UnionPlan union) -> {
                yield union("read" + Names.upperFirst(component.name()) + "Union", union);
            }
        };
    }

    static String plural(int bits) {
        return switch (bits) {
            case 16 -> "shorts";
            case 32 -> "ints";
            default -> "longs";
        };
    }

    /** Pointers were checked for alignment when they were followed, so no read does it again. */
    private static CodeBlock raw(int bits, CodeBlock at) {
        return CodeBlock.of("$T.int$L(source, $L)", JavaTypes.READER, bits, at);
    }

    /** {@return a number as Java holds it: widened, and without a sign unless it has one} */
    static CodeBlock whole(Shape.Whole whole, CodeBlock at) {
        CodeBlock raw = raw(whole.bits(), at);
        if (whole.signed() || whole.bits() == 64) {
            return raw;
        }
        return switch (whole.bits()) {
            case 8 -> CodeBlock.of("$T.toUnsignedInt($L)", Byte.class, raw);
            case 16 -> CodeBlock.of("$T.toUnsignedInt($L)", Short.class, raw);
            default -> CodeBlock.of("$T.toUnsignedLong($L)", Integer.class, raw);
        };
    }

    private static CodeBlock enumValue(Shape.EnumValue it, String member, CodeBlock at) {
        CodeBlock number =
                it.bits() == 32 ? raw(32, at) : whole(new Shape.Whole(it.bits(), false), at);
        return CodeBlock.of(
                "$T.known($T.find($L), $L, $S, $S)",
                JavaTypes.READER,
                JavaTypes.of(it.type().type()),
                number,
                number,
                member,
                it.type().cName());
    }

    static CodeBlock key(JavaType key, CodeBlock guid) {
        return JavaTypes.isGuid(key) ? guid : CodeBlock.of("new $T($L)", JavaTypes.of(key), guid);
    }

    private static CodeBlock count(Count count) {
        return CodeBlock.of(
                "in.count($L, $S)",
                whole(new Shape.Whole(count.bits(), false), at(count.member())),
                count.member());
    }

    /** Adds a method that reads the component and returns null for a null pointer. */
    private CodeBlock optional(Component component, CodeBlock body) {
        String name = "read" + Names.upperFirst(component.name());
        codec.addMethod(
                method(name, JavaTypes.of(component)).addModifiers(PRIVATE).addCode(body).build());
        return CodeBlock.of("$N(in, source, offset)", name);
    }

    /** {@return whether a policy has few keys of a type, so that records share them} */
    private static boolean isShared(JavaType key) {
        return SHARED_KEYS.containsKey(key.simpleName());
    }

    private static CodeBlock shared(JavaType key, String memory, CodeBlock at) {
        return CodeBlock.of(
                "$T.$L.at($L, $L)", RECENT_KEYS, SHARED_KEYS.get(key.simpleName()), memory, at);
    }

    private static CodeBlock guidOrNull(Shape.GuidPointer it, CodeBlock at, String member) {
        if (isShared(it.key())) {
            return CodeBlock.builder()
                    .addStatement("long place = in.placeOrNone(source, $L, 16, 4, $S)", at, member)
                    .addStatement(
                            "return place == 0 ? null : $L",
                            shared(it.key(), "in.memory()", CodeBlock.of("place")))
                    .build();
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T guid = in.guidPointeeOrNull(source, $L, $S)",
                        JavaTypes.GUID,
                        at,
                        member)
                .addStatement(
                        "return guid == null ? null : $L", key(it.key(), CodeBlock.of("guid")))
                .build();
    }

    private static CodeBlock structOrNull(StructRef it, CodeBlock at, String member) {
        return CodeBlock.builder()
                .addStatement(
                        "long target = in.placeOrNone(source, $L, $L, $L, $S)",
                        at,
                        it.size(),
                        it.alignment(),
                        member)
                .addStatement(
                        "return target == 0 ? null : $T.read(in, in.memory(), target)",
                        JavaTypes.codec(it))
                .build();
    }

    private CodeBlock list(Component component, CodeBlock body) {
        String name = "read" + Names.upperFirst(component.name());
        codec.addMethod(
                method(name, JavaTypes.of(component)).addModifiers(PRIVATE).addCode(body).build());
        return CodeBlock.of("$N(in, source, offset)", name);
    }

    private static CodeBlock structs(StructRef it, Count count, CodeBlock at, String member) {
        return elements(
                JavaTypes.of(it.type()),
                count,
                at,
                member,
                it.size(),
                it.alignment(),
                CodeBlock.of(
                        "$T.read(in, in.memory(), array + $T.BYTE_SIZE * i)",
                        JavaTypes.codec(it),
                        JavaTypes.codec(it)));
    }

    private static CodeBlock elements(
            TypeName element,
            Count count,
            CodeBlock at,
            String member,
            long size,
            long alignment,
            CodeBlock read) {
        return CodeBlock.builder()
                .addStatement("int count = $L", count(count))
                .addStatement(
                        "long array = in.arrayPlace(source, $L, count, $L, $L, $S)",
                        at,
                        size,
                        alignment,
                        member)
                .addStatement("$1T[] elements = new $1T[$2L]", element, "count")
                .beginControlFlow("for (int i = 0; i < count; i++)")
                .addStatement("elements[i] = $L", read)
                .endControlFlow()
                .addStatement("return $T.of(elements)", List.class)
                .build();
    }

    private static CodeBlock numberPointee(Shape number, CodeBlock at, String member) {
        return CodeBlock.of(
                "$T.$L(in.memory(), in.place(source, $L, 8, 8, $S))",
                JavaTypes.READER,
                number instanceof Shape.Floating ? "float64" : "int64",
                at,
                member);
    }

    /** Adds the method that reads a union, and returns the call of it. */
    private CodeBlock union(String name, UnionPlan union) {
        ClassName unionType = JavaTypes.of(union.type());
        CodeBlock number =
                union.tag().bits() == 32
                        ? raw(32, at(union.tag().member()))
                        : whole(
                                new Shape.Whole(union.tag().bits(), false),
                                at(union.tag().member()));
        CodeBlock.Builder body = CodeBlock.builder();
        body.addStatement(
                "int tag = $L$L",
                number,
                union.masked() ? " & 0x" + Long.toHexString(union.tag().mask()) : "");
        body.add("return switch (tag) {\n").indent();
        CodeBlock rest = null;
        for (UnionPlan.Case it : union.cases()) {
            List<CodeBlock> arguments = new ArrayList<>();
            if (it.holdsTag()) {
                arguments.add(
                        CodeBlock.of(
                                "$T.known($T.find(tag), tag, $S, $S)",
                                JavaTypes.READER,
                                JavaTypes.of(union.tag().type().type()),
                                union.tag().member(),
                                union.tag().type().cName()));
            }
            for (Component component : it.components()) {
                arguments.add(expression(prefixed(component, union, it)));
            }
            CodeBlock made =
                    CodeBlock.of(
                            "new $T($L)",
                            unionType.nestedClass(it.name()),
                            CodeBlock.join(arguments, ", "));
            if (it.values().isEmpty()) {
                rest = made;
            } else {
                body.add(
                        "case $L -> $L;\n",
                        CodeBlock.join(
                                it.values().stream()
                                        .map(value -> CodeBlock.of("$L", value.number()))
                                        .toList(),
                                ", "),
                        made);
            }
        }
        if (rest != null) {
            body.add("default -> $L;\n", rest);
        } else {
            body.add(
                    "default -> throw $T.noCase(tag, $S, $S);\n",
                    JavaTypes.READER,
                    union.tag().member(),
                    union.tag().type().cName());
        }
        body.unindent().add("};\n");
        CodeBlock code = body.build();
        boolean follows = FOLLOWS.matcher(code.toString()).find();
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(PRIVATE, STATIC).returns(unionType);
        if (follows) {
            method.addParameter(JavaTypes.READER, "in");
        }
        codec.addMethod(
                method.addParameter(JavaTypes.SEGMENT, "source")
                        .addParameter(TypeName.LONG, "offset")
                        .addCode(code)
                        .build());
        return CodeBlock.of("$N($Lsource, offset)", name, follows ? "in, " : "");
    }

    /** Two cases may have components of one name, whose reading methods need names of their own. */
    private static Component prefixed(Component component, UnionPlan union, UnionPlan.Case it) {
        boolean shared =
                union.cases().stream()
                                .flatMap(other -> other.components().stream())
                                .filter(other -> other.name().equals(component.name()))
                                .count()
                        > 1;
        return shared
                ? new Component(
                        it.name() + Names.upperFirst(component.name()),
                        component.shape(),
                        component.nullable(),
                        component.offset(),
                        component.member(),
                        component.text())
                : component;
    }
}
