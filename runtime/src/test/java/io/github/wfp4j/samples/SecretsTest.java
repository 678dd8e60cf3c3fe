package io.github.wfp4j.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.Facts;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod1;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication1;
import io.github.wfp4j.ikeext.IkeextPskFlags;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.SecWinntAuthIdentityW;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.JqwikException;
import net.jqwik.api.sessions.JqwikSession;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keys and passwords in the texts of records: nobody may read them in a log. */
final class SecretsTest {
    private static final String KEY = "00112233445566778899aabbccddeeff";

    /** The records with secrets and the components, as in {@code IkeextX0.key}; lower case. */
    private static final Set<String> SECRETS =
            Facts.rules("secrets").stream()
                    .map(row ->
                            row.getField("struct").replace("_", "") + "." + row.getField("member"))
                    .map(it -> it.toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());

    @BeforeAll
    static void startSampling() {
        JqwikSession.start();
    }

    @AfterAll
    static void finishSampling() throws JqwikException {
        JqwikSession.finish();
    }

    static List<String> samples() throws IOException, URISyntaxException {
        Path folder =
                Path.of(Samples.class.getResource("Samples.class").toURI()).resolveSibling("");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString())
                    .filter(it -> it.matches("\\w+\\dSamples.class|\\w+WSamples.class"))
                    .map(it -> it.replace(".class", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void printsEverythingButSecrets(String samples) throws ReflectiveOperationException {
        Arbitrary<?> any =
                (Arbitrary<?>)
                        Class.forName("io.github.wfp4j.samples." + samples)
                                .getMethod("any")
                                .invoke(null);
        any.sampleStream()
                .limit(Samples.TRIES)
                .forEach(it -> assertThat(it.toString()).isEqualTo(discreet(it)));
    }

    @Test
    void theKeysAndPasswordsAreSecret() {
        assertThat(SECRETS)
                .contains(
                        "ikeextpresharedkeyauthentication0.presharedkey",
                        "ipsecsaauthinformation0.authkey",
                        "ipsecsacipherinformation0.cipherkey",
                        "secwinntauthidentityw.password");
    }

    @Test
    void aPolicyHidesTheKeyOfItsAuthenticationMethod() {
        IkeextPresharedKeyAuthentication1 method =
                new IkeextPresharedKeyAuthentication1(
                        new FwpByteBlob(Bytes.ofHex(KEY)), IkeextPskFlags.NONE);
        assertThat(new IkeextAuthenticationMethod1.PresharedKey(method).toString())
                .contains("presharedKey=***")
                .doesNotContain(KEY);
    }

    @Test
    void anIdentityHidesItsPassword() {
        assertThat(new SecWinntAuthIdentityW("ann", null, "open sesame", 2))
                .hasToString("SecWinntAuthIdentityW[user=ann, domain=null, password=***, flags=2]");
    }

    /** What a value would say of itself if records knew secrets. */
    private static String discreet(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(SecretsTest::discreet)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        if (!(value instanceof Record) || saysItself(value.getClass())) {
            return String.valueOf(value);
        }
        Class<?> type = value.getClass();
        return Arrays.stream(type.getRecordComponents())
                .map(it -> it.getName() + "=" + component(value, it))
                .collect(Collectors.joining(", ", type.getSimpleName() + "[", "]"));
    }

    private static String component(Object value, RecordComponent it) {
        String name = value.getClass().getSimpleName() + "." + it.getName();
        try {
            return SECRETS.contains(name.toLowerCase(Locale.ROOT))
                    ? "***"
                    : discreet(it.getAccessor().invoke(value));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    /** Flags, keys and other values of one component print what that means. */
    private static boolean saysItself(Class<?> type) {
        return type.getName().endsWith("Flags") || type.getPackageName().endsWith(".types");
    }
}
