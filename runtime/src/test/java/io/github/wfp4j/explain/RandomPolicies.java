package io.github.wfp4j.explain;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmContextAleFlags;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.SublayerKey;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Random policies, packets and states that have to do with one another. */
final class RandomPolicies {
    static final Sid ALICE = Sid.of("S-1-5-21-1-2-3-1001");
    static final Sid BOB = Sid.of("S-1-5-21-1-2-3-1002");

    private static final List<String> ADDRESSES =
            List.of("10.0.0.1", "10.0.0.2", "10.0.1.1", "10.1.0.1", "192.168.0.1", "224.0.0.1");
    private static final List<Integer> PORTS = List.of(53, 80, 443, 500, 5555, 50000);
    private static final List<Integer> PROTOCOLS = List.of(1, 6, 17, 50);

    private static final CalloutKey OWN_PERMITS = callout(1);
    private static final CalloutKey OWN_BLOCKS = callout(2);
    private static final CalloutKey OWN_ODD_PORTS = callout(3);
    private static final CalloutKey UNREGISTERED = callout(4);

    /** The callouts that are registered. */
    static final Callouts CALLOUTS =
            Callouts.NONE
                    .with(OWN_PERMITS, _ -> CalloutDecision.PERMIT)
                    .with(OWN_BLOCKS, _ -> new CalloutDecision(FwpActionType.BLOCK, false))
                    .with(
                            OWN_ODD_PORTS,
                            request -> {
                                Integer port = request.packet().destination().port();
                                return port != null && port % 2 == 1
                                        ? CalloutDecision.BLOCK
                                        : CalloutDecision.CONTINUE;
                            });

    private static final Map<LayerKey, List<CalloutKey>> BUILT_IN =
            Map.of(
                    FwpmLayers.OUTBOUND_TRANSPORT_V4,
                    List.of(FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V4),
                    FwpmLayers.INBOUND_TRANSPORT_V4,
                    List.of(FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4),
                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                    List.of(FwpmCallouts.IPSEC_INBOUND_INITIATE_SECURE_V4),
                    FwpmLayers.ALE_AUTH_CONNECT_V4,
                    List.of(FwpmCallouts.IPSEC_ALE_CONNECT_V4));

    private static final List<LayerKey> LAYERS =
            List.of(
                    FwpmLayers.OUTBOUND_TRANSPORT_V4,
                    FwpmLayers.INBOUND_TRANSPORT_V4,
                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                    FwpmLayers.ALE_AUTH_CONNECT_V4,
                    FwpmLayers.INBOUND_IPPACKET_V4,
                    FwpmLayers.OUTBOUND_IPPACKET_V4,
                    FwpmLayers.STREAM_V4,
                    FwpmLayers.DATAGRAM_DATA_V4,
                    FwpmLayers.ALE_FLOW_ESTABLISHED_V4,
                    FwpmLayers.ALE_RESOURCE_ASSIGNMENT_V4,
                    FwpmLayers.IPFORWARD_V4,
                    FwpmLayers.OUTBOUND_ICMP_ERROR_V4,
                    FwpmLayers.INBOUND_ICMP_ERROR_V4);

    private static final List<SublayerKey> SUBLAYERS =
            List.of(sublayer(1), sublayer(2), sublayer(3));

    private RandomPolicies() {}

    /** A packet with the states of its flow and of IPsec. */
    record Situation(Packet packet, FlowState flow, IpsecState ipsec) {}

    private static CalloutKey callout(int number) {
        return new CalloutKey(new Guid(0x1111, number));
    }

    private static SublayerKey sublayer(int number) {
        return new SublayerKey(new Guid(0x2222, number));
    }

    /** Policies of all layers, and those with many filters at few. */
    static Arbitrary<PolicySnapshot> policies() {
        Arbitrary<List<FwpmFilter0>> wide =
                filter(Arbitraries.of(LAYERS), Arbitraries.of(SUBLAYERS)).list().ofMaxSize(14);
        Arbitrary<List<FwpmFilter0>> dense =
                filter(
                                Arbitraries.of(LAYERS.subList(0, 4)),
                                Arbitraries.of(SUBLAYERS.subList(0, 2)))
                        .list()
                        .ofMaxSize(80);
        return Combinators.combine(
                        Arbitraries.oneOf(wide, dense),
                        Arbitraries.shuffle(1, 2, 3),
                        Arbitraries.of(true, false))
                .as(RandomPolicies::policy);
    }

