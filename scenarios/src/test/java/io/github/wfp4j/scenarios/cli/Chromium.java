package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window. */
final class Chromium {
    private static final int SECONDS = 60;
    private static final String NEEDED =
            "needs chromium on the path; on Debian: apt-get install chromium";

    private Chromium() {}

    /**
     * Opens a page.
     *
     * @param page the page
     * @param folder where the browser may write
     * @return what the browser made of it
     */
    static Result open(Path page, Path folder) throws IOException, InterruptedException {
        requireThere();
        Path dom = folder.resolve("dom");
        Path log = folder.resolve("log");
        Process process =
                new ProcessBuilder(
                                "chromium",
                                "--headless",
                                "--no-sandbox", // it would need privileges that a build has not
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--no-first-run",
                                "--user-data-dir=" + folder.resolve("profile"),
                                "--enable-logging=stderr",
                                "--dump-dom",
                                page.toUri().toString())
                        .redirectOutput(dom.toFile())
                        .redirectError(log.toFile())
                        .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("chromium did not end within a minute");
        }
        String printed = Files.readString(log, UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return new Result(
                Files.readString(dom, UTF_8),
                printed.lines().filter(line -> line.contains(":CONSOLE")).toList());
    }

    /** Skips the test without the browser; in CI it must be there, {@code .ci/run} installs it. */
    private static void requireThere() {
        boolean isThere =
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(it -> Files.isExecutable(Path.of(it, "chromium")));
        if (System.getenv("CI") != null) {
            assertThat(isThere).as(NEEDED).isTrue();
        }
        assumeTrue(isThere, NEEDED);
    }

    /**
     * What a browser made of a page.
     *
     * @param dom the elements after loading
     * @param console what it wrote on its console
     */
    record Result(String dom, List<String> console) {}
}
