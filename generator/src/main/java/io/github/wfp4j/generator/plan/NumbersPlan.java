package io.github.wfp4j.generator.plan;

import java.util.List;

/**
 * A holder of plain numbers.
 *
 * @param cName the C name of the group
 * @param type the holder
 * @param constants the numbers in order
 * @param text what they are, a sentence
 * @param header the header that declares them
 */
public record NumbersPlan(
        String cName, JavaType type, List<ConstantPlan> constants, String text, String header) {}