    private static PolicySnapshot policy(
            List<FwpmFilter0> filters, List<Integer> weights, boolean negotiates) {
        List<FwpmSublayer0> sublayers = new ArrayList<>();
        for (int i = 0; i < SUBLAYERS.size(); i++) {
            sublayers.add(
                    FwpmSublayer0.of(SUBLAYERS.get(i), FwpmDisplayData0.of("sublayer " + i))
                            .withWeight(weights.get(i)));
        }
        List<FwpmFilter0> all = new ArrayList<>();
        for (FwpmFilter0 filter : filters) {
            int number = all.size() + 1;
            all.add(
                    filter.withFilterId(number)
                            .withFilterKey(new FilterKey(new Guid(0x3333, number)))
                            .withDisplayData(FwpmDisplayData0.of("filter " + number)));
        }
        List<FwpmProviderContext3> contexts = List.of();
        if (negotiates) {
            contexts = List.of(IpsecPolicies.mainMode(), IpsecPolicies.quickMode());
            all.addAll(IpsecPolicies.policyFilters(SUBLAYERS.getFirst()));
        }
        FwpmCallout0 unregistered =
                FwpmCallout0.of(
                        UNREGISTERED,
                        FwpmDisplayData0.of("nobody"),
                        FwpmLayers.ALE_AUTH_CONNECT_V4);
        return new PolicySnapshot(
                List.of(), List.of(), sublayers, List.of(unregistered), contexts, all);
    }

    private static Arbitrary<FwpmFilter0> filter(
            Arbitrary<LayerKey> layers, Arbitrary<SublayerKey> sublayers) {
        return layers.flatMap(layer ->
                Combinators.combine(
                                sublayers,
                                action(layer),
                                conditions(layer),
                                Arbitraries.longs().between(0, 9),
                                Arbitraries.of(0, 0, 0, 0x8, 0x10, 0x20),
                                Arbitraries.of(0L, 0L, 1L, 2L, 3L, 8L, 0x10L, 0x18L, 0x22L))
                        .as((sublayer, action, conditions, weight, flags, raw) ->
                                FwpmFilter0.of(FwpmDisplayData0.of("filter"), layer, action)
                                        .withSubLayerKey(sublayer)
                                        .withFilterCondition(conditions)
                                        .withFlags(new FwpmFilterFlags(flags))
                                        .withContext(new FwpmFilter0.Context.RawContext(raw))
                                        .withEffectiveWeight(
                                                // Unsigned: the higher half is the heavier.
                                                new FwpValue0.Uint64(weight << 60 | weight))));
    }

    private static Arbitrary<FwpmAction0> action(LayerKey layer) {
        List<CalloutKey> keys =
                new ArrayList<>(List.of(OWN_PERMITS, OWN_BLOCKS, OWN_ODD_PORTS, UNREGISTERED));
        List<CalloutKey> own = BUILT_IN.getOrDefault(layer, List.of());
        for (int i = 0; i < 4; i++) {
            keys.addAll(own);
        }
        return Arbitraries.frequencyOf(
                Tuple.of(
                        2,
                        Arbitraries.of(FwpActionType.PERMIT, FwpActionType.BLOCK)
                                .map(FwpmAction0::of)),
                Tuple.of(
                        own.isEmpty() ? 1 : 3,
                        Combinators.combine(
                                        Arbitraries.of(
                                                FwpActionType.CALLOUT_TERMINATING,
                                                FwpActionType.CALLOUT_UNKNOWN,
                                                FwpActionType.CALLOUT_INSPECTION),
                                        Arbitraries.of(keys))
                                .as((type, key) ->
                                        new FwpmAction0(
                                                type, new FwpmAction0.Target.Callout(key)))));
    }

    private static Arbitrary<List<FwpmFilterCondition0>> conditions(LayerKey layer) {
        List<Arbitrary<List<FwpmFilterCondition0>>> fields = new ArrayList<>();
        if (layer.equals(FwpmLayers.IPFORWARD_V4)) {
            fields.add(anyOf(address(FwpmConditions.IP_SOURCE_ADDRESS)));
            fields.add(anyOf(address(FwpmConditions.IP_DESTINATION_ADDRESS)));
        } else {
            fields.add(anyOf(protocol()));
            fields.add(anyOf(address(FwpmConditions.IP_LOCAL_ADDRESS)));
            fields.add(anyOf(address(FwpmConditions.IP_REMOTE_ADDRESS)));
            fields.add(anyOf(port(FwpmConditions.IP_LOCAL_PORT)));
            fields.add(anyOf(port(FwpmConditions.IP_REMOTE_PORT)));
            fields.add(anyOf(addressType()));
            fields.add(anyOf(user()));
            fields.add(anyOf(app()));
            fields.add(anyOf(direction()));
        }
        fields.add(anyOf(flags()));
        return Arbitraries.shuffle(fields)
                .flatMap(some ->
                        Arbitraries.of(0, 1, 1, 2, 2, 3)
                                .flatMap(count ->
                                        Combinators.combine(some.subList(0, count))
                                                .as(lists ->
                                                        lists.stream()
                                                                .flatMap(List::stream)
                                                                .toList())));
    }

