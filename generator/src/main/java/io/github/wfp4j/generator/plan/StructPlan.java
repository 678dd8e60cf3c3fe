package io.github.wfp4j.generator.plan;

import io.github.wfp4j.generator.ir.CStruct;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of a struct: a record, or a sealed interface where it is nothing but a tag and a
 * union.
 *
 * @param c the struct
 * @param ref how others refer to it
 * @param components the components; for a sealed interface the one union
 * @param sealedAs the union that stands for the whole struct
 * @param factory the components that {@code of} takes; empty where there is no {@code of}
 * @param defaults what the components that {@code of} does not take start with, by component
 * @param secrets the components that hold what nobody must read in a log
 * @param constants well-known values of the type
 * @param handWritten whether a hand-written value stands for it, so that only its layout is needed
 * @param text what it is, a sentence
 * @param header the header that declares it
 */
public record StructPlan(
        CStruct c,
        StructRef ref,
        List<Component> components,
        Optional<UnionPlan> sealedAs,
        Optional<List<Component>> factory,
        Map<String, String> defaults,
        List<Component> secrets,
        List<KnownValue> constants,
        boolean handWritten,
        String text,
        String header) {
    /**
     * A well-known value of a struct with two number-like members.
     *
     * @param cName the C name
     * @param name the Java constant
     * @param first the enum constant of the first component
     * @param second the number of the second component
     */
    public record KnownValue(String cName, String name, String first, long second) {}

    /** {@return the struct's C name} */
    public String cName() {
        return c.name();
    }

    /** {@return the unions among the components} */
    public List<Component> unions() {
        return components.stream().filter(it -> it.shape() instanceof Shape.UnionValue).toList();
    }
}
