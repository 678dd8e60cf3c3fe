package io.github.wfp4j.scenarios;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import io.github.wfp4j.engine.AccessField;
import io.github.wfp4j.engine.Conditions;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Which package may use which. A rule that matches no class fails by itself. */
final class ArchitectureTest {
    private static final String ROOT = "io.github.wfp4j";
    private static final String SCENARIOS = ROOT + ".scenarios";
    private static final String INSTALL = SCENARIOS + ".install";
    private static final String LINT = SCENARIOS + ".lint";
    private static final String CLI = SCENARIOS + ".cli";
    private static final String ENGINE = ROOT + ".engine";

    private static final List<String> VALUES =
            List.of(
                    ROOT + ".types",
                    ROOT + ".fwp",
                    ROOT + ".fwpm",
                    ROOT + ".ipsec",
                    ROOT + ".ikeext",
                    ROOT + ".win32");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    static Stream<Arguments> packages() {
        return Stream.of(
                // Of the engine only what makes conditions: see plansKnowNoEngine.
                arguments(SCENARIOS, concat(VALUES, ENGINE)),
                // Views, since an instance has few of the objects that are walked over.
                arguments(INSTALL, concat(VALUES, ROOT + ".view", SCENARIOS, ENGINE)),
                // Cursors hand out views; the table of layers is a CSV file.
                arguments(LINT, concat(VALUES, ROOT + ".view", ENGINE, "de.siegmar.fastcsv..")),
                arguments(
                        CLI,
                        concat(
                                VALUES,
                                ROOT + ".view",
                                ENGINE,
                                ROOT + ".embedded",
                                ROOT + ".explain",
                                ROOT + ".netsh",
                                SCENARIOS,
                                INSTALL,
                                LINT,
                                // Names of certificates: a part of the JDK like java.
                                "javax.security.auth.x500",
                                "picocli..",
                                "tools.jackson..",
                                "com.fasterxml.jackson.annotation..")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("packages")
    void usesOnlyWhatItMay(String name, List<String> allowed) {
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        array(concat(allowed, name, "java..", "org.jspecify.annotations")))
                .check(CLASSES);
    }

    @Test
    void plansKnowNoEngine() {
        classes()
                .that()
                .resideInAPackage(SCENARIOS)
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.or(
                                JavaClass.Predicates.resideOutsideOfPackage(ENGINE),
                                JavaClass.Predicates.type(Conditions.class),
                                JavaClass.Predicates.type(AccessField.class)))
                .check(CLASSES);
    }

    @Test
    void everyPackageIsInTheTable() {
        String[] table = packages().map(row -> (String) row.get()[0]).toArray(String[]::new);
        classes().should().resideInAnyPackage(table).check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("(" + SCENARIOS + "..)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingKnowsOfMemory() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .check(CLASSES);
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
    void onlyTheCommandPrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage(CLI)
                .should(ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    private static List<String> concat(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    private static String[] array(List<String> list) {
        return list.toArray(String[]::new);
    }
}
