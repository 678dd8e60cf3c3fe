package io.github.wfp4j.benchmarks;

import java.util.Map;
import java.util.TreeMap;

/**
 * One line of the results: a benchmark with parameters.
 *
 * @param benchmark its class
 * @param label what is measured, in words
 * @param parameters the benchmark's parameters
 * @param against the label of the yardstick
 * @param aim the most times as long as the yardstick it should take; 0 for no aim
 */
record Row(
        Class<?> benchmark,
        String label,
        Map<String, String> parameters,
        String against,
        double aim) {

    /** {@return a line without parameters, yardstick and aim} */
    static Row of(Class<?> benchmark, String label) {
        return new Row(benchmark, label, Map.of(), "", 0);
    }

    Row with(String parameter, Object value) {
        Map<String, String> more = new TreeMap<>(parameters);
        more.put(parameter, String.valueOf(value));
        return new Row(benchmark, label, more, against, aim);
    }

    Row against(String yardstick) {
        return new Row(benchmark, label, parameters, yardstick, aim);
    }

    Row aim(double most) {
        return new Row(benchmark, label, parameters, against, most);
    }

    boolean isComparison() {
        return Comparison.class.isAssignableFrom(benchmark) && !against.isEmpty();
    }

    boolean hasAim() {
        return aim > 0;
    }

    /** {@return whether it cannot be measured without the library in C} */
    boolean needsC() {
        return against.equals("C")
                || benchmark == CallBenchmark.class
                || benchmark == CallbackBenchmark.class;
    }

    /** {@return the name of the benchmark without "Benchmark"} */
    String question() {
        return benchmark.getSimpleName().replaceFirst("Benchmark$", "");
    }
}
