package io.github.wfp4j.assertj;

import io.github.wfp4j.explain.Explanation;
import io.github.wfp4j.explain.Verdict;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;

import org.assertj.core.api.AbstractAssert;

/** Assertions about what happens to a packet. Failures show the whole explanation. */
@SuppressWarnings("exports") // who uses assertions requires AssertJ; nobody else has to
public final class ExplanationAssert extends AbstractAssert<ExplanationAssert, Explanation> {
    ExplanationAssert(Explanation explanation) {
        super(explanation, ExplanationAssert.class);
    }

    /**
     * Checks that the packet is dropped for good.
     *
     * @return this, for more
     */
    public ExplanationAssert isBlocked() {
        return hasVerdict(Verdict.BLOCKED);
    }

    /**
     * Checks that the packet is dropped until there are security associations.
     *
     * @return this, for more
     */
    public ExplanationAssert isHeld() {
        return hasVerdict(Verdict.HELD);
    }

    /**
     * Checks that the packet passes unprotected, and that no protection is asked for.
     *
     * @return this, for more
     */
    public ExplanationAssert isClear() {
        return hasVerdict(Verdict.CLEAR);
    }

    /**
     * Checks that the packet passes unprotected while protection is negotiated.
     *
     * @return this, for more
     */
    public ExplanationAssert isClearWhileNegotiating() {
        return hasVerdict(Verdict.CLEAR_WHILE_NEGOTIATING);
    }

    /**
     * Checks that the packet passes authenticated.
     *
     * @return this, for more
     */
    public ExplanationAssert requiresAuthentication() {
        return hasVerdict(Verdict.REQUIRE_AUTH);
    }

    /**
     * Checks that the packet passes encrypted.
     *
     * @return this, for more
     */
    public ExplanationAssert requiresEncryption() {
        return hasVerdict(Verdict.REQUIRE_ENCRYPT);
    }

    /**
     * Checks that the packet passes, protected or not.
     *
     * @return this, for more
     */
    public ExplanationAssert isPermitted() {
        isNotNull();
        if (!actual.verdict().isPermitted()) {
            failWithMessage("%nExpected the packet to pass, but it does not:%n%s", actual);
        }
        return this;
    }

    /**
     * Checks what happens.
     *
     * @param verdict the verdict
     * @return this, for more
     */
    public ExplanationAssert hasVerdict(Verdict verdict) {
        isNotNull();
        if (actual.verdict() != verdict) {
            failWithMessage("%nExpected %s, but it is %s:%n%s", verdict, actual.verdict(), actual);
        }
        return this;
    }

    /**
     * Checks the display name of the filter that decides.
     *
     * @param name the filter's display name
     * @return this, for more
     */
    public ExplanationAssert byFilterNamed(String name) {
        FwpmFilter0 decider = decider("a filter named '" + name + "'");
        if (!name.equals(decider.displayData().name())) {
            failWithMessage(
                    "%nExpected a filter named '%s' to decide, but it is '%s':%n%s",
                    name, decider.displayData().name(), actual);
        }
        return this;
    }

    /**
     * Checks the key of the filter that decides.
     *
     * @param key the filter's key
     * @return this, for more
     */
    public ExplanationAssert byFilter(FilterKey key) {
        FwpmFilter0 decider = decider("filter " + key);
        if (!key.equals(decider.filterKey())) {
            failWithMessage(
                    "%nExpected filter %s to decide, but it is %s:%n%s",
                    key, decider.filterKey(), actual);
        }
        return this;
    }

    /**
     * Checks that no filter has an opinion.
     *
     * @return this, for more
     */
    public ExplanationAssert byNoFilter() {
        isNotNull();
        if (actual.decidedBy() != null) {
            failWithMessage(
                    "%nExpected no filter to decide, but '%s' does:%n%s",
                    actual.decidedBy().displayData().name(), actual);
        }
        return this;
    }

    /**
     * Checks the layer of the filter that decides.
     *
     * @param layer the layer
     * @return this, for more
     */
    public ExplanationAssert atLayer(LayerKey layer) {
        isNotNull();
        if (!layer.equals(actual.decidedAt())) {
            failWithMessage(
                    "%nExpected the decision at %s, but it is at %s:%n%s",
                    layer, actual.decidedAt(), actual);
        }
        return this;
    }

    private FwpmFilter0 decider(String wanted) {
        isNotNull();
        FwpmFilter0 decider = actual.decidedBy();
        if (decider == null) {
            throw failure("%nExpected %s to decide, but no filter does:%n%s", wanted, actual);
        }
        return decider;
    }
}
