package io.github.wfp4j.explain;

import static io.github.wfp4j.fwp.FwpActionType.BLOCK;
import static io.github.wfp4j.fwp.FwpActionType.CALLOUT_INSPECTION;
import static io.github.wfp4j.fwp.FwpActionType.CALLOUT_TERMINATING;
import static io.github.wfp4j.fwp.FwpActionType.CONTINUE;
import static io.github.wfp4j.fwp.FwpActionType.PERMIT;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutFlags;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.types.CalloutKey;

import org.jspecify.annotations.Nullable;

/** What filters that match answer (6.1, 7.1). */
final class FilterAnswers {
    private final Callouts callouts;

    FilterAnswers(Callouts callouts) {
        this.callouts = callouts;
    }

    FilterResult of(CompiledFilter filter, Traffic traffic) {
        Strength cleared =
                filter.has(FwpmFilterFlags.CLEAR_ACTION_RIGHT) ? Strength.HARD : Strength.SOFT;
        return switch (filter.action()) {
            case PERMIT -> FilterResult.ofFilter(filter, PERMIT, cleared);
            case BLOCK -> FilterResult.ofFilter(filter, BLOCK, Strength.HARD);
            case CALLOUT_TERMINATING, CALLOUT_UNKNOWN ->
                    withStrength(callout(filter, traffic), cleared);
            case CALLOUT_INSPECTION -> inspecting(callout(filter, traffic));
            case CONTINUE, NONE, NONE_NO_MATCH ->
                    FilterResult.ofFilter(filter, CONTINUE, Strength.SOFT);
        };
    }

    private static FilterResult withStrength(FilterResult answer, Strength cleared) {
        return cleared == Strength.SOFT
                ? answer
                : new FilterResult(
                        answer.filter(),
                        answer.action(),
                        Strength.HARD,
                        answer.byCallout(),
                        answer.verdict(),
                        answer.demands(),
                        answer.reason(),
                        answer.assumed());
    }

    /** Whatever it says, evaluation goes on. */
    private static FilterResult inspecting(FilterResult answer) {
        return new FilterResult(
                answer.filter(),
                CONTINUE,
                Strength.SOFT,
                answer.byCallout(),
                null,
                answer.demands(),
                "it only looks",
                false);
    }

    private FilterResult callout(CompiledFilter filter, Traffic traffic) {
        CalloutKey key = requireNonNull(filter.callout(), "a filter with a callout has its key");
        CalloutFunction function = callouts.function(key);
        if (function != null) {
            return registered(filter, function, traffic);
        }
        BuiltInCallout builtIn = BuiltInCallout.of(key);
        return builtIn == null
                ? unknown(filter, traffic.policy().callout(key))
                : builtIn(filter, builtIn, traffic);
    }

    private static FilterResult registered(
            CompiledFilter filter, CalloutFunction function, Traffic traffic) {
        CalloutDecision decision =
                function.decide(
                        new CalloutRequest(
                                traffic.packet(),
                                filter.filter(),
                                traffic.policy().contextOf(filter.filter()),
                                traffic.flow(),
                                traffic.ipsec()));
        return FilterResult.ofCallout(
                filter,
                decision.action(),
                decision.clearsRight() ? Strength.HARD : Strength.SOFT,
                "its callout says so");
    }

    private static FilterResult builtIn(
            CompiledFilter filter, BuiltInCallout callout, Traffic traffic) {
        return switch (callout) {
            case INBOUND_TRANSPORT -> IpsecCallouts.inboundTransport(filter, traffic);
            case OUTBOUND_TRANSPORT -> IpsecCallouts.outboundTransport(filter, traffic);
            case INBOUND_TUNNEL, FORWARD_INBOUND_TUNNEL ->
                    IpsecCallouts.inboundTunnel(filter, traffic);
            case OUTBOUND_TUNNEL, FORWARD_OUTBOUND_TUNNEL ->
                    IpsecCallouts.outboundTunnel(filter, traffic);
            case INITIATE_SECURE -> IpsecCallouts.initiateSecure(filter, traffic);
            case ALE_CONNECT -> IpsecCallouts.aleConnect(filter);
            case TUNNEL_ALE_ACCEPT ->
                    IpsecCallouts.permit(filter, "the outer packets of tunnels are accepted");
            case DOSP_FORWARD -> DospCallout.answer(filter, traffic);
            case SILENT_DROP -> IpsecCallouts.block(filter, "the sender gets no answer");
            case SET_OPTIONS ->
                    filter.action() == CALLOUT_TERMINATING
                            ? IpsecCallouts.permit(filter, "options of the flow are set")
                            : FilterResult.ofCallout(
                                    filter, CONTINUE, Strength.SOFT, "options of the flow are set");
        };
    }

    /** Of a callout that a driver registered, or that a dump leaves out, the answer is assumed. */
    private static FilterResult unknown(CompiledFilter filter, @Nullable FwpmCallout0 callout) {
        if (callout == null || callout.flags().contains(FwpmCalloutFlags.REGISTERED)) {
            return FilterResult.ofCallout(
                            filter,
                            filter.action() == CALLOUT_TERMINATING ? PERMIT : CONTINUE,
                            Strength.SOFT,
                            "what its callout says is not known")
                    .withAssumed();
        }
        if (filter.action() == CALLOUT_INSPECTION) {
            return FilterResult.ofFilter(filter, CONTINUE, Strength.SOFT);
        }
        return filter.has(FwpmFilterFlags.PERMIT_IF_CALLOUT_UNREGISTERED)
                ? FilterResult.ofFilter(filter, PERMIT, Strength.SOFT)
                        .withReason("its callout is not registered, then it permits")
                : FilterResult.ofFilter(filter, BLOCK, Strength.HARD)
                        .withReason("its callout is not registered");
    }
}
