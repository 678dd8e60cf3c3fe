package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.Facts;
import io.github.wfp4j.embedded.EmbeddedEngine;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** That there is a verb for every function. */
final class FunctionsReachableTest {
    /** The reasons of the functions that have no verb, by function. */
    private static final Map<String, String> EXEMPT = Map.of();

    private static final Set<String> CALLED = new TreeSet<>();

    @BeforeAll
    static void useEveryVerb() {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine =
                        Engine.open(
                                RecordingFunctions.over(embedded.functions(), CALLED),
                                Sessions.named("every verb"))) {
            new EveryVerb(engine).use();
        }
    }

    @Test
    void everyFunctionHasAVerb() {
        Set<String> unreached = new TreeSet<>(functions());
        unreached.removeAll(CALLED);
        unreached.removeAll(EXEMPT.keySet());
        assertThat(unreached).isEmpty();
    }

    @Test
    void noExemptionIsStale() {
        assertThat(functions()).containsAll(EXEMPT.keySet());
        assertThat(EXEMPT.keySet()).doesNotContainAnyElementsOf(CALLED);
    }

    @Test
    void nothingElseIsCalled() {
        assertThat(functions()).containsAll(CALLED);
    }

    private static Set<String> functions() {
        return Facts.rows("functions").stream()
                .map(row -> row.getField("name"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
