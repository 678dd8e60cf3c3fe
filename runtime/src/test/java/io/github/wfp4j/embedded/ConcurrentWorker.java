package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.embedded.ConcurrentEdit.Kind;
import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmSessionFlags;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmSublayer0View;
import io.github.wfp4j.win32.ErrorCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One of many threads that use an engine at the same time.
 *
 * <p>Every transaction keeps two promises, which every reader checks: of the two filters of a pair
 * there are both or none, and the shared filters of static sessions are in sublayers that exist and
 * are not empty.
 */
final class ConcurrentWorker implements Runnable {
    private static final int PAIRS = 40;
    private static final int OWN_FILTERS = 10;

    /** Pairs from here on are of dynamic sessions, and without a sublayer. */
    private static final int DYNAMIC_PAIRS = 1000;

    private final EmbeddedEngine embedded;
    private final ConcurrentLog log;
    private final int number;
    private final long end;
    private final Random random;
    private final Set<Integer> own = new HashSet<>();

    /** What it does, again and again, one at random; a new kind of use is one more line here. */
    private final List<Consumer<Engine>> uses =
            List.of(
                    engine -> changePairs(engine, true),
                    engine -> changePairs(engine, true),
                    engine -> changePairs(engine, false),
                    this::changeAlone,
                    this::changeAlone,
                    this::readPages,
                    this::readTwice,
                    _ -> useDynamicSession(),
                    _ -> ConcurrentWatcher.glance(embedded()));

    /**
     * Creates a worker.
     *
     * @param number which one it is
     * @param end when it stops, by {@link System#nanoTime()}
     */
    ConcurrentWorker(EmbeddedEngine embedded, ConcurrentLog log, int number, long end) {
        this.embedded = embedded;
        this.log = log;
        this.number = number;
        this.end = end;
        this.random = new Random(number);
    }

    private EmbeddedEngine embedded() {
        return embedded;
    }

    @Override
    public void run() {
        boolean patient = number % 4 != 0;
        long timeout = patient ? Client.INFINITE : 1;
        try (Engine engine = embedded.open(Client.session(FwpmSessionFlags.NONE, timeout))) {
            while (System.nanoTime() < end) {
                try {
                    uses.get(random.nextInt(uses.size())).accept(engine);
                } catch (WfpException e) {
                    if (patient || !isTimeout(e)) {
                        throw e;
                    }
                }
            }
        }
    }

    private static boolean isTimeout(WfpException e) {
        return e.error().stream().anyMatch(ErrorCode.FWP_E_TIMEOUT::equals);
    }

    private void changePairs(Engine engine, boolean commit) {
        List<ConcurrentEdit> edits = new ArrayList<>();
        List<ErrorCode> answers = new ArrayList<>();
        long place;
        try (Transaction transaction = engine.begin()) {
            place = log.nextOrder();
            for (int i = random.nextInt(4); i >= 0; i--) {
                changePair(engine, random.nextInt(PAIRS), edits, answers);
            }
            if (random.nextInt(8) == 0) {
                requireSublayers(engine);
            }
            if (!commit) {
                return;
            }
            transaction.commit();
        }
        log.note(place, edits, answers);
    }

    /** Adds a pair and its sublayer; if they are there, deletes them. */
    private static void changePair(
            Engine engine, int pair, List<ConcurrentEdit> edits, List<ErrorCode> answers) {
        Consumer<Kind> make =
                kind -> {
                    ConcurrentEdit edit = new ConcurrentEdit(kind, pair);
                    edits.add(edit);
                    answers.add(edit.make(engine));
                };
        make.accept(Kind.ADD_SUBLAYER);
        if (answers.getLast() == ErrorCode.ERROR_SUCCESS) {
            make.accept(Kind.ADD_FIRST);
            make.accept(Kind.ADD_SECOND);
        } else {
            assertThat(answers.getLast()).isEqualTo(ErrorCode.FWP_E_ALREADY_EXISTS);
            make.accept(Kind.DELETE_FIRST);
            make.accept(Kind.DELETE_SUBLAYER);
            assertThat(answers.getLast()).isEqualTo(ErrorCode.FWP_E_IN_USE);
            make.accept(Kind.DELETE_SECOND);
            make.accept(Kind.DELETE_SUBLAYER);
        }
        assertThat(answers.getLast()).isEqualTo(ErrorCode.ERROR_SUCCESS);
    }

