package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.internal.abi.WfpFunctions;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Holds the rules of the engine and its tests together: the one names no rule that is not there,
 * the other leaves no rule that Windows is known to have without a test or the reason why.
 *
 * <p>A changed document is reviewed like code; {@code -Drules.update} writes it anew.
 */
final class EngineRulesTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "engine-rules.md");
    private static final Path POLICY =
            Path.of("src/main/java/io/github/wfp4j/embedded/EnginePolicy.java");
    private static final Pattern OPEN_QUESTION = Pattern.compile("\\bU\\d+\\b");

    private final List<EngineRule> rules = EngineRule.all();
    private final RuleTests tests = RuleTests.find();
    private final List<WindowsOnlyFunction> windowsOnly = WindowsOnlyFunction.all();

    @Test
    void rulesAreComplete() {
        assertThat(rules).extracting(EngineRule::id).doesNotHaveDuplicates();
        assertThat(rules)
                .allSatisfy(rule -> assertThat(rule.text()).as(rule.id()).isNotEmpty())
                .extracting(EngineRule::knownBy)
                .containsOnly("documented", "observed", "inferred", "unknown", "chosen");
    }

    @Test
    void testsNameRulesThatExist() {
        Set<String> unknown = new TreeSet<>(tests.rules());
        rules.forEach(rule -> unknown.remove(rule.id()));
        assertThat(unknown).as("rules in display names that nobody wrote down").isEmpty();
    }

    @Test
    void certainRulesAreShownOrExcused() {
        assertThat(rules.stream().filter(EngineRule::isCertain))
                .filteredOn(rule -> tests.of(rule.id()).isEmpty())
                .filteredOn(rule -> rule.notTestedBecause().isEmpty())
                .extracting(EngineRule::id)
                .as("rules without a test and without the reason why")
                .isEmpty();
    }

    @Test
    void whatIsShownNeedsNoExcuse() {
        assertThat(rules)
                .filteredOn(rule -> !tests.of(rule.id()).isEmpty())
                .filteredOn(rule -> !rule.notTestedBecause().isEmpty())
                .extracting(EngineRule::id)
                .isEmpty();
    }

    @Test
    void policyNamesEveryOpenQuestion() throws IOException {
        Set<String> named =
                OPEN_QUESTION
                        .matcher(Files.readString(POLICY))
                        .results()
                        .map(MatchResult::group)
                        .collect(Collectors.toSet());
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 21).mapToObj(it -> "U" + it).toList());
    }

    @Test
    void documentShowsTheRules() throws IOException {
        String text = new RulesDocument(rules, tests, windowsOnly).render();
        if (System.getProperty("rules.update") != null) {
            Files.writeString(DOCUMENT, text);
            Assumptions.abort("updated, not compared");
        }
        assertThat(Files.readString(DOCUMENT)).isEqualToNormalizingNewlines(text);
    }

    @Test
    void everyFunctionIsThereOrListed() throws ReflectiveOperationException {
        try (TestEngine engine = Way.DIRECT.create()) {
            Set<String> missing = new TreeSet<>();
            for (Map.Entry<Method, Object> function : functions(engine.functions()).entrySet()) {
                Object result = call(function.getKey(), function.getValue(), MemorySegment.NULL);
                if (Integer.valueOf(WfpFunctions.NOT_IMPLEMENTED).equals(result)) {
                    missing.add(function.getKey().getName());
                }
            }
            windowsOnly.forEach(it -> missing.remove(it.name()));
            assertThat(missing).as("functions that are neither there nor listed").isEmpty();
        }
    }

    @Test
    void listedFunctionsReturnWhatIsListed() throws ReflectiveOperationException {
        try (TestEngine engine = Way.DIRECT.create();
                Client client = Client.openStatic(engine)) {
            Map<String, Object> results = new TreeMap<>();
            for (Map.Entry<Method, Object> function : functions(engine.functions()).entrySet()) {
                String name = function.getKey().getName();
                if (windowsOnly.stream().anyMatch(it -> it.name().equals(name))) {
                    results.put(name, call(function.getKey(), function.getValue(), client.handle));
                }
            }
            assertThat(results)
                    .containsExactlyInAnyOrderEntriesOf(
                            windowsOnly.stream()
                                    .collect(
                                            Collectors.toMap(
                                                    WindowsOnlyFunction::name,
                                                    WindowsOnlyFunction::code)));
        }
    }

    /** {@return every function, with what it is called on} */
    private static Map<Method, Object> functions(WfpFunctions functions)
            throws ReflectiveOperationException {
        Map<Method, Object> all = new LinkedHashMap<>();
        for (Method family : WfpFunctions.class.getMethods()) {
            Object target = family.invoke(functions);
            for (Method function : family.getReturnType().getMethods()) {
                if (!Modifier.isStatic(function.getModifiers())) {
                    all.put(function, target);
                }
            }
        }
        return all;
    }

    /** Calls a function with a handle as its first pointer, if any, and zeros. */
    private static Object call(Method function, Object target, MemorySegment handle)
            throws ReflectiveOperationException {
        Class<?>[] types = function.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = zero(types[i]);
        }
        if (types[0] == MemorySegment.class) {
            arguments[0] = handle;
        }
        return function.invoke(target, arguments);
    }

    private static Object zero(Class<?> type) {
        return switch (type.getName()) {
            case "short" -> (short) 0;
            case "int" -> 0;
            case "long" -> 0L;
            default -> MemorySegment.NULL;
        };
    }
}
