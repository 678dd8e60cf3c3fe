package io.github.wfp4j.explain;

import static io.github.wfp4j.assertj.PolicyAssertions.assertThat;
import static io.github.wfp4j.explain.Packet.tcp;
import static io.github.wfp4j.explain.TestPolicy.block;
import static io.github.wfp4j.explain.TestPolicy.callout;
import static io.github.wfp4j.explain.TestPolicy.calloutKey;
import static io.github.wfp4j.explain.TestPolicy.clearingRight;
import static io.github.wfp4j.explain.TestPolicy.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Arbitration at one layer, cell by cell (6.1), and across layers (6.2, 6.3). */
final class ArbitrationTest {
    private static final LayerKey LAYER = FwpmLayers.OUTBOUND_TRANSPORT_V4;
    private static final Packet PACKET = tcp().from("10.0.0.5:50000").to("10.0.0.7:443");

    private static final CalloutKey PERMITS = calloutKey(1);
    private static final CalloutKey BLOCKS = calloutKey(2);
    private static final CalloutKey PERMITS_HARD = calloutKey(3);
    private static final CalloutKey BLOCKS_HARD = calloutKey(4);
    private static final CalloutKey DECLINES = calloutKey(5);
    private static final CalloutKey NOBODY = calloutKey(6);

    private static final Callouts CALLOUTS =
            Callouts.NONE
                    .with(PERMITS, _ -> new CalloutDecision(FwpActionType.PERMIT, false))
                    .with(BLOCKS, _ -> new CalloutDecision(FwpActionType.BLOCK, false))
                    .with(PERMITS_HARD, _ -> new CalloutDecision(FwpActionType.PERMIT, true))
                    .with(BLOCKS_HARD, _ -> new CalloutDecision(FwpActionType.BLOCK, true))
                    .with(DECLINES, _ -> CalloutDecision.CONTINUE);

    private static FwpmFilter0 saying(String what) {
        return switch (what) {
            case "soft permit" -> permit(what, LAYER);
            case "hard permit" -> clearingRight(permit(what, LAYER));
            case "filter block" -> block(what, LAYER);
            case "soft callout permit" -> callout(what, LAYER, PERMITS);
            case "hard callout permit" -> callout(what, LAYER, PERMITS_HARD);
            case "soft callout block" -> callout(what, LAYER, BLOCKS);
            case "hard callout block" -> callout(what, LAYER, BLOCKS_HARD);
            case "flagged callout permit" -> clearingRight(callout(what, LAYER, PERMITS));
            case "flagged callout block" -> clearingRight(callout(what, LAYER, BLOCKS));
            default -> throw new IllegalArgumentException(what);
        };
    }

