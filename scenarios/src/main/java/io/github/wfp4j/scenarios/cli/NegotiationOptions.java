package io.github.wfp4j.scenarios.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.scenarios.Authentication;
import io.github.wfp4j.scenarios.AuthenticationMethod;
import io.github.wfp4j.scenarios.KeyingModule;
import io.github.wfp4j.scenarios.Lifetimes;
import io.github.wfp4j.scenarios.NatTraversal;
import io.github.wfp4j.scenarios.Negotiation;
import io.github.wfp4j.scenarios.Suite;
import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the keying modules may agree on. */
final class NegotiationOptions {
    /** All of them. */
    static final Set<String> NAMES =
            Set.of(
                    "--suite",
                    "--auth",
                    "--auth2",
                    "--root",
                    "--no-revocation-check",
                    "--psk",
                    "--mm-seconds",
                    "--qm-seconds",
                    "--qm-kilobytes",
                    "--qm-packets",
                    "--idle-seconds",
                    "--failover-seconds",
                    "--allow-clear-seconds",
                    "--pfs",
                    "--nat");

    @Option(
            names = "--suite",
            paramLabel = "SUITE",
            converter = Converters.SuiteText.class,
            description =
                    "The algorithms: modern, or legacy for those of Microsoft's documents (default:"
                            + " modern; for sample-isolation-policy legacy).")
    private @Nullable SuiteName suite;

    @Option(
            names = "--auth",
            paramLabel = "METHOD",
            split = ",",
            converter = Converters.MethodName.class,
            description =
                    "How computers authenticate, the preferred first: kerberos, certificate, psk,"
                            + " anonymous, ntlm (default: kerberos).")
    private @Nullable List<MethodName> first;

    @Option(
            names = "--auth2",
            paramLabel = "METHOD",
            split = ",",
            converter = Converters.MethodName.class,
            description =
                    "How users authenticate, with AuthIP: kerberos, certificate, ntlm, anonymous or"
                            + " none (default: see docs/scenarios.md).")
    private @Nullable List<MethodName> second;

    @Option(
            names = "--root",
            paramLabel = "ROOT",
            description =
                    "A root for --auth certificate: a file with its certificate, or its subject as"
                            + " CN=...; can be given again.")
    private @Nullable List<String> roots;

    @Option(
            names = "--no-revocation-check",
            description = "Accept certificates without asking whether they are revoked.")
    private boolean unchecked;

    @Option(
            names = "--psk",
            paramLabel = "KEY",
            description =
                    "The key for --auth psk: 0x and hexadecimal digits, or a text, taken as UTF-8."
                            + " Others may see a command line: @FILE reads options from a file.")
    private @Nullable String key;

    @Option(
            names = "--mm-seconds",
            paramLabel = "N",
            description = "The life of main mode (default: 28800).")
    private long mainModeSeconds = Lifetimes.DEFAULT.mainModeSeconds();

    @Option(
            names = "--qm-seconds",
            paramLabel = "N",
            description = "The life of quick mode (default: 3600).")
    private long quickModeSeconds = Lifetimes.DEFAULT.quickModeSeconds();

    @Option(
            names = "--qm-kilobytes",
            paramLabel = "N",
            description = "The same in kilobytes, 0 for no limit (default: 100000).")
    private long quickModeKilobytes = Lifetimes.DEFAULT.quickModeKilobytes();

    @Option(
            names = "--qm-packets",
            paramLabel = "N",
            description =
                    "The same in packets, 0 for no limit and no protection against replay (default:"
                            + " 2147483647).")
    private long quickModePackets = Lifetimes.DEFAULT.quickModePackets();

    @Option(
            names = "--idle-seconds",
            paramLabel = "N",
            description = "The time without traffic that ends it (default: 300).")
    private long idleSeconds = Lifetimes.DEFAULT.idleSeconds();

    @Option(
            names = "--failover-seconds",
            paramLabel = "N",
            description = "The same with clusters (default: 60).")
    private long failOverSeconds = Lifetimes.DEFAULT.idleFailOverSeconds();

    @Option(
            names = "--allow-clear-seconds",
            paramLabel = "N",
            description =
                    "How long clear packets are accepted after a negotiation discovery succeeded"
                            + " (default: 10).")
    private long allowClearSeconds = Lifetimes.DEFAULT.allowClearSeconds();

