package io.github.wfp4j.generator.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;

import io.github.wfp4j.generator.diagnostics.Position;
import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.Bindings;
import io.github.wfp4j.generator.ir.CConstant;
import io.github.wfp4j.generator.ir.CFunction;
import io.github.wfp4j.generator.ir.CStruct;
import io.github.wfp4j.generator.source.CDeclarations.SyntaxException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reads jextract's output with the JDK's own parser. Everything that the text says is either
 * understood or reported with its file and line.
 */
public final class BindingsReader {
    private final Path folder;
    private final Map<String, String> typedefs;
    private final Problems problems;
    private final Map<String, Layout> layouts = new TreeMap<>();
    private final Map<String, StructText> structs = new TreeMap<>();
    private final List<CConstant> constants = new ArrayList<>();
    private final List<CFunction> functions = new ArrayList<>();
    private final List<CFunction> callbacks = new ArrayList<>();

    private record StructText(Layout layout, String declaration, Position position) {}

    /**
     * Creates a reader.
     *
     * @param folder the folder with jextract's output
     * @param typedefs the typedef of each struct tag
     * @param problems where problems go
     */
    public BindingsReader(Path folder, Map<String, String> typedefs, Problems problems) {
        this.folder = folder;
        this.typedefs = typedefs;
        this.problems = problems;
    }

