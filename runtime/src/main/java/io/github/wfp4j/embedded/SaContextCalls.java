package io.github.wfp4j.embedded;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.internal.abi.SaContextFunctions;
import io.github.wfp4j.internal.memory.Arguments;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextUpdateFlags;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecVirtualIfTunnelInfo0;
import io.github.wfp4j.win32.AccessRight;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The functions on security association contexts, in both versions (9).
 *
 * <p>All but the creation and the deletion can be called in a transaction, and follow it.
 */
final class SaContextCalls implements SaContextFunctions {
    private static final IpsecVirtualIfTunnelInfo0 NO_INTERFACE =
            new IpsecVirtualIfTunnelInfo0(0, 0);

    private final Core core;
    private final SaContextSteps steps;
    private final Enumerations<IpsecSaContext1> enumerations;
    private final SaContextSubscriptionCalls subscriptions;

    SaContextCalls(Core core) {
        this.core = core;
        this.steps = new SaContextSteps(core);
        this.enumerations = new Enumerations<>(IpsecSaContext1.class, core, Container.SA_DATABASE);
        this.subscriptions = new SaContextSubscriptionCalls(core);
    }

    private SaReading reading() {
        return new SaReading(core.store(), core.options().clock().instant());
    }

    /** Runs what must be called neither in a transaction nor in a dynamic session (9.2, 9.18). */
    private int alone(MemorySegment engineHandle, int right, Consumer<Session> body) {
        return core.calls()
                .inSession(
                        engineHandle,
                        session -> {
                            EngineFailure.unless(
                                    session.transaction() == null, ErrorCode.FWP_E_TXN_IN_PROGRESS);
                            EngineFailure.unless(
                                    !session.isDynamic(),
                                    ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
                            core.calls().writeAlone(session, allowed(right, body));
                        });
    }

    /** Runs what changes a context. */
    private int write(MemorySegment engineHandle, int right, Consumer<Session> body) {
        return core.calls().write(engineHandle, allowed(right, body));
    }

    private Consumer<Session> allowed(int right, Consumer<Session> body) {
        return session -> {
            core.access().require(session.caller(), Container.SA_DATABASE, right);
            body.accept(session);
        };
    }

    @Override
    public int IPsecSaContextCreate0(
            MemorySegment engineHandle,
            MemorySegment outboundTraffic,
            MemorySegment inboundFilterId,
            MemorySegment id) {
        return create(
                engineHandle,
                () -> SaVersions.toNewest(SaStructs.TRAFFIC0.decode(outboundTraffic)),
                MemorySegment.NULL,
                inboundFilterId,
                id);
    }

    @Override
    public int IPsecSaContextCreate1(
            MemorySegment engineHandle,
            MemorySegment outboundTraffic,
            MemorySegment virtualIfTunnelInfo,
            MemorySegment inboundFilterId,
            MemorySegment id) {
        return create(
                engineHandle,
                () -> SaStructs.TRAFFIC1.decode(outboundTraffic),
                virtualIfTunnelInfo,
                inboundFilterId,
                id);
    }

    private int create(
            MemorySegment engineHandle,
            Supplier<IpsecTraffic1> decoding,
            MemorySegment virtualIfTunnelInfo,
            MemorySegment inboundFilterId,
            MemorySegment id) {
        return alone(
                engineHandle,
                FwpmActrl.ADD,
                _ -> {
                    MemorySegment out = Arguments.target(id, Long.BYTES, Long.BYTES, "id");
                    IpsecTraffic1 traffic = decoding.get();
                    IpsecVirtualIfTunnelInfo0 virtualInterface =
                            Inputs.optional(virtualIfTunnelInfo, SaStructs.VIRTUAL_INTERFACE);
                    long newId =
                            steps.create(
                                    traffic,
                                    virtualInterface == null ? NO_INTERFACE : virtualInterface);
                    // No inbound filter is kept in mind for the outbound one; callers know that.
                    Results.putId(inboundFilterId, 0);
                    out.set(JAVA_LONG, 0, newId);
                });
    }

    @Override
    public int IPsecSaContextDeleteById0(MemorySegment engineHandle, long id) {
        return alone(engineHandle, AccessRight.DELETE, _ -> steps.delete(id));
    }

    @Override
    public int IPsecSaContextExpire0(MemorySegment engineHandle, long id) {
        return write(engineHandle, AccessRight.DELETE, _ -> steps.expire(id));
    }

    @Override
    public int IPsecSaContextGetSpi0(
            MemorySegment engineHandle, long id, MemorySegment getSpi, MemorySegment inboundSpi) {
        return getSpi(
                engineHandle,
                id,
                () -> SaVersions.toNewest(SaStructs.GET_SPI0.decode(getSpi)),
                inboundSpi);
    }

    @Override
    public int IPsecSaContextGetSpi1(
            MemorySegment engineHandle, long id, MemorySegment getSpi, MemorySegment inboundSpi) {
        return getSpi(engineHandle, id, () -> SaStructs.GET_SPI1.decode(getSpi), inboundSpi);
    }

    private int getSpi(
            MemorySegment engineHandle,
            long id,
            Supplier<IpsecGetspi1> decoding,
            MemorySegment inboundSpi) {
        return write(
                engineHandle,
                FwpmActrl.ADD,
                _ -> {
                    MemorySegment out = Results.countTo(inboundSpi, "inboundSpi");
                    long spi = steps.getSpi(id, decoding.get());
                    out.set(JAVA_INT, 0, (int) spi);
                });
    }

    @Override
    public int IPsecSaContextSetSpi0(
            MemorySegment engineHandle, long id, MemorySegment getSpi, int inboundSpi) {
        return write(
                engineHandle,
                FwpmActrl.ADD,
                _ ->
                        steps.setSpi(
                                id,
                                SaStructs.GET_SPI1.decode(getSpi),
                                Integer.toUnsignedLong(inboundSpi)));
    }

    @Override
    public int IPsecSaContextAddInbound0(
            MemorySegment engineHandle, long id, MemorySegment inboundBundle) {
        return write(
                engineHandle, FwpmActrl.ADD, _ -> steps.addInbound(id, oldBundle(inboundBundle)));
    }

    @Override
    public int IPsecSaContextAddInbound1(
            MemorySegment engineHandle, long id, MemorySegment inboundBundle) {
        return write(
                engineHandle,
                FwpmActrl.ADD,
                _ -> steps.addInbound(id, SaStructs.BUNDLE1.decode(inboundBundle)));
    }

    @Override
    public int IPsecSaContextAddOutbound0(
            MemorySegment engineHandle, long id, MemorySegment outboundBundle) {
        return write(
                engineHandle, FwpmActrl.ADD, _ -> steps.addOutbound(id, oldBundle(outboundBundle)));
    }

    @Override
    public int IPsecSaContextAddOutbound1(
            MemorySegment engineHandle, long id, MemorySegment outboundBundle) {
        return write(
                engineHandle,
                FwpmActrl.ADD,
                _ -> steps.addOutbound(id, SaStructs.BUNDLE1.decode(outboundBundle)));
    }

    private static IpsecSaBundle1 oldBundle(MemorySegment bundle) {
        return SaVersions.toNewest(SaStructs.BUNDLE0.decode(bundle));
    }

    @Override
    public int IPsecSaContextUpdate0(
            MemorySegment engineHandle, long flags, MemorySegment newValues) {
        return write(
                engineHandle,
                FwpmActrl.WRITE,
                _ -> {
                    IpsecSaContext1 values = SaStructs.CONTEXT1.decode(newValues);
                    new SaContextUpdate(
                                    core.store(),
                                    new IpsecSaContextUpdateFlags(flags),
                                    core.options().clock().instant())
                            .apply(values);
                });
    }

    @Override
    public int IPsecSaContextGetById0(
            MemorySegment engineHandle, long id, MemorySegment saContext) {
        return get(engineHandle, id, saContext, SaStructs.CONTEXT0, SaVersions::toOldest);
    }

    @Override
    public int IPsecSaContextGetById1(
            MemorySegment engineHandle, long id, MemorySegment saContext) {
        return get(engineHandle, id, saContext, SaStructs.CONTEXT1, it -> it);
    }

    private <T> int get(
            MemorySegment engineHandle,
            long id,
            MemorySegment saContext,
            Struct<T> struct,
            Function<IpsecSaContext1, T> version) {
        return core.calls()
                .read(
                        engineHandle,
                        session -> {
                            core.access()
                                    .require(
                                            session.caller(),
                                            Container.SA_DATABASE,
                                            FwpmActrl.READ);
                            MemorySegment out = Results.pointerTo(saContext, "saContext");
                            T value = version.apply(reading().context(id));
                            Results.put(out, core.results().one(value, struct));
                        });
    }

    @Override
    public int IPsecSaContextCreateEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumTemplate, MemorySegment enumHandle) {
        return enumerations.create(
                engineHandle,
                enumHandle,
                () ->
                        reading()
                                .contexts(
                                        Inputs.optional(enumTemplate, SaStructs.CONTEXT_TEMPLATE)));
    }

