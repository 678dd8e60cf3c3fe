package io.github.wfp4j.generator.plan;

import java.util.List;

/**
 * A tagged union: a sealed interface with a record for each case.
 *
 * @param type the sealed interface
 * @param tag what selects the case
 * @param cases the cases
 * @param text what the union is, a phrase without a final period
 */
public record UnionPlan(JavaType type, Tag tag, List<Case> cases, String text) {
    /**
     * The member that selects the case.
     *
     * @param name the member's Java name
     * @param offset where it stands in the struct, in bytes
     * @param bits how wide it is
     * @param type what its numbers mean
     * @param mask the bits that select the case; 0 for the whole number
     * @param member the C struct and member, joined by a dot
     */
    public record Tag(String name, long offset, int bits, TagType type, long mask, String member) {}

    /** What the numbers of a tag mean. */
    public sealed interface TagType permits EnumPlan, FlagsPlan {
        /** {@return the Java type} */
        JavaType type();

        /** {@return the C name} */
        String cName();
    }

    /**
     * One case.
     *
     * @param name the record's simple name
     * @param values the tags that select it; none for the case of all other tags
     * @param components what it holds, after the tag where that is a component
     */
    public record Case(String name, List<TagValue> values, List<Component> components) {
        /** {@return whether the tag is the first component, because several select this case} */
        public boolean holdsTag() {
            return values.size() != 1;
        }
    }

    /**
     * A tag.
     *
     * @param constant the Java constant
     * @param cName the C constant
     * @param number its number
     */
    public record TagValue(String constant, String cName, long number) {}

    /** {@return whether the tag is a part of a member that stays a component} */
    public boolean masked() {
        return tag.mask() != 0;
    }
}
