package io.github.wfp4j.benchmarks;

/** Does the same work a number of times: what is timed. */
@FunctionalInterface
interface Pass {
    /** {@return a sum of what was done, so that nothing can be left out} */
    long run();
}
