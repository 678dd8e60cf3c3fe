package io.github.wfp4j.engine;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A key manager that the keying modules call, until this is closed.
 *
 * <p>It may be closed by any thread. Closing the engine ends it as well.
 */
public final class KeyManagerRegistration implements AutoCloseable {
    private final Calls calls;
    private final MemorySegment handle;
    private final AtomicBoolean closed = new AtomicBoolean();

    KeyManagerRegistration(Calls calls, MemorySegment handle) {
        this.calls = calls;
        this.handle = handle;
    }

    /**
     * Ends the registration and deletes the key manager. Closing twice, or after the engine was
     * closed, does nothing.
     *
     * <p>C: {@code IPsecKeyManagerUnregisterAndDelete0}.
     *
     * @throws WfpException if the engine cannot end it
     */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            calls.runIfOpen(
                    "IPsecKeyManagerUnregisterAndDelete0",
                    engine ->
                            calls.functions()
                                    .keyManager()
                                    .IPsecKeyManagerUnregisterAndDelete0(engine, handle));
        }
    }
}
