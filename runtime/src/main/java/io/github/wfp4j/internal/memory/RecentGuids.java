package io.github.wfp4j.internal.memory;

import io.github.wfp4j.types.Guid;

import org.jspecify.annotations.Nullable;

/**
 * GUIDs that were read lately.
 *
 * <p>Most GUIDs in a policy are those of a few layers, conditions, sublayers and providers, so most
 * records share them with others instead of having their own. The key of an object, which comes
 * once, does not drive them out. Threads may read and write an entry as they like: a GUID is
 * immutable, and each is as good as the other.
 */
final class RecentGuids {
    private static final int PLACES = 256;
    private static final @Nullable Guid[] RECENT = new @Nullable Guid[PLACES];

    /** The low half of what was not found last; only what comes twice is kept. */
    private static final long[] MISSED = new long[PLACES];

    private RecentGuids() {}

    /** {@return the GUID of two halves} */
    static Guid of(long low, long high) {
        int place = (int) (low ^ low >>> 32 ^ high) & (PLACES - 1);
        Guid recent = RECENT[place];
        if (recent != null && recent.low() == low && recent.high() == high) {
            return recent;
        }
        Guid guid = new Guid(low, high);
        if (MISSED[place] == low) {
            RECENT[place] = guid;
        } else {
            MISSED[place] = low;
        }
        return guid;
    }
}
