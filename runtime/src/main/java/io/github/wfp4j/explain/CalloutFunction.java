package io.github.wfp4j.explain;

/** What a driver would do in its callout: decides on packets that a filter shows it. */
@FunctionalInterface
public interface CalloutFunction {
    /**
     * {@return what becomes of a packet}
     *
     * <p>The answer may depend on nothing but the request: how often and in which order requests
     * come is not promised.
     *
     * @param request what is asked, and of which packet
     */
    CalloutDecision decide(CalloutRequest request);
}
