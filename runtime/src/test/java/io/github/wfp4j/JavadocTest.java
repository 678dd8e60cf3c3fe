package io.github.wfp4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Whatever the module exports has a comment, which explains all parameters and results. */
final class JavadocTest {
    private static final Path WRITTEN = Path.of("src/main/java");
    private static final Path GENERATED = Path.of("target/generated-sources/wfp4j");
    private static final Pattern EXPORT = Pattern.compile("(?m)^\\s*exports\\s+([\\w.]+)");

    @TempDir private Path folder;

    @Test
    void nothingIsMissingInWhatIsExported() throws IOException {
        assumeTrue(Files.isDirectory(GENERATED), () -> "the build did not generate " + GENERATED);
        List<Path> sources = new ArrayList<>(sources(WRITTEN));
        sources.addAll(sources(GENERATED));

        assertThat(flaws(sources, "protected", exported())).isEmpty();
    }

    /** Classes that are not public count as not exported, but public ones inherit from them. */
    @Test
    void nothingIsMissingInWhatIsInherited() throws Exception {
        Set<Path> inherited = new TreeSet<>();
        for (Path source : sources(WRITTEN)) {
            Class<?> type = Class.forName(name(source), false, JavadocTest.class.getClassLoader());
            if (Modifier.isPublic(type.getModifiers())) {
                for (type = type.getSuperclass(); isHidden(type); type = type.getSuperclass()) {
                    inherited.add(source.resolveSibling(type.getSimpleName() + ".java"));
                }
            }
        }

        assertThat(inherited).hasSizeGreaterThan(1);
        assertThat(flaws(List.copyOf(inherited), "package", exported()))
                .filteredOn(flaw -> flaw.contains(" public "))
                .isEmpty();
    }

    /** What the other tests rely on, and another compiler might not do. */
    @Test
    void whatIsMissingIsFoundInEverySource() throws IOException {
        write("First.java", "package a; public interface First {}");
        write("Second.java", "package a; /** Is there. */ public record Second(int number) {}");
        write("Third.java", "package a; /** Is there. */ public enum Third { CONSTANT }");
        write("Fourth.java", "package a.b; public interface Fourth {}");

        assertThat(flaws(sources(folder), "protected", List.of("a")))
                .map(flaw -> flaw.substring(0, flaw.indexOf(" in:")))
                .containsExactlyInAnyOrder(
                        "First.java:1: no comment",
                        "Second.java:1: no @param for number",
                        "Third.java:1: no comment");
    }

    private void write(String name, String source) throws IOException {
        Files.writeString(folder.resolve(name), source, UTF_8);
    }

    private static List<String> exported() throws IOException {
        String module = Files.readString(WRITTEN.resolve("module-info.java"), UTF_8);
        return EXPORT.matcher(module).results().map(it -> it.group(1)).toList();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    private static String name(Path source) {
        String file = WRITTEN.relativize(source).toString();
        return file.substring(0, file.lastIndexOf('.')).replace(File.separatorChar, '.');
    }

    private static boolean isHidden(@Nullable Class<?> parent) {
        return parent != null && !Modifier.isPublic(parent.getModifiers());
    }

    private List<String> flaws(List<Path> sources, String access, List<String> packages)
            throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of(
                        "-proc:none",
                        "-Xlint:none",
                        "-Xdoclint:missing/" + access,
                        "-Xdoclint/package:" + String.join(",", packages),
                        "-Xmaxwarns",
                        Integer.toString(Integer.MAX_VALUE),
                        "-d",
                        folder.toString());
        List<String> flaws = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, UTF_8)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            JavacTask task = (JavacTask) compiler.getTask(null, files, found, options, null, units);
            Enough enough = new Enough();
            task.addTaskListener(enough);
            assertThatThrownBy(task::analyze).hasCause(enough);
            for (Diagnostic<? extends JavaFileObject> flaw : found.getDiagnostics()) {
                flaws.add(text(flaw));
            }
        }
        return flaws;
    }

    private static String text(Diagnostic<? extends JavaFileObject> flaw) throws IOException {
        JavaFileObject source = flaw.getSource();
        String message = flaw.getMessage(Locale.ROOT);
        if (source == null) {
            return message;
        }
        long line = flaw.getLineNumber();
        String text =
                source.getCharContent(true)
                        .toString()
                        .lines()
                        .skip(line - 1)
                        .findFirst()
                        .orElse("");
        String file = Path.of(source.getName()).getFileName().toString();
        return file + ":" + line + ": " + message + " in: " + text;
    }

    /**
     * Ends the compiler's work at the second class. All comments are checked before the first one,
     * and the bodies of methods, which take most of the time, do not matter here.
     */
    private static final class Enough extends RuntimeException implements TaskListener {
        private static final long serialVersionUID = 1;

        private int classes;

        @Override
        public void started(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE && ++classes == 2) {
                throw this;
            }
        }
    }
}
