package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.StructPlan;

import java.util.List;

/** Emits, for tests, one round trip through real memory for each struct. */
final class RoundTripEmitter {
    private static final ClassName PROPERTY = ClassName.get("net.jqwik.api", "Property");
    private static final ClassName PROVIDE = ClassName.get("net.jqwik.api", "Provide");
    private static final ClassName FOR_ALL = ClassName.get("net.jqwik.api", "ForAll");

    private RoundTripEmitter() {}

    static TypeSpec emit(List<StructPlan> structs) {
        TypeSpec.Builder builder =
                TypeSpec.classBuilder("RoundTripTest")
                        .addModifiers(FINAL)
                        .addJavadoc(
                                "Encodes a random value of every struct to memory, decodes it, and"
                                        + " reads it in place.\n");
        for (StructPlan struct : structs) {
            if (struct.handWritten()) {
                continue;
            }
            ClassName type = JavaTypes.of(struct.ref().type());
            String name = Names.lowerFirst(type.simpleName());
            builder.addMethod(
                    MethodSpec.methodBuilder(name + "SurvivesMemory")
                            .addAnnotation(
                                    AnnotationSpec.builder(PROPERTY)
                                            .addMember("tries", "$L", "Samples.TRIES")
                                            .build())
                            .addParameter(
                                    ParameterSpec.builder(type, "value")
                                            .addAnnotation(
                                                    AnnotationSpec.builder(FOR_ALL)
                                                            .addMember("value", "$S", name)
                                                            .build())
                                            .build())
                            .addStatement(
                                    "$T.survives(value, $T::encode, $T::decode, $T::new,"
                                            + " $T::agree)",
                                    SampleEmitter.SAMPLES,
                                    JavaTypes.codec(struct.ref()),
                                    JavaTypes.codec(struct.ref()),
                                    JavaTypes.view(struct.ref()),
                                    JavaTypes.samples(struct.ref()))
                            .build());
            builder.addMethod(
                    MethodSpec.methodBuilder(name)
                            .addAnnotation(PROVIDE)
                            .returns(ParameterizedTypeName.get(SampleEmitter.ARBITRARY, type))
                            .addStatement("return $T.any()", JavaTypes.samples(struct.ref()))
                            .build());
        }
        return builder.build();
    }
}
