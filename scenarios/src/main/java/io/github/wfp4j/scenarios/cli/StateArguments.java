package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.explain.FlowState;
import io.github.wfp4j.explain.IpsecState;
import io.github.wfp4j.explain.NegotiationState;
import io.github.wfp4j.explain.Protection;

import picocli.CommandLine.Option;

/** The state of the flow and of IPsec as the options describe it. */
final class StateArguments {
    @Option(
            names = "--sa",
            paramLabel = "PROTECTION",
            converter = Converters.ProtectionName.class,
            description =
                    "What the security associations with the peer do: none (the default: there are"
                            + " none), auth or encrypt.")
    private Protection association = Protection.CLEAR;

    @Option(
            names = "--negotiation",
            paramLabel = "STATE",
            converter = Converters.NegotiationName.class,
            description = "not-started (the default), running or failed.")
    private NegotiationState negotiation = NegotiationState.NOT_STARTED;

    @Option(
            names = "--flow",
            paramLabel = "FLOW",
            converter = Converters.FlowName.class,
            description =
                    "new (the default), or the direction of the first packet of a flow that was"
                            + " authorised: out or in.")
    private FlowState flow = FlowState.NONE;

    @Option(names = "--secured", description = "Packets of the flow were protected by IPsec.")
    private boolean secured;

    FlowState flow() {
        return secured && flow.exists() ? flow.secured() : flow;
    }

    IpsecState ipsec() {
        return association == Protection.CLEAR
                ? IpsecState.negotiating(negotiation)
                : IpsecState.associated(association);
    }
}