    @Option(
            names = "--pfs",
            paramLabel = "GROUP",
            converter = Converters.PfsGroup.class,
            description =
                    "Perfect forward secrecy: none, mm, pfs_2, pfs_14, pfs_24, ecp_256, ecp_384"
                            + " (default: none).")
    private IpsecPfsGroup forwardSecrecy = IpsecPfsGroup.NONE;

    @Option(
            names = "--nat",
            paramLabel = "WHERE",
            converter = Converters.NatName.class,
            description =
                    "Where address translation is allowed: none, peer, general (default: none).")
    private NatTraversal nat = NatTraversal.NONE;

    /** The suites by name. */
    enum SuiteName {
        /** The library's. */
        MODERN,

        /** The document's. */
        LEGACY
    }

    /** The methods of authentication by name. */
    enum MethodName {
        /** Kerberos. */
        KERBEROS,

        /** Certificates. */
        CERTIFICATE,

        /** A preshared key. */
        PSK,

        /** Passwords. */
        NTLM,

        /** None is needed. */
        ANONYMOUS,

        /** No second authentication. */
        NONE
    }

    /**
     * {@return the negotiation}
     *
     * @param modules the keying modules; only AuthIP has a second authentication
     * @param defaults what counts where nothing is said
     * @param legacy the document's own algorithms
     * @throws IllegalArgumentException if the options do not fit together
     */
    Negotiation negotiation(Set<KeyingModule> modules, Negotiation defaults, Suite legacy) {
        return new Negotiation(
                authentication(
                        modules.contains(KeyingModule.AUTHIP)
                                ? defaults.authentication()
                                : defaults.authentication().withSecond()),
                suite(defaults.suite(), legacy),
                new Lifetimes(
                        mainModeSeconds,
                        quickModeSeconds,
                        quickModeKilobytes,
                        quickModePackets,
                        idleSeconds,
                        failOverSeconds,
                        allowClearSeconds),
                forwardSecrecy,
                nat);
    }

    private Suite suite(Suite byDefault, Suite legacy) {
        return switch (suite) {
            case null -> byDefault;
            case MODERN -> Suite.MODERN;
            case LEGACY -> legacy;
        };
    }

    private Authentication authentication(Authentication defaults) {
        List<AuthenticationMethod> one =
                first == null ? defaults.first() : first.stream().map(this::method).toList();
        List<AuthenticationMethod> two =
                switch (second) {
                    case null -> defaults.second();
                    case List<MethodName> names when names.equals(List.of(MethodName.NONE)) ->
                            List.of();
                    case List<MethodName> names -> names.stream().map(this::method).toList();
                };
        requireUse(MethodName.CERTIFICATE, roots != null, "--root");
        requireUse(MethodName.CERTIFICATE, unchecked, "--no-revocation-check");
        requireUse(MethodName.PSK, key != null, "--psk");
        return new Authentication(one, two);
    }

    private void requireUse(MethodName method, boolean given, String option) {
        boolean used =
                (first != null && first.contains(method))
                        || (second != null && second.contains(method));
        if (given && !used) {
            throw new IllegalArgumentException(
                    option + " needs --auth " + method.name().toLowerCase(Locale.ROOT));
        }
    }

    private AuthenticationMethod method(MethodName name) {
        return switch (name) {
            case KERBEROS -> new AuthenticationMethod.Kerberos();
            case NTLM -> new AuthenticationMethod.NtlmV2();
            case ANONYMOUS -> new AuthenticationMethod.Anonymous();
            case CERTIFICATE -> {
                if (roots == null) {
                    throw new IllegalArgumentException("--auth certificate needs --root");
                }
                yield new AuthenticationMethod.Certificate(
                        roots.stream().map(RootNames::of).toList(), !unchecked);
            }
            case PSK -> {
                if (key == null) {
                    throw new IllegalArgumentException("--auth psk needs --psk");
                }
                yield new AuthenticationMethod.PresharedKey(
                        key.startsWith("0x")
                                ? Bytes.ofHex(key.substring(2))
                                : Bytes.of(key.getBytes(UTF_8)));
            }
            case NONE ->
                    throw new IllegalArgumentException("none stands alone, and only in --auth2");
        };
    }
}
