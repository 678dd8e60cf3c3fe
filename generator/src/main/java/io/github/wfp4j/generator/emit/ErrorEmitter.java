package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.Plan.ErrorPlan;

import java.util.List;
import java.util.Optional;

/** Emits the error codes. */
final class ErrorEmitter {
    private ErrorEmitter() {}

    static TypeSpec emit(List<ErrorPlan> errors) {
        ClassName type = ClassName.get("io.github.wfp4j.win32", "ErrorCode");
        TypeSpec.Builder builder =
                TypeSpec.enumBuilder(type)
                        .addModifiers(PUBLIC)
                        .addJavadoc(
                                """
                                The error codes that callers of the engine meet, by their \
                                C names.

                                <p>C: {@code FWP_E_*}, {@code ERROR_*}, {@code RPC_S_*} \
                                and others, {@code winerror.h}.
                                """);
        for (ErrorPlan error : errors) {
            builder.addEnumConstant(
                    error.name(),
                    TypeSpec.anonymousClassBuilder(
                                    "$L, $S", "0x%08x".formatted(error.code()), error.meaning())
                            .addJavadoc("$L\n", Docs.sentence(error.meaning()))
                            .build());
        }
        return builder.addField(TypeName.INT, "code", PRIVATE, FINAL)
                .addField(JavaTypes.STRING, "meaning", PRIVATE, FINAL)
                .addMethod(
                        MethodSpec.constructorBuilder()
                                .addParameter(TypeName.INT, "code")
                                .addParameter(JavaTypes.STRING, "meaning")
                                .addStatement("this.code = code")
                                .addStatement("this.meaning = meaning")
                                .build())
                .addMethod(
                        MethodSpec.methodBuilder("code")
                                .addModifiers(PUBLIC)
                                .returns(TypeName.INT)
                                .addJavadoc("{@return the number that functions return}\n")
                                .addStatement("return code")
                                .build())
                .addMethod(
                        MethodSpec.methodBuilder("meaning")
                                .addModifiers(PUBLIC)
                                .returns(JavaTypes.STRING)
                                .addJavadoc("{@return what it says, a phrase}\n")
                                .addStatement("return meaning")
                                .build())
                .addMethod(
                        MethodSpec.methodBuilder("find")
                                .addModifiers(PUBLIC, STATIC)
                                .returns(
                                        ParameterizedTypeName.get(
                                                ClassName.get(Optional.class), type))
                                .addParameter(TypeName.INT, "code")
                                .addJavadoc(
                                        """
                                        {@return the error with a number}

                                        <p>A Win32 error is found in its form as an \
                                        {@code HRESULT} as well.

                                        @param code what a function returned
                                        """)
                                .addStatement(
                                        "int plain = (code & 0xffff0000) == 0x80070000 ? code &"
                                                + " 0xffff : code")
                                .beginControlFlow("for ($T error : values())", type)
                                .beginControlFlow("if (error.code == code || error.code == plain)")
                                .addStatement("return $T.of(error)", Optional.class)
                                .endControlFlow()
                                .endControlFlow()
                                .addStatement("return $T.empty()", Optional.class)
                                .build())
                .build();
    }
}
