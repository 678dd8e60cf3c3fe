package io.github.wfp4j.scenarios.cli;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.explain.Direction;
import io.github.wfp4j.explain.Endpoint;
import io.github.wfp4j.explain.Icmp;
import io.github.wfp4j.explain.Occasion;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Principals;
import io.github.wfp4j.explain.Protection;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.Ipproto;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A packet as the options describe it. */
final class PacketArguments {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    @Option(
            names = "--direction",
            paramLabel = "DIRECTION",
            required = true,
            converter = Converters.DirectionName.class,
            description = "out, in or forward (then --remote is the source).")
    private Direction direction = Direction.OUTBOUND;

    @Option(
            names = "--proto",
            paramLabel = "PROTOCOL",
            required = true,
            converter = Converters.ProtocolNumber.class,
            description = "tcp, udp, icmp, icmpv6, esp, ah or a number.")
    private int protocol;

    @Option(
            names = "--local",
            paramLabel = "ADDRESS[:PORT]",
            converter = Converters.End.class,
            description = "The end at this computer, such as 10.0.0.5:50000 or [fd00::5]:50000.")
    private Endpoint local = Endpoint.UNKNOWN;

    @Option(
            names = "--remote",
            paramLabel = "ADDRESS[:PORT]",
            converter = Converters.End.class,
            description = "The end at the peer.")
    private Endpoint remote = Endpoint.UNKNOWN;

    @Option(
            names = "--icmp-type",
            paramLabel = "TYPE",
            description = "The type of an ICMP message.")
    private @Nullable Integer icmpType;

    @Option(names = "--icmp-code", paramLabel = "CODE", description = "Its code.")
    private @Nullable Integer icmpCode;

    @Option(
            names = "--app",
            paramLabel = "PATH",
            description = "The program, by its path on a drive or on a \\device\\.")
    private @Nullable String app;

    @Option(
            names = "--user",
            paramLabel = "SID",
            converter = Converters.SidText.class,
            description = "Who runs the program. Give groups too, by repeating the option.")
    private List<Sid> users = new ArrayList<>();

    @Option(
            names = "--remote-user",
            paramLabel = "SID",
            converter = Converters.SidText.class,
            description = "The user at the peer, as IPsec authenticates it; with groups.")
    private List<Sid> remoteUsers = new ArrayList<>();

    @Option(
            names = "--remote-machine",
            paramLabel = "SID",
            converter = Converters.SidText.class,
            description = "The peer, as IPsec authenticates it; with groups.")
    private List<Sid> remoteMachines = new ArrayList<>();

    @Option(
            names = "--arrived",
            paramLabel = "PROTECTION",
            converter = Converters.ProtectionName.class,
            description = "How an inbound packet came: none, auth or encrypt (default: as --sa).")
    private @Nullable Protection arrived;

    @Option(
            names = "--occasion",
            paramLabel = "OCCASION",
            converter = Converters.OccasionName.class,
            description =
                    "bind, listen, first, handshake, later, no-listener or close (default: first if"
                            + " --flow is new, else later).")
    private @Nullable Occasion occasion;

    /** {@return the program, or null if it is not known} */
    @Nullable String program() {
        return app;
    }

    /** {@return the packet, but for the program} */
    Packet packet() {
        try {
            Packet packet =
                    Packet.of(protocol)
                            .withDirection(direction)
                            .withIcmp(icmp())
                            .withPrincipals(
                                    new Principals(
                                            known(users),
                                            known(remoteUsers),
                                            known(remoteMachines)))
                            .withArrived(arrived)
                            .withOccasion(occasion);
            boolean outbound = direction == Direction.OUTBOUND;
            Packet named = protocol == Ipproto.ICMPV6 ? sixth(packet) : packet;
            return named.from(outbound ? local : remote).to(outbound ? remote : local);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private Packet sixth(Packet packet) {
        boolean fourth =
                (local.address() != null && !(local.address() instanceof Inet6Address))
                        || (remote.address() != null
                                && !(remote.address() instanceof Inet6Address));
        return fourth ? packet : packet.withIpVersion(FwpIpVersion.V6);
    }

    private @Nullable Icmp icmp() {
        if (icmpType == null) {
            if (icmpCode != null) {
                throw wrong("--icmp-code needs --icmp-type");
            }
            return null;
        }
        if (protocol != Ipproto.ICMP && protocol != Ipproto.ICMPV6) {
            throw wrong("--icmp-type is for --proto icmp or icmpv6");
        }
        return new Icmp(icmpType, icmpCode);
    }

    private static @Nullable Set<Sid> known(List<Sid> sids) {
        return sids.isEmpty() ? null : new HashSet<>(sids);
    }

    /** {@return the complaint that the arguments make no sense} */
    ParameterException wrong(String message) {
        return new ParameterException(
                requireNonNull(spec, "set by picocli").commandLine(), message);
    }
}
