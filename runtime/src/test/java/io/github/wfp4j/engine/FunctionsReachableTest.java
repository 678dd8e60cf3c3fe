package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.Facts;
import io.github.wfp4j.embedded.EmbeddedEngine;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** That there is a verb for every function. */
final class FunctionsReachableTest {
    /** Functions without a verb. */
    private static final Set<String> EXEMPT =
            Arrays.stream(
                            // subscriptions: see the verbs for events and connections
                            """
                            FwpmCalloutSubscribeChanges0
                            FwpmCalloutSubscriptionsGet0
                            FwpmCalloutUnsubscribeChanges0
                            FwpmConnectionCreateEnumHandle0
                            FwpmConnectionDestroyEnumHandle0
                            FwpmConnectionEnum0
                            FwpmConnectionGetById0
                            FwpmConnectionSubscribe0
                            FwpmConnectionSubscriptionsGet0
                            FwpmConnectionUnsubscribe0
                            FwpmDynamicKeywordSubscribe0
                            FwpmDynamicKeywordUnsubscribe0
                            FwpmFilterSubscribeChanges0
                            FwpmFilterSubscriptionsGet0
                            FwpmFilterUnsubscribeChanges0
                            FwpmNetEventCreateEnumHandle0
                            FwpmNetEventDestroyEnumHandle0
                            FwpmNetEventEnum0
                            FwpmNetEventEnum1
                            FwpmNetEventEnum2
                            FwpmNetEventEnum3
                            FwpmNetEventEnum4
                            FwpmNetEventEnum5
                            FwpmNetEventSubscribe0
                            FwpmNetEventSubscribe1
                            FwpmNetEventSubscribe2
                            FwpmNetEventSubscribe3
                            FwpmNetEventSubscribe4
                            FwpmNetEventSubscriptionsGet0
                            FwpmNetEventUnsubscribe0
                            FwpmProviderContextSubscribeChanges0
                            FwpmProviderContextSubscriptionsGet0
                            FwpmProviderContextUnsubscribeChanges0
                            FwpmProviderSubscribeChanges0
                            FwpmProviderSubscriptionsGet0
                            FwpmProviderUnsubscribeChanges0
                            FwpmSubLayerSubscribeChanges0
                            FwpmSubLayerSubscriptionsGet0
                            FwpmSubLayerUnsubscribeChanges0
                            FwpmSystemPortsSubscribe0
                            FwpmSystemPortsUnsubscribe0
                            FwpmvSwitchEventSubscribe0
                            FwpmvSwitchEventUnsubscribe0
                            IPsecSaContextSubscribe0
                            IPsecSaContextSubscriptionsGet0
                            IPsecSaContextUnsubscribe0
                            """
                                    .strip()
                                    .split("\\s+"))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CALLED = new TreeSet<>();

    @BeforeAll
    static void useEveryVerb() {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine =
                        Engine.open(
                                RecordingFunctions.over(embedded.functions(), CALLED),
                                Sessions.named("every verb"))) {
            new EveryVerb(engine).use();
        }
    }

    @Test
    void everyFunctionHasAVerb() {
        Set<String> unreached = new TreeSet<>(functions());
        unreached.removeAll(CALLED);
        unreached.removeAll(EXEMPT);
        assertThat(unreached).isEmpty();
    }

    @Test
    void noExemptionIsStale() {
        assertThat(functions()).containsAll(EXEMPT);
        assertThat(CALLED).doesNotContainAnyElementsOf(EXEMPT);
    }

    @Test
    void nothingElseIsCalled() {
        assertThat(functions()).containsAll(CALLED);
    }

    private static Set<String> functions() {
        return Facts.rows("functions").stream()
                .map(row -> row.getField("name"))
                .collect(Collectors.toUnmodifiableSet());
    }
}
