package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Samples.condition;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpActionFlags;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpFilterEnumFlags;
import io.github.wfp4j.fwp.FwpFilterEnumType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.internal.codec.FwpmFilterEnumTemplate0Codec;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Templates for filters, with conditions above all (5). */
abstract class FilterTemplatesContract {
    private static final LayerKey V6 = FwpmLayers.ALE_AUTH_CONNECT_V6;
    private static final FwpmFilterEnumTemplate0 TEMPLATE =
            FwpmFilterEnumTemplate0.of(Samples.LAYER);
    private static final Sid ALICE = Sid.of("S-1-5-21-1-2-3-1001");
    private static final Sid BOB = Sid.of("S-1-5-21-1-2-3-1002");

    private final TestEngine engine;
    private final Client client;

    FilterTemplatesContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private long add(FwpmFilterCondition0... conditions) {
        return client.addOk(Samples.with(Samples.block(), conditions));
    }

    private List<Long> ids(FwpmFilterEnumTemplate0 template) {
        return client.filters(template).stream().map(FwpmFilter0::filterId).toList();
    }

    private List<Long> containing(FwpmFilterCondition0... conditions) {
        return ids(template(FwpFilterEnumType.FULLY_CONTAINED, conditions));
    }

    private List<Long> overlapping(FwpmFilterCondition0... conditions) {
        return ids(template(FwpFilterEnumType.OVERLAPPING, conditions));
    }

    private static FwpmFilterEnumTemplate0 template(
            FwpFilterEnumType type, FwpmFilterCondition0... conditions) {
        return TEMPLATE.withEnumType(type).withFilterCondition(List.of(conditions));
    }

    private void assertRefused(ErrorCode error, FwpmFilterCondition0... conditions) {
        for (FwpFilterEnumType type : FwpFilterEnumType.values()) {
            assertRefused(template(type, conditions), error);
        }
    }

    private void assertRefused(FwpmFilterEnumTemplate0 template, ErrorCode error) {
        assertError(client.tryEnumerateFilters(template, client.arena.allocate(ADDRESS)), error);
    }

    private static FwpmFilterCondition0 protocol(FwpMatchType match, int number) {
        return condition(FwpmConditions.IP_PROTOCOL, match, new FwpConditionValue0.Uint8(number));
    }

    private static FwpmFilterCondition0 protocol(int number) {
        return protocol(FwpMatchType.EQUAL, number);
    }

    private static FwpmFilterCondition0 port(FwpMatchType match, int number) {
        return condition(
                FwpmConditions.IP_REMOTE_PORT, match, new FwpConditionValue0.Uint16(number));
    }

    private static FwpmFilterCondition0 port(int number) {
        return port(FwpMatchType.EQUAL, number);
    }

    private static FwpmFilterCondition0 ports(int low, int high) {
        return condition(
                FwpmConditions.IP_REMOTE_PORT,
                FwpMatchType.RANGE,
                new FwpConditionValue0.Range(
                        new FwpRange0(new FwpValue0.Uint16(low), new FwpValue0.Uint16(high))));
    }

    private static FwpmFilterCondition0 address(long address) {
        return condition(
                FwpmConditions.IP_REMOTE_ADDRESS,
                FwpMatchType.EQUAL,
                new FwpConditionValue0.Uint32(address));
    }

    private static FwpmFilterCondition0 subnet(long address, long mask) {
        return condition(
                FwpmConditions.IP_REMOTE_ADDRESS,
                FwpMatchType.EQUAL,
                new FwpConditionValue0.V4AddrMask(new FwpV4AddrAndMask(address, mask)));
    }

    private static FwpmFilterCondition0 flags(FwpMatchType match, long flags) {
        return condition(FwpmConditions.FLAGS, match, new FwpConditionValue0.Uint32(flags));
    }

    private static FwpmFilterCondition0 application(FwpMatchType match, String hex) {
        return condition(
                FwpmConditions.ALE_APP_ID,
                match,
                new FwpConditionValue0.ByteBlob(new FwpByteBlob(Bytes.ofHex(hex))));
    }

    private static FwpmFilterCondition0 user(Sid user) {
        return condition(
                FwpmConditions.ALE_USER_ID, FwpMatchType.EQUAL, new FwpConditionValue0.Sid(user));
    }

    private static FwpmFilterCondition0 granting(Bytes descriptor) {
        return condition(
                FwpmConditions.ALE_USER_ID,
                FwpMatchType.EQUAL,
                new FwpConditionValue0.SecurityDescriptor(new FwpByteBlob(descriptor)));
    }

