package io.github.wfp4j.generator.plan;

/**
 * The member that counts an array.
 *
 * @param offset where it stands in the struct, in bytes
 * @param bits how wide it is
 * @param member the C struct and member, joined by a dot
 */
public record Count(long offset, int bits, String member) {}
