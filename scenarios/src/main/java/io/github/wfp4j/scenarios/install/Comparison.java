package io.github.wfp4j.scenarios.install;

import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares two records, component by component. */
final class Comparison {
    private final String object;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(String object) {
        this.object = object;
    }

    /** In what a record that an engine holds differs from the planned one. */
    static List<Difference> of(String object, Record planned, Record found) {
        Comparison comparison = new Comparison(object);
        comparison.compare("", planned, found);
        return comparison.differences;
    }

    private void compare(String path, @Nullable Object planned, @Nullable Object found) {
        if (Objects.equals(planned, found)) {
            return;
        }
        if (planned instanceof Record one
                && found instanceof Record other
                && one.getClass().equals(other.getClass())
                && !isAtomic(one)) {
            for (RecordComponent component : one.getClass().getRecordComponents()) {
                String name =
                        path.isEmpty() ? component.getName() : path + "." + component.getName();
                if (isSecret(component, one)) {
                    compareSecrets(name, value(component, one), value(component, other));
                } else {
                    compare(name, value(component, one), value(component, other));
                }
            }
        } else if (planned instanceof List<?> one
                && found instanceof List<?> other
                && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                compare(path + "[" + i + "]", one.get(i), other.get(i));
            }
        } else {
            differences.add(
                    new Difference(object, path, String.valueOf(planned), String.valueOf(found)));
        }
    }

    private void compareSecrets(String path, @Nullable Object planned, @Nullable Object found) {
        if (!Objects.equals(planned, found)) {
            differences.add(new Difference(object, path, "another", "***"));
        }
    }

    /** Whether the record's text hides the component. */
    private static boolean isSecret(RecordComponent component, Record value) {
        return value.toString().contains(component.getName() + "=***");
    }

    /** Whether the record's text says more than its components do. */
    private static boolean isAtomic(Record value) {
        return value instanceof Key || value instanceof Guid || value instanceof Sid;
    }

    private static @Nullable Object value(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a public record's accessor can be called: " + component, e);
        }
    }
}
