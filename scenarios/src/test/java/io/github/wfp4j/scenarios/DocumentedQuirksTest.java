package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever was found in the documents has a test with its id in the name. */
final class DocumentedQuirksTest {
    private static final Pattern COMMON = Pattern.compile("(?m)^\\| (C\\d\\d) \\|");

    @TestFactory
    Stream<DynamicTest> everyFindingHasATest() throws IOException {
        Set<String> named = namesInTests();
        return findings()
                .map(id ->
                        DynamicTest.dynamicTest(
                                id,
                                () ->
                                        assertThat(named)
                                                .contains(
                                                        id.replace("-", "")
                                                                .toLowerCase(Locale.ROOT))));
    }

    @Test
    void thereAreAsManyFindingsAsKnown() throws IOException {
        assertThat(findings()).hasSize(12 + 58).doesNotHaveDuplicates();
    }

    private static Stream<String> findings() throws IOException {
        String readme = Files.readString(Yaml.FOLDER.resolve("README.md"));
        return Stream.concat(
                COMMON.matcher(readme).results().map(result -> result.group(1)),
                Yaml.all().stream()
                        .map(file -> Yaml.list(file, "doc_quirks"))
                        .flatMap(Collection::stream)
                        .map(quirk -> String.valueOf(quirk.get("id"))));
    }

    /** The parts of the names of tests, which ids are among. */
    private static Set<String> namesInTests() {
        return new ClassFileImporter()
                .importPackagesOf(DocumentedQuirksTest.class).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(DocumentedQuirksTest::isTest)
                        .map(JavaMethod::getName)
                        .flatMap(name -> Arrays.stream(name.split("_", -1)))
                        .collect(Collectors.toSet());
    }

    private static boolean isTest(JavaMethod method) {
        return method.isAnnotatedWith(Test.class)
                || method.isAnnotatedWith(ParameterizedTest.class);
    }
}
