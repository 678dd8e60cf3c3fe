package io.github.wfp4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.internal.schema.BuiltinLayers;
import io.github.wfp4j.internal.schema.LayerField;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The sets of values that conditions match, compared with trying the values one by one. */
final class ValueSetTest {
    private static final long NETWORK = 0x0A00_0000;
    private static final Sid EVERYONE = Sid.of("S-1-1-0");

    /**
     * A condition, with what says of a value whether it matches.
     *
     * @param <T> the type of the values
     */
    record Case<T>(FwpmFilterCondition0 condition, Predicate<T> test) {
        static <T> Case<T> of(FwpMatchType match, FwpConditionValue0 value, Predicate<T> test) {
            return new Case<>(
                    new FwpmFilterCondition0(FwpmConditions.IP_PROTOCOL, match, value), test);
        }

        @Override
        public String toString() {
            return condition.matchType() + " " + condition.conditionValue();
        }
    }

    /** Compares what the sets of two lists of conditions say with what all values say. */
    private static <T> void assertExact(
            List<Case<T>> filter, List<Case<T>> template, FwpDataType type, List<T> domain) {
        FieldSet first = union(filter, type);
        FieldSet second = union(template, type);
        Set<T> a = matching(filter, domain);
        Set<T> b = matching(template, domain);
        assertThat(first.contains(second)).as("contains").isEqualTo(a.containsAll(b));
        assertThat(first.intersects(second))
                .as("intersects")
                .isEqualTo(a.stream().anyMatch(b::contains));
        assertThat(first.isEmpty()).as("empty").isEqualTo(a.isEmpty());
    }

    private static <T> FieldSet union(List<Case<T>> cases, FwpDataType type) {
        return cases.stream()
                .map(it -> FieldSet.of(it.condition, type))
                .reduce(FieldSet::or)
                .orElseThrow();
    }

    private static <T> Set<T> matching(List<Case<T>> cases, List<T> domain) {
        Set<T> matching = new HashSet<>(domain);
        matching.removeIf(value -> cases.stream().noneMatch(it -> it.test.test(value)));
        return matching;
    }

    @Property
    @Label("5-sets: sets of small numbers are exact")
    void comparesSmallNumbers(
            @ForAll("smallNumbers") @Size(min = 1, max = 4) List<Case<Integer>> filter,
            @ForAll("smallNumbers") @Size(min = 1, max = 2) List<Case<Integer>> template) {
        List<Integer> all = IntStream.range(0, 256).boxed().toList();
        assertExact(filter, template, FwpDataType.UINT8, all);
    }

    @Provide
    Arbitrary<List<Case<Integer>>> smallNumbers() {
        // Few bits make it likely that sets meet, touch and include each other.
        Arbitrary<Integer> number =
                Arbitraries.of(0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 127, 128, 192, 254, 255);
        Arbitrary<Case<Integer>> plain =
                Combinators.combine(
                                Arbitraries.of(FwpMatchType.values())
                                        .filter(ValueSetTest::comparesNumbers),
                                number)
                        .as((match, it) ->
                                Case.of(
                                        match,
                                        new FwpConditionValue0.Uint8(it),
                                        value -> matches(match, value, it)));
        Arbitrary<Case<Integer>> range =
                Combinators.combine(number, number)
                        .as((a, b) ->
                                range(
                                        new FwpValue0.Uint8(Math.min(a, b)),
                                        new FwpValue0.Uint8(Math.max(a, b)),
                                        value ->
                                                Math.min(a, b) <= value
                                                        && value <= Math.max(a, b)));
        return Arbitraries.oneOf(plain, range).list();
    }

    private static <T> Case<T> range(FwpValue0 low, FwpValue0 high, Predicate<T> test) {
        return Case.of(
                FwpMatchType.RANGE, new FwpConditionValue0.Range(new FwpRange0(low, high)), test);
    }

    private static boolean comparesNumbers(FwpMatchType match) {
        return switch (match) {
            case RANGE, EQUAL_CASE_INSENSITIVE, PREFIX, NOT_PREFIX -> false;
            default -> true;
        };
    }

