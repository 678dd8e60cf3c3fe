package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.Plan;

import java.io.PrintWriter;

/** What the caller should know about the parameters. */
final class Warnings {
    private Warnings() {}

    static void print(Plan plan, PrintWriter err) {
        plan.warnings().forEach(warning -> err.println("wfp4j: warning: " + warning));
    }
}
