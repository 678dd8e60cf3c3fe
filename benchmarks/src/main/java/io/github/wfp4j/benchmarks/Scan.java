package io.github.wfp4j.benchmarks;

/** One pass over a table of filters. */
@FunctionalInterface
interface Scan {
    /** {@return the sum of what was read, so that nothing can be left out} */
    long run();
}
