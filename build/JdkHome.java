import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * Records the JDK that the build selected, for the launcher {@code wfp4j}. The file is dated to
 * when the build began, so sources that changed since then are newer than it, even if they did
 * while the build ran.
 */
final class JdkHome {
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        Files.writeString(file, System.getProperty("java.home") + "\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(args[1])));
    }
}
