package io.github.wfp4j.embedded;

import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.KeyManagerKey;
import io.github.wfp4j.types.KeyingModuleKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SessionKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

/**
 * What has a security descriptor of its own and gives it on to the objects within (8.1).
 *
 * <p>State files name them by their numbers, which never change.
 */
enum Container {
    /** The engine, which all other containers inherit from. */
    ENGINE(0, ErrorCode.FWP_E_NOT_FOUND),
    PROVIDERS(1, ErrorCode.FWP_E_PROVIDER_NOT_FOUND),
    PROVIDER_CONTEXTS(2, ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND),
    SUBLAYERS(3, ErrorCode.FWP_E_SUBLAYER_NOT_FOUND),
    CALLOUTS(4, ErrorCode.FWP_E_CALLOUT_NOT_FOUND),
    FILTERS(5, ErrorCode.FWP_E_FILTER_NOT_FOUND),
    LAYERS(6, ErrorCode.FWP_E_LAYER_NOT_FOUND),
    SESSIONS(7, ErrorCode.FWP_E_NOT_FOUND),
    NET_EVENTS(8, ErrorCode.FWP_E_NOT_FOUND),
    CONNECTIONS(9, ErrorCode.FWP_E_NOT_FOUND),
    SA_DATABASE(10, ErrorCode.FWP_E_NOT_FOUND),
    IKE_SA_DATABASE(11, ErrorCode.FWP_E_NOT_FOUND),
    DOS_PROTECTION(12, ErrorCode.FWP_E_NOT_FOUND);

    private final int number;
    private final ErrorCode notFound;

    Container(int number, ErrorCode notFound) {
        this.number = number;
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

    /** {@return what state files call it} */
    int number() {
        return number;
    }

    /** {@return the container with a number, or null for none} */
    static @Nullable Container find(long number) {
        for (Container it : values()) {
            if (it.number == number) {
                return it;
            }
        }
        return null;
    }

    /** {@return the key of an object within, or null if its objects have none} */
    @Nullable Key key(Guid guid) {
        return switch (this) {
            case PROVIDERS -> new ProviderKey(guid);
            case PROVIDER_CONTEXTS -> new ProviderContextKey(guid);
            case SUBLAYERS -> new SublayerKey(guid);
            case CALLOUTS -> new CalloutKey(guid);
            case FILTERS -> new FilterKey(guid);
            case LAYERS -> new LayerKey(guid);
            default -> null;
        };
    }

    /** {@return what a look-up of an object in vain answers (3.7)} */
    ErrorCode notFound() {
        return notFound;
    }
}
