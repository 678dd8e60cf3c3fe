package io.github.wfp4j.netsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/** What is said of the types in the tables of the forms is so, for all types of a dump. */
final class FormsTest {
    private static final Set<Class<?>> TYPES = types();

    /** All records that can stand in a dump. */
    private static Set<Class<?>> types() {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>();
        ObjectKind.ALL.forEach(kind -> open.add(kind.type()));
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (!type.getName().startsWith("io.github.wfp4j.") || !found.add(type)) {
                continue;
            }
            if (type.isSealed()) {
                open.addAll(Set.of(type.getPermittedSubclasses()));
            } else if (type.isRecord()) {
                for (RecordComponent component : type.getRecordComponents()) {
                    open.add(raw(component.getGenericType()));
                }
            }
        }
        return found;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : (Class<?>) type;
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @Test
    void textsOfTheTableAreThoseThatAreNeverNull() {
        Set<String> never = new TreeSet<>();
        Set<String> perhaps = new TreeSet<>();
        for (Class<?> type : TYPES) {
            for (RecordComponent component :
                    type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
                if (component.getType() == String.class) {
                    (isNullable(component) ? perhaps : never).add(component.getName());
                }
            }
        }

        assertThat(Forms.TEXTS).containsAll(never).doesNotContainAnyElementsOf(perhaps);
    }

    @Test
    void onlyTheSidsOfTheTableAreNeverNull() {
        for (Class<?> type : TYPES) {
            for (RecordComponent component :
                    type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
                if (component.getType() == Sid.class) {
                    assertThat(isNullable(component))
                            .as("%s of %s may be null", component.getName(), type)
                            .isNotEqualTo(Forms.WITH_SID.contains(type));
                }
            }
        }
    }

    @Test
    void everyCaseOfAUnionHasAnElementOfItsOwn() {
        for (Class<?> type : TYPES) {
            if (type.isSealed() && !type.getSimpleName().equals("Target")) {
                Set<String> elements = new LinkedHashSet<>();
                for (Class<?> it : type.getPermittedSubclasses()) {
                    for (RecordComponent component : it.getRecordComponents()) {
                        if (!component.getType().isEnum()) {
                            assertThat(elements.add(component.getName()))
                                    .as("%s of %s", component.getName(), it)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    @Test
    void everyTypeHasAForm() {
        ObjectKind.ALL.forEach(kind -> assertThat(Forms.of(kind.type())).isNotNull());
        assertThat(TYPES)
                .contains(FwpValue0.Sid.class, FwpConditionValue0.Range.class)
                .hasSizeGreaterThan(150)
                .allMatch(type -> Modifier.isPublic(type.getModifiers()));
    }
}
