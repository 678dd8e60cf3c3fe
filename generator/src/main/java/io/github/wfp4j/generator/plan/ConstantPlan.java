package io.github.wfp4j.generator.plan;

/**
 * A named number.
 *
 * @param cName the C name
 * @param name the Java name
 * @param value the number; 64 bits where it is unsigned
 * @param wide whether it needs a {@code long}
 * @param mask whether it is a mask of flags and no flag itself
 * @param text what it means, a phrase without a final period; may be empty
 */
public record ConstantPlan(
        String cName, String name, long value, boolean wide, boolean mask, String text) {}
