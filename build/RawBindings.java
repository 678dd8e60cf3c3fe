import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Copies the bindings of some structs, of those that they hold by value, of callbacks and functions
 * for the benchmarks: the first argument is the folder of the bindings, the second the one to copy
 * them to, the others are the names. The C type {@code long} becomes 4 bytes long, whatever it is
 * on this system, and the compiler's warnings are switched off.
 */
final class RawBindings {
    private static final Pattern NESTED = Pattern.compile("\\b(\\w+)\\.layout\\(\\)");
    private static final String ANNOTATION =
            "@SuppressWarnings({\"all\", \"restricted\", \"rawtypes\", \"cast\"})\n";
    private static final String IMPORTS =
            "import java.lang.foreign.*;\nimport java.lang.invoke.*;\n\n";
    private static final String PACKAGE = "package io.github.wfp4j.bindings;\n\n";

    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0], "io/github/wfp4j/bindings");
        Path target = Path.of(args[1], "io/github/wfp4j/bindings");
        Files.createDirectories(target);
        Deque<String> open = new ArrayDeque<>();
        Set<String> known = new HashSet<>();
        StringBuilder functions = new StringBuilder();
        String all = Files.readString(source.resolve("Fwpuclnt_1.java"));
        for (int i = 2; i < args.length; i++) {
            if (Files.exists(source.resolve(args[i] + ".java"))) {
                open.add(args[i]);
            } else {
                functions.append(function(args[i], all));
            }
        }
        while (!open.isEmpty()) {
            String name = open.remove();
            if (known.add(name)) {
                String text = Files.readString(source.resolve(name + ".java"));
                write(target, name, fixed(text));
                Matcher nested = NESTED.matcher(text);
                while (nested.find()) {
                    open.add(nested.group(1));
                }
            }
        }
        String layouts = Files.readString(source.resolve("Fwpuclnt$shared.java"));
        write(
                target,
                "Fwpuclnt$shared",
                layouts.replaceAll(
                        "ValueLayout\\.OfLong C_LONG = [^;]*;",
                        "ValueLayout.OfInt C_LONG = ValueLayout.JAVA_INT;"));
        write(
                target,
                "Fwpuclnt",
                PACKAGE
                        + IMPORTS
                        + "public class Fwpuclnt extends Fwpuclnt$shared {\n"
                        + between(all, "    static final SymbolLookup SYMBOL_LOOKUP", ";\n")
                        + functions
                        + "}\n");
    }

    /** {@return what there is of a function that returns a {@code long}, which becomes an int} */
    private static String function(String name, String text) {
        String holder = between(text, "    private static class " + name + " {", "\n    }\n");
        return holder
                + between(text, "    public static long " + name + "(", "\n    }\n")
                        .replace("public static long", "public static int")
                        .replace("(long)mh$", "(int)mh$");
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start);
        if (from < 0) {
            throw new IllegalArgumentException("the bindings have no " + start);
        }
        return text.substring(from, text.indexOf(end, from) + end.length());
    }

    /** {@return a struct's class, its fields of type {@code long} made ints} */
    private static String fixed(String text) {
        Matcher field =
                Pattern.compile("Fwpuclnt\\.C_LONG\\.withName\\(\"(\\w+)\"\\)").matcher(text);
        String fixed = text;
        while (field.find()) {
            String name = field.group(1);
            fixed =
                    fixed.replaceAll("OfLong " + name + "\\$", "OfInt " + name + "\\$")
                            .replace(
                                    "(OfLong)$LAYOUT.select(groupElement(\"" + name + "\"))",
                                    "(OfInt)$LAYOUT.select(groupElement(\"" + name + "\"))")
                            .replace("static long " + name + "(", "static int " + name + "(")
                            .replace(
                                    "void " + name + "(MemorySegment struct, long ",
                                    "void " + name + "(MemorySegment struct, int ");
        }
        return fixed;
    }

    private static void write(Path target, String name, String text) throws IOException {
        Files.writeString(
                target.resolve(name + ".java"),
                text.replaceFirst(
                        "(?m)^(public (?:final )?class )",
                        Matcher.quoteReplacement(ANNOTATION) + "$1"));
    }
}
