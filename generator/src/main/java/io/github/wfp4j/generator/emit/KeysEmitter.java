package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.KeyHolderPlan;
import io.github.wfp4j.generator.plan.KeyHolderPlan.KeyPlan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Emits the holders of well-known keys, and the names by which keys print. */
final class KeysEmitter {
    private KeysEmitter() {}

    static TypeSpec holder(KeyHolderPlan plan) {
        ClassName key = JavaTypes.of(plan.key());
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(JavaTypes.of(plan.type()))
                        .addModifiers(PUBLIC, FINAL)
                        .addJavadoc(
                                "The well-known values of {@link $T}.\n\n<p>C: {@code $L*}, {@code"
                                        + " fwpmu.h}.\n",
                                key,
                                plan.prefix())
                        .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        for (KeyPlan it : plan.keys()) {
            FieldSpec.Builder field =
                    FieldSpec.builder(key, it.name(), PUBLIC, STATIC, FINAL)
                            .initializer(
                                    "new $T(new $T($L, $L))",
                                    key,
                                    JavaTypes.GUID,
                                    "0x%xL".formatted(it.low()),
                                    "0x%xL".formatted(it.high()));
            field.addJavadoc("C: {@code $L}", it.cName());
            if (!it.aliasOf().isEmpty()) {
                field.addJavadoc(", another name of {@code $L}", it.aliasOf());
            }
            field.addJavadoc(".\n");
            if (it.withdrawn()) {
                field.addJavadoc(
                        "\n@deprecated the newest Windows SDK no longer has it; machines of its"
                                + " time do\n");
                field.addAnnotation(Deprecated.class);
            }
            builder.addField(field.build());
        }
        return builder.build();
    }

    /** A GUID may have one name in each kind of key. */
    static TypeSpec names(List<KeyHolderPlan> holders) {
        ClassName key = JavaTypes.types("Key");
        ParameterizedTypeName map =
                ParameterizedTypeName.get(ClassName.get(Map.class), key, JavaTypes.STRING);
        TypeSpec.Builder builder =
                TypeSpec.classBuilder(JavaTypes.types("KeyNames"))
                        .addModifiers(FINAL)
                        .addJavadoc("The C names of well-known keys, made when first asked for.\n")
                        .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build())
                        .addField(
                                FieldSpec.builder(map, "NAMES", PRIVATE, STATIC, FINAL)
                                        .initializer("names()")
                                        .build())
                        .addMethod(
                                MethodSpec.methodBuilder("nameOrGuid")
                                        .addModifiers(STATIC)
                                        .returns(JavaTypes.STRING)
                                        .addParameter(key, "key")
                                        .addStatement("String name = NAMES.get(key)")
                                        .addStatement(
                                                "return name == null ? key.guid().toString() :"
                                                        + " name")
                                        .build());
        CodeBlock.Builder all =
                CodeBlock.builder()
                        .addStatement("$T names = new $T<>()", map, java.util.HashMap.class);
        for (KeyHolderPlan holder : holders) {
            String method = "add" + holder.type().simpleName();
            all.addStatement("$L(names)", method);
            CodeBlock.Builder body = CodeBlock.builder();
            Set<String> seen = new HashSet<>();
            for (KeyPlan it : holder.keys()) {
                if (it.aliasOf().isEmpty() && seen.add(it.low() + ":" + it.high())) {
                    body.addStatement(
                            "names.put(new $T(new $T($L, $L)), $S)",
                            JavaTypes.of(holder.key()),
                            JavaTypes.GUID,
                            "0x%xL".formatted(it.low()),
                            "0x%xL".formatted(it.high()),
                            it.cName());
                }
            }
            builder.addMethod(
                    MethodSpec.methodBuilder(method)
                            .addModifiers(PRIVATE, STATIC)
                            .addParameter(map, "names")
                            .addCode(body.build())
                            .build());
        }
        return builder.addMethod(
                        MethodSpec.methodBuilder("names")
                                .addModifiers(PRIVATE, STATIC)
                                .returns(map)
                                .addCode(all.addStatement("return names").build())
                                .build())
                .build();
    }
}
