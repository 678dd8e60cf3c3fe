package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.Count;
import io.github.wfp4j.generator.plan.JavaType;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.StructRef;
import io.github.wfp4j.generator.plan.UnionPlan;

import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;

/** Emits the class that reads a struct in place. */
final class ViewEmitter {
    static final ClassName PAGE = JavaTypes.internal("Page");

    private static final String ARRAY = "Array";
    private static final ClassName LIST = ClassName.get(JavaType.ROOT + ".view", "ViewList");

    /**
     * The field of a struct that is nothing but a tag and a union. Its tag is read once, for the
     * JIT's sake: each read of memory takes a twentieth of what a method may inline.
     */
    private static final String TAG = "tag";

    private final StructPlan plan;
    private final ClassName type;
    private final ClassName codec;
    private final TypeSpec.Builder builder;
    private final Set<String> tags = new HashSet<>();

    private ViewEmitter(StructPlan plan) {
        this.plan = plan;
        this.type = JavaTypes.view(plan.ref());
        this.codec = JavaTypes.codec(plan.ref());
        this.builder = TypeSpec.classBuilder(type).addModifiers(PUBLIC, FINAL);
    }

    /**
     * {@return the class}
     *
     * @param inArrays whether some struct points to an array of such structs
     */
    static TypeSpec emit(StructPlan plan, boolean inArrays) {
        ViewEmitter emitter = new ViewEmitter(plan);
        if (inArrays) {
            emitter.addArrayType();
        }
        return emitter.type();
    }

    private TypeSpec type() {
        ClassName value = JavaTypes.of(plan.ref().type());
        builder.addJavadoc(
                        """
                        {@link $T} read in place: valid until its cursor leaves the page \
                        or is closed, and on the cursor's thread only. A later read \
                        throws {@link IllegalStateException}. {@link #toRecord()} copies.

                        <p>C: {@code $L}, {@code $L}.
                        """,
                        value,
                        plan.cName(),
                        plan.header())
                .addField(PAGE, "page", PRIVATE, FINAL)
                .addField(TypeName.LONG, "address", PRIVATE, FINAL);
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder()
                        .addModifiers(PUBLIC)
                        .addAnnotation(
                                AnnotationSpec.builder(SuppressWarnings.class)
                                        .addMember("value", "$S", "exports")
                                        .build())
                        .addParameter(PAGE, "page")
                        .addParameter(TypeName.LONG, "address")
                        .addJavadoc(
                                """
                                Reads a struct of a page; for the SDK itself.

                                @param page what the struct lives and dies with
                                @param address where the struct begins
                                """)
                        .addStatement("this.page = page")
                        .addStatement("this.address = address");
        if (plan.sealedAs().isPresent()) {
            UnionPlan.Tag tag = plan.sealedAs().get().tag();
            builder.addField(TypeName.INT, TAG, PRIVATE, FINAL);
            constructor.addStatement("this.$L = $L", TAG, raw(tag.bits(), at(tag.member())));
        }
        builder.addMethod(constructor.build());
        if (plan.sealedAs().isPresent()) {
            addUnion(plan.sealedAs().get());
        } else {
            plan.components().forEach(it -> addComponent(it, it.name(), CodeBlock.of("")));
        }
        return builder.addMethod(
                        MethodSpec.methodBuilder("toRecord")
                                .addModifiers(PUBLIC)
                                .returns(value)
                                .addJavadoc(
                                        "{@return a copy that is valid for ever}\n\n@throws $T if"
                                                + " the memory holds no such struct\n",
                                        JavaTypes.DECODING_EXCEPTION)
                                .addStatement(
                                        "return page.kept($T.read(page.reader(), page.live(),"
                                                + " address))",
                                        codec)
                                .build())
                .build();
    }

    private CodeBlock at(String member) {
        return CodeBlock.of("address + $T.$L", codec, Names.offset(member));
    }

