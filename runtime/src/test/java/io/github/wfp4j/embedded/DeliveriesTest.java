package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwpm.FwpmSessionFlags;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The thread that calls callbacks (8.13, 8.16). */
@Timeout(30)
final class DeliveriesTest {
    private static final int LIMIT = 3;

    private final Deliveries deliveries = new Deliveries(LIMIT, FaultPlan.NONE);
    private final Subscribers<Integer> subscribers = new Subscribers<>();
    private final Session session =
            new Session(Client.session(FwpmSessionFlags.NONE, 0), Caller.ADMINISTRATOR);
    private final BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore allowed = new Semaphore(0);

    @AfterEach
    void stop() {
        allowed.release(1000);
        deliveries.stop();
    }

    private Subscription<Integer> subscribe(Consumer<Integer> callback) {
        Subscription<Integer> subscription =
                new Subscription<>(
                        session,
                        subscribers,
                        deliveries,
                        Client.session(FwpmSessionFlags.NONE, 0),
                        _ -> true,
                        callback);
        subscription.open();
        return subscription;
    }

    private void slowly(int event) {
        begun.release();
        allowed.acquireUninterruptibly();
        told.add(event);
    }

    private void publish(int... events) {
        for (int event : events) {
            subscribers.publish(event, null);
        }
    }

    @Test
    @DisplayName("8.13: what finds its queue full is dropped and counted")
    void dropsWhatIsTooMuch() throws InterruptedException {
        subscribe(this::slowly);
        publish(1);
        begun.acquire();
        publish(2, 3, 4);
        assertThat(deliveries.dropped()).isZero();

        publish(5, 6);
        assertThat(deliveries.dropped()).isEqualTo(2);

        allowed.release(4);
        begun.acquire(3);
        assertThat(List.of(told.take(), told.take(), told.take(), told.take()))
                .containsExactly(1, 2, 3, 4);
        publish(7);
        allowed.release();
        assertThat(told.take()).isEqualTo(7);
        assertThat(deliveries.dropped()).isEqualTo(2);
    }

    @Test
    @DisplayName("8.13: a full queue takes nothing from other subscriptions")
    void dropsForOneOnly() throws InterruptedException {
        BlockingQueue<Integer> others = new LinkedBlockingQueue<>();
        subscribe(this::slowly);
        publish(1);
        begun.acquire();
        publish(2, 3, 4);
        subscribe(others::add);
        publish(5);
        assertThat(deliveries.dropped()).isEqualTo(1);
        allowed.release(4);
        assertThat(others.take()).isEqualTo(5);
    }

    @Test
    @DisplayName("8.17: what waits for a subscription goes with it")
    void forgetsWhatWaits() throws InterruptedException {
        BlockingQueue<Integer> others = new LinkedBlockingQueue<>();
        Subscription<Integer> slow = subscribe(this::slowly);
        subscribe(others::add);
        publish(1);
        begun.acquire();
        publish(2, 3);
        slow.cancel();
        allowed.release(3);
        slow.awaitReturn();
        assertThat(List.of(others.take(), others.take(), others.take())).containsExactly(1, 2, 3);
        assertThat(told).containsExactly(1);
    }

    @Test
    @DisplayName("8.16: the thread begins with the first subscription, and never keeps the JVM")
    void startsThreadWhenNeeded() throws InterruptedException {
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        subscribe(_ -> threads.add(Thread.currentThread()));
        publish(1, 2);
        Thread thread = threads.take();
        assertThat(threads.take()).isEqualTo(thread);
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo(Deliveries.THREAD);
        deliveries.stop();
        thread.join();
    }

    @Test
    @DisplayName("8.16: a notification that fails does not keep the others back")
    void goesOnAfterFailure() throws InterruptedException {
        subscribe(event -> {
            if (event == 1) {
                BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();
                Thread.currentThread().setUncaughtExceptionHandler((_, e) -> failures.add(e));
                throw new IllegalStateException("to be survived");
            }
            told.add(event);
        });
        publish(1, 2);
        assertThat(told.take()).isEqualTo(2);
    }

    @Test
    @DisplayName("Nothing is brought after the stop")
    void bringsNothingAfterStop() {
        subscribe(told::add);
        deliveries.stop();
        publish(1);
        deliveries.start();
        assertThat(told).isEmpty();
    }
}
