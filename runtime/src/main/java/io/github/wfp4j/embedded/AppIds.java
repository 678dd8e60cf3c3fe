package io.github.wfp4j.embedded;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identities of applications: the paths of their files as the kernel writes them (8.3).
 *
 * <p>A drive stands for a device, a share for the redirector of shares.
 */
final class AppIds {
    private static final String SYSTEM = "system";
    private static final String REDIRECTOR = "\\device\\mup";

    /** A path on a drive, perhaps in the form that switches the parsing of paths off. */
    private static final Pattern ON_DRIVE =
            Pattern.compile("(?:\\\\\\\\\\?\\\\)?([A-Za-z]:)\\\\(.*)");

    private static final Pattern ON_SHARE =
            Pattern.compile("\\\\\\\\(?:\\?\\\\UNC\\\\)?([^\\\\?.][^\\\\]*\\\\[^\\\\]+)\\\\(.*)");

    private final EmbeddedEngineOptions options;

    AppIds(EmbeddedEngineOptions options) {
        this.options = options;
    }

    /**
     * {@return the identity of an application}
     *
     * @param fileName its file, or {@code System} for the kernel
     * @throws EngineFailure if the path is not fully qualified, is on a drive that has no device,
     *     or leads to no file where one must exist
     */
    Bytes of(String fileName) {
        if (fileName.equalsIgnoreCase(SYSTEM)) {
            return terminated(SYSTEM);
        }
        String path = (options.filesMustExist() ? existing(fileName) : fileName).replace('/', '\\');
        Matcher onDrive = ON_DRIVE.matcher(path);
        if (onDrive.matches()) {
            String device = options.devices().get(onDrive.group(1).toUpperCase(Locale.ROOT));
            if (device == null) {
                throw new EngineFailure(ErrorCode.ERROR_PATH_NOT_FOUND);
            }
            return terminated(device + resolve(onDrive.group(2)));
        }
        Matcher onShare = ON_SHARE.matcher(path);
        EngineFailure.unless(onShare.matches(), ErrorCode.ERROR_PATH_NOT_FOUND);
        return terminated(REDIRECTOR + '\\' + onShare.group(1) + resolve(onShare.group(2)));
    }

    /** {@return the path of a file that exists, with long names and without links} */
    private static String existing(String fileName) {
        try {
            Path file = Path.of(fileName);
            Path folder = file.getParent();
            EngineFailure.unless(
                    file.isAbsolute() && folder != null && Files.isDirectory(folder),
                    ErrorCode.ERROR_PATH_NOT_FOUND);
            return file.toRealPath().toString();
        } catch (InvalidPathException | IOException e) {
            throw new EngineFailure(ErrorCode.ERROR_FILE_NOT_FOUND);
        }
    }

    /** {@return a path below a root, without the steps that lead nowhere or back} */
    private static String resolve(String path) {
        Deque<String> steps = new ArrayDeque<>();
        for (String step : path.split("\\\\", -1)) {
            switch (step) {
                case "", "." -> {
                    // It stays where it is.
                }
                case ".." -> steps.pollLast();
                default -> steps.addLast(step);
            }
        }
        EngineFailure.unless(!steps.isEmpty(), ErrorCode.ERROR_PATH_NOT_FOUND);
        return '\\' + String.join("\\", steps);
    }

    private static Bytes terminated(String text) {
        return Bytes.of((text.toLowerCase(Locale.ROOT) + '\0').getBytes(UTF_16LE));
    }
}
