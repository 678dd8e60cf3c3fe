package io.github.wfp4j.generator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Which package may use which. A rule that matches no class fails by itself. */
final class ArchitectureTest {
    private static final String ROOT = "io.github.wfp4j.generator";
    private static final String SOURCE = ROOT + ".source";
    private static final String IR = ROOT + ".ir";
    private static final String RULES = ROOT + ".rules";
    private static final String PLAN = ROOT + ".plan";
    private static final String EMIT = ROOT + ".emit";
    private static final String OUTPUT = ROOT + ".output";
    private static final String DIAGNOSTICS = ROOT + ".diagnostics";

    /** The JDK without {@code jdk.compiler}, and what every package may be annotated with. */
    private static final List<String> JDK =
            List.of("java..", "javax..", "org.jspecify.annotations");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    static Stream<Arguments> packages() {
        return Stream.of(
                arguments(ROOT, List.of(SOURCE, IR, RULES, PLAN, EMIT, OUTPUT, DIAGNOSTICS)),
                arguments(SOURCE, List.of(IR, DIAGNOSTICS, "com.sun.source..")),
                // A struct or constant knows where it stands.
                arguments(IR, List.of(DIAGNOSTICS)),
                arguments(RULES, List.of(IR, DIAGNOSTICS, "de.siegmar.fastcsv..")),
                arguments(PLAN, List.of(IR, RULES, DIAGNOSTICS)),
                // Layouts and offsets are the headers' own, and a plan holds them as they are:
                // nothing
                // is decided about them. Emitting ends in an output.
                arguments(EMIT, List.of(PLAN, IR, OUTPUT, "com.palantir.javapoet..")),
                arguments(OUTPUT, List.of()),
                arguments(DIAGNOSTICS, List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void usesOnlyWhatItMay(String name, List<String> allowed) {
        String[] targets =
                Stream.of(JDK, allowed, List.of(name)).flatMap(List::stream).toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(targets)
                .check(CLASSES);
    }

    @Test
    void everyPackageIsInTheTable() {
        String[] table = packages().map(row -> (String) row.get()[0]).toArray(String[]::new);
        classes().should().resideInAnyPackage(table).check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("(" + ROOT + "..)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES)
                .isNotEmpty()
                .extracting(JavaClass::getPackage)
                .allSatisfy(it ->
                        assertThat(it.isAnnotatedWith(NullMarked.class))
                                .as("%s is @NullMarked", it.getName())
                                .isTrue());
    }

    @Test
    void onlyMainPrints() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".Main")
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }
}
