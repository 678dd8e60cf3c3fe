package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.DecodingException;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.ViewList;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

final class CursorTest {
    private final FakeFunctions functions = new FakeFunctions();
    private final Engine engine = Engine.open(functions, Sessions.named("test"));

    @AfterEach
    void everyPageWasFreed() {
        assertThat(functions.allocated()).isZero();
    }

    @Test
    void visitsEveryObjectInOrder() {
        addFilters(5);
        List<Integer> ports = new ArrayList<>();
        try (Cursor<FwpmFilter0View> cursor = engine.filters().pageSize(2)) {
            while (cursor.next()) {
                ports.add((int) cursor.current().rawContext());
            }
        }
        assertThat(ports).containsExactly(0, 1, 2, 3, 4);
        assertThat(functions.frees).isEqualTo(3);
    }

    @Test
    void visitsEveryObjectPageByPage() {
        addFilters(5);
        List<List<Integer>> ports = new ArrayList<>();
        try (Cursor<FwpmFilter0View> cursor = engine.filters().pageSize(2)) {
            while (cursor.nextPage()) {
                List<Integer> page = new ArrayList<>();
                for (FwpmFilter0View filter : cursor.page()) {
                    page.add((int) filter.rawContext());
                }
                assertThat(cursor.page().get(page.size() - 1).rawContext())
                        .isEqualTo((long) page.getLast());
                ports.add(page);
            }
        }
        assertThat(ports).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
        assertThat(functions.frees).isEqualTo(3);
    }

