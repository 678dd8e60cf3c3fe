package io.github.wfp4j.engine;

import static java.lang.foreign.MemorySegment.NULL;

import io.github.wfp4j.ikeext.IkeextSaDetails0;
import io.github.wfp4j.ikeext.IkeextSaDetails1;
import io.github.wfp4j.ikeext.IkeextSaDetails2;
import io.github.wfp4j.ikeext.IkeextSaEnumTemplate0;
import io.github.wfp4j.internal.abi.IkeextSaFunctions;
import io.github.wfp4j.internal.codec.IkeextSaDetails0Codec;
import io.github.wfp4j.internal.codec.IkeextSaDetails1Codec;
import io.github.wfp4j.internal.codec.IkeextSaDetails2Codec;
import io.github.wfp4j.internal.codec.IkeextSaEnumTemplate0Codec;
import io.github.wfp4j.internal.memory.ErasingArena;
import io.github.wfp4j.internal.memory.Slab;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.view.IkeextSaDetails2View;

import java.lang.foreign.Arena;
import java.util.List;

/**
 * The security associations of IKE, AuthIP and IKEv2: those of main mode, under which the keying
 * modules negotiate what IPsec uses.
 *
 * <p>Only the keying modules make them. Threads and lifetime are as for the {@link Engine}, and so
 * are the errors that every method may throw. Without the service of the keying modules they throw
 * a {@link WfpException} with {@code FWP_E_IKEEXT_NOT_RUNNING}.
 */
public final class IkeSecurityAssociations {
    private static final Struct<IkeextSaDetails2> DETAILS_2 =
            new Struct<>(
                    "IKEEXT_SA_DETAILS2",
                    IkeextSaDetails2Codec.BYTE_SIZE,
                    IkeextSaDetails2Codec::decode);

    private final Calls calls;
    private final IkeextSaFunctions functions;

    IkeSecurityAssociations(Calls calls) {
        this.calls = calls;
        this.functions = calls.functions().ikeextSa();
    }

    /**
     * {@return the association with an id, in the newest version of its struct}
     *
     * @param id a {@code UINT64}
     * @throws NotFoundException if there is none
     */
    public IkeextSaDetails2 get(long id) {
        return get(id, IkeextSaDetails2.class);
    }

    /**
     * {@return the association with an id, in a chosen version of its struct}
     *
     * <p>C: {@code IkeextSaGetById0} to {@code IkeextSaGetById2}.
     *
     * @param <R> the struct in that version
     * @param id a {@code UINT64}
     * @param version the class of {@link IkeextSaDetails2} or an older version
     * @throws NotFoundException if there is none, or that version cannot express it
     * @throws IllegalArgumentException if the class is another one
     */
    public <R> R get(long id, Class<R> version) {
        Version<R, Calls.LookupById> found = Version.of(version, versions());
        return calls.get(found.function(), found.struct(), id, found.call());
    }

    /**
     * {@return the association with an id and a lookup context}
     *
     * <p>C: {@code IkeextSaGetById2}.
     *
     * @param id a {@code UINT64}
     * @param lookupContext what the bundle of IPsec's associations under it has as {@code
     *     saLookupContext}
     * @throws NotFoundException if there is none
     */
    public IkeextSaDetails2 get(long id, Guid lookupContext) {
        try (Arena arena = new ErasingArena()) {
            Slab slab = Slab.allocate(16, arena);
            slab.putGuid(slab.reserve(16), lookupContext);
            return calls.get(
                    "IkeextSaGetById2",
                    DETAILS_2,
                    id,
                    (engine, number, out) ->
                            functions.IkeextSaGetById2(engine, number, slab.memory(), out));
        }
    }

    private List<Version<?, Calls.LookupById>> versions() {
        return List.of(
                new Version<>(
                        IkeextSaDetails2.class,
                        DETAILS_2,
                        "IkeextSaGetById2",
                        (engine, id, out) -> functions.IkeextSaGetById2(engine, id, NULL, out)),
                new Version<>(
                        IkeextSaDetails1.class,
                        new Struct<>(
                                "IKEEXT_SA_DETAILS1",
                                IkeextSaDetails1Codec.BYTE_SIZE,
                                IkeextSaDetails1Codec::decode),
                        "IkeextSaGetById1",
                        (engine, id, out) -> functions.IkeextSaGetById1(engine, id, NULL, out)),
                new Version<>(
                        IkeextSaDetails0.class,
                        new Struct<>(
                                "IKEEXT_SA_DETAILS0",
                                IkeextSaDetails0Codec.BYTE_SIZE,
                                IkeextSaDetails0Codec::decode),
                        "IkeextSaGetById0",
                        functions::IkeextSaGetById0));
    }

    /**
     * Deletes an association.
     *
     * <p>C: {@code IkeextSaDeleteById0}.
     *
     * @param id a {@code UINT64}
     * @throws NotFoundException if there is none
     */
    public void delete(long id) {
        calls.run("IkeextSaDeleteById0", id, engine -> functions.IkeextSaDeleteById0(engine, id));
    }

    /** {@return a cursor over all associations, in the newest version of their struct} */
    public Cursor<IkeextSaDetails2View> details() {
        return details(IkeextSaDetails2View.class);
    }

    /**
     * {@return a cursor over the associations that a version of their struct can express}
     *
     * @param <V> the view of the struct in that version
     * @param version the class of {@link IkeextSaDetails2View} or an older version
     * @throws IllegalArgumentException if the class is another one
     */
    public <V> Cursor<V> details(Class<V> version) {
        return new Cursor<>(
                calls,
                IpsecEnumerations.ikeAssociations(calls.functions().ikeextSa(), version),
                NULL,
                Subject.NONE);
    }

    /**
     * {@return a cursor over the associations that fit a template}
     *
     * @param template which ones
     */
    public Cursor<IkeextSaDetails2View> details(IkeextSaEnumTemplate0 template) {
        return details(template, IkeextSaDetails2View.class);
    }

    /**
     * {@return a cursor over the associations that fit a template and that a version of their
     * struct can express}
     *
     * <p>C: {@code IkeextSaEnum0} to {@code IkeextSaEnum2}.
     *
     * @param <V> the view of the struct in that version
     * @param template which ones
     * @param version the class of {@link IkeextSaDetails2View} or an older version
     * @throws IllegalArgumentException if the class is another one
     */
    public <V> Cursor<V> details(IkeextSaEnumTemplate0 template, Class<V> version) {
        return Cursor.of(
                calls,
                IpsecEnumerations.ikeAssociations(calls.functions().ikeextSa(), version),
                template,
                IkeextSaEnumTemplate0Codec::encode);
    }
}