    /**
     * Adds the accessors of one component.
     *
     * @param name what the accessor is called
     * @param guard what to check before reading
     */
    private void addComponent(Component component, String name, CodeBlock guard) {
        CodeBlock at = at(component.member());
        String member = component.member();
        switch (component.shape()) {
            case Shape.EnumValue it -> {
                addAccessor(component, name, guard, known(it.type(), name, member));
                addRaw(name, guard, raw(it.bits(), at));
            }
            case Shape.UnionValue(UnionPlan union) -> addUnion(union);
            case Shape.CountedStructs(StructRef it, Count count) ->
                    addArray(component, name, guard, it, count);
            default -> addAccessor(component, name, guard, expression(component, at));
        }
    }

    /** Reads the number once and looks up its constant in one small call. */
    private static CodeBlock known(UnionPlan.TagType type, String name, String member) {
        return CodeBlock.of(
                "$T.known($LRaw(), $T::find, $S, $S)",
                JavaTypes.READER,
                name,
                JavaTypes.of(type.type()),
                member,
                type.cName());
    }

    private void addAccessor(
            Component component, String name, CodeBlock guard, CodeBlock expression) {
        TypeName result =
                switch (component.shape()) {
                    case Shape.StructValue(StructRef it) -> JavaTypes.view(it);
                    case Shape.StructPointer(StructRef it) -> JavaTypes.view(it);
                    default -> JavaTypes.of(component.shape());
                };
        if (component.nullable()) {
            result = result.annotated(AnnotationSpec.builder(JavaTypes.NULLABLE).build());
        }
        builder.addMethod(
                MethodSpec.methodBuilder(name)
                        .addModifiers(PUBLIC)
                        .returns(result)
                        .addJavadoc("{@return $L}\n", Docs.escaped(component.text()))
                        .addCode(guard)
                        .addStatement("return $L", expression)
                        .build());
    }

    private void addRaw(String name, CodeBlock guard, CodeBlock expression) {
        builder.addMethod(
                MethodSpec.methodBuilder(name + "Raw")
                        .addModifiers(PUBLIC)
                        .returns(TypeName.INT)
                        .addJavadoc(
                                "{@return the number behind {@link #$L()}, whether it is known or"
                                        + " not}\n",
                                name)
                        .addCode(guard)
                        .addStatement("return $L", expression)
                        .build());
    }

    /** Adds the accessor of an array, which reads the count and the pointer once. */
    private void addArray(
            Component component, String name, CodeBlock guard, StructRef it, Count count) {
        ClassName array = JavaTypes.view(it).nestedClass(ARRAY);
        builder.addMethod(
                MethodSpec.methodBuilder(name)
                        .addModifiers(PUBLIC)
                        .returns(array)
                        .addJavadoc(
                                """
                                {@return $L}

                                @throws $T if there are more than the limit, or the \
                                pointer to them is bad
                                """,
                                Docs.escaped(component.text()),
                                JavaTypes.DECODING_EXCEPTION)
                        .addCode(guard)
                        .addStatement("int count = $L", count(count))
                        .addStatement(
                                "return new $T(page, page.array($L, count, $L, $S), count)",
                                array,
                                at(component.member()),
                                it.alignment(),
                                component.member())
                        .build());
    }

