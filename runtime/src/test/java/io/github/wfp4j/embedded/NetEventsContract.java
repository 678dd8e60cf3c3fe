package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.NetEventSamples.IN;
import static io.github.wfp4j.embedded.NetEventSamples.OUT;
import static io.github.wfp4j.embedded.NetEventSamples.drop;
import static io.github.wfp4j.embedded.NetEventSamples.event;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.explain.Packet;
import io.github.wfp4j.explain.Verdict;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmNetEvent0;
import io.github.wfp4j.fwpm.FwpmNetEvent1;
import io.github.wfp4j.fwpm.FwpmNetEvent2;
import io.github.wfp4j.fwpm.FwpmNetEvent4;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmNetEventFlags;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3;
import io.github.wfp4j.fwpm.FwpmNetEventKeywordFlags;
import io.github.wfp4j.fwpm.FwpmNetEventSubscription0;
import io.github.wfp4j.fwpm.FwpmNetEventType;
import io.github.wfp4j.internal.abi.NetEventFunctions;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.ErrorCode;
import io.github.wfp4j.win32.Filetime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Network events (8.4). */
@Timeout(30)
abstract class NetEventsContract {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Filetime NEVER = new Filetime(0, 0);
    private static final Filetime ALWAYS = new Filetime(0xFFFF_FFFFL, 0xFFFF_FFFFL);
    private static final int COLLECT = 0;
    private static final int KEYWORDS = 1;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final TestEngine engine;
    private final Client client;

    NetEventsContract(Way way) {
        engine = way.create(EmbeddedEngineOptions.DEFAULT.withClock(now::get));
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.closeHandle();
        engine.close();
        client.arena.close();
    }

    private NetEventFunctions functions() {
        return engine.functions().netEvent();
    }

    private void publish(FwpmNetEvent5... events) {
        for (FwpmNetEvent5 event : events) {
            engine.internals().publish(event);
        }
    }

    private MemorySegment out() {
        return client.arena.allocate(ADDRESS);
    }

    private int create(@Nullable FwpmNetEventEnumTemplate0 template, MemorySegment out) {
        MemorySegment encoded =
                template == null ? NULL : client.encode(template, NetEventCalls.TEMPLATE);
        return functions().FwpmNetEventCreateEnumHandle0(client.handle, encoded, out);
    }

    private <T extends Record> List<T> all(
            @Nullable FwpmNetEventEnumTemplate0 template, NetEventVersion<T> version) {
        MemorySegment out = out();
        assertOk(create(template, out));
        MemorySegment enumeration = out.get(ADDRESS, 0);
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(next(enumeration, entries, count, version));
        assertOk(functions().FwpmNetEventDestroyEnumHandle0(client.handle, enumeration));
        return count.get(JAVA_INT, 0) == 0
                ? List.of()
                : client.takePage(entries, count, version.struct());
    }

    private int next(
            MemorySegment enumeration,
            MemorySegment entries,
            MemorySegment count,
            NetEventVersion<?> version) {
        MemorySegment handle = client.handle;
        return switch (version.struct().name()) {
            case "FWPM_NET_EVENT0" ->
                    functions().FwpmNetEventEnum0(handle, enumeration, -1, entries, count);
            case "FWPM_NET_EVENT1" ->
                    functions().FwpmNetEventEnum1(handle, enumeration, -1, entries, count);
            case "FWPM_NET_EVENT2" ->
                    functions().FwpmNetEventEnum2(handle, enumeration, -1, entries, count);
            case "FWPM_NET_EVENT3" ->
                    functions().FwpmNetEventEnum3(handle, enumeration, -1, entries, count);
            case "FWPM_NET_EVENT4" ->
                    functions().FwpmNetEventEnum4(handle, enumeration, -1, entries, count);
            default -> functions().FwpmNetEventEnum5(handle, enumeration, -1, entries, count);
        };
    }

    private List<FwpmNetEvent5> all() {
        return all(null, NetEventVersion.V5);
    }

    private static FwpmNetEventEnumTemplate0 template(FwpmFilterCondition0... conditions) {
        return new FwpmNetEventEnumTemplate0(NEVER, ALWAYS, List.of(conditions));
    }

