package io.github.wfp4j.benchmarks;

/**
 * One of the two that a benchmark compares.
 *
 * @param pass what is timed
 * @param operations how many operations it is: filters read, calls made
 */
record Side(Pass pass, long operations) {}
