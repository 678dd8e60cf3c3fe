package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.scenarios.AddressRange;
import io.github.wfp4j.scenarios.Connections;
import io.github.wfp4j.scenarios.Ranking;
import io.github.wfp4j.win32.Ipproto;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Set;

/** For which connections a scenario has a rule of its own. */
final class RuleOptions {
    static final String BASE = "--base";
    static final String PORT = "--port";
    static final String PROTOCOL = "--protocol";
    static final String EXPLICIT_WEIGHTS = "--explicit-weights";

    /** Those that tell connections from others. */
    static final Set<String> NAMES =
            Set.of(PORT, PROTOCOL, "--application", "--local-address", "--remote-address");

    @Option(
            names = BASE,
            paramLabel = "ID",
            converter = Converters.BaseText.class,
            description =
                    "The scenario for the rest of the traffic: transport-mode,"
                            + " negotiation-discovery-transport-mode (the default) or"
                            + " negotiation-discovery-boundary-mode.")
    private BaseName base = BaseName.NEGOTIATION_DISCOVERY_TRANSPORT_MODE;

    @Option(
            names = PORT,
            paramLabel = "PORT",
            description = "The local port, 1 to 65535, for scenarios that have one.")
    private @Nullable Integer port;

    @Option(
            names = PROTOCOL,
            paramLabel = "PROTOCOL",
            converter = Converters.ProtocolNumber.class,
            description = "tcp, udp or a number (default: tcp where there is a port).")
    private @Nullable Integer protocol;

    @Option(
            names = "--application",
            paramLabel = "PATH",
            description =
                    "The program, by its path on a device:"
                            + " \\device\\harddiskvolume3\\folder\\program.exe.")
    private @Nullable String application;

    @Option(
            names = "--local-address",
            paramLabel = "ADDRESS",
            converter = Converters.AddressText.class,
            description = "The address or subnet of this side.")
    private @Nullable AddressRange localAddress;

    @Option(
            names = "--remote-address",
            paramLabel = "ADDRESS",
            converter = Converters.AddressText.class,
            description = "The address or subnet of the other side.")
    private @Nullable AddressRange remoteAddress;

    @Option(
            names = EXPLICIT_WEIGHTS,
            description =
                    "Put filters that overlap into ranges of weights, instead of checking how the"
                            + " engine ranks them.")
    private boolean explicitWeights;

    /** {@return the scenario on which another builds} */
    BaseName base() {
        return base;
    }

    /** {@return the connections, all if nothing tells them from others} */
    Connections connections() {
        return new Connections(protocol(), port, application(), localAddress, remoteAddress);
    }

    /** {@return the protocol, or null if none was named and no port demands one} */
    @Nullable Integer protocol() {
        return protocol == null && port != null ? Integer.valueOf(Ipproto.TCP) : protocol;
    }

    /** {@return the port, or null for any} */
    @Nullable Integer port() {
        return port;
    }

    /** {@return how filters that overlap are ranked} */
    Ranking ranking() {
        return explicitWeights ? Ranking.EXPLICIT : Ranking.AUTOMATIC;
    }

    private @Nullable FwpByteBlob application() {
        return application != null
                        && Conditions.application(application).conditionValue()
                                instanceof FwpConditionValue0.ByteBlob(FwpByteBlob appId)
                ? appId
                : null;
    }
}
