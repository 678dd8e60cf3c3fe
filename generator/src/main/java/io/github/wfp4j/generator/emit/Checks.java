package io.github.wfp4j.generator.emit;

import com.palantir.javapoet.CodeBlock;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.EnumPlan;
import io.github.wfp4j.generator.plan.FlagsPlan;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.UnionPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The checks of a record's constructor. */
final class Checks {
    private Checks() {}

    /** {@return the checks of each component by itself} */
    static CodeBlock components(List<Component> components) {
        CodeBlock.Builder body = CodeBlock.builder();
        for (Component component : components) {
            body.add(component(component));
        }
        return body.build();
    }

    private static CodeBlock component(Component component) {
        String name = component.name();
        return switch (component.shape()) {
            case Shape.Whole(int bits, boolean signed) -> whole(bits, signed, name);
            case Shape.NumberPointer(Shape.Whole(int bits, boolean signed)) ->
                    whole(bits, signed, name);
            case Shape.NumberPointer _, Shape.Floating _, Shape.Bool _, Shape.Address _ ->
                    CodeBlock.of("");
            case Shape.FixedBytes(int length) ->
                    statement("$T.requireLength($N, $L, $S)", JavaTypes.BYTES, name, length, name);
            case Shape.FixedNumbers(int bits, int length) ->
                    CodeBlock.builder()
                            .addStatement("$N = $T.copyOf($N)", name, JavaTypes.LIST, name)
                            .addStatement(
                                    "$T.requireSize($N, $L, $S)",
                                    JavaTypes.UNSIGNED,
                                    name,
                                    length,
                                    name)
                            .add(elements(bits, name))
                            .build();
            case Shape.CountedNumbers(int bits, _) ->
                    CodeBlock.builder()
                            .addStatement("$N = $T.copyOf($N)", name, JavaTypes.LIST, name)
                            .add(elements(bits, name))
                            .build();
            case Shape.CountedTexts(boolean wide, _) ->
                    CodeBlock.builder()
                            .addStatement("$N = $T.copyOf($N)", name, JavaTypes.LIST, name)
                            .addStatement(
                                    "$N.forEach(it -> $T.$L(it, $S))",
                                    name,
                                    JavaTypes.TEXTS,
                                    wide ? "requireTerminable" : "requireNarrow",
                                    name)
                            .build();
            case Shape.CountedGuids _, Shape.CountedStructs _ ->
                    statement("$N = $T.copyOf($N)", name, JavaTypes.LIST, name);
            case Shape.Text _ ->
                    statement(
                            component.nullable()
                                    ? "$T.requireTerminableOrNull($N, $S)"
                                    : "$T.requireTerminable($N, $S)",
                            JavaTypes.TEXTS,
                            name,
                            name);
            case Shape.CountedText _,
                    Shape.EnumValue _,
                    Shape.FlagsValue _,
                    Shape.GuidValue _,
                    Shape.GuidPointer _,
                    Shape.StructValue _,
                    Shape.StructPointer _,
                    Shape.SidPointer _,
                    Shape.CountedBytes _,
                    Shape.UnionValue _ ->
                    component.nullable()
                            ? CodeBlock.of("")
                            : statement("$T.requireNonNull($N, $S)", JavaTypes.OBJECTS, name, name);
        };
    }

    private static CodeBlock statement(String format, Object... arguments) {
        return CodeBlock.builder().addStatement(format, arguments).build();
    }

    private static CodeBlock whole(int bits, boolean signed, String name) {
        boolean anyFits = bits == 64 || (signed && bits == 32);
        return anyFits
                ? CodeBlock.of("")
                : statement(
                        "$T.require$L$L($N, $S)",
                        JavaTypes.UNSIGNED,
                        signed ? "Int" : "Uint",
                        bits,
                        name,
                        name);
    }

    private static CodeBlock elements(int bits, String name) {
        return bits == 64
                ? CodeBlock.of("")
                : statement(
                        "$N.forEach(it -> $T.requireUint$L(it, $S))",
                        name,
                        JavaTypes.UNSIGNED,
                        bits,
                        name);
    }

    /**
     * {@return the checks that unions agree with one another and with the flags that select them}
     */
    static CodeBlock unions(StructPlan plan) {
        CodeBlock.Builder body = CodeBlock.builder();
        Map<String, List<Component>> byTag = new TreeMap<>();
        for (Component component : plan.unions()) {
            UnionPlan union = ((Shape.UnionValue) component.shape()).union();
            if (union.masked()) {
                body.add(masked(component, union));
            } else {
                byTag.computeIfAbsent(union.tag().name(), it -> new ArrayList<>()).add(component);
            }
        }
        byTag.forEach((tag, components) -> {
            String first = components.getFirst().name();
            for (Component other : components.subList(1, components.size())) {
                body.beginControlFlow("if ($N.$N() != $N.$N())", first, tag, other.name(), tag)
                        .addStatement(
                                "throw new $T($S + $N.$N() + $S + $N.$N())",
                                IllegalArgumentException.class,
                                "%s and %s must have one %s: ".formatted(first, other.name(), tag),
                                first,
                                tag,
                                " and ",
                                other.name(),
                                tag)
                        .endControlFlow();
            }
        });
        return body.build();
    }

    private static CodeBlock masked(Component component, UnionPlan union) {
        CodeBlock.Builder body = CodeBlock.builder();
        body.add("boolean $NAgrees = switch ($N) {\n", component.name(), component.name());
        body.indent();
        for (UnionPlan.Case it : union.cases()) {
            body.add(
                    "case $T _ -> ($L & 0x$L) == 0x$L;\n",
                    JavaTypes.of(union.type()).nestedClass(it.name()),
                    bits(union),
                    Long.toHexString(union.tag().mask()),
                    Long.toHexString(it.values().getFirst().number()));
        }
        body.unindent().add("};\n");
        return body.beginControlFlow("if (!$NAgrees)", component.name())
                .addStatement(
                        "throw new $T($S + $N)",
                        IllegalArgumentException.class,
                        "%s does not fit bit 0x%x of %s: "
                                .formatted(
                                        component.name(), union.tag().mask(), union.tag().name()),
                        union.tag().name())
                .endControlFlow()
                .build();
    }

    /** {@return the number of the tag that stays a component} */
    static CodeBlock bits(UnionPlan union) {
        return switch (union.tag().type()) {
            case FlagsPlan _ -> CodeBlock.of("$N.bits()", union.tag().name());
            case EnumPlan _ -> CodeBlock.of("$N.value()", union.tag().name());
        };
    }
}
