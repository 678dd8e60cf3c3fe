package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmNetEventKeywordFlags;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * The network events: the latest are kept, and those who subscribed are told (8.4).
 *
 * <p>They belong to no transaction, so that they have a lock of their own.
 */
final class NetEvents {
    private final InstantSource clock;
    private final EngineSettings settings;
    private final Subscribers<FwpmNetEvent5> subscribers = new Subscribers<>();
    private final Deque<FwpmNetEvent5> kept = new ArrayDeque<>();
    private long bytes;

    NetEvents(InstantSource clock, EngineSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    Subscribers<FwpmNetEvent5> subscribers() {
        return subscribers;
    }

    /**
     * Notes an event, if events of its kind are collected.
     *
     * @param event the event; its time is now, whatever it says
     */
    synchronized void publish(FwpmNetEvent5 event) {
        FwpmNetEventKeywordFlags keywords = NetEventKeywords.of(event);
        boolean wanted =
                keywords.bits() == 0 || (keywords.bits() & settings.keywords().bits()) != 0;
        if (!wanted || !settings.collectsNetEvents()) {
            return;
        }
        FwpmNetEvent5 noted =
                event.withHeader(event.header().withTimeStamp(Filetimes.of(clock.instant())));
        kept.addLast(noted);
        bytes += size(noted);
        while (bytes > EnginePolicy.MAX_NET_EVENT_BYTES) {
            bytes -= size(kept.removeFirst());
        }
        subscribers.publish(noted, null);
    }

    /** Forgets all events, as when the engine starts anew (8.4). */
    synchronized void reset() {
        kept.clear();
        bytes = 0;
    }

    private static long size(FwpmNetEvent5 event) {
        return NetEventVersion.V5.struct().measure(event);
    }

    /**
     * {@return the kept events that a template asks for, the oldest first}
     *
     * @throws EngineFailure if events are not collected, or the template is not valid
     */
    List<FwpmNetEvent5> find(@Nullable FwpmNetEventEnumTemplate0 template) {
        EngineFailure.unless(settings.collectsNetEvents(), ErrorCode.FWP_E_NET_EVENTS_DISABLED);
        Predicate<FwpmNetEvent5> wanted = wanted(template);
        synchronized (this) {
            return new ArrayList<>(kept.stream().filter(wanted).toList());
        }
    }

    /**
     * {@return whether a template asks for an event; none asks for all}
     *
     * @throws EngineFailure if the template is not valid
     */
    static Predicate<FwpmNetEvent5> wanted(@Nullable FwpmNetEventEnumTemplate0 template) {
        if (template == null) {
            return _ -> true;
        }
        long start = Filetimes.steps(template.startTime());
        long end = Filetimes.steps(template.endTime());
        EngineFailure.unless(
                Long.compareUnsigned(start, end) <= 0, ErrorCode.FWP_E_INVALID_INTERVAL);
        NetEventConditions.require(template.filterCondition());
        boolean always = EnginePolicy.NO_TIMES_ARE_ALL_TIMES && end == 0;
        return event ->
                (always || isBetween(start, end, event))
                        && NetEventConditions.match(template.filterCondition(), event);
    }

    private static boolean isBetween(long start, long end, FwpmNetEvent5 event) {
        long time = Filetimes.steps(event.header().timeStamp());
        return Long.compareUnsigned(start, time) <= 0 && Long.compareUnsigned(time, end) <= 0;
    }
}
