package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmNetEvent1;
import io.github.wfp4j.fwpm.FwpmNetEvent2;
import io.github.wfp4j.fwpm.FwpmNetEvent3;
import io.github.wfp4j.fwpm.FwpmNetEvent4;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback0;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback1;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback2;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback3;
import io.github.wfp4j.internal.abi.FwpmNetEventCallback4;
import io.github.wfp4j.internal.abi.NetEventFunctions;
import io.github.wfp4j.internal.codec.FwpmNetEvent1Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent2Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent3Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent4Codec;
import io.github.wfp4j.internal.codec.FwpmNetEvent5Codec;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.view.FwpmNetEvent0View;
import io.github.wfp4j.view.FwpmNetEvent1View;
import io.github.wfp4j.view.FwpmNetEvent2View;
import io.github.wfp4j.view.FwpmNetEvent3View;
import io.github.wfp4j.view.FwpmNetEvent4View;
import io.github.wfp4j.view.FwpmNetEvent5View;

/**
 * The versions of the struct that tells of a network event; one asks for a version by the class of
 * its record or of its view.
 */
final class NetEventVersions {
    private NetEventVersions() {}

    /** {@return how events are told in the version that a record belongs to} */
    @SuppressWarnings("unchecked") // the kind whose class is the asked one is of that type
    static <E> EventKind<E> of(NetEventFunctions functions, Class<E> record) {
        if (record == FwpmNetEvent5.class) {
            return (EventKind<E>) version5(functions);
        }
        if (record == FwpmNetEvent4.class) {
            return (EventKind<E>) version4(functions);
        }
        if (record == FwpmNetEvent3.class) {
            return (EventKind<E>) version3(functions);
        }
        if (record == FwpmNetEvent2.class) {
            return (EventKind<E>) version2(functions);
        }
        if (record == FwpmNetEvent1.class) {
            return (EventKind<E>) version1(functions);
        }
        throw new IllegalArgumentException(
                "version must be FwpmNetEvent1 to FwpmNetEvent5: " + record.getSimpleName());
    }

    /** {@return how events are enumerated in the version that a view belongs to} */
    static <V> Enumeration<V> enumeration(NetEventFunctions functions, Class<V> view) {
        if (view == FwpmNetEvent5View.class) {
            return enumeration(
                    functions,
                    "FwpmNetEventEnum5",
                    functions::FwpmNetEventEnum5,
                    view,
                    FwpmNetEvent5View::new);
        }
        if (view == FwpmNetEvent4View.class) {
            return enumeration(
                    functions,
                    "FwpmNetEventEnum4",
                    functions::FwpmNetEventEnum4,
                    view,
                    FwpmNetEvent4View::new);
        }
        if (view == FwpmNetEvent3View.class) {
            return enumeration(
                    functions,
                    "FwpmNetEventEnum3",
                    functions::FwpmNetEventEnum3,
                    view,
                    FwpmNetEvent3View::new);
        }
        if (view == FwpmNetEvent2View.class) {
            return enumeration(
                    functions,
                    "FwpmNetEventEnum2",
                    functions::FwpmNetEventEnum2,
                    view,
                    FwpmNetEvent2View::new);
        }
        if (view == FwpmNetEvent1View.class) {
            return enumeration(
                    functions,
                    "FwpmNetEventEnum1",
                    functions::FwpmNetEventEnum1,
                    view,
                    FwpmNetEvent1View::new);
        }
        if (view == FwpmNetEvent0View.class) {
            return enumeration(
                    functions,
                    "FwpmNetEventEnum0",
                    functions::FwpmNetEventEnum0,
                    view,
                    FwpmNetEvent0View::new);
        }
        throw new IllegalArgumentException(
                "version must be FwpmNetEvent0View to FwpmNetEvent5View: " + view.getSimpleName());
    }

    private static <V> Enumeration<V> enumeration(
            NetEventFunctions functions,
            String fetchName,
            Enumeration.Fetch fetch,
            Class<V> type,
            Page.Viewing<Object> view) {
        return new Enumeration<>(
                "FwpmNetEventCreateEnumHandle0",
                functions::FwpmNetEventCreateEnumHandle0,
                fetchName,
                fetch,
                "FwpmNetEventDestroyEnumHandle0",
                functions::FwpmNetEventDestroyEnumHandle0,
                (page, address) -> type.cast(view.at(page, address)));
    }

