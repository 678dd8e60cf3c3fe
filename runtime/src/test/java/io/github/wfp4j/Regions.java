package io.github.wfp4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What documents quote from sources that the build compiles. */
final class Regions {
    private static final Pattern REGION =
            Pattern.compile("(?m)^ *// @start region=\"\\S+\"\\n([\\s\\S]*?)^ *// @end\\n");

    private Regions() {}

    /** {@return the regions of a source, in order, without their indentation} */
    static List<String> ofSource(Path source) {
        return blocks(source, REGION).stream()
                .map(it -> it.stripTrailing().stripIndent() + "\n")
                .toList();
    }

    /** {@return the blocks of a document that are of a language, in order} */
    static List<String> ofDocument(Path document, String language) {
        return blocks(document, Pattern.compile("(?m)^```" + language + "\\n([\\s\\S]*?)^```"));
    }

    private static List<String> blocks(Path file, Pattern pattern) {
        try {
            List<String> blocks = new ArrayList<>();
            for (MatchResult it :
                    pattern.matcher(Files.readString(file, UTF_8)).results().toList()) {
                blocks.add(it.group(1));
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
