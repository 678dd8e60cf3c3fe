package io.github.wfp4j.generator.ir;

import java.util.List;

/** A C type as a declaration spells it, without {@code const}. */
public sealed interface CType {
    /**
     * A type by its name: a typedef, a struct, an enum or a basic type.
     *
     * @param name the name, for example {@code UINT32} or {@code unsigned short}
     */
    record Named(String name) implements CType {
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A pointer.
     *
     * @param target what it points to
     */
    record Pointer(CType target) implements CType {
        @Override
        public String toString() {
            return target + "*";
        }
    }

    /**
     * A fixed array.
     *
     * @param element the type of an element
     * @param length how many elements
     */
    record Array(CType element, long length) implements CType {
        @Override
        public String toString() {
            return element + "[" + length + "]";
        }
    }

    /**
     * A struct that is declared where it is used.
     *
     * @param members its members, at offsets in the struct around it
     */
    record Inline(List<CMember> members) implements CType {
        @Override
        public String toString() {
            return "struct";
        }
    }
}
