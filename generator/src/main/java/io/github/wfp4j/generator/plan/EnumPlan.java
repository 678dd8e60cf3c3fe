package io.github.wfp4j.generator.plan;

import java.util.List;

/**
 * A Java enum.
 *
 * @param cName the C name of the enum or of its group of constants
 * @param type the Java type
 * @param constants the enumerators in order of their numbers
 * @param aliases further names of the same numbers
 * @param text what it is, a sentence
 * @param header the header that declares it
 */
public record EnumPlan(
        String cName,
        JavaType type,
        List<ConstantPlan> constants,
        List<ConstantPlan> aliases,
        String text,
        String header)
        implements UnionPlan.TagType {}
