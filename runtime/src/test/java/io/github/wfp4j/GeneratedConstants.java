package io.github.wfp4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every constant of the generated sources, by the C name that its Javadoc gives. */
final class GeneratedConstants {
    private static final Path SOURCES = Path.of("target", "generated-sources", "wfp4j");
    private static final Pattern CONSTANT =
            Pattern.compile(
                    "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@Deprecated\\s*)?"
                            + "(?:public static final \\w+ )?([A-Z]\\w*)\\s*[(=]",
                    Pattern.DOTALL);
    private static final Pattern LINE_START = Pattern.compile("\\s*\\n\\s*\\*\\s*");
    private static final Pattern C_NAME = Pattern.compile("C: \\{@code\\s+(\\w+)\\}");

    private GeneratedConstants() {}

    /**
     * {@return the values by C name}
     *
     * @param packages the packages below the root package
     */
    static Map<String, Object> in(String... packages) {
        Map<String, Object> values = new TreeMap<>();
        for (String name : packages) {
            Path folder = SOURCES.resolve("io/github/wfp4j").resolve(name);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    collect(name, file, values);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return values;
    }

    private static void collect(String packageName, Path file, Map<String, Object> values)
            throws IOException {
        String simple = file.getFileName().toString().replace(".java", "");
        Matcher matcher = CONSTANT.matcher(Files.readString(file));
        while (matcher.find()) {
            Matcher cName = C_NAME.matcher(LINE_START.matcher(matcher.group(1)).replaceAll(" "));
            if (cName.find() && !matcher.group(2).equals(simple)) {
                values.put(cName.group(1), value(packageName, simple, matcher.group(2)));
            }
        }
    }

    private static Object value(String packageName, String simple, String field) {
        try {
            Class<?> type = Class.forName("io.github.wfp4j." + packageName + "." + simple);
            Object constant = type.getField(field).get(null);
            for (String accessor : List.of("value", "bits", "guid")) {
                if (Stream.of(constant.getClass().getMethods())
                        .anyMatch(it -> it.getName().equals(accessor))) {
                    return constant.getClass().getMethod(accessor).invoke(constant);
                }
            }
            return constant;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(simple + "." + field, e);
        }
    }
}
