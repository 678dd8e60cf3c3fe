package io.github.wfp4j.scenarios;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.types.Unsigned;
import io.github.wfp4j.win32.Ipproto;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Tunnel Mode: traffic between two endpoints goes through a tunnel, between two hosts or between
 * the networks behind two gateways. One call adds it, and the engine makes the filters (TU-1).
 *
 * @param instance which copy this is
 * @param keyingModule the one that negotiates; main mode and tunnel policy are both for it (TU-2)
 * @param onlyThatModule whether the engine is told to use no other
 * @param withMainMode whether there is a main mode policy of its own; otherwise the default one of
 *     the engine counts
 * @param negotiation what the keying module may agree on
 * @param local the endpoint on this side
 * @param remote the endpoint on the other side, of the same version
 * @param traffic what goes through
 * @param provider the owner of the objects: ours, or one that is there
 * @see <a href="https://learn.microsoft.com/windows/win32/fwp/tunnel-mode">Tunnel Mode</a>
 */
public record TunnelMode(
        Instance instance,
        KeyingModule keyingModule,
        boolean onlyThatModule,
        boolean withMainMode,
        Negotiation negotiation,
        AddressRange local,
        AddressRange remote,
        Traffic traffic,
        ProviderKey provider)
        implements Scenario {
    /** The id of the scenario. */
    public static final String ID = "tunnel-mode";

    /**
     * Checks the endpoints, and what goes through.
     *
     * @throws IllegalArgumentException if an endpoint is not one host, they are of two versions or
     *     the same, or the keying module cannot negotiate that way
     */
    public TunnelMode {
        requireNonNull(instance, "instance");
        requireNonNull(keyingModule, "keyingModule");
        requireNonNull(traffic, "traffic");
        requireNonNull(provider, "provider");
        if (!local.isHost()
                || !remote.isHost()
                || local.ipVersion() != remote.ipVersion()
                || local.value().equals(remote.value())) {
            throw new IllegalArgumentException(
                    "local and remote must be two hosts of one version of IP: %s, %s"
                            .formatted(local, remote));
        }
        if (traffic instanceof Traffic.BetweenNetworks networks
                && networks.local().ipVersion() != local.ipVersion()) {
            throw new IllegalArgumentException(
                    "networks must be of the version of the endpoints, %s: %s"
                            .formatted(local.ipVersion(), networks.local()));
        }
        negotiation.require(Set.of(keyingModule));
    }

    /**
     * {@return a tunnel of IKE, with the default negotiation}
     *
     * @param name the name of the instance
     * @param local the endpoint on this side
     * @param remote the endpoint on the other side
     * @param traffic what goes through
     * @throws IllegalArgumentException if they do not fit together
     */
    public static TunnelMode of(
            String name, AddressRange local, AddressRange remote, Traffic traffic) {
        return new TunnelMode(
                new Instance(ID, name),
                KeyingModule.IKE,
                false,
                true,
                Negotiation.DEFAULT,
                local,
                remote,
                traffic,
                Wfp4jProvider.KEY);
    }

    @Override
    public String title() {
        return "Tunnel Mode";
    }

    @Override
    public Plan plan() {
        Placement placement = new Placement(provider, SublayerKey.ZERO);
        PlannedContexts contexts = new PlannedContexts(title(), instance, placement, negotiation);
        PlannedTunnel tunnel =
                new PlannedTunnel(
                        traffic instanceof Traffic.BetweenHosts
                                ? FwpmTunnelFlags.POINT_TO_POINT
                                : FwpmTunnelFlags.NONE,
                        withMainMode ? contexts.mainMode(keyingModule) : null,
                        // The engine keeps no record of the call, so the policy says in words what
                        // goes through: that is how other traffic is found out.
                        contexts.tunnel(
                                keyingModule,
                                endpoints(),
                                traffic.text() + (onlyThatModule ? ", no other module" : "")),
                        traffic.conditions(local, remote),
                        onlyThatModule ? key(keyingModule) : null);
        return Plan.of(title(), instance, placement, List.of(), List.of())
                .withTunnels(List.of(tunnel))
                .plus(List.of(), List.of(), negotiation.warnings(Set.of(keyingModule)));
    }

    private IpsecTunnelEndpoints2 endpoints() {
        return switch (local.ipVersion()) {
            case V4 ->
                    IpsecTunnelEndpoints2.of(
                            new IpsecTunnelEndpoints2.LocalAddress.V4(local.v4()),
                            new IpsecTunnelEndpoints2.RemoteAddress.V4(remote.v4()));
            case V6 ->
                    IpsecTunnelEndpoints2.of(
                            new IpsecTunnelEndpoints2.LocalAddress.V6(local.v6()),
                            new IpsecTunnelEndpoints2.RemoteAddress.V6(remote.v6()));
        };
    }

    private static KeyingModuleKey key(KeyingModule module) {
        return switch (module) {
            case IKE -> FwpmKeyingModules.IKE;
            case AUTHIP -> FwpmKeyingModules.AUTHIP;
            case IKEV2 -> FwpmKeyingModules.IKEV2;
        };
    }

    /** What goes through a tunnel. */
    public sealed interface Traffic {
        /** The conditions of the call. */
        List<FwpmFilterCondition0> conditions(AddressRange local, AddressRange remote);

        /** In words. */
        String text();

        /**
         * What the two endpoints send each other.
         *
         * @param protocol the protocol above IP, or null for any
         * @param localPort the port of this side, or null for any
         * @param remotePort the port of the other side, or null for any
         */
        record BetweenHosts(
                @Nullable Integer protocol,
                @Nullable Integer localPort,
                @Nullable Integer remotePort)
                implements Traffic {
            /** All of it. */
            public static final BetweenHosts ALL = new BetweenHosts(null, null, null);

            /**
             * Checks what is given.
             *
             * @throws IllegalArgumentException if a number is out of range, or a port is given
             *     without the protocol that has it
             */
            public BetweenHosts {
                if (protocol != null) {
                    Unsigned.requireUint8(protocol, "protocol");
                }
                requirePort(protocol, localPort, "port");
                requirePort(protocol, remotePort, "remotePort");
            }

            private static void requirePort(
                    @Nullable Integer protocol, @Nullable Integer port, String name) {
                if (port == null) {
                    return;
                }
                if (port < 1 || port > 0xFFFF) {
                    throw new IllegalArgumentException(name + " must be in 1..65535: " + port);
                }
                if (protocol == null || (protocol != Ipproto.TCP && protocol != Ipproto.UDP)) {
                    throw new IllegalArgumentException(
                            "protocol must be TCP (6) or UDP (17) for a port: " + protocol);
                }
            }

            @Override
            public List<FwpmFilterCondition0> conditions(AddressRange local, AddressRange remote) {
                List<FwpmFilterCondition0> conditions = new ArrayList<>();
                conditions.add(local.asLocal());
                conditions.add(remote.asRemote());
                if (protocol != null) {
                    conditions.add(Conditions.protocol(protocol));
                }
                if (localPort != null) {
                    conditions.add(Conditions.localPort(localPort));
                }
                if (remotePort != null) {
                    conditions.add(Conditions.remotePort(remotePort));
                }
                return List.copyOf(conditions);
            }

            @Override
            public String text() {
                return "the hosts"
                        + (protocol == null ? "" : ", protocol " + protocol)
                        + (localPort == null ? "" : ", local port " + localPort)
                        + (remotePort == null ? "" : ", remote port " + remotePort);
            }
        }

        /**
         * What two networks send each other. A protocol or a port is not possible here (TU-5).
         *
         * @param local the network on this side
         * @param remote the network on the other side, of the same version
         */
        record BetweenNetworks(AddressRange local, AddressRange remote) implements Traffic {
            /**
             * Checks the versions.
             *
             * @throws IllegalArgumentException if they are of two versions
             */
            public BetweenNetworks {
                if (local.ipVersion() != remote.ipVersion()) {
                    throw new IllegalArgumentException(
                            "networks must be of one version of IP: %s, %s"
                                    .formatted(local, remote));
                }
            }

            @Override
            public List<FwpmFilterCondition0> conditions(
                    AddressRange localEndpoint, AddressRange remoteEndpoint) {
                return List.of(local.asLocal(), remote.asRemote());
            }

            @Override
            public String text() {
                return "%s and %s".formatted(local, remote);
            }
        }
    }
}
