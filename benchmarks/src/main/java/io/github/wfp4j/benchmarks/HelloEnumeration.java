package io.github.wfp4j.benchmarks;

import com.sun.management.ThreadMXBean;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.view.FwpmFilter0View;

import java.lang.management.ManagementFactory;

/**
 * The least program that enumerates filters: it prints the identifier of the first one.
 *
 * <p>With the system property {@value #COUNT} it prints instead how many bytes its thread
 * allocated, which loads classes that the program itself does not need.
 */
public final class HelloEnumeration {
    /** Asks for the bytes. */
    static final String COUNT = "wfp4j.benchmarks.count";

    private HelloEnumeration() {}

    /**
     * Runs it.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        if (!Boolean.getBoolean(COUNT)) {
            System.out.println(firstFilter());
            return;
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        long filter = firstFilter();
        System.out.println(filter == 0 ? 0 : threads.getCurrentThreadAllocatedBytes() - before);
    }

    private static long firstFilter() {
        try (EmbeddedEngine embedded = EmbeddedEngine.create();
                Engine engine = embedded.open(Sessions.dynamic("hello"))) {
            engine.add(Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4));
            try (Cursor<FwpmFilter0View> filters = engine.filters()) {
                return filters.next() ? filters.current().filterId() : 0;
            }
        }
    }
}
