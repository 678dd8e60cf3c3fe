package io.github.wfp4j.engine;

import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.internal.abi.SaContextFunctions;
import io.github.wfp4j.internal.codec.IpsecGetspi0Codec;
import io.github.wfp4j.internal.codec.IpsecGetspi1Codec;
import io.github.wfp4j.internal.codec.IpsecSaBundle0Codec;
import io.github.wfp4j.internal.codec.IpsecSaBundle1Codec;
import io.github.wfp4j.internal.codec.IpsecSaContext0Codec;
import io.github.wfp4j.internal.codec.IpsecSaContext1Codec;
import io.github.wfp4j.internal.codec.IpsecSaContextEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.IpsecSaEnumTemplate0Codec;
import io.github.wfp4j.internal.codec.IpsecTraffic0Codec;
import io.github.wfp4j.internal.codec.IpsecTraffic1Codec;
import io.github.wfp4j.internal.codec.IpsecVirtualIfTunnelInfo0Codec;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.ipsec.IpsecGetspi0;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSaBundle0;
import io.github.wfp4j.ipsec.IpsecSaBundle1;
import io.github.wfp4j.ipsec.IpsecSaContext0;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaContextUpdateFlags;
import io.github.wfp4j.ipsec.IpsecSaEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecTraffic0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecVirtualIfTunnelInfo0;
import io.github.wfp4j.types.Unsigned;
import io.github.wfp4j.view.IpsecSaContext1View;
import io.github.wfp4j.view.IpsecSaDetails1View;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * IPsec's security associations (SAs) of an engine, and the contexts that hold them in pairs.
 *
 * <p>Keying modules such as IKE make them, and so can a program that agreed on keys in its own way.
 * It goes through these steps, in this order; an error of {@code FWP_E_INCOMPATIBLE_SA_STATE} says
 * that one was left out:
 *
 * <pre>{@code
 * SecurityAssociations associations = engine.securityAssociations();
 * long id = associations.create(outboundTraffic).id();
 * long spi = associations.getSpi(id, IpsecGetspi1.of(inboundTraffic, encapsulation));
 * associations.addInbound(id, bundleWith(spi)); // the peer sends with this one
 * associations.addOutbound(id, bundleWith(spiOfPeer)); // from now on the pair is in use
 * associations.expire(id);
 * }</pre>
 *
 * <p>Contexts belong to the engine and not to a session: they outlive {@link Engine#close()} and
 * end when they are deleted, when they expire, or with the engine's service.
 *
 * <p><b>Keys.</b> The memory through which keys are handed to the engine is zeroed before it is
 * given back. Records are ordinary Java objects, which nobody can wipe.
 *
 * <p>Threads and lifetime are as for the {@link Engine}, and so are the errors that every method
 * may throw.
 */
public final class SecurityAssociations {
    private final Calls calls;
    private final SaContextFunctions functions;

    SecurityAssociations(Calls calls) {
        this.calls = calls;
        this.functions = calls.functions().saContext();
    }

    /**
     * Creates a context without associations.
     *
     * <p>C: {@code IPsecSaContextCreate1}.
     *
     * @param outboundTraffic the traffic that is to be protected, with the id of the filter, or of
     *     the policy for a tunnel, that has it protected
     * @return the context's id, and that of its inbound filter
     * @throws NotFoundException if there is no such filter or policy
     * @throws TransactionException within a transaction
     * @throws WfpException if the session is dynamic, among others
     */
    public SaContextIds create(IpsecTraffic1 outboundTraffic) {
        return create(outboundTraffic, (IpsecVirtualIfTunnelInfo0) null);
    }

    /**
     * Creates a context without associations; else as {@link #create(IpsecTraffic1)}.
     *
     * @param outboundTraffic the traffic that is to be protected, with the id of the filter or
     *     policy that has it protected
     * @param tunnel the virtual interface of the tunnel that the traffic uses, or null for none
     * @return the context's id, and that of its inbound filter
     */
    public SaContextIds create(
            IpsecTraffic1 outboundTraffic, @Nullable IpsecVirtualIfTunnelInfo0 tunnel) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment traffic = IpsecTraffic1Codec.encode(outboundTraffic, arena);
            MemorySegment info =
                    tunnel == null ? NULL : IpsecVirtualIfTunnelInfo0Codec.encode(tunnel, arena);
            return create(
                    "IPsecSaContextCreate1",
                    outboundTraffic,
                    arena,
                    (engine, filter, id) ->
                            functions.IPsecSaContextCreate1(engine, traffic, info, filter, id));
        }
    }

    /**
     * Creates a context for traffic given as an older struct; else as {@link
     * #create(IpsecTraffic1)}.
     *
     * <p>C: {@code IPsecSaContextCreate0}.
     *
     * @param outboundTraffic the traffic that is to be protected, with the id of the filter or
     *     policy that has it protected
     * @return the context's id, and that of its inbound filter
     */
    public SaContextIds create(IpsecTraffic0 outboundTraffic) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment traffic = IpsecTraffic0Codec.encode(outboundTraffic, arena);
            return create(
                    "IPsecSaContextCreate0",
                    outboundTraffic,
                    arena,
                    (engine, filter, id) ->
                            functions.IPsecSaContextCreate0(engine, traffic, filter, id));
        }
    }

    private SaContextIds create(String function, Object traffic, Arena arena, Calls.Lookup call) {
        MemorySegment filter = arena.allocate(JAVA_LONG);
        MemorySegment id = arena.allocate(JAVA_LONG);
        calls.run(function, traffic, engine -> call.on(engine, filter, id));
        return new SaContextIds(id.get(JAVA_LONG, 0), filter.get(JAVA_LONG, 0));
    }

    /**
     * Has the engine choose the security parameter index (SPI) of a context's inbound associations.
     *
     * <p>C: {@code IPsecSaContextGetSpi1}.
     *
     * @param id of the context
     * @param request the inbound traffic, the opposite of the context's
     * @return the index, a {@code UINT32} of 256 or more
     * @throws NotFoundException if there is no such context or filter
     * @throws WfpException if the traffic is not that of the context, among others
     */
    public long getSpi(long id, IpsecGetspi1 request) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment encoded = IpsecGetspi1Codec.encode(request, arena);
            return getSpi(
                    "IPsecSaContextGetSpi1",
                    id,
                    arena,
                    (engine, spi) -> functions.IPsecSaContextGetSpi1(engine, id, encoded, spi));
        }
    }

    /**
     * Has the engine choose an index for traffic given as an older struct; else as {@link
     * #getSpi(long, IpsecGetspi1)}.
     *
     * <p>C: {@code IPsecSaContextGetSpi0}.
     *
     * @param id of the context
     * @param request the inbound traffic, the opposite of the context's
     * @return the index, a {@code UINT32} of 256 or more
     */
    public long getSpi(long id, IpsecGetspi0 request) {
        try (Arena arena = new ErasingArena()) {
            MemorySegment encoded = IpsecGetspi0Codec.encode(request, arena);
            return getSpi(
                    "IPsecSaContextGetSpi0",
                    id,
                    arena,
                    (engine, spi) -> functions.IPsecSaContextGetSpi0(engine, id, encoded, spi));
        }
    }

    private long getSpi(String function, long id, Arena arena, Calls.Into call) {
        MemorySegment spi = arena.allocate(JAVA_INT);
        calls.run(function, id, engine -> call.on(engine, spi));
        return Integer.toUnsignedLong(spi.get(JAVA_INT, 0));
    }

    /**
     * Sets the security parameter index of a context's inbound associations, in place of {@link
     * #getSpi(long, IpsecGetspi1)}.
     *
     * <p>C: {@code IPsecSaContextSetSpi0}.
     *
     * @param id of the context
     * @param request the inbound traffic, the opposite of the context's
     * @param spi the index, 256 to 4294967295
     * @throws NotFoundException if there is no such context or filter
     * @throws AlreadyExistsException if the index is in use
     * @throws WfpException if the index is too low, or the traffic not that of the context, among
     *     others
     * @throws IllegalArgumentException if the index is no {@code UINT32}
     */
    public void setSpi(long id, IpsecGetspi1 request, long spi) {
        int bits = (int) Unsigned.requireUint32(spi, "spi");
        calls.send(
                "IPsecSaContextSetSpi0",
                id,
                request,
                IpsecGetspi1Codec::encode,
                (engine, encoded) -> functions.IPsecSaContextSetSpi0(engine, id, encoded, bits));
    }

    /**
     * Adds the inbound associations of a context: one, or two with ESP before AH.
     *
     * <p>C: {@code IPsecSaContextAddInbound1}.
     *
     * @param id of the context
     * @param bundle the associations with their keys, which have the index of {@link #getSpi(long,
     *     IpsecGetspi1)} or {@link #setSpi}
     * @throws NotFoundException if there is no such context
     * @throws WfpException if it is not yet the turn of this step, or a key does not fit its
     *     algorithm, among others
     */
    public void addInbound(long id, IpsecSaBundle1 bundle) {
        calls.send(
                "IPsecSaContextAddInbound1",
                id,
                bundle,
                IpsecSaBundle1Codec::encode,
                (engine, encoded) -> functions.IPsecSaContextAddInbound1(engine, id, encoded));
    }

    /**
     * Adds inbound associations given as an older struct; else as {@link #addInbound(long,
     * IpsecSaBundle1)}.
     *
     * <p>C: {@code IPsecSaContextAddInbound0}.
     *
     * @param id of the context
     * @param bundle the associations with their keys
     */
    public void addInbound(long id, IpsecSaBundle0 bundle) {
        calls.send(
                "IPsecSaContextAddInbound0",
                id,
                bundle,
                IpsecSaBundle0Codec::encode,
                (engine, encoded) -> functions.IPsecSaContextAddInbound0(engine, id, encoded));
    }

    /**
     * Adds the outbound associations of a context: one, or two with ESP before AH.
     *
     * <p>From now on the pair protects traffic.
     *
     * <p>C: {@code IPsecSaContextAddOutbound1}.
     *
     * @param id of the context
     * @param bundle the associations with their keys, which have the index that the peer chose
     * @throws NotFoundException if there is no such context
     * @throws WfpException if it is not yet the turn of this step, or a key does not fit its
     *     algorithm, among others
     */
    public void addOutbound(long id, IpsecSaBundle1 bundle) {
        calls.send(
                "IPsecSaContextAddOutbound1",
                id,
                bundle,
                IpsecSaBundle1Codec::encode,
                (engine, encoded) -> functions.IPsecSaContextAddOutbound1(engine, id, encoded));
    }

    /**
     * Adds outbound associations given as an older struct; else as {@link #addOutbound(long,
     * IpsecSaBundle1)}.
     *
     * <p>C: {@code IPsecSaContextAddOutbound0}.
     *
     * @param id of the context
     * @param bundle the associations with their keys
     */
    public void addOutbound(long id, IpsecSaBundle0 bundle) {
        calls.send(
                "IPsecSaContextAddOutbound0",
                id,
                bundle,
                IpsecSaBundle0Codec::encode,
                (engine, encoded) -> functions.IPsecSaContextAddOutbound0(engine, id, encoded));
    }

    /**
     * Replaces parts of a context.
     *
     * <p>C: {@code IPsecSaContextUpdate0}.
     *
     * @param parts which ones
     * @param newValues has the parts, and the context's id as {@code saContextId}
     * @throws NotFoundException if there is no such context
     * @throws WfpException if a part does not exist, among others
     */
    public void update(IpsecSaContextUpdateFlags parts, IpsecSaContext1 newValues) {
        calls.send(
                "IPsecSaContextUpdate0",
                newValues.saContextId(),
                newValues,
                IpsecSaContext1Codec::encode,
                (engine, encoded) ->
                        functions.IPsecSaContextUpdate0(engine, parts.bits(), encoded));
    }

    /**
     * Ends a context in an orderly way: the outbound associations go at once, the inbound ones
     * after a minute, when what the peer had sent has arrived.
     *
     * <p>C: {@code IPsecSaContextExpire0}.
     *
     * @param id of the context
     * @throws NotFoundException if there is no such context
     */
    public void expire(long id) {
        calls.run(
                "IPsecSaContextExpire0", id, engine -> functions.IPsecSaContextExpire0(engine, id));
    }

    /**
     * Deletes a context and its associations at once.
     *
     * <p>C: {@code IPsecSaContextDeleteById0}.
     *
     * @param id of the context
     * @throws NotFoundException if there is no such context
     * @throws TransactionException within a transaction
     * @throws WfpException if the session is dynamic, among others
     */
    public void delete(long id) {
        calls.run(
                "IPsecSaContextDeleteById0",
                id,
                engine -> functions.IPsecSaContextDeleteById0(engine, id));
    }

    /**
     * {@return the context with an id, in the newest version of its struct}
     *
     * @param id a {@code UINT64}
     * @throws NotFoundException if there is none
     */
    public IpsecSaContext1 context(long id) {
        return context(id, IpsecSaContext1.class);
    }

    /**
     * {@return the context with an id, in a chosen version of its struct}
     *
     * <p>C: {@code IPsecSaContextGetById0} and {@code IPsecSaContextGetById1}.
     *
     * @param <R> the struct in that version
     * @param id a {@code UINT64}
     * @param version the class of {@link IpsecSaContext1} or {@link IpsecSaContext0}
     * @throws NotFoundException if there is none, or that version cannot express it
     * @throws IllegalArgumentException if the class is another one
     */
    public <R> R context(long id, Class<R> version) {
        Version<R, Calls.LookupById> found = Version.of(version, contextVersions());
        return calls.get(found.function(), found.struct(), id, found.call());
    }

    private List<Version<?, Calls.LookupById>> contextVersions() {
        return List.of(
                new Version<>(
                        IpsecSaContext1.class,
                        new Struct<>(
                                "IPSEC_SA_CONTEXT1",
                                IpsecSaContext1Codec.BYTE_SIZE,
                                IpsecSaContext1Codec::decode),
                        "IPsecSaContextGetById1",
                        functions::IPsecSaContextGetById1),
                new Version<>(
                        IpsecSaContext0.class,
                        new Struct<>(
                                "IPSEC_SA_CONTEXT0",
                                IpsecSaContext0Codec.BYTE_SIZE,
                                IpsecSaContext0Codec::decode),
                        "IPsecSaContextGetById0",
                        functions::IPsecSaContextGetById0));
    }

    /** {@return a cursor over all contexts, in the newest version of their struct} */
    public Cursor<IpsecSaContext1View> contexts() {
        return contexts(IpsecSaContext1View.class);
    }

    /**
     * {@return a cursor over the contexts that a version of their struct can express}
     *
     * @param <V> the view of the struct in that version
     * @param version the class of {@link IpsecSaContext1View} or an older version
     * @throws IllegalArgumentException if the class is another one
     */
    public <V> Cursor<V> contexts(Class<V> version) {
        return new Cursor<>(
                calls,
                IpsecEnumerations.saContexts(calls.functions().saContext(), version),
                NULL,
                Subject.NONE);
    }

    /**
     * {@return a cursor over the contexts that fit a template}
     *
     * @param template which ones
     */
    public Cursor<IpsecSaContext1View> contexts(IpsecSaContextEnumTemplate0 template) {
        return contexts(template, IpsecSaContext1View.class);
    }

    /**
     * {@return a cursor over the contexts that fit a template and that a version of their struct
     * can express}
     *
     * <p>C: {@code IPsecSaContextEnum0} and {@code IPsecSaContextEnum1}.
     *
     * @param <V> the view of the struct in that version
     * @param template which ones
     * @param version the class of {@link IpsecSaContext1View} or an older version
     * @throws IllegalArgumentException if the class is another one
     */
    public <V> Cursor<V> contexts(IpsecSaContextEnumTemplate0 template, Class<V> version) {
        return Cursor.of(
                calls,
                IpsecEnumerations.saContexts(calls.functions().saContext(), version),
                template,
                IpsecSaContextEnumTemplate0Codec::encode);
    }

    /** {@return a cursor over all single associations, in the newest version of their struct} */
    public Cursor<IpsecSaDetails1View> details() {
        return details(IpsecSaDetails1View.class);
    }

    /**
     * {@return a cursor over the single associations that a version of their struct can express}
     *
     * @param <V> the view of the struct in that version
     * @param version the class of {@link IpsecSaDetails1View} or an older version
     * @throws IllegalArgumentException if the class is another one
     */
    public <V> Cursor<V> details(Class<V> version) {
        return new Cursor<>(
                calls,
                IpsecEnumerations.associations(calls.functions().sa(), version),
                NULL,
                Subject.NONE);
    }

    /**
     * {@return a cursor over the single associations that fit a template}
     *
     * @param template which ones
     */
    public Cursor<IpsecSaDetails1View> details(IpsecSaEnumTemplate0 template) {
        return details(template, IpsecSaDetails1View.class);
    }

    /**
     * {@return a cursor over the single associations that fit a template and that a version of
     * their struct can express}
     *
     * <p>C: {@code IPsecSaEnum0} and {@code IPsecSaEnum1}.
     *
     * @param <V> the view of the struct in that version
     * @param template which ones
     * @param version the class of {@link IpsecSaDetails1View} or an older version
     * @throws IllegalArgumentException if the class is another one
     */
    public <V> Cursor<V> details(IpsecSaEnumTemplate0 template, Class<V> version) {
        return Cursor.of(
                calls,
                IpsecEnumerations.associations(calls.functions().sa(), version),
                template,
                IpsecSaEnumTemplate0Codec::encode);
    }
}
