package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.ir.CFunction.Carrier;
import io.github.wfp4j.generator.plan.FamilyPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.FunctionPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.ParameterPlan;
import io.github.wfp4j.generator.plan.JavaType;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Emits the function families as interfaces, and their implementation over a symbol lookup. */
final class FunctionsEmitter {
    private static final ClassName WFP_FUNCTIONS = abi("WfpFunctions");
    private static final ClassName NATIVE_FUNCTIONS = abi("NativeFunctions");
    private static final ClassName SYMBOLS = abi("Symbols");
    private static final ClassName DOWNCALLS = abi("Downcalls");
    private static final ClassName METHOD_HANDLE =
            ClassName.get("java.lang.invoke", "MethodHandle");
    private static final ClassName LOOKUP = ClassName.get("java.lang.foreign", "SymbolLookup");
    private static final ClassName DESCRIPTOR =
            ClassName.get("java.lang.foreign", "FunctionDescriptor");

    private FunctionsEmitter() {}

    private static ClassName abi(String name) {
        return ClassName.get(JavaType.ROOT + ".internal.abi", name);
    }

    private static ClassName nativeType(FamilyPlan family) {
        return abi("Native" + family.type().simpleName());
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
                    signature(function)
                            .addModifiers(DEFAULT)
                            .addJavadoc(documentation(function))
                            .addCode(
                                    function.returnsCode()
                                            ? CodeBlock.of(
                                                    "return $T.NOT_IMPLEMENTED;\n", WFP_FUNCTIONS)
                                            : CodeBlock.of(""))
                            .build());
        }
        return builder.build();
    }

    private static MethodSpec.Builder signature(FunctionPlan function) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(function.name())
                        .addModifiers(PUBLIC)
                        .returns(function.returnsCode() ? TypeName.INT : TypeName.VOID);
        for (ParameterPlan parameter : function.parameters()) {
            method.addParameter(type(parameter.carrier()), parameter.name());
        }
        return method;
    }

    private static CodeBlock documentation(FunctionPlan function) {
        CodeBlock.Builder doc = CodeBlock.builder();
        doc.add("C: {@code $L}, since $L.", function.name(), Docs.escaped(function.since()));
        if (!function.freed().isEmpty()) {
            doc.add(" The caller frees {@code $L} with {@code FwpmFreeMemory0}.", function.freed());
        }
        doc.add("\n");
        if (!function.parameters().isEmpty()) {
            doc.add("\n");
        }
        for (ParameterPlan parameter : function.parameters()) {
            doc.add(
                    "@param $L {@code $L}, $L$L\n",
                    parameter.name(),
                    parameter.cType(),
                    parameter.direction(),
                    parameter.nullable() ? ", may be null" : "");
        }
        if (function.returnsCode()) {
            doc.add("@return 0, or an error code\n");
        }
        return doc.build();
    }

    private static TypeName type(Carrier carrier) {
        return switch (carrier) {
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case POINTER -> JavaTypes.SEGMENT;
        };
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
            String arguments =
                    function.parameters().stream()
                            .map(it -> ", " + it.name())
                            .collect(Collectors.joining());
            CodeBlock call =
                    CodeBlock.of(
                            "$T.$L.HANDLE.invokeExact(symbols.find($S, $S)$L)",
                            DOWNCALLS,
                            shape(function),
                            function.name(),
                            function.since(),
                            arguments);
            builder.addMethod(
                    signature(function)
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

    private static String shape(FunctionPlan function) {
        String letters =
                function.parameters().stream()
                        .map(it ->
                                switch (it.carrier()) {
                                    case BYTE -> "B";
                                    case SHORT -> "S";
                                    case INT -> "I";
                                    case LONG -> "J";
                                    case POINTER -> "P";
                                })
                        .collect(Collectors.joining());
        return letters + (function.returnsCode() ? "toI" : "toV");
    }

    /** {@return one method handle for each shape of function, made on its first use} */
    static TypeSpec downcalls(List<FamilyPlan> families) {
        SortedMap<String, FunctionPlan> shapes = new TreeMap<>();
        for (FamilyPlan family : families) {
            for (FunctionPlan function : family.functions()) {
                shapes.putIfAbsent(shape(function), function);
            }
        }
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(DOWNCALLS)
                        .addModifiers(FINAL)
                        .addAnnotation(
                                AnnotationSpec.builder(SuppressWarnings.class)
                                        .addMember("value", "$S", "restricted")
                                        .build())
                        .addJavadoc(
                                """
                                A method handle for each shape of function; the address \
                                comes first.

                                <p>A name gives the parameters (P pointer, I 32 bits, J \
                                64 bits) and the result.
                                """)
                        .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                        .addMethod(
                                MethodSpec.methodBuilder("handle")
                                        .addModifiers(PRIVATE, STATIC)
                                        .returns(METHOD_HANDLE)
                                        .addParameter(DESCRIPTOR, "descriptor")
                                        .addStatement(
                                                "return"
                                                    + " $T.nativeLinker().downcallHandle(descriptor)",
                                                ClassName.get("java.lang.foreign", "Linker"))
                                        .build());
        shapes.forEach((name, function) ->
                builder.addType(
                        TypeSpec.classBuilder(name)
                                .addModifiers(STATIC, FINAL)
                                .addMethod(
                                        MethodSpec.constructorBuilder()
                                                .addModifiers(PRIVATE)
                                                .build())
                                .addField(
                                        FieldSpec.builder(METHOD_HANDLE, "HANDLE", STATIC, FINAL)
                                                .initializer("handle($L)", descriptor(function))
                                                .build())
                                .build()));
        return builder.build();
    }

    private static CodeBlock descriptor(FunctionPlan function) {
        List<CodeBlock> layouts =
                function.parameters().stream()
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
        return function.returnsCode()
                ? CodeBlock.of(
                        "$T.of($T.JAVA_INT, $L)", DESCRIPTOR, JavaTypes.VALUE_LAYOUT, parameters)
                : CodeBlock.of("$T.ofVoid($L)", DESCRIPTOR, parameters);
    }
}
