package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.embedded.LeakReport;
import io.github.wfp4j.fwpm.FwpmSublayerSubscription0;
import io.github.wfp4j.fwpm.FwpmSubscriptionFlags;
import io.github.wfp4j.internal.abi.NativeFunctions;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.view.FwpmLayer0View;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** That what programs forget to close is freed, and reported to those who ask. */
@ParameterizedClass(name = "through C: {0}")
@ValueSource(booleans = {false, true})
@Timeout(60)
final class ForgottenTest {
    private static final Logger LOGGER = Logger.getLogger("io.github.wfp4j.engine");

    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine;
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord entry) {
                    logged.add(entry);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    ForgottenTest(boolean throughC) {
        WfpFunctions functions = throughC ? new NativeFunctions(embedded) : embedded.functions();
        engine = Engine.open(functions, Sessions.named("forgetful"));
    }

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
        LOGGER.setUseParentHandlers(false);
    }

    @AfterEach
    void leavesNothing() {
        System.clearProperty(Watch.DEBUG);
        LOGGER.removeHandler(handler);
        LOGGER.setUseParentHandlers(true);
        engine.close();
        assertThat(embedded.leakReport().leaks()).isEmpty();
        assertThat(embedded.leakReport().misuses()).isEmpty();
        embedded.close();
    }

    private List<LeakReport.Leak> leaks() {
        return embedded.leakReport().leaks().stream()
                .filter(it -> it.kind() != LeakReport.Kind.SESSION)
                .toList();
    }

    private void collectUntilNothingIsHeld() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!leaks().isEmpty()) {
            assertThat(System.nanoTime()).as("%s", leaks()).isLessThan(end);
            collect();
        }
    }

    @SuppressWarnings("CollectWithoutNeed") // what the collector finds is what is tested
    private static void collect() {
        System.gc();
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void forgetCursor() {
        Cursor<FwpmLayer0View> cursor = engine.layers().pageSize(3);
        cursor.next();
    }

    private void forgetSubscription() {
        var _ =
                engine.subscribe(
                        FwpmSublayerSubscription0.of(FwpmSubscriptionFlags.NOTIFY_ON_ADD), _ -> {});
    }

    private FwpmLayer0View viewOfForgottenCursor() {
        Cursor<FwpmLayer0View> cursor = engine.layers();
        cursor.next();
        return cursor.current();
    }

    @Test
    void cursorIsFreed() {
        forgetCursor();
        assertThat(leaks())
                .extracting(LeakReport.Leak::kind)
                .contains(LeakReport.Kind.MEMORY, LeakReport.Kind.ENUMERATION);
        collectUntilNothingIsHeld();
    }

    @Test
    void subscriptionIsFreed() {
        forgetSubscription();
        assertThat(leaks())
                .extracting(LeakReport.Leak::kind)
                .containsExactly(LeakReport.Kind.SUBSCRIPTION);
        collectUntilNothingIsHeld();
    }

    @Test
    void cursorIsFreedAfterItsEngine() {
        forgetCursor();
        engine.close();
        collectUntilNothingIsHeld();
    }

    @Test
    void viewKeepsItsPage() {
        FwpmLayer0View view = viewOfForgottenCursor();
        try {
            for (int i = 0; i < 5; i++) {
                collect();
            }
            assertThat(leaks()).hasSize(2);
            assertThat(view.toRecord()).isEqualTo(engine.layer(view.layerKey()));
        } finally {
            Reference.reachabilityFence(view);
        }
        view = null;
        collectUntilNothingIsHeld();
    }

    @Test
    void isReportedIfAskedFor() {
        System.setProperty(Watch.DEBUG, "true");
        forgetCursor();
        forgetSubscription();
        engine.sublayers().close();
        collectUntilNothingIsHeld();
        assertThat(logged)
                .extracting(LogRecord::getMessage)
                .containsExactlyInAnyOrder(
                        "Cursor of FwpmLayerCreateEnumHandle0 was opened here and never closed",
                        "Subscription of FwpmSubLayerSubscribeChanges0 was opened here and never"
                                + " closed");
        assertThat(logged)
                .allSatisfy(it ->
                        assertThat(it.getThrown().getStackTrace())
                                .extracting(StackTraceElement::getMethodName)
                                .containsAnyOf("forgetCursor", "forgetSubscription"));
    }

    @Test
    void isNotReportedOtherwise() {
        forgetCursor();
        forgetSubscription();
        collectUntilNothingIsHeld();
        assertThat(logged).isEmpty();
    }
}