    private static boolean matches(FwpMatchType match, int value, int number) {
        return switch (match) {
            case FLAGS_ALL_SET -> (value & number) == number;
            case FLAGS_ANY_SET -> (value & number) != 0;
            case FLAGS_NONE_SET -> (value & number) == 0;
            default -> hasOrder(match, Integer.compare(value, number));
        };
    }

    private static boolean hasOrder(FwpMatchType match, int order) {
        return switch (match) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            default -> throw new IllegalArgumentException(match + " is no order");
        };
    }

    private static Arbitrary<FwpMatchType> orders() {
        return Arbitraries.of(
                FwpMatchType.EQUAL,
                FwpMatchType.NOT_EQUAL,
                FwpMatchType.GREATER,
                FwpMatchType.GREATER_OR_EQUAL,
                FwpMatchType.LESS,
                FwpMatchType.LESS_OR_EQUAL);
    }

    @Property
    @Label("5-sets: sets of IPv4 addresses are exact")
    void comparesAddresses(
            @ForAll("addresses") @Size(min = 1, max = 4) List<Case<Long>> filter,
            @ForAll("addresses") @Size(min = 1, max = 2) List<Case<Long>> template) {
        // Conditions tell apart the addresses of a small network; those outside are all alike.
        List<Long> domain =
                LongStream.concat(
                                LongStream.of(0, 0xFFFF_FFFFL),
                                LongStream.range(NETWORK, NETWORK + 16))
                        .boxed()
                        .toList();
        assertExact(filter, template, FwpDataType.UINT32, domain);
    }

    @Provide
    Arbitrary<List<Case<Long>>> addresses() {
        Arbitrary<Long> address = Arbitraries.longs().between(NETWORK, NETWORK + 15);
        Arbitrary<Case<Long>> plain =
                Combinators.combine(orders(), address)
                        .as((match, it) ->
                                Case.of(
                                        match,
                                        new FwpConditionValue0.Uint32(it),
                                        value -> hasOrder(match, Long.compare(value, it))));
        Arbitrary<Case<Long>> subnet =
                Combinators.combine(address, Arbitraries.integers().between(0, 4))
                        .as((it, bits) ->
                                Case.of(
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.V4AddrMask(
                                                new FwpV4AddrAndMask(
                                                        it, 0xFFFF_FFFFL >> bits << bits)),
                                        value -> value >> bits == it >> bits));
        return Arbitraries.oneOf(plain, subnet).list();
    }

    @Property
    @Label("5-sets: sets of IPv6 addresses are exact")
    void comparesLongAddresses(
            @ForAll("longAddresses") @Size(min = 1, max = 4) List<Case<Integer>> filter,
            @ForAll("longAddresses") @Size(min = 1, max = 2) List<Case<Integer>> template) {
        List<Integer> domain = IntStream.range(0, 16).boxed().toList();
        assertExact(filter, template, FwpDataType.BYTE_ARRAY16_TYPE, domain);
    }

    @Provide
    Arbitrary<List<Case<Integer>>> longAddresses() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15), Arbitraries.integers().between(0, 4))
                .as((it, bits) -> {
                    byte[] address = new byte[16];
                    address[0] = (byte) 0xFE;
                    address[15] = it.byteValue();
                    return Case.<Integer>of(
                            FwpMatchType.EQUAL,
                            new FwpConditionValue0.V6AddrMask(
                                    new FwpV6AddrAndMask(Bytes.of(address), 128 - bits)),
                            value -> value >> bits == it >> bits);
                })
                .list();
    }

    @Property
    @Label("5-sets: sets of large numbers have no sign")
    void comparesLargeNumbers(
            @ForAll("largeNumbers") @Size(min = 1, max = 4) List<Case<Long>> filter,
            @ForAll("largeNumbers") @Size(min = 1, max = 2) List<Case<Long>> template) {
        List<Long> domain =
                Stream.of(0L, 5L, Long.MAX_VALUE, Long.MIN_VALUE, -1L)
                        .flatMap(it -> Stream.of(it - 1, it, it + 1))
                        .distinct()
                        .toList();
        assertExact(filter, template, FwpDataType.UINT64, domain);
    }

    @Provide
    Arbitrary<List<Case<Long>>> largeNumbers() {
        return Combinators.combine(
                        orders(), Arbitraries.of(0L, 5L, Long.MAX_VALUE, Long.MIN_VALUE, -1L))
                .as((match, it) ->
                        Case.<Long>of(
                                match,
                                new FwpConditionValue0.Uint64(it),
                                value -> hasOrder(match, Long.compareUnsigned(value, it))))
                .list();
    }

    @Property
    @Label("5-sets: sets of blobs are exact")
    void comparesBlobs(
            @ForAll("blobs") @Size(min = 1, max = 4) List<Case<Bytes>> filter,
            @ForAll("blobs") @Size(min = 1, max = 2) List<Case<Bytes>> template) {
        // A bound is a condition's blob, that with a zero behind it or with its last byte counted
        // up; these are among the blobs of three of these bytes.
        assertExact(filter, template, FwpDataType.BYTE_BLOB_TYPE, blobsUpTo(3, 0, 1, 2, 255));
    }

    private static List<Bytes> blobsUpTo(int length, int... alphabet) {
        Stream<Bytes> all = Stream.of(Bytes.empty());
        List<Bytes> longest = List.of(Bytes.empty());
        for (int i = 0; i < length; i++) {
            longest =
                    longest.stream()
                            .flatMap(
                                    it -> IntStream.of(alphabet).mapToObj(next -> append(it, next)))
                            .toList();
            all = Stream.concat(all, longest.stream());
        }
        return all.toList();
    }

    private static Bytes append(Bytes bytes, int next) {
        byte[] longer = Arrays.copyOf(bytes.toByteArray(), bytes.length() + 1);
        longer[bytes.length()] = (byte) next;
        return Bytes.of(longer);
    }

    @Provide
    Arbitrary<List<Case<Bytes>>> blobs() {
        Arbitrary<Bytes> blob = Arbitraries.of(blobsUpTo(2, 0, 1, 255));
        Arbitrary<Case<Bytes>> plain =
                Combinators.combine(orders(), blob)
                        .as((match, it) ->
                                Case.of(
                                        match,
                                        new FwpConditionValue0.ByteBlob(new FwpByteBlob(it)),
                                        value -> hasOrder(match, compare(value, it))));
        Arbitrary<Case<Bytes>> prefix =
                Combinators.combine(
                                Arbitraries.of(FwpMatchType.PREFIX, FwpMatchType.NOT_PREFIX), blob)
                        .as((match, it) ->
                                Case.of(
                                        match,
                                        new FwpConditionValue0.ByteBlob(new FwpByteBlob(it)),
                                        value ->
                                                value.toHex().startsWith(it.toHex())
                                                        == (match == FwpMatchType.PREFIX)));
        Arbitrary<Case<Bytes>> range =
                Combinators.combine(blob, blob)
                        .as((a, b) -> {
                            Bytes low = compare(a, b) < 0 ? a : b;
                            Bytes high = compare(a, b) < 0 ? b : a;
                            return range(
                                    new FwpValue0.ByteBlob(new FwpByteBlob(low)),
                                    new FwpValue0.ByteBlob(new FwpByteBlob(high)),
                                    value -> compare(low, value) <= 0 && compare(value, high) <= 0);
                        });
        return Arbitraries.oneOf(plain, prefix, range).list();
    }

    private static int compare(Bytes a, Bytes b) {
        return Arrays.compareUnsigned(a.toByteArray(), b.toByteArray());
    }

    @Property
    @Label("5-sets: sets of principals are exact, whether named or granted")
    void comparesPrincipals(
            @ForAll("principals") @Size(min = 1, max = 4) List<Case<Sid>> filter,
            @ForAll("principals") @Size(min = 1, max = 2) List<Case<Sid>> template) {
        // The last one stands for all whom no condition names.
        List<Sid> domain = Stream.concat(named(), Stream.of(Sid.of("S-1-5-99"))).toList();
        assertExact(filter, template, FwpDataType.TOKEN_ACCESS_INFORMATION_TYPE, domain);
    }

    private static Stream<Sid> named() {
        return Stream.of(EVERYONE, Sid.of("S-1-5-1"), Sid.of("S-1-5-21-1-2"), Sid.of("S-1-15-2-1"));
    }

    /** An entry of a descriptor's list. */
    private record Entry(boolean allows, int right, Sid principal) {}

    @Provide
    Arbitrary<List<Case<Sid>>> principals() {
        Arbitrary<Sid> sid = Arbitraries.of(named().toList());
        Arbitrary<Case<Sid>> point =
                Combinators.combine(Arbitraries.of(FwpMatchType.EQUAL, FwpMatchType.NOT_EQUAL), sid)
                        .as((match, it) ->
                                Case.of(
                                        match,
                                        new FwpConditionValue0.Sid(it),
                                        value ->
                                                value.equals(it) == (match == FwpMatchType.EQUAL)));
        Arbitrary<Case<Sid>> descriptor =
                Combinators.combine(
                                Arbitraries.of(true, false), Arbitraries.of(1, 2, 0x0002_0001), sid)
                        .as(Entry::new)
                        .list()
                        .ofMaxSize(4)
                        .map(entries ->
                                Case.of(
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.SecurityDescriptor(
                                                new FwpByteBlob(descriptor(entries))),
                                        value -> isGranted(value, entries)));
        return Arbitraries.oneOf(point, descriptor).list();
    }

    private static boolean isGranted(Sid principal, List<Entry> entries) {
        return entries.stream()
                .filter(it -> (it.right & 1) != 0)
                .filter(it -> it.principal.equals(EVERYONE) || it.principal.equals(principal))
                .findFirst()
                .map(Entry::allows)
                .orElse(false);
    }

    /** {@return a descriptor with a list of entries, made of descriptors with one entry each} */
    private static Bytes descriptor(List<Entry> entries) {
        ByteBuffer out = ByteBuffer.allocate(500).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 1).put((byte) 0).putShort((short) 0x8004).putLong(0).putInt(0).putInt(20);
        out.putInt(0).putShort((short) entries.size()).putShort((short) 0);
        for (Entry entry : entries) {
            byte[] single = Samples.allowing(entry.principal, entry.right).toByteArray();
            int size = ByteBuffer.wrap(single).order(ByteOrder.LITTLE_ENDIAN).getShort(22) - 8;
            single[28] = (byte) (entry.allows ? 0 : 1);
            out.put(single, 28, size);
        }
        out.put(20, (byte) 2).putShort(22, (short) (out.position() - 20));
        byte[] bytes = Arrays.copyOf(out.array(), out.position());
        assertThat(SecurityDescriptor.of(Bytes.of(bytes)).dacl()).isNotNull();
        return Bytes.of(bytes);
    }

    @Test
    @DisplayName("4.4-sd: a descriptor without a list grants everyone")
    void grantsEveryoneWithoutList() {
        byte[] bytes = new byte[20];
        bytes[0] = 1;
        bytes[3] = (byte) 0x80;
        assertThat(GrantedPrincipals.of(Bytes.of(bytes)))
                .isEqualTo(new PrincipalSet(true, Set.of()));
    }

    @Test
    @DisplayName("4.4-sd: entries that only descend to children, or depend on more, grant nobody")
    void leavesOutOtherEntries() {
        Bytes descriptor = Samples.allowing(EVERYONE, 1);
        assertThat(GrantedPrincipals.of(descriptor).contains(EVERYONE)).isTrue();
        assertThat(GrantedPrincipals.of(with(descriptor, 29, 0x08)).isEmpty()).isTrue();
        assertThat(GrantedPrincipals.of(with(descriptor, 28, 9)).isEmpty()).isTrue();
        assertThat(GrantedPrincipals.of(with(descriptor, 37, 16)).isEmpty()).isTrue();
    }

    private static Bytes with(Bytes bytes, int index, int value) {
        byte[] changed = bytes.toByteArray();
        changed[index] = (byte) value;
        return Bytes.of(changed);
    }

    @Test
    @DisplayName("4.4-type-string: no field holds texts, so that there are no sets of them")
    void needsNoTexts() {
        assertThat(BuiltinLayers.all())
                .flatExtracting(layer -> layer.fields())
                .extracting(LayerField::dataType)
                .isNotEmpty()
                .doesNotContain(FwpDataType.UNICODE_STRING_TYPE);
    }
}
