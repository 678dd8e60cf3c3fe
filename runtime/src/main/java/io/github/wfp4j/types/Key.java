package io.github.wfp4j.types;

/**
 * A GUID that says what kind of object it names, so that a sublayer's key does not compile where a
 * layer's belongs.
 *
 * <p>Two keys are equal if they are of one kind and have one GUID. {@code toString()} gives the C
 * name where the GUID has one, otherwise the GUID.
 */
public sealed interface Key
        permits CalloutKey,
                ConditionKey,
                FilterKey,
                KeyManagerKey,
                KeyingModuleKey,
                LayerKey,
                ProviderContextKey,
                ProviderKey,
                SessionKey,
                SublayerKey {

    /** {@return the bare GUID} */
    Guid guid();
}
