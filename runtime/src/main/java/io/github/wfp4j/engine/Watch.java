package io.github.wfp4j.engine;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;

/**
 * Frees what something holds of an engine, at the latest when that something is garbage.
 *
 * <p>What frees must not refer to that something, or it would never be garbage.
 */
final class Watch {
    /** The system property that has forgotten things reported. */
    static final String DEBUG = "wfp4j.debug.leaks";

    static final System.Logger LOGGER = System.getLogger("io.github.wfp4j.engine");
    private static final Cleaner CLEANER = Cleaner.create();

    private final Holding holding;
    private final Cleaner.Cleanable cleanable;

    private Watch(Object owner, Holding holding) {
        this.holding = holding;
        this.cleanable = CLEANER.register(owner, holding);
    }

    /**
     * Watches over something that holds a part of an engine.
     *
     * @param owner what is watched
     * @param type what it is, in words
     * @param function the C function that it began with
     * @param release gives back what it holds; called once, from any thread
     */
    static Watch over(Object owner, String type, String function, Runnable release) {
        Throwable opened =
                Boolean.getBoolean(DEBUG)
                        ? new Throwable(
                                "%s of %s was opened here and never closed"
                                        .formatted(type, function))
                        : null;
        return new Watch(owner, new Holding(release, opened));
    }

    /** Gives back what is held, on the current thread; done once, further calls do nothing. */
    void close() {
        holding.closed = true;
        cleanable.clean();
    }

    /** What is held. */
    private static final class Holding implements Runnable {
        private final Runnable release;
        private final @Nullable Throwable opened;
        private volatile boolean closed;

        Holding(Runnable release, @Nullable Throwable opened) {
            this.release = release;
            this.opened = opened;
        }

        @Override
        public void run() {
            if (closed) {
                release.run();
            } else {
                releaseForgotten();
            }
        }

        private void releaseForgotten() {
            if (opened != null) {
                LOGGER.log(Level.WARNING, opened.getMessage(), opened);
            }
            try {
                release.run();
            } catch (RuntimeException e) {
                LOGGER.log(Level.DEBUG, "what was forgotten could not be freed", e);
            }
        }
    }
}
