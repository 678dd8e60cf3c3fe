package io.github.wfp4j.generator.plan;

/**
 * A struct, seen from where it is used.
 *
 * @param cName the C name
 * @param type the record or sealed interface that stands for it
 * @param size its size in bytes
 * @param alignment its alignment in bytes
 */
public record StructRef(String cName, JavaType type, long size, long alignment) {}
