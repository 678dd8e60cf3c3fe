package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.internal.schema.Layer;
import io.github.wfp4j.ipsec.IpsecKeyingPolicy1;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The objects that make a tunnel (9.30, U13).
 *
 * <p>Windows publishes no list of them. This is what makes the built-in callouts and the keying
 * modules do what a tunnel needs; whoever sees a real list corrects it here.
 */
final class TunnelObjects {
    /** The protocol number of IPv4 packets within IP packets. */
    private static final int INNER_V4 = 4;

    /** The protocol number of IPv6 packets within IP packets. */
    private static final int INNER_V6 = 41;

    private final Tunnel tunnel;
    private final TunnelEndpoints endpoints;
    private final Store store;
    private final boolean innerV4;
    private final boolean outerV4;

    /** What a filter of a tunnel is there for. */
    enum Role {
        MAIN_MODE,
        QUICK_MODE,
        KEYING,
        INBOUND,
        OUTBOUND,
        FORWARD_INBOUND,
        FORWARD_OUTBOUND,
        ACCEPT
    }

    TunnelObjects(Tunnel tunnel, Store store) {
        this.tunnel = tunnel;
        this.endpoints = tunnel.endpoints();
        this.store = store;
        this.innerV4 = tunnel.innerVersion() == FwpIpVersion.V4;
        this.outerV4 = endpoints.version() == FwpIpVersion.V4;
    }

    /** {@return the key of a tunnel's filter} */
    static FilterKey filterKey(ProviderContextKey policy, Role role) {
        return new FilterKey(DerivedKeys.of(policy, "tunnel filter " + role));
    }

    /** {@return the keys that the filters of a tunnel have} */
    static List<FilterKey> filterKeys(ProviderContextKey policy) {
        return Arrays.stream(Role.values()).map(role -> filterKey(policy, role)).toList();
    }

    /** {@return the key of the context that names a tunnel's keying module} */
    static ProviderContextKey keyingKey(ProviderContextKey policy) {
        return new ProviderContextKey(DerivedKeys.of(policy, "tunnel keying"));
    }

    /** {@return the contexts, in the order in which they can be added} */
    List<FwpmProviderContext3> contexts() {
        List<FwpmProviderContext3> contexts = new ArrayList<>();
        FwpmProviderContext3 mainMode = tunnel.mainMode();
        if (mainMode != null) {
            contexts.add(mainMode);
        }
        contexts.add(tunnel.policy());
        KeyingModuleKey module = tunnel.keyingModule();
        if (module != null) {
            contexts.add(
                    new FwpmProviderContext3(
                            keyingKey(tunnel.policy().providerContextKey()),
                            tunnel.policy().displayData(),
                            tunnel.policy().flags(),
                            tunnel.policy().providerKey(),
                            new FwpByteBlob(Bytes.empty()),
                            new Policy.IpsecKeyingContext(IpsecKeyingPolicy1.of(List.of(module))),
                            0));
        }
        return contexts;
    }

    /** {@return the filters} */
    List<FwpmFilter0> filters() {
        List<FwpmFilter0> filters = new ArrayList<>();
        addPolicies(filters);
        addTransport(filters);
        if (!tunnel.isPointToPoint()) {
            addForward(filters);
        }
        filters.add(accept());
        return filters;
    }

    private void addPolicies(List<FwpmFilter0> filters) {
        FwpmProviderContext3 mainMode = tunnel.mainMode();
        if (mainMode != null) {
            filters.add(
                    policy(
                            Role.MAIN_MODE,
                            outerV4 ? FwpmLayers.IKEEXT_V4 : FwpmLayers.IKEEXT_V6,
                            mainMode.providerContextKey(),
                            endpoints.conditions()));
        }
        filters.add(
                policy(
                        Role.QUICK_MODE,
                        innerV4 ? FwpmLayers.IPSEC_V4 : FwpmLayers.IPSEC_V6,
                        tunnel.policy().providerContextKey(),
                        tunnel.conditions()));
        if (tunnel.keyingModule() != null) {
            LayerKey layer = innerV4 ? FwpmLayers.IPSEC_KM_DEMUX_V4 : FwpmLayers.IPSEC_KM_DEMUX_V6;
            filters.add(
                    policy(
                            Role.KEYING,
                            layer,
                            keyingKey(tunnel.policy().providerContextKey()),
                            knownAt(layer)));
        }
    }

    /** {@return those of the tunnel's conditions whose fields a layer has} */
    private List<FwpmFilterCondition0> knownAt(LayerKey key) {
        Layer layer = store.layer(key);
        return tunnel.conditions().stream()
                .filter(it ->
                        layer.fields().stream()
                                .anyMatch(field -> field.key().equals(it.fieldKey())))
                .toList();
    }

