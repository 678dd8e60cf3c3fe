package io.github.wfp4j.benchmarks;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Where was measured. */
final class Machine {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double BUSY = 0.5;

    private final double loadBefore = SYSTEM.getSystemLoadAverage();

    /** {@return the JVM, the machine's size and what else it had to do, in Markdown} */
    String text(String command) {
        double loadAfter = SYSTEM.getSystemLoadAverage();
        StringBuilder text = new StringBuilder();
        add(text, "Command", "`" + command + "`");
        add(text, "When", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        add(
                text,
                "JVM",
                System.getProperty("java.vm.name")
                        + " "
                        + System.getProperty("java.runtime.version"));
        add(text, "System", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        add(
                text,
                "Machine",
                "%d processors (%s), %d GiB"
                        .formatted(
                                SYSTEM.getAvailableProcessors(),
                                processor(),
                                SYSTEM.getTotalMemorySize() >> 30));
        add(
                text,
                "Load average",
                String.format(Locale.ROOT, "%.1f before, %.1f after", loadBefore, loadAfter));
        if (loadBefore > BUSY || loadAfter > 1 + BUSY) {
            text.append(
                    "\n**The machine was busy with other things.** Times are too long; ratios are"
                            + " of turns in the same process and much less affected.\n");
        }
        return text.append('\n').toString();
    }

    private static void add(StringBuilder text, String name, String value) {
        text.append("- ").append(name).append(": ").append(value).append('\n');
    }

    private static String processor() {
        Path file = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(file)) {
            return "unknown";
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(it -> it.startsWith("model name"))
                    .map(it -> it.substring(it.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException _) {
            return "unknown";
        }
    }
}
