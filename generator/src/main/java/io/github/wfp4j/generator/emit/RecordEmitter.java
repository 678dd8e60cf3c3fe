package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.EnumPlan;
import io.github.wfp4j.generator.plan.FlagsPlan;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.UnionPlan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Emits the record, or the sealed interface, that stands for a struct. */
final class RecordEmitter {
    static final String CHECKS_DOC =
            """
            Checks the components and copies the lists.

            @throws IllegalArgumentException if a component is out of its range
            """;

    private final StructPlan plan;
    private final Defaults defaults;
    private final ClassName type;

    private RecordEmitter(StructPlan plan, Defaults defaults) {
        this.plan = plan;
        this.defaults = defaults;
        this.type = JavaTypes.of(plan.ref().type());
    }

    static TypeSpec emit(StructPlan plan, Defaults defaults) {
        RecordEmitter emitter = new RecordEmitter(plan, defaults);
        return plan.sealedAs().isPresent()
                ? emitter.sealedInterface(plan.sealedAs().get())
                : emitter.record();
    }

    private TypeSpec sealedInterface(UnionPlan union) {
        return new UnionEmitter(union)
                .builder()
                .addJavadoc(Docs.type(plan.text(), plan.cName(), plan.header()))
                .build();
    }

    private TypeSpec record() {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        for (Component component : plan.components()) {
            header.addParameter(JavaTypes.of(component), component.name());
        }
        TypeSpec.Builder builder =
                TypeSpec.recordBuilder(type)
                        .addModifiers(PUBLIC)
                        .addJavadoc(Docs.type(plan.text(), plan.cName(), plan.header()))
                        .addJavadoc(Docs.secrets(plan.secrets()))
                        .addJavadoc(Docs.parameters(plan.components()))
                        .recordConstructor(header.build());
        addKnownValues(builder);
        CodeBlock checks =
                CodeBlock.builder()
                        .add(Checks.components(plan.components()))
                        .add(Checks.unions(plan))
                        .build();
        if (!checks.isEmpty()) {
            builder.addMethod(
                    MethodSpec.compactConstructorBuilder()
                            .addModifiers(PUBLIC)
                            .addJavadoc(CHECKS_DOC)
                            .addCode(checks)
                            .build());
        }
        plan.factory().ifPresent(parameters -> builder.addMethod(factory(parameters)));
        addTags(builder);
        addWithers(builder);
        if (!plan.secrets().isEmpty()) {
            builder.addMethod(discreetText());
        }
        for (Component component : plan.unions()) {
            builder.addType(
                    new UnionEmitter(((Shape.UnionValue) component.shape()).union()).nested());
        }
        return builder.build();
    }

    private void addKnownValues(TypeSpec.Builder builder) {
        for (StructPlan.KnownValue it : plan.constants()) {
            Shape.EnumValue first = (Shape.EnumValue) plan.components().getFirst().shape();
            String constant =
                    first.type().constants().stream()
                            .filter(candidate -> candidate.cName().equals(it.first()))
                            .findFirst()
                            .orElseThrow()
                            .name();
            builder.addField(
                    FieldSpec.builder(type, it.name(), PUBLIC, STATIC, FINAL)
                            .addJavadoc("C: {@code $L}.\n", it.cName())
                            .initializer(
                                    "new $T($T.$N, $L)",
                                    type,
                                    JavaTypes.of(first.type().type()),
                                    constant,
                                    it.second())
                            .build());
        }
    }

