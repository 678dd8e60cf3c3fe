package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.AddressRange;
import io.github.wfp4j.scenarios.TunnelMode.Traffic;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.util.Set;

/** What goes through a tunnel, and who negotiates it. */
final class TunnelOptions {
    /** All of them. */
    static final Set<String> NAMES =
            Set.of(
                    "--local-subnet",
                    "--remote-subnet",
                    "--remote-port",
                    "--only-that-module",
                    "--default-main-mode");

    @Option(
            names = "--local-subnet",
            paramLabel = "SUBNET",
            converter = Converters.AddressText.class,
            description =
                    "The network on this side, for a tunnel between networks (default: between the"
                            + " hosts).")
    private @Nullable AddressRange localSubnet;

    @Option(
            names = "--remote-subnet",
            paramLabel = "SUBNET",
            converter = Converters.AddressText.class,
            description = "The network on the other side.")
    private @Nullable AddressRange remoteSubnet;

    @Option(
            names = "--remote-port",
            paramLabel = "PORT",
            description = "The port of the other side, between hosts.")
    private @Nullable Integer remotePort;

    @Option(
            names = "--only-that-module",
            description = "Let no other keying module negotiate the tunnel.")
    private boolean only;

    @Option(
            names = "--default-main-mode",
            description = "Add no main mode policy: the engine's default one counts.")
    private boolean defaultMainMode;

    /** {@return what goes through, where a protocol and a local port may be given besides} */
    Traffic traffic(@Nullable Integer protocol, @Nullable Integer port) {
        if (localSubnet == null && remoteSubnet == null) {
            return new Traffic.BetweenHosts(protocol, port, remotePort);
        }
        if (localSubnet == null || remoteSubnet == null) {
            throw new IllegalArgumentException("--local-subnet and --remote-subnet go together");
        }
        if (protocol != null || port != null || remotePort != null) {
            throw new IllegalArgumentException(
                    "a tunnel between networks has neither protocol nor ports");
        }
        return new Traffic.BetweenNetworks(localSubnet, remoteSubnet);
    }

    /** {@return whether a port of the other side is given} */
    boolean hasRemotePort() {
        return remotePort != null;
    }

    /** {@return whether no other module negotiates} */
    boolean onlyThatModule() {
        return only;
    }

    /** {@return whether there is a main mode policy of its own} */
    boolean withMainMode() {
        return !defaultMainMode;
    }
}