    /** Changes what only this thread knows, without a transaction. */
    private void changeAlone(Engine engine) {
        int filter = number * OWN_FILTERS + random.nextInt(OWN_FILTERS);
        boolean there = own.contains(filter);
        ConcurrentEdit edit = new ConcurrentEdit(there ? Kind.DELETE_OWN : Kind.ADD_OWN, filter);
        ErrorCode answer = edit.make(engine);
        if (answer == ErrorCode.FWP_E_TIMEOUT) {
            return;
        }
        assertThat(answer).as("%s", edit).isEqualTo(ErrorCode.ERROR_SUCCESS);
        boolean changed = there ? own.remove(filter) : own.add(filter);
        assertThat(changed).isTrue();
        log.note(log.nextOrder(), List.of(edit), List.of(answer));
    }

    /** Reads a snapshot in many calls, between which others make changes. */
    private void readPages(Engine engine) {
        Set<Guid> keys = new HashSet<>();
        long last = 0;
        try (Cursor<FwpmFilter0View> filters = engine.filters().pageSize(1 + random.nextInt(50))) {
            while (filters.next()) {
                FwpmFilter0 filter = filters.current().toRecord();
                assertThat(filter.filterId()).isGreaterThan(last);
                last = filter.filterId();
                keys.add(filter.filterKey().guid());
            }
        }
        requirePairs(keys);
        // Nobody else changes these.
        assertThat(keys.stream().filter(this::isOwn).count()).isEqualTo(own.size());
    }

    private boolean isOwn(Guid key) {
        return key.high() == ConcurrentEdit.OWN && key.low() / OWN_FILTERS == number;
    }

    private static void requirePairs(Set<Guid> keys) {
        for (Guid key : keys) {
            if (key.high() == ConcurrentEdit.SHARED) {
                assertThat(keys).contains(new Guid(key.low() ^ 1, key.high()));
            }
        }
    }

    /** Reads in a transaction, so that nothing changes meanwhile. */
    private void readTwice(Engine engine) {
        try (Transaction transaction = engine.begin(true)) {
            ConcurrentLog.State before = ConcurrentLog.State.of(engine);
            requireSublayers(engine);
            assertThat(ConcurrentLog.State.of(engine)).isEqualTo(before);
            transaction.commit();
        }
    }

    private static void requireSublayers(Engine engine) {
        Set<Guid> used = new HashSet<>();
        for (FwpmFilter0 filter : engine.filters().toList(FwpmFilter0View::toRecord)) {
            used.add(filter.subLayerKey().guid());
        }
        Set<Guid> there = new HashSet<>();
        engine.sublayers()
                .toList(FwpmSublayer0View::toRecord)
                .forEach(sublayer -> there.add(sublayer.subLayerKey().guid()));
        used.removeIf(key -> key.high() != ConcurrentEdit.SHARED);
        there.removeIf(key -> key.high() != ConcurrentEdit.SHARED);
        assertThat(there).isEqualTo(used);
    }

    /** Adds pairs that vanish with their session, at once. */
    private void useDynamicSession() {
        try (Engine engine =
                embedded.open(Client.session(FwpmSessionFlags.DYNAMIC, Client.INFINITE))) {
            for (int i = random.nextInt(3); i >= 0; i--) {
                int pair = DYNAMIC_PAIRS + number * PAIRS + i;
                try (Transaction transaction = engine.begin()) {
                    engine.add(ConcurrentEdit.half(pair, 0));
                    engine.add(ConcurrentEdit.half(pair, 1));
                    transaction.commit();
                }
            }
            readPages(engine);
        }
    }
}
