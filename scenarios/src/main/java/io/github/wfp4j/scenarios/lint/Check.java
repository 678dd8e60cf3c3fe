package io.github.wfp4j.scenarios.lint;

import java.util.stream.Stream;

/** What one rule looks for. */
@FunctionalInterface
interface Check {
    /** What it finds. */
    Stream<Finding> in(Evidence evidence);
}
