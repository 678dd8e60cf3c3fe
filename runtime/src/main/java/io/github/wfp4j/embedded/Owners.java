package io.github.wfp4j.embedded;

import io.github.wfp4j.types.ProviderKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The providers that objects belong to. */
final class Owners {
    private Owners() {}

    /**
     * {@return the provider of an object as what the object refers to; empty for none}
     *
     * @throws EngineFailure if it does not exist (3.1)
     */
    static List<Stored<?>> targets(Store store, @Nullable ProviderKey provider) {
        List<Stored<?>> targets = new ArrayList<>();
        if (provider != null) {
            targets.add(store.providers.get(provider));
        }
        return targets;
    }

    /** {@return whether an object belongs to the provider that a template asks for (5)} */
    static boolean matches(@Nullable ProviderKey wanted, @Nullable ProviderKey provider) {
        if (wanted == null) {
            return true;
        }
        // A zero key asks for objects without a provider.
        return wanted.guid().isZero() ? provider == null : wanted.equals(provider);
    }
}
