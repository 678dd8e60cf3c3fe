package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.Coverage;
import io.github.wfp4j.scenarios.IpVersion;
import io.github.wfp4j.scenarios.KeyingModule;
import io.github.wfp4j.scenarios.Placement;
import io.github.wfp4j.scenarios.Scope;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Set;

/** What a scenario covers, and where its objects go. */
final class ScopeOptions {
    static final String KEYING = "--keying";
    static final String IP = "--ip";
    static final String STRICT = "--strict-unicast";
    static final String LITERAL = "--literal";
    static final String PROVIDER = "--use-provider";
    static final String SUBLAYER = "--use-sublayer";

    /** Those of all policies. */
    static final Set<String> NAMES = Set.of(KEYING, IP, STRICT, PROVIDER, SUBLAYER);

    @Option(
            names = KEYING,
            paramLabel = "MODULE",
            split = ",",
            converter = Converters.KeyingModuleName.class,
            description =
                    "The keying modules: ike,authip,ikev2 (default: ike,authip; a tunnel has one,"
                            + " by default ike).")
    private @Nullable Set<KeyingModule> keying;

    @Option(
            names = IP,
            paramLabel = "VERSION",
            split = ",",
            converter = Converters.IpVersionName.class,
            description = "The versions of IP: v4,v6 (default: both).")
    private @Nullable Set<IpVersion> ip;

    @Option(
            names = STRICT,
            description =
                    "Outbound, ask for a unicast destination too, not only for a unicast source.")
    private boolean strict;

    @Option(
            names = LITERAL,
            description = "Take the sketch by the letter: multicast and ICMP are protected too.")
    private boolean literal;

    @Option(
            names = PROVIDER,
            paramLabel = "GUID",
            converter = Converters.ProviderGuid.class,
            description = "The provider that owns the objects and is there (default: wfp4j's).")
    private @Nullable ProviderKey provider;

    @Option(
            names = SUBLAYER,
            paramLabel = "GUID",
            converter = Converters.SublayerGuid.class,
            description = "The sublayer of all filters (default: that of each layer).")
    private @Nullable SublayerKey sublayer;

    /** {@return the scope, with defaults for what is not said} */
    Scope scope(Scope defaults) {
        return new Scope(
                keying == null ? defaults.keyingModules() : keying,
                ip == null ? defaults.ipVersions() : ip,
                coverage(),
                placement());
    }

    /** {@return which packets} */
    Coverage coverage() {
        if (strict && literal) {
            throw new IllegalArgumentException(STRICT + " and " + LITERAL + " exclude each other");
        }
        if (literal) {
            return Coverage.EVERYTHING;
        }
        return strict ? Coverage.UNICAST_AT_BOTH_ENDS : Coverage.UNICAST;
    }

    /** {@return whose, and where} */
    Placement placement() {
        return new Placement(
                provider == null ? Placement.DEFAULT.provider() : provider,
                sublayer == null ? Placement.DEFAULT.subLayer() : sublayer);
    }

    /** {@return the one keying module of a tunnel} */
    KeyingModule onlyModule() {
        if (keying == null) {
            return KeyingModule.IKE;
        }
        if (keying.size() != 1) {
            throw new IllegalArgumentException(
                    "a tunnel has one keying module, not %d: say %s once for each tunnel"
                            .formatted(keying.size(), KEYING));
        }
        return keying.iterator().next();
    }
}
