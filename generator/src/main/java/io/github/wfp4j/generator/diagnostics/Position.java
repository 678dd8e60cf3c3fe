package io.github.wfp4j.generator.diagnostics;

/**
 * A place in an input file.
 *
 * @param file the file's name, relative to the input folder
 * @param line the line, from 1; 0 for the file as a whole
 */
public record Position(String file, long line) {
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
