package io.github.wfp4j.scenarios.cli;

import static java.util.stream.Collectors.joining;

import io.github.wfp4j.embedded.StateFileException;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.scenarios.install.ForeignObjectException;
import io.github.wfp4j.scenarios.install.WeightOrderException;
import io.github.wfp4j.types.DecodingException;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import java.util.Optional;
import java.util.stream.Stream;

/** Says in one line what did not work. */
final class Failures {
    private Failures() {}

    /**
     * Reports a failure.
     *
     * @param state why the state file was not written, if so: an engine says only that it failed
     */
    static int report(
            Exception failure,
            Optional<StateFileException> state,
            CommandLine line,
            ParseResult parsed) {
        String tried = String.join(" ", parsed.originalArgs());
        switch (failure) {
            case WfpException e when state.isPresent() ->
                    line.getErr()
                            .printf(
                                    "wfp4j: %s: %s; %s%n",
                                    tried, e.getMessage(), state.get().getMessage());
            case WfpException _,
                    StateFileException _,
                    DumpFileException _,
                    WeightOrderException _,
                    ForeignObjectException _,
                    DecodingException _,
                    DeclinedException _,
                    UnsupportedOperationException _,
                    IllegalCallerException _ ->
                    line.getErr().printf("wfp4j: %s: %s%n", tried, message(failure));
            default -> {
                line.getErr().printf("wfp4j: %s: unexpected, please report this:%n", tried);
                failure.printStackTrace(line.getErr());
            }
        }
        return ExitCode.FAILED;
    }

    /** What failed, and what failed when it was taken back. */
    private static String message(Exception failure) {
        return Stream.concat(Stream.of(failure), Stream.of(failure.getSuppressed()))
                .map(Throwable::getMessage)
                .collect(joining("; and then "));
    }
}
