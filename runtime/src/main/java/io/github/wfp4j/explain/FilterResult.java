package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwpm.FwpmContextAleFlags;

import org.jspecify.annotations.Nullable;

/**
 * What a matching filter answered.
 *
 * @param filter the filter
 * @param action PERMIT, BLOCK or CONTINUE
 * @param strength whether the answer can be overruled
 * @param byCallout whether a callout answered, so that a block is a veto
 * @param verdict what IPsec makes of the packet if the answer stands, or null if IPsec has no say
 * @param demands what the callout demands of the flow
 * @param reason why a callout answered so, or null for filters that answer by themselves
 * @param assumed whether the answer of a callout that nobody here knows is assumed
 */
record FilterResult(
        CompiledFilter filter,
        FwpActionType action,
        Strength strength,
        boolean byCallout,
        @Nullable Verdict verdict,
        FwpmContextAleFlags demands,
        @Nullable String reason,
        boolean assumed) {
    static FilterResult ofFilter(CompiledFilter filter, FwpActionType action, Strength strength) {
        return new FilterResult(
                filter, action, strength, false, null, FwpmContextAleFlags.NONE, null, false);
    }

    static FilterResult ofCallout(
            CompiledFilter filter, FwpActionType action, Strength strength, String reason) {
        return new FilterResult(
                filter, action, strength, true, null, FwpmContextAleFlags.NONE, reason, false);
    }

    FilterResult withReason(String newReason) {
        return new FilterResult(
                filter, action, strength, byCallout, verdict, demands, newReason, assumed);
    }

    FilterResult withAssumed() {
        return new FilterResult(
                filter, action, strength, byCallout, verdict, demands, reason, true);
    }

    FilterResult withVerdict(@Nullable Verdict newVerdict) {
        return new FilterResult(
                filter, action, strength, byCallout, newVerdict, demands, reason, assumed);
    }

    FilterResult withDemands(FwpmContextAleFlags newDemands) {
        return new FilterResult(
                filter, action, strength, byCallout, verdict, newDemands, reason, assumed);
    }

    boolean decides() {
        return action != FwpActionType.CONTINUE;
    }
}