    private static LayerExplanation layer(TestPolicy policy) {
        return Classifier.of(policy.snapshot(), CALLOUTS).explain(PACKET).layers().stream()
                .filter(it -> it.layer().equals(LAYER))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "soft permit, PERMIT, SOFT",
        "hard permit, PERMIT, HARD",
        "filter block, BLOCK, HARD",
        "soft callout permit, PERMIT, SOFT",
        "hard callout permit, PERMIT, HARD",
        "soft callout block, BLOCK, SOFT",
        "hard callout block, BLOCK, HARD",
        "flagged callout permit, PERMIT, HARD",
        "flagged callout block, BLOCK, HARD"
    })
    @DisplayName("6.1: what one filter answers, and how strongly")
    void answersOfOneFilter(String filter, FwpActionType action, Strength strength) {
        LayerExplanation layer = layer(new TestPolicy().with(saying(filter)));

        assertThat(layer)
                .extracting(LayerExplanation::action, LayerExplanation::strength)
                .containsExactly(action, strength);
        assertThat(layer.sublayers().getFirst().filters().getFirst().standing())
                .isEqualTo(Standing.DECIDED);
    }

    @ParameterizedTest(name = "{0}, then {1}: {2} {3} by {4}")
    @CsvSource({
        // none: take it, see above. Soft permit:
        "soft permit, soft permit, PERMIT, SOFT, first, AGREED",
        "soft permit, hard permit, PERMIT, HARD, first, HARDENED",
        "soft permit, soft callout permit, PERMIT, SOFT, first, AGREED",
        "soft permit, hard callout permit, PERMIT, HARD, first, HARDENED",
        "soft permit, filter block, BLOCK, HARD, second, TAKEN",
        "soft permit, soft callout block, BLOCK, SOFT, second, TAKEN",
        "soft permit, hard callout block, BLOCK, HARD, second, TAKEN",
        // Hard permit: only a callout can veto.
        "hard permit, filter block, PERMIT, HARD, first, OVERRULED",
        "hard permit, soft callout block, BLOCK, HARD, second, TAKEN",
        "hard permit, hard callout block, BLOCK, HARD, second, TAKEN",
        "hard permit, soft permit, PERMIT, HARD, first, AGREED",
        "hard permit, hard permit, PERMIT, HARD, first, AGREED",
        "hard callout permit, filter block, PERMIT, HARD, first, OVERRULED",
        "hard callout permit, soft callout block, BLOCK, HARD, second, TAKEN",
        // Soft block:
        "soft callout block, soft permit, PERMIT, SOFT, second, TAKEN",
        "soft callout block, hard permit, PERMIT, HARD, second, TAKEN",
        "soft callout block, soft callout permit, PERMIT, SOFT, second, TAKEN",
        "soft callout block, soft callout block, BLOCK, SOFT, first, AGREED",
        "soft callout block, filter block, BLOCK, HARD, first, HARDENED",
        "soft callout block, hard callout block, BLOCK, HARD, first, HARDENED",
        // Hard block:
        "filter block, soft permit, BLOCK, HARD, first, OVERRULED",
        "filter block, hard permit, BLOCK, HARD, first, OVERRULED",
        "filter block, hard callout permit, BLOCK, HARD, first, OVERRULED",
        "filter block, filter block, BLOCK, HARD, first, AGREED",
        "filter block, soft callout block, BLOCK, HARD, first, AGREED",
        "hard callout block, soft permit, BLOCK, HARD, first, OVERRULED"
    })
    @DisplayName("6.1: an answer and that of the next sublayer")
    void answersOfTwoSublayers(
            String first,
            String second,
            FwpActionType action,
            Strength strength,
            String decider,
            Effect effect) {
        TestPolicy policy =
                new TestPolicy()
                        // The order of addition must not matter.
                        .in(TestPolicy.LOW, named("second", saying(second)))
                        .in(TestPolicy.HIGH, named("first", saying(first)));

        LayerExplanation layer = layer(policy);

        assertThat(layer)
                .extracting(
                        LayerExplanation::action,
                        LayerExplanation::strength,
                        it -> nameOf(it.decidedBy()))
                .containsExactly(action, strength, decider);
        assertThat(layer.sublayers())
                .extracting(SublayerExplanation::effect)
                .containsExactly(Effect.TAKEN, effect);
    }

    private static @Nullable String nameOf(@Nullable FwpmFilter0 filter) {
        return filter == null ? null : filter.displayData().name();
    }

    private static FwpmFilter0 named(String name, FwpmFilter0 filter) {
        return filter.withDisplayData(FwpmDisplayData0.of(name));
    }

    @Test
    @DisplayName("6.1: what is overruled says by whom, and what is not reached says so")
    void tellsWhoOverruled() {
        TestPolicy policy =
                new TestPolicy()
                        .in(TestPolicy.HIGH, permit("overruled", LAYER))
                        .in(TestPolicy.MIDDLE, block("decides", LAYER))
                        .with(
                                block("behind", LAYER)
                                        .withSubLayerKey(TestPolicy.MIDDLE)
                                        .withEffectiveWeight(new FwpValue0.Uint64(0)))
                        .in(TestPolicy.LOW, permit("too late", LAYER));

        LayerExplanation layer = layer(policy);

        assertThat(layer.sublayers())
                .flatExtracting(SublayerExplanation::filters)
                .extracting(
                        it -> it.filter().displayData().name(),
                        ConsideredFilter::standing,
                        it -> nameOf(it.overruledBy()))
                .containsExactly(
                        tuple("overruled", Standing.OVERRULED, "decides"),
                        tuple("decides", Standing.DECIDED, null),
                        tuple("behind", Standing.NOT_REACHED, null),
                        tuple("too late", Standing.OVERRULED, "decides"));
    }

    @Test
    @DisplayName("6.1: who goes on leaves it to the next filter")
    void declines() {
        TestPolicy policy =
                new TestPolicy()
                        .weighing(3, callout("declines", LAYER, DECLINES))
                        .weighing(
                                2,
                                callout("looks", LAYER, BLOCKS, FwpActionType.CALLOUT_INSPECTION))
                        .weighing(1, permit("permits", LAYER));

        assertThat(layer(policy).sublayers().getFirst().filters())
                .extracting(it -> it.filter().displayData().name(), ConsideredFilter::standing)
                .containsExactly(
                        tuple("declines", Standing.CONTINUED),
                        tuple("looks", Standing.CONTINUED),
                        tuple("permits", Standing.DECIDED));
    }

    @Test
    @DisplayName("6.1: within a sublayer the heavier filter wins, whatever its action")
    void heavierWins() {
        TestPolicy policy =
                new TestPolicy()
                        .weighing(1, block("light", LAYER))
                        .weighing(-1, permit("heavy, since weights are unsigned", LAYER));

        assertThat(policy.classifier())
                .onPacket(PACKET)
                .isClear()
                .byFilterNamed("heavy, since weights are unsigned");
    }

    @Test
    @DisplayName("6.1: of equal weights the lower id comes first, and the explanation says so")
    void equalWeights() {
        TestPolicy policy =
                new TestPolicy().with(block("first", LAYER)).with(permit("second", LAYER));

        Explanation explanation = policy.classifier().explain(PACKET);

        assertThat(explanation).isBlocked().byFilterNamed("first");
        assertThat(explanation.notes())
                .extracting(Note::kind)
                .containsExactly(Note.Kind.EQUAL_WEIGHTS);
    }

    @ParameterizedTest
    @CsvSource({
        "CALLOUT_TERMINATING, false, BLOCK",
        "CALLOUT_UNKNOWN, false, BLOCK",
        "CALLOUT_TERMINATING, true, PERMIT",
        "CALLOUT_UNKNOWN, true, PERMIT",
        "CALLOUT_INSPECTION, false, NONE"
    })
    @DisplayName("3.8: a filter whose callout is not registered blocks, or permits if it says so")
    void unregistered(FwpActionType type, boolean permits, FwpActionType action) {
        FwpmFilter0 filter = callout("nobody", LAYER, NOBODY, type);
        TestPolicy policy =
                new TestPolicy()
                        .withCallout(NOBODY, false)
                        .with(
                                permits
                                        ? filter.withFlags(
                                                FwpmFilterFlags.PERMIT_IF_CALLOUT_UNREGISTERED)
                                        : filter);

        assertThat(layer(policy).action()).isEqualTo(action);
    }

    @Test
    @DisplayName("3.8: a block for want of a callout is no veto")
    void unregisteredIsNoVeto() {
        TestPolicy policy =
                new TestPolicy()
                        .withCallout(NOBODY, false)
                        .in(TestPolicy.HIGH, clearingRight(permit("hard", LAYER)))
                        .in(TestPolicy.LOW, callout("nobody", LAYER, NOBODY));

        assertThat(layer(policy).action()).isEqualTo(FwpActionType.PERMIT);
    }

    @Test
    @DisplayName("3.8: what the callout of a driver says is assumed, and noted")
    void registeredElsewhere() {
        TestPolicy policy =
                new TestPolicy()
                        .withCallout(NOBODY, true)
                        .with(callout("a driver's", LAYER, NOBODY));

        Explanation explanation = policy.classifier().explain(PACKET);

        assertThat(explanation).isClear();
        assertThat(explanation.notes()).extracting(Note::kind).containsExactly(Note.Kind.ASSUMED);
    }

    @Test
    @DisplayName("3.8: a registered function is asked with the filter that matched")
    void asksTheFunction() {
        TestPolicy policy = new TestPolicy().with(callout("asks", LAYER, NOBODY, 7L));
        Callouts callouts =
                Callouts.NONE.with(
                        NOBODY,
                        request ->
                                request.filter()
                                                        .context()
                                                        .equals(
                                                                new FwpmFilter0.Context.RawContext(
                                                                        7))
                                                && request.packet().equals(PACKET)
                                        ? CalloutDecision.BLOCK
                                        : CalloutDecision.PERMIT);

        assertThat(Classifier.of(policy.snapshot(), callouts)).onPacket(PACKET).isBlocked();
    }

    @Test
    @DisplayName("6.2: where nothing matches the packet passes")
    void nothingMatches() {
        assertThat(new TestPolicy().classifier()).onPacket(PACKET).isClear().byNoFilter();
        assertThat(new TestPolicy().classifier()).onPacket(PACKET.inbound()).isClear().byNoFilter();
    }

    @Test
    @DisplayName("6.3: every layer must permit; the first that blocks drops")
    void everyLayerMustPermit() {
        TestPolicy policy =
                new TestPolicy()
                        .with(clearingRight(permit("hard", FwpmLayers.ALE_AUTH_CONNECT_V4)))
                        .with(block("drops", LAYER))
                        .with(block("never asked", FwpmLayers.OUTBOUND_IPPACKET_V4));

        Explanation explanation = policy.classifier().explain(PACKET);

        assertThat(explanation).isBlocked().byFilterNamed("drops").atLayer(LAYER);
        assertThat(explanation.layerKeys())
                .endsWith(LAYER)
                .doesNotContain(FwpmLayers.OUTBOUND_IPPACKET_V4);
    }

    @Test
    @DisplayName("6.3: a dropped packet is shown at the discard layer, which cannot help it")
    void shownAtDiscard() {
        TestPolicy policy =
                new TestPolicy()
                        .with(block("drops", LAYER))
                        .with(permit("sees it", FwpmLayers.OUTBOUND_TRANSPORT_V4_DISCARD));

        Explanation explanation = policy.classifier().explain(PACKET);

        assertThat(explanation).isBlocked();
        assertThat(explanation.layers().getLast())
                .extracting(LayerExplanation::layer, LayerExplanation::drops)
                .containsExactly(FwpmLayers.OUTBOUND_TRANSPORT_V4_DISCARD, false);
    }

    @Test
    @DisplayName("5.2: disabled and boot-time filters do not classify")
    void notInForce() {
        TestPolicy policy =
                new TestPolicy()
                        .with(block("disabled", LAYER).withFlags(FwpmFilterFlags.DISABLED))
                        .with(block("boot", LAYER).withFlags(FwpmFilterFlags.BOOTTIME));

        assertThat(policy.classifier()).onPacket(PACKET).isClear().byNoFilter();
        assertThat(List.of(policy.snapshot().filters().size())).containsExactly(2);
    }
}
