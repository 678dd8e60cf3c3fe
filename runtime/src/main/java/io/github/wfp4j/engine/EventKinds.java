package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmCalloutChange0;
import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmConnectionEventType;
import io.github.wfp4j.fwpm.FwpmFilterChange0;
import io.github.wfp4j.fwpm.FwpmNotifyFlags;
import io.github.wfp4j.fwpm.FwpmProviderChange0;
import io.github.wfp4j.fwpm.FwpmProviderContextChange0;
import io.github.wfp4j.fwpm.FwpmSublayerChange0;
import io.github.wfp4j.fwpm.FwpmSystemPorts0;
import io.github.wfp4j.fwpm.FwpmVswitchEvent0;
import io.github.wfp4j.internal.abi.CalloutFunctions;
import io.github.wfp4j.internal.abi.ConnectionFunctions;
import io.github.wfp4j.internal.abi.DynamicKeywordFunctions;
import io.github.wfp4j.internal.abi.FilterFunctions;
import io.github.wfp4j.internal.abi.FwpmCalloutChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmConnectionCallback0;
import io.github.wfp4j.internal.abi.FwpmDynamicKeywordCallback0;
import io.github.wfp4j.internal.abi.FwpmFilterChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmProviderChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmProviderContextChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmSublayerChangeCallback0;
import io.github.wfp4j.internal.abi.FwpmSystemPortsCallback0;
import io.github.wfp4j.internal.abi.FwpmVswitchEventCallback0;
import io.github.wfp4j.internal.abi.IpsecSaContextCallback0;
import io.github.wfp4j.internal.abi.ProviderContextFunctions;
import io.github.wfp4j.internal.abi.ProviderFunctions;
import io.github.wfp4j.internal.abi.SaContextFunctions;
import io.github.wfp4j.internal.abi.SublayerFunctions;
import io.github.wfp4j.internal.abi.SystemPortsFunctions;
import io.github.wfp4j.internal.abi.VswitchEventFunctions;
import io.github.wfp4j.internal.codec.FwpmCalloutChange0Codec;
import io.github.wfp4j.internal.codec.FwpmConnection0Codec;
import io.github.wfp4j.internal.codec.FwpmFilterChange0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderChange0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContextChange0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayerChange0Codec;
import io.github.wfp4j.internal.codec.FwpmSystemPorts0Codec;
import io.github.wfp4j.internal.codec.FwpmVswitchEvent0Codec;
import io.github.wfp4j.internal.codec.IpsecSaContextChange0Codec;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.ipsec.IpsecSaContextChange0;

/** What can be subscribed to. */
final class EventKinds {
    private EventKinds() {}

    static EventKind<FwpmProviderChange0> of(ProviderFunctions functions) {
        EventStruct<FwpmProviderChange0> struct =
                new EventStruct<>(
                        "FWPM_PROVIDER_CHANGE0",
                        FwpmProviderChange0Codec.BYTE_SIZE,
                        FwpmProviderChange0Codec.BYTE_ALIGNMENT,
                        FwpmProviderChange0Codec::decode);
        return new EventKind<>(
                "FwpmProviderSubscribeChanges0",
                functions::FwpmProviderSubscribeChanges0,
                "FwpmProviderUnsubscribeChanges0",
                functions::FwpmProviderUnsubscribeChanges0,
                (sink, boundary, arena) ->
                        FwpmProviderChangeCallback0.pointer(
                                (_, change) -> sink.take(() -> struct.at(change)),
                                boundary,
                                arena));
    }

