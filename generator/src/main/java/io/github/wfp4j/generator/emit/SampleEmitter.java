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
import io.github.wfp4j.generator.plan.JavaType;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.StructRef;
import io.github.wfp4j.generator.plan.UnionPlan;

import java.util.ArrayList;
import java.util.List;

/** Emits, for tests, random values of every struct. */
final class SampleEmitter {
    static final ClassName SAMPLES = ClassName.get(JavaType.ROOT + ".samples", "Samples");
    static final ClassName ARBITRARY = ClassName.get("net.jqwik.api", "Arbitrary");
    private static final ClassName ARBITRARIES = ClassName.get("net.jqwik.api", "Arbitraries");

    private final StructPlan plan;

    private SampleEmitter(StructPlan plan) {
        this.plan = plan;
    }

    static TypeSpec emit(StructPlan plan) {
        return new SampleEmitter(plan).type();
    }

    private TypeSpec type() {
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(JavaTypes.samples(plan.ref()))
                        .addModifiers(PUBLIC, FINAL)
                        .addJavadoc(
                                "Random values of {@link $T}.\n", JavaTypes.of(plan.ref().type()))
                        .addAnnotation(
                                AnnotationSpec.builder(SuppressWarnings.class)
                                        .addMember("value", "$S", "unchecked")
                                        .build())
                        .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        ClassName type = JavaTypes.of(plan.ref().type());
        CodeBlock any =
                plan.sealedAs().isPresent()
                        ? union(plan.sealedAs().get())
                        : record(type, List.of(), plan.components());
        builder.addMethod(
                MethodSpec.methodBuilder("any")
                        .addModifiers(PUBLIC, STATIC)
                        .returns(ParameterizedTypeName.get(ARBITRARY, type))
                        .addJavadoc("{@return any valid value}\n")
                        .addStatement("return $L", any)
                        .build());
        return builder.addMethod(AgreementEmitter.emit(plan)).build();
    }

    private static CodeBlock record(
            ClassName type, List<TypeName> extraTypes, List<Component> components) {
        List<TypeName> types = new ArrayList<>(extraTypes);
        List<CodeBlock> parts = new ArrayList<>();
        for (TypeName extra : extraTypes) {
            parts.add(CodeBlock.of("$T.of($T.values())", ARBITRARIES, extra));
        }
        for (Component component : components) {
            types.add(JavaTypes.of(component.shape()));
            CodeBlock any = any(component.shape());
            parts.add(component.nullable() ? CodeBlock.of("$L.injectNull(0.3)", any) : any);
        }
        if (types.isEmpty()) {
            return CodeBlock.of("$T.just(new $T())", ARBITRARIES, type);
        }
        List<CodeBlock> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            arguments.add(CodeBlock.of("($T) parts[$L]", types.get(i).box(), i));
        }
        return CodeBlock.of(
                "$T.record(parts -> new $T($L), $L)",
                SAMPLES,
                type,
                CodeBlock.join(arguments, ", "),
                CodeBlock.join(parts, ",\n"));
    }

    private static CodeBlock union(UnionPlan union) {
        ClassName unionType = JavaTypes.of(union.type());
        List<CodeBlock> cases = new ArrayList<>();
        for (UnionPlan.Case it : union.cases()) {
            List<TypeName> tag =
                    it.holdsTag() ? List.of(JavaTypes.of(union.tag().type().type())) : List.of();
            cases.add(record(unionType.nestedClass(it.name()), tag, it.components()));
        }
        return CodeBlock.of("$T.<$T>oneOf($L)", SAMPLES, unionType, CodeBlock.join(cases, ",\n"));
    }

    private static CodeBlock any(Shape shape) {
        return switch (shape) {
            case Shape.Whole(int bits, boolean signed) -> whole(bits, signed);
            case Shape.Floating(int bits) ->
                    CodeBlock.of("$T.$L()", ARBITRARIES, bits == 32 ? "floats" : "doubles");
            case Shape.Bool _ -> CodeBlock.of("$T.of(true, false)", ARBITRARIES);
            case Shape.EnumValue it ->
                    CodeBlock.of("$T.of($T.values())", ARBITRARIES, JavaTypes.of(it.type().type()));
            case Shape.FlagsValue it -> flags(it);
            case Shape.GuidValue it -> key(it.key());
            case Shape.GuidPointer it -> key(it.key());
            case Shape.StructValue(StructRef it) -> CodeBlock.of("$T.any()", JavaTypes.samples(it));
            case Shape.StructPointer(StructRef it) ->
                    CodeBlock.of("$T.any()", JavaTypes.samples(it));
            case Shape.Text _, Shape.CountedText _ -> CodeBlock.of("$T.texts()", SAMPLES);
            case Shape.SidPointer _ -> CodeBlock.of("$T.sids()", SAMPLES);
            case Shape.FixedBytes(int length) ->
                    CodeBlock.of("$T.bytes($L, $L)", SAMPLES, length, length);
            case Shape.CountedBytes _ -> CodeBlock.of("$T.bytes(0, 40)", SAMPLES);
            case Shape.FixedNumbers(int bits, int length) ->
                    CodeBlock.of("$L.list().ofSize($L)", whole(bits, false), length);
            case Shape.CountedNumbers(int bits, _) ->
                    CodeBlock.of("$L.list().ofMaxSize(3)", whole(bits, false));
            case Shape.CountedGuids(JavaType key, _) ->
                    CodeBlock.of("$L.list().ofMaxSize(3)", key(key));
            case Shape.CountedStructs(StructRef it, _) ->
                    CodeBlock.of("$T.any().list().ofMaxSize(3)", JavaTypes.samples(it));
            case Shape.CountedTexts(boolean wide, _) ->
                    CodeBlock.of(
                            "$T.$L().list().ofMaxSize(3)", SAMPLES, wide ? "texts" : "narrowTexts");
            case Shape.NumberPointer(Shape number) -> any(number);
            case Shape.Address _ -> CodeBlock.of("$T.longs()", ARBITRARIES);
            case Shape.UnionValue(UnionPlan union) -> union(union);
        };
    }

    private static CodeBlock whole(int bits, boolean signed) {
        if (bits == 64) {
            return CodeBlock.of("$T.longs()", ARBITRARIES);
        }
        if (signed) {
            return bits == 32
                    ? CodeBlock.of("$T.integers()", ARBITRARIES)
                    : CodeBlock.of(
                            "$T.integers().between($L, $L)",
                            ARBITRARIES,
                            -(1 << (bits - 1)),
                            (1 << (bits - 1)) - 1);
        }
        return bits == 32
                ? CodeBlock.of("$T.longs().between(0, 0xFFFF_FFFFL)", ARBITRARIES)
                : CodeBlock.of("$T.integers().between(0, $L)", ARBITRARIES, (1 << bits) - 1);
    }

    private static CodeBlock flags(Shape.FlagsValue it) {
        ClassName type = JavaTypes.of(it.type().type());
        if (it.bits() < 32) {
            return CodeBlock.of(
                    "$T.integers().between(0, $L).map($T::new)",
                    ARBITRARIES,
                    (1 << it.bits()) - 1,
                    type);
        }
        return CodeBlock.of(
                "$T.$L().map($T::new)",
                ARBITRARIES,
                it.type().bits() == 64 && it.bits() == 64 ? "longs" : "integers",
                type);
    }

    private static CodeBlock key(JavaType key) {
        return JavaTypes.isGuid(key)
                ? CodeBlock.of("$T.guids()", SAMPLES)
                : CodeBlock.of("$T.guids().map($T::new)", SAMPLES, JavaTypes.of(key));
    }
}
