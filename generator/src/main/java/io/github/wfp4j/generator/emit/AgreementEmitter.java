package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.StructRef;
import io.github.wfp4j.generator.plan.UnionPlan;

/** Emits, for tests, the comparison of a view with a record, member by member. */
final class AgreementEmitter {
    private AgreementEmitter() {}

    static MethodSpec emit(StructPlan plan) {
        CodeBlock.Builder body = CodeBlock.builder();
        if (plan.sealedAs().isPresent()) {
            body.add(union(plan.sealedAs().get(), CodeBlock.of("value")));
        } else {
            for (Component component : plan.components()) {
                body.add(
                        component(
                                component,
                                component.name(),
                                CodeBlock.of("value.$N()", component.name())));
            }
        }
        return MethodSpec.methodBuilder("agree")
                .addModifiers(PUBLIC, STATIC)
                .addParameter(JavaTypes.view(plan.ref()), "view")
                .addParameter(JavaTypes.of(plan.ref().type()), "value")
                .addJavadoc("Fails unless the view reads what the value holds.\n")
                .addCode(body.build())
                .addStatement(
                        "$T.same($S, view.toRecord(), value)", SampleEmitter.SAMPLES, plan.cName())
                .build();
    }

    private static CodeBlock component(Component component, String accessor, CodeBlock value) {
        return switch (component.shape()) {
            case Shape.UnionValue(UnionPlan union) -> union(union, value);
            case Shape.StructValue(StructRef it) ->
                    CodeBlock.of(
                            "$T.agree(view.$N(), $L);\n", JavaTypes.samples(it), accessor, value);
            case Shape.StructPointer(StructRef it) ->
                    component.nullable()
                            ? CodeBlock.of(
                                    "$T.both($S, view.$N(), $L, $T::agree);\n",
                                    SampleEmitter.SAMPLES,
                                    component.member(),
                                    accessor,
                                    value,
                                    JavaTypes.samples(it))
                            : CodeBlock.of(
                                    "$T.agree(view.$N(), $L);\n",
                                    JavaTypes.samples(it),
                                    accessor,
                                    value);
            case Shape.CountedStructs(StructRef it, _) ->
                    CodeBlock.builder()
                            .add(
                                    "$T.same($S, view.$N().size(), $L.size());\n",
                                    SampleEmitter.SAMPLES,
                                    component.member(),
                                    accessor,
                                    value)
                            .beginControlFlow("for (int i = 0; i < $L.size(); i++)", value)
                            .addStatement(
                                    "$T.agree(view.$N().get(i), $L.get(i))",
                                    JavaTypes.samples(it),
                                    accessor,
                                    value)
                            .endControlFlow()
                            .build();
            default ->
                    CodeBlock.of(
                            "$T.same($S, view.$N(), $L);\n",
                            SampleEmitter.SAMPLES,
                            component.member(),
                            accessor,
                            value);
        };
    }

    private static CodeBlock union(UnionPlan union, CodeBlock value) {
        ClassName unionType = JavaTypes.of(union.type());
        CodeBlock.Builder body = CodeBlock.builder();
        if (!union.masked()) {
            body.addStatement(
                    "$T.same($S, view.$N(), $L.$N())",
                    SampleEmitter.SAMPLES,
                    union.tag().member(),
                    union.tag().name(),
                    value,
                    union.tag().name());
        }
        body.add("switch ($L) {\n", value).indent();
        for (UnionPlan.Case it : union.cases()) {
            body.add(
                    "case $T $L -> {\n",
                    unionType.nestedClass(it.name()),
                    it.components().isEmpty() ? "_" : "it");
            body.indent();
            for (Component component : it.components()) {
                body.add(
                        component(
                                component,
                                ViewEmitter.accessor(union, it, component),
                                CodeBlock.of("it.$N()", component.name())));
            }
            body.unindent().add("}\n");
        }
        return body.unindent().add("}\n").build();
    }
}
