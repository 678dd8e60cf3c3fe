package io.github.wfp4j.benchmarks;

import java.time.Duration;

/**
 * How long a line is measured.
 *
 * @param forks how many processes, one after the other; 0 for this one
 * @param otherForks the same for lines without an aim
 * @param warmUps how many iterations before the ones that count
 * @param warmUp how long each
 * @param iterations how many that count
 * @param iteration how long each
 * @param budget after which no new round begins
 */
record Pace(
        int forks,
        int otherForks,
        int warmUps,
        Duration warmUp,
        int iterations,
        Duration iteration,
        Duration budget) {
    private static final Duration USUAL = Duration.ofMinutes(50);
    private static final double LEAST_SCALE = 0.4;

    /** {@return as fast as can be, to see that everything runs} */
    static Pace quick() {
        return new Pace(
                0, 0, 0, Duration.ofMillis(1), 1, Duration.ofMillis(1), Duration.ofMinutes(2));
    }

    /**
     * {@return as long as fits}
     *
     * @param budget how long everything may take; what is left out are forks
     */
    static Pace full(Duration budget) {
        double scale = Math.clamp((double) budget.toMillis() / USUAL.toMillis(), LEAST_SCALE, 1);
        return new Pace(
                10,
                3,
                3,
                Duration.ofSeconds(1), // the JIT needs three seconds, whatever the hurry
                5,
                Duration.ofMillis((long) (400 * scale)),
                budget);
    }

    boolean isQuick() {
        return forks == 0;
    }

    int forks(Row row) {
        return isQuick() ? 1 : row.hasAim() ? forks : otherForks;
    }
}