    static EventKind<FwpmProviderContextChange0> of(ProviderContextFunctions functions) {
        EventStruct<FwpmProviderContextChange0> struct =
                new EventStruct<>(
                        "FWPM_PROVIDER_CONTEXT_CHANGE0",
                        FwpmProviderContextChange0Codec.BYTE_SIZE,
                        FwpmProviderContextChange0Codec.BYTE_ALIGNMENT,
                        FwpmProviderContextChange0Codec::decode);
        return new EventKind<>(
                "FwpmProviderContextSubscribeChanges0",
                functions::FwpmProviderContextSubscribeChanges0,
                "FwpmProviderContextUnsubscribeChanges0",
                functions::FwpmProviderContextUnsubscribeChanges0,
                (sink, boundary, arena) ->
                        FwpmProviderContextChangeCallback0.pointer(
                                (_, change) -> sink.take(() -> struct.at(change)),
                                boundary,
                                arena));
    }

    static EventKind<FwpmSublayerChange0> of(SublayerFunctions functions) {
        EventStruct<FwpmSublayerChange0> struct =
                new EventStruct<>(
                        "FWPM_SUBLAYER_CHANGE0",
                        FwpmSublayerChange0Codec.BYTE_SIZE,
                        FwpmSublayerChange0Codec.BYTE_ALIGNMENT,
                        FwpmSublayerChange0Codec::decode);
        return new EventKind<>(
                "FwpmSubLayerSubscribeChanges0",
                functions::FwpmSubLayerSubscribeChanges0,
                "FwpmSubLayerUnsubscribeChanges0",
                functions::FwpmSubLayerUnsubscribeChanges0,
                (sink, boundary, arena) ->
                        FwpmSublayerChangeCallback0.pointer(
                                (_, change) -> sink.take(() -> struct.at(change)),
                                boundary,
                                arena));
    }

    static EventKind<FwpmCalloutChange0> of(CalloutFunctions functions) {
        EventStruct<FwpmCalloutChange0> struct =
                new EventStruct<>(
                        "FWPM_CALLOUT_CHANGE0",
                        FwpmCalloutChange0Codec.BYTE_SIZE,
                        FwpmCalloutChange0Codec.BYTE_ALIGNMENT,
                        FwpmCalloutChange0Codec::decode);
        return new EventKind<>(
                "FwpmCalloutSubscribeChanges0",
                functions::FwpmCalloutSubscribeChanges0,
                "FwpmCalloutUnsubscribeChanges0",
                functions::FwpmCalloutUnsubscribeChanges0,
                (sink, boundary, arena) ->
                        FwpmCalloutChangeCallback0.pointer(
                                (_, change) -> sink.take(() -> struct.at(change)),
                                boundary,
                                arena));
    }

    static EventKind<FwpmFilterChange0> of(FilterFunctions functions) {
        EventStruct<FwpmFilterChange0> struct =
                new EventStruct<>(
                        "FWPM_FILTER_CHANGE0",
                        FwpmFilterChange0Codec.BYTE_SIZE,
                        FwpmFilterChange0Codec.BYTE_ALIGNMENT,
                        FwpmFilterChange0Codec::decode);
        return new EventKind<>(
                "FwpmFilterSubscribeChanges0",
                functions::FwpmFilterSubscribeChanges0,
                "FwpmFilterUnsubscribeChanges0",
                functions::FwpmFilterUnsubscribeChanges0,
                (sink, boundary, arena) ->
                        FwpmFilterChangeCallback0.pointer(
                                (_, change) -> sink.take(() -> struct.at(change)),
                                boundary,
                                arena));
    }

    static EventKind<ConnectionEvent> of(ConnectionFunctions functions) {
        EventStruct<FwpmConnection0> struct =
                new EventStruct<>(
                        "FWPM_CONNECTION0",
                        FwpmConnection0Codec.BYTE_SIZE,
                        FwpmConnection0Codec.BYTE_ALIGNMENT,
                        FwpmConnection0Codec::decode);
        return new EventKind<>(
                "FwpmConnectionSubscribe0",
                functions::FwpmConnectionSubscribe0,
                "FwpmConnectionUnsubscribe0",
                functions::FwpmConnectionUnsubscribe0,
                (sink, boundary, arena) ->
                        FwpmConnectionCallback0.pointer(
                                (_, type, connection) ->
                                        sink.take(() ->
                                                new ConnectionEvent(
                                                        connectionEventType(type),
                                                        struct.at(connection))),
                                boundary,
                                arena));
    }

