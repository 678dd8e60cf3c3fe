package io.github.wfp4j.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderKey;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** No view reads memory after its page was closed, whichever accessor is called. */
final class LateReadTest {
    private static FwpmFilter0 filter() {
        return FwpmFilter0.of(
                        new FwpmDisplayData0("late", "a description"),
                        FwpmLayers.ALE_AUTH_CONNECT_V4,
                        new FwpmAction0(
                                FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(Guid.ZERO)))
                .withProviderKey(ProviderKey.random())
                .withWeight(new FwpValue0.Uint64(7))
                .withFilterCondition(
                        List.of(
                                new FwpmFilterCondition0(
                                        FwpmConditions.IP_REMOTE_PORT,
                                        FwpMatchType.RANGE,
                                        new FwpConditionValue0.Range(
                                                new FwpRange0(
                                                        new FwpValue0.Uint16(1),
                                                        new FwpValue0.Uint16(2))))));
    }

    @Test
    @DisplayName("every accessor of a filter's view, and of each view below it, throws when late")
    void everyAccessorThrowsWhenLate() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment memory = FwpmFilter0Codec.encode(filter(), arena);
            Page page = new Page(MemorySegment.NULL, 0, () -> {});
            List<Object> views = new ArrayList<>();
            collect(new FwpmFilter0View(page, memory.address()), views);
            assertThat(views).hasSizeGreaterThan(8).hasAtLeastOneElementOfType(ViewList.class);
            page.close();
            for (Object view : views) {
                if (view instanceof ViewList<?> list) {
                    assertThatThrownBy(() -> list.get(0)).hasMessage("page already closed");
                    assertThatThrownBy(() -> list.iterator().next())
                            .hasMessage("page already closed");
                    continue;
                }
                for (Method accessor : accessors(view.getClass())) {
                    assertThatThrownBy(() -> call(accessor, view))
                            .as("%s.%s", view.getClass().getSimpleName(), accessor.getName())
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessage("page already closed");
                }
            }
        }
    }

    /** Adds a view and every view that can be reached from it. */
    private static void collect(Object view, List<Object> views) throws Exception {
        views.add(view);
        if (view instanceof ViewList<?> list) {
            for (Object element : list) {
                collect(element, views);
            }
            return;
        }
        for (Method accessor : accessors(view.getClass())) {
            Class<?> result = accessor.getReturnType();
            if (result.getName().endsWith("View") || ViewList.class.isAssignableFrom(result)) {
                Object next = reachable(accessor, view);
                if (next != null) {
                    collect(next, views);
                }
            }
        }
    }

    private static @Nullable Object reachable(Method accessor, Object view) throws Exception {
        try {
            return call(accessor, view);
        } catch (IllegalStateException e) {
            return null; // a member of a case that the union does not hold
        }
    }

    private static List<Method> accessors(Class<?> view) {
        return Stream.of(view.getDeclaredMethods())
                .filter(it -> Modifier.isPublic(it.getModifiers()))
                .toList();
    }

    private static @Nullable Object call(Method accessor, Object view) throws Exception {
        try {
            return accessor.invoke(view);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
