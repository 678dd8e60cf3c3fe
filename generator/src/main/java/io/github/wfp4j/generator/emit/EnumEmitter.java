package io.github.wfp4j.generator.emit;

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

import io.github.wfp4j.generator.plan.ConstantPlan;
import io.github.wfp4j.generator.plan.EnumPlan;

/** Emits enums. */
final class EnumEmitter {
    private EnumEmitter() {}

    static TypeSpec emit(EnumPlan plan) {
        ClassName type = JavaTypes.of(plan.type());
        TypeSpec.Builder builder =
                TypeSpec.enumBuilder(type)
                        .addModifiers(PUBLIC)
                        .addJavadoc(Docs.type(plan.text(), plan.cName(), plan.header()));
        for (ConstantPlan constant : plan.constants()) {
            builder.addEnumConstant(
                    constant.name(),
                    TypeSpec.anonymousClassBuilder(
                                    "$L, $S", (int) constant.value(), constant.cName())
                            .addJavadoc("$L\n", text(constant))
                            .build());
        }
        for (ConstantPlan alias : plan.aliases()) {
            String canonical =
                    plan.constants().stream()
                            .filter(it -> it.value() == alias.value())
                            .findFirst()
                            .orElseThrow()
                            .name();
            builder.addField(
                    FieldSpec.builder(type, alias.name(), PUBLIC, STATIC, FINAL)
                            .addJavadoc("Another name of {@link #$L}: $L\n", canonical, text(alias))
                            .initializer("$L", canonical)
                            .build());
        }
        return builder.addField(TypeName.INT, "value", PRIVATE, FINAL)
                .addField(JavaTypes.STRING, "cName", PRIVATE, FINAL)
                .addMethod(
                        MethodSpec.constructorBuilder()
                                .addParameter(TypeName.INT, "value")
                                .addParameter(JavaTypes.STRING, "cName")
                                .addStatement("this.value = value")
                                .addStatement("this.cName = cName")
                                .build())
                .addMethod(
                        MethodSpec.methodBuilder("value")
                                .addModifiers(PUBLIC)
                                .returns(TypeName.INT)
                                .addJavadoc("{@return the number that stands for it in C}\n")
                                .addStatement("return value")
                                .build())
                .addMethod(
                        MethodSpec.methodBuilder("cName")
                                .addModifiers(PUBLIC)
                                .returns(JavaTypes.STRING)
                                .addJavadoc("{@return its name in C}\n")
                                .addStatement("return cName")
                                .build())
                .addMethod(find(plan, type))
                .addMethod(of(plan, type))
                .build();
    }

    static CodeBlock text(ConstantPlan constant) {
        String phrase = constant.text();
        return phrase.isEmpty()
                ? CodeBlock.of("C: {@code $L}.", constant.cName())
                : CodeBlock.of("$L C: {@code $L}.", Docs.sentence(phrase), constant.cName());
    }

    private static MethodSpec find(EnumPlan plan, ClassName type) {
        CodeBlock.Builder body = CodeBlock.builder().add("return switch (value) {\n").indent();
        for (ConstantPlan constant : plan.constants()) {
            body.add("case $L -> $L;\n", (int) constant.value(), constant.name());
        }
        body.add("default -> null;\n").unindent().add("};\n");
        return MethodSpec.methodBuilder("find")
                .addModifiers(PUBLIC, STATIC)
                .returns(type.annotated(AnnotationSpec.builder(JavaTypes.NULLABLE).build()))
                .addParameter(TypeName.INT, "value")
                .addJavadoc(
                        """
                        {@return the constant with a number, or null for none}

                        @param value the number that stands for it in C
                        """)
                .addCode(body.build())
                .build();
    }

    private static MethodSpec of(EnumPlan plan, ClassName type) {
        return MethodSpec.methodBuilder("of")
                .addModifiers(PUBLIC, STATIC)
                .returns(type)
                .addParameter(TypeName.INT, "value")
                .addJavadoc(
                        """
                        {@return the constant with a number}

                        @param value the number that stands for it in C
                        @throws IllegalArgumentException if no constant has it
                        """)
                .addStatement("$T found = find(value)", type)
                .beginControlFlow("if (found == null)")
                .addStatement(
                        "throw new $T($S + $T.toHexString(value))",
                        IllegalArgumentException.class,
                        "not a value of " + plan.cName() + ": 0x",
                        Integer.class)
                .endControlFlow()
                .addStatement("return found")
                .build();
    }
}