    /**
     * Adds the list of such structs, each at its place in the array. It is a class for each struct,
     * so that the JIT sees through it whatever else is enumerated.
     */
    private void addArrayType() {
        TypeName iterator = ParameterizedTypeName.get(ClassName.get(Iterator.class), type);
        builder.addType(
                TypeSpec.classBuilder(ARRAY)
                        .addModifiers(PUBLIC, STATIC, FINAL)
                        .superclass(ParameterizedTypeName.get(LIST, type))
                        .addJavadoc("An array of such structs, read in place.\n")
                        .addField(PAGE, "page", PRIVATE, FINAL)
                        .addField(TypeName.LONG, "address", PRIVATE, FINAL)
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addParameter(PAGE, "page")
                                        .addParameter(TypeName.LONG, "address")
                                        .addParameter(TypeName.INT, "size")
                                        .addStatement("super(size)")
                                        .addStatement("this.page = page")
                                        .addStatement("this.address = address")
                                        .build())
                        .addMethod(
                                overriding("get", type)
                                        .addParameter(TypeName.INT, "index")
                                        .addStatement(
                                                "return at($T.checkIndex(index, size()))",
                                                Objects.class)
                                        .build())
                        .addMethod(
                                overriding("iterator", iterator)
                                        .addStatement("return new ArrayWalk()")
                                        .build())
                        .addMethod(
                                MethodSpec.methodBuilder("at")
                                        .addModifiers(PRIVATE)
                                        .returns(type)
                                        .addParameter(TypeName.INT, "index")
                                        .addStatement(
                                                "return new $T(page, page.nested(address + $LL *"
                                                        + " index))",
                                                type,
                                                plan.ref().size())
                                        .build())
                        .addType(
                                TypeSpec.classBuilder("ArrayWalk")
                                        .addModifiers(PRIVATE, FINAL)
                                        .superclass(
                                                ParameterizedTypeName.get(
                                                        LIST.nestedClass("Walk"), type))
                                        .addMethod(
                                                MethodSpec.constructorBuilder()
                                                        .addStatement("super(size())")
                                                        .build())
                                        .addMethod(
                                                overriding("next", type)
                                                        .addStatement("return at(step())")
                                                        .build())
                                        .build())
                        .build());
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(result);
    }

    private CodeBlock count(Count count) {
        return CodeBlock.of(
                "page.count($L, $S)",
                whole(new Shape.Whole(count.bits(), false), at(count.member())),
                count.member());
    }

    private static CodeBlock raw(int bits, CodeBlock at) {
        return CodeBlock.of("page.int$L($L)", bits, at);
    }

    private static CodeBlock whole(Shape.Whole whole, CodeBlock at) {
        return whole.signed() || whole.bits() == 64
                ? raw(whole.bits(), at)
                : CodeBlock.of("page.uint$L($L)", whole.bits(), at);
    }

    private CodeBlock expression(Component component, CodeBlock at) {
        String member = component.member();
        boolean nullable = component.nullable();
        return switch (component.shape()) {
            case Shape.Whole whole -> whole(whole, at);
            case Shape.Floating(int bits) -> CodeBlock.of("page.float$L($L)", bits, at);
            case Shape.Bool _ -> CodeBlock.of("$L != 0", raw(32, at));
            case Shape.FlagsValue it ->
                    CodeBlock.of("new $T($L)", JavaTypes.of(it.type().type()), raw(it.bits(), at));
            case Shape.GuidValue it -> ReadEmitter.key(it.key(), CodeBlock.of("page.guid($L)", at));
            case Shape.GuidPointer it -> guidPointer(it.key(), nullable, at, member);
            case Shape.StructValue(StructRef it) ->
                    CodeBlock.of("new $T(page, page.nested($L))", JavaTypes.view(it), at);
            case Shape.StructPointer(StructRef it) -> {
                CodeBlock target =
                        CodeBlock.of(
                                "new $T(page, page.pointee($L, $L, $S))",
                                JavaTypes.view(it),
                                at,
                                it.alignment(),
                                member);
                yield nullable ? CodeBlock.of("$L == 0 ? null : $L", raw(64, at), target) : target;
            }
            case Shape.Text _ ->
                    CodeBlock.of(
                            "page.$L(page.reader().$L(page.live(), $L, $S))",
                            nullable ? "keptOrNull" : "kept",
                            nullable ? "textOrNull" : "text",
                            at,
                            member);
            case Shape.CountedText(Count count) ->
                    CodeBlock.of(
                            "page.keptOrNull(page.reader().countedText(page.live(), $L, $L, $S))",
                            at,
                            count(count),
                            member);
            case Shape.SidPointer _ ->
                    CodeBlock.of(
                            "page.$L(page.reader().$L(page.live(), $L, $S))",
                            nullable ? "keptOrNull" : "kept",
                            nullable ? "sidOrNull" : "sid",
                            at,
                            member);
            case Shape.FixedBytes(int length) ->
                    CodeBlock.of(
                            "page.kept($T.bytes(page.live(), $L, $L))",
                            JavaTypes.READER,
                            at,
                            length);
            case Shape.FixedNumbers(int bits, int length) ->
                    CodeBlock.of(
                            "page.kept($T.$L(page.live(), $L, $L))",
                            JavaTypes.READER,
                            ReadEmitter.plural(bits),
                            at,
                            length);
            case Shape.CountedBytes(Count count) ->
                    CodeBlock.of(
                            "page.kept(page.reader().countedBytes(page.live(), $L, $L, $S))",
                            at,
                            count(count),
                            member);
            case Shape.CountedNumbers(int bits, Count count) ->
                    CodeBlock.of(
                            "page.kept(page.reader().counted$L(page.live(), $L, $L, $S))",
                            Names.upperFirst(ReadEmitter.plural(bits)),
                            at,
                            count(count),
                            member);
            case Shape.CountedGuids(JavaType key, Count count) ->
                    CodeBlock.of(
                            "page.kept(page.reader().countedGuids(page.live(), $L, $L, $S,"
                                    + " $T::new))",
                            at,
                            count(count),
                            member,
                            JavaTypes.of(key));
            case Shape.CountedTexts(boolean wide, Count count) ->
                    CodeBlock.of(
                            "page.kept(page.reader().$L(page.live(), $L, $L, $S))",
                            wide ? "texts" : "narrowTexts",
                            at,
                            count(count),
                            member);
            case Shape.NumberPointer(Shape number) ->
                    CodeBlock.of(
                            "page.$L(page.pointee($L, 8, $S))",
                            number instanceof Shape.Floating ? "float64" : "int64",
                            at,
                            member);
            case Shape.Address _ -> raw(64, at);
            case Shape.EnumValue _, Shape.CountedStructs _, Shape.UnionValue _ ->
                    throw new IllegalStateException(member + " has accessors of its own");
        };
    }

    private static CodeBlock guidPointer(
            JavaType key, boolean nullable, CodeBlock at, String member) {
        CodeBlock target =
                ReadEmitter.key(
                        key, CodeBlock.of("page.guid(page.pointee($L, 4, $S))", at, member));
        return nullable ? CodeBlock.of("$L == 0 ? null : $L", raw(64, at), target) : target;
    }

    /** A tag, and the members of each case, which throw unless the tag selects them. */
    private void addUnion(UnionPlan union) {
        UnionPlan.Tag tag = union.tag();
        if (!union.masked() && tags.add(tag.name())) {
            builder.addMethod(
                    MethodSpec.methodBuilder(tag.name())
                            .addModifiers(PUBLIC)
                            .returns(JavaTypes.of(tag.type().type()))
                            .addJavadoc(
                                    "{@return the tag, which says what else can be read}\n\n@throws"
                                            + " $T if it is not known\n",
                                    JavaTypes.DECODING_EXCEPTION)
                            .addStatement("return $L", known(tag.type(), tag.name(), tag.member()))
                            .build());
            addRaw(tag.name(), CodeBlock.of(""), tag(union));
        }
        for (UnionPlan.Case it : union.cases()) {
            CodeBlock guard = guard(union, it);
            for (Component component : it.components()) {
                addComponent(component, accessor(union, it, component), guard);
            }
        }
    }

    /** {@return the accessor's name, with the case before it where two cases share it} */
    static String accessor(UnionPlan union, UnionPlan.Case it, Component component) {
        boolean shared =
                union.cases().stream()
                                .flatMap(other -> other.components().stream())
                                .filter(other -> other.name().equals(component.name()))
                                .count()
                        > 1;
        return shared
                ? Names.lowerFirst(it.name()) + Names.upperFirst(component.name())
                : component.name();
    }

    private CodeBlock tag(UnionPlan union) {
        return plan.sealedAs().isPresent()
                ? CodeBlock.of("page.alive($L)", TAG)
                : raw(union.tag().bits(), at(union.tag().member()));
    }

    /** One small call, so that the accessor stays small enough to be inlined anywhere. */
    private CodeBlock guard(UnionPlan union, UnionPlan.Case it) {
        CodeBlock number = tag(union);
        if (union.masked()) {
            number = CodeBlock.of("$L & 0x$L", number, Long.toHexString(union.tag().mask()));
        }
        return CodeBlock.builder()
                .addStatement(
                        "$T.requireTag($L, $S, $L)",
                        PAGE,
                        number,
                        union.tag().member(),
                        CodeBlock.join(
                                it.values().stream()
                                        .map(value -> CodeBlock.of("$L", value.number()))
                                        .toList(),
                                ", "))
                .build();
    }
}
