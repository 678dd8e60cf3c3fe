package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.ConstantPlan;
import io.github.wfp4j.generator.plan.FlagsPlan;

import java.util.ArrayList;

/** Emits flag sets: records of bits, so that bits without a name survive. */
final class FlagsEmitter {
    private final FlagsPlan plan;
    private final ClassName type;
    private final boolean wide;

    private FlagsEmitter(FlagsPlan plan) {
        this.plan = plan;
        this.type = JavaTypes.of(plan.type());
        this.wide = plan.bits() == 64;
    }

    static TypeSpec emit(FlagsPlan plan) {
        return new FlagsEmitter(plan).type();
    }

    private TypeSpec type() {
        TypeName bits = wide ? TypeName.LONG : TypeName.INT;
        TypeSpec.Builder builder =
                TypeSpec.recordBuilder(type)
                        .addModifiers(PUBLIC)
                        .addJavadoc(Docs.type(plan.text(), plan.cName() + "_*", plan.header()))
                        .addJavadoc("\n@param bits the flags, those without a name here included\n")
                        .recordConstructor(
                                MethodSpec.constructorBuilder().addParameter(bits, "bits").build());
        if (plan.constants().stream().noneMatch(it -> it.name().equals("NONE"))) {
            builder.addField(
                    FieldSpec.builder(type, "NONE", PUBLIC, STATIC, FINAL)
                            .addJavadoc("No flag.\n")
                            .initializer("new $T(0)", type)
                            .build());
        }
        for (ConstantPlan constant : plan.constants()) {
            builder.addField(
                    FieldSpec.builder(type, constant.name(), PUBLIC, STATIC, FINAL)
                            .addJavadoc("$L\n", EnumEmitter.text(constant))
                            .initializer("new $T($L)", type, literal(constant.value()))
                            .build());
        }
        return builder.addMethod(combine("or", "with the flags of both", "bits | other.bits"))
                .addMethod(combine("without", "without the other's flags", "bits & ~other.bits"))
                .addMethod(
                        MethodSpec.methodBuilder("contains")
                                .addModifiers(PUBLIC)
                                .returns(TypeName.BOOLEAN)
                                .addParameter(type, "other")
                                .addJavadoc(
                                        """
                                        {@return whether all of the other's flags are set}

                                        @param other the flags to look for
                                        """)
                                .addStatement("return (bits & other.bits) == other.bits")
                                .build())
                .addMethod(cNames())
                .addMethod(
                        MethodSpec.methodBuilder("toString")
                                .addAnnotation(Override.class)
                                .addModifiers(PUBLIC)
                                .returns(JavaTypes.STRING)
                                .addJavadoc("{@return the names of {@link #cNames()}}\n")
                                .addStatement("return $T.join($S, cNames())", String.class, "|")
                                .build())
                .build();
    }

    private String literal(long value) {
        return wide ? "0x%xL".formatted(value) : "0x%x".formatted((int) value);
    }

    private MethodSpec combine(String name, String what, String expression) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PUBLIC)
                .returns(type)
                .addParameter(type, "other")
                .addJavadoc("{@return these flags $L}\n\n@param other the other flags\n", what)
                .addStatement("return new $T($L)", type, expression)
                .build();
    }

    private MethodSpec cNames() {
        Class<?> box = wide ? Long.class : Integer.class;
        CodeBlock.Builder body =
                CodeBlock.builder()
                        .addStatement(
                                "$T names = new $T<>()",
                                ParameterizedTypeName.get(JavaTypes.LIST, JavaTypes.STRING),
                                ArrayList.class)
                        .addStatement("$T rest = bits", wide ? TypeName.LONG : TypeName.INT);
        for (ConstantPlan constant : plan.constants()) {
            if (constant.mask() || Long.bitCount(constant.value()) != 1) {
                continue;
            }
            body.beginControlFlow("if ((rest & $L) != 0)", literal(constant.value()))
                    .addStatement("names.add($S)", constant.cName())
                    .addStatement("rest &= ~$L", literal(constant.value()))
                    .endControlFlow();
        }
        body.beginControlFlow("if (rest != 0)")
                .addStatement("names.add($S + $T.toHexString(rest))", "0x", box)
                .endControlFlow()
                .addStatement("return $T.copyOf(names)", JavaTypes.LIST);
        return MethodSpec.methodBuilder("cNames")
                .addModifiers(PUBLIC)
                .returns(ParameterizedTypeName.get(JavaTypes.LIST, JavaTypes.STRING))
                .addJavadoc(
                        "{@return the C names of the flags that are set, lowest bit first, and as a"
                                + " last element the bits without a name, in hexadecimal}\n")
                .addCode(body.build())
                .build();
    }
}
