package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TransactionTest {
    private static final String BEGIN = "FwpmTransactionBegin0";
    private static final String COMMIT = "FwpmTransactionCommit0";
    private static final String ABORT = "FwpmTransactionAbort0";

    private final FakeFunctions functions = new FakeFunctions();
    private final Engine engine = Engine.open(functions, Sessions.named("test"));

    @Test
    void committedIsNotAborted() {
        try (Transaction transaction = engine.begin()) {
            transaction.commit();
        }
        assertThat(functions.calls).endsWith(BEGIN, COMMIT);
    }

    @Test
    void closedWithoutACommitIsAbortedOnce() {
        Transaction transaction = engine.begin();
        transaction.close();
        transaction.close();
        assertThat(functions.calls).endsWith(BEGIN, ABORT);
    }

    @Test
    void readOnlyIsAFlag() {
        engine.begin(true).close();
        assertThat(functions.calls).contains("FwpmTransactionBegin0 1");
    }

    @Test
    void committingTwiceIsAMistake() {
        try (Transaction transaction = engine.begin()) {
            transaction.commit();
            assertThatIllegalStateException()
                    .isThrownBy(transaction::commit)
                    .withMessage("transaction already committed");
        }
    }

    @Test
    void committingAfterCloseIsAMistake() {
        Transaction transaction = engine.begin();
        transaction.close();
        assertThatIllegalStateException()
                .isThrownBy(transaction::commit)
                .withMessage("transaction already closed");
    }

    @Test
    void beginningTwiceIsRefusedAndLeavesTheFirstAlone() {
        try (Transaction transaction = engine.begin()) {
            functions.fail(BEGIN, ErrorCode.FWP_E_TXN_IN_PROGRESS);
            assertThatExceptionOfType(TransactionException.class)
                    .isThrownBy(engine::begin)
                    .withMessage(
                            "FwpmTransactionBegin0: FWP_E_TXN_IN_PROGRESS (0x8032000E),"
                                    + " call not permitted while a transaction is open");
            transaction.commit();
        }
        assertThat(functions.calls).endsWith(COMMIT);
    }

    @Test
    void failedCommitLeavesNothingBehind() {
        functions.fail(COMMIT, ErrorCode.FWP_E_TXN_ABORTED);
        functions.fail(ABORT, ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
        Transaction transaction = engine.begin();
        assertThatExceptionOfType(TransactionException.class)
                .isThrownBy(transaction::commit)
                .satisfies(e -> assertThat(e.error()).contains(ErrorCode.FWP_E_TXN_ABORTED))
                .satisfies(e -> assertThat(e.getSuppressed()).isEmpty());
        assertThat(functions.calls).endsWith(BEGIN, COMMIT, ABORT);
        transaction.close();
        assertThat(functions.calls).endsWith(BEGIN, COMMIT, ABORT);
        assertThatIllegalStateException()
                .isThrownBy(transaction::commit)
                .withMessage("transaction already closed");
    }

    @ParameterizedTest
    @EnumSource(
            value = ErrorCode.class,
            names = {"FWP_E_NO_TXN_IN_PROGRESS", "FWP_E_TXN_ABORTED", "FWP_E_SESSION_ABORTED"})
    void closingOneThatTheEngineAbortedIsFine(ErrorCode code) {
        Transaction transaction = engine.begin();
        functions.fail(ABORT, code);
        assertThatNoException().isThrownBy(transaction::close);
    }

    @Test
    void closingReportsAnyOtherFailure() {
        Transaction transaction = engine.begin();
        functions.fail(ABORT, ErrorCode.RPC_S_CALL_FAILED);
        assertThatExceptionOfType(WfpException.class).isThrownBy(transaction::close);
    }

    @Test
    void closingOneThatTheEngineLostDoesNotAbortALaterOne() {
        Transaction lost = engine.begin();
        try (Transaction later = engine.begin()) {
            lost.close();
            assertThat(functions.calls).doesNotContain(ABORT);
            later.commit();
        }
        assertThat(functions.calls).endsWith(COMMIT);
    }

    @Test
    void endsWithItsEngine() {
        Transaction transaction = engine.begin();
        engine.close();
        transaction.close();
        assertThat(functions.calls).endsWith(BEGIN, "FwpmEngineClose0");
    }

    @Test
    void cannotBeCommittedAfterItsEngineWasClosed() {
        Transaction transaction = engine.begin();
        engine.close();
        assertThatIllegalStateException()
                .isThrownBy(transaction::commit)
                .withMessage("engine already closed");
    }
}
