package io.github.wfp4j.engine;

import static java.lang.foreign.MemorySegment.NULL;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmCalloutChange0;
import io.github.wfp4j.fwpm.FwpmCalloutSubscription0;
import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmConnectionEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmConnectionSubscription0;
import io.github.wfp4j.fwpm.FwpmFilterChange0;
import io.github.wfp4j.fwpm.FwpmFilterSubscription0;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmNetEventSubscription0;
import io.github.wfp4j.fwpm.FwpmNotifyFlags;
import io.github.wfp4j.fwpm.FwpmProviderChange0;
import io.github.wfp4j.fwpm.FwpmProviderContextChange0;
import io.github.wfp4j.fwpm.FwpmProviderContextSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderSubscription0;
import io.github.wfp4j.fwpm.FwpmSublayerChange0;
import io.github.wfp4j.fwpm.FwpmSublayerSubscription0;
import io.github.wfp4j.fwpm.FwpmSystemPorts0;
import io.github.wfp4j.fwpm.FwpmVswitchEvent0;
import io.github.wfp4j.fwpm.FwpmVswitchEventSubscription0;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.codec.FwpmCalloutSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmConnectionEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmConnectionSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmFilterSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmNetEventEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.FwpmNetEventSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContextSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmSublayerSubscription0Codec;
import io.github.wfp4j.internal.codec.FwpmVswitchEventSubscription0Codec;
import io.github.wfp4j.internal.codec.IpsecSaContextSubscription0Codec;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.ipsec.IpsecSaContextChange0;
import io.github.wfp4j.ipsec.IpsecSaContextSubscription0;
import io.github.wfp4j.view.FwpmCalloutSubscription0View;
import io.github.wfp4j.view.FwpmConnection0View;
import io.github.wfp4j.view.FwpmConnectionSubscription0View;
import io.github.wfp4j.view.FwpmFilterSubscription0View;
import io.github.wfp4j.view.FwpmNetEvent5View;
import io.github.wfp4j.view.FwpmNetEventSubscription0View;
import io.github.wfp4j.view.FwpmProviderContextSubscription0View;
import io.github.wfp4j.view.FwpmProviderSubscription0View;
import io.github.wfp4j.view.FwpmSublayerSubscription0View;
import io.github.wfp4j.view.IpsecSaContextSubscription0View;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * What an engine tells of its own accord, and what it noted of that.
 *
 * <p>Not public, because its methods are the engine's; a class of its own, because they are many.
 */
abstract sealed class EngineEvents extends EngineParts permits Engine {
    EngineEvents(WfpFunctions functions, Calls calls) {
        super(functions, calls);
    }

