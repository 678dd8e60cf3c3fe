package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.internal.codec.FwpmCallout0Codec;
import io.github.wfp4j.internal.codec.FwpmFilter0Codec;
import io.github.wfp4j.internal.codec.FwpmProvider0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext0Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext1Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext2Codec;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.internal.codec.FwpmSublayer0Codec;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.types.Unsigned;

/**
 * What an engine does with single objects: add, get, delete.
 *
 * <p>Not public, because its methods are the engine's; a class of its own, because they are many.
 */
abstract sealed class EngineObjects permits EngineEvents {
    final WfpFunctions functions;
    final Calls calls;

    EngineObjects(WfpFunctions functions, Calls calls) {
        this.functions = functions;
        this.calls = calls;
    }

    /**
     * Adds a provider.
     *
     * @throws AlreadyExistsException if there is one with that key
     */
    public void add(FwpmProvider0 provider) {
        calls.add(
                "FwpmProviderAdd0",
                provider,
                FwpmProvider0Codec::encode,
                functions.provider()::FwpmProviderAdd0);
    }

    /**
     * Adds a sublayer. If its weight is taken, the engine gives it the closest free one.
     *
     * @throws AlreadyExistsException if there is one with that key
     * @throws NotFoundException if its provider does not exist
     */
    public void add(FwpmSublayer0 sublayer) {
        calls.add(
                "FwpmSubLayerAdd0",
                sublayer,
                FwpmSublayer0Codec::encode,
                functions.sublayer()::FwpmSubLayerAdd0);
    }

    /**
     * Adds a callout.
     *
     * @return its id, a {@code UINT32}
     * @throws AlreadyExistsException if there is one with that key
     * @throws NotFoundException if its layer or provider does not exist
     */
    public long add(FwpmCallout0 callout) {
        return calls.addWithId(
                "FwpmCalloutAdd0",
                callout,
                FwpmCallout0Codec::encode,
                functions.callout()::FwpmCalloutAdd0);
    }

    /**
     * Adds a filter.
     *
     * @return its id, a {@code UINT64}
     * @throws AlreadyExistsException if there is one with that key
     * @throws NotFoundException if its layer, sublayer, callout, provider context or provider does
     *     not exist, or the layer lacks the field of a condition
     */
    public long add(FwpmFilter0 filter) {
        return calls.addWithId(
                "FwpmFilterAdd0",
                filter,
                FwpmFilter0Codec::encode,
                functions.filter()::FwpmFilterAdd0);
    }

    /**
     * Adds a provider context.
     *
     * @return its id, a {@code UINT64}
     * @throws AlreadyExistsException if there is one with that key
     * @throws NotFoundException if its provider does not exist
     */
    public long add(FwpmProviderContext3 context) {
        return calls.addWithId(
                "FwpmProviderContextAdd3",
                context,
                FwpmProviderContext3Codec::encode,
                functions.providerContext()::FwpmProviderContextAdd3);
    }

    /**
     * Adds a provider context made as an older struct; else as {@link #add(FwpmProviderContext3)}.
     *
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext2 context) {
        return calls.addWithId(
                "FwpmProviderContextAdd2",
                context,
                FwpmProviderContext2Codec::encode,
                functions.providerContext()::FwpmProviderContextAdd2);
    }

    /**
     * Adds a provider context made as an older struct; else as {@link #add(FwpmProviderContext3)}.
     *
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext1 context) {
        return calls.addWithId(
                "FwpmProviderContextAdd1",
                context,
                FwpmProviderContext1Codec::encode,
                functions.providerContext()::FwpmProviderContextAdd1);
    }

    /**
     * Adds a provider context made as an older struct; else as {@link #add(FwpmProviderContext3)}.
     *
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext0 context) {
        return calls.addWithId(
                "FwpmProviderContextAdd0",
                context,
                FwpmProviderContext0Codec::encode,
                functions.providerContext()::FwpmProviderContextAdd0);
    }

    /**
     * {@return the provider with a key}
     *
     * @throws NotFoundException if there is none
     */
    public FwpmProvider0 provider(ProviderKey key) {
        return calls.get(
                "FwpmProviderGetByKey0",
                Struct.PROVIDER,
                key,
                functions.provider()::FwpmProviderGetByKey0);
    }

    /**
     * {@return the sublayer with a key}
     *
     * @throws NotFoundException if there is none
     */
    public FwpmSublayer0 sublayer(SublayerKey key) {
        return calls.get(
                "FwpmSubLayerGetByKey0",
                Struct.SUBLAYER,
                key,
                functions.sublayer()::FwpmSubLayerGetByKey0);
    }

    /**
     * {@return the callout with a key}
     *
     * @throws NotFoundException if there is none
     */
    public FwpmCallout0 callout(CalloutKey key) {
        return calls.get(
                "FwpmCalloutGetByKey0",
                Struct.CALLOUT,
                key,
                functions.callout()::FwpmCalloutGetByKey0);
    }

    /**
     * {@return the callout with an id}
     *
     * @param id a {@code UINT32}
     * @throws NotFoundException if there is none
     */
    public FwpmCallout0 callout(long id) {
        int bits = (int) Unsigned.requireUint32(id, "id");
        return calls.get(
                "FwpmCalloutGetById0",
                Struct.CALLOUT,
                id,
                (engine, _, out) -> functions.callout().FwpmCalloutGetById0(engine, bits, out));
    }

    /**
     * {@return the filter with a key}
     *
     * @throws NotFoundException if there is none
     */
    public FwpmFilter0 filter(FilterKey key) {
        return calls.get(
                "FwpmFilterGetByKey0", Struct.FILTER, key, functions.filter()::FwpmFilterGetByKey0);
    }