    private void set(int option, long value) {
        assertOk(
                engine.functions()
                        .engine()
                        .FwpmEngineSetOption0(
                                client.handle,
                                option,
                                client.encode(
                                        new FwpValue0.Uint32(value), EngineCalls.ENGINE_VALUE)));
    }

    @Test
    @DisplayName("8.4-ring: events are kept in their order, with the time at which they happened")
    void keepsEvents() {
        publish(drop(OUT));
        now.set(START.plusSeconds(1));
        publish(event(NetEventSamples.kernelDrop()));

        List<FwpmNetEvent5> events = all();

        assertThat(events)
                .extracting(FwpmNetEvent5::type)
                .containsExactly(
                        FwpmNetEventType.CLASSIFY_DROP, FwpmNetEventType.IPSEC_KERNEL_DROP);
        assertThat(events)
                .extracting(it -> it.header().timeStamp())
                .containsExactly(Filetimes.of(START), Filetimes.of(START.plusSeconds(1)));
        assertThat(events.getFirst().event()).isEqualTo(drop(OUT).event());
    }

    @Test
    @DisplayName("8.4-ring: times are steps of 100 nanoseconds since 1601")
    void countsTime() {
        // The start of Unix time, a well-known number.
        now.set(Instant.EPOCH.plusNanos(700));
        publish(drop(OUT));
        Filetime time = all().getFirst().header().timeStamp();
        assertThat(time.dwHighDateTime() << 32 | time.dwLowDateTime())
                .isEqualTo(116_444_736_000_000_007L);
    }

    @Test
    @DisplayName("8.4-ring: about 128 KB of events are kept, and the oldest go first")
    void forgetsOldest() {
        long size = NetEventVersion.V5.struct().measure(drop(OUT));
        int fitting = (int) (128 * 1024 / size);
        for (int i = 0; i < fitting + 10; i++) {
            publish(NetEventSamples.withPort(drop(OUT), i));
        }
        List<FwpmNetEvent5> events = all();
        assertThat(events).hasSize(fitting);
        assertThat(events.getFirst().header().localPort()).isEqualTo(10);
        assertThat(events.getLast().header().localPort()).isEqualTo(fitting + 9);
    }

    @Test
    @DisplayName("5.1, 8.4-ring: an enumeration shows what was kept when it began")
    void enumeratesSnapshot() {
        publish(drop(OUT));
        MemorySegment out = out();
        assertOk(create(null, out));
        publish(drop(OUT));
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(next(out.get(ADDRESS, 0), entries, count, NetEventVersion.V5));
        assertThat(client.takePage(entries, count, NetEventVersion.V5.struct())).hasSize(1);
    }

    @Test
    @DisplayName("8.4-disabled: without collection nothing is kept, and there is no enumeration")
    void collectsIfAsked() {
        set(COLLECT, 0);
        publish(drop(OUT));
        assertError(create(null, out()), ErrorCode.FWP_E_NET_EVENTS_DISABLED);
        set(COLLECT, 1);
        assertThat(all()).isEmpty();
    }