    private static FwpmFilterCondition0 unknownPort() {
        return condition(
                FwpmConditions.IP_REMOTE_PORT, FwpMatchType.EQUAL, new FwpConditionValue0.Empty());
    }

    @Test
    @DisplayName("5-conditions: without conditions all filters of the layer match")
    void findsAllWithoutConditions() {
        long all = add();
        long some = add(port(80));
        client.addOk(Samples.block(V6));
        assertThat(containing()).containsExactly(all, some);
        assertThat(overlapping()).containsExactly(all, some);
    }

    @Test
    @DisplayName("5-conditions: a field comes once in a template, even next to itself")
    void refusesRepeatedField() {
        assertRefused(ErrorCode.FWP_E_DUPLICATE_CONDITION, port(80), port(81));
        assertRefused(ErrorCode.FWP_E_DUPLICATE_CONDITION, port(80), protocol(6), port(80));
    }

    @Test
    @DisplayName("5-conditions: fields, types, ways to match and values are as those of a filter")
    void refusesImpossibleConditions() {
        FwpConditionValue0 number = new FwpConditionValue0.Uint16(1);
        assertRefused(
                ErrorCode.FWP_E_CONDITION_NOT_FOUND,
                condition(FwpmConditions.ALE_REAUTH_REASON, FwpMatchType.EQUAL, number));
        assertRefused(
                ErrorCode.FWP_E_TYPE_MISMATCH,
                condition(FwpmConditions.IP_PROTOCOL, FwpMatchType.EQUAL, number));
        assertRefused(ErrorCode.FWP_E_MATCH_TYPE_MISMATCH, port(FwpMatchType.PREFIX, 1));
        assertRefused(ErrorCode.FWP_E_INVALID_RANGE, ports(2, 1));
        assertRefused(ErrorCode.FWP_E_INVALID_NET_MASK, subnet(0, 0xFF));
        assertRefused(
                template(FwpFilterEnumType.OVERLAPPING, protocol(6))
                        .withLayerKey(LayerKey.random()),
                ErrorCode.FWP_E_LAYER_NOT_FOUND);
        MemorySegment out = client.arena.allocate(ADDRESS);
        int result =
                client.tryEnumerateFilters(
                        template(FwpFilterEnumType.OVERLAPPING, granting(Bytes.of(new byte[20]))),
                        out);
        assertThat(result).isEqualTo(0x8007053A);
    }

    @Test
    @DisplayName("5-conditions, 4.4-type-token: a template may name a SID where a token is tested")
    void takesPrincipalForToken() {
        long alice = add(granting(Samples.allowing(ALICE, 1)));
        long bob = add(granting(Samples.allowing(BOB, 1)));
        long other = add(granting(Samples.allowing(ALICE, 2)));
        long any = add(port(1));
        assertThat(overlapping(user(ALICE))).containsExactly(alice, any);
        assertThat(containing(user(BOB), port(1))).containsExactly(bob, any);
        assertThat(overlapping(granting(Samples.allowing(BOB, 1))))
                .containsExactly(bob, any)
                .doesNotContain(other);
        assertRefused(
                ErrorCode.FWP_E_TYPE_MISMATCH,
                condition(
                        FwpmConditions.IP_REMOTE_PORT,
                        FwpMatchType.EQUAL,
                        new FwpConditionValue0.Sid(ALICE)));
    }

