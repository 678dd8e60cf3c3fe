package io.github.wfp4j.embedded;

import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.ProviderContextKey;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The keys of objects that the engine adds along with a provider context.
 *
 * <p>They follow from the key of the context. So what belongs to it is found again without a list
 * of its own, which would have to follow every deletion, transaction and end of a session.
 */
final class DerivedKeys {
    private DerivedKeys() {}

    /**
     * {@return the key of one object}
     *
     * @param context what it belongs to
     * @param role what it is there for
     */
    static Guid of(ProviderContextKey context, String role) {
        byte[] name = role.getBytes(StandardCharsets.UTF_8);
        ByteBuffer seed = ByteBuffer.allocate(2 * Long.BYTES + name.length);
        seed.putLong(context.guid().low()).putLong(context.guid().high()).put(name);
        return Guid.of(UUID.nameUUIDFromBytes(seed.array()));
    }
}
