package io.github.wfp4j.generator.emit;

import static java.util.stream.Collectors.toMap;

import com.palantir.javapoet.CodeBlock;

import io.github.wfp4j.generator.plan.Component;
import io.github.wfp4j.generator.plan.ConstantPlan;
import io.github.wfp4j.generator.plan.EnumPlan;
import io.github.wfp4j.generator.plan.Plan;
import io.github.wfp4j.generator.plan.Shape;
import io.github.wfp4j.generator.plan.StructPlan;
import io.github.wfp4j.generator.plan.UnionPlan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the components start with that a factory does not take: nothing, zero, none. */
final class Defaults {
    private final Map<String, StructPlan> structs;

    Defaults(Plan plan) {
        this.structs =
                plan.structs().stream()
                        .collect(toMap(StructPlan::cName, it -> it, (first, second) -> first));
    }

    /** {@return an expression for what a component of a struct starts with} */
    CodeBlock of(StructPlan struct, Component component) {
        return of(component, Optional.ofNullable(struct.defaults().get(component.name())));
    }

    private CodeBlock of(Component component, Optional<String> wanted) {
        if (component.nullable()) {
            return CodeBlock.of("null");
        }
        return switch (component.shape()) {
            case Shape.Whole it -> number(it.bits() < 32 ? "" : "L", wanted);
            case Shape.NumberPointer _, Shape.Address _ -> CodeBlock.of("0L");
            case Shape.Floating _ -> CodeBlock.of("0");
            case Shape.Bool _ -> CodeBlock.of("false");
            case Shape.EnumValue it ->
                    CodeBlock.of(
                            "$T.$N", JavaTypes.of(it.type().type()), constant(it.type(), wanted));
            case Shape.FlagsValue it -> flags(it, wanted);
            case Shape.GuidValue it -> CodeBlock.of("$T.ZERO", JavaTypes.of(it.key()));
            case Shape.GuidPointer it -> CodeBlock.of("$T.ZERO", JavaTypes.of(it.key()));
            case Shape.StructValue it -> struct(it.struct().cName(), wanted);
            case Shape.StructPointer it -> struct(it.struct().cName(), wanted);
            case Shape.Text _, Shape.CountedText _ -> CodeBlock.of("$S", "");
            case Shape.SidPointer _ ->
                    CodeBlock.of("new $T(0, $T.of())", JavaTypes.SID, JavaTypes.LIST);
            case Shape.FixedBytes(int length) ->
                    CodeBlock.of("$T.of(new byte[$L])", JavaTypes.BYTES, length);
            case Shape.FixedNumbers(int _, int length) ->
                    CodeBlock.of("$T.nCopies($L, 0L)", java.util.Collections.class, length);
            case Shape.CountedBytes _ -> CodeBlock.of("$T.empty()", JavaTypes.BYTES);
            case Shape.CountedNumbers _,
                    Shape.CountedGuids _,
                    Shape.CountedStructs _,
                    Shape.CountedTexts _ ->
                    CodeBlock.of("$T.of()", JavaTypes.LIST);
            case Shape.UnionValue(UnionPlan union) -> union(union, wanted);
        };
    }

    private static CodeBlock number(String suffix, Optional<String> wanted) {
        return CodeBlock.of("$L", wanted.filter(it -> it.matches("\\d+")).orElse("0") + suffix);
    }

    private static CodeBlock flags(Shape.FlagsValue flags, Optional<String> wanted) {
        String bits = wanted.filter(it -> it.matches("\\d+")).orElse("0");
        return CodeBlock.of(
                "new $T($L)",
                JavaTypes.of(flags.type().type()),
                flags.type().bits() == 64 ? bits + "L" : Integer.parseUnsignedInt(bits));
    }

    private static String constant(EnumPlan type, Optional<String> wanted) {
        return type.constants().stream()
                .filter(it -> wanted.isEmpty() || it.cName().equals(wanted.get()))
                .map(ConstantPlan::name)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(wanted + " is no constant of " + type.cName()));
    }

    private CodeBlock struct(String cName, Optional<String> wanted) {
        StructPlan struct = structs.get(cName);
        if (struct == null) {
            throw new IllegalStateException("no plan for " + cName);
        }
        if (struct.sealedAs().isPresent()) {
            return union(struct.sealedAs().get(), wanted);
        }
        List<CodeBlock> arguments = new ArrayList<>();
        for (Component component : struct.components()) {
            arguments.add(of(struct, component));
        }
        return CodeBlock.of(
                "new $T($L)", JavaTypes.of(struct.ref().type()), CodeBlock.join(arguments, ", "));
    }

    /** The wanted case by its tag, or else the one with the lowest tag. */
    private CodeBlock union(UnionPlan union, Optional<String> wanted) {
        UnionPlan.Case chosen =
                union.cases().stream()
                        .filter(it ->
                                it.values().stream()
                                        .anyMatch(tag -> tag.cName().equals(wanted.orElse(""))))
                        .findFirst()
                        .orElse(union.cases().getFirst());
        List<CodeBlock> arguments = new ArrayList<>();
        if (chosen.holdsTag()) {
            arguments.add(
                    CodeBlock.of(
                            "$T.$N",
                            JavaTypes.of(union.tag().type().type()),
                            chosen.values().getFirst().constant()));
        }
        for (Component component : chosen.components()) {
            arguments.add(of(component, Optional.empty()));
        }
        return CodeBlock.of(
                "new $T($L)",
                JavaTypes.of(union.type()).nestedClass(chosen.name()),
                CodeBlock.join(arguments, ", "));
    }
}
