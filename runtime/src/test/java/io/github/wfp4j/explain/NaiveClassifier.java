package io.github.wfp4j.explain;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classifier as the text says it, filter by filter, without thought for time: what the indexed
 * one is compared with. It shares no code with it but the descriptions of packets and states.
 *
 * <p>IPv4 only, and only packets that are the first or a later one of their flow.
 */
final class NaiveClassifier {
    private static final Sid EVERYONE = Sid.of("S-1-1-0");

    private static final Map<String, LayerKey> LAYERS =
            Map.ofEntries(
                    entry("ALE_BIND_REDIRECT", FwpmLayers.ALE_BIND_REDIRECT_V4),
                    entry("ALE_RESOURCE_ASSIGNMENT", FwpmLayers.ALE_RESOURCE_ASSIGNMENT_V4),
                    entry("ALE_CONNECT_REDIRECT", FwpmLayers.ALE_CONNECT_REDIRECT_V4),
                    entry("ALE_AUTH_CONNECT", FwpmLayers.ALE_AUTH_CONNECT_V4),
                    entry("ALE_AUTH_RECV_ACCEPT", FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4),
                    entry("ALE_FLOW_ESTABLISHED", FwpmLayers.ALE_FLOW_ESTABLISHED_V4),
                    entry("STREAM", FwpmLayers.STREAM_V4),
                    entry("DATAGRAM_DATA", FwpmLayers.DATAGRAM_DATA_V4),
                    entry("OUTBOUND_TRANSPORT", FwpmLayers.OUTBOUND_TRANSPORT_V4),
                    entry("INBOUND_TRANSPORT", FwpmLayers.INBOUND_TRANSPORT_V4),
                    entry("OUTBOUND_IPPACKET", FwpmLayers.OUTBOUND_IPPACKET_V4),
                    entry("INBOUND_IPPACKET", FwpmLayers.INBOUND_IPPACKET_V4),
                    entry("OUTBOUND_ICMP_ERROR", FwpmLayers.OUTBOUND_ICMP_ERROR_V4),
                    entry("INBOUND_ICMP_ERROR", FwpmLayers.INBOUND_ICMP_ERROR_V4),
                    entry("IPFORWARD", FwpmLayers.IPFORWARD_V4),
                    entry("IKEEXT", FwpmLayers.IKEEXT_V4),
                    entry("IPSEC", FwpmLayers.IPSEC_V4));

    private final PolicySnapshot policy;
    private final Map<CalloutKey, CalloutFunction> callouts;

    private Packet packet = Packet.tcp();
    private FlowState flow = FlowState.NONE;
    private IpsecState ipsec = IpsecState.NONE;
    private long demands;
    private boolean behindTransport;

    /** What a filter says: {@code action} is PERMIT, BLOCK or CONTINUE. */
    private record Opinion(
            FwpmFilter0 filter,
            FwpActionType action,
            boolean hard,
            boolean callout,
            @Nullable Verdict verdict) {}

    /** The verdict and the filter that decided, or null. */
    record Answer(Verdict verdict, @Nullable FwpmFilter0 decidedBy) {}

    NaiveClassifier(PolicySnapshot policy, Callouts callouts) {
        this.policy = policy;
        this.callouts = callouts.functions();
    }

