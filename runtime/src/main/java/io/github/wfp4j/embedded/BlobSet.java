package io.github.wfp4j.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.wfp4j.types.Bytes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Sequences of bytes, which have no greatest length.
 *
 * <p>The order is that of {@link ValueOrder}. In it, the sequences that begin with another one are
 * neighbours, and the next one after a sequence is that with a zero behind it. So each set of
 * conditions is a list of intervals.
 *
 * @param intervals the intervals, in order, none of which touches another
 */
record BlobSet(List<Interval> intervals) implements ValueSet {
    static final BlobSet NONE = new BlobSet(List.of());
    private static final BlobSet ALL = new BlobSet(List.of(new Interval("", null)));
    private static final char MAX = 0xFF;

    /**
     * The sequences from one up to another.
     *
     * @param from the first that belongs to it, a character per byte
     * @param to the first that no longer belongs to it, or null for no end
     */
    record Interval(String from, @Nullable String to) {}

    private static BlobSet of(String from, @Nullable String to) {
        return to != null && from.compareTo(to) >= 0
                ? NONE
                : new BlobSet(List.of(new Interval(from, to)));
    }

    /** {@return the sequences from one to another, with both} */
    static BlobSet between(Bytes low, Bytes high) {
        return of(text(low), after(high));
    }

    /** {@return the sequences that are equal to one or greater} */
    static BlobSet atLeast(Bytes low) {
        return of(text(low), null);
    }

    /** {@return the sequences that are equal to one or less} */
    static BlobSet atMost(Bytes high) {
        return of("", after(high));
    }

    /** {@return the sequences that begin with another one (U5)} */
    static BlobSet startingWith(Bytes start) {
        String from = text(start);
        int length = from.length();
        while (length > 0 && from.charAt(length - 1) == MAX) {
            length--;
        }
        // What is less than the start with its last byte counted up begins with it, or is less.
        String to =
                length == 0
                        ? null
                        : from.substring(0, length - 1) + (char) (from.charAt(length - 1) + 1);
        return of(from, to);
    }

    private static String text(Bytes bytes) {
        return new String(bytes.toByteArray(), ISO_8859_1);
    }

    private static String after(Bytes bytes) {
        return text(bytes) + '\0';
    }

    @Override
    public BlobSet and(ValueSet other) {
        List<Interval> common = new ArrayList<>();
        for (Interval a : intervals) {
            for (Interval b : ((BlobSet) other).intervals) {
                String from = a.from.compareTo(b.from) > 0 ? a.from : b.from;
                common.addAll(of(from, first(a.to, b.to)).intervals);
            }
        }
        return new BlobSet(common);
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.compareTo(b) < 0 ? a : b;
    }

    @Override
    public BlobSet complement() {
        if (intervals.isEmpty()) {
            return ALL;
        }
        List<Interval> gaps = new ArrayList<>();
        String from = "";
        for (Interval interval : intervals) {
            gaps.addAll(of(from, interval.from).intervals);
            from = interval.to;
            if (from == null) {
                return new BlobSet(gaps);
            }
        }
        gaps.add(new Interval(from, null));
        return new BlobSet(gaps);
    }

    @Override
    public boolean isEmpty() {
        return intervals.isEmpty();
    }
}
