package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmTxnFlags;
import io.github.wfp4j.internal.abi.TransactionFunctions;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;

/** The functions that begin and end transactions (2). */
final class TransactionCalls implements TransactionFunctions {
    private final Core core;
    private final Calls calls;

    TransactionCalls(Core core) {
        this.core = core;
        this.calls = core.calls();
    }

    @Override
    public int FwpmTransactionBegin0(MemorySegment engineHandle, int flags) {
        return calls.inSession(
                engineHandle,
                session -> {
                    Calls.requireNoTransaction(session);
                    ObjectChecks.requireFlags(flags, FwpmTxnFlags.READ_ONLY.bits());
                    boolean readOnly = flags == FwpmTxnFlags.READ_ONLY.bits();
                    core.access()
                            .require(
                                    session.caller(),
                                    Container.ENGINE,
                                    readOnly
                                            ? FwpmActrl.BEGIN_READ_TXN
                                            : FwpmActrl.BEGIN_WRITE_TXN);
                    calls.begin(session, readOnly);
                });
    }

    @Override
    public int FwpmTransactionCommit0(MemorySegment engineHandle) {
        return calls.inSession(
                engineHandle,
                session -> {
                    requireTransaction(session);
                    calls.commit(session);
                });
    }

    @Override
    public int FwpmTransactionAbort0(MemorySegment engineHandle) {
        return calls.inSession(
                engineHandle,
                session -> {
                    requireTransaction(session);
                    calls.abort(session);
                });
    }

    private static void requireTransaction(Session session) {
        EngineFailure.unless(session.transaction() != null, ErrorCode.FWP_E_NO_TXN_IN_PROGRESS);
    }
}