    /**
     * {@return what the bindings say, as far as it was understood}
     *
     * @throws IOException if the folder cannot be read
     */
    public Bindings read() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(it -> it.toString().endsWith(".java")).sorted().toList();
        }
        if (files.isEmpty()) {
            problems.add(new Position(folder.toString(), 0), "no-bindings", "holds no .java file");
        } else {
            parse(files);
        }
        List<CStruct> read = new ArrayList<>();
        structs.forEach((tag, text) -> struct(tag, text).ifPresent(read::add));
        read.sort(Comparator.comparing(CStruct::name));
        constants.sort(Comparator.comparing(CConstant::name));
        functions.sort(Comparator.comparing(CFunction::name));
        callbacks.sort(Comparator.comparing(CFunction::name));
        return new Bindings(read, constants, functions, callbacks);
    }

    private void parse(List<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    diagnostics,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(files));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new UnitReader(unit, docs).read();
            }
        }
        for (Diagnostic<? extends JavaFileObject> it : diagnostics.getDiagnostics()) {
            if (it.getKind() == Diagnostic.Kind.ERROR) {
                Path file = Path.of(it.getSource().toUri());
                problems.add(
                        new Position(relative(file), it.getLineNumber()),
                        "syntax",
                        "%s",
                        it.getMessage(Locale.ROOT).replaceAll("\\s+", " "));
            }
        }
    }

    private String relative(Path file) {
        return folder.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
    }

    private Optional<CStruct> struct(String tag, StructText text) {
        String typedef = typedefs.get(tag);
        if (typedef == null) {
            problems.add(text.position(), "unknown-tag", "%s: has no row in typedefs.csv", tag);
            return Optional.empty();
        }
        try {
            StructReader reader = new StructReader(layouts);
            return Optional.of(
                    new CStruct(
                            typedef,
                            tag,
                            reader.size(text.layout()),
                            reader.alignment(text.layout()),
                            reader.members(text.layout(), CDeclarations.struct(text.declaration())),
                            text.position()));
        } catch (SyntaxException e) {
            problems.add(text.position(), "not-understood", "%s: %s", tag, e.problem());
            return Optional.empty();
        }
    }

    /** Reads one file. */
    private final class UnitReader {
        private final CompilationUnitTree unit;
        private final DocTrees docs;

        UnitReader(CompilationUnitTree unit, DocTrees docs) {
            this.unit = unit;
            this.docs = docs;
        }

        void read() {
            if (unit.getTypeDecls().stream().noneMatch(ClassTree.class::isInstance)) {
                problems.add(position(unit), "not-understood", "the file declares no class");
            }
            for (Tree type : unit.getTypeDecls()) {
                if (type instanceof ClassTree it) {
                    TreePath path = TreePath.getPath(unit, it);
                    guarded(it, () -> topLevel(it, path));
                }
            }
        }

        private void guarded(Tree tree, Runnable reading) {
            try {
                reading.run();
            } catch (SyntaxException e) {
                problems.add(position(tree), "not-understood", "%s", e.problem());
            }
        }

        private Position position(Tree tree) {
            long start = docs.getSourcePositions().getStartPosition(unit, tree);
            return new Position(
                    relative(Path.of(unit.getSourceFile().toUri())),
                    unit.getLineMap().getLineNumber(Math.max(start, 0)));
        }

        private void topLevel(ClassTree type, TreePath path) {
            String name = type.getSimpleName().toString();
            if (variable(type, "$LAYOUT").isPresent()) {
                Layout layout = struct(type, name);
                structs.put(name, new StructText(layout, snippet(path, type), position(type)));
            } else if (nested(type, "Function").isPresent()) {
                callbacks.add(callback(type, path));
            } else {
                header(type, path);
            }
        }

        /**
         * {@return a struct's layout} It is registered, and so are those of the structs inside it.
         */
        private Layout struct(ClassTree type, String name) {
            VariableTree field =
                    variable(type, "$LAYOUT")
                            .orElseThrow(() -> new SyntaxException(name + " has no $LAYOUT"));
            Layout layout = LayoutParser.layout(field.getInitializer());
            layouts.put(name, layout);
            for (Tree member : type.getMembers()) {
                if (member instanceof ClassTree inner && variable(inner, "$LAYOUT").isPresent()) {
                    struct(inner, name + "." + inner.getSimpleName());
                }
            }
            return layout;
        }

        private CFunction callback(ClassTree type, TreePath path) {
            MethodTree apply =
                    nested(type, "Function")
                            .flatMap(it -> method(it, "apply"))
                            .orElseThrow(() -> new SyntaxException("Function without apply"));
            List<String> names =
                    apply.getParameters().stream().map(it -> it.getName().toString()).toList();
            VariableTree descriptor =
                    variable(type, "$DESC")
                            .orElseThrow(() -> new SyntaxException("callback without $DESC"));
            return Functions.read(
                    snippet(path, type), names, descriptor.getInitializer(), position(type));
        }

        private void header(ClassTree type, TreePath path) {
            Map<String, VariableTree> variables = new HashMap<>();
            Map<String, ClassTree> classes = new HashMap<>();
            for (Tree member : type.getMembers()) {
                switch (member) {
                    case VariableTree it -> variables.put(it.getName().toString(), it);
                    case ClassTree it -> classes.put(it.getSimpleName().toString(), it);
                    default -> {}
                }
            }
            for (Tree member : type.getMembers()) {
                if (member instanceof MethodTree method) {
                    guarded(
                            method,
                            () ->
                                    headerMethod(
                                            method,
                                            new TreePath(path, method),
                                            variables,
                                            classes));
                }
            }
        }

        private void headerMethod(
                MethodTree method,
                TreePath path,
                Map<String, VariableTree> variables,
                Map<String, ClassTree> classes) {
            String name = method.getName().toString();
            if (variables.containsKey(name)) {
                constants.add(
                        Constants.read(
                                name,
                                snippet(path, method),
                                variables.get(name).getInitializer(),
                                position(method)));
            } else if (classes.containsKey(name)) {
                VariableTree descriptor =
                        variable(classes.get(name), "DESC")
                                .orElseThrow(() -> new SyntaxException(name + " has no DESC"));
                functions.add(
                        Functions.read(
                                snippet(path, method),
                                List.of(),
                                descriptor.getInitializer(),
                                position(method)));
            } else if (docs.getDocComment(path) != null
                    && !name.contains("$")
                    && docs.getDocComment(path).contains("@snippet")) {
                throw new SyntaxException(name + " is neither a constant nor a function");
            }
        }

        /** {@return the C text that a comment quotes} */
        private String snippet(TreePath path, Tree tree) {
            String comment = docs.getDocComment(path);
            int start = comment == null ? -1 : comment.indexOf("lang=c :");
            int end = comment == null ? -1 : comment.lastIndexOf('}');
            if (comment == null || start < 0 || end < start) {
                throw new SyntaxException("the C declaration is missing at " + position(tree));
            }
            return comment.substring(start + "lang=c :".length(), end);
        }

        private Optional<VariableTree> variable(ClassTree type, String name) {
            return type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast)
                    .filter(it -> it.getName().contentEquals(name))
                    .findFirst();
        }

        private Optional<ClassTree> nested(ClassTree type, String name) {
            return type.getMembers().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(ClassTree.class::cast)
                    .filter(it -> it.getSimpleName().contentEquals(name))
                    .findFirst();
        }

        private Optional<MethodTree> method(ClassTree type, String name) {
            return type.getMembers().stream()
                    .filter(MethodTree.class::isInstance)
                    .map(MethodTree.class::cast)
                    .filter(it -> it.getName().contentEquals(name))
                    .findFirst();
        }
    }
}