    private MethodSpec factory(List<Component> parameters) {
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : plan.components()) {
            arguments.add(
                    parameters.contains(component)
                            ? CodeBlock.of("$N", component.name())
                            : defaults.of(plan, component));
        }
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("of")
                        .addModifiers(PUBLIC, STATIC)
                        .returns(type)
                        .addJavadoc(
                                "{@return one in which everything else is zero, empty or none}\n")
                        .addJavadoc(Docs.parameters(parameters));
        for (Component component : parameters) {
            method.addParameter(JavaTypes.of(component), component.name());
        }
        return method.addStatement("return new $T($L)", type, CodeBlock.join(arguments, ", "))
                .build();
    }

    /**
     * As a record's own {@code toString()}, but for the secrets, which not even say if they are
     * null.
     */
    private MethodSpec discreetText() {
        CodeBlock.Builder text = CodeBlock.builder().add("$S", type.simpleName() + "[");
        String separator = "";
        for (Component component : plan.components()) {
            String label = separator + component.name() + "=";
            if (plan.secrets().contains(component)) {
                text.add(" + $S", label + "***");
            } else {
                text.add(" + $S + $N", label, component.name());
            }
            separator = ", ";
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(String.class)
                .addJavadoc("{@return the components, with {@code ***} for what is secret}\n")
                .addStatement("return $L", text.add(" + $S", "]").build())
                .build();
    }

    /** Several unions share one tag, which is no component: a method gives it. */
    private void addTags(TypeSpec.Builder builder) {
        Set<String> seen = new HashSet<>();
        for (Component component : plan.unions()) {
            UnionPlan union = ((Shape.UnionValue) component.shape()).union();
            if (!union.masked() && seen.add(union.tag().name())) {
                builder.addMethod(
                        MethodSpec.methodBuilder(union.tag().name())
                                .addModifiers(PUBLIC)
                                .returns(JavaTypes.of(union.tag().type().type()))
                                .addJavadoc(
                                        "{@return the tag that selects the case of {@code $L}}\n",
                                        component.name())
                                .addStatement(
                                        "return $N.$N()", component.name(), union.tag().name())
                                .build());
            }
        }
    }

    private void addWithers(TypeSpec.Builder builder) {
        if (plan.components().size() < 2) {
            return;
        }
        for (Component changed : plan.components()) {
            CodeBlock tag = CodeBlock.of("");
            String tagName = "";
            if (changed.shape() instanceof Shape.UnionValue(UnionPlan union)
                    && union.masked()
                    && union.tag().type() instanceof FlagsPlan flags) {
                tag = adjusted(union, flags, changed);
                tagName = union.tag().name();
            } else if (changed.shape() instanceof Shape.UnionValue(UnionPlan union)
                    && (sharesTag(union)
                            || (union.tag().type() instanceof EnumPlan && union.masked()))) {
                continue; // cannot change alone: the others would no longer agree
            }
            List<CodeBlock> arguments = new ArrayList<>();
            for (Component component : plan.components()) {
                arguments.add(
                        component.name().equals(tagName)
                                ? tag
                                : CodeBlock.of("$N", component.name()));
            }
            MethodSpec.Builder method =
                    MethodSpec.methodBuilder("with" + Names.upperFirst(changed.name()))
                            .addModifiers(PUBLIC)
                            .returns(type)
                            .addParameter(JavaTypes.of(changed), changed.name())
                            .addJavadoc("{@return a copy with another {@code $L}", changed.name());
            if (!tagName.isEmpty()) {
                method.addJavadoc(" and {@code $L} to fit it", tagName);
            }
            method.addJavadoc("}\n\n@param $L $L\n", changed.name(), Docs.escaped(changed.text()));
            builder.addMethod(
                    method.addStatement("return new $T($L)", type, CodeBlock.join(arguments, ", "))
                            .build());
        }
    }

    private boolean sharesTag(UnionPlan union) {
        return plan.unions().stream()
                        .map(it -> ((Shape.UnionValue) it.shape()).union())
                        .filter(it -> it.tag().name().equals(union.tag().name()))
                        .count()
                > 1;
    }

    private static CodeBlock adjusted(UnionPlan union, FlagsPlan flags, Component changed) {
        CodeBlock.Builder cases = CodeBlock.builder();
        ClassName flagsType = JavaTypes.of(flags.type());
        cases.add("switch ($N) {\n", changed.name()).indent();
        for (UnionPlan.Case it : union.cases()) {
            boolean set = it.values().getFirst().number() != 0;
            cases.add(
                    "case $T _ -> $N.$L(new $T(0x$L));\n",
                    JavaTypes.of(union.type()).nestedClass(it.name()),
                    union.tag().name(),
                    set ? "or" : "without",
                    flagsType,
                    Long.toHexString(union.tag().mask()));
        }
        return cases.unindent().add("}").build();
    }
}
