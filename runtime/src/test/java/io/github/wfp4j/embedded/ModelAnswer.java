package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What a call answers: its result code, and the objects that it hands out.
 *
 * @param code the result code
 * @param objects the objects; none for calls that give none
 */
record ModelAnswer(ErrorCode code, List<Shown> objects) {
    /**
     * An object as it is read.
     *
     * @param key its key, or null if the engine chose one
     * @param provider the provider that it belongs to, or null for none
     * @param flags its flags
     * @param more what else its kind shows: weight, layer, action and the like
     */
    record Shown(@Nullable Key key, @Nullable ProviderKey provider, int flags, List<Object> more) {}
}
