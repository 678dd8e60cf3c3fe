package io.github.wfp4j.embedded;

import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What can be chosen when an embedded engine is made.
 *
 * @param clock tells the time, for all that ages: the lifetime of security associations, events,
 *     transactions that are held for too long
 * @param errors gets what went wrong in the engine itself while C called it: an exception cannot be
 *     thrown at C, which gets an error code instead
 */
public record EmbeddedEngineOptions(InstantSource clock, Consumer<Throwable> errors) {
    /** What an engine is made with if nothing is said. */
    public static final EmbeddedEngineOptions DEFAULT =
            new EmbeddedEngineOptions(InstantSource.system(), EmbeddedEngineOptions::log);

    /** {@return these options with another clock} */
    public EmbeddedEngineOptions withClock(InstantSource newClock) {
        return new EmbeddedEngineOptions(newClock, errors);
    }

    /** {@return these options with another listener for errors} */
    public EmbeddedEngineOptions withErrors(Consumer<Throwable> newErrors) {
        return new EmbeddedEngineOptions(clock, newErrors);
    }

    private static void log(Throwable error) {
        System.getLogger(EmbeddedEngine.class.getName())
                .log(System.Logger.Level.ERROR, "A function that C called failed", error);
    }
}
