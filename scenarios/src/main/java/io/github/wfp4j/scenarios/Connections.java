package io.github.wfp4j.scenarios;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.types.Unsigned;
import io.github.wfp4j.win32.Ipproto;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Connections for which a scenario has a rule of its own. What is null does not matter.
 *
 * @param protocol the protocol above IP, 0 to 255; the pages have TCP
 * @param localPort the port of this side, 1 to 65535, inbound and outbound (GE-3)
 * @param application the id of the program of this side, as {@code engine.appId(path)} makes it
 * @param localAddress the address of this side; of the other version of IP there are no connections
 *     then
 * @param remoteAddress the address of the other side, of the same version
 */
public record Connections(
        @Nullable Integer protocol,
        @Nullable Integer localPort,
        @Nullable FwpByteBlob application,
        @Nullable AddressRange localAddress,
        @Nullable AddressRange remoteAddress) {
    /** All of them. */
    public static final Connections ALL = new Connections(null, null, null, null, null);

    /**
     * Checks what is given.
     *
     * @throws IllegalArgumentException if a number is out of range, a port is given without the
     *     protocol that has it, or the addresses are of two versions
     */
    public Connections {
        if (localPort != null) {
            if (localPort < 1 || localPort > 0xFFFF) {
                throw new IllegalArgumentException("port must be in 1..65535: " + localPort);
            }
            if (protocol == null || (protocol != Ipproto.TCP && protocol != Ipproto.UDP)) {
                throw new IllegalArgumentException(
                        "protocol must be TCP (6) or UDP (17) for a port: " + protocol);
            }
        }
        if (protocol != null) {
            Unsigned.requireUint8(protocol, "protocol");
        }
        if (localAddress != null
                && remoteAddress != null
                && localAddress.ipVersion() != remoteAddress.ipVersion()) {
            throw new IllegalArgumentException(
                    "localAddress and remoteAddress must be of one version of IP: %s, %s"
                            .formatted(localAddress, remoteAddress));
        }
    }

    /**
     * {@return those of a local TCP port}
     *
     * @param localPort the port, 1 to 65535
     * @throws IllegalArgumentException if it is out of range
     */
    public static Connections ofTcpPort(int localPort) {
        return new Connections(Ipproto.TCP, localPort, null, null, null);
    }

    /**
     * {@return those of a program}
     *
     * @param application the id of the program, as {@code engine.appId(path)} makes it
     */
    public static Connections ofApplication(FwpByteBlob application) {
        return new Connections(null, null, application, null, null);
    }

    /** {@return whether there is something to tell them from all others} */
    public boolean areSome() {
        return !equals(ALL);
    }

    /** Whether there are any in a version. */
    boolean areIn(IpVersion version) {
        return (localAddress == null || localAddress.ipVersion() == version)
                && (remoteAddress == null || remoteAddress.ipVersion() == version);
    }

    /** Refuses a choice of versions in which there are none. */
    void requireIn(Scope scope) {
        if (scope.ipVersions().stream().noneMatch(this::areIn)) {
            throw new IllegalArgumentException(
                    "localAddress and remoteAddress must be of a version of " + scope.ipVersions());
        }
    }

    /** What tells them from others. */
    List<FwpmFilterCondition0> conditions() {
        List<FwpmFilterCondition0> conditions = new ArrayList<>();
        if (protocol != null) {
            conditions.add(Conditions.protocol(protocol));
        }
        if (localPort != null) {
            conditions.add(Conditions.localPort(localPort));
        }
        if (application != null) {
            conditions.add(Conditions.application(application));
        }
        if (localAddress != null) {
            conditions.add(localAddress.asLocal());
        }
        if (remoteAddress != null) {
            conditions.add(remoteAddress.asRemote());
        }
        return List.copyOf(conditions);
    }

    /** In words. */
    String text() {
        if (!areSome()) {
            return "all connections";
        }
        List<String> parts = new ArrayList<>();
        if (protocol != null) {
            parts.add(
                    switch (protocol) {
                        case Ipproto.TCP -> "TCP";
                        case Ipproto.UDP -> "UDP";
                        default -> "protocol " + protocol;
                    });
        }
        if (localPort != null) {
            parts.add("port " + localPort);
        }
        if (application != null) {
            parts.add("of a program");
        }
        if (localAddress != null) {
            parts.add("at " + localAddress);
        }
        if (remoteAddress != null) {
            parts.add("with " + remoteAddress);
        }
        return "connections of " + String.join(" ", parts);
    }
}
