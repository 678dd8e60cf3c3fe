package io.github.wfp4j.internal.memory;

import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.function.Function;

/**
 * Keys that were read lately, of a kind of which a policy has few.
 *
 * <p>So most records share the keys of their layers, conditions, sublayers, providers and callouts
 * with others. Threads may read and write an entry as they like: it is immutable, and each is as
 * good as the other.
 *
 * @param <K> the type of the keys
 */
public final class RecentKeys<K> {
    /** Of layers. */
    public static final RecentKeys<LayerKey> LAYERS = new RecentKeys<>(LayerKey::new);

    /** Of conditions. */
    public static final RecentKeys<ConditionKey> CONDITIONS = new RecentKeys<>(ConditionKey::new);

    /** Of sublayers. */
    public static final RecentKeys<SublayerKey> SUBLAYERS = new RecentKeys<>(SublayerKey::new);

    /** Of providers. */
    public static final RecentKeys<ProviderKey> PROVIDERS = new RecentKeys<>(ProviderKey::new);

    /** Of callouts. */
    public static final RecentKeys<CalloutKey> CALLOUTS = new RecentKeys<>(CalloutKey::new);

    private static final int PLACES = 256;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a type with parameters
    private final @Nullable Entry<K>[] entries = new @Nullable Entry[PLACES];

    private final Function<Guid, K> factory;

    private record Entry<K>(long low, long high, K key) {}

    private RecentKeys(Function<Guid, K> factory) {
        this.factory = factory;
    }

    /** {@return the key whose GUID is at an offset} */
    public K at(MemorySegment source, long offset) {
        long low = Reader.int64(source, offset);
        long high = Reader.int64(source, offset + 8);
        int place = (int) (low ^ low >>> 32 ^ high) & (PLACES - 1);
        Entry<K> recent = entries[place];
        return recent != null && recent.low == low && recent.high == high
                ? recent.key
                : keep(low, high, place);
    }

    private K keep(long low, long high, int place) {
        K key = factory.apply(new Guid(low, high));
        entries[place] = new Entry<>(low, high, key);
        return key;
    }
}
