/**
 * JMH benchmarks, one class per question; each says in its Javadoc what it asks, how to run it and
 * how to read the answer.
 *
 * <p>Start with {@link io.github.wfp4j.benchmarks.FilterScanBenchmark}.
 */
@NullMarked
package io.github.wfp4j.benchmarks;

import org.jspecify.annotations.NullMarked;
