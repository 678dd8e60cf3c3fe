package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.ConstantPlan;
import io.github.wfp4j.generator.plan.NumbersPlan;

/** Emits holders of plain numbers. */
final class NumbersEmitter {
    private NumbersEmitter() {}

    static TypeSpec emit(NumbersPlan plan) {
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(JavaTypes.of(plan.type()))
                        .addModifiers(PUBLIC, FINAL)
                        .addJavadoc(Docs.type(plan.text(), plan.cName() + "_*", plan.header()))
                        .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        for (ConstantPlan constant : plan.constants()) {
            builder.addField(
                    FieldSpec.builder(
                                    constant.wide() ? TypeName.LONG : TypeName.INT,
                                    constant.name(),
                                    PUBLIC,
                                    STATIC,
                                    FINAL)
                            .addJavadoc("$L\n", EnumEmitter.text(constant))
                            .initializer(
                                    "$L",
                                    (constant.wide() ? "0x%xL" : "0x%x")
                                            .formatted(constant.value()))
                            .build());
        }
        return builder.build();
    }
}
