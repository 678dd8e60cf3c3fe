package io.github.wfp4j.engine;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.KeyManagerKey;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.SublayerKey;

/** Words for what a call was about, made only when it failed. */
final class Subject {
    /** A call that is about nothing in particular. */
    static final Object NONE = "";

    private Subject() {}

    /** {@return a phrase such as {@code filterKey=8c1b…, name=telnet}} */
    static String describe(Object subject) {
        return switch (subject) {
            case Key key -> named(key);
            case Long id -> "id=" + Long.toUnsignedString(id);
            case FwpmFilter0 it ->
                    object(it.filterKey(), it.displayData())
                            + (", " + named(it.layerKey()))
                            + (it.subLayerKey().guid().isZero()
                                    ? ""
                                    : ", " + named(it.subLayerKey()));
            case FwpmCallout0 it ->
                    object(it.calloutKey(), it.displayData()) + ", " + named(it.applicableLayer());
            case FwpmProvider0 it -> object(it.providerKey(), it.displayData());
            case FwpmSublayer0 it -> object(it.subLayerKey(), it.displayData());
            case FwpmProviderContext0 it -> object(it.providerContextKey(), it.displayData());
            case FwpmProviderContext1 it -> object(it.providerContextKey(), it.displayData());
            case FwpmProviderContext2 it -> object(it.providerContextKey(), it.displayData());
            case FwpmProviderContext3 it -> object(it.providerContextKey(), it.displayData());
            case FwpmSession0 it -> object(it.sessionKey(), it.displayData());
            default -> subject.toString();
        };
    }

    private static String object(Key key, FwpmDisplayData0 displayData) {
        return named(key) + (displayData.name() == null ? "" : ", name=" + displayData.name());
    }

    private static String named(Key key) {
        String name =
                switch (key) {
                    case CalloutKey _ -> "calloutKey";
                    case ConditionKey _ -> "fieldKey";
                    case FilterKey _ -> "filterKey";
                    case KeyManagerKey _ -> "keyManagerKey";
                    case KeyingModuleKey _ -> "keyModKey";
                    case LayerKey _ -> "layerKey";
                    case ProviderContextKey _ -> "providerContextKey";
                    case ProviderKey _ -> "providerKey";
                    case SessionKey _ -> "sessionKey";
                    case SublayerKey _ -> "subLayerKey";
                };
        return name + "=" + key;
    }
}
