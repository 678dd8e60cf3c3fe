package io.github.wfp4j.embedded;

import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmSublayer0View;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uses an engine many times, and says how much memory it took: the process of a test. */
final class FootprintProcess {
    static final String PAGES = "pages";
    static final String CHANGES = "additions and deletions";

    private static final int OBJECTS = 16;
    private static final int OBJECT_BYTES = 4096;
    private static final Pattern GROWN = Pattern.compile("grown by (-?[0-9]+) KiB");

    private FootprintProcess() {}

    /** {@return how much the process grew, of what it printed} */
    static long grown(String printed) {
        Matcher grown = GROWN.matcher(printed);
        if (!grown.find()) {
            throw new AssertionError(printed);
        }
        return Long.parseLong(grown.group(1));
    }

    /** Does what the first argument says, as often as the second one says. */
    public static void main(String[] arguments) throws IOException {
        int times = Integer.parseInt(arguments[1]);
        Work work =
                arguments[0].equals(PAGES)
                        ? FootprintProcess::enumerate
                        : FootprintProcess::addAndDelete;
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, 0))) {
            for (int i = 0; i < OBJECTS; i++) {
                engine.add(sublayer());
            }
            work.run(engine, times / 10);
            long before = kibibytes();
            work.run(engine, times);
            long after = kibibytes();
            System.out.printf(
                    "%d %s: grown by %d KiB, from %d to %d; leaks: %d%n",
                    times,
                    arguments[0],
                    after - before,
                    before,
                    after,
                    embedded.leakReport().leaks().stream()
                            .filter(it -> it.kind() == LeakReport.Kind.MEMORY)
                            .count());
        }
    }

    @FunctionalInterface
    private interface Work {
        void run(Engine engine, int times);
    }

    private static void enumerate(Engine engine, int pages) {
        int seen = 0;
        while (seen < pages) {
            try (Cursor<FwpmSublayer0View> sublayers = engine.sublayers().pageSize(1)) {
                while (sublayers.next()) {
                    seen++;
                }
            }
        }
    }

    private static void addAndDelete(Engine engine, int times) {
        FwpmSublayer0 sublayer = sublayer();
        for (int i = 0; i < times; i++) {
            engine.add(sublayer);
            engine.delete(sublayer.subLayerKey());
        }
    }

    private static FwpmSublayer0 sublayer() {
        return Client.sublayer(SublayerKey.random(), 1)
                .withProviderData(new FwpByteBlob(Bytes.of(new byte[OBJECT_BYTES])));
    }

    private static long kibibytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new AssertionError("/proc/self/status has no VmRSS");
    }
}
