package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;

import io.github.wfp4j.embedded.WatchedKind.Told;
import io.github.wfp4j.fwpm.FwpmChangeType;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmSubscriptionFlags;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;

/** Knows which filters there are from notifications alone, while many threads change them. */
final class ConcurrentWatcher implements AutoCloseable {
    private final EmbeddedEngine embedded;
    private final TestEngine target;
    private final Client client;
    private final Listener<Told> listener;
    private final Set<Guid> present = new HashSet<>();

    ConcurrentWatcher(EmbeddedEngine embedded) {
        this.embedded = embedded;
        target = new TestEngine(Way.DIRECT, embedded.functions(), embedded);
        client = Client.openStatic(target);
        listener = Listener.of(client.arena, WatchedKind.FILTER::read, _ -> {});
        subscribe(client, listener);
    }

    private static MemorySegment subscribe(Client client, Listener<Told> listener) {
        FwpmSubscriptionFlags both =
                FwpmSubscriptionFlags.NOTIFY_ON_ADD.or(FwpmSubscriptionFlags.NOTIFY_ON_DELETE);
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(
                WatchedKind.FILTER.subscribe(
                        client,
                        WatchedKind.FILTER.request(client, both),
                        listener.function(),
                        NULL,
                        out));
        return out.get(ADDRESS, 0);
    }

    /** Subscribes for a moment. */
    static void glance(EmbeddedEngine embedded) {
        TestEngine target = new TestEngine(Way.DIRECT, embedded.functions(), embedded);
        try (Client client = Client.openStatic(target)) {
            Listener<Told> listener = Listener.of(client.arena, WatchedKind.FILTER::read, _ -> {});
            MemorySegment subscription = subscribe(client, listener);
            assertOk(WatchedKind.FILTER.unsubscribe(client, subscription));
            int told = listener.waiting();
            assertThat(listener.waiting()).as("told after the end").isEqualTo(told);
        }
    }

    /** Checks that what was told, change after change, makes what there is. */
    void requireSameAs(Set<Guid> expected) {
        assertThat(embedded.droppedNotifications()).isZero();
        FwpmFilter0 last = Samples.block().withFilterKey(FilterKey.random());
        try (Client other = Client.openStatic(target)) {
            long id = other.addOk(last);
            Told told = note();
            while (!told.isAbout(FwpmChangeType.ADD, last.filterKey())) {
                told = note();
            }
            assertOk(other.deleteFilter(id));
        }
        note();
        assertThat(present).isEqualTo(expected);
    }

    private Told note() {
        Told told = listener.next();
        boolean sensible =
                told.type() == FwpmChangeType.ADD
                        ? present.add(told.key())
                        : present.remove(told.key());
        assertThat(sensible).as("%s, while it was otherwise", told).isTrue();
        return told;
    }

    @Override
    public void close() {
        client.close();
    }
}