    private static Arbitrary<List<FwpmFilterCondition0>> anyOf(
            Arbitrary<FwpmFilterCondition0> one) {
        return one.list().ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<FwpmFilterCondition0> protocol() {
        return Combinators.combine(ordered(), Arbitraries.of(PROTOCOLS))
                .as((match, protocol) ->
                        new FwpmFilterCondition0(
                                FwpmConditions.IP_PROTOCOL,
                                match,
                                new FwpConditionValue0.Uint8(protocol)));
    }

    private static Arbitrary<FwpMatchType> ordered() {
        return Arbitraries.of(
                FwpMatchType.EQUAL,
                FwpMatchType.EQUAL,
                FwpMatchType.EQUAL,
                FwpMatchType.NOT_EQUAL,
                FwpMatchType.GREATER,
                FwpMatchType.LESS,
                FwpMatchType.GREATER_OR_EQUAL,
                FwpMatchType.LESS_OR_EQUAL);
    }

    private static Arbitrary<FwpmFilterCondition0> port(ConditionKey field) {
        Arbitrary<FwpConditionValue0> range =
                Combinators.combine(Arbitraries.of(PORTS), Arbitraries.of(PORTS))
                        .as((a, b) ->
                                new FwpConditionValue0.Range(
                                        new FwpRange0(
                                                new FwpValue0.Uint16(Math.min(a, b)),
                                                new FwpValue0.Uint16(Math.max(a, b)))));
        return Arbitraries.oneOf(
                Combinators.combine(ordered(), Arbitraries.of(PORTS))
                        .as((match, port) ->
                                new FwpmFilterCondition0(
                                        field, match, new FwpConditionValue0.Uint16(port))),
                range.map(value -> new FwpmFilterCondition0(field, FwpMatchType.RANGE, value)),
                Arbitraries.just(
                        new FwpmFilterCondition0(
                                field, FwpMatchType.EQUAL, new FwpConditionValue0.Empty())));
    }

    private static Arbitrary<FwpmFilterCondition0> address(ConditionKey field) {
        Arbitrary<Long> addresses = Arbitraries.of(ADDRESSES).map(RandomPolicies::number);
        Arbitrary<FwpConditionValue0> subnet =
                Combinators.combine(addresses, Arbitraries.of(0, 8, 15, 16, 23, 24, 30, 32))
                        .as((address, length) ->
                                new FwpConditionValue0.V4AddrMask(
                                        new FwpV4AddrAndMask(
                                                address,
                                                0xFFFF_FFFFL << (32 - length) & 0xFFFF_FFFFL)));
        Arbitrary<FwpConditionValue0> range =
                Combinators.combine(addresses, addresses)
                        .as((a, b) ->
                                new FwpConditionValue0.Range(
                                        new FwpRange0(
                                                new FwpValue0.Uint32(Math.min(a, b)),
                                                new FwpValue0.Uint32(Math.max(a, b)))));
        return Arbitraries.oneOf(
                Combinators.combine(ordered(), addresses)
                        .as((match, address) ->
                                new FwpmFilterCondition0(
                                        field, match, new FwpConditionValue0.Uint32(address))),
                subnet.map(value -> new FwpmFilterCondition0(field, FwpMatchType.EQUAL, value)),
                range.map(value -> new FwpmFilterCondition0(field, FwpMatchType.RANGE, value)));
    }

    private static long number(String address) {
        long number = 0;
        for (String part : address.split("\\.", -1)) {
            number = number << 8 | Long.parseLong(part);
        }
        return number;
    }

    private static Arbitrary<FwpmFilterCondition0> addressType() {
        return Arbitraries.of(1, 3)
                .map(type ->
                        new FwpmFilterCondition0(
                                FwpmConditions.IP_LOCAL_ADDRESS_TYPE,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint8(type)));
    }

    private static Arbitrary<FwpmFilterCondition0> user() {
        return Arbitraries.of(
                        "O:LSD:(A;;CC;;;" + ALICE + ")",
                        "O:LSD:(D;;CC;;;" + ALICE + ")(A;;CC;;;WD)",
                        "O:LSD:(A;;CC;;;" + ALICE + ")(A;;CC;;;" + BOB + ")")
                .map(Conditions::users);
    }

    private static Arbitrary<FwpmFilterCondition0> app() {
        return Combinators.combine(
                        Arbitraries.of(FwpMatchType.EQUAL, FwpMatchType.NOT_EQUAL),
                        Arbitraries.of(1, 2))
                .as((match, number) ->
                        new FwpmFilterCondition0(
                                FwpmConditions.ALE_APP_ID,
                                match,
                                new FwpConditionValue0.ByteBlob(appId(number))));
    }

    private static FwpByteBlob appId(int number) {
        return new FwpByteBlob(Bytes.of((byte) number, (byte) 0, (byte) 0, (byte) 0));
    }

    private static Arbitrary<FwpmFilterCondition0> direction() {
        return Arbitraries.of(0L, 1L)
                .map(value ->
                        new FwpmFilterCondition0(
                                FwpmConditions.DIRECTION,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint32(value)));
    }

    private static Arbitrary<FwpmFilterCondition0> flags() {
        return Combinators.combine(
                        Arbitraries.of(
                                FwpMatchType.FLAGS_ALL_SET,
                                FwpMatchType.FLAGS_ANY_SET,
                                FwpMatchType.FLAGS_NONE_SET),
                        Arbitraries.longs().between(1, 7))
                .as((match, bits) ->
                        new FwpmFilterCondition0(
                                FwpmConditions.FLAGS, match, new FwpConditionValue0.Uint32(bits)));
    }

    /** Packets of which much or little is known, in all states. */
    static Arbitrary<Situation> situations() {
        return Combinators.combine(packets(), flows(), ipsecs()).as(Situation::new);
    }

    private static Arbitrary<Packet> packets() {
        Arbitrary<Endpoint> ends =
                Combinators.combine(
                                Arbitraries.of(ADDRESSES).injectNull(0.1),
                                Arbitraries.of(PORTS).injectNull(0.1))
                        .as((address, port) ->
                                new Endpoint(
                                        address == null ? null : Endpoint.of(address).address(),
                                        port));
        return Combinators.combine(
                        Arbitraries.of(PROTOCOLS),
                        Arbitraries.of(Direction.values()),
                        ends,
                        ends,
                        Arbitraries.of(Protection.values()).injectNull(0.5),
                        Arbitraries.of(0, 3, 8).injectNull(0.2),
                        Arbitraries.of(Set.of(ALICE), Set.of(BOB), Set.of(ALICE, BOB))
                                .injectNull(0.3),
                        Arbitraries.of(1, 2).injectNull(0.3))
                .as((protocol, direction, source, destination, arrived, icmp, user, app) -> {
                    Packet packet =
                            Packet.of(protocol)
                                    .withDirection(direction)
                                    .from(source)
                                    .to(destination)
                                    .withArrived(arrived)
                                    .withPrincipals(new Principals(user, null, null));
                    if (protocol == 1 && icmp != null) {
                        packet = packet.withIcmp(new Icmp(icmp, icmp == 8 ? null : icmp));
                    }
                    return app == null ? packet : packet.app(appId(app));
                });
    }

    private static Arbitrary<FlowState> flows() {
        Arbitrary<FlowState> existing =
                Combinators.combine(
                                Arbitraries.of(Direction.OUTBOUND, Direction.INBOUND),
                                Arbitraries.of(true, false),
                                Arbitraries.of(0L, 0L, 2L, 8L, 0x18L, 0x22L),
                                Arbitraries.of(true, false),
                                Arbitraries.of(FwpConditionReauthorizeReasonFlags.POLICY_CHANGE)
                                        .injectNull(0.7))
                        .as((origin, secured, demands, received, again) ->
                                new FlowState(
                                        origin,
                                        secured,
                                        new FwpmContextAleFlags(demands),
                                        received,
                                        again));
        return Arbitraries.oneOf(Arbitraries.just(FlowState.NONE), existing);
    }

    private static Arbitrary<IpsecState> ipsecs() {
        return Combinators.combine(
                        Arbitraries.of(Protection.values()),
                        Arbitraries.of(NegotiationState.values()),
                        Arbitraries.of(0, 5, 10),
                        Arbitraries.of(0, 7))
                .as((association, negotiation, age, allowed) ->
                        new IpsecState(
                                association,
                                negotiation,
                                Duration.ofSeconds(age),
                                Duration.ofSeconds(allowed)));
    }
}
