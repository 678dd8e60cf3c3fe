package io.github.wfp4j.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.Bindings;
import io.github.wfp4j.generator.ir.CConstant;
import io.github.wfp4j.generator.ir.CFunction;
import io.github.wfp4j.generator.rules.Rules;
import io.github.wfp4j.generator.source.BindingsReader;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The committed bindings, and the C file that compares the headers behind them with the facts.
 * Whether jextract still writes the same is checked by the profile {@code jextract}.
 */
final class BindingsTest {
    private static final Path BINDINGS = Inputs.MODULE.resolve("bindings");
    private static final String ASSERTIONS = "layout_assertions.c";

    /** What headers/ corrects are the errors of this version. */
    private static final String MINGW = "10";

    private static Bindings bindings;
    private static Problems problems;

    /** A C compiler for 64-bit Windows: how it is called, and what else it needs. */
    private record Compiler(String program, List<String> arguments) {}

    private static final List<Compiler> COMPILERS =
            List.of(
                    new Compiler("x86_64-w64-mingw32-gcc", List.of()),
                    new Compiler("clang", List.of("--target=x86_64-w64-windows-gnu")));

    @BeforeAll
    static void read() throws IOException {
        Rules rules =
                new Rules(Inputs.MODULE.resolve("facts"), Inputs.MODULE.resolve("rules"), BINDINGS);
        Map<String, String> typedefs =
                rules.typedefs.rows().stream()
                        .filter(row -> row.get("kind").equals("struct"))
                        .collect(
                                Collectors.toMap(row -> row.get("tag"), row -> row.get("typedef")));
        problems = new Problems();
        bindings = new BindingsReader(BINDINGS.resolve("java"), typedefs, problems).read();
    }

    @Test
    void areUnderstoodWithoutProblems() {
        assertThat(problems.all()).isEmpty();
        assertThat(bindings.structs()).hasSize(210);
        assertThat(bindings.functions()).hasSize(189);
        assertThat(bindings.callbacks()).hasSize(18);
        assertThat(bindings.constants()).hasSize(897 + 2 * 344);
    }

    /** Callbacks quote their types in one place and their names in another. */
    @Test
    void givesEveryParameterAName() {
        assertThat(Stream.of(bindings.functions(), bindings.callbacks()).flatMap(List::stream))
                .flatMap(CFunction::parameters)
                .allSatisfy(it -> assertThat(it.name()).matches("[a-z]\\w*"));
    }

