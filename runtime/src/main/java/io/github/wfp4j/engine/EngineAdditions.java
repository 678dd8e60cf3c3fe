package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
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
import io.github.wfp4j.types.SecurityDescriptor;

import org.jspecify.annotations.Nullable;

/**
 * What an engine does with single objects that are not there yet: add.
 *
 * <p>Not public, because its methods are the engine's; a class of its own, because they are many.
 */
abstract sealed class EngineAdditions permits EngineObjects {
    final WfpFunctions functions;
    final Calls calls;

    EngineAdditions(WfpFunctions functions, Calls calls) {
        this.functions = functions;
        this.calls = calls;
    }

    /**
     * Adds a provider.
     *
     * <p>C: {@code FwpmProviderAdd0}.
     *
     * @param provider the provider
     * @throws AlreadyExistsException if there is one with that key
     */
    public void add(FwpmProvider0 provider) {
        add(provider, null);
    }

    /**
     * Adds a provider that is not as open or closed as its container says; else as {@link
     * #add(FwpmProvider0)}.
     *
     * @param provider the provider
     * @param descriptor who may do what with it, or null for what its container says
     */
    public void add(FwpmProvider0 provider, @Nullable SecurityDescriptor descriptor) {
        calls.add(
                "FwpmProviderAdd0",
                provider,
                descriptor,
                FwpmProvider0Codec::encode,
                functions.provider()::FwpmProviderAdd0);
    }

    /**
     * Adds a sublayer. If its weight is taken, the engine gives it the closest free one.
     *
     * <p>C: {@code FwpmSubLayerAdd0}.
     *
     * @param sublayer the sublayer
     * @throws AlreadyExistsException if there is one with that key
     * @throws NotFoundException if its provider does not exist
     */
    public void add(FwpmSublayer0 sublayer) {
        add(sublayer, null);
    }

    /**
     * Adds a sublayer that is not as open or closed as its container says; else as {@link
     * #add(FwpmSublayer0)}.
     *
     * @param sublayer the sublayer
     * @param descriptor who may do what with it, or null for what its container says
     */
    public void add(FwpmSublayer0 sublayer, @Nullable SecurityDescriptor descriptor) {
        calls.add(
                "FwpmSubLayerAdd0",
                sublayer,
                descriptor,
                FwpmSublayer0Codec::encode,
                functions.sublayer()::FwpmSubLayerAdd0);
    }

    /**
     * Adds a callout.
     *
     * <p>C: {@code FwpmCalloutAdd0}.
     *
     * @param callout the callout
     * @return its id, a {@code UINT32}
     * @throws AlreadyExistsException if there is one with that key
     * @throws NotFoundException if its layer or provider does not exist
     */
    public long add(FwpmCallout0 callout) {
        return add(callout, null);
    }

    /**
     * Adds a callout that is not as open or closed as its container says; else as {@link
     * #add(FwpmCallout0)}.
     *
     * @param callout the callout
     * @param descriptor who may do what with it, or null for what its container says
     * @return its id, a {@code UINT32}
     */
    public long add(FwpmCallout0 callout, @Nullable SecurityDescriptor descriptor) {
        return calls.addWithId(
                "FwpmCalloutAdd0",
                callout,
                descriptor,
                FwpmCallout0Codec::encode,
                functions.callout()::FwpmCalloutAdd0);
    }

    /**
     * Adds a filter.
     *
     * <p>C: {@code FwpmFilterAdd0}.
     *
     * @param filter the filter
     * @return its id, a {@code UINT64}
     * @throws AlreadyExistsException if there is one with that key
     * @throws NotFoundException if its layer, sublayer, callout, provider context or provider does
     *     not exist, or the layer lacks the field of a condition
     */
    public long add(FwpmFilter0 filter) {
        return add(filter, null);
    }

    /**
     * Adds a filter that is not as open or closed as its container says; else as {@link
     * #add(FwpmFilter0)}.
     *
     * @param filter the filter
     * @param descriptor who may do what with it, or null for what its container says
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmFilter0 filter, @Nullable SecurityDescriptor descriptor) {
        return calls.addWithId(
                "FwpmFilterAdd0",
                filter,
                descriptor,
                FwpmFilter0Codec::encode,
                functions.filter()::FwpmFilterAdd0);
    }

    /**
     * Adds a provider context.
     *
     * <p>C: {@code FwpmProviderContextAdd3}.
     *
     * @param context the provider context
     * @return its id, a {@code UINT64}
     * @throws AlreadyExistsException if there is one with that key
     * @throws NotFoundException if its provider does not exist
     */
    public long add(FwpmProviderContext3 context) {
        return add(context, null);
    }

    /**
     * Adds a provider context that is not as open or closed as its container says; else as {@link
     * #add(FwpmProviderContext3)}.
     *
     * @param context the provider context
     * @param descriptor who may do what with it, or null for what its container says
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext3 context, @Nullable SecurityDescriptor descriptor) {
        return calls.addWithId(
                "FwpmProviderContextAdd3",
                context,
                descriptor,
                FwpmProviderContext3Codec::encode,
                functions.providerContext()::FwpmProviderContextAdd3);
    }

    /**
     * Adds a provider context made as an older struct; else as {@link #add(FwpmProviderContext3)}.
     *
     * <p>C: {@code FwpmProviderContextAdd2}.
     *
     * @param context the provider context
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext2 context) {
        return add(context, null);
    }

    /**
     * Adds a provider context that is not as open or closed as its container says; else as {@link
     * #add(FwpmProviderContext2)}.
     *
     * @param context the provider context
     * @param descriptor who may do what with it, or null for what its container says
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext2 context, @Nullable SecurityDescriptor descriptor) {
        return calls.addWithId(
                "FwpmProviderContextAdd2",
                context,
                descriptor,
                FwpmProviderContext2Codec::encode,
                functions.providerContext()::FwpmProviderContextAdd2);
    }

    /**
     * Adds a provider context made as an older struct; else as {@link #add(FwpmProviderContext3)}.
     *
     * <p>C: {@code FwpmProviderContextAdd1}.
     *
     * @param context the provider context
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext1 context) {
        return add(context, null);
    }

    /**
     * Adds a provider context that is not as open or closed as its container says; else as {@link
     * #add(FwpmProviderContext1)}.
     *
     * @param context the provider context
     * @param descriptor who may do what with it, or null for what its container says
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext1 context, @Nullable SecurityDescriptor descriptor) {
        return calls.addWithId(
                "FwpmProviderContextAdd1",
                context,
                descriptor,
                FwpmProviderContext1Codec::encode,
                functions.providerContext()::FwpmProviderContextAdd1);
    }

    /**
     * Adds a provider context made as an older struct; else as {@link #add(FwpmProviderContext3)}.
     *
     * <p>C: {@code FwpmProviderContextAdd0}.
     *
     * @param context the provider context
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext0 context) {
        return add(context, null);
    }

    /**
     * Adds a provider context that is not as open or closed as its container says; else as {@link
     * #add(FwpmProviderContext0)}.
     *
     * @param context the provider context
     * @param descriptor who may do what with it, or null for what its container says
     * @return its id, a {@code UINT64}
     */
    public long add(FwpmProviderContext0 context, @Nullable SecurityDescriptor descriptor) {
        return calls.addWithId(
                "FwpmProviderContextAdd0",
                context,
                descriptor,
                FwpmProviderContext0Codec::encode,
                functions.providerContext()::FwpmProviderContextAdd0);
    }
}
