package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.embedded.EmbeddedEngine;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs the command as a shell does, on one engine in memory. */
final class Shell {
    private final EmbeddedEngine engine = EmbeddedEngine.create();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Terminal terminal = Terminal.NONE;

    /** Says that a person sits before it. */
    Shell at(Terminal newTerminal) {
        terminal = newTerminal;
        return this;
    }

    /** The engine that {@code --engine embedded} means. */
    EmbeddedEngine engine() {
        return engine;
    }

    /** Runs the command and gives its exit code. */
    int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.execute(
                engine, terminal, new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    /** Runs the command with arguments that are separated by blanks. */
    int line(String arguments) {
        return run(arguments.split(" ", -1));
    }

    /** The standard output of the last run. */
    String output() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    /** The standard error of the last run. */
    String errors() {
        return err.toString().replace(System.lineSeparator(), "\n");
    }

    /** The standard output of the last run as a document. */
    JsonNode json() {
        return JsonMapper.shared().readTree(output());
    }
}
