package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What can be chosen when an embedded engine is made.
 *
 * @param caller who opens sessions if nobody else is named
 * @param clock tells the time, for all that ages: the lifetime of security associations, events,
 *     transactions that are held for too long
 * @param errors gets what went wrong in the engine itself while C called it: an exception cannot be
 *     thrown at C, which gets an error code instead
 * @param faults what goes wrong, for tests of those who call the engine
 * @param traceCallSites whether the leak report says who got what was not given back; costs a few
 *     microseconds for each result
 * @param state the file that keeps the objects, or null to forget them with the engine
 * @param autoStartServices whether the service with a name starts with the system: a restart leaves
 *     the persistent objects of providers whose service does not disabled
 * @param devices the devices of drives, such as {@code \device\harddiskvolume1} for {@code C:}; the
 *     identity of an application is made of it. Drives are written with a capital letter
 * @param filesMustExist whether an application has an identity only if its file exists here
 * @param operationalLog whether the operational log of the engine is on, because of which
 *     connections are monitored in any case
 */
public record EmbeddedEngineOptions(
        Caller caller,
        InstantSource clock,
        Consumer<Throwable> errors,
        FaultPlan faults,
        boolean traceCallSites,
        @Nullable StateFile state,
        Predicate<String> autoStartServices,
        Map<String, String> devices,
        boolean filesMustExist,
        boolean operationalLog) {
    // Before the default options, which are checked by it.
    private static final Pattern DRIVE = Pattern.compile("[A-Z]:");

    /** What an engine is made with if nothing is said. */
    public static final EmbeddedEngineOptions DEFAULT =
            new EmbeddedEngineOptions(
                    Caller.ADMINISTRATOR,
                    InstantSource.system(),
                    EmbeddedEngineOptions::log,
                    FaultPlan.NONE,
                    false,
                    null,
                    _ -> EnginePolicy.SERVICES_START_BY_THEMSELVES,
                    Map.of("C:", "\\device\\harddiskvolume1"),
                    false,
                    false);

    /**
     * Checks that nothing is null but the file, and checks the drives.
     *
     * @throws IllegalArgumentException if a drive is no capital letter with a colon
     */
    public EmbeddedEngineOptions {
        requireNonNull(caller, "caller");
        requireNonNull(clock, "clock");
        requireNonNull(errors, "errors");
        requireNonNull(faults, "faults");
        requireNonNull(autoStartServices, "autoStartServices");
        devices = Map.copyOf(devices);
        for (String drive : devices.keySet()) {
            if (!DRIVE.matcher(drive).matches()) {
                throw new IllegalArgumentException(
                        "devices: a drive is written like C: and not " + drive);
            }
        }
    }

    /**
     * {@return these options with another caller}
     *
     * @param newCaller who opens sessions if nobody else is named
     */
    public EmbeddedEngineOptions withCaller(Caller newCaller) {
        return new EmbeddedEngineOptions(
                newCaller,
                clock,
                errors,
                faults,
                traceCallSites,
                state,
                autoStartServices,
                devices,
                filesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with another clock}
     *
     * @param newClock tells the time, for all that ages
     */
    public EmbeddedEngineOptions withClock(InstantSource newClock) {
        return new EmbeddedEngineOptions(
                caller,
                newClock,
                errors,
                faults,
                traceCallSites,
                state,
                autoStartServices,
                devices,
                filesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with another listener for errors}
     *
     * @param newErrors gets what went wrong in the engine itself while C called it
     */
    public EmbeddedEngineOptions withErrors(Consumer<Throwable> newErrors) {
        return new EmbeddedEngineOptions(
                caller,
                clock,
                newErrors,
                faults,
                traceCallSites,
                state,
                autoStartServices,
                devices,
                filesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with another plan of faults}
     *
     * @param newFaults what goes wrong
     */
    public EmbeddedEngineOptions withFaults(FaultPlan newFaults) {
        return new EmbeddedEngineOptions(
                caller,
                clock,
                errors,
                newFaults,
                traceCallSites,
                state,
                autoStartServices,
                devices,
                filesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with another answer to whether call sites are traced}
     *
     * @param newTraceCallSites whether the leak report says who got what was not given back
     */
    public EmbeddedEngineOptions withTraceCallSites(boolean newTraceCallSites) {
        return new EmbeddedEngineOptions(
                caller,
                clock,
                errors,
                faults,
                newTraceCallSites,
                state,
                autoStartServices,
                devices,
                filesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with another file that keeps the objects, or null for none}
     *
     * @param newState the file, or null to forget the objects with the engine
     */
    public EmbeddedEngineOptions withState(@Nullable StateFile newState) {
        return new EmbeddedEngineOptions(
                caller,
                clock,
                errors,
                faults,
                traceCallSites,
                newState,
                autoStartServices,
                devices,
                filesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with another answer to which services start with the system}
     *
     * @param newAutoStartServices whether the service with a name starts with the system
     */
    public EmbeddedEngineOptions withAutoStartServices(Predicate<String> newAutoStartServices) {
        return new EmbeddedEngineOptions(
                caller,
                clock,
                errors,
                faults,
                traceCallSites,
                state,
                newAutoStartServices,
                devices,
                filesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with other devices of drives}
     *
     * @param newDevices the device of each drive, such as {@code \device\harddiskvolume1} for
     *     {@code C:}
     */
    public EmbeddedEngineOptions withDevices(Map<String, String> newDevices) {
        return new EmbeddedEngineOptions(
                caller,
                clock,
                errors,
                faults,
                traceCallSites,
                state,
                autoStartServices,
                newDevices,
                filesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with another answer to whether files of applications must exist}
     *
     * @param newFilesMustExist whether an application has an identity only if its file exists here
     */
    public EmbeddedEngineOptions withFilesMustExist(boolean newFilesMustExist) {
        return new EmbeddedEngineOptions(
                caller,
                clock,
                errors,
                faults,
                traceCallSites,
                state,
                autoStartServices,
                devices,
                newFilesMustExist,
                operationalLog);
    }

    /**
     * {@return these options with another answer to whether the operational log is on}
     *
     * @param newOperationalLog whether the operational log is on
     */
    public EmbeddedEngineOptions withOperationalLog(boolean newOperationalLog) {
        return new EmbeddedEngineOptions(
                caller,
                clock,
                errors,
                faults,
                traceCallSites,
                state,
                autoStartServices,
                devices,
                filesMustExist,
                newOperationalLog);
    }

    private static void log(Throwable error) {
        System.getLogger(EmbeddedEngine.class.getName())
                .log(System.Logger.Level.ERROR, "A function that C called failed", error);
    }
}
