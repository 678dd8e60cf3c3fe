package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.types.Unsigned;

/**
 * What an engine does with single objects that are there: get, delete.
 *
 * <p>Not public, because its methods are the engine's; a class of its own, because they are many.
 */
abstract sealed class EngineObjects extends EngineAdditions permits EngineParts {
    EngineObjects(WfpFunctions functions, Calls calls) {
        super(functions, calls);
    }

    /**
     * {@return the provider with a key}
     *
     * @param key the key of the provider
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
     * @param key the key of the sublayer
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
     * @param key the key of the callout
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
     * @param key the key of the filter
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
     * @param key the key of the provider context
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
     * @param <R> the struct in that version
     * @param key the key of the provider context
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
     * @param <R> the struct in that version
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
     * @param key the key of the layer
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
     * @param key the key of the provider
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
     * @param key the key of the sublayer
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
     * @param key the key of the callout
     * @throws NotFoundException if there is none with that key
     * @throws InUseException if another object refers to it
     */
    public void delete(CalloutKey key) {
        calls.delete("FwpmCalloutDeleteByKey0", key, functions.callout()::FwpmCalloutDeleteByKey0);
    }

    /**
     * Deletes a provider context.
     *
     * @param key the key of the provider context
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
     * @param key the key of the filter
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
