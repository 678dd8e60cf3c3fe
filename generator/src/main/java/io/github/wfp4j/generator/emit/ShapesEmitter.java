package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.FamilyPlan.CallbackPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.FunctionPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.Signature;
import io.github.wfp4j.generator.plan.Plan;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Emits the shapes of functions and callbacks, and what calls a function of each shape. */
final class ShapesEmitter {
    private static final ClassName METHOD_HANDLE =
            ClassName.get("java.lang.invoke", "MethodHandle");

    private final SortedMap<String, Signature> shapes = new TreeMap<>();

    /** Collects the shapes of everything planned. */
    ShapesEmitter(Plan plan) {
        Stream.concat(
                        plan.families().stream()
                                .flatMap(it -> it.functions().stream())
                                .map(FunctionPlan::signature),
                        plan.callbacks().stream().map(CallbackPlan::signature))
                .forEach(it -> shapes.putIfAbsent(Signatures.shape(it), it));
    }

    /** {@return one descriptor for each shape, which calls in both directions share} */
    TypeSpec shapes() {
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(Signatures.SHAPES)
                        .addModifiers(FINAL)
                        .addJavadoc(
                                """
                                The shapes of functions and callbacks, called in either \
                                direction.

                                <p>A name gives the parameters (P pointer, S 16 bits, I 32 \
                                bits, J 64 bits) and the result.
                                """)
                        .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        shapes.forEach((name, signature) ->
                builder.addField(
                        FieldSpec.builder(JavaTypes.DESCRIPTOR, name, STATIC, FINAL)
                                .initializer(descriptor(signature))
                                .build()));
        return builder.build();
    }

    private static CodeBlock descriptor(Signature signature) {
        List<CodeBlock> layouts =
                signature.parameters().stream()
                        .map(it ->
                                CodeBlock.of(
                                        "$T.$L",
                                        JavaTypes.VALUE_LAYOUT,
                                        switch (it.carrier()) {
                                            case BYTE -> "JAVA_BYTE";
                                            case SHORT -> "JAVA_SHORT";
                                            case INT -> "JAVA_INT";
                                            case LONG -> "JAVA_LONG";
                                            case POINTER -> "ADDRESS";
                                        }))
                        .toList();
        CodeBlock parameters = CodeBlock.join(layouts, ", ");
        return signature.returnsCode()
                ? CodeBlock.of(
                        "$T.of($T.JAVA_INT, $L)",
                        JavaTypes.DESCRIPTOR,
                        JavaTypes.VALUE_LAYOUT,
                        parameters)
                : CodeBlock.of("$T.ofVoid($L)", JavaTypes.DESCRIPTOR, parameters);
    }

    /** {@return one method handle for each shape, made on its first use} */
    TypeSpec downcalls() {
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(Signatures.DOWNCALLS)
                        .addModifiers(FINAL)
                        .addAnnotation(
                                AnnotationSpec.builder(SuppressWarnings.class)
                                        .addMember("value", "$S", "restricted")
                                        .build())
                        .addJavadoc(
                                """
                                A method handle for each of the {@link $T}; the address \
                                comes first.
                                """,
                                Signatures.SHAPES)
                        .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                        .addMethod(
                                MethodSpec.methodBuilder("handle")
                                        .addModifiers(PRIVATE, STATIC)
                                        .returns(METHOD_HANDLE)
                                        .addParameter(JavaTypes.DESCRIPTOR, "descriptor")
                                        .addStatement(
                                                "return"
                                                    + " $T.nativeLinker().downcallHandle(descriptor)",
                                                ClassName.get("java.lang.foreign", "Linker"))
                                        .build());
        for (String name : shapes.keySet()) {
            builder.addType(
                    TypeSpec.classBuilder(name)
                            .addModifiers(STATIC, FINAL)
                            .addMethod(
                                    MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                            .addField(
                                    FieldSpec.builder(METHOD_HANDLE, "HANDLE", STATIC, FINAL)
                                            .initializer("handle($T.$L)", Signatures.SHAPES, name)
                                            .build())
                            .build());
        }
        return builder.build();
    }
}
