package io.github.wfp4j.generator;

import io.github.wfp4j.generator.diagnostics.Problem;
import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.output.Output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run made.
 *
 * @param main the sources by path
 * @param test the sources of tests by path
 * @param problems the problems
 */
record Generated(Map<String, String> main, Map<String, String> test, List<Problem> problems) {
    /** {@return what a run makes of the folders bindings, facts and rules below a folder} */
    static Generated from(Path root) throws IOException {
        Output main = new Output();
        Output test = new Output();
        Problems problems = new Problems();
        Generator.run(
                root.resolve("bindings/java"),
                root.resolve("facts"),
                root.resolve("rules"),
                main,
                test,
                problems);
        return new Generated(main.files(), test.files(), problems.all());
    }

    /** {@return all sources, under {@code main/} and {@code test/}} */
    Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        main.forEach((path, text) -> files.put("main/" + path, text));
        test.forEach((path, text) -> files.put("test/" + path, text));
        return files;
    }

    /** {@return the ids of the problems} */
    List<String> ids() {
        return problems.stream().map(Problem::id).toList();
    }
}
