package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.scenarios.install.WeightOrderException;
import io.github.wfp4j.types.DecodingException;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Says in one line what did not work. */
final class Failures {
    private Failures() {}

    static int report(Exception failure, CommandLine line, ParseResult parsed) {
        String tried = String.join(" ", parsed.originalArgs());
        switch (failure) {
            case WfpException _,
                    WeightOrderException _,
                    DecodingException _,
                    UnsupportedOperationException _,
                    IllegalCallerException _ ->
                    line.getErr().printf("wfp4j: %s: %s%n", tried, failure.getMessage());
            default -> {
                line.getErr().printf("wfp4j: %s: unexpected, please report this:%n", tried);
                failure.printStackTrace(line.getErr());
            }
        }
        return ExitCode.FAILED;
    }
}
