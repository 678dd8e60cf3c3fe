package io.github.wfp4j.generator.emit;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.StructRef;
import io.github.wfp4j.generator.plan.UnionPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Emits the methods that measure what a struct points to, before it is written. */
final class ExtentEmitter {
    private final StructPlan plan;
    private final TypeSpec.Builder codec;
    private final Map<String, Boolean> pointing;

    /**
     * Creates an emitter.
     *
     * @param pointing by C name: whether a struct points to anything at all
     */
    ExtentEmitter(StructPlan plan, TypeSpec.Builder codec, Map<String, Boolean> pointing) {
        this.plan = plan;
        this.codec = codec;
        this.pointing = pointing;
    }

    void add() {
        CodeBlock body;
        if (plan.sealedAs().isPresent()) {
            body = CodeBlock.of("return $L;\n", union(plan.sealedAs().get(), "value"));
        } else {
            body = CodeBlock.of("return $L;\n", sum(plan.components(), "value"));
        }
        codec.addMethod(
                MethodSpec.methodBuilder("extent")
                        .addModifiers(PUBLIC, STATIC)
                        .returns(TypeName.LONG)
                        .addParameter(JavaTypes.of(plan.ref().type()), "value")
                        .addJavadoc(
                                "{@return how many bytes everything takes that the struct points"
                                        + " to}\n")
                        .addCode(body)
                        .build());
    }

    private CodeBlock sum(List<Component> components, String owner) {
        List<CodeBlock> terms = new ArrayList<>();
        for (Component component : components) {
            CodeBlock term = term(component, CodeBlock.of("$L.$N()", owner, component.name()));
            if (!term.isEmpty()) {
                terms.add(term);
            }
        }
        return terms.isEmpty() ? CodeBlock.of("0") : CodeBlock.join(terms, "\n+ ");
    }

    private CodeBlock term(Component component, CodeBlock value) {
        return switch (component.shape()) {
            case Shape.GuidPointer _ -> CodeBlock.of("$T.guidExtent($L)", JavaTypes.SLAB, value);
            case Shape.StructValue(StructRef it) when pointing.getOrDefault(it.cName(), true) ->
                    CodeBlock.of("$T.extent($L)", JavaTypes.codec(it), value);
            case Shape.StructPointer(StructRef it) -> pointer(component, it, value);
            case Shape.Text _ -> CodeBlock.of("$T.textExtent($L)", JavaTypes.SLAB, value);
            case Shape.CountedText _ ->
                    CodeBlock.of("$T.countedTextExtent($L)", JavaTypes.SLAB, value);
            case Shape.SidPointer _ -> CodeBlock.of("$T.sidExtent($L)", JavaTypes.SLAB, value);
            case Shape.CountedBytes _ ->
                    CodeBlock.of("$T.align($L.length())", JavaTypes.SLAB, value);
            case Shape.CountedNumbers(int bits, _) ->
                    CodeBlock.of("$T.align($LL * $L.size())", JavaTypes.SLAB, bits / 8, value);
            case Shape.CountedGuids _ -> CodeBlock.of("16L * $L.size()", value);
            case Shape.CountedStructs(StructRef it, _) -> structs(component, it, value);
            case Shape.CountedTexts(boolean wide, _) ->
                    CodeBlock.of(
                            "$T.$L($L)",
                            JavaTypes.SLAB,
                            wide ? "textsExtent" : "narrowTextsExtent",
                            value);
            case Shape.NumberPointer _ -> CodeBlock.of("8");
            case Shape.UnionValue(UnionPlan union) -> {
                CodeBlock cases = union(union, "value");
                if (cases.toString().equals("0")) {
                    yield CodeBlock.of("");
                }
                String name = "extentOf" + Names.upperFirst(component.name()) + "Union";
                addMethod(name, JavaTypes.of(union.type()), CodeBlock.of("return $L;\n", cases));
                yield CodeBlock.of("$N($L)", name, value);
            }
            default -> CodeBlock.of("");
        };
    }

    private void addMethod(String name, TypeName value, CodeBlock body) {
        codec.addMethod(
                MethodSpec.methodBuilder(name)
                        .addModifiers(PRIVATE, STATIC)
                        .returns(TypeName.LONG)
                        .addParameter(value, "value")
                        .addCode(body)
                        .build());
    }

    private CodeBlock pointer(Component component, StructRef it, CodeBlock value) {
        CodeBlock behind =
                pointing.getOrDefault(it.cName(), true)
                        ? CodeBlock.of(" + $T.extent(value)", JavaTypes.codec(it))
                        : CodeBlock.of("");
        if (!component.nullable()) {
            CodeBlock inPlace =
                    pointing.getOrDefault(it.cName(), true)
                            ? CodeBlock.of(" + $T.extent($L)", JavaTypes.codec(it), value)
                            : CodeBlock.of("");
            return CodeBlock.of(
                    "$T.align($T.BYTE_SIZE)$L", JavaTypes.SLAB, JavaTypes.codec(it), inPlace);
        }
        String name = "extentOf" + Names.upperFirst(component.name());
        addMethod(
                name,
                JavaTypes.of(component),
                CodeBlock.builder()
                        .addStatement(
                                "return value == null ? 0 : $T.align($T.BYTE_SIZE)$L",
                                JavaTypes.SLAB,
                                JavaTypes.codec(it),
                                behind)
                        .build());
        return CodeBlock.of("$N($L)", name, value);
    }

    private CodeBlock structs(Component component, StructRef it, CodeBlock value) {
        if (!pointing.getOrDefault(it.cName(), true)) {
            return CodeBlock.of(
                    "$T.align($T.BYTE_SIZE * $L.size())",
                    JavaTypes.SLAB,
                    JavaTypes.codec(it),
                    value);
        }
        String name = "extentOf" + Names.upperFirst(component.name());
        addMethod(
                name,
                JavaTypes.of(component),
                CodeBlock.builder()
                        .addStatement(
                                "long extent = $T.align($T.BYTE_SIZE * value.size())",
                                JavaTypes.SLAB,
                                JavaTypes.codec(it))
                        .beginControlFlow("for ($T element : value)", JavaTypes.of(it.type()))
                        .addStatement("extent += $T.extent(element)", JavaTypes.codec(it))
                        .endControlFlow()
                        .addStatement("return extent")
                        .build());
        return CodeBlock.of("$N($L)", name, value);
    }

    private CodeBlock union(UnionPlan union, String value) {
        ClassName unionType = JavaTypes.of(union.type());
        CodeBlock.Builder cases = CodeBlock.builder().add("switch ($L) {\n", value).indent();
        boolean any = false;
        for (UnionPlan.Case it : union.cases()) {
            CodeBlock sum = sum(it.components(), "it");
            boolean used = sum.toString().contains("it.");
            any |= !sum.toString().equals("0");
            cases.add(
                    "case $T $L -> $L;\n",
                    unionType.nestedClass(it.name()),
                    used ? "it" : "_",
                    sum);
        }
        return any ? cases.unindent().add("}").build() : CodeBlock.of("0");
    }
}
