package io.github.wfp4j.netsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwpm.FwpmFilter0;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A dump that is larger than the memory is read nevertheless. */
final class LargeDumpTest {
    /** How large it is; {@code -Dwfp4j.netsh.megabytes=1000} makes it larger. */
    private static final int MEGABYTES = Integer.getInteger("wfp4j.netsh.megabytes", 100);

    @Test
    void isReadWithinLittleMemory() throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx24m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                classPath(),
                                Reader.class.getName(),
                                Integer.toString(MEGABYTES))
                        .redirectErrorStream(true)
                        .start();
        String output;
        try (InputStream in = process.getInputStream()) {
            output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(output.lines().toList())
                .isEqualTo(List.of(Repeated.count(MEGABYTES) + " filters"));
    }

    private static String classPath() {
        return String.join(
                System.getProperty("path.separator"),
                location(LargeDumpTest.class),
                location(NetshReader.class),
                location(FwpmFilter0.class));
    }

    private static String location(Class<?> type) {
        return Path.of(
                        java.net.URI.create(
                                type.getProtectionDomain()
                                        .getCodeSource()
                                        .getLocation()
                                        .toString()))
                .toString();
    }

    /** What runs in the other process. */
    static final class Reader {
        private Reader() {}

        @SuppressWarnings("SystemOut") // the other process hears it
        public static void main(String... arguments) throws IOException {
            long[] filters = new long[1];
            NetshReader.read(
                    new Repeated(Integer.parseInt(arguments[0])),
                    new NetshVisitor() {
                        @Override
                        public void filter(FwpmFilter0 filter) {
                            filters[0]++;
                        }
                    });
            System.out.println(filters[0] + " filters");
        }
    }

    /** The example, with its filter as often as it takes. */
    private static final class Repeated extends InputStream {
        private final byte[] item;
        private final byte[] tail;
        private InputStream now;
        private long left;

        Repeated(int megabytes) {
            String example = Dumps.example();
            now = stream(example.substring(0, start(example)));
            item = example.substring(start(example), end(example)).getBytes(StandardCharsets.UTF_8);
            tail = example.substring(end(example)).getBytes(StandardCharsets.UTF_8);
            left = count(megabytes);
        }

        static long count(int megabytes) {
            String example = Dumps.example();
            return (long) megabytes * 1_000_000 / (end(example) - start(example));
        }

        private static int start(String example) {
            return example.indexOf("\t\t<item>");
        }

        private static int end(String example) {
            return example.indexOf("\t</filters>");
        }

        private static InputStream stream(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = now.read(target, offset, length);
            if (count >= 0 || left < 0) {
                return count;
            }
            now = new ByteArrayInputStream(left > 0 ? item : tail);
            left--;
            return now.read(target, offset, length);
        }
    }
}