    private static EventKind<FwpmNetEvent5> version5(NetEventFunctions functions) {
        EventStruct<FwpmNetEvent5> struct =
                new EventStruct<>(
                        "FWPM_NET_EVENT5",
                        FwpmNetEvent5Codec.BYTE_SIZE,
                        FwpmNetEvent5Codec.BYTE_ALIGNMENT,
                        FwpmNetEvent5Codec::decode);
        return new EventKind<>(
                "FwpmNetEventSubscribe4",
                functions::FwpmNetEventSubscribe4,
                "FwpmNetEventUnsubscribe0",
                functions::FwpmNetEventUnsubscribe0,
                (sink, boundary, arena) ->
                        FwpmNetEventCallback4.pointer(
                                (_, event) -> sink.take(() -> struct.at(event)), boundary, arena));
    }

    private static EventKind<FwpmNetEvent4> version4(NetEventFunctions functions) {
        EventStruct<FwpmNetEvent4> struct =
                new EventStruct<>(
                        "FWPM_NET_EVENT4",
                        FwpmNetEvent4Codec.BYTE_SIZE,
                        FwpmNetEvent4Codec.BYTE_ALIGNMENT,
                        FwpmNetEvent4Codec::decode);
        return new EventKind<>(
                "FwpmNetEventSubscribe3",
                functions::FwpmNetEventSubscribe3,
                "FwpmNetEventUnsubscribe0",
                functions::FwpmNetEventUnsubscribe0,
                (sink, boundary, arena) ->
                        FwpmNetEventCallback3.pointer(
                                (_, event) -> sink.take(() -> struct.at(event)), boundary, arena));
    }

    private static EventKind<FwpmNetEvent3> version3(NetEventFunctions functions) {
        EventStruct<FwpmNetEvent3> struct =
                new EventStruct<>(
                        "FWPM_NET_EVENT3",
                        FwpmNetEvent3Codec.BYTE_SIZE,
                        FwpmNetEvent3Codec.BYTE_ALIGNMENT,
                        FwpmNetEvent3Codec::decode);
        return new EventKind<>(
                "FwpmNetEventSubscribe2",
                functions::FwpmNetEventSubscribe2,
                "FwpmNetEventUnsubscribe0",
                functions::FwpmNetEventUnsubscribe0,
                (sink, boundary, arena) ->
                        FwpmNetEventCallback2.pointer(
                                (_, event) -> sink.take(() -> struct.at(event)), boundary, arena));
    }

    private static EventKind<FwpmNetEvent2> version2(NetEventFunctions functions) {
        EventStruct<FwpmNetEvent2> struct =
                new EventStruct<>(
                        "FWPM_NET_EVENT2",
                        FwpmNetEvent2Codec.BYTE_SIZE,
                        FwpmNetEvent2Codec.BYTE_ALIGNMENT,
                        FwpmNetEvent2Codec::decode);
        return new EventKind<>(
                "FwpmNetEventSubscribe1",
                functions::FwpmNetEventSubscribe1,
                "FwpmNetEventUnsubscribe0",
                functions::FwpmNetEventUnsubscribe0,
                (sink, boundary, arena) ->
                        FwpmNetEventCallback1.pointer(
                                (_, event) -> sink.take(() -> struct.at(event)), boundary, arena));
    }

    private static EventKind<FwpmNetEvent1> version1(NetEventFunctions functions) {
        EventStruct<FwpmNetEvent1> struct =
                new EventStruct<>(
                        "FWPM_NET_EVENT1",
                        FwpmNetEvent1Codec.BYTE_SIZE,
                        FwpmNetEvent1Codec.BYTE_ALIGNMENT,
                        FwpmNetEvent1Codec::decode);
        return new EventKind<>(
                "FwpmNetEventSubscribe0",
                functions::FwpmNetEventSubscribe0,
                "FwpmNetEventUnsubscribe0",
                functions::FwpmNetEventUnsubscribe0,
                (sink, boundary, arena) ->
                        FwpmNetEventCallback0.pointer(
                                (_, event) -> sink.take(() -> struct.at(event)), boundary, arena));
    }
}
