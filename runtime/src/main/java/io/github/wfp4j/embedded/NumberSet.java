package io.github.wfp4j.embedded;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers of a fixed count of bits, without sign; addresses are such numbers, too.
 *
 * <p>A set is a decision diagram: the highest bit of a number leads to the set of what its other
 * bits may be. Intervals and patterns of bits both are small diagrams, and so is what conditions
 * make of them, where a list of intervals would grow with the numbers that a pattern leaves open.
 */
final class NumberSet implements ValueSet {
    /** The set without a number, of any count of bits. */
    static final NumberSet NONE = new NumberSet();

    /** The set with every number, of any count of bits. */
    static final NumberSet ALL = new NumberSet();

    /**
     * What may follow a highest bit of 0; the set itself where it is {@link #NONE} or {@link #ALL}.
     */
    private final NumberSet zero;

    /** What may follow a highest bit of 1. */
    private final NumberSet one;

    private NumberSet() {
        zero = this;
        one = this;
    }

    private NumberSet(NumberSet zero, NumberSet one) {
        this.zero = zero;
        this.one = one;
    }

    /** {@return a set by its halves, such that empty and full sets are the constants} */
    private static NumberSet of(NumberSet zero, NumberSet one) {
        return zero == one && zero.isTerminal() ? zero : new NumberSet(zero, one);
    }

    private boolean isTerminal() {
        return zero == this;
    }

    /**
     * {@return the numbers that agree with a number in the bits of a mask}
     *
     * @param width how many bits the numbers have
     */
    static NumberSet matching(BigInteger number, BigInteger mask, int width) {
        return build(
                width,
                (bit, rest) -> {
                    if (!mask.testBit(bit)) {
                        return of(rest, rest);
                    }
                    return number.testBit(bit) ? of(NONE, rest) : of(rest, NONE);
                });
    }

    /** {@return the numbers that are equal to a number or greater} */
    static NumberSet atLeast(BigInteger number, int width) {
        return build(width, (bit, rest) -> number.testBit(bit) ? of(NONE, rest) : of(rest, ALL));
    }

    /** {@return the numbers that are equal to a number or less} */
    static NumberSet atMost(BigInteger number, int width) {
        return build(width, (bit, rest) -> number.testBit(bit) ? of(ALL, rest) : of(rest, NONE));
    }

    private interface Level {
        NumberSet above(int bit, NumberSet rest);
    }

    private static NumberSet build(int width, Level level) {
        NumberSet set = ALL;
        for (int bit = 0; bit < width; bit++) {
            set = level.above(bit, set);
        }
        return set;
    }

    @Override
    public NumberSet and(ValueSet other) {
        return and(this, (NumberSet) other, new HashMap<>());
    }

    /** Two sets, by identity: diagrams share their parts, and each pair is looked at once. */
    private record Pair(NumberSet first, NumberSet second) {}

    private static NumberSet and(NumberSet first, NumberSet second, Map<Pair, NumberSet> done) {
        if (first == NONE || second == ALL || first == second) {
            return first;
        }
        if (second == NONE || first == ALL) {
            return second;
        }
        Pair pair = new Pair(first, second);
        NumberSet known = done.get(pair);
        if (known == null) {
            known = of(and(first.zero, second.zero, done), and(first.one, second.one, done));
            done.put(pair, known);
        }
        return known;
    }

    @Override
    public NumberSet complement() {
        return complement(new HashMap<>());
    }

    private NumberSet complement(Map<NumberSet, NumberSet> done) {
        if (isTerminal()) {
            return this == NONE ? ALL : NONE;
        }
        NumberSet known = done.get(this);
        if (known == null) {
            known = of(zero.complement(done), one.complement(done));
            done.put(this, known);
        }
        return known;
    }

    @Override
    public boolean isEmpty() {
        return this == NONE;
    }
}
