package io.github.wfp4j.generator.plan;

/**
 * A component of a record, and the member of the C struct that it comes from.
 *
 * @param name the Java name
 * @param shape how it lies in memory and what Java makes of it
 * @param nullable whether null is allowed
 * @param offset where it stands in the struct, in bytes
 * @param member the C struct and member, joined by a dot
 * @param text what it means, a phrase without a final period
 */
public record Component(
        String name, Shape shape, boolean nullable, long offset, String member, String text) {}