    private static FwpmConnectionEventType connectionEventType(int type) {
        return Reader.known(
                type,
                FwpmConnectionEventType::find,
                "FWPM_CONNECTION_CALLBACK0.eventType",
                "FWPM_CONNECTION_EVENT_TYPE");
    }

    static EventKind<IpsecSaContextChange0> of(SaContextFunctions functions) {
        EventStruct<IpsecSaContextChange0> struct =
                new EventStruct<>(
                        "IPSEC_SA_CONTEXT_CHANGE0",
                        IpsecSaContextChange0Codec.BYTE_SIZE,
                        IpsecSaContextChange0Codec.BYTE_ALIGNMENT,
                        IpsecSaContextChange0Codec::decode);
        return new EventKind<>(
                "IPsecSaContextSubscribe0",
                functions::IPsecSaContextSubscribe0,
                "IPsecSaContextUnsubscribe0",
                functions::IPsecSaContextUnsubscribe0,
                (sink, boundary, arena) ->
                        IpsecSaContextCallback0.pointer(
                                (_, change) -> sink.take(() -> struct.at(change)),
                                boundary,
                                arena));
    }

    static EventKind<FwpmVswitchEvent0> of(VswitchEventFunctions functions) {
        EventStruct<FwpmVswitchEvent0> struct =
                new EventStruct<>(
                        "FWPM_VSWITCH_EVENT0",
                        FwpmVswitchEvent0Codec.BYTE_SIZE,
                        FwpmVswitchEvent0Codec.BYTE_ALIGNMENT,
                        FwpmVswitchEvent0Codec::decode);
        return new EventKind<>(
                "FwpmvSwitchEventSubscribe0",
                functions::FwpmvSwitchEventSubscribe0,
                "FwpmvSwitchEventUnsubscribe0",
                functions::FwpmvSwitchEventUnsubscribe0,
                (sink, boundary, arena) ->
                        FwpmVswitchEventCallback0.pointer(
                                (_, event) -> {
                                    sink.take(() -> struct.at(event));
                                    return 0;
                                },
                                boundary,
                                arena));
    }

    static EventKind<FwpmSystemPorts0> of(SystemPortsFunctions functions) {
        EventStruct<FwpmSystemPorts0> struct =
                new EventStruct<>(
                        "FWPM_SYSTEM_PORTS0",
                        FwpmSystemPorts0Codec.BYTE_SIZE,
                        FwpmSystemPorts0Codec.BYTE_ALIGNMENT,
                        FwpmSystemPorts0Codec::decode);
        return new EventKind<>(
                "FwpmSystemPortsSubscribe0",
                functions::FwpmSystemPortsSubscribe0,
                "FwpmSystemPortsUnsubscribe0",
                functions::FwpmSystemPortsUnsubscribe0,
                (sink, boundary, arena) ->
                        FwpmSystemPortsCallback0.pointer(
                                (_, ports) -> sink.take(() -> struct.at(ports)), boundary, arena));
    }

    /** {@return the one kind of subscription that is no engine's, and tells no more than that} */
    static EventKind<FwpmNotifyFlags> of(DynamicKeywordFunctions functions, FwpmNotifyFlags flags) {
        return new EventKind<>(
                "FwpmDynamicKeywordSubscribe0",
                (_, _, callback, context, handle) ->
                        functions.FwpmDynamicKeywordSubscribe0(
                                flags.bits(), callback, context, handle),
                "FwpmDynamicKeywordUnsubscribe0",
                (_, handle) -> functions.FwpmDynamicKeywordUnsubscribe0(handle),
                (sink, boundary, arena) ->
                        FwpmDynamicKeywordCallback0.pointer(
                                (_, _) -> sink.take(() -> flags), boundary, arena));
    }
}
