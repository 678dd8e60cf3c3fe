package io.github.wfp4j.types;

import java.util.HashMap;
import java.util.Map;

/**
 * The C names of well-known keys, made when first asked for.
 */
final class KeyNames {
    private static final Map<Key, String> NAMES = names();

    private KeyNames() {
    }

    static String nameOrGuid(Key key) {
        String name = NAMES.get(key);
        return name == null ? key.guid().toString() : name;
    }

    private static void addFwpmCallouts(Map<Key, String> names) {
    }

    private static void addFwpmConditions(Map<Key, String> names) {
        names.put(new ConditionKey(new Guid(0x4efbcb98b9f4e088L, 0xdb43263307adc7a2L)), "FWPM_CONDITION_ALE_SIO_FIREWALL_SYSTEM_PORT");
    }

    private static void addFwpmKeyingModules(Map<Key, String> names) {
    }

    private static void addFwpmLayers(Map<Key, String> names) {
        names.put(new LayerKey(new Guid(0x4c3305a7c38d57d1L, 0x820ee6eebc7f4f90L)), "FWPM_LAYER_ALE_AUTH_CONNECT_V4");
    }

    private static void addFwpmProviders(Map<Key, String> names) {
        names.put(new ProviderKey(new Guid(0x4bcb9a34896aa19eL, 0xb9847c12b9be79aeL)), "FWPM_PROVIDER_TCP_CHIMNEY_OFFLOAD");
    }

    private static void addFwpmProviderContexts(Map<Key, String> names) {
        names.put(new ProviderContextKey(new Guid(0x46ed0d02b25ea800L, 0x9d3eb74ba87fbd92L)), "FWPM_PROVIDER_CONTEXT_SECURE_SOCKET_AUTHIP");
    }

    private static void addFwpmSublayers(Map<Key, String> names) {
    }

    private static Map<Key, String> names() {
        Map<Key, String> names = new HashMap<>();
        addFwpmCallouts(names);
        addFwpmConditions(names);
        addFwpmKeyingModules(names);
        addFwpmLayers(names);
        addFwpmProviders(names);
        addFwpmProviderContexts(names);
        addFwpmSublayers(names);
        return names;
    }
}