    Answer classify(Packet described, FlowState flowState, IpsecState ipsecState) {
        packet = described;
        flow = flowState;
        ipsec = ipsecState;
        demands = flow.demands().bits();
        behindTransport = false;
        Verdict ipsecVerdict = null;
        FwpmFilter0 decider = null;
        for (String layer : layers()) {
            if (layer.startsWith("ALE_AUTH")) {
                demands = 0;
            }
            Opinion state = null;
            List<Opinion> ended = new ArrayList<>();
            for (FwpmSublayer0 sublayer : sublayers()) {
                Opinion opinion = evaluateSublayer(layer, sublayer);
                if (opinion != null) {
                    ended.add(opinion);
                    state = merge(state, opinion);
                }
            }
            boolean looksOnly = layer.equals("ALE_FLOW_ESTABLISHED");
            if (state != null && state.action == FwpActionType.BLOCK && !looksOnly) {
                return new Answer(
                        state.verdict == Verdict.HELD ? Verdict.HELD : Verdict.BLOCKED,
                        state.filter);
            }
            Opinion strongest = null;
            for (Opinion opinion : ended) {
                if (opinion.verdict != null
                        && opinion.action == FwpActionType.PERMIT
                        && (strongest == null
                                || strength(opinion.verdict) > strength(strongest.verdict))) {
                    strongest = opinion;
                }
            }
            if (strongest != null && strength(strongest.verdict) >= strength(ipsecVerdict)) {
                ipsecVerdict = strongest.verdict;
                decider = strongest.filter;
            } else if (ipsecVerdict == null && state != null && !looksOnly) {
                decider = state.filter;
            }
            behindTransport |= layer.equals("INBOUND_TRANSPORT");
        }
        return new Answer(ipsecVerdict == null ? Verdict.CLEAR : ipsecVerdict, decider);
    }

