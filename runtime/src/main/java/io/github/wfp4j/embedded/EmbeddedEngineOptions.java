package io.github.wfp4j.embedded;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.function.Predicate;

/**
 * What can be chosen when an embedded engine is made.
 *
 * @param clock tells the time, for all that ages: the lifetime of security associations, events,
 *     transactions that are held for too long
 * @param state the file that keeps the objects, or null to forget them with the engine
 * @param autoStartServices whether the service with a name starts with the system: a restart leaves
 *     the persistent objects of providers whose service does not disabled
 */
public record EmbeddedEngineOptions(
        InstantSource clock, @Nullable StateFile state, Predicate<String> autoStartServices) {
    /** What an engine is made with if nothing is said. */
    public static final EmbeddedEngineOptions DEFAULT =
            new EmbeddedEngineOptions(
                    InstantSource.system(), null, _ -> EnginePolicy.SERVICES_START_BY_THEMSELVES);

    /** {@return these options with another clock} */
    public EmbeddedEngineOptions withClock(InstantSource newClock) {
        return new EmbeddedEngineOptions(newClock, state, autoStartServices);
    }

    /** {@return these options with another file that keeps the objects; null for none} */
    public EmbeddedEngineOptions withState(@Nullable StateFile newState) {
        return new EmbeddedEngineOptions(clock, newState, autoStartServices);
    }

    /** {@return these options with other services that start with the system} */
    public EmbeddedEngineOptions withAutoStartServices(Predicate<String> newAutoStartServices) {
        return new EmbeddedEngineOptions(clock, state, newAutoStartServices);
    }
}
