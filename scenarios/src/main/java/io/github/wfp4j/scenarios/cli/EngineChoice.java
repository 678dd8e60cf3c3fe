package io.github.wfp4j.scenarios.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Which engine the command works on. */
enum EngineChoice {
    /** The system's where there is one, else the embedded one. */
    AUTO,

    /** The engine of this Windows. */
    SYSTEM,

    /** An engine in memory, which ends with the command. */
    EMBEDDED;

    /**
     * Decides between the other two, and says so.
     *
     * @param osName the value of the system property {@code os.name}
     * @param withState whether there is a state file, which only an embedded engine uses
     * @param err where to say it
     */
    EngineChoice decide(String osName, boolean withState, PrintWriter err) {
        if (this != AUTO) {
            return this;
        }
        if (withState) {
            err.println("wfp4j: engine: embedded, since --state is given");
            return EMBEDDED;
        }
        if (osName.startsWith("Windows")) {
            err.println("wfp4j: engine: system, since this is Windows");
            return SYSTEM;
        }
        err.printf(
                "wfp4j: engine: embedded, since this is %s; it is empty and ends with the"
                        + " command%n",
                osName);
        return EMBEDDED;
    }

    /** {@return the name as the option takes it} */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
