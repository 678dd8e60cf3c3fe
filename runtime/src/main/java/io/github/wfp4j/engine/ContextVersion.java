package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.internal.abi.ProviderContextFunctions;

import java.util.List;

/**
 * The functions that get a provider context in one version of its struct.
 *
 * @param record the record of that version
 * @param struct its C type
 * @param digit the last character of the functions' C names
 * @param byKey gets one by its key
 * @param byId gets one by its id
 */
record ContextVersion<R>(
        Class<R> record, Struct<R> struct, int digit, Calls.Lookup byKey, Calls.LookupById byId) {

    @SuppressWarnings("unchecked") // the element whose class is the asked one is of that type
    static <R> ContextVersion<R> of(ProviderContextFunctions functions, Class<R> record) {
        for (ContextVersion<?> version : all(functions)) {
            if (version.record == record) {
                return (ContextVersion<R>) version;
            }
        }
        throw new IllegalArgumentException(
                "version must be FwpmProviderContext0 to FwpmProviderContext3: "
                        + record.getSimpleName());
    }

    private static List<ContextVersion<?>> all(ProviderContextFunctions functions) {
        return List.of(
                new ContextVersion<>(
                        FwpmProviderContext3.class,
                        Struct.PROVIDER_CONTEXT_3,
                        3,
                        functions::FwpmProviderContextGetByKey3,
                        functions::FwpmProviderContextGetById3),
                new ContextVersion<>(
                        FwpmProviderContext2.class,
                        Struct.PROVIDER_CONTEXT_2,
                        2,
                        functions::FwpmProviderContextGetByKey2,
                        functions::FwpmProviderContextGetById2),
                new ContextVersion<>(
                        FwpmProviderContext1.class,
                        Struct.PROVIDER_CONTEXT_1,
                        1,
                        functions::FwpmProviderContextGetByKey1,
                        functions::FwpmProviderContextGetById1),
                new ContextVersion<>(
                        FwpmProviderContext0.class,
                        Struct.PROVIDER_CONTEXT_0,
                        0,
                        functions::FwpmProviderContextGetByKey0,
                        functions::FwpmProviderContextGetById0));
    }
}
