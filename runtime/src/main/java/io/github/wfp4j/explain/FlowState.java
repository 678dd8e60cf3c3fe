package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpConditionReauthorizeReasonFlags;
import io.github.wfp4j.fwpm.FwpmContextAleFlags;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the flow that a packet belongs to (6.5, 7.5).
 *
 * @param origin the direction of the flow's first packet, or null if there is no flow yet
 * @param securedBefore whether a packet of it passed protected by IPsec
 * @param demands what the callouts at connect or accept demanded of it (7.3)
 * @param receivedBefore whether an inbound packet of it passed
 * @param reauthorize why the next packet has to be authorised again, or null if it has not
 */
public record FlowState(
        @Nullable Direction origin,
        boolean securedBefore,
        FwpmContextAleFlags demands,
        boolean receivedBefore,
        @Nullable FwpConditionReauthorizeReasonFlags reauthorize) {
    /** There is no flow yet. */
    public static final FlowState NONE =
            new FlowState(null, false, FwpmContextAleFlags.NONE, false, null);

    /**
     * {@return a flow that was authorised with a first packet of a direction}
     *
     * @param origin the direction of its first packet
     */
    public static FlowState authorised(Direction origin) {
        return new FlowState(origin, false, FwpmContextAleFlags.NONE, false, null);
    }

    /** {@return whether there is a flow} */
    public boolean exists() {
        return origin != null;
    }

    /** {@return a copy of which a packet passed protected} */
    public FlowState secured() {
        return new FlowState(origin, true, demands, receivedBefore, reauthorize);
    }

    /** {@return a copy of which an inbound packet passed} */
    FlowState received() {
        return new FlowState(origin, securedBefore, demands, true, reauthorize);
    }

    /** {@return a copy that was authorised now} */
    FlowState authorisedWith(Direction first, FwpmContextAleFlags newDemands) {
        return new FlowState(
                origin == null ? first : origin, securedBefore, newDemands, receivedBefore, null);
    }

    /**
     * {@return a copy whose next packet has to be authorised again}
     *
     * @param reason why
     */
    public FlowState toReauthorize(FwpConditionReauthorizeReasonFlags reason) {
        return new FlowState(origin, securedBefore, demands, receivedBefore, reason);
    }
}
