package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderKey;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * An object of the engine with what the engine knows about it.
 *
 * @param key its key
 * @param id its run-time id; for kinds without ids any number that no other one has
 * @param sequence its place in the order of insertion
 * @param lifetime how long it lives
 * @param owner the session that it dies with, or null if it is not dynamic
 * @param provider the provider that it belongs to, or null for none
 * @param references the objects that it refers to, which cannot be deleted before it
 * @param value the object as it is read
 */
record Stored<R>(
        Key key,
        long id,
        long sequence,
        Lifetime lifetime,
        @Nullable Session owner,
        @Nullable ProviderKey provider,
        List<Key> references,
        R value) {}
