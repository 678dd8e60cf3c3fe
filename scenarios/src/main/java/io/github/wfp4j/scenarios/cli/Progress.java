package io.github.wfp4j.scenarios.cli;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * A line on a terminal that says what takes so long: it comes after a while, counts seconds, and is
 * gone before anything else is printed.
 */
final class Progress implements AutoCloseable {
    /** What is done within this time needs no line. */
    static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String what;
    private final PrintWriter err;
    private final Duration tick;
    private final Thread thread;
    private int shown;
    private boolean closed;

    private Progress(String what, Terminal terminal, PrintWriter err, Duration tick) {
        this.what = what;
        this.err = err;
        this.tick = tick;
        this.closed = !terminal.isInteractive();
        this.thread = Thread.ofVirtual().unstarted(this::count);
    }

    /**
     * Starts to wait.
     *
     * @param what what is being done
     * @param terminal where the person is; without one nothing is printed
     * @param err where to print
     * @param tick when to show the line, and how often to renew it
     */
    static Progress start(String what, Terminal terminal, PrintWriter err, Duration tick) {
        Progress progress = new Progress(what, terminal, err, tick);
        if (terminal.isInteractive()) {
            progress.thread.start();
        }
        return progress;
    }

    /** Removes the line until it is renewed, so that something else can be printed. */
    synchronized void clear() {
        if (shown > 0) {
            err.print("\r" + " ".repeat(shown) + "\r");
            err.flush();
            shown = 0;
        }
    }

    /** Removes the line for good. */
    @Override
    public synchronized void close() {
        clear();
        closed = true;
        thread.interrupt();
    }

    private void count() {
        long begin = System.nanoTime();
        try {
            while (show(begin)) {
                Thread.sleep(tick);
            }
        } catch (InterruptedException _) {
            // It is closed.
        }
    }

    private synchronized boolean show(long begin) {
        long elapsed = System.nanoTime() - begin;
        if (!closed && elapsed >= tick.toNanos()) {
            String line = "wfp4j: %s, %d s".formatted(what, Duration.ofNanos(elapsed).toSeconds());
            err.print("\r" + line);
            err.flush();
            shown = line.length();
        }
        return !closed;
    }
}
