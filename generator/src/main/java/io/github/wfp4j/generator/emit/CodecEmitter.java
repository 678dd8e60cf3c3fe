package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.StructRef;

import java.util.Map;

/** Emits the class that reads and writes a struct. */
final class CodecEmitter {
    private CodecEmitter() {}

    static TypeSpec emit(
            StructPlan plan, Map<String, StructRef> structs, Map<String, Boolean> pointing) {
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(JavaTypes.codec(plan.ref()))
                        .addModifiers(PUBLIC, FINAL)
                        .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        if (plan.handWritten()) {
            builder.addJavadoc("The layout of {@code $L}.\n", plan.cName());
        } else {
            builder.addJavadoc(
                    "Reads and writes {@link $T} as {@code $L}.\n",
                    JavaTypes.of(plan.ref().type()),
                    plan.cName());
        }
        new LayoutEmitter(plan, structs).addTo(builder);
        if (!plan.handWritten()) {
            new WriteEmitter(plan, builder).add();
            new ExtentEmitter(plan, builder, pointing).add();
            new ReadEmitter(plan, builder).add();
        }
        return builder.build();
    }
}
