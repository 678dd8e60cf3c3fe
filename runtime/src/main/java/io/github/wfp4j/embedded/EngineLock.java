package io.github.wfp4j.embedded;

import io.github.wfp4j.win32.ErrorCode;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;

/**
 * Many readers or one writer, each for as long as its transaction lasts (2.5).
 *
 * <p>No thread owns it, because a client may begin a transaction in one thread and commit it in
 * another.
 */
final class EngineLock {
    private final StampedLock lock = new StampedLock();

    /**
     * Takes the lock.
     *
     * @param shared whether others may read meanwhile
     * @param timeoutInMs how long to wait for it
     * @return what to release it by
     * @throws EngineFailure if it was not free in time, or the thread was interrupted, whose status
     *     is then kept
     */
    long acquire(boolean shared, long timeoutInMs) {
        // A thread that is interrupted already may still use a lock that is free.
        long stamp = shared ? lock.tryReadLock() : lock.tryWriteLock();
        if (stamp != 0) {
            return stamp;
        }
        try {
            stamp = await(shared, timeoutInMs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        EngineFailure.unless(stamp != 0, ErrorCode.FWP_E_TIMEOUT);
        return stamp;
    }

    private long await(boolean shared, long timeoutInMs) throws InterruptedException {
        if (timeoutInMs == EnginePolicy.INFINITE_WAIT_MS) {
            return shared ? lock.readLockInterruptibly() : lock.writeLockInterruptibly();
        }
        return shared
                ? lock.tryReadLock(timeoutInMs, TimeUnit.MILLISECONDS)
                : lock.tryWriteLock(timeoutInMs, TimeUnit.MILLISECONDS);
    }

    void release(long stamp) {
        lock.unlock(stamp);
    }
}
