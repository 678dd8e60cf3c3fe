package io.github.wfp4j.netsh;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.Key;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A kind of objects, with their record.
 *
 * @param section the kind
 * @param type the record
 * @param key gives the key of an object, or null if it has none
 * @param visiting hands an object to a visitor
 */
record ObjectKind<R>(
        NetshSection section,
        Class<R> type,
        Function<R, @Nullable Key> key,
        BiConsumer<NetshVisitor, R> visiting) {
    static final ObjectKind<FwpmSession0> SESSIONS =
            new ObjectKind<>(
                    NetshSection.SESSIONS,
                    FwpmSession0.class,
                    FwpmSession0::sessionKey,
                    NetshVisitor::session);

    static final ObjectKind<FwpmLayer0> LAYERS =
            new ObjectKind<>(
                    NetshSection.LAYERS,
                    FwpmLayer0.class,
                    FwpmLayer0::layerKey,
                    NetshVisitor::layer);

    static final ObjectKind<FwpmCallout0> CALLOUTS =
            new ObjectKind<>(
                    NetshSection.CALLOUTS,
                    FwpmCallout0.class,
                    FwpmCallout0::calloutKey,
                    NetshVisitor::callout);

    static final ObjectKind<FwpmFilter0> FILTERS =
            new ObjectKind<>(
                    NetshSection.FILTERS,
                    FwpmFilter0.class,
                    FwpmFilter0::filterKey,
                    NetshVisitor::filter);

    static final ObjectKind<FwpmProvider0> PROVIDERS =
            new ObjectKind<>(
                    NetshSection.PROVIDERS,
                    FwpmProvider0.class,
                    FwpmProvider0::providerKey,
                    NetshVisitor::provider);

    static final ObjectKind<FwpmProviderContext3> PROVIDER_CONTEXTS =
            new ObjectKind<>(
                    NetshSection.PROVIDER_CONTEXTS,
                    FwpmProviderContext3.class,
                    FwpmProviderContext3::providerContextKey,
                    NetshVisitor::providerContext);

    static final ObjectKind<FwpmSublayer0> SUB_LAYERS =
            new ObjectKind<>(
                    NetshSection.SUB_LAYERS,
                    FwpmSublayer0.class,
                    FwpmSublayer0::subLayerKey,
                    NetshVisitor::subLayer);

    static final ObjectKind<FwpmNetEvent5> NET_EVENTS =
            new ObjectKind<>(
                    NetshSection.NET_EVENTS,
                    FwpmNetEvent5.class,
                    _ -> null,
                    NetshVisitor::netEvent);

    /** All kinds. */
    static final List<ObjectKind<?>> ALL =
            List.of(
                    SESSIONS,
                    LAYERS,
                    CALLOUTS,
                    FILTERS,
                    PROVIDERS,
                    PROVIDER_CONTEXTS,
                    SUB_LAYERS,
                    NET_EVENTS);

    /** {@return the object in an element} */
    R read(Element element, Reading reading) {
        Object value = Forms.of(type).read(element, reading);
        if (value == null) {
            throw new NetshFormatException(element, "<%s> is empty".formatted(element.name()));
        }
        return type.cast(value);
    }

    /** Writes an object into an empty element. */
    void write(R value, Element element) {
        Forms.of(type).write(value, element);
    }

    /** {@return what an object is called: its key, or its number if it has none} */
    String name(R value, int number) {
        Key own = key.apply(value);
        return own == null ? Integer.toString(number) : Names.write(own);
    }
}
