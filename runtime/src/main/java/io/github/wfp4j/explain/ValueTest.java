package io.github.wfp4j.explain;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;

/** One condition, ready to be tested (4.4). */
sealed interface ValueTest {
    /** {@return whether a value meets the condition; null stands for one that is not known} */
    boolean matches(@Nullable Value value);

    /** {@return the condition, ready} */
    static ValueTest of(FwpmFilterCondition0 condition) {
        FwpMatchType match = condition.matchType();
        FwpConditionValue0 wanted = condition.conditionValue();
        return switch (wanted) {
            case FwpConditionValue0.Empty _ -> new Unknown(match == FwpMatchType.EQUAL);
            case FwpConditionValue0.V4AddrMask(var subnet) ->
                    new Interval(
                            FwpDataType.UINT32,
                            Wide.of(subnet.addr() & subnet.mask()),
                            Wide.of(
                                    (subnet.addr() & subnet.mask())
                                            | (~subnet.mask() & 0xFFFF_FFFFL)),
                            match == FwpMatchType.NOT_EQUAL);
            case FwpConditionValue0.V6AddrMask(var subnet) -> {
                Wide address = Wide.of(subnet.addr());
                yield new Interval(
                        FwpDataType.BYTE_ARRAY16_TYPE,
                        address.prefix(subnet.prefixLength()),
                        address.prefixEnd(subnet.prefixLength()),
                        match == FwpMatchType.NOT_EQUAL);
            }
            case FwpConditionValue0.Range(var range) -> range(range);
            case FwpConditionValue0.SecurityDescriptor(var descriptor) ->
                    new Granted(AccessCheck.of(descriptor.data()), match == FwpMatchType.NOT_EQUAL);
            default -> plain(match, Value.plain(wanted));
        };
    }

    private static ValueTest plain(FwpMatchType match, @Nullable FwpValue0 wanted) {
        if (wanted == null) {
            return new Never();
        }
        Value value = Value.of(wanted);
        Wide wide = value.wide();
        return switch (match) {
            case FLAGS_ALL_SET, FLAGS_ANY_SET, FLAGS_NONE_SET ->
                    wide == null ? new Never() : new Flags(match, wide.low());
            case PREFIX -> new Prefix(wanted, false);
            case NOT_PREFIX -> new Prefix(wanted, true);
            case EQUAL_CASE_INSENSITIVE -> new SameText(wanted);
            case RANGE -> new Never();
            default ->
                    wide == null ? new Ordered(match, wanted) : interval(match, value.type(), wide);
        };
    }

    private static ValueTest interval(FwpMatchType match, FwpDataType type, Wide wanted) {
        return switch (match) {
            case GREATER ->
                    wanted.equals(Wide.MAX)
                            ? new Never()
                            : new Interval(type, wanted.next(), Wide.MAX, false);
            case GREATER_OR_EQUAL -> new Interval(type, wanted, Wide.MAX, false);
            case LESS ->
                    wanted.equals(Wide.MIN)
                            ? new Never()
                            : new Interval(type, Wide.MIN, wanted.previous(), false);
            case LESS_OR_EQUAL -> new Interval(type, Wide.MIN, wanted, false);
            default -> new Interval(type, wanted, wanted, match == FwpMatchType.NOT_EQUAL);
        };
    }

    private static ValueTest range(FwpRange0 range) {
        Value low = Value.of(range.valueLow());
        Value high = Value.of(range.valueHigh());
        Wide first = low.wide();
        Wide last = high.wide();
        return first == null || last == null
                ? new Between(range.valueLow(), range.valueHigh())
                : new Interval(low.type(), first, last, false);
    }

    /** {@return how two values of one type compare, 0 also for types that have no order} */
    private static int compare(FwpValue0 first, FwpValue0 second) {
        return switch (first) {
            case FwpValue0.ByteBlob(var a) when second instanceof FwpValue0.ByteBlob(var b) ->
                    Arrays.compareUnsigned(a.data().toByteArray(), b.data().toByteArray());
            case FwpValue0.UnicodeString(var a)
                    when second instanceof FwpValue0.UnicodeString(var b) ->
                    a.compareTo(b);
            default -> 0;
        };
    }

    /**
     * A number in an interval, or outside of it. Most conditions are of this kind.
     *
     * @param type the type that the number has to have
     * @param low the lowest number inside
     * @param high the highest number inside
     * @param negated whether it has to be outside
     */
    record Interval(FwpDataType type, Wide low, Wide high, boolean negated) implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            Wide wide = value == null ? null : value.wide();
            if (value == null || wide == null || value.type() != type) {
                return false;
            }
            return (low.compareTo(wide) <= 0 && wide.compareTo(high) <= 0) != negated;
        }
    }

    /** Some bits of a number. */
    record Flags(FwpMatchType match, long bits) implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            Wide wide = value == null ? null : value.wide();
            if (wide == null) {
                return false;
            }
            long common = wide.low() & bits;
            return switch (match) {
                case FLAGS_ALL_SET -> common == bits;
                case FLAGS_ANY_SET -> common != 0;
                default -> common == 0;
            };
        }
    }

    /** The order of values that are no numbers. */
    record Ordered(FwpMatchType match, FwpValue0 wanted) implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            if (value == null || value.type() != wanted.type()) {
                return false;
            }
            return switch (match) {
                case EQUAL -> value.raw().equals(wanted);
                case NOT_EQUAL -> !value.raw().equals(wanted);
                case GREATER -> compare(value.raw(), wanted) > 0;
                case LESS -> compare(value.raw(), wanted) < 0;
                case GREATER_OR_EQUAL -> compare(value.raw(), wanted) >= 0;
                default -> compare(value.raw(), wanted) <= 0;
            };
        }
    }

    /** A range of values that are no numbers. */
    record Between(FwpValue0 low, FwpValue0 high) implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            return value != null
                    && value.type() == low.type()
                    && compare(low, value.raw()) <= 0
                    && compare(value.raw(), high) <= 0;
        }
    }

    /** The start of bytes or of a text (U5). */
    record Prefix(FwpValue0 wanted, boolean negated) implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            return value != null && value.type() == wanted.type() && starts(value.raw()) != negated;
        }

        private boolean starts(FwpValue0 value) {
            return switch (value) {
                case FwpValue0.ByteBlob(var whole)
                        when wanted instanceof FwpValue0.ByteBlob(var start) -> {
                    byte[] bytes = whole.data().toByteArray();
                    byte[] prefix = start.data().toByteArray();
                    yield bytes.length >= prefix.length
                            && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
                }
                case FwpValue0.UnicodeString(String whole)
                        when wanted instanceof FwpValue0.UnicodeString(String start) ->
                        whole.startsWith(start);
                default -> false;
            };
        }
    }

    /** A text in whatever case. */
    record SameText(FwpValue0 wanted) implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            return value != null
                    && value.raw() instanceof FwpValue0.UnicodeString(String text)
                    && wanted instanceof FwpValue0.UnicodeString(String other)
                    && text.toUpperCase(Locale.ROOT).equals(other.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether a security descriptor lets somebody match. */
    record Granted(AccessCheck check, boolean negated) implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            return value != null
                    && value.raw() instanceof FwpValue0.TokenInformation(var token)
                    && check.grants(token) != negated;
        }
    }

    /** That a value is not known. */
    record Unknown(boolean equal) implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            return (value == null) == equal;
        }
    }

    /** What no value meets. */
    record Never() implements ValueTest {
        @Override
        public boolean matches(@Nullable Value value) {
            return false;
        }
    }
}
