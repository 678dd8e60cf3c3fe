package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.FamilyPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.FunctionPlan;

import java.util.List;

/** Emits what lets C call an implementation in Java. */
final class ExportEmitter {
    private static final ClassName EXPORTED_FUNCTIONS = Signatures.abi("ExportedFunctions");
    private static final ClassName ARENA = ClassName.get("java.lang.foreign", "Arena");

    private ExportEmitter() {}

    private static ClassName exportedType(FamilyPlan family) {
        return Signatures.abi("Exported" + family.type().simpleName());
    }

    /** {@return the adapters of one family} */
    static TypeSpec family(FamilyPlan family) {
        TypeSpec.Builder builder =
                TypeSpec.recordBuilder(exportedType(family))
                        .addJavadoc(
                                """
                                {@link $T} as C calls them.

                                @param functions the functions
                                @param boundary what stands between them and C
                                """,
                                JavaTypes.of(family.type()))
                        .recordConstructor(
                                MethodSpec.constructorBuilder()
                                        .addParameter(JavaTypes.of(family.type()), "functions")
                                        .addParameter(Signatures.BOUNDARY, "boundary")
                                        .build());
        for (FunctionPlan function : family.functions()) {
            builder.addMethod(adapter(function));
        }
        return builder.build();
    }

    private static MethodSpec adapter(FunctionPlan function) {
        CodeBlock call =
                CodeBlock.of(
                        "functions.$L($L)",
                        function.name(),
                        Signatures.arguments(function.signature()));
        MethodSpec.Builder method = Signatures.method(function).beginControlFlow("try");
        if (!function.returnsCode()) {
            method.addStatement(call);
        } else if (function.releases()) {
            method.addStatement("return $L", call);
        } else {
            method.addStatement("int refusal = boundary.refusal()")
                    .addStatement("return refusal != 0 ? refusal : $L", call);
        }
        return method.nextControlFlow("catch ($T e)", Throwable.class)
                .addStatement(
                        function.returnsCode() ? "return boundary.codeOf(e)" : "boundary.codeOf(e)")
                .endControlFlow()
                .build();
    }

    /** {@return the symbols of an implementation} */
    static TypeSpec all(List<FamilyPlan> families) {
        TypeName stubs =
                ParameterizedTypeName.get(
                        ClassName.get("java.util.concurrent", "ConcurrentMap"),
                        JavaTypes.STRING,
                        JavaTypes.SEGMENT);
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(EXPORTED_FUNCTIONS)
                        .addModifiers(PUBLIC, FINAL)
                        .addSuperinterface(FunctionsEmitter.LOOKUP)
                        .addJavadoc(
                                """
                                The functions of an implementation as symbols with the C ABI.

                                <p>Each stub is made when it is first asked for. It is good \
                                as long as this object, or any segment that it gave, is \
                                reachable: nobody can free it before, and what a stub calls \
                                knows nothing of this object, so that it can go.
                                """)
                        .addField(FunctionsEmitter.WFP_FUNCTIONS, "functions", PRIVATE, FINAL)
                        .addField(Signatures.BOUNDARY, "boundary", PRIVATE, FINAL)
                        .addField(ARENA, "arena", PRIVATE, FINAL)
                        .addField(stubs, "stubs", PRIVATE, FINAL)
                        .addMethod(constructor())
                        .addMethod(find());
        builder.addMethod(stub(families));
        for (FamilyPlan family : families) {
            builder.addMethod(stub(family));
        }
        return builder.build();
    }

    private static MethodSpec constructor() {
        return MethodSpec.constructorBuilder()
                .addModifiers(PUBLIC)
                .addParameter(FunctionsEmitter.WFP_FUNCTIONS, "functions")
                .addParameter(Signatures.BOUNDARY, "boundary")
                .addJavadoc(
                        """
                        Creates the symbols.

                        @param functions the functions
                        @param boundary what stands between them and C
                        """)
                .addStatement("this.functions = functions")
                .addStatement("this.boundary = boundary")
                .addStatement("arena = $T.ofAuto()", ARENA)
                .addStatement(
                        "stubs = new $T<>()",
                        ClassName.get("java.util.concurrent", "ConcurrentHashMap"))
                .build();
    }

    private static MethodSpec find() {
        ClassName optional = ClassName.get("java.util", "Optional");
        return MethodSpec.methodBuilder("find")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(ParameterizedTypeName.get(optional, JavaTypes.SEGMENT))
                .addParameter(JavaTypes.STRING, "name")
                .addStatement(
                        "return $T.ofNullable(stubs.computeIfAbsent(name, this::stub))", optional)
                .build();
    }

    private static MethodSpec stub(List<FamilyPlan> families) {
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (name) {\n").indent();
        for (FamilyPlan family : families) {
            for (FunctionPlan function : family.functions()) {
                cases.add(
                        "case $S -> $L(name, $T.$L);\n",
                        function.name(),
                        family.accessor(),
                        Signatures.SHAPES,
                        Signatures.shape(function.signature()));
            }
        }
        return MethodSpec.methodBuilder("stub")
                .addModifiers(PRIVATE)
                .returns(nullableSegment())
                .addParameter(JavaTypes.STRING, "name")
                .addCode(cases.add("default -> null;\n").unindent().add("};\n").build())
                .build();
    }

    private static TypeName nullableSegment() {
        return JavaTypes.nullable(JavaTypes.SEGMENT);
    }

    private static MethodSpec stub(FamilyPlan family) {
        return MethodSpec.methodBuilder(family.accessor())
                .addModifiers(PRIVATE)
                .returns(JavaTypes.SEGMENT)
                .addParameter(JavaTypes.STRING, "name")
                .addParameter(JavaTypes.DESCRIPTOR, "shape")
                .addStatement(
                        "return $T.stub($T.class, new $T(functions.$L(), boundary), name, shape,"
                                + " arena)",
                        Signatures.UPCALLS,
                        exportedType(family),
                        exportedType(family),
                        family.accessor())
                .build();
    }
}
