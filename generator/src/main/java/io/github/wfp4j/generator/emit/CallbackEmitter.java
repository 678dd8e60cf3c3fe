package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.FamilyPlan.CallbackPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.Signature;

/** Emits a callback as an interface that is made from a function pointer, and into one. */
final class CallbackEmitter {
    private static final String METHOD = "call";

    private CallbackEmitter() {}

    static TypeSpec emit(CallbackPlan callback) {
        ClassName type = JavaTypes.of(callback.type());
        return TypeSpec.interfaceBuilder(type)
                .addModifiers(PUBLIC)
                .addAnnotation(FunctionalInterface.class)
                .addJavadoc(Docs.type(callback.text(), callback.cName(), callback.header()))
                .addMethod(
                        Signatures.method(METHOD, callback.signature())
                                .addModifiers(ABSTRACT)
                                .addJavadoc("Is called back.\n")
                                .addJavadoc(Signatures.tags(callback.signature()))
                                .build())
                .addMethod(of(callback.signature(), type))
                .addMethod(pointer(callback.signature(), type))
                .build();
    }

    /** From C: calls what a pointer points to. */
    private static MethodSpec of(Signature signature, ClassName type) {
        CodeBlock call =
                CodeBlock.of(
                        "$T.$L.HANDLE.invokeExact(function$L)",
                        Signatures.DOWNCALLS,
                        Signatures.shape(signature),
                        Signatures.arguments(signature, ", "));
        return MethodSpec.methodBuilder("of")
                .addModifiers(PUBLIC, STATIC)
                .returns(type)
                .addParameter(JavaTypes.SEGMENT, "function")
                .addJavadoc(
                        """
                        {@return the callback that a function of C is}

                        @param function points to it, and is not null
                        """)
                .addCode("return ($L) -> {\n$>", Signatures.arguments(signature))
                .beginControlFlow("try")
                .addStatement(signature.returnsCode() ? "return (int) $L" : "$L", call)
                .nextControlFlow("catch ($T e)", Throwable.class)
                .addStatement("throw $T.unexpected(e)", FunctionsEmitter.SYMBOLS)
                .endControlFlow()
                .addCode("$<};\n")
                .build();
    }

    /** For C: a pointer to what runs in Java. */
    private static MethodSpec pointer(Signature signature, ClassName type) {
        CodeBlock call = CodeBlock.of("callback.$L($L)", METHOD, Signatures.arguments(signature));
        return MethodSpec.methodBuilder("pointer")
                .addModifiers(PUBLIC, STATIC)
                .returns(JavaTypes.SEGMENT)
                .addParameter(type, "callback")
                .addParameter(Signatures.BOUNDARY, "boundary")
                .addParameter(ClassName.get("java.lang.foreign", "Arena"), "arena")
                .addJavadoc(
                        """
                        {@return a function pointer with which C calls a callback}

                        @param callback what is called
                        @param boundary gets what it throws
                        @param arena how long the pointer is good; C must not call it later
                        """)
                .addCode("$T guarded = ($L) -> {\n$>", type, Signatures.arguments(signature))
                .beginControlFlow("try")
                .addStatement(signature.returnsCode() ? "return $L" : "$L", call)
                .nextControlFlow("catch ($T e)", Throwable.class)
                .addStatement(
                        signature.returnsCode()
                                ? "return boundary.codeOf(e)"
                                : "boundary.codeOf(e)")
                .endControlFlow()
                .addCode("$<};\n")
                .addStatement(
                        "return $T.stub($T.class, guarded, $S, $T.$L, arena)",
                        Signatures.UPCALLS,
                        type,
                        METHOD,
                        Signatures.SHAPES,
                        Signatures.shape(signature))
                .build();
    }
}