    /**
     * Subscribes to the adding and deleting of providers by other sessions.
     *
     * <p>C: {@code FwpmProviderSubscribeChanges0}.
     *
     * @param subscription which providers, and whether their adding, their deleting or both; its
     *     session key is not used
     * @param listener is told of each change when its transaction is committed
     * @return what ends the subscription
     * @throws AccessDeniedException without the right to subscribe
     * @throws TransactionException within a transaction
     * @throws WfpException if its flags ask for nothing, among others
     */
    public Subscription subscribe(
            FwpmProviderSubscription0 subscription,
            Listener<? super FwpmProviderChange0> listener) {
        return subscribe(
                EventKinds.of(functions.provider()),
                subscription,
                FwpmProviderSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to the adding and deleting of provider contexts by other sessions.
     *
     * <p>C: {@code FwpmProviderContextSubscribeChanges0}.
     *
     * @param subscription which provider contexts, and whether their adding, their deleting or
     *     both; its session key is not used
     * @param listener is told of each change when its transaction is committed
     * @return what ends the subscription
     * @throws AccessDeniedException without the right to subscribe
     * @throws TransactionException within a transaction
     * @throws WfpException if its flags ask for nothing, among others
     */
    public Subscription subscribe(
            FwpmProviderContextSubscription0 subscription,
            Listener<? super FwpmProviderContextChange0> listener) {
        return subscribe(
                EventKinds.of(functions.providerContext()),
                subscription,
                FwpmProviderContextSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to the adding and deleting of sublayers by other sessions.
     *
     * <p>C: {@code FwpmSubLayerSubscribeChanges0}.
     *
     * @param subscription which sublayers, and whether their adding, their deleting or both; its
     *     session key is not used
     * @param listener is told of each change when its transaction is committed
     * @return what ends the subscription
     * @throws AccessDeniedException without the right to subscribe
     * @throws TransactionException within a transaction
     * @throws WfpException if its flags ask for nothing, among others
     */
    public Subscription subscribe(
            FwpmSublayerSubscription0 subscription,
            Listener<? super FwpmSublayerChange0> listener) {
        return subscribe(
                EventKinds.of(functions.sublayer()),
                subscription,
                FwpmSublayerSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to the adding and deleting of callouts by other sessions.
     *
     * <p>C: {@code FwpmCalloutSubscribeChanges0}.
     *
     * @param subscription which callouts, and whether their adding, their deleting or both; its
     *     session key is not used
     * @param listener is told of each change when its transaction is committed
     * @return what ends the subscription
     * @throws NotFoundException if the template's layer does not exist
     * @throws AccessDeniedException without the right to subscribe
     * @throws TransactionException within a transaction
     * @throws WfpException if its flags ask for nothing, among others
     */
    public Subscription subscribe(
            FwpmCalloutSubscription0 subscription, Listener<? super FwpmCalloutChange0> listener) {
        return subscribe(
                EventKinds.of(functions.callout()),
                subscription,
                FwpmCalloutSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to the adding and deleting of filters by other sessions.
     *
     * <p>C: {@code FwpmFilterSubscribeChanges0}.
     *
     * @param subscription which filters, and whether their adding, their deleting or both; its
     *     session key is not used
     * @param listener is told of each change when its transaction is committed
     * @return what ends the subscription
     * @throws NotFoundException if the template's layer does not exist
     * @throws AccessDeniedException without the right to subscribe
     * @throws TransactionException within a transaction
     * @throws WfpException if its flags ask for nothing, among others
     */
    public Subscription subscribe(
            FwpmFilterSubscription0 subscription, Listener<? super FwpmFilterChange0> listener) {
        return subscribe(
                EventKinds.of(functions.filter()),
                subscription,
                FwpmFilterSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to network events, such as packets that were dropped, in the newest version of
     * their struct; else as {@link #subscribe(FwpmNetEventSubscription0, Class, Listener)}.
     *
     * <p>C: {@code FwpmNetEventSubscribe4}, since Windows 10 1809.
     *
     * @param subscription which events; its session key is not used
     * @param listener is told of each event
     * @return what ends the subscription
     */
    public Subscription subscribe(
            FwpmNetEventSubscription0 subscription, Listener<? super FwpmNetEvent5> listener) {
        return subscribe(subscription, FwpmNetEvent5.class, listener);
    }

    /**
     * Subscribes to network events, such as packets that were dropped.
     *
     * <p>The engine notes them only while its option to collect them is on, and some kinds only
     * with the keyword for them.
     *
     * <p>C: {@code FwpmNetEventSubscribe0} to {@code FwpmNetEventSubscribe4}.
     *
     * @param subscription which events; its session key is not used
     * @param version the class of {@link FwpmNetEvent5} or an older version, down to {@link
     *     io.github.wfp4j.fwpm.FwpmNetEvent1}; an older one is not told of events that it cannot
     *     express
     * @param listener is told of each event
     * @param <E> the version
     * @return what ends the subscription
     * @throws IllegalArgumentException if the class is another one
     * @throws AccessDeniedException without the right to subscribe
     * @throws TransactionException within a transaction
     * @throws WfpException if the template is not valid, among others
     * @throws UnsupportedOperationException if this Windows does not know that version
     */
    public <E> Subscription subscribe(
            FwpmNetEventSubscription0 subscription,
            Class<E> version,
            Listener<? super E> listener) {
        return subscribe(
                NetEventVersions.of(functions.netEvent(), version),
                subscription,
                FwpmNetEventSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to the beginning and the end of connections that IPsec protects.
     *
     * <p>C: {@code FwpmConnectionSubscribe0}.
     *
     * @param subscription which connections; its session key is not used
     * @param listener is told of each event
     * @return what ends the subscription
     * @throws AccessDeniedException without the right to subscribe
     * @throws TransactionException within a transaction
     * @throws WfpException with {@code FWP_E_CONNECTIONS_DISABLED} if the engine's option to
     *     monitor connections is off, among others
     */
    public Subscription subscribe(
            FwpmConnectionSubscription0 subscription, Listener<? super ConnectionEvent> listener) {
        return subscribe(
                EventKinds.of(functions.connection()),
                subscription,
                FwpmConnectionSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to the adding and deleting of contexts of security associations.
     *
     * <p>C: {@code IPsecSaContextSubscribe0}.
     *
     * @param subscription which contexts; its session key is not used
     * @param listener is told of each change
     * @return what ends the subscription
     * @throws AccessDeniedException without the right to subscribe
     * @throws TransactionException within a transaction
     */
    public Subscription subscribe(
            IpsecSaContextSubscription0 subscription,
            Listener<? super IpsecSaContextChange0> listener) {
        return subscribe(
                EventKinds.of(functions.saContext()),
                subscription,
                IpsecSaContextSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to what happens to the filtering of virtual switches.
     *
     * <p>C: {@code FwpmvSwitchEventSubscribe0}.
     *
     * @param subscription says nothing yet; its session key is not used
     * @param listener is told of each event
     * @return what ends the subscription
     * @throws AccessDeniedException without the right to subscribe
     * @throws WfpException with {@code ERROR_CALL_NOT_IMPLEMENTED} in the embedded engine, which
     *     has no virtual switches
     */
    public Subscription subscribe(
            FwpmVswitchEventSubscription0 subscription,
            Listener<? super FwpmVswitchEvent0> listener) {
        return subscribe(
                EventKinds.of(functions.vswitchEvent()),
                subscription,
                FwpmVswitchEventSubscription0Codec::encode,
                listener);
    }

    /**
     * Subscribes to changes of the ports that system services use.
     *
     * <p>C: {@code FwpmSystemPortsSubscribe0}.
     *
     * @param listener is told of all ports each time that one changed
     * @return what ends the subscription
     * @throws WfpException with {@code ERROR_CALL_NOT_IMPLEMENTED} in the embedded engine, which
     *     knows no services
     */
    public Subscription subscribeSystemPorts(Listener<? super FwpmSystemPorts0> listener) {
        return subscribe(EventKinds.of(functions.systemPorts()), NULL, Subject.NONE, listener);
    }

    /**
     * Subscribes to changes of dynamic keywords, which stand for addresses in firewall rules.
     *
     * <p>They belong to the system and not to an engine; the subscription still ends with this one.
     *
     * <p>C: {@code FwpmDynamicKeywordSubscribe0}, since Windows 11 21H2.
     *
     * @param flags which keywords
     * @param listener is told that something changed, which C does not say more about; it gets
     *     these flags
     * @return what ends the subscription
     * @throws WfpException with {@code ERROR_CALL_NOT_IMPLEMENTED} in the embedded engine, which
     *     has no dynamic keywords
     * @throws UnsupportedOperationException if this Windows is too old
     */
    public Subscription subscribeDynamicKeywords(
            FwpmNotifyFlags flags, Listener<? super FwpmNotifyFlags> listener) {
        return subscribe(EventKinds.of(functions.dynamicKeyword(), flags), NULL, flags, listener);
    }

    private <S, E> Subscription subscribe(
            EventKind<E> kind,
            S subscription,
            Calls.Encoder<S> encoder,
            Listener<? super E> listener) {
        try (Arena arena = new ErasingArena()) {
            return subscribe(kind, encoder.encode(subscription, arena), subscription, listener);
        }
    }

    private <E> Subscription subscribe(
            EventKind<E> kind,
            MemorySegment subscription,
            Object subject,
            Listener<? super E> listener) {
        requireNonNull(listener, "listener");
        return new Subscription(Registration.begin(calls, kind, subscription, subject, listener));
    }

    /**
     * {@return the subscriptions of all sessions to changes of providers}
     *
     * <p>C: {@code FwpmProviderSubscriptionsGet0}.
     */
    public List<FwpmProviderSubscription0> providerSubscriptions() {
        return calls.list(
                "FwpmProviderSubscriptionsGet0",
                (page, address) -> new FwpmProviderSubscription0View(page, address).toRecord(),
                functions.provider()::FwpmProviderSubscriptionsGet0);
    }

    /**
     * {@return the subscriptions of all sessions to changes of provider contexts}
     *
     * <p>C: {@code FwpmProviderContextSubscriptionsGet0}.
     */
    public List<FwpmProviderContextSubscription0> providerContextSubscriptions() {
        return calls.list(
                "FwpmProviderContextSubscriptionsGet0",
                (page, address) ->
                        new FwpmProviderContextSubscription0View(page, address).toRecord(),
                functions.providerContext()::FwpmProviderContextSubscriptionsGet0);
    }

    /**
     * {@return the subscriptions of all sessions to changes of sublayers}
     *
     * <p>C: {@code FwpmSubLayerSubscriptionsGet0}.
     */
    public List<FwpmSublayerSubscription0> sublayerSubscriptions() {
        return calls.list(
                "FwpmSubLayerSubscriptionsGet0",
                (page, address) -> new FwpmSublayerSubscription0View(page, address).toRecord(),
                functions.sublayer()::FwpmSubLayerSubscriptionsGet0);
    }

    /**
     * {@return the subscriptions of all sessions to changes of callouts}
     *
     * <p>C: {@code FwpmCalloutSubscriptionsGet0}.
     */
    public List<FwpmCalloutSubscription0> calloutSubscriptions() {
        return calls.list(
                "FwpmCalloutSubscriptionsGet0",
                (page, address) -> new FwpmCalloutSubscription0View(page, address).toRecord(),
                functions.callout()::FwpmCalloutSubscriptionsGet0);
    }

    /**
     * {@return the subscriptions of all sessions to changes of filters}
     *
     * <p>C: {@code FwpmFilterSubscriptionsGet0}.
     */
    public List<FwpmFilterSubscription0> filterSubscriptions() {
        return calls.list(
                "FwpmFilterSubscriptionsGet0",
                (page, address) -> new FwpmFilterSubscription0View(page, address).toRecord(),
                functions.filter()::FwpmFilterSubscriptionsGet0);
    }

    /**
     * {@return the subscriptions of all sessions to network events}
     *
     * <p>C: {@code FwpmNetEventSubscriptionsGet0}.
     */
    public List<FwpmNetEventSubscription0> netEventSubscriptions() {
        return calls.list(
                "FwpmNetEventSubscriptionsGet0",
                (page, address) -> new FwpmNetEventSubscription0View(page, address).toRecord(),
                functions.netEvent()::FwpmNetEventSubscriptionsGet0);
    }

    /**
     * {@return the subscriptions of all sessions to connections that IPsec protects}
     *
     * <p>C: {@code FwpmConnectionSubscriptionsGet0}.
     */
    public List<FwpmConnectionSubscription0> connectionSubscriptions() {
        return calls.list(
                "FwpmConnectionSubscriptionsGet0",
                (page, address) -> new FwpmConnectionSubscription0View(page, address).toRecord(),
                functions.connection()::FwpmConnectionSubscriptionsGet0);
    }

    /**
     * {@return the subscriptions of all sessions to contexts of security associations}
     *
     * <p>C: {@code IPsecSaContextSubscriptionsGet0}.
     */
    public List<IpsecSaContextSubscription0> saContextSubscriptions() {
        return calls.list(
                "IPsecSaContextSubscriptionsGet0",
                (page, address) -> new IpsecSaContextSubscription0View(page, address).toRecord(),
                functions.saContext()::IPsecSaContextSubscriptionsGet0);
    }

    /**
     * {@return a cursor over all network events that the engine still has, in the newest version of
     * their struct}
     *
     * <p>It keeps the newest hundred or so, and none from before the system started.
     *
     * <p>C: {@code FwpmNetEventEnum5}, since Windows 10 1809.
     *
     * @throws TransactionException within a transaction
     * @throws WfpException if the engine does not collect them, among others
     */
    public Cursor<FwpmNetEvent5View> netEvents() {
        return netEvents(FwpmNetEvent5View.class);
    }

    /**
     * {@return a cursor over the network events that a version of their struct can express}
     *
     * @param version the class of {@link FwpmNetEvent5View} or an older version, down to {@link
     *     io.github.wfp4j.view.FwpmNetEvent0View}
     * @param <V> the version
     * @throws IllegalArgumentException if the class is another one
     * @throws TransactionException within a transaction
     * @throws WfpException if the engine does not collect them, among others
     * @throws UnsupportedOperationException if this Windows does not know that version
     */
    public <V> Cursor<V> netEvents(Class<V> version) {
        return new Cursor<>(
                calls,
                NetEventVersions.enumeration(functions.netEvent(), version),
                NULL,
                Subject.NONE);
    }

    /**
     * {@return a cursor over the network events that fit a template}
     *
     * @param template which ones, by their time and by conditions on their fields
     * @throws TransactionException within a transaction
     * @throws WfpException if the engine does not collect them or the template is not valid, among
     *     others
     */
    public Cursor<FwpmNetEvent5View> netEvents(FwpmNetEventEnumTemplate0 template) {
        return netEvents(template, FwpmNetEvent5View.class);
    }

    /**
     * {@return a cursor over the network events that fit a template and that a version of their
     * struct can express}
     *
     * @param template which ones, by their time and by conditions on their fields
     * @param version the class of {@link FwpmNetEvent5View} or an older version, down to {@link
     *     io.github.wfp4j.view.FwpmNetEvent0View}
     * @param <V> the version
     * @throws IllegalArgumentException if the class is another one
     * @throws TransactionException within a transaction
     * @throws WfpException if the engine does not collect them or the template is not valid, among
     *     others
     * @throws UnsupportedOperationException if this Windows does not know that version
     */
    public <V> Cursor<V> netEvents(FwpmNetEventEnumTemplate0 template, Class<V> version) {
        return cursor(
                NetEventVersions.enumeration(functions.netEvent(), version),
                template,
                FwpmNetEventEnumTemplate0Codec::encode);
    }

    /**
     * {@return a cursor over all connections that IPsec protects, without their counts of bytes}
     *
     * <p>C: {@code FwpmConnectionEnum0}.
     *
     * @throws WfpException with {@code FWP_E_CONNECTIONS_DISABLED} if the engine's option to
     *     monitor connections is off, among others
     */
    public Cursor<FwpmConnection0View> connections() {
        return new Cursor<>(calls, Enumerations.of(functions.connection()), NULL, Subject.NONE);
    }

    /**
     * {@return a cursor over the connections that fit a template; its flags decide whether their
     * bytes are counted}
     *
     * @param template which ones
     * @throws WfpException with {@code FWP_E_CONNECTIONS_DISABLED} if the engine's option to
     *     monitor connections is off, among others
     */
    public Cursor<FwpmConnection0View> connections(FwpmConnectionEnumTemplate0 template) {
        return cursor(
                Enumerations.of(functions.connection()),
                template,
                FwpmConnectionEnumTemplate0Codec::encode);
    }

    /**
     * {@return the connection with an id}
     *
     * <p>C: {@code FwpmConnectionGetById0}.
     *
     * @param id a {@code UINT64}
     * @throws NotFoundException if there is none
     */
    public FwpmConnection0 connection(long id) {
        return calls.get(
                "FwpmConnectionGetById0",
                Struct.CONNECTION,
                id,
                functions.connection()::FwpmConnectionGetById0);
    }

    /** {@return a cursor over what fits a template} */
    final <T, V> Cursor<V> cursor(
            Enumeration<V> enumeration, T template, Calls.Encoder<T> encoder) {
        try (Arena arena = new ErasingArena()) {
            return new Cursor<>(calls, enumeration, encoder.encode(template, arena), template);
        }
    }
}
