package io.github.wfp4j.generator.plan;

import java.util.List;

/**
 * A set of flags.
 *
 * @param cName the C name of the group
 * @param type the Java type
 * @param bits 32 or 64
 * @param constants the flags and masks in order of their numbers
 * @param text what it is, a sentence
 * @param header the header that declares it
 */
public record FlagsPlan(
        String cName,
        JavaType type,
        int bits,
        List<ConstantPlan> constants,
        String text,
        String header)
        implements UnionPlan.TagType {}
