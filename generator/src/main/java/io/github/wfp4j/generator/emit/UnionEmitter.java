package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.SEALED;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.UnionPlan;
import io.github.wfp4j.generator.plan.UnionPlan.Case;
import io.github.wfp4j.generator.plan.UnionPlan.TagValue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Emits a tagged union as a sealed interface with a record for each case. */
final class UnionEmitter {
    /** Cases whose names {@code java.lang} has as well. */
    private static final Set<String> COMMON_NAMES = Set.of("Float", "Double");

    private final UnionPlan union;
    private final ClassName type;

    UnionEmitter(UnionPlan union) {
        this.union = union;
        this.type = JavaTypes.of(union.type());
    }

    /** {@return the interface, nested in the record of its struct} */
    TypeSpec nested() {
        return builder()
                .addModifiers(STATIC)
                .addJavadoc("$L\n", Docs.sentence(union.text()))
                .build();
    }

    /** {@return the interface, not yet documented} */
    TypeSpec.Builder builder() {
        TypeSpec.Builder builder =
                TypeSpec.interfaceBuilder(type.simpleName()).addModifiers(PUBLIC, SEALED);
        if (!union.masked()) {
            builder.addMethod(
                    MethodSpec.methodBuilder(union.tag().name())
                            .addModifiers(PUBLIC, ABSTRACT)
                            .returns(tagType())
                            .addJavadoc("{@return the tag that selects this case}\n")
                            .build());
        }
        for (Case it : union.cases()) {
            builder.addType(caseRecord(it));
        }
        return builder;
    }

    private ClassName tagType() {
        return JavaTypes.of(union.tag().type().type());
    }

    private TypeSpec caseRecord(Case it) {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        boolean holdsTag = it.holdsTag();
        if (holdsTag) {
            header.addParameter(tagType(), union.tag().name());
        }
        for (Component component : it.components()) {
            header.addParameter(JavaTypes.of(component), component.name());
        }
        TypeSpec.Builder builder =
                TypeSpec.recordBuilder(it.name())
                        .addModifiers(PUBLIC, STATIC)
                        .addSuperinterface(type)
                        .addJavadoc("$L\n", describe(it))
                        .recordConstructor(header.build());
        if (COMMON_NAMES.contains(it.name())) {
            // The name follows from the tag, and code that names the case qualifies it.
            builder.addAnnotation(
                    AnnotationSpec.builder(SuppressWarnings.class)
                            .addMember("value", "$S", "AvoidCommonTypeNames")
                            .build());
        }
        if (holdsTag || !it.components().isEmpty()) {
            builder.addJavadoc("\n");
        }
        if (holdsTag) {
            builder.addJavadoc("@param $L the tag, one of those\n", union.tag().name());
        }
        for (Component component : it.components()) {
            builder.addJavadoc("@param $L $L\n", component.name(), Docs.escaped(component.text()));
        }
        CodeBlock checks =
                CodeBlock.builder()
                        .add(holdsTag ? tagCheck(it) : CodeBlock.of(""))
                        .add(Checks.components(it.components()))
                        .build();
        if (!checks.isEmpty()) {
            builder.addMethod(
                    MethodSpec.compactConstructorBuilder()
                            .addModifiers(PUBLIC)
                            .addJavadoc(RecordEmitter.CHECKS_DOC)
                            .addCode(checks)
                            .build());
        }
        if (!holdsTag && !union.masked()) {
            builder.addMethod(
                    MethodSpec.methodBuilder(union.tag().name())
                            .addAnnotation(Override.class)
                            .addModifiers(PUBLIC)
                            .returns(tagType())
                            .addStatement(
                                    "return $T.$N", tagType(), it.values().getFirst().constant())
                            .build());
        }
        return builder.build();
    }

    private String describe(Case it) {
        if (it.values().isEmpty()) {
            return "The case of every other tag; it holds nothing else.";
        }
        if (union.masked()) {
            long number = it.values().getFirst().number();
            return "The case in which bit 0x%x of {@code %s} is %s."
                    .formatted(
                            union.tag().mask(), union.tag().name(), number == 0 ? "clear" : "set");
        }
        String tags =
                it.values().stream()
                        .map(tag -> "{@code " + tag.cName() + "}")
                        .collect(Collectors.joining(", "));
        return "The case of %s%s."
                .formatted(tags, it.components().isEmpty() ? "; it holds nothing else" : "");
    }

    private CodeBlock tagCheck(Case it) {
        List<TagValue> allowed =
                it.values().isEmpty()
                        ? union.cases().stream().flatMap(other -> other.values().stream()).toList()
                        : it.values();
        String constants =
                allowed.stream()
                        .map(TagValue::constant)
                        .distinct()
                        .collect(Collectors.joining(", "));
        boolean other = it.values().isEmpty();
        return CodeBlock.builder()
                .add("boolean known = switch ($N) {\n", union.tag().name())
                .indent()
                .add("case $L -> $L;\n", constants, !other)
                .add("default -> $L;\n", other)
                .unindent()
                .add("};\n")
                .beginControlFlow("if (!known)")
                .addStatement(
                        "throw new $T($S + $N)",
                        IllegalArgumentException.class,
                        "%s does not select %s: ".formatted(union.tag().name(), it.name()),
                        union.tag().name())
                .endControlFlow()
                .build();
    }
}
