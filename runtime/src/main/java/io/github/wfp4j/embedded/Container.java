package io.github.wfp4j.embedded;

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
import io.github.wfp4j.win32.ErrorCode;

/** What has a security descriptor of its own and gives it on to the objects within (8.1). */
enum Container {
    /** The engine, which all other containers inherit from. */
    ENGINE(ErrorCode.FWP_E_NOT_FOUND),
    PROVIDERS(ErrorCode.FWP_E_PROVIDER_NOT_FOUND),
    PROVIDER_CONTEXTS(ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND),
    SUBLAYERS(ErrorCode.FWP_E_SUBLAYER_NOT_FOUND),
    CALLOUTS(ErrorCode.FWP_E_CALLOUT_NOT_FOUND),
    FILTERS(ErrorCode.FWP_E_FILTER_NOT_FOUND),
    LAYERS(ErrorCode.FWP_E_LAYER_NOT_FOUND),
    SESSIONS(ErrorCode.FWP_E_NOT_FOUND),
    NET_EVENTS(ErrorCode.FWP_E_NOT_FOUND),
    CONNECTIONS(ErrorCode.FWP_E_NOT_FOUND),
    SA_DATABASE(ErrorCode.FWP_E_NOT_FOUND),
    IKE_SA_DATABASE(ErrorCode.FWP_E_NOT_FOUND),
    DOS_PROTECTION(ErrorCode.FWP_E_NOT_FOUND);

    private final ErrorCode notFound;

    Container(ErrorCode notFound) {
        this.notFound = notFound;
    }

    /** {@return what an object with a key lies in} */
    static Container of(Key key) {
        return switch (key) {
            case ProviderKey _ -> PROVIDERS;
            case ProviderContextKey _ -> PROVIDER_CONTEXTS;
            case SublayerKey _ -> SUBLAYERS;
            case CalloutKey _ -> CALLOUTS;
            case FilterKey _ -> FILTERS;
            case LayerKey _ -> LAYERS;
            case SessionKey _ -> SESSIONS;
            case ConditionKey _, KeyManagerKey _, KeyingModuleKey _ -> ENGINE;
        };
    }

    /** {@return what a look-up of an object in vain answers (3.7)} */
    ErrorCode notFound() {
        return notFound;
    }
}
