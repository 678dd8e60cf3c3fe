package io.github.wfp4j.engine;

import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/** The members of an object that are null pointers in C. */
final class MissingMembers {
    private MissingMembers() {}

    /**
     * {@return the components of a record, and of what it holds, that are null or without bytes}
     */
    static List<Member> of(String path, Record object) {
        List<Member> missing = new ArrayList<>();
        collect(path, object, missing);
        return missing;
    }

    private static void collect(String path, @Nullable Object value, List<Member> missing) {
        switch (value) {
            case null -> missing.add(Member.of(path, null));
            case Bytes it when it.isEmpty() -> missing.add(Member.of(path, "no bytes"));
            case List<?> it -> {
                for (int i = 0; i < it.size(); i++) {
                    collect(path + "[" + i + "]", it.get(i), missing);
                }
            }
            case Record it -> {
                for (RecordComponent component : it.getClass().getRecordComponents()) {
                    collect(path + '.' + component.getName(), read(component, it), missing);
                }
            }
            default -> {
                // A number or a text is there.
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Record object) {
        try {
            return component.getAccessor().invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("records of this library are public", e);
        }
    }
}
