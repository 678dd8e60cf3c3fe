package io.github.wfp4j.assertj;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Detail;
import io.github.wfp4j.explain.FlowState;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.Packet;

import org.assertj.core.api.AbstractAssert;

/** Assertions about a policy. */
@SuppressWarnings("exports") // who uses assertions requires AssertJ; nobody else has to
public final class PolicyAssert extends AbstractAssert<PolicyAssert, Classifier> {
    PolicyAssert(Classifier policy) {
        super(policy, PolicyAssert.class);
    }

    /**
     * {@return assertions about a packet of a new flow while there are no associations}
     *
     * @param packet the packet
     */
    public ExplanationAssert onPacket(Packet packet) {
        return onPacket(packet, FlowState.NONE, IpsecState.NONE);
    }

    /**
     * {@return assertions about a packet of a new flow}
     *
     * @param packet the packet
     * @param ipsec the state of IPsec for it
     */
    public ExplanationAssert onPacket(Packet packet, IpsecState ipsec) {
        return onPacket(packet, FlowState.NONE, ipsec);
    }

    /**
     * {@return assertions about a packet}
     *
     * @param packet the packet
     * @param flow the flow that it belongs to
     * @param ipsec the state of IPsec for it
     */
    public ExplanationAssert onPacket(Packet packet, FlowState flow, IpsecState ipsec) {
        isNotNull();
        return new ExplanationAssert(actual.explain(packet, flow, ipsec, Detail.EVERYTHING));
    }
}
