package io.github.wfp4j.embedded;

import io.github.wfp4j.win32.Filetime;

import java.time.Duration;
import java.time.Instant;

/** Times as Windows counts them: steps of 100 nanoseconds since 1601. */
final class Filetimes {
    private static final Instant START = Instant.parse("1601-01-01T00:00:00Z");
    private static final long STEPS_PER_SECOND = 10_000_000;
    private static final long NANOS_PER_STEP = 100;

    private Filetimes() {}

    /** {@return a time as Windows counts it} */
    static Filetime of(Instant time) {
        Duration since = Duration.between(START, time);
        long steps = since.getSeconds() * STEPS_PER_SECOND + since.getNano() / NANOS_PER_STEP;
        return new Filetime(steps & 0xFFFF_FFFFL, steps >>> 32);
    }

    /** {@return the steps since the start, an unsigned number} */
    static long steps(Filetime time) {
        return time.dwHighDateTime() << 32 | time.dwLowDateTime();
    }
}