    /**
     * {@return the filter with an id}
     *
     * @param id a {@code UINT64}
     * @throws NotFoundException if there is none
     */
    public FwpmFilter0 filter(long id) {
        return calls.get(
                "FwpmFilterGetById0", Struct.FILTER, id, functions.filter()::FwpmFilterGetById0);
    }

    /**
     * {@return the provider context with a key, in the newest version of its struct}
     *
     * @throws NotFoundException if there is none
     */
    public FwpmProviderContext3 providerContext(ProviderContextKey key) {
        return providerContext(key, FwpmProviderContext3.class);
    }

    /**
     * {@return the provider context with an id, in the newest version of its struct}
     *
     * @param id a {@code UINT64}
     * @throws NotFoundException if there is none
     */
    public FwpmProviderContext3 providerContext(long id) {
        return providerContext(id, FwpmProviderContext3.class);
    }

    /**
     * {@return the provider context with a key, in a chosen version of its struct}
     *
     * @param version the class of {@link FwpmProviderContext3} or an older version
     * @throws NotFoundException if there is none, or that version cannot express it
     * @throws IllegalArgumentException if the class is another one
     */
    public <R> R providerContext(ProviderContextKey key, Class<R> version) {
        ContextVersion<R> found = ContextVersion.of(functions.providerContext(), version);
        return calls.get(
                "FwpmProviderContextGetByKey" + found.digit(), found.struct(), key, found.byKey());
    }

    /**
     * {@return the provider context with an id, in a chosen version of its struct}
     *
     * @param id a {@code UINT64}
     * @param version the class of {@link FwpmProviderContext3} or an older version
     * @throws NotFoundException if there is none, or that version cannot express it
     * @throws IllegalArgumentException if the class is another one
     */
    public <R> R providerContext(long id, Class<R> version) {
        ContextVersion<R> found = ContextVersion.of(functions.providerContext(), version);
        return calls.get(
                "FwpmProviderContextGetById" + found.digit(), found.struct(), id, found.byId());
    }

    /**
     * {@return the layer with a key}
     *
     * @throws NotFoundException if there is none
     */
    public FwpmLayer0 layer(LayerKey key) {
        return calls.get(
                "FwpmLayerGetByKey0", Struct.LAYER, key, functions.layer()::FwpmLayerGetByKey0);
    }

    /**
     * {@return the layer with an id}
     *
     * @param id a {@code UINT16}
     * @throws NotFoundException if there is none
     */
    public FwpmLayer0 layer(int id) {
        short bits = (short) Unsigned.requireUint16(id, "id");
        return calls.get(
                "FwpmLayerGetById0",
                Struct.LAYER,
                id,
                (engine, _, out) -> functions.layer().FwpmLayerGetById0(engine, bits, out));
    }

    /**
     * Deletes a provider.
     *
     * @throws NotFoundException if there is none with that key
     * @throws InUseException if another object refers to it
     */
    public void delete(ProviderKey key) {
        calls.delete(
                "FwpmProviderDeleteByKey0", key, functions.provider()::FwpmProviderDeleteByKey0);
    }

    /**
     * Deletes a sublayer.
     *
     * @throws NotFoundException if there is none with that key
     * @throws InUseException if another object refers to it
     */
    public void delete(SublayerKey key) {
        calls.delete(
                "FwpmSubLayerDeleteByKey0", key, functions.sublayer()::FwpmSubLayerDeleteByKey0);
    }

    /**
     * Deletes a callout.
     *
     * @throws NotFoundException if there is none with that key
     * @throws InUseException if another object refers to it
     */
    public void delete(CalloutKey key) {
        calls.delete("FwpmCalloutDeleteByKey0", key, functions.callout()::FwpmCalloutDeleteByKey0);
    }

    /**
     * Deletes a provider context.
     *
     * @throws NotFoundException if there is none with that key
     * @throws InUseException if another object refers to it
     */
    public void delete(ProviderContextKey key) {
        calls.delete(
                "FwpmProviderContextDeleteByKey0",
                key,
                functions.providerContext()::FwpmProviderContextDeleteByKey0);
    }

    /**
     * Deletes a filter.
     *
     * @throws NotFoundException if there is none with that key
     */
    public void delete(FilterKey key) {
        calls.delete("FwpmFilterDeleteByKey0", key, functions.filter()::FwpmFilterDeleteByKey0);
    }

    /**
     * Deletes a callout.
     *
     * @param id a {@code UINT32}
     * @throws NotFoundException if there is none with that id
     * @throws InUseException if another object refers to it
     */
    public void deleteCallout(long id) {
        int bits = (int) Unsigned.requireUint32(id, "id");
        calls.run(
                "FwpmCalloutDeleteById0",
                id,
                engine -> functions.callout().FwpmCalloutDeleteById0(engine, bits));
    }

    /**
     * Deletes a provider context.
     *
     * @param id a {@code UINT64}
     * @throws NotFoundException if there is none with that id
     * @throws InUseException if another object refers to it
     */
    public void deleteProviderContext(long id) {
        calls.run(
                "FwpmProviderContextDeleteById0",
                id,
                engine -> functions.providerContext().FwpmProviderContextDeleteById0(engine, id));
    }

    /**
     * Deletes a filter.
     *
     * @param id a {@code UINT64}
     * @throws NotFoundException if there is none with that id
     */
    public void deleteFilter(long id) {
        calls.run(
                "FwpmFilterDeleteById0",
                id,
                engine -> functions.filter().FwpmFilterDeleteById0(engine, id));
    }
}
