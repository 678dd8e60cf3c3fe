package io.github.wfp4j.engine;

import io.github.wfp4j.internal.abi.DospFunctions;
import io.github.wfp4j.internal.abi.IkeextSaFunctions;
import io.github.wfp4j.internal.abi.SaContextFunctions;
import io.github.wfp4j.internal.abi.SaFunctions;
import io.github.wfp4j.internal.memory.Page;
import io.github.wfp4j.view.IkeextSaDetails0View;
import io.github.wfp4j.view.IkeextSaDetails1View;
import io.github.wfp4j.view.IkeextSaDetails2View;
import io.github.wfp4j.view.IpsecDospState0View;
import io.github.wfp4j.view.IpsecSaContext0View;
import io.github.wfp4j.view.IpsecSaContext1View;
import io.github.wfp4j.view.IpsecSaDetails0View;
import io.github.wfp4j.view.IpsecSaDetails1View;

import java.util.List;

/** What can be enumerated of IPsec and its keying modules. */
final class IpsecEnumerations {
    private IpsecEnumerations() {}

    static <V> Enumeration<V> saContexts(SaContextFunctions functions, Class<V> view) {
        return ViewVersion.of(
                view,
                List.of(
                        new ViewVersion<>(
                                IpsecSaContext1View.class,
                                saContexts(
                                        functions,
                                        "IPsecSaContextEnum1",
                                        functions::IPsecSaContextEnum1,
                                        IpsecSaContext1View::new)),
                        new ViewVersion<>(
                                IpsecSaContext0View.class,
                                saContexts(
                                        functions,
                                        "IPsecSaContextEnum0",
                                        functions::IPsecSaContextEnum0,
                                        IpsecSaContext0View::new))));
    }

    private static <V> Enumeration<V> saContexts(
            SaContextFunctions functions,
            String fetchName,
            Enumeration.Fetch fetch,
            Page.Viewing<V> view) {
        return new Enumeration<>(
                "IPsecSaContextCreateEnumHandle0",
                functions::IPsecSaContextCreateEnumHandle0,
                fetchName,
                fetch,
                "IPsecSaContextDestroyEnumHandle0",
                functions::IPsecSaContextDestroyEnumHandle0,
                view);
    }

    static <V> Enumeration<V> associations(SaFunctions functions, Class<V> view) {
        return ViewVersion.of(
                view,
                List.of(
                        new ViewVersion<>(
                                IpsecSaDetails1View.class,
                                associations(
                                        functions,
                                        "IPsecSaEnum1",
                                        functions::IPsecSaEnum1,
                                        IpsecSaDetails1View::new)),
                        new ViewVersion<>(
                                IpsecSaDetails0View.class,
                                associations(
                                        functions,
                                        "IPsecSaEnum0",
                                        functions::IPsecSaEnum0,
                                        IpsecSaDetails0View::new))));
    }

    private static <V> Enumeration<V> associations(
            SaFunctions functions,
            String fetchName,
            Enumeration.Fetch fetch,
            Page.Viewing<V> view) {
        return new Enumeration<>(
                "IPsecSaCreateEnumHandle0",
                functions::IPsecSaCreateEnumHandle0,
                fetchName,
                fetch,
                "IPsecSaDestroyEnumHandle0",
                functions::IPsecSaDestroyEnumHandle0,
                view);
    }

    static <V> Enumeration<V> ikeAssociations(IkeextSaFunctions functions, Class<V> view) {
        return ViewVersion.of(
                view,
                List.of(
                        new ViewVersion<>(
                                IkeextSaDetails2View.class,
                                ikeAssociations(
                                        functions,
                                        "IkeextSaEnum2",
                                        functions::IkeextSaEnum2,
                                        IkeextSaDetails2View::new)),
                        new ViewVersion<>(
                                IkeextSaDetails1View.class,
                                ikeAssociations(
                                        functions,
                                        "IkeextSaEnum1",
                                        functions::IkeextSaEnum1,
                                        IkeextSaDetails1View::new)),
                        new ViewVersion<>(
                                IkeextSaDetails0View.class,
                                ikeAssociations(
                                        functions,
                                        "IkeextSaEnum0",
                                        functions::IkeextSaEnum0,
                                        IkeextSaDetails0View::new))));
    }

    private static <V> Enumeration<V> ikeAssociations(
            IkeextSaFunctions functions,
            String fetchName,
            Enumeration.Fetch fetch,
            Page.Viewing<V> view) {
        return new Enumeration<>(
                "IkeextSaCreateEnumHandle0",
                functions::IkeextSaCreateEnumHandle0,
                fetchName,
                fetch,
                "IkeextSaDestroyEnumHandle0",
                functions::IkeextSaDestroyEnumHandle0,
                view);
    }

    static Enumeration<IpsecDospState0View> dospStates(DospFunctions functions) {
        return new Enumeration<>(
                "IPsecDospStateCreateEnumHandle0",
                functions::IPsecDospStateCreateEnumHandle0,
                "IPsecDospStateEnum0",
                functions::IPsecDospStateEnum0,
                "IPsecDospStateDestroyEnumHandle0",
                functions::IPsecDospStateDestroyEnumHandle0,
                IpsecDospState0View::new);
    }
}
