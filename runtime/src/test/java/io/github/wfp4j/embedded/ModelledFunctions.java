package io.github.wfp4j.embedded;

import io.github.wfp4j.embedded.ModelAnswer.Shown;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.internal.abi.WfpFunctions;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderKey;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The functions on one kind of object, in one form for all kinds.
 *
 * @param struct the C struct of that kind
 * @param shown what of it is compared
 */
record ModelledFunctions<R>(
        Struct<R> struct,
        Function<R, Shown> shown,
        ByKey delete,
        ById deleteById,
        ByKeyInto get,
        ByIdInto getById,
        ByKeyInto openEnumeration,
        Paging next,
        ByKey closeEnumeration) {
    /** Takes a key or a handle. */
    interface ByKey {
        int call(MemorySegment engine, MemorySegment key);
    }

    interface ById {
        int call(MemorySegment engine, long id);
    }

    /** Takes a key or a template. */
    interface ByKeyInto {
        int call(MemorySegment engine, MemorySegment key, MemorySegment out);
    }

    interface ByIdInto {
        int call(MemorySegment engine, long id, MemorySegment out);
    }

    interface Paging {
        int call(
                MemorySegment engine,
                MemorySegment enumeration,
                int requested,
                MemorySegment entries,
                MemorySegment count);
    }

    static ModelledFunctions<?> of(ModelKind kind, WfpFunctions all) {
        return switch (kind) {
            case PROVIDER -> providers(all);
            case SUBLAYER -> sublayers(all);
            case CALLOUT -> callouts(all);
            case CONTEXT -> contexts(all);
            case FILTER -> filters(all);
        };
    }

    private static ModelledFunctions<FwpmProvider0> providers(WfpFunctions all) {
        var functions = all.provider();
        return new ModelledFunctions<>(
                Structs.PROVIDER,
                it -> shown(it.providerKey(), null, it.flags().bits()),
                functions::FwpmProviderDeleteByKey0,
                ModelledFunctions::withoutIds,
                functions::FwpmProviderGetByKey0,
                ModelledFunctions::withoutIds,
                functions::FwpmProviderCreateEnumHandle0,
                functions::FwpmProviderEnum0,
                functions::FwpmProviderDestroyEnumHandle0);
    }

    private static ModelledFunctions<FwpmSublayer0> sublayers(WfpFunctions all) {
        var functions = all.sublayer();
        return new ModelledFunctions<>(
                Structs.SUBLAYER,
                it -> shown(it.subLayerKey(), it.providerKey(), it.flags().bits(), it.weight()),
                functions::FwpmSubLayerDeleteByKey0,
                ModelledFunctions::withoutIds,
                functions::FwpmSubLayerGetByKey0,
                ModelledFunctions::withoutIds,
                functions::FwpmSubLayerCreateEnumHandle0,
                functions::FwpmSubLayerEnum0,
                functions::FwpmSubLayerDestroyEnumHandle0);
    }

    private static ModelledFunctions<FwpmCallout0> callouts(WfpFunctions all) {
        var functions = all.callout();
        return new ModelledFunctions<>(
                Structs.CALLOUT,
                it ->
                        shown(
                                it.calloutKey(),
                                it.providerKey(),
                                it.flags().bits(),
                                it.applicableLayer()),
                functions::FwpmCalloutDeleteByKey0,
                (engine, id) -> functions.FwpmCalloutDeleteById0(engine, (int) id),
                functions::FwpmCalloutGetByKey0,
                (engine, id, out) -> functions.FwpmCalloutGetById0(engine, (int) id, out),
                functions::FwpmCalloutCreateEnumHandle0,
                functions::FwpmCalloutEnum0,
                functions::FwpmCalloutDestroyEnumHandle0);
    }

    private static ModelledFunctions<FwpmProviderContext3> contexts(WfpFunctions all) {
        var functions = all.providerContext();
        return new ModelledFunctions<>(
                Structs.CONTEXT3,
                it ->
                        shown(
                                it.providerContextKey(),
                                it.providerKey(),
                                it.flags().bits(),
                                it.policy().type()),
                functions::FwpmProviderContextDeleteByKey0,
                functions::FwpmProviderContextDeleteById0,
                functions::FwpmProviderContextGetByKey3,
                functions::FwpmProviderContextGetById3,
                functions::FwpmProviderContextCreateEnumHandle0,
                functions::FwpmProviderContextEnum3,
                functions::FwpmProviderContextDestroyEnumHandle0);
    }

    private static ModelledFunctions<FwpmFilter0> filters(WfpFunctions all) {
        var functions = all.filter();
        return new ModelledFunctions<>(
                Structs.FILTER,
                ModelledFunctions::shown,
                functions::FwpmFilterDeleteByKey0,
                functions::FwpmFilterDeleteById0,
                functions::FwpmFilterGetByKey0,
                functions::FwpmFilterGetById0,
                functions::FwpmFilterCreateEnumHandle0,
                functions::FwpmFilterEnum0,
                functions::FwpmFilterDestroyEnumHandle0);
    }

    private static Shown shown(FwpmFilter0 filter) {
        List<Object> more =
                new ArrayList<>(
                        List.of(
                                filter.layerKey(),
                                filter.subLayerKey(),
                                filter.action(),
                                filter.context()));
        if (!FwpmProviders.IKEEXT.equals(filter.providerKey())) {
            // What the engine's own filters look like is not the model's concern.
            more.add(filter.filterCondition());
        }
        return shown(
                filter.filterKey(), filter.providerKey(), filter.flags().bits(), more.toArray());
    }

    private static Shown shown(Key key, @Nullable ProviderKey provider, int flags, Object... more) {
        boolean random = key.guid().toUuid().version() == 4 && isUnknown(key);
        return new Shown(random ? null : key, provider, flags, List.of(more));
    }

    private static boolean isUnknown(Key key) {
        // A key with a C name is one of the built-in objects.
        return key.toString().equals(key.guid().toString());
    }

    private static int withoutIds(MemorySegment engine, long id) {
        throw new IllegalArgumentException("this kind has no ids");
    }

    private static int withoutIds(MemorySegment engine, long id, MemorySegment out) {
        throw new IllegalArgumentException("this kind has no ids");
    }
}
