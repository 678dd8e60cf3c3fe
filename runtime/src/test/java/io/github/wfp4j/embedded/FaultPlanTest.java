package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.embedded.FaultPlan.Fault;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Faults on demand. */
final class FaultPlanTest {
    private final FaultPlan plan = FaultPlan.create();
    private final TestEngine engine =
            Way.DIRECT.create(EmbeddedEngineOptions.DEFAULT.withFaults(plan));
    private final Client client = Client.openStatic(engine);

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    @Test
    @DisplayName("1.11: access is denied to one call, and nothing was done")
    void deniesOnce() {
        plan.failNext("FwpmFilterAdd0", Fault.ACCESS_DENIED);
        assertError(client.add(Samples.block()), ErrorCode.ERROR_ACCESS_DENIED);
        assertThat(client.filters()).isEmpty();
        assertOk(client.add(Samples.block()));
    }

    @Test
    @DisplayName("1.12: the service is not running")
    void hasNoService() {
        plan.failAlways("FwpmEngineOpen0", Fault.SERVICE_NOT_RUNNING);
        int result =
                engine.functions()
                        .engine()
                        .FwpmEngineOpen0(NULL, 10, NULL, NULL, client.arena.allocate(ADDRESS));
        assertError(result, ErrorCode.EPT_S_NOT_REGISTERED);
        plan.clear();
        plan.failNext("FwpmTransactionBegin0", Fault.SERVICE_NOT_RUNNING);
        assertError(client.begin(), ErrorCode.RPC_S_SERVER_UNAVAILABLE);
    }

    @Test
    @DisplayName("1.25: an aborted session answers so until it is closed")
    void abortsSession() {
        Client dynamic = Client.openDynamic(engine);
        dynamic.addOk(Samples.block());
        assertOk(dynamic.begin());
        dynamic.addOk(Samples.block());
        plan.failNext("FwpmFilterAdd0", Fault.SESSION_ABORTED);
        assertError(dynamic.add(Samples.block()), ErrorCode.FWP_E_SESSION_ABORTED);
        assertError(dynamic.commit(), ErrorCode.FWP_E_SESSION_ABORTED);
        assertThat(client.filters()).isEmpty();
        assertOk(dynamic.closeHandle());
        assertError(dynamic.closeHandle(), ErrorCode.ERROR_INVALID_HANDLE);
    }

    @Test
    @DisplayName("2.12: a transaction that was taken away is told once")
    void abortsTransaction() {
        assertOk(client.begin());
        client.addOk(Samples.block());
        plan.failNext("FwpmFilterAdd0", Fault.TRANSACTION_ABORTED);
        assertError(client.add(Samples.block()), ErrorCode.FWP_E_TXN_ABORTED);
        assertError(client.commit(), ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
        assertThat(client.filters()).isEmpty();
    }

    @Test
    @DisplayName("2.10: a commit that fails has applied nothing, and ends the transaction")
    void failsCommit() {
        assertOk(client.begin());
        client.addOk(Samples.block());
        plan.failNext("FwpmTransactionCommit0", Fault.OUT_OF_MEMORY);
        assertError(client.commit(), ErrorCode.ERROR_NOT_ENOUGH_MEMORY);
        assertError(client.abort(), ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
        assertThat(client.filters()).isEmpty();
    }

    @Test
    @DisplayName("A call fails by its number, and calls are counted")
    void failsByNumber() {
        long before = plan.calls();
        assertOk(client.begin());
        assertThat(plan.calls()).isEqualTo(before + 1);
        plan.failCall(2, Fault.OUT_OF_MEMORY);
        assertOk(client.add(Samples.block()));
        assertError(client.add(Samples.block()), ErrorCode.ERROR_NOT_ENOUGH_MEMORY);
        assertOk(client.add(Samples.block()));
        assertThatThrownBy(() -> plan.failCall(0, Fault.OUT_OF_MEMORY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("The plan without faults cannot be changed")
    void refusesToChangeNone() {
        assertThatThrownBy(() -> FaultPlan.NONE.failAlways("FwpmFilterAdd0", Fault.ACCESS_DENIED))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("FaultPlan.create()");
    }
}
