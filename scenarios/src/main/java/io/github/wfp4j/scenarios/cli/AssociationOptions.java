package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.scenarios.ManualIpsecSas.Side;
import io.github.wfp4j.scenarios.ManualTransform;
import io.github.wfp4j.scenarios.ManualTransform.Keys;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Locale;
import java.util.Set;

/** What protects the traffic of two hosts without a keying module. */
final class AssociationOptions {
    /** All of them. */
    static final Set<String> NAMES =
            Set.of(
                    "--transform",
                    "--inbound-key",
                    "--inbound-cipher-key",
                    "--inbound-spi",
                    "--outbound-key",
                    "--outbound-cipher-key",
                    "--outbound-spi",
                    "--sa-seconds",
                    "--sa-kilobytes",
                    "--sa-packets");

    @Option(
            names = "--transform",
            paramLabel = "TRANSFORM",
            converter = Converters.TransformName.class,
            description =
                    "esp-aes256-sha256 (the default), esp-aes128-sha256, esp-sha256, ah-sha256, or"
                            + " ah-sha1 as in Microsoft's sample.")
    private ManualTransform transform = ManualTransform.ESP_AES256_SHA256;

    @Option(
            names = "--inbound-key",
            paramLabel = "HEX",
            description =
                    "The inbound key for authentication. Others may see a command line: @FILE reads"
                            + " options from a file.")
    private @Nullable String inboundKey;

    @Option(
            names = "--inbound-cipher-key",
            paramLabel = "HEX",
            description = "The inbound key for encryption.")
    private @Nullable String inboundCipherKey;

    @Option(
            names = "--inbound-spi",
            paramLabel = "SPI",
            converter = Converters.SecurityParameterIndex.class,
            description = "The index of this side, from 256 (default: the engine chooses it).")
    private @Nullable Long inboundSpi;

    @Option(
            names = "--outbound-key",
            paramLabel = "HEX",
            description = "The outbound key for authentication.")
    private @Nullable String outboundKey;

    @Option(
            names = "--outbound-cipher-key",
            paramLabel = "HEX",
            description = "The outbound key for encryption.")
    private @Nullable String outboundCipherKey;

    @Option(
            names = "--outbound-spi",
            paramLabel = "SPI",
            converter = Converters.SecurityParameterIndex.class,
            description =
                    "The index that the peer chose; without it, apply again when it is known.")
    private @Nullable Long outboundSpi;

    @Option(
            names = "--sa-seconds",
            paramLabel = "N",
            description = "The life of the associations, 0 for no end (default: 0).")
    private long seconds;

    @Option(
            names = "--sa-kilobytes",
            paramLabel = "N",
            description = "The same in kilobytes (default: 0).")
    private long kilobytes;

    @Option(
            names = "--sa-packets",
            paramLabel = "N",
            description =
                    "The same in packets, 0 for no protection against replay (default:"
                            + " 2147483647).")
    private long packets = 0x7FFF_FFFF;

    /** {@return how packets are protected} */
    ManualTransform transform() {
        return transform;
    }

    /** {@return what protects inbound packets} */
    Side inbound() {
        return side("inbound", inboundKey, inboundCipherKey, inboundSpi);
    }

    /** {@return what protects outbound packets} */
    Side outbound() {
        return side("outbound", outboundKey, outboundCipherKey, outboundSpi);
    }

    /** {@return after what the associations end} */
    IpsecSaLifetime0 lifetime() {
        return new IpsecSaLifetime0(seconds, kilobytes, packets);
    }

    private Side side(
            String direction,
            @Nullable String key,
            @Nullable String cipherKey,
            @Nullable Long spi) {
        return new Side(
                new Keys(
                        bytes("--" + direction + "-key", key, transform.authenticationBytes()),
                        bytes(
                                "--" + direction + "-cipher-key",
                                cipherKey,
                                transform.cipherBytes())),
                spi);
    }

    private Bytes bytes(String option, @Nullable String digits, int length) {
        String name = transform.name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (digits == null && length > 0) {
            throw new IllegalArgumentException(
                    "%s needs %s with %d bytes".formatted(name, option, length));
        }
        try {
            Bytes bytes = digits == null ? Bytes.empty() : Bytes.ofHex(digits);
            if (bytes.length() != length) {
                throw new IllegalArgumentException(
                        "%s must have %d bytes for %s: %d"
                                .formatted(option, length, name, bytes.length()));
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            // The message of the cause may hold the key.
            if (String.valueOf(e.getMessage()).startsWith(option)) {
                throw e;
            }
            throw new IllegalArgumentException(option + " must be hexadecimal digits", e);
        }
    }
}
