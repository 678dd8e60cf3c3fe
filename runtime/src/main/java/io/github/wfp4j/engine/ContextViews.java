package io.github.wfp4j.engine;

import io.github.wfp4j.internal.abi.ProviderContextFunctions;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.view.FwpmProviderContext0View;
import io.github.wfp4j.view.FwpmProviderContext1View;
import io.github.wfp4j.view.FwpmProviderContext2View;
import io.github.wfp4j.view.FwpmProviderContext3View;

/** The enumerations of provider contexts, one for each version of their struct. */
final class ContextViews {
    private ContextViews() {}

    static <V> Enumeration<V> of(ProviderContextFunctions functions, Class<V> version) {
        if (version == FwpmProviderContext3View.class) {
            return enumeration(
                    functions,
                    "FwpmProviderContextEnum3",
                    functions::FwpmProviderContextEnum3,
                    version,
                    FwpmProviderContext3View::new);
        }
        if (version == FwpmProviderContext2View.class) {
            return enumeration(
                    functions,
                    "FwpmProviderContextEnum2",
                    functions::FwpmProviderContextEnum2,
                    version,
                    FwpmProviderContext2View::new);
        }
        if (version == FwpmProviderContext1View.class) {
            return enumeration(
                    functions,
                    "FwpmProviderContextEnum1",
                    functions::FwpmProviderContextEnum1,
                    version,
                    FwpmProviderContext1View::new);
        }
        if (version == FwpmProviderContext0View.class) {
            return enumeration(
                    functions,
                    "FwpmProviderContextEnum0",
                    functions::FwpmProviderContextEnum0,
                    version,
                    FwpmProviderContext0View::new);
        }
        throw new IllegalArgumentException(
                "version must be FwpmProviderContext0View to FwpmProviderContext3View: "
                        + version.getSimpleName());
    }

    private static <V> Enumeration<V> enumeration(
            ProviderContextFunctions functions,
            String fetchName,
            Enumeration.Fetch fetch,
            Class<V> version,
            Page.Viewing<Object> view) {
        return new Enumeration<>(
                "FwpmProviderContextCreateEnumHandle0",
                functions::FwpmProviderContextCreateEnumHandle0,
                fetchName,
                fetch,
                "FwpmProviderContextDestroyEnumHandle0",
                functions::FwpmProviderContextDestroyEnumHandle0,
                (page, address) -> version.cast(view.at(page, address)));
    }
}