    @Test
    @DisplayName("5-conditions: what does not decode is refused by its kind")
    void refusesUndecodable() {
        MemorySegment template =
                client.encode(
                        template(FwpFilterEnumType.OVERLAPPING, subnet(0, 0)),
                        Structs.FILTER_TEMPLATE);
        MemorySegment first =
                Reader.DEFAULT.array(
                        template,
                        FwpmFilterEnumTemplate0Codec.FILTER_CONDITION,
                        1,
                        40,
                        8,
                        "condition");
        first.set(JAVA_INT, 16, 13);
        assertError(enumerate(template), ErrorCode.FWP_E_INVALID_ENUMERATOR);
        template.set(ADDRESS, FwpmFilterEnumTemplate0Codec.FILTER_CONDITION, MemorySegment.NULL);
        assertError(enumerate(template), ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName("5-type: a template's type is one of two")
    void refusesUnknownType() {
        MemorySegment template = client.encode(TEMPLATE, Structs.FILTER_TEMPLATE);
        template.set(JAVA_INT, FwpmFilterEnumTemplate0Codec.ENUM_TYPE, 2);
        assertError(enumerate(template), ErrorCode.FWP_E_INVALID_ENUMERATOR);
    }

    private int enumerate(MemorySegment template) {
        return client.functions
                .filter()
                .FwpmFilterCreateEnumHandle0(
                        client.handle, template, client.arena.allocate(ADDRESS));
    }

    @Test
    @DisplayName("5-contained: a template with one value per field finds what matches that packet")
    void findsWhatMatchesPacket() {
        long subnet = add(subnet(0x0A00_0000, 0xFFFF_FF00L), port(80));
        long address = add(address(0x0A00_0007));
        long all = add();
        add(subnet(0x0A00_0100, 0xFFFF_FF00L));
        add(subnet(0x0A00_0000, 0xFFFF_FF00L), port(81));
        add(subnet(0x0A00_0000, 0xFFFF_FF00L), protocol(6));
        assertThat(containing(address(0x0A00_0007), port(80)))
                .containsExactly(subnet, address, all);
    }

    @Test
    @DisplayName("5-contained: a filter on a field that the template leaves open is not found")
    void leavesOutWhatTestsOpenField() {
        long all = add();
        add(port(80));
        add(port(FwpMatchType.GREATER_OR_EQUAL, 0));
        add(port(FwpMatchType.NOT_EQUAL, 1), port(1));
        assertThat(containing(protocol(6))).containsExactly(all);
    }

    @Test
    @DisplayName("5-overlapping: a filter is found unless a field keeps them apart")
    void findsOverlapping() {
        long all = add();
        long narrow = add(address(0x0A00_0007), protocol(6));
        long wide = add(subnet(0x0A00_0000, 0xFF00_0000L));
        long others = add(port(80));
        long apart = add(subnet(0x0B00_0000, 0xFF00_0000L));
        assertThat(overlapping(subnet(0x0A00_0000, 0xFFFF_FF00L)))
                .containsExactly(all, narrow, wide, others)
                .doesNotContain(apart);
        assertThat(overlapping(subnet(0x0A00_0000, 0xFFFF_FF00L), port(81), protocol(17)))
                .containsExactly(all, wide);
        assertThat(containing(subnet(0x0A00_0000, 0xFFFF_FF00L))).containsExactly(all, wide);
    }

    @Test
    @DisplayName("5-sets: conditions of a filter on one field are taken together")
    void unitesConditionsOnField() {
        long touching = add(ports(1, 9), port(10), ports(11, 20));
        long holed = add(ports(1, 9), ports(11, 20));
        assertThat(containing(ports(5, 15))).containsExactly(touching);
        assertThat(overlapping(ports(5, 15))).containsExactly(touching, holed);
        assertThat(overlapping(port(10))).containsExactly(touching);
    }

    @Test
    @DisplayName("4.43, 4.44: fields must all match, of the conditions on one field any")
    void combinesConditions() {
        long filter = add(port(80), port(443), protocol(6));
        assertThat(containing(port(443), protocol(6))).containsExactly(filter);
        assertThat(overlapping(port(443), protocol(17))).isEmpty();
        assertThat(overlapping(port(81), protocol(6))).isEmpty();
    }

    @Test
    @DisplayName("4.46, U3: several NOT_EQUAL on one field match everything that is known")
    void takesSeveralComplementsLiterally() {
        long filter = add(port(FwpMatchType.NOT_EQUAL, 80), port(FwpMatchType.NOT_EQUAL, 443));
        assertThat(containing(ports(0, 65_535))).containsExactly(filter);
        assertThat(overlapping(unknownPort())).isEmpty();
    }

    @Test
    @DisplayName("5-sets: order relations are half-lines, NOT_EQUAL is a complement")
    void comparesNumbers() {
        long greater = add(port(FwpMatchType.GREATER, 100));
        long atLeast = add(port(FwpMatchType.GREATER_OR_EQUAL, 100));
        long less = add(port(FwpMatchType.LESS, 100));
        long atMost = add(port(FwpMatchType.LESS_OR_EQUAL, 100));
        long other = add(port(FwpMatchType.NOT_EQUAL, 100));
        assertThat(containing(port(100))).containsExactly(atLeast, atMost);
        assertThat(containing(port(65_535))).containsExactly(greater, atLeast, other);
        assertThat(containing(ports(0, 99))).containsExactly(less, atMost, other);
        assertThat(overlapping(ports(0, 100))).containsExactly(atLeast, less, atMost, other);
        assertThat(containing(port(FwpMatchType.NOT_EQUAL, 100))).containsExactly(other);
    }

    @Test
    @DisplayName("5-sets: sets of flags are compared bit by bit")
    void comparesFlags() {
        long all = add(flags(FwpMatchType.FLAGS_ALL_SET, 0b011));
        long any = add(flags(FwpMatchType.FLAGS_ANY_SET, 0b011));
        long none = add(flags(FwpMatchType.FLAGS_NONE_SET, 0b011));
        assertThat(containing(flags(FwpMatchType.FLAGS_ALL_SET, 0b111))).containsExactly(all, any);
        assertThat(containing(flags(FwpMatchType.FLAGS_ANY_SET, 0b001))).containsExactly(any);
        assertThat(overlapping(flags(FwpMatchType.FLAGS_ANY_SET, 0b100)))
                .containsExactly(all, any, none);
        assertThat(overlapping(flags(FwpMatchType.FLAGS_NONE_SET, 0b001)))
                .containsExactly(any, none);
        assertThat(containing(flags(FwpMatchType.EQUAL, 0))).containsExactly(none);
        assertThat(containing(flags(FwpMatchType.LESS, 4))).isEmpty();
    }

    @Test
    @DisplayName("5-sets, 4.4-match-prefix: the blobs with a prefix are a set, too")
    void comparesBlobs() {
        long exact = add(application(FwpMatchType.EQUAL, "610062"));
        long prefix = add(application(FwpMatchType.PREFIX, "61ff"));
        long others = add(application(FwpMatchType.NOT_PREFIX, "61"));
        long after = add(application(FwpMatchType.GREATER, "6100"));
        assertThat(containing(application(FwpMatchType.EQUAL, "61ff00")))
                .containsExactly(prefix, after);
        assertThat(overlapping(application(FwpMatchType.PREFIX, "61")))
                .containsExactly(exact, prefix, after);
        assertThat(containing(application(FwpMatchType.PREFIX, "62")))
                .containsExactly(others, after);
    }

    @Test
    @DisplayName("5-sets: IPv6 addresses are compared as those of IPv4 are")
    void comparesLongAddresses() {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) 0xFE;
        bytes[15] = 1;
        FwpConditionValue0 address =
                new FwpConditionValue0.ByteArray16(new FwpByteArray16(Bytes.of(bytes)));
        FwpConditionValue0 subnet =
                new FwpConditionValue0.V6AddrMask(new FwpV6AddrAndMask(Bytes.of(bytes), 8));
        FwpmFilterCondition0 point =
                condition(FwpmConditions.IP_REMOTE_ADDRESS, FwpMatchType.EQUAL, address);
        FwpmFilterCondition0 wide =
                condition(FwpmConditions.IP_REMOTE_ADDRESS, FwpMatchType.EQUAL, subnet);
        long id = client.addOk(Samples.with(Samples.block(V6), wide));
        long other = client.addOk(Samples.with(Samples.block(V6), point));
        FwpmFilterEnumTemplate0 template =
                FwpmFilterEnumTemplate0.of(V6)
                        .withEnumType(FwpFilterEnumType.FULLY_CONTAINED)
                        .withFilterCondition(List.of(point));
        assertThat(ids(template)).containsExactly(id, other);
        assertThat(ids(template.withFilterCondition(List.of(wide)))).containsExactly(id);
    }

    @Test
    @DisplayName("5-sets, 4.4-empty: that a field is not known is a value of its own")
    void comparesUnknown() {
        long all = add();
        long unknown = add(unknownPort());
        long either = add(unknownPort(), port(80));
        long known = add(port(80));
        assertThat(containing(unknownPort())).containsExactly(all, unknown, either);
        assertThat(overlapping(unknownPort())).containsExactly(all, unknown, either);
        assertThat(overlapping(port(80))).containsExactly(all, either, known);
        assertThat(overlapping(port(FwpMatchType.NOT_EQUAL, 1)))
                .containsExactly(all, either, known);
    }

    @Test
    @DisplayName("5-contained, 5-overlapping: what overlaps includes what contains, always")
    void findsNothingForNothing() {
        add();
        add(port(0));
        assertThat(containing(port(FwpMatchType.LESS, 0))).isEmpty();
        assertThat(overlapping(port(FwpMatchType.LESS, 0))).isEmpty();
        assertThat(containing(flags(FwpMatchType.FLAGS_ANY_SET, 0))).isEmpty();
    }

    @Test
    @DisplayName("5-best, 5-sorted: flags apply to what the conditions leave")
    void ordersWhatMatches() {
        long light = client.addOk(weighing(1, port(80)));
        long heavy = client.addOk(weighing(5, ports(1, 100)));
        client.addOk(weighing(9, port(81)));
        FwpmFilterEnumTemplate0 template = template(FwpFilterEnumType.FULLY_CONTAINED, port(80));
        assertThat(ids(template.withFlags(FwpFilterEnumFlags.SORTED)))
                .containsExactly(heavy, light);
        assertThat(ids(template.withFlags(FwpFilterEnumFlags.BEST_TERMINATING_MATCH)))
                .containsExactly(heavy);
    }

    private static FwpmFilter0 weighing(int weight, FwpmFilterCondition0 condition) {
        return Samples.with(Samples.block(), condition).withWeight(new FwpValue0.Uint8(weight));
    }

    @Test
    @DisplayName("5-boottime-only: the other flags do not matter then")
    void findsBootTimeOnly() {
        long boot =
                client.addOk(
                        Samples.with(Samples.block(), port(80))
                                .withFlags(FwpmFilterFlags.BOOTTIME));
        long other = add(port(80));
        FwpmFilterEnumTemplate0 template = template(FwpFilterEnumType.OVERLAPPING, port(80));
        FwpFilterEnumFlags included =
                FwpFilterEnumFlags.INCLUDE_BOOTTIME.or(FwpFilterEnumFlags.INCLUDE_DISABLED);
        assertThat(ids(template)).containsExactly(other);
        assertThat(ids(template.withFlags(included))).containsExactly(boot, other);
        assertThat(ids(template.withFlags(FwpFilterEnumFlags.BOOTTIME_ONLY))).containsExactly(boot);
        assertThat(ids(template.withFlags(FwpFilterEnumFlags.BOOTTIME_ONLY.or(included))))
                .containsExactly(boot);
    }

    @Test
    @DisplayName("5-action-mask: one common bit is enough")
    void selectsByAction() {
        CalloutKey callout = CalloutKey.random();
        Client.assertOk(client.add(Samples.callout(callout, Samples.LAYER)));
        long block = add();
        long permit = client.addOk(Samples.permit(Samples.LAYER));
        long inspection =
                client.addOk(
                        Samples.call(FwpActionType.CALLOUT_INSPECTION, Samples.LAYER, callout));
        long unknown =
                client.addOk(Samples.call(FwpActionType.CALLOUT_UNKNOWN, Samples.LAYER, callout));
        assertThat(ids(TEMPLATE.withActionMask(new FwpActionFlags(0x2)))).containsExactly(permit);
        assertThat(ids(TEMPLATE.withActionMask(new FwpActionFlags(0x2001))))
                .containsExactly(block, inspection, unknown);
        assertThat(ids(TEMPLATE.withActionMask(new FwpActionFlags(0x4000))))
                .containsExactly(inspection, unknown);
    }

    @Test
    @DisplayName("5-context: the context must be of the type, and of the provider if one is named")
    void selectsByContext() {
        ProviderKey provider = ProviderKey.random();
        ProviderContextKey owned = ProviderContextKey.random();
        ProviderContextKey free = ProviderContextKey.random();
        Client.assertOk(client.add(Client.provider(provider)));
        Client.assertOk(client.add(Samples.mainMode(owned).withProviderKey(provider)));
        Client.assertOk(client.add(Samples.mainMode(free)));
        FwpmFilter0 policy = Samples.permit(FwpmLayers.IKEEXT_V4);
        long first = client.addOk(Samples.withContext(policy, owned));
        long second = client.addOk(Samples.withContext(policy, free));
        client.addOk(policy);
        assertThat(contexts(null)).containsExactly(first, second);
        assertThat(contexts(provider)).containsExactly(first);
        assertThat(contexts(ProviderKey.ZERO)).containsExactly(second);
    }

    private List<Long> contexts(@Nullable ProviderKey provider) {
        return ids(
                FwpmFilterEnumTemplate0.of(FwpmLayers.IKEEXT_V4)
                        .withProviderContextTemplate(
                                new FwpmProviderContextEnumTemplate0(
                                        provider, FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT)));
    }
}
