package io.github.wfp4j.embedded;

import static java.util.Objects.requireNonNullElse;

import io.github.wfp4j.explain.Direction;
import io.github.wfp4j.explain.Endpoint;
import io.github.wfp4j.explain.Explanation;
import io.github.wfp4j.explain.FlowState;
import io.github.wfp4j.explain.LayerExplanation;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.PolicySnapshot;
import io.github.wfp4j.explain.Verdict;
import io.github.wfp4j.fwp.FwpAf;
import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwp.MsfwpDirection;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventClassifyAllow0;
import io.github.wfp4j.fwpm.FwpmNetEventClassifyDrop2;
import io.github.wfp4j.fwpm.FwpmNetEventFlags;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.Filetime;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * What the engine tells of packets that it classified: which it dropped and which it let pass
 * (8.4).
 *
 * <p>Packets that wait for a security association are neither.
 */
final class ClassificationEvents {
    private static final FwpByteBlob NO_DATA = new FwpByteBlob(Bytes.empty());

    private final PolicySnapshot policy;
    private final FlowState flow;
    private final Explanation explanation;
    private final Packet packet;

    private ClassificationEvents(PolicySnapshot policy, FlowState flow, Explanation explanation) {
        this.policy = policy;
        this.flow = flow;
        this.explanation = explanation;
        this.packet = explanation.packet();
    }

    /**
     * {@return the event, or null if there is nothing to tell}
     *
     * @param policy what the packet was classified by
     * @param flow the flow of the packet, as it was before
     * @param explanation what happened to the packet
     */
    static @Nullable FwpmNetEvent5 of(
            PolicySnapshot policy, FlowState flow, Explanation explanation) {
        ClassificationEvents events = new ClassificationEvents(policy, flow, explanation);
        if (explanation.verdict() == Verdict.HELD) {
            return null;
        }
        return new FwpmNetEvent5(
                events.header(),
                explanation.verdict() == Verdict.BLOCKED ? events.drop() : events.allow());
    }

    private FwpmNetEvent5.Event drop() {
        return new FwpmNetEvent5.Event.ClassifyDrop(
                new FwpmNetEventClassifyDrop2(
                        filterId(),
                        layerId(),
                        reason(),
                        number(FwpmConditions.ORIGINAL_PROFILE_ID),
                        number(FwpmConditions.CURRENT_PROFILE_ID),
                        direction(),
                        isLoopback(),
                        NO_DATA,
                        0,
                        0));
    }

    private FwpmNetEvent5.Event allow() {
        return new FwpmNetEvent5.Event.ClassifyAllow(
                new FwpmNetEventClassifyAllow0(
                        filterId(),
                        layerId(),
                        reason(),
                        number(FwpmConditions.ORIGINAL_PROFILE_ID),
                        number(FwpmConditions.CURRENT_PROFILE_ID),
                        direction(),
                        isLoopback()));
    }

    private long filterId() {
        FwpmFilter0 decider = explanation.decidedBy();
        return decider == null ? 0 : decider.filterId();
    }

    /** {@return the layer of the filter that decided, or the last one if none did} */
    private int layerId() {
        List<LayerExplanation> layers = explanation.layers();
        LayerKey key =
                explanation.decidedAt() == null && !layers.isEmpty()
                        ? layers.getLast().layer()
                        : explanation.decidedAt();
        return policy.layers().stream()
                .filter(layer -> layer.layerKey().equals(key))
                .findFirst()
                .map(FwpmLayer0::layerId)
                .orElse(0);
    }

    private FwpConditionReauthorizeReasonFlags reason() {
        return requireNonNullElse(flow.reauthorize(), FwpConditionReauthorizeReasonFlags.NONE);
    }

    private long number(ConditionKey field) {
        return packet.fields().get(field) instanceof FwpValue0.Uint32(long number) ? number : 0;
    }

    private long direction() {
        return switch (packet.direction()) {
            case INBOUND -> MsfwpDirection.IN;
            case OUTBOUND -> MsfwpDirection.OUT;
            case FORWARDED -> MsfwpDirection.FORWARD;
        };
    }

    private boolean isLoopback() {
        InetAddress source = packet.source().address();
        return source != null
                && (source.isLoopbackAddress() || source.equals(packet.destination().address()));
    }

    private FwpmNetEventHeader3 header() {
        boolean outbound = packet.direction() == Direction.OUTBOUND;
        Endpoint local = outbound ? packet.source() : packet.destination();
        Endpoint remote = outbound ? packet.destination() : packet.source();
        Sid user = onlyOne(packet.principals().localUser());
        FwpByteBlob appId =
                packet.fields().get(FwpmConditions.ALE_APP_ID) instanceof FwpValue0.ByteBlob(var id)
                        ? id
                        : null;
        Integer protocol = packet.protocol();
        FwpmNetEventFlags flags =
                FwpmNetEventFlags.IP_VERSION_SET
                        .or(flag(protocol, FwpmNetEventFlags.IP_PROTOCOL_SET))
                        .or(flag(local.address(), FwpmNetEventFlags.LOCAL_ADDR_SET))
                        .or(flag(remote.address(), FwpmNetEventFlags.REMOTE_ADDR_SET))
                        .or(flag(local.port(), FwpmNetEventFlags.LOCAL_PORT_SET))
                        .or(flag(remote.port(), FwpmNetEventFlags.REMOTE_PORT_SET))
                        .or(flag(appId, FwpmNetEventFlags.APP_ID_SET))
                        .or(flag(user, FwpmNetEventFlags.USER_ID_SET));
        return new FwpmNetEventHeader3(
                new Filetime(0, 0),
                flags,
                requireNonNullElse(protocol, 0),
                localAddress(local),
                remoteAddress(remote),
                requireNonNullElse(local.port(), 0),
                requireNonNullElse(remote.port(), 0),
                0,
                requireNonNullElse(appId, NO_DATA),
                user,
                packet.ipVersion() == FwpIpVersion.V6 ? FwpAf.INET6 : FwpAf.INET,
                null,
                null,
                0,
                NO_DATA);
    }

    private static FwpmNetEventFlags flag(@Nullable Object value, FwpmNetEventFlags flag) {
        return value == null ? FwpmNetEventFlags.NONE : flag;
    }

    /** Which of several SIDs is the user's is not known. */
    private static @Nullable Sid onlyOne(@Nullable Set<Sid> sids) {
        return sids != null && sids.size() == 1 ? sids.iterator().next() : null;
    }

    private FwpmNetEventHeader3.LocalAddr localAddress(Endpoint end) {
        return packet.ipVersion() == FwpIpVersion.V6
                ? new FwpmNetEventHeader3.LocalAddr.V6(bytes(end))
                : new FwpmNetEventHeader3.LocalAddr.V4(number(end));
    }

    private FwpmNetEventHeader3.RemoteAddr remoteAddress(Endpoint end) {
        return packet.ipVersion() == FwpIpVersion.V6
                ? new FwpmNetEventHeader3.RemoteAddr.V6(bytes(end))
                : new FwpmNetEventHeader3.RemoteAddr.V4(number(end));
    }

    private static long number(Endpoint end) {
        InetAddress address = end.address();
        return address == null ? 0 : new BigInteger(1, address.getAddress()).longValueExact();
    }

    private static FwpByteArray16 bytes(Endpoint end) {
        InetAddress address = end.address();
        return new FwpByteArray16(Bytes.of(address == null ? new byte[16] : address.getAddress()));
    }
}
