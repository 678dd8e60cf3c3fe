package io.github.wfp4j.scenarios.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Help.Ansi;

import java.io.Console;
import java.util.Map;

/**
 * The terminal with the person who has started the command, if there is one.
 *
 * @param isInteractive whether there is one, for input and output
 * @param hasColours whether to use colours there
 * @param questions asks a question and gives the answer
 */
record Terminal(boolean isInteractive, boolean hasColours, Questions questions) {
    /** No terminal: input or output is a file or a pipe. */
    static final Terminal NONE = new Terminal(false, false, _ -> null);

    /** {@return the terminal of this process} */
    // With the Console of java.base, which is the default again since JDK 25, it may be null.
    @SuppressWarnings("SystemConsoleNull")
    static Terminal ofProcess() {
        Console console = System.console();
        return console == null || !console.isTerminal()
                ? NONE
                : new Terminal(
                        true,
                        wantsColours(System.getenv()) && Ansi.AUTO.enabled(),
                        question -> console.readLine("%s", question));
    }

    /**
     * {@return whether the person wants colours, see <a
     * href="https://no-color.org">no-color.org</a>}
     *
     * @param environment the environment variables
     */
    static boolean wantsColours(Map<String, String> environment) {
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Asks questions. */
    @FunctionalInterface
    interface Questions {
        /** {@return the answer, a line; null at the end of the input} */
        @Nullable String ask(String question);
    }
}