    /** A struct that points to a renamed type would keep the renamed name. */
    @Test
    void holdNoRenamedName() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readString(file, UTF_8)).as(file.toString()).doesNotContain("mingw_");
        }
    }

    /** Of the spellings of a struct's tag exactly one exists; jextract ignores the others. */
    @Test
    void holdEverythingThatTheIncludeListNames() throws IOException {
        Set<String> files =
                files().stream()
                        .map(it -> it.getFileName().toString().replace(".java", ""))
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>();
        Set<String> structs = new TreeSet<>();
        for (String line : Files.readAllLines(BINDINGS.resolve("includes.txt"), UTF_8)) {
            String[] words = line.strip().split(" +", -1);
            switch (words[0]) {
                case "", "#" -> {}
                case "--include-struct" -> structs.add(words[1].replaceAll("^_+|_+$", ""));
                case "--include-typedef", "--include-function", "--include-constant" ->
                        missing.add(words[1]);
                default -> fail("unknown option in includes.txt: %s", line);
            }
        }
        assertThat(missing).hasSize(189 + 18 + 897 + 2 * 344);
        missing.removeAll(bindings.functions().stream().map(CFunction::name).toList());
        missing.removeAll(bindings.callbacks().stream().map(CFunction::name).toList());
        missing.removeAll(bindings.constants().stream().map(CConstant::name).toList());

        assertThat(missing).isEmpty();
        assertThat(files.stream().map(it -> it.replaceAll("^_+|_+$", ""))).containsAll(structs);
        assertThat(structs).hasSize(210);
    }

    @TestFactory
    List<DynamicTest> theHeadersAgreeWithTheFacts() {
        return forEachCompiler(compiler -> {
            Result result = compile(compiler, BINDINGS.resolve("assertions").resolve(ASSERTIONS));
            assertThat(result.exitCode()).as(result.printed()).isZero();
        });
    }

    @TestFactory
    List<DynamicTest> theCompilerFindsOneWrongNumber() {
        return forEachCompiler(compiler -> {
            Path changed = Files.createTempFile("wfp4j", ASSERTIONS);
            try {
                Files.writeString(changed, withOneWrongNumber());
                Result result = compile(compiler, changed);

                assertThat(result.exitCode()).isNotZero();
                assertThat(result.printed())
                        .contains("size of FWPM_FILTER0")
                        .containsOnlyOnce("error:");
            } finally {
                Files.delete(changed);
            }
        });
    }

    private static String withOneWrongNumber() throws IOException {
        String text = Files.readString(BINDINGS.resolve("assertions").resolve(ASSERTIONS), UTF_8);
        String size = "STRUCT(FWPM_FILTER0, 200, 8);";
        String include = "#include \"../headers/";
        assertThat(text).contains(size, include);
        return text.replace(size, "STRUCT(FWPM_FILTER0, 201, 8);")
                .replace(
                        include,
                        "#include \"" + BINDINGS.toString().replace('\\', '/') + "/headers/");
    }

    private interface Check {
        void run(Compiler compiler) throws Exception;
    }

    /** Once on any system is enough: the headers are the same everywhere. */
    @Test
    void continuousIntegrationOnLinuxHasACompiler() throws Exception {
        assumeTrue("true".equals(System.getenv("CI")), "not in continuous integration");
        assumeTrue(System.getProperty("os.name", "").equals("Linux"), "not on Linux");
        List<String> missing = new ArrayList<>();
        for (Compiler compiler : COMPILERS) {
            missing(compiler).ifPresent(missing::add);
        }

        assertThat(missing).hasSizeLessThan(COMPILERS.size());
    }

    private static List<DynamicTest> forEachCompiler(Check check) {
        return COMPILERS.stream()
                .map(it ->
                        DynamicTest.dynamicTest(
                                it.program(),
                                () -> {
                                    Optional<String> missing = missing(it);
                                    assumeTrue(missing.isEmpty(), missing::orElseThrow);
                                    check.run(it);
                                }))
                .toList();
    }

    /** {@return why a compiler cannot be used, if it cannot} */
    private static Optional<String> missing(Compiler compiler) throws Exception {
        if (onPath(compiler.program()).isEmpty()) {
            return Optional.of(compiler.program() + " is not on the PATH");
        }
        Path source = Files.createTempFile("wfp4j-probe", ".c");
        try {
            Files.writeString(
                    source,
                    """
                    #include <_mingw.h>
                    #if __has_include(<fwpmu.h>)
                    version __MINGW64_VERSION_MAJOR
                    #endif
                    """);
            Result result = run(compiler, List.of("-E", "-P", source.toString()));
            return result.printed().contains("version " + MINGW)
                    ? Optional.empty()
                    : Optional.of(
                            "%s finds no fwpmu.h of mingw-w64 %s"
                                    .formatted(compiler.program(), MINGW));
        } finally {
            Files.delete(source);
        }
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(it -> !it.isBlank())
                .flatMap(it -> Stream.of(Path.of(it, program), Path.of(it, program + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private record Result(int exitCode, String printed) {}

    private static Result compile(Compiler compiler, Path source) throws Exception {
        return run(
                compiler,
                List.of(
                        "-fsyntax-only",
                        "-D_WIN32_WINNT=0x0A00",
                        "-DNTDDI_VERSION=0x0A000010",
                        source.toString()));
    }

    private static Result run(Compiler compiler, List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(onPath(compiler.program()).orElseThrow().toString());
        command.addAll(compiler.arguments());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), printed);
    }

    private static List<Path> files() throws IOException {
        return Inputs.files(BINDINGS.resolve("java"), Integer.MAX_VALUE);
    }
}
