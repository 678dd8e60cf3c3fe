package io.github.wfp4j.assertj;

import io.github.wfp4j.explain.Classifier;
import io.github.wfp4j.explain.Explanation;
import io.github.wfp4j.explain.PolicySnapshot;

/** Where assertions about policies begin. */
public final class PolicyAssertions {
    private PolicyAssertions() {}

    /**
     * {@return assertions about a policy with the built-in callouts}
     *
     * @param policy the policy
     */
    public static PolicyAssert assertThat(PolicySnapshot policy) {
        return assertThat(Classifier.of(policy));
    }

    /**
     * {@return assertions about a policy}
     *
     * @param policy the policy
     */
    public static PolicyAssert assertThat(Classifier policy) {
        return new PolicyAssert(policy);
    }

    /**
     * {@return assertions about what happened to a packet}
     *
     * @param explanation the explanation
     */
    public static ExplanationAssert assertThat(Explanation explanation) {
        return new ExplanationAssert(explanation);
    }
}
