package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.types.Bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.regex.Pattern;

import javax.security.auth.x500.X500Principal;

/**
 * The encoded names of root certificates. Names are compared byte by byte, so the one in the
 * certificate itself is the surest.
 */
final class RootNames {
    private static final Pattern NAME = Pattern.compile("\\p{Alpha}[\\w.]*\\s*=.*");

    private RootNames() {}

    /**
     * {@return the encoded subject}
     *
     * @param root a file with a certificate, or a distinguished name
     * @throws IllegalArgumentException if it is neither
     */
    static Bytes of(String root) {
        if (NAME.matcher(root).matches()) {
            return Bytes.of(new X500Principal(root).getEncoded());
        }
        try (InputStream file = Files.newInputStream(Path.of(root))) {
            X509Certificate certificate =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(file);
            return Bytes.of(certificate.getSubjectX500Principal().getEncoded());
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException(
                    "--root must be a file with a certificate, or a name such as CN=Root: " + root,
                    e);
        }
    }
}
