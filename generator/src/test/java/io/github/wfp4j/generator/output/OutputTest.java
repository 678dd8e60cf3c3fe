package io.github.wfp4j.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class OutputTest {
    @TempDir private Path parent;

    private Path folder() {
        return parent.resolve("sources");
    }

    @Test
    void makesAFolderHoldExactlyItsFiles() throws IOException {
        Files.createDirectories(folder().resolve("a"));
        Files.writeString(folder().resolve("a/Old.java"), "old");
        Files.writeString(folder().resolve("a/B.java"), "old");
        Output output = new Output();
        output.add("a/B.java", "b");
        output.add("c/D.java", "d");

        output.writeTo(folder());

        assertThat(folder().resolve("a/B.java")).hasContent("b");
        assertThat(folder().resolve("c/D.java")).hasContent("d");
        assertThat(folder().resolve("a/Old.java")).doesNotExist();
    }

    @Test
    void leavesAFolderAloneThatItMadeTheSameBefore() throws IOException {
        Output output = new Output();
        output.add("B.java", "class B{}");
        output.writeTo(folder());
        Files.writeString(folder().resolve("B.java"), "class B {}"); // formatted since

        output.writeTo(folder());

        assertThat(folder().resolve("B.java")).hasContent("class B {}");
    }

    @Test
    void writesEverythingAgainWhenAFileIsMissingOrOneTooMany() throws IOException {
        Output output = new Output();
        output.add("B.java", "b");
        output.add("C.java", "c");
        output.writeTo(folder());
        Files.delete(folder().resolve("C.java"));
        Files.writeString(folder().resolve("D.java"), "d");
        Files.writeString(folder().resolve("B.java"), "changed");

        output.writeTo(folder());

        assertThat(folder().resolve("B.java")).hasContent("b");
        assertThat(folder().resolve("C.java")).hasContent("c");
        assertThat(folder().resolve("D.java")).doesNotExist();
    }

    @Test
    void aRunThatFailedIsNotTakenForAFinishedOne() throws IOException {
        Output first = new Output();
        first.add("B.java", "first");
        first.add("C.java", "first");
        first.writeTo(folder());
        Output second = new Output();
        second.add("B.java", "second");
        second.add("C.java", "second");
        second.add("C.java/E.java", "a folder where a file is");
        assertThatThrownBy(() -> second.writeTo(folder())).isInstanceOf(IOException.class);

        first.writeTo(folder());

        assertThat(folder().resolve("B.java")).hasContent("first");
        assertThat(folder().resolve("C.java")).hasContent("first");
    }

    @Test
    void refusesTwoFilesOfOneName() {
        Output output = new Output();
        output.add("B.java", "b");

        assertThatThrownBy(() -> output.add("B.java", "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("B.java");
    }
}
