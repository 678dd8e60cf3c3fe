package io.github.wfp4j.engine;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;

import java.util.Locale;

/** Paths of programs as the kernel writes them. */
final class DevicePath {
    private static final String SYSTEM = "system";

    private DevicePath() {}

    /**
     * {@return the id of the program with a path}
     *
     * @param path on a device, as {@code \\device\\harddiskvolume3\\folder\\program.exe}, or {@code
     *     System} for the kernel
     * @param field whose id it is, for the message
     * @throws IllegalArgumentException if the path is no such path
     */
    static Bytes toAppId(String path, ConditionKey field) {
        String lower = path.toLowerCase(Locale.ROOT);
        if (!lower.equals(SYSTEM) && !lower.matches("\\\\device\\\\[^\\\\]+\\\\.*[^\\\\]")) {
            throw TypedConditions.refused(
                    field,
                    "a path on a device such as \\device\\harddiskvolume3\\folder\\program.exe; of"
                            + " a path on a drive, engine.appId(path) makes the id",
                    path,
                    null);
        }
        if (lower.indexOf('\0') >= 0) {
            throw TypedConditions.refused(field, "a path without U+0000", path, null);
        }
        return Bytes.of((lower + '\0').getBytes(UTF_16LE));
    }
}
