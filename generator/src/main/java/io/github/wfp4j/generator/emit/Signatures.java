package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;

import io.github.wfp4j.generator.ir.CFunction.Carrier;
import io.github.wfp4j.generator.plan.FamilyPlan.FunctionPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.ParameterPlan;
import io.github.wfp4j.generator.plan.FamilyPlan.Signature;
import io.github.wfp4j.generator.plan.JavaType;

import java.util.stream.Collectors;

/** How functions and callbacks appear in Java: their methods, and the names of their shapes. */
final class Signatures {
    static final ClassName SHAPES = abi("Shapes");
    static final ClassName DOWNCALLS = abi("Downcalls");
    static final ClassName UPCALLS = abi("Upcalls");
    static final ClassName BOUNDARY = abi("Boundary");

    private Signatures() {}

    static ClassName abi(String name) {
        return ClassName.get(JavaType.ROOT + ".internal.abi", name);
    }

    /** {@return the head of the method that stands for a function} */
    static MethodSpec.Builder method(FunctionPlan function) {
        return method(function.name(), function.signature());
    }

    static MethodSpec.Builder method(String name, Signature signature) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder(name).addModifiers(PUBLIC).returns(result(signature));
        for (ParameterPlan parameter : signature.parameters()) {
            method.addParameter(type(parameter.carrier()), parameter.name());
        }
        return method;
    }

    private static TypeName result(Signature signature) {
        return signature.returnsCode() ? TypeName.INT : TypeName.VOID;
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

    /** {@return the names of the parameters, each after a prefix, with nothing between them} */
    static String arguments(Signature signature, String prefix) {
        return signature.parameters().stream()
                .map(it -> prefix + it.name())
                .collect(Collectors.joining());
    }

    /** {@return the names of the parameters, with commas between them} */
    static String arguments(Signature signature) {
        return signature.parameters().stream()
                .map(ParameterPlan::name)
                .collect(Collectors.joining(", "));
    }

    /** {@return the Javadoc of the method that stands for a function} */
    static CodeBlock documentation(FunctionPlan function) {
        CodeBlock.Builder doc = CodeBlock.builder();
        doc.add("C: {@code $L}, since $L.", function.name(), Docs.escaped(function.since()));
        if (!function.freed().isEmpty()) {
            doc.add(" The caller frees {@code $L} with {@code FwpmFreeMemory0}.", function.freed());
        }
        return doc.add("\n").add(tags(function.signature())).build();
    }

    /** {@return what Javadoc says of parameters and result} */
    static CodeBlock tags(Signature signature) {
        CodeBlock.Builder doc = CodeBlock.builder();
        if (!signature.parameters().isEmpty()) {
            doc.add("\n");
        }
        for (ParameterPlan parameter : signature.parameters()) {
            doc.add(
                    "@param $L {@code $L}, $L$L\n",
                    parameter.name(),
                    parameter.cType(),
                    parameter.direction(),
                    parameter.nullable() ? ", may be null" : "");
        }
        if (signature.returnsCode()) {
            doc.add("@return 0, or an error code\n");
        }
        return doc.build();
    }

    /** {@return the name that a shape of function has: a letter per parameter, and the result} */
    static String shape(Signature signature) {
        String letters =
                signature.parameters().stream()
                        .map(it ->
                                switch (it.carrier()) {
                                    case BYTE -> "B";
                                    case SHORT -> "S";
                                    case INT -> "I";
                                    case LONG -> "J";
                                    case POINTER -> "P";
                                })
                        .collect(Collectors.joining());
        return letters + (signature.returnsCode() ? "toI" : "toV");
    }
}
