package io.github.wfp4j.generator;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Sources compiled in memory, with what the tests run on as the class path.
 *
 * @param complaints the errors and warnings
 * @param classes loads the classes
 */
record Compilation(List<String> complaints, MemoryLoader classes) {
    /** {@return the compiled sources: those by path, and those in files} */
    static Compilation of(Map<String, String> sources, Collection<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard =
                        compiler.getStandardFileManager(
                                diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                MemoryManager manager = new MemoryManager(standard)) {
            List<JavaFileObject> units = new ArrayList<>();
            sources.forEach((path, text) -> units.add(new Source(path, text)));
            standard.getJavaFileObjectsFromPaths(files).forEach(units::add);
            List<String> options =
                    List.of(
                            "-proc:none",
                            "-Xlint:all",
                            "-classpath",
                            System.getProperty("java.class.path", ""));
            compiler.getTask(null, manager, diagnostics, options, null, units).call();
            List<String> complaints =
                    diagnostics.getDiagnostics().stream()
                            .filter(it -> it.getKind() != Diagnostic.Kind.NOTE)
                            .map(Object::toString)
                            .toList();
            return new Compilation(complaints, new MemoryLoader(manager.made));
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    static final class ClassFile extends SimpleJavaFileObject {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        ClassFile(String className) {
            super(URI.create("memory:///" + className.replace('.', '/') + ".class"), Kind.CLASS);
        }

        @Override
        public OutputStream openOutputStream() {
            return bytes;
        }
    }

    private static final class MemoryManager extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ClassFile> made = new TreeMap<>();

        MemoryManager(JavaFileManager manager) {
            super(manager);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location,
                String className,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            ClassFile file = new ClassFile(className);
            made.put(className, file);
            return file;
        }
    }

    /** Loads what was compiled. */
    static final class MemoryLoader extends ClassLoader {
        private final Map<String, ClassFile> made;

        MemoryLoader(Map<String, ClassFile> made) {
            super(MemoryLoader.class.getClassLoader());
            this.made = made;
        }

        /** {@return the names of all classes} */
        Set<String> names() {
            return new TreeSet<>(made.keySet());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ClassFile file = made.get(name);
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.bytes.toByteArray();
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
