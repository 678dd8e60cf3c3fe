package io.github.wfp4j.embedded;

import net.jqwik.api.Label;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which tests show which rule of the engine.
 *
 * <p>A test names the rules that it shows at the start of its display name: {@code 2.3: there must
 * be a transaction to end}. Counted are the tests that run on every system; whatever only Windows
 * runs is one of them already.
 */
final class RuleTests {
    /** How a display name with rules begins: any other is a plain sentence. */
    private static final Pattern WITH_RULES = Pattern.compile("U?\\d.*");

    private static final String END_OF_RULES = ": ";

    private final Map<String, SortedSet<String>> byRule;

    private RuleTests(Map<String, SortedSet<String>> byRule) {
        this.byRule = byRule;
    }

    /** {@return the tests of this package} */
    static RuleTests find() {
        Map<String, SortedSet<String>> byRule = new TreeMap<>();
        ReflectionSupport.findAllClassesInPackage(
                        RuleTests.class.getPackageName(), RuleTests::isRun, _ -> true)
                .stream()
                .flatMap(type ->
                        AnnotationSupport.findAnnotatedMethods(
                                type, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                                .stream())
                .forEach(test -> {
                    for (String rule : rules(test)) {
                        byRule.computeIfAbsent(rule, _ -> new TreeSet<>()).add(name(test));
                    }
                });
        return new RuleTests(byRule);
    }

    /** {@return whether tests of a class run on every system} */
    private static boolean isRun(Class<?> type) {
        boolean windows = false;
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            windows |=
                    AnnotationSupport.findRepeatableAnnotations(outer, Tag.class).stream()
                            .anyMatch(tag -> tag.value().equals("native"));
        }
        return !windows && !Modifier.isAbstract(type.getModifiers());
    }

    private static List<String> rules(Method test) {
        String title = title(test);
        return WITH_RULES.matcher(title).matches()
                ? List.of(title.split(END_OF_RULES, 2)[0].split(", "))
                : List.of();
    }

    private static String title(Method test) {
        return AnnotationSupport.findAnnotation(test, DisplayName.class)
                .map(DisplayName::value)
                .or(() -> AnnotationSupport.findAnnotation(test, Label.class).map(Label::value))
                .orElse("");
    }

    private static String name(Method test) {
        return test.getDeclaringClass().getSimpleName() + "." + test.getName();
    }

    /** {@return every rule that a test names} */
    Set<String> rules() {
        return byRule.keySet();
    }

    /** {@return the tests that show a rule, or none} */
    SortedSet<String> of(String rule) {
        return byRule.getOrDefault(rule, Collections.emptySortedSet());
    }
}