    @Override
    public int IPsecSaContextEnum0(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                SaStructs.CONTEXT0,
                SaVersions::toOldest);
    }

    @Override
    public int IPsecSaContextEnum1(
            MemorySegment engineHandle,
            MemorySegment enumHandle,
            int numEntriesRequested,
            MemorySegment entries,
            MemorySegment numEntriesReturned) {
        return enumerations.next(
                engineHandle,
                enumHandle,
                numEntriesRequested,
                entries,
                numEntriesReturned,
                SaStructs.CONTEXT1);
    }

    @Override
    public int IPsecSaContextDestroyEnumHandle0(
            MemorySegment engineHandle, MemorySegment enumHandle) {
        return enumerations.destroy(engineHandle, enumHandle);
    }

    @Override
    public int IPsecSaContextSubscribe0(
            MemorySegment engineHandle,
            MemorySegment subscription,
            MemorySegment callback,
            MemorySegment context,
            MemorySegment eventsHandle) {
        return subscriptions.subscribe(engineHandle, subscription, callback, context, eventsHandle);
    }

    @Override
    public int IPsecSaContextUnsubscribe0(MemorySegment engineHandle, MemorySegment eventsHandle) {
        return subscriptions.unsubscribe(engineHandle, eventsHandle);
    }

    @Override
    public int IPsecSaContextSubscriptionsGet0(
            MemorySegment engineHandle, MemorySegment entries, MemorySegment numEntries) {
        return subscriptions.list(engineHandle, entries, numEntries);
    }
}
