package io.github.wfp4j.benchmarks;

/** A pass that is too short for a clock, a number of times over. */
final class Repeated {
    private Repeated() {}

    static Pass of(Pass pass, int times) {
        if (times == 1) {
            return pass;
        }
        return () -> {
            long sum = 0;
            for (int i = 0; i < times; i++) {
                sum += pass.run();
            }
            return sum;
        };
    }
}
