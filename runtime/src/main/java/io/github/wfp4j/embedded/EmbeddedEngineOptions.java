package io.github.wfp4j.embedded;

import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What can be chosen when an embedded engine is made.
 *
 * @param clock tells the time, for all that ages: the lifetime of security associations, events,
 *     transactions that are held for too long
 * @param devices the devices of drives, such as {@code \device\harddiskvolume1} for {@code C:}; the
 *     identity of an application is made of it. Drives are written with a capital letter
 * @param filesMustExist whether an application has an identity only if its file exists here
 * @param operationalLog whether the operational log of the engine is on, because of which
 *     connections are monitored in any case
 */
public record EmbeddedEngineOptions(
        InstantSource clock,
        Map<String, String> devices,
        boolean filesMustExist,
        boolean operationalLog) {
    // Before the default options, which are checked by it.
    private static final Pattern DRIVE = Pattern.compile("[A-Z]:");

    /** What an engine is made with if nothing is said. */
    public static final EmbeddedEngineOptions DEFAULT =
            new EmbeddedEngineOptions(
                    InstantSource.system(),
                    Map.of("C:", "\\device\\harddiskvolume1"),
                    false,
                    false);

    /**
     * Checks the drives and copies the map.
     *
     * @throws IllegalArgumentException if a drive is no capital letter with a colon
     */
    public EmbeddedEngineOptions {
        devices = Map.copyOf(devices);
        for (String drive : devices.keySet()) {
            if (!DRIVE.matcher(drive).matches()) {
                throw new IllegalArgumentException(
                        "devices: a drive is written like C: and not " + drive);
            }
        }
    }

    /** {@return these options with another clock} */
    public EmbeddedEngineOptions withClock(InstantSource newClock) {
        return new EmbeddedEngineOptions(newClock, devices, filesMustExist, operationalLog);
    }

    /** {@return these options with other devices of drives} */
    public EmbeddedEngineOptions withDevices(Map<String, String> newDevices) {
        return new EmbeddedEngineOptions(clock, newDevices, filesMustExist, operationalLog);
    }

    /** {@return these options with the files of applications looked for, or not} */
    public EmbeddedEngineOptions withFilesMustExist(boolean newFilesMustExist) {
        return new EmbeddedEngineOptions(clock, devices, newFilesMustExist, operationalLog);
    }

    /** {@return these options with the operational log on or off} */
    public EmbeddedEngineOptions withOperationalLog(boolean newOperationalLog) {
        return new EmbeddedEngineOptions(clock, devices, filesMustExist, newOperationalLog);
    }
}
