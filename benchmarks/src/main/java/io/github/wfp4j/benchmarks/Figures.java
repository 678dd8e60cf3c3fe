package io.github.wfp4j.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was measured for a line: a ratio from each fork, and other figures. */
final class Figures {
    /** What a fork measured, per operation. */
    record Fork(double ratio, double nanos, double yardstickNanos) {}

    private final List<Fork> forks = new ArrayList<>();
    private final Map<String, Double> others = new TreeMap<>();

    void add(Fork fork) {
        forks.add(fork);
    }

    /** Sets a figure that is no ratio. */
    void set(String name, double value) {
        others.put(name, value);
    }

    int forks() {
        return forks.size();
    }

    boolean isEmpty() {
        return forks.isEmpty() && others.isEmpty();
    }

    double ratio() {
        return median(forks.stream().map(Fork::ratio).toList());
    }

    double leastRatio() {
        return forks.stream().mapToDouble(Fork::ratio).min().orElse(Double.NaN);
    }

    double mostRatio() {
        return forks.stream().mapToDouble(Fork::ratio).max().orElse(Double.NaN);
    }

    double nanos() {
        return median(forks.stream().map(Fork::nanos).toList());
    }

    double yardstickNanos() {
        return median(forks.stream().map(Fork::yardstickNanos).toList());
    }

    /** {@return the figures that are no ratios, by name} */
    Map<String, Double> others() {
        return others;
    }

    /** {@return the middle one, or the mean of the two in the middle} */
    static double median(List<Double> values) {
        if (values.isEmpty()) {
            return Double.NaN;
        }
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