    private static int strength(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> 0;
            case BLOCKED, HELD, CLEAR -> 0;
            case CLEAR_WHILE_NEGOTIATING -> 1;
            case REQUIRE_AUTH -> 2;
            case REQUIRE_ENCRYPT -> 3;
        };
    }

    /** 6.4. */
    private List<String> layers() {
        boolean tcp = packet.protocol() != null && packet.protocol() == 6;
        boolean first = !flow.exists();
        List<String> layers = new ArrayList<>();
        if (packet.direction() == Direction.FORWARDED) {
            return List.of("INBOUND_IPPACKET", "IPFORWARD", "OUTBOUND_IPPACKET");
        }
        boolean icmpError =
                packet.protocol() != null
                        && packet.protocol() == 1
                        && packet.icmp() != null
                        && Set.of(3, 4, 5, 11, 12).contains(packet.icmp().type());
        boolean outbound = packet.direction() == Direction.OUTBOUND;
        if (icmpError) {
            return outbound
                    ? List.of("OUTBOUND_ICMP_ERROR", "OUTBOUND_TRANSPORT", "OUTBOUND_IPPACKET")
                    : List.of("INBOUND_IPPACKET", "INBOUND_TRANSPORT", "INBOUND_ICMP_ERROR");
        }
        if (!outbound) {
            layers.addAll(List.of("INBOUND_IPPACKET", "INBOUND_TRANSPORT"));
        }
        if (!first && flow.reauthorize() != null) {
            layers.add(
                    flow.origin() == Direction.OUTBOUND
                            ? "ALE_AUTH_CONNECT"
                            : "ALE_AUTH_RECV_ACCEPT");
        }
        if (first) {
            layers.addAll(
                    outbound
                            ? List.of(
                                    "ALE_BIND_REDIRECT",
                                    "ALE_RESOURCE_ASSIGNMENT",
                                    "ALE_CONNECT_REDIRECT",
                                    "ALE_AUTH_CONNECT")
                            : List.of("ALE_AUTH_RECV_ACCEPT"));
        }
        if (tcp) {
            layers.addAll(first ? List.of() : List.of("STREAM"));
        } else {
            layers.addAll(
                    first
                            ? List.of("ALE_FLOW_ESTABLISHED", "DATAGRAM_DATA")
                            : List.of("DATAGRAM_DATA"));
        }
        if (outbound) {
            layers.addAll(List.of("OUTBOUND_TRANSPORT", "OUTBOUND_IPPACKET"));
        }
        return layers;
    }

    private List<FwpmSublayer0> sublayers() {
        return policy.sublayers().stream()
                .sorted(Comparator.comparingInt(FwpmSublayer0::weight).reversed())
                .toList();
    }

    private static long weight(FwpmFilter0 filter) {
        return ((FwpValue0.Uint64) filter.effectiveWeight()).uint64();
    }

    private List<FwpmFilter0> matching(String layer, FwpmSublayer0 sublayer) {
        Comparator<FwpmFilter0> byWeight = (a, b) -> Long.compareUnsigned(weight(b), weight(a));
        return policy.filters().stream()
                .filter(it -> it.layerKey().equals(LAYERS.get(layer)))
                .filter(it -> it.subLayerKey().equals(sublayer.subLayerKey()))
                .filter(it -> (it.flags().bits() & 0x22) == 0)
                .filter(it -> matches(it, layer))
                .sorted(byWeight.thenComparing(FwpmFilter0::filterId, Long::compareUnsigned))
                .toList();
    }

    /** 6.1. */
    private @Nullable Opinion evaluateSublayer(String layer, FwpmSublayer0 sublayer) {
        for (FwpmFilter0 filter : matching(layer, sublayer)) {
            Opinion opinion = opinion(filter);
            if (opinion.action != FwpActionType.CONTINUE) {
                return opinion;
            }
        }
        return null;
    }

    /** The second table of 6.1. */
    private static Opinion merge(@Nullable Opinion current, Opinion next) {
        if (current == null) {
            return next;
        }
        boolean permitted = current.action == FwpActionType.PERMIT;
        boolean permits = next.action == FwpActionType.PERMIT;
        if (permitted == permits) {
            return hardened(current, current.hard || next.hard);
        }
        if (!current.hard) {
            return next;
        }
        return permitted && next.callout ? hardened(next, true) : current;
    }

    private static Opinion hardened(Opinion it, boolean hard) {
        return new Opinion(it.filter, it.action, hard, it.callout, it.verdict);
    }

    /** The first table of 6.1, and 3.8 for callouts that are not registered. */
    private Opinion opinion(FwpmFilter0 filter) {
        boolean clears = filter.flags().contains(FwpmFilterFlags.CLEAR_ACTION_RIGHT);
        return switch (filter.action().type()) {
            case PERMIT -> new Opinion(filter, FwpActionType.PERMIT, clears, false, null);
            case BLOCK -> new Opinion(filter, FwpActionType.BLOCK, true, false, null);
            case CALLOUT_INSPECTION -> {
                callout(filter);
                yield goesOn(filter);
            }
            default -> {
                Opinion said = callout(filter);
                yield clears ? hardened(said, true) : said;
            }
        };
    }

    private static Opinion goesOn(FwpmFilter0 filter) {
        return new Opinion(filter, FwpActionType.CONTINUE, false, false, null);
    }

    private Opinion callout(FwpmFilter0 filter) {
        CalloutKey key = ((FwpmAction0.Target.Callout) filter.action().target()).calloutKey();
        CalloutFunction function = callouts.get(key);
        if (function != null) {
            CalloutDecision decision =
                    function.decide(new CalloutRequest(packet, filter, null, flow, ipsec));
            return new Opinion(filter, decision.action(), decision.clearsRight(), true, null);
        }
        long raw = filter.context() instanceof FwpmFilter0.Context.RawContext(long bits) ? bits : 0;
        return switch (key.toString().replace("FWPM_CALLOUT_", "").replace("_V4", "")) {
            case "IPSEC_OUTBOUND_TRANSPORT" -> outbound(filter, raw);
            case "IPSEC_INBOUND_TRANSPORT" -> inbound(filter, raw);
            case "IPSEC_INBOUND_INITIATE_SECURE" -> accept(filter, raw);
            case "IPSEC_ALE_CONNECT" -> {
                demands |= (raw & 0x2) == 0 ? raw & ~0x20 : raw;
                yield permit(filter, null);
            }
            default ->
                    filter.flags().contains(FwpmFilterFlags.PERMIT_IF_CALLOUT_UNREGISTERED)
                            ? new Opinion(filter, FwpActionType.PERMIT, false, false, null)
                            : new Opinion(filter, FwpActionType.BLOCK, true, false, null);
        };
    }

    private static Opinion permit(FwpmFilter0 filter, @Nullable Verdict verdict) {
        return new Opinion(filter, FwpActionType.PERMIT, false, true, verdict);
    }

    private static Opinion block(FwpmFilter0 filter, @Nullable Verdict verdict) {
        return new Opinion(filter, FwpActionType.BLOCK, true, true, verdict);
    }

    /** 7.5, outbound, 2. */
    private Opinion outbound(FwpmFilter0 filter, long raw) {
        boolean mustEncrypt = (demands & 0x8) != 0;
        if ((demands & 0x20) != 0 && flow.securedBefore()) {
            return permit(filter, null);
        }
        switch (ipsec.association()) {
            case ENCRYPTED -> {
                return permit(filter, Verdict.REQUIRE_ENCRYPT);
            }
            case AUTHENTICATED -> {
                return mustEncrypt
                        ? block(filter, Verdict.HELD)
                        : permit(filter, Verdict.REQUIRE_AUTH);
            }
            case CLEAR -> {}
        }
        if (flow.securedBefore()) {
            return block(filter, Verdict.HELD);
        }
        if ((raw & 0x2) != 0) {
            return permit(filter, null);
        }
        boolean failed = ipsec.negotiation() == NegotiationState.FAILED || !hasPolicy();
        if ((raw & 0x1) != 0 && (demands & 0xA) == 0) {
            return permit(filter, failed ? null : Verdict.CLEAR_WHILE_NEGOTIATING);
        }
        return block(filter, failed ? null : Verdict.HELD);
    }

    /** 7.4: no policy of one module at both layers, no negotiation. */
    private boolean hasPolicy() {
        boolean ike =
                hasContext("IKEEXT", FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT)
                        && hasContext(
                                "IPSEC", FwpmProviderContextType.IPSEC_IKE_QM_TRANSPORT_CONTEXT);
        boolean authIp =
                hasContext("IKEEXT", FwpmProviderContextType.IPSEC_AUTHIP_MM_CONTEXT)
                        && hasContext(
                                "IPSEC", FwpmProviderContextType.IPSEC_AUTHIP_QM_TRANSPORT_CONTEXT);
        return ike || authIp;
    }

    private boolean hasContext(String layer, FwpmProviderContextType type) {
        for (FwpmSublayer0 sublayer : sublayers()) {
            for (FwpmFilter0 filter : matching(layer, sublayer)) {
                for (FwpmProviderContext3 context : policy.providerContexts()) {
                    if (context.policy().type() == type
                            && filter.context()
                                    .equals(
                                            new FwpmFilter0.Context.ProviderContext(
                                                    context.providerContextKey()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Protection arrived() {
        if (packet.direction() == Direction.OUTBOUND) {
            return Protection.CLEAR;
        }
        return packet.arrived() == null ? ipsec.association() : packet.arrived();
    }

    /** 7.5, inbound, 2. */
    private Opinion inbound(FwpmFilter0 filter, long raw) {
        boolean mustEncrypt = (demands & 0x8) != 0;
        Protection arrived = arrived();
        if (arrived == Protection.AUTHENTICATED && mustEncrypt) {
            return (demands & 0x10) != 0 && !flow.receivedBefore()
                    ? permit(filter, Verdict.REQUIRE_AUTH)
                    : block(filter, null);
        }
        if (arrived != Protection.CLEAR) {
            return permit(filter, mustEncrypt ? Verdict.REQUIRE_ENCRYPT : Verdict.REQUIRE_AUTH);
        }
        boolean young =
                ipsec.association() != Protection.CLEAR
                        && ipsec.age().compareTo(ipsec.clearAllowed()) < 0;
        if ((demands & 0x20) != 0 && flow.securedBefore()) {
            return permit(filter, null);
        }
        if ((demands & 0xA) != 0) {
            return block(filter, null);
        }
        if (young) {
            return permit(filter, null);
        }
        if ((raw & 0x2) != 0 && flow.securedBefore()) {
            return block(filter, null);
        }
        return (raw & 0x3) != 0 ? permit(filter, null) : block(filter, null);
    }

    /** 7.5, inbound, 3. */
    private Opinion accept(FwpmFilter0 filter, long raw) {
        demands |= raw;
        Protection came =
                packet.direction() == Direction.OUTBOUND ? ipsec.association() : arrived();
        boolean mustEncrypt = (raw & 0x8) != 0;
        return switch (came) {
            case CLEAR -> block(filter, null);
            case AUTHENTICATED ->
                    mustEncrypt && (raw & 0x10) == 0
                            ? block(filter, null)
                            : permit(filter, Verdict.REQUIRE_AUTH);
            case ENCRYPTED ->
                    permit(filter, mustEncrypt ? Verdict.REQUIRE_ENCRYPT : Verdict.REQUIRE_AUTH);
        };
    }

    /** 4.43 and 4.44. */
    private boolean matches(FwpmFilter0 filter, String layer) {
        List<FwpmFilterCondition0> conditions = filter.filterCondition();
        boolean any = true;
        ConditionKey field = null;
        for (FwpmFilterCondition0 condition : conditions) {
            if (!condition.fieldKey().equals(field)) {
                if (!any) {
                    return false;
                }
                any = false;
                field = condition.fieldKey();
            }
            any |= holds(condition, value(condition.fieldKey(), layer));
        }
        return any;
    }

    /** The table of match types. */
    private static boolean holds(FwpmFilterCondition0 condition, @Nullable Object value) {
        FwpConditionValue0 wanted = condition.conditionValue();
        if (wanted instanceof FwpConditionValue0.Empty) {
            return (value == null) == (condition.matchType() == FwpMatchType.EQUAL);
        }
        if (value == null) {
            return false;
        }
        if (wanted instanceof FwpConditionValue0.SecurityDescriptor(var descriptor)) {
            return value instanceof Set<?> sids && granted(descriptor.data(), sids);
        }
        if (wanted instanceof FwpConditionValue0.V4AddrMask(var subnet)) {
            BigInteger mask = BigInteger.valueOf(subnet.mask());
            BigInteger address = BigInteger.valueOf(subnet.addr());
            return ((BigInteger) value).and(mask).equals(address.and(mask));
        }
        if (wanted instanceof FwpConditionValue0.Range(var range)) {
            BigInteger number = (BigInteger) value;
            return number(range.valueLow()).compareTo(number) <= 0
                    && number.compareTo(number(range.valueHigh())) <= 0;
        }
        if (wanted instanceof FwpConditionValue0.ByteBlob(var blob)) {
            boolean equal = blob.data().equals(value);
            return condition.matchType() == FwpMatchType.NOT_EQUAL ? !equal : equal;
        }
        BigInteger bits = number(wanted);
        BigInteger number = (BigInteger) value;
        int order = number.compareTo(bits);
        return switch (condition.matchType()) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case GREATER -> order > 0;
            case LESS -> order < 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case LESS_OR_EQUAL -> order <= 0;
            case FLAGS_ALL_SET -> number.and(bits).equals(bits);
            case FLAGS_ANY_SET -> number.and(bits).signum() != 0;
            case FLAGS_NONE_SET -> number.and(bits).signum() == 0;
            default -> throw new IllegalArgumentException(condition.toString());
        };
    }

    private static boolean granted(Bytes descriptor, Set<?> sids) {
        AccessControlList list = requireNonNull(SecurityDescriptor.of(descriptor).dacl());
        for (AccessControlEntry entry : list.entries()) {
            boolean concerns = entry.sid().equals(EVERYONE) || sids.contains(entry.sid());
            if (concerns && (entry.mask() & 1) != 0) {
                return entry.type() == AccessControlEntry.ALLOW;
            }
        }
        return false;
    }

    private static BigInteger number(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Uint8(int number) -> BigInteger.valueOf(number);
            case FwpConditionValue0.Uint16(int number) -> BigInteger.valueOf(number);
            case FwpConditionValue0.Uint32(long number) -> BigInteger.valueOf(number);
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static BigInteger number(FwpValue0 value) {
        return switch (value) {
            case FwpValue0.Uint8(int number) -> BigInteger.valueOf(number);
            case FwpValue0.Uint16(int number) -> BigInteger.valueOf(number);
            case FwpValue0.Uint32(long number) -> BigInteger.valueOf(number);
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    /** {@return what is known of a field: a number, bytes, or SIDs; null for nothing} */
    private @Nullable Object value(ConditionKey field, String layer) {
        boolean outbound = packet.direction() == Direction.OUTBOUND;
        boolean leaving = outbound || layer.equals("OUTBOUND_IPPACKET");
        Endpoint local = leaving ? packet.source() : packet.destination();
        Endpoint remote = leaving ? packet.destination() : packet.source();
        boolean authenticated = (outbound ? ipsec.association() : arrived()) != Protection.CLEAR;
        if (field.equals(FwpmConditions.IP_PROTOCOL)) {
            return number(packet.protocol());
        } else if (field.equals(FwpmConditions.IP_LOCAL_ADDRESS)) {
            return address(local);
        } else if (field.equals(FwpmConditions.IP_REMOTE_ADDRESS)) {
            return address(remote);
        } else if (field.equals(FwpmConditions.IP_SOURCE_ADDRESS)) {
            return address(packet.source());
        } else if (field.equals(FwpmConditions.IP_DESTINATION_ADDRESS)) {
            return address(packet.destination());
        } else if (field.equals(FwpmConditions.IP_LOCAL_ADDRESS_TYPE)) {
            return type(local);
        } else if (field.equals(FwpmConditions.IP_LOCAL_PORT)) {
            return packet.icmp() == null ? number(local.port()) : number(packet.icmp().type());
        } else if (field.equals(FwpmConditions.IP_REMOTE_PORT)) {
            return packet.icmp() == null ? number(remote.port()) : number(packet.icmp().code());
        } else if (field.equals(FwpmConditions.FLAGS)) {
            return BigInteger.valueOf(flags(layer));
        } else if (field.equals(FwpmConditions.DIRECTION)) {
            Direction shown =
                    flow.exists() && layer.equals("STREAM") ? flow.origin() : packet.direction();
            return shown == Direction.OUTBOUND ? BigInteger.ZERO : BigInteger.ONE;
        } else if (field.equals(FwpmConditions.ALE_USER_ID)) {
            return packet.principals().localUser();
        } else if (field.equals(FwpmConditions.ALE_REMOTE_MACHINE_ID)) {
            return authenticated ? packet.principals().remoteMachine() : null;
        } else if (field.equals(FwpmConditions.ALE_APP_ID)) {
            return packet.fields().get(field) instanceof FwpValue0.ByteBlob(var blob)
                    ? blob.data()
                    : null;
        }
        throw new IllegalArgumentException(field.toString());
    }

    private long flags(String layer) {
        InetAddress source = packet.source().address();
        InetAddress destination = packet.destination().address();
        boolean loopback = source != null && source.equals(destination);
        boolean secured = behindTransport && arrived() != Protection.CLEAR;
        boolean again = flow.reauthorize() != null && layer.startsWith("ALE_AUTH");
        return (loopback ? 1 : 0) | (secured ? 2 : 0) | (again ? 4 : 0);
    }

    private static @Nullable BigInteger number(@Nullable Integer number) {
        return number == null ? null : BigInteger.valueOf(number);
    }

    private static @Nullable BigInteger address(Endpoint end) {
        return end.address() == null ? null : new BigInteger(1, end.address().getAddress());
    }

    private static @Nullable BigInteger type(Endpoint end) {
        if (end.address() == null) {
            return null;
        }
        return end.address().isMulticastAddress() ? BigInteger.valueOf(3) : BigInteger.ONE;
    }
}
