package io.github.wfp4j.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.explain.RandomPolicies.Situation;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.List;

/** The indexed classifier against one that looks at every filter. */
final class IndexedClassifierTest {
    private static final int PACKETS = 100;

    /** 2,000 policies with 100 packets each. */
    @Property(tries = 2_000, seed = "-4718052063121", edgeCases = EdgeCasesMode.NONE)
    void agreesWithTheTextOnVerdictAndFilter(
            @ForAll("policies") PolicySnapshot policy,
            @ForAll("situations") List<Situation> situations) {
        Classifier indexed = Classifier.of(policy, RandomPolicies.CALLOUTS);
        NaiveClassifier naive = new NaiveClassifier(policy, RandomPolicies.CALLOUTS);
        for (Situation it : situations) {
            NaiveClassifier.Answer expected = naive.classify(it.packet(), it.flow(), it.ipsec());

            Decision found = indexed.decide(it.packet(), it.flow(), it.ipsec());

            assertThat(new NaiveClassifier.Answer(found.verdict(), found.decidedBy()))
                    .as("%s", it)
                    .isEqualTo(expected);
        }
    }

    /** The explanation is made another way, and must come to the same. */
    @Property(tries = 100, seed = "2750816663019", edgeCases = EdgeCasesMode.NONE)
    void explainsWhatItDecides(
            @ForAll("policies") PolicySnapshot policy,
            @ForAll("situations") List<Situation> situations) {
        Classifier classifier = Classifier.of(policy, RandomPolicies.CALLOUTS);
        for (Situation it : situations) {
            Decision decision = classifier.decide(it.packet(), it.flow(), it.ipsec());
            for (Detail detail : Detail.values()) {
                Explanation explanation =
                        classifier.explain(it.packet(), it.flow(), it.ipsec(), detail);

                assertThat(explanation.verdict()).isEqualTo(decision.verdict());
                assertThat(explanation.decidedBy()).isEqualTo(decision.decidedBy());
                assertThat(explanation.flow()).isEqualTo(decision.flow());
            }
        }
    }

    @Provide
    Arbitrary<PolicySnapshot> policies() {
        return RandomPolicies.policies();
    }

    @Provide
    Arbitrary<List<Situation>> situations() {
        return RandomPolicies.situations().list().ofSize(PACKETS);
    }
}