    @Test
    void standsOnTheFirstObjectOfAPage() {
        addFilters(5);
        try (Cursor<FwpmFilter0View> cursor = engine.filters().pageSize(3)) {
            cursor.nextPage();
            assertThat(cursor.current().rawContext()).isZero();
            cursor.nextPage();
            assertThat(cursor.current().rawContext()).isEqualTo(3);
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.current().rawContext()).isEqualTo(4);
            assertThat(cursor.next()).isFalse();
            assertThat(cursor.nextPage()).isFalse();
        }
    }

    @Test
    void refusesToReadAPageThatItLeft() {
        addFilters(3);
        ViewList<FwpmFilter0View> first;
        ViewList<FwpmFilter0View> second;
        try (Cursor<FwpmFilter0View> cursor = engine.filters().pageSize(2)) {
            assertThatIllegalStateException().isThrownBy(cursor::page);
            cursor.nextPage();
            first = cursor.page();
            cursor.nextPage();
            second = cursor.page();
            assertLate(first);
            assertThat(second.get(0).rawContext()).isEqualTo(2);
        }
        assertLate(second);
    }

    private static void assertLate(ViewList<FwpmFilter0View> page) {
        Iterator<FwpmFilter0View> walk = page.iterator();
        assertThatIllegalStateException().isThrownBy(walk::next).withMessage("page already closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> page.get(0))
                .withMessage("page already closed");
        assertThat(page.isEmpty()).isFalse();
    }

    @Test
    void believesNoCountBeyondWhatItAskedFor() {
        addFilters(2);
        for (int invented : new int[] {1, 1 << 24, Integer.MAX_VALUE, Integer.MIN_VALUE, -3}) {
            functions.invented = invented;
            int freesBefore = functions.frees;
            try (Cursor<FwpmFilter0View> cursor = engine.filters().pageSize(2)) {
                assertThatExceptionOfType(DecodingException.class)
                        .isThrownBy(cursor::next)
                        .withMessage(
                                "FwpmFilterEnum0: returned %s entries, more than the 2 that were"
                                        + " asked for",
                                Integer.toUnsignedString(2 + invented));
                assertThat(functions.frees).isEqualTo(freesBefore + 1);
                assertThatIllegalStateException().isThrownBy(cursor::current);
            }
            assertThat(functions.frees).isEqualTo(freesBefore + 1);
        }
    }

    @Test
    void hasNothingBesideItsPage() {
        addFilters(2);
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            cursor.nextPage();
            ViewList<FwpmFilter0View> page = cursor.page();
            assertThat(page).hasSize(2);
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> page.get(2));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> page.get(-1));
            Iterator<FwpmFilter0View> walk = page.iterator();
            walk.next();
            walk.next();
            assertThat(walk.hasNext()).isFalse();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(walk::next);
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(page::removeFirst);
        }
    }

    @Test
    void asksNoMoreAfterAPageThatIsNotFull() {
        addFilters(3);
        assertThat(engine.filters().pageSize(2).toList(FwpmFilter0View::toRecord)).hasSize(3);
        assertThat(functions.calls).filteredOn("FwpmFilterEnum0"::equals).hasSize(2);
    }

    @Test
    void findsTheEndBehindAFullPage() {
        addFilters(4);
        assertThat(engine.filters().pageSize(2).toList(FwpmFilter0View::toRecord)).hasSize(4);
        assertThat(functions.calls).filteredOn("FwpmFilterEnum0"::equals).hasSize(3);
    }

    @Test
    void streamsRecordsAndFetchesThemMeanwhile() {
        addFilters(5);
        try (Stream<FwpmFilter0> filters =
                engine.filters().pageSize(2).stream(FwpmFilter0View::toRecord)) {
            assertThat(filters.filter(it -> it.context() != null).findFirst()).isPresent();
            assertThat(functions.calls).filteredOn("FwpmFilterEnum0"::equals).hasSize(1);
            assertThat(functions.calls).doesNotContain("FwpmFilterDestroyEnumHandle0");
        }
        assertThat(functions.calls).contains("FwpmFilterDestroyEnumHandle0");
    }

    @Test
    void closesWhenAStreamWasReadToItsEnd() {
        addFilters(5);
        Stream<Integer> ports = engine.filters().pageSize(2).stream(it -> (int) it.rawContext());
        assertThat(ports.toList()).containsExactly(0, 1, 2, 3, 4);
        assertThat(functions.calls).contains("FwpmFilterDestroyEnumHandle0");
    }

    @Test
    void streamsNothingOnceClosed() {
        Cursor<FwpmFilter0View> cursor = engine.filters();
        cursor.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> cursor.stream(FwpmFilter0View::toRecord))
                .withMessage("cursor already closed");
    }

    @Test
    void findsNothingInAnEmptyEngine() {
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            assertThat(cursor.next()).isFalse();
            assertThat(cursor.next()).isFalse();
        }
        assertThat(functions.calls).filteredOn("FwpmFilterEnum0"::equals).hasSize(1);
    }

    @Test
    void copiesRecordsThatOutliveIt() {
        addFilters(2);
        List<FwpmFilter0> added = List.copyOf(functions.filters);
        assertThat(engine.filters().toList(FwpmFilter0View::toRecord)).isEqualTo(added);
        assertThat(functions.calls).endsWith("FwpmFilterDestroyEnumHandle0");
    }

    @Test
    void keepsAViewWhileItStaysOnThePage() {
        addFilters(2);
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            cursor.next();
            FwpmFilter0View first = cursor.current();
            cursor.next();
            assertThat(first.rawContext()).isZero();
        }
    }

    @Test
    void refusesToReadAViewAfterItLeftThePage() {
        addFilters(2);
        try (Cursor<FwpmFilter0View> cursor = engine.filters().pageSize(1)) {
            cursor.next();
            FwpmFilter0View first = cursor.current();
            cursor.next();
            assertThatIllegalStateException().isThrownBy(first::rawContext);
            assertThatIllegalStateException().isThrownBy(first::action);
            assertThatIllegalStateException().isThrownBy(first::toRecord);
            assertThat(cursor.current().rawContext()).isEqualTo(1);
        }
    }

    @Test
    void refusesToReadAViewAfterTheEnd() {
        addFilters(1);
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            cursor.next();
            FwpmFilter0View last = cursor.current();
            cursor.next();
            assertThatIllegalStateException().isThrownBy(last::rawContext);
        }
    }

    @Test
    void refusesToReadAViewAfterItWasClosed() {
        addFilters(1);
        FwpmFilter0View late;
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            cursor.next();
            late = cursor.current();
        }
        assertThatIllegalStateException().isThrownBy(late::layerKey);
        assertThatIllegalStateException().isThrownBy(late::displayData);
    }

    @Test
    void saysWhereItStandsWhenItStandsOnNothing() {
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            assertThatIllegalStateException()
                    .isThrownBy(cursor::current)
                    .withMessage("cursor is before the first object: call next()");
            cursor.next();
            assertThatIllegalStateException()
                    .isThrownBy(cursor::current)
                    .withMessage("cursor is behind the last object");
        }
    }

    @Test
    void isOfNoUseOnceClosed() {
        Cursor<FwpmFilter0View> cursor = engine.filters();
        cursor.close();
        assertThatIllegalStateException()
                .isThrownBy(cursor::next)
                .withMessage("cursor already closed");
        assertThatIllegalStateException().isThrownBy(cursor::current);
        assertThatIllegalStateException().isThrownBy(() -> cursor.pageSize(1));
    }

    @Test
    void destroysItsHandleOnce() {
        Cursor<FwpmFilter0View> cursor = engine.filters();
        cursor.close();
        cursor.close();
        assertThat(functions.calls).filteredOn("FwpmFilterDestroyEnumHandle0"::equals).hasSize(1);
    }

    @Test
    void freesItsPageButNotItsHandleAfterTheEngineWasClosed() {
        addFilters(1);
        Cursor<FwpmFilter0View> cursor = engine.filters();
        cursor.next();
        engine.close();
        assertThatIllegalStateException()
                .isThrownBy(cursor::next)
                .withMessage("engine already closed");
        cursor.close();
        assertThat(functions.calls).doesNotContain("FwpmFilterDestroyEnumHandle0");
    }

    @Test
    void freesItsPageEvenIfTheHandleCannotBeDestroyed() {
        addFilters(1);
        functions.fail("FwpmFilterDestroyEnumHandle0", ErrorCode.FWP_E_SESSION_ABORTED);
        Cursor<FwpmFilter0View> cursor = engine.filters();
        cursor.next();
        assertThatExceptionOfType(WfpException.class).isThrownBy(cursor::close);
        assertThat(functions.frees).isEqualTo(1);
    }

    @Test
    void tellsWhenTheEngineCannotGiveMore() {
        addFilters(1);
        functions.fail("FwpmFilterEnum0", ErrorCode.FWP_E_SESSION_ABORTED);
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            assertThatExceptionOfType(WfpException.class)
                    .isThrownBy(cursor::next)
                    .withMessageStartingWith("FwpmFilterEnum0: FWP_E_SESSION_ABORTED (0x80320010)");
        }
        assertThat(functions.frees).isZero();
    }

    @Test
    void takesAPageSizeBeforeItMoves() {
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cursor.pageSize(0))
                    .withMessage("pageSize must be at least 1: 0");
            cursor.next();
            assertThatIllegalStateException().isThrownBy(() -> cursor.pageSize(1));
        }
    }

    @Test
    void belongsToTheThreadThatOpenedIt() {
        addFilters(1);
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            cursor.next();
            FwpmFilter0View view = cursor.current();
            assertThatWrongThread(cursor::next);
            assertThatWrongThread(cursor::current);
            assertThatWrongThread(cursor::close);
            assertThatWrongThread(view::rawContext);
            assertThat(view.rawContext()).isZero();
        }
    }

    @Test
    void freesAPageWhoseArrayIsMissing() {
        addFilters(1);
        functions.loseEntries = true;
        try (Cursor<FwpmFilter0View> cursor = engine.filters()) {
            assertThatExceptionOfType(DecodingException.class).isThrownBy(cursor::next);
        }
    }

    private static void assertThatWrongThread(Runnable action) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> CompletableFuture.runAsync(action).join())
                .withCauseInstanceOf(WrongThreadException.class);
    }

    private void addFilters(int count) {
        for (int i = 0; i < count; i++) {
            functions.filters.add(
                    Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4, Conditions.remotePort(i))
                            .withContext(new FwpmFilter0.Context.RawContext(i)));
        }
    }
}
