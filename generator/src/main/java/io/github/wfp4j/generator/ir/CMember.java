package io.github.wfp4j.generator.ir;

import java.util.List;

/** A member of a struct. */
public sealed interface CMember {
    /** {@return the offset from the start of the outermost struct, in bytes} */
    long offset();

    /**
     * A member with a name.
     *
     * @param name the name
     * @param type the type
     * @param offset where it starts, in bytes
     * @param size how many bytes it takes
     */
    record CField(String name, CType type, long offset, long size) implements CMember {}

    /**
     * An anonymous union.
     *
     * @param index which of the struct's unions it is, from 1, in the order of declaration
     * @param members its alternatives
     * @param offset where it starts, in bytes
     * @param size how many bytes it takes
     */
    record CUnion(int index, List<CMember> members, long offset, long size) implements CMember {}

    /**
     * An anonymous struct inside a union: members that live together.
     *
     * @param members the members
     * @param offset where it starts, in bytes
     */
    record CGroup(List<CMember> members, long offset) implements CMember {}
}
