package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.FamilyPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.FunctionPlan;

import java.util.List;

/** Emits the function families as interfaces, and their implementation over a symbol lookup. */
final class FunctionsEmitter {
    static final ClassName WFP_FUNCTIONS = Signatures.abi("WfpFunctions");
    private static final ClassName NATIVE_FUNCTIONS = Signatures.abi("NativeFunctions");
    static final ClassName SYMBOLS = Signatures.abi("Symbols");
    static final ClassName LOOKUP = ClassName.get("java.lang.foreign", "SymbolLookup");

    private FunctionsEmitter() {}

    private static ClassName nativeType(FamilyPlan family) {
        return Signatures.abi("Native" + family.type().simpleName());
    }

    /** {@return the interface of one family} */
    static TypeSpec family(FamilyPlan family) {
        TypeSpec.Builder builder =
                TypeSpec.interfaceBuilder(JavaTypes.of(family.type()))
                        .addModifiers(PUBLIC)
                        .addJavadoc(
                                "$L\n\n<p>C: {@code fwpmu.h}. A method that an implementation does"
                                        + " not have answers {@code ERROR_CALL_NOT_IMPLEMENTED}.\n",
                                Docs.escaped(family.text()));
        for (FunctionPlan function : family.functions()) {
            builder.addMethod(
                    Signatures.method(function)
                            .addModifiers(DEFAULT)
                            .addJavadoc(Signatures.documentation(function))
                            .addCode(
                                    function.returnsCode()
                                            ? CodeBlock.of(
                                                    "return $T.NOT_IMPLEMENTED;\n", WFP_FUNCTIONS)
                                            : CodeBlock.of(""))
                            .build());
        }
        return builder.build();
    }

    /** {@return the interface that holds the families together} */
    static TypeSpec all(List<FamilyPlan> families) {
        TypeSpec.Builder builder =
                TypeSpec.interfaceBuilder(WFP_FUNCTIONS)
                        .addModifiers(PUBLIC)
                        .addJavadoc(
                                """
                                Every function of {@code fwpuclnt.dll}, by family.

                                <p>Methods take and give what C takes and gives: handles \
                                and pointers as segments, numbers as they are. The result \
                                is an error code.
                                """)
                        .addField(
                                FieldSpec.builder(
                                                TypeName.INT,
                                                "NOT_IMPLEMENTED",
                                                PUBLIC,
                                                STATIC,
                                                FINAL)
                                        .addJavadoc(
                                                "The answer of a function that an engine does not"
                                                        + " have: {@code"
                                                        + " ERROR_CALL_NOT_IMPLEMENTED}.\n")
                                        .initializer("120")
                                        .build());
        for (FamilyPlan family : families) {
            builder.addMethod(
                    MethodSpec.methodBuilder(family.accessor())
                            .addModifiers(PUBLIC, ABSTRACT)
                            .returns(JavaTypes.of(family.type()))
                            .addJavadoc("{@return the functions of this family}\n")
                            .build());
        }
        return builder.build();
    }

    /** {@return the implementation over a symbol lookup, which makes each family when asked} */
    static TypeSpec nativeAll(List<FamilyPlan> families) {
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(NATIVE_FUNCTIONS)
                        .addModifiers(PUBLIC, FINAL)
                        .addSuperinterface(WFP_FUNCTIONS)
                        .addJavadoc("The functions of a native library with the C ABI.\n")
                        .addField(SYMBOLS, "symbols", PRIVATE, FINAL)
                        .addMethod(
                                MethodSpec.constructorBuilder()
                                        .addModifiers(PUBLIC)
                                        .addParameter(LOOKUP, "library")
                                        .addJavadoc(
                                                """
                                                Creates the functions; each symbol is \
                                                looked up on its first use.

                                                @param library finds the symbols
                                                """)
                                        .addStatement("symbols = new $T(library)", SYMBOLS)
                                        .build());
        for (FamilyPlan family : families) {
            builder.addMethod(
                    MethodSpec.methodBuilder(family.accessor())
                            .addAnnotation(Override.class)
                            .addModifiers(PUBLIC)
                            .returns(JavaTypes.of(family.type()))
                            .addStatement("return new $T(symbols)", nativeType(family))
                            .build());
        }
        return builder.build();
    }

    /** {@return the native implementation of one family} */
    static TypeSpec nativeFamily(FamilyPlan family) {
        TypeSpec.Builder builder =
                TypeSpec.recordBuilder(nativeType(family))
                        .addSuperinterface(JavaTypes.of(family.type()))
                        .addJavadoc(
                                """
                                {@link $T} of a native library.

                                @param symbols finds the functions
                                """,
                                JavaTypes.of(family.type()))
                        .recordConstructor(
                                MethodSpec.constructorBuilder()
                                        .addParameter(SYMBOLS, "symbols")
                                        .build());
        for (FunctionPlan function : family.functions()) {
            CodeBlock call =
                    CodeBlock.of(
                            "$T.$L.HANDLE.invokeExact(symbols.find($S, $S)$L)",
                            Signatures.DOWNCALLS,
                            Signatures.shape(function.signature()),
                            function.name(),
                            function.since(),
                            Signatures.arguments(function.signature(), ", "));
            builder.addMethod(
                    Signatures.method(function)
                            .addAnnotation(Override.class)
                            .beginControlFlow("try")
                            .addStatement(function.returnsCode() ? "return (int) $L" : "$L", call)
                            .nextControlFlow("catch ($T e)", Throwable.class)
                            .addStatement("throw $T.unexpected(e)", SYMBOLS)
                            .endControlFlow()
                            .build());
        }
        return builder.build();
    }
}