    private void addTransport(List<FwpmFilter0> filters) {
        filters.add(
                call(
                        Role.INBOUND,
                        innerV4 ? FwpmLayers.INBOUND_TRANSPORT_V4 : FwpmLayers.INBOUND_TRANSPORT_V6,
                        FwpmSublayers.IPSEC_TUNNEL,
                        innerV4
                                ? FwpmCallouts.IPSEC_INBOUND_TUNNEL_V4
                                : FwpmCallouts.IPSEC_INBOUND_TUNNEL_V6,
                        tunnel.policy().providerContextKey(),
                        tunnel.conditions()));
        filters.add(
                call(
                        Role.OUTBOUND,
                        innerV4
                                ? FwpmLayers.OUTBOUND_TRANSPORT_V4
                                : FwpmLayers.OUTBOUND_TRANSPORT_V6,
                        FwpmSublayers.IPSEC_TUNNEL,
                        innerV4
                                ? FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V4
                                : FwpmCallouts.IPSEC_OUTBOUND_TUNNEL_V6,
                        tunnel.policy().providerContextKey(),
                        tunnel.conditions()));
    }

    private void addForward(List<FwpmFilter0> filters) {
        LayerKey layer = innerV4 ? FwpmLayers.IPFORWARD_V4 : FwpmLayers.IPFORWARD_V6;
        filters.add(
                call(
                        Role.FORWARD_INBOUND,
                        layer,
                        FwpmSublayers.IPSEC_TUNNEL,
                        innerV4
                                ? FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V4
                                : FwpmCallouts.IPSEC_FORWARD_INBOUND_TUNNEL_V6,
                        tunnel.policy().providerContextKey(),
                        forwarded(
                                FwpmConditions.IP_DESTINATION_ADDRESS,
                                FwpmConditions.IP_SOURCE_ADDRESS)));
        filters.add(
                call(
                        Role.FORWARD_OUTBOUND,
                        layer,
                        FwpmSublayers.IPSEC_FORWARD_OUTBOUND_TUNNEL,
                        innerV4
                                ? FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V4
                                : FwpmCallouts.IPSEC_FORWARD_OUTBOUND_TUNNEL_V6,
                        tunnel.policy().providerContextKey(),
                        forwarded(
                                FwpmConditions.IP_SOURCE_ADDRESS,
                                FwpmConditions.IP_DESTINATION_ADDRESS)));
    }

    /**
     * {@return the tunnel's conditions on packets that are passed on, which have a source and a
     * destination and no end here}
     */
    private List<FwpmFilterCondition0> forwarded(ConditionKey local, ConditionKey remote) {
        return tunnel.conditions().stream()
                .map(it ->
                        new FwpmFilterCondition0(
                                it.fieldKey().equals(FwpmConditions.IP_LOCAL_ADDRESS)
                                        ? local
                                        : remote,
                                it.matchType(),
                                it.conditionValue()))
                .toList();
    }

    /** {@return the filter that lets the packets in which others are packed come in} */
    private FwpmFilter0 accept() {
        List<FwpmFilterCondition0> conditions = new ArrayList<>(endpoints.conditions());
        conditions.add(
                TunnelEndpoints.equal(
                        FwpmConditions.IP_PROTOCOL,
                        new FwpConditionValue0.Uint8(innerV4 ? INNER_V4 : INNER_V6)));
        return call(
                Role.ACCEPT,
                outerV4 ? FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4 : FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6,
                FwpmSublayers.IPSEC_TUNNEL,
                outerV4
                        ? FwpmCallouts.IPSEC_INBOUND_TUNNEL_ALE_ACCEPT_V4
                        : FwpmCallouts.IPSEC_INBOUND_TUNNEL_ALE_ACCEPT_V6,
                null,
                conditions);
    }

    private FwpmFilter0 policy(
            Role role,
            LayerKey layer,
            ProviderContextKey context,
            List<FwpmFilterCondition0> conditions) {
        FwpmAction0 permit =
                new FwpmAction0(FwpActionType.PERMIT, new FwpmAction0.Target.FilterType(Guid.ZERO));
        return filter(role, layer, permit, context, conditions);
    }

    private FwpmFilter0 call(
            Role role,
            LayerKey layer,
            SublayerKey sublayer,
            CalloutKey callout,
            @Nullable ProviderContextKey context,
            List<FwpmFilterCondition0> conditions) {
        FwpmAction0 action =
                new FwpmAction0(
                        FwpActionType.CALLOUT_TERMINATING, new FwpmAction0.Target.Callout(callout));
        return filter(role, layer, action, context, conditions).withSubLayerKey(sublayer);
    }

    private FwpmFilter0 filter(
            Role role,
            LayerKey layer,
            FwpmAction0 action,
            @Nullable ProviderContextKey context,
            List<FwpmFilterCondition0> conditions) {
        FwpmProviderContext3 policy = tunnel.policy();
        FwpmFilter0 filter =
                FwpmFilter0.of(policy.displayData(), layer, action)
                        .withFilterKey(filterKey(policy.providerContextKey(), role))
                        .withFlags(
                                policy.flags().contains(FwpmProviderContextFlags.PERSISTENT)
                                        ? FwpmFilterFlags.PERSISTENT
                                        : FwpmFilterFlags.NONE)
                        .withProviderKey(policy.providerKey())
                        .withFilterCondition(conditions);
        return context == null
                ? filter
                : filter.withContext(new FwpmFilter0.Context.ProviderContext(context));
    }
}
