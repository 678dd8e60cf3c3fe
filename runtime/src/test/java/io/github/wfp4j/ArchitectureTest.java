package io.github.wfp4j;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which package may use which. A rule that matches no class fails by itself. */
final class ArchitectureTest {
    private static final String ROOT = "io.github.wfp4j";
    private static final String TYPES = ROOT + ".types";
    private static final String VIEW = ROOT + ".view";
    private static final String ENGINE = ROOT + ".engine";
    private static final String EMBEDDED = ROOT + ".embedded";
    private static final String EXPLAIN = ROOT + ".explain";
    private static final String ASSERTJ = ROOT + ".assertj";
    private static final String NETSH = ROOT + ".netsh";
    private static final String ABI = ROOT + ".internal.abi";
    private static final String CODEC = ROOT + ".internal.codec";
    private static final String MEMORY = ROOT + ".internal.memory";
    private static final String SCHEMA = ROOT + ".internal.schema";

    /** The generated values: one package per component of WFP, which may use one another. */
    private static final List<String> COMPONENTS =
            List.of(
                    ROOT + ".fwp",
                    ROOT + ".fwpm",
                    ROOT + ".ipsec",
                    ROOT + ".ikeext",
                    ROOT + ".win32");

    private static final List<String> VALUES = concat(COMPONENTS, TYPES);

    private static final Set<String> RESTRICTED =
            Set.of(
                    "java.lang.System.load",
                    "java.lang.System.loadLibrary",
                    "java.lang.foreign.AddressLayout.withTargetLayout",
                    "java.lang.foreign.Linker.downcallHandle",
                    "java.lang.foreign.Linker.upcallStub",
                    "java.lang.foreign.MemorySegment.reinterpret",
                    "java.lang.foreign.SymbolLookup.libraryLookup");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPath("target/classes");

    static Stream<Arguments> packages() {
        return Stream.concat(
                COMPONENTS.stream().map(component -> arguments(component, VALUES)),
                Stream.of(
                        arguments(TYPES, List.of()),
                        arguments(VIEW, concat(VALUES, CODEC, MEMORY)),
                        arguments(
                                ENGINE,
                                concat(VALUES, VIEW, ABI, CODEC, MEMORY, SCHEMA, "jdk.jfr")),
                        // It can be asked what it does with a packet.
                        arguments(
                                EMBEDDED,
                                concat(VALUES, ENGINE, EXPLAIN, ABI, CODEC, MEMORY, SCHEMA)),
                        // A snapshot can be read from any engine; nothing else calls one.
                        arguments(EXPLAIN, concat(VALUES, VIEW, ENGINE)),
                        arguments(ASSERTJ, concat(VALUES, EXPLAIN, "org.assertj.core..")),
                        arguments(NETSH, concat(VALUES, "javax.xml..")),
                        arguments(SCHEMA, VALUES),
                        arguments(ABI, List.of(MEMORY)),
                        arguments(CODEC, concat(VALUES, MEMORY)),
                        arguments(MEMORY, List.of(TYPES))));
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
    void everyPackageIsInTheTable() {
        String[] table = packages().map(row -> (String) row.get()[0]).toArray(String[]::new);
        classes()
                .that()
                .doNotHaveSimpleName("module-info")
                .should()
                .resideInAnyPackage(table)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(rowsOfTheTable()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void valuesKnowNothingOfMemory() {
        noClasses()
                .that()
                .resideInAnyPackage(array(VALUES))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .check(CLASSES);
    }

    @Test
    void restrictedMethodsAreCalledInInternalOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ABI, CODEC, MEMORY)
                .should()
                .accessTargetWhere(describe("it is a restricted method", this::isRestricted))
                .check(CLASSES);
    }

    @Test
    void whatIsWrittenForACallIsErased() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE)
                .should()
                .callMethod(Arena.class, "ofConfined")
                .because("an ErasingArena leaves no key behind")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CLASSES)
                .isNotEmpty()
                .filteredOn(it -> !it.getSimpleName().equals("module-info"))
                .extracting(JavaClass::getPackage)
                .allSatisfy(it ->
                        assertThat(it.isAnnotatedWith(NullMarked.class))
                                .as("%s is @NullMarked", it.getName())
                                .isTrue());
    }

    @Test
    void nothingPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    private boolean isRestricted(JavaAccess<?> access) {
        return RESTRICTED.contains(
                access.getTargetOwner().getName() + "." + access.getTarget().getName());
    }

    /** The components of WFP are one row: their structs contain one another. */
    private static SliceAssignment rowsOfTheTable() {
        return new SliceAssignment() {
            @Override
            public String getDescription() {
                return "the rows of the package table";
            }

            @Override
            public SliceIdentifier getIdentifierOf(JavaClass it) {
                return COMPONENTS.contains(it.getPackageName())
                        ? SliceIdentifier.of("components")
                        : SliceIdentifier.of(it.getPackageName());
            }
        };
    }

    private static List<String> concat(List<String> first, String... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    private static String[] array(List<String> list) {
        return list.toArray(String[]::new);
    }
}
