package io.github.wfp4j.generator.source;

import java.util.List;

/** A memory layout as the text of the bindings builds it. */
sealed interface Layout {
    /** {@return the name given by {@code withName}, empty for none} */
    String name();

    /** A basic type, {@code C_INT} and its like. */
    record Value(String name, int size) implements Layout {}

    /** A struct that another class lays out. */
    record Reference(String name, String owner) implements Layout {}

    /** Members one after the other. */
    record Struct(String name, List<Layout> members) implements Layout {}

    /** Members in one place. */
    record Union(String name, List<Layout> members) implements Layout {}

    /** A fixed array. */
    record Sequence(String name, long count, Layout element) implements Layout {}

    /** Bytes that no member uses. */
    record Padding(String name, long size) implements Layout {}

    /** {@return the same layout with a name} */
    default Layout named(String name) {
        return switch (this) {
            case Value it -> new Value(name, it.size());
            case Reference it -> new Reference(name, it.owner());
            case Struct it -> new Struct(name, it.members());
            case Union it -> new Union(name, it.members());
            case Sequence it -> new Sequence(name, it.count(), it.element());
            case Padding it -> new Padding(name, it.size());
        };
    }
}