    @Test
    @DisplayName("2-in-transaction: an enumeration does not begin inside a transaction")
    void refusesTransaction() {
        assertOk(client.beginReadOnly());
        assertError(create(null, out()), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertOk(client.abort());
        assertOk(client.begin());
        assertError(create(null, out()), ErrorCode.FWP_E_TXN_IN_PROGRESS);
    }

    @ParameterizedTest
    @CsvSource({
        // inbound, local address, keywords that are needed
        "true,  0x0A000001, 0",
        "true,  0xE0000001, 1",
        "true,  0xEFFFFFFF, 1",
        "true,  0xF0000000, 0",
        "true,  0xFFFFFFFF, 2",
        "false, 0xE0000001, 0",
        "false, 0xFFFFFFFF, 0",
    })
    @DisplayName("8.4-keywords: multicasts and broadcasts that come in need their keyword")
    void needsKeywordForAddress(boolean inbound, String address, int keyword) {
        FwpmNetEvent5 event =
                NetEventSamples.withLocalAddress(drop(inbound ? IN : OUT), Long.decode(address));
        assertNeeds(event, keyword);
    }

    @Test
    @DisplayName("8.4-keywords: IPv6 multicasts that come in need their keyword")
    void needsKeywordForAddress6() {
        byte[] address = new byte[16];
        address[0] = (byte) 0xFF;
        assertNeeds(NetEventSamples.withLocalAddress(drop(IN), Bytes.of(address)), 1);
        assertNeeds(NetEventSamples.withLocalAddress(drop(OUT), Bytes.of(address)), 0);
        address[0] = (byte) 0xFE;
        assertNeeds(NetEventSamples.withLocalAddress(drop(IN), Bytes.of(address)), 0);
    }

    @Test
    @DisplayName("8.4-keywords: capability and allow events need their keyword")
    void needsKeywordForType() {
        assertNeeds(event(NetEventSamples.capabilityDrop()), 4);
        assertNeeds(event(NetEventSamples.capabilityAllow()), 8);
        assertNeeds(event(NetEventSamples.allow()), 0x10);
        assertNeeds(event(NetEventSamples.kernelDrop()), 0);
    }

    /** Checks that an event is kept if a keyword is set, and only then, unless it is 0. */
    private void assertNeeds(FwpmNetEvent5 event, int keyword) {
        engine.internals();
        int before = all().size();
        set(KEYWORDS, 0x3F & ~keyword);
        publish(event);
        assertThat(all()).hasSize(keyword == 0 ? before + 1 : before);
        set(KEYWORDS, keyword);
        publish(event);
        assertThat(all()).hasSize(keyword == 0 ? before + 2 : before + 1);
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 2", "2, 6", "3, 6", "4, 6", "5, 7"})
    @DisplayName("8.4-types: a version shows the types of events that it knows")
    void showsKnownTypes(int version, int expected) {
        set(KEYWORDS, 0x3F);
        publish(
                drop(OUT),
                event(NetEventSamples.kernelDrop()),
                event(NetEventSamples.allow()),
                event(NetEventSamples.capabilityDrop()),
                event(NetEventSamples.capabilityAllow()),
                event(NetEventSamples.dropMac()),
                event(NetEventSamples.packetArrival()));
        assertThat(all(null, version(version))).hasSize(expected);
    }

    private static NetEventVersion<?> version(int number) {
        return switch (number) {
            case 0 -> NetEventVersion.V0;
            case 1 -> NetEventVersion.V1;
            case 2 -> NetEventVersion.V2;
            case 3 -> NetEventVersion.V3;
            case 4 -> NetEventVersion.V4;
            default -> NetEventVersion.V5;
        };
    }

    @Test
    @DisplayName(
            "8.4-types, 8.4-header, 8.4-drop: a version shows of an event what it has members for,"
                    + " and flags no more")
    void showsKnownMembers() {
        FwpmNetEvent5 sent = NetEventSamples.withEverything(drop(IN));
        publish(sent);

        FwpmNetEvent0 oldest = all(null, NetEventVersion.V0).getFirst();
        assertThat(oldest.header().flags()).isEqualTo(new FwpmNetEventFlags(0x1FF));
        assertThat(oldest.header().localPort()).isEqualTo(sent.header().localPort());
        assertThat(oldest.header().appId()).isEqualTo(sent.header().appId());
        assertThat(oldest.event())
                .isInstanceOfSatisfying(
                        FwpmNetEvent0.Event.ClassifyDrop.class,
                        it -> assertThat(it.classifyDrop().filterId()).isEqualTo(77));

        FwpmNetEvent1 second = all(null, NetEventVersion.V1).getFirst();
        assertThat(second.header().flags()).isEqualTo(new FwpmNetEventFlags(0x3FF));
        assertThat(second.event())
                .isInstanceOfSatisfying(
                        FwpmNetEvent1.Event.ClassifyDrop.class,
                        it -> assertThat(it.classifyDrop().msFwpDirection()).isEqualTo(IN));

        FwpmNetEvent2 third = all(null, NetEventVersion.V2).getFirst();
        assertThat(third.header().flags()).isEqualTo(new FwpmNetEventFlags(0x7FF));
        assertThat(third.header().packageSid()).isEqualTo(sent.header().packageSid());

        FwpmNetEvent4 fifth = all(null, NetEventVersion.V4).getFirst();
        assertThat(fifth.header()).isEqualTo(sent.header().withTimeStamp(Filetimes.of(START)));
    }

    @Test
    @DisplayName("8.4-template: a template asks for a time, both ends included")
    void findsByTime() {
        publish(NetEventSamples.withPort(drop(OUT), 1));
        now.set(START.plusSeconds(1));
        publish(NetEventSamples.withPort(drop(OUT), 2));
        now.set(START.plusSeconds(2));
        publish(NetEventSamples.withPort(drop(OUT), 3));

        assertThat(ports(between(START, START.plusSeconds(1)))).containsExactly(1, 2);
        assertThat(ports(between(START.plusSeconds(2), START.plusSeconds(2)))).containsExactly(3);
        assertThat(ports(between(START.plusSeconds(3), START.plusSeconds(4)))).isEmpty();
        assertThat(ports(new FwpmNetEventEnumTemplate0(NEVER, NEVER, List.of()))).hasSize(3);
    }

    private static FwpmNetEventEnumTemplate0 between(Instant start, Instant end) {
        return new FwpmNetEventEnumTemplate0(Filetimes.of(start), Filetimes.of(end), List.of());
    }

    private List<Integer> ports(FwpmNetEventEnumTemplate0 template) {
        return all(template, NetEventVersion.V5).stream()
                .map(it -> it.header().localPort())
                .toList();
    }

    @Test
    @DisplayName("8.4-template: a time must not end before it starts")
    void refusesReversedTime() {
        assertError(
                create(between(START.plusSeconds(1), START), out()),
                ErrorCode.FWP_E_INVALID_INTERVAL);
    }

    private static FwpmFilterCondition0 condition(
            ConditionKey field, FwpMatchType match, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, match, value);
    }

    private static FwpmFilterCondition0 is(ConditionKey field, FwpConditionValue0 value) {
        return condition(field, FwpMatchType.EQUAL, value);
    }

    @Test
    @DisplayName("8.4-template: a field appears once in a template")
    void refusesDuplicates() {
        FwpmFilterCondition0 port =
                is(FwpmConditions.IP_LOCAL_PORT, new FwpConditionValue0.Uint16(1));
        assertError(create(template(port, port), out()), ErrorCode.FWP_E_DUPLICATE_CONDITION);
    }

    @Test
    @DisplayName(
            "8.4-template: conditions are on fields that events have, with values of their types")
    void refusesImpossibleConditions() {
        assertError(
                create(
                        template(
                                is(
                                        FwpmConditions.IP_LOCAL_INTERFACE,
                                        new FwpConditionValue0.Uint64(1))),
                        out()),
                ErrorCode.FWP_E_CONDITION_NOT_FOUND);
        assertError(
                create(
                        template(is(FwpmConditions.IP_LOCAL_PORT, new FwpConditionValue0.Uint8(1))),
                        out()),
                ErrorCode.FWP_E_TYPE_MISMATCH);
        assertError(
                create(
                        template(
                                condition(
                                        FwpmConditions.ALE_USER_ID,
                                        FwpMatchType.GREATER,
                                        new FwpConditionValue0.Sid(Sid.of("S-1-5-18")))),
                        out()),
                ErrorCode.FWP_E_MATCH_TYPE_MISMATCH);
    }

    @Test
    @DisplayName(
            "8.4-template: conditions are all to be met, on every field that a template can name")
    void findsByConditions() {
        FwpmNetEvent5 full = NetEventSamples.withEverything(drop(IN));
        publish(drop(OUT), full);

        assertFindsFull(is(FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(6)));
        assertFindsFull(
                is(FwpmConditions.IP_LOCAL_ADDRESS, new FwpConditionValue0.Uint32(0x0A000001)),
                is(
                        FwpmConditions.IP_REMOTE_ADDRESS,
                        new FwpConditionValue0.V4AddrMask(
                                new FwpV4AddrAndMask(0x0A000000, 0xFF000000L))));
        assertFindsFull(
                condition(
                        FwpmConditions.IP_LOCAL_PORT,
                        FwpMatchType.RANGE,
                        new FwpConditionValue0.Range(
                                new FwpRange0(
                                        new FwpValue0.Uint16(400), new FwpValue0.Uint16(443)))),
                condition(
                        FwpmConditions.IP_REMOTE_PORT,
                        FwpMatchType.GREATER,
                        new FwpConditionValue0.Uint16(50000)));
        assertFindsFull(
                is(FwpmConditions.ALE_USER_ID, new FwpConditionValue0.Sid(Sid.of("S-1-5-18"))));
        assertFindsFull(
                condition(
                        FwpmConditions.ALE_APP_ID,
                        FwpMatchType.PREFIX,
                        new FwpConditionValue0.ByteBlob(new FwpByteBlob(Bytes.of((byte) 'a')))),
                is(
                        FwpmConditions.NET_EVENT_TYPE,
                        new FwpConditionValue0.Uint32(FwpmNetEventType.CLASSIFY_DROP.value())));

        assertThat(
                        all(
                                template(
                                        is(
                                                FwpmConditions.IP_PROTOCOL,
                                                new FwpConditionValue0.Uint8(6)),
                                        is(
                                                FwpmConditions.IP_LOCAL_PORT,
                                                new FwpConditionValue0.Uint16(444))),
                                NetEventVersion.V5))
                .isEmpty();
    }

    private void assertFindsFull(FwpmFilterCondition0... conditions) {
        assertThat(all(template(conditions), NetEventVersion.V5))
                .extracting(it -> it.header().remotePort())
                .containsExactly(50001);
    }

    private int subscribe(
            int version,
            @Nullable FwpmNetEventEnumTemplate0 template,
            Listener<?> listener,
            MemorySegment out) {
        MemorySegment request =
                client.encode(
                        new FwpmNetEventSubscription0(template, SessionKey.ZERO),
                        NetEventCalls.SUBSCRIPTION);
        MemorySegment function = listener.function();
        MemorySegment handle = client.handle;
        return switch (version) {
            case 1 -> functions().FwpmNetEventSubscribe0(handle, request, function, NULL, out);
            case 2 -> functions().FwpmNetEventSubscribe1(handle, request, function, NULL, out);
            case 3 -> functions().FwpmNetEventSubscribe2(handle, request, function, NULL, out);
            case 4 -> functions().FwpmNetEventSubscribe3(handle, request, function, NULL, out);
            default -> functions().FwpmNetEventSubscribe4(handle, request, function, NULL, out);
        };
    }

    private <T extends Record> Listener<T> listener(NetEventVersion<T> version) {
        return Listener.of(client.arena, version.struct()::decode, _ -> {});
    }

    @Test
    @DisplayName("8.4-classifier, 8.4-drop: who asks about a packet that is blocked makes an event")
    void tellsOfWhatItClassified() {
        long filter =
                client.addOk(
                        Samples.block()
                                .withLayerKey(FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4)
                                .withFilterCondition(List.of(Conditions.localPort(23))));
        Packet telnet = Packet.tcp().inbound().from("10.0.0.7:50000").to("10.0.0.5:23");

        assertThat(engine.internals().classify(telnet).verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(engine.internals().classify(telnet.to("10.0.0.5:22")).verdict())
                .isEqualTo(Verdict.CLEAR);

        FwpmNetEvent5 event = all().getFirst();
        assertThat(all()).hasSize(1);
        assertThat(event.header().localPort()).isEqualTo(23);
        assertThat(event.header().remoteAddr())
                .isEqualTo(new FwpmNetEventHeader3.RemoteAddr.V4(0x0A00_0007));
        assertThat(event.event())
                .isInstanceOfSatisfying(
                        FwpmNetEvent5.Event.ClassifyDrop.class,
                        drop -> {
                            assertThat(drop.classifyDrop().filterId()).isEqualTo(filter);
                            assertThat(drop.classifyDrop().layerId()).isEqualTo(44);
                            assertThat(drop.classifyDrop().msFwpDirection()).isEqualTo(IN);
                        });
    }

    @Test
    @DisplayName("8.4-classifier, 8.4-keywords: one that passes makes one with the keyword for it")
    void tellsOfWhatPassed() {
        Packet packet = Packet.tcp().from("[fd00::5]:50000").to("[fd00::7]:443");
        engine.internals().classify(packet);
        assertThat(all()).isEmpty();

        set(KEYWORDS, FwpmNetEventKeywordFlags.CLASSIFY_ALLOW.bits());
        engine.internals().classify(packet);

        assertThat(all())
                .singleElement()
                .extracting(FwpmNetEvent5::event)
                .isInstanceOf(FwpmNetEvent5.Event.ClassifyAllow.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("8.4-types: who subscribes is told of events in the version that he asked for")
    void tellsOfEvents(int number) {
        NetEventVersion<?> version = version(number);
        Listener<?> listener = listener(version);
        assertOk(subscribe(number, null, listener, out()));
        FwpmNetEvent5 sent = drop(IN);
        publish(sent);
        FwpmNetEvent5 noted = sent.withHeader(sent.header().withTimeStamp(Filetimes.of(START)));
        assertThat((Object) listener.next()).isEqualTo(version.of(noted));
    }

    @Test
    @DisplayName("8.4-types: who subscribes by an old version is not told of newer types")
    void tellsOfKnownTypes() {
        Listener<FwpmNetEvent1> listener = listener(NetEventVersion.V1);
        assertOk(subscribe(1, null, listener, out()));
        publish(event(NetEventSamples.dropMac()), drop(IN));
        assertThat(listener.next().type()).isEqualTo(FwpmNetEventType.CLASSIFY_DROP);
    }

    @Test
    @DisplayName("8.4-template, 8.12: a template chooses the events of which is told")
    void tellsWhatTemplateAsksFor() {
        Listener<FwpmNetEvent5> listener = listener(NetEventVersion.V5);
        FwpmFilterCondition0 port =
                is(FwpmConditions.IP_LOCAL_PORT, new FwpConditionValue0.Uint16(2));
        assertOk(
                subscribe(
                        5,
                        new FwpmNetEventEnumTemplate0(NEVER, NEVER, List.of(port)),
                        listener,
                        out()));
        publish(NetEventSamples.withPort(drop(OUT), 1), NetEventSamples.withPort(drop(OUT), 2));
        assertThat(listener.next().header().localPort()).isEqualTo(2);

        assertError(
                subscribe(5, template(port, port), listener, out()),
                ErrorCode.FWP_E_DUPLICATE_CONDITION);
        assertError(
                subscribe(5, between(START.plusSeconds(1), START), listener, out()),
                ErrorCode.FWP_E_INVALID_INTERVAL);
    }

    @Test
    @DisplayName("8.4-disabled: nothing is told of what is not collected")
    void tellsOfCollectedOnly() {
        Listener<FwpmNetEvent5> listener = listener(NetEventVersion.V5);
        assertOk(subscribe(5, null, listener, out()));
        publish(event(NetEventSamples.allow()));
        set(COLLECT, 0);
        publish(drop(OUT));
        set(COLLECT, 1);
        publish(event(NetEventSamples.kernelDrop()));
        assertThat(listener.next().type()).isEqualTo(FwpmNetEventType.IPSEC_KERNEL_DROP);
    }

    @Test
    @DisplayName("8.17, 8.21, 8.22: subscriptions are listed until they end, once")
    void endsSubscription() {
        Listener<FwpmNetEvent5> ended = listener(NetEventVersion.V5);
        MemorySegment out = out();
        assertOk(subscribe(5, template(), ended, out));
        assertThat(subscriptions()).isEqualTo(1);
        MemorySegment subscription = out.get(ADDRESS, 0);
        assertOk(functions().FwpmNetEventUnsubscribe0(client.handle, subscription));
        assertError(
                functions().FwpmNetEventUnsubscribe0(client.handle, subscription),
                ErrorCode.ERROR_INVALID_HANDLE);
        assertThat(subscriptions()).isZero();

        Listener<FwpmNetEvent5> listener = listener(NetEventVersion.V5);
        assertOk(subscribe(5, null, listener, out()));
        publish(drop(OUT));
        listener.next();
        assertThat(ended.waiting()).isZero();
    }

    private int subscriptions() {
        MemorySegment entries = out();
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(functions().FwpmNetEventSubscriptionsGet0(client.handle, entries, count));
        engine.functions().engine().FwpmFreeMemory0(entries);
        return count.get(JAVA_INT, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    @DisplayName("2-in-transaction: subscriptions neither begin nor end inside a transaction")
    void refusesSubscriptionInTransaction(int version) {
        Listener<?> listener = listener(version(version));
        MemorySegment out = out();
        assertOk(subscribe(version, null, listener, out));
        assertOk(client.beginReadOnly());
        assertError(subscribe(version, null, listener, out()), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertError(
                functions().FwpmNetEventUnsubscribe0(client.handle, out.get(ADDRESS, 0)),
                ErrorCode.FWP_E_TXN_IN_PROGRESS);
    }
}
