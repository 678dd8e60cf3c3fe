package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.JavaType;
import io.github.wfp4j.generator.plan.SchemaPlan;
import io.github.wfp4j.generator.plan.SchemaPlan.KeyRef;

import java.util.List;

/** Emits the tables of built-in layers, sublayers and callouts. */
final class SchemaEmitter {
    private static final String PACKAGE = JavaType.ROOT + ".internal.schema";
    private static final ClassName LAYER = ClassName.get(PACKAGE, "Layer");
    private static final ClassName FIELD = ClassName.get(PACKAGE, "LayerField");
    private static final ClassName SUBLAYER = ClassName.get(PACKAGE, "Sublayer");
    private static final ClassName CALLOUT = ClassName.get(PACKAGE, "Callout");
    private static final ClassName DATA_TYPE = ClassName.get(JavaType.ROOT + ".fwp", "FwpDataType");
    private static final ClassName FIELD_TYPE =
            ClassName.get(JavaType.ROOT + ".fwpm", "FwpmFieldType");
    private static final ClassName LAYER_FLAGS =
            ClassName.get(JavaType.ROOT + ".fwpm", "FwpmLayerFlags");
    private static final ClassName CALLOUT_FLAGS =
            ClassName.get(JavaType.ROOT + ".fwpm", "FwpmCalloutFlags");

    private SchemaEmitter() {}

    /**
     * {@return the layers, one method for each, since one for all would be too large for a class}
     */
    static TypeSpec layers(SchemaPlan plan) {
        TypeSpec.Builder builder =
                holder("BuiltinLayers", "The layers that every engine has, with their fields.");
        CodeBlock.Builder list = CodeBlock.builder();
        for (SchemaPlan.Layer layer : plan.layers()) {
            String method = "layer" + layer.id();
            list.add("$L$L()", list.isEmpty() ? "" : ", ", method);
            CodeBlock flags = CodeBlock.of("$T.NONE", LAYER_FLAGS);
            for (String flag : layer.flags()) {
                flags = CodeBlock.of("$L.or($T.$L)", flags, LAYER_FLAGS, flag);
            }
            builder.addMethod(
                    MethodSpec.methodBuilder(method)
                            .addModifiers(PRIVATE, STATIC)
                            .returns(LAYER)
                            .addStatement(
                                    "return new $T($L, $L, $S, $L, $L, $T.of($L))",
                                    LAYER,
                                    key(layer.key()),
                                    layer.id(),
                                    layer.name(),
                                    flags,
                                    key(layer.defaultSublayer()),
                                    List.class,
                                    CodeBlock.join(
                                            layer.fields().stream()
                                                    .map(SchemaEmitter::field)
                                                    .toList(),
                                            ", "))
                            .build());
        }
        return builder.addMethod(all(LAYER, list.build())).build();
    }

    private static CodeBlock field(SchemaPlan.Field field) {
        return CodeBlock.of(
                "new $T($L, $T.$L, $T.$L, $T.of($L))",
                FIELD,
                key(field.key()),
                FIELD_TYPE,
                field.fieldType(),
                DATA_TYPE,
                field.dataType(),
                List.class,
                CodeBlock.join(
                        field.valueTypes().stream()
                                .map(it -> CodeBlock.of("$T.$L", DATA_TYPE, it))
                                .toList(),
                        ", "));
    }

    /** {@return the sublayers} */
    static TypeSpec sublayers(SchemaPlan plan) {
        return holder("BuiltinSublayers", "The sublayers that every engine has.")
                .addMethod(
                        all(
                                SUBLAYER,
                                CodeBlock.join(
                                        plan.sublayers().stream()
                                                .map(it ->
                                                        CodeBlock.of(
                                                                "new $T($L, $S, $L)",
                                                                SUBLAYER,
                                                                key(it.key()),
                                                                it.name(),
                                                                it.weight()))
                                                .toList(),
                                        ", ")))
                .build();
    }

    /** {@return the callouts} */
    static TypeSpec callouts(SchemaPlan plan) {
        return holder("BuiltinCallouts", "The callouts that every engine has.")
                .addMethod(
                        all(
                                CALLOUT,
                                CodeBlock.join(
                                        plan.callouts().stream()
                                                .map(it ->
                                                        CodeBlock.of(
                                                                "new $T($L, $L, $S, new"
                                                                        + " $T($L), $L)",
                                                                CALLOUT,
                                                                key(it.key()),
                                                                it.id(),
                                                                it.name(),
                                                                CALLOUT_FLAGS,
                                                                "0x%x".formatted(it.flags()),
                                                                key(it.layer())))
                                                .toList(),
                                        ", ")))
                .build();
    }

    private static TypeSpec.Builder holder(String name, String text) {
        return TypeSpec.classBuilder(ClassName.get(PACKAGE, name))
                .addModifiers(PUBLIC, FINAL)
                .addJavadoc("$L\n", text)
                .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
    }

    private static MethodSpec all(ClassName element, CodeBlock elements) {
        return MethodSpec.methodBuilder("all")
                .addModifiers(PUBLIC, STATIC)
                .returns(ParameterizedTypeName.get(JavaTypes.LIST, element))
                .addJavadoc("{@return all of them; made anew on each call}\n")
                .addStatement("return $T.of($L)", JavaTypes.LIST, elements)
                .build();
    }

    private static CodeBlock key(KeyRef key) {
        return key.guid().isEmpty()
                ? CodeBlock.of("$T.$N", JavaTypes.of(key.holder()), key.constant())
                : CodeBlock.of("$T.of($S)", JavaTypes.of(key.type()), key.guid());
    }
}
