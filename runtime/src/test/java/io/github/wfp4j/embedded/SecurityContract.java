package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.util.Objects.requireNonNull;

import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmGeneric;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Key;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.win32.AccessRight;
import io.github.wfp4j.win32.ErrorCode;
import io.github.wfp4j.win32.SecurityInformationFlags;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Who may do what (8.1). */
abstract class SecurityContract {
    private static final SecurityInformationFlags ALL =
            SecurityInformationFlags.OWNER
                    .or(SecurityInformationFlags.GROUP)
                    .or(SecurityInformationFlags.DACL);

    private final TestEngine engine;
    private final Client client;

    SecurityContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        assertThat(engine.unfreed()).isZero();
        engine.close();
    }

    private SecurityDescriptor descriptor(@Nullable Key key, SecurityInformationFlags parts) {
        MemorySegment sd = client.arena.allocate(ADDRESS);
        assertOk(get(key == null ? NULL : client.encode(key), parts, sd, NULL));
        return take(sd);
    }

    private int get(
            MemorySegment key,
            SecurityInformationFlags parts,
            MemorySegment sd,
            MemorySegment dacl) {
        return client.functions
                .filter()
                .FwpmFilterGetSecurityInfoByKey0(
                        client.handle, key, parts.bits(), NULL, NULL, dacl, NULL, sd);
    }

    private SecurityDescriptor take(MemorySegment out) {
        MemorySegment sd = out.get(ADDRESS, 0);
        SecurityDescriptor value = DescriptorArguments.optional(sd);
        client.functions.engine().FwpmFreeMemory0(out);
        return requireNonNull(value);
    }

    private static List<AccessControlEntry> entries(SecurityDescriptor descriptor) {
        return requireNonNull(descriptor.dacl()).entries();
    }

    private int set(@Nullable Key key, AccessControlList dacl) {
        return set(client, key == null ? NULL : client.encode(key), dacl);
    }

    private static int set(Client client, MemorySegment key, AccessControlList dacl) {
        return client.functions
                .filter()
                .FwpmFilterSetSecurityInfoByKey0(
                        client.handle,
                        key,
                        SecurityInformationFlags.DACL.bits(),
                        NULL,
                        NULL,
                        bytes(client, dacl.toBytes()),
                        NULL);
    }

    private static MemorySegment bytes(Client client, Bytes value) {
        return client.arena.allocateFrom(JAVA_BYTE, value.toByteArray());
    }

    private static AccessControlList denying(int rights) {
        return AccessControlList.of(AccessControlEntry.deny(Caller.EVERYONE, rights));
    }

    private FwpmFilter0 addFilter() {
        return client.filter(client.addOk(Samples.block().withFilterKey(FilterKey.random())));
    }

    @Test
    @DisplayName("8.1-default: administrators may do everything, everyone may open the engine")
    void showsDefaults() {
        MemorySegment sd = client.arena.allocate(ADDRESS);
        assertOk(
                client.functions
                        .engine()
                        .FwpmEngineGetSecurityInfo0(
                                client.handle, ALL.bits(), NULL, NULL, NULL, NULL, sd));
        SecurityDescriptor descriptor = take(sd);
        assertThat(Rights.grants(descriptor, Caller.ADMINISTRATOR, FwpmGeneric.ALL)).isTrue();
        assertThat(Rights.grants(descriptor, Caller.USER, FwpmActrl.OPEN | FwpmActrl.CLASSIFY))
                .isTrue();
        assertThat(Rights.grants(descriptor, Caller.USER, FwpmActrl.READ)).isFalse();
        Caller operator = Caller.of(Sid.of("S-1-5-21-1-2-3-1002"), Sid.of("S-1-5-32-556"));
        assertThat(
                        Rights.grants(
                                descriptor,
                                operator,
                                FwpmGeneric.READ | FwpmGeneric.WRITE | FwpmGeneric.EXECUTE))
                .isTrue();
        Caller firewall =
                Caller.of(Sid.of("S-1-5-80-3088073201-1464728630-1879813800-1107566885-823218052"));
        assertThat(Rights.grants(descriptor, firewall, FwpmActrl.ADD)).isTrue();
    }

    @Test
    @DisplayName("8.1-hierarchy: an object inherits from its container, and that from the engine")
    void inherits() {
        FwpmFilter0 filter = addFilter();
        SecurityDescriptor inherited = descriptor(filter.filterKey(), ALL);
        assertThat(inherited.daclInherited()).isTrue();
        assertThat(Rights.grants(inherited, Caller.ADMINISTRATOR, FwpmGeneric.ALL)).isTrue();
        AccessControlEntry entry =
                AccessControlEntry.allow(Sid.of("S-1-5-11"), FwpmActrl.READ)
                        .withFlags(AccessControlEntry.OBJECT_INHERIT);
        assertOk(set(null, AccessControlList.of(entry)));
        assertThat(entries(descriptor(filter.filterKey(), ALL)))
                .contains(
                        entry.withFlags(
                                AccessControlEntry.OBJECT_INHERIT | AccessControlEntry.INHERITED));
    }

    @Test
    @DisplayName("8.1-container: without a key, or with a zero one, the container is meant")
    void meansContainer() {
        MemorySegment sd = client.arena.allocate(ADDRESS);
        assertOk(get(client.encode(FilterKey.ZERO), ALL, sd, NULL));
        assertThat(take(sd)).isEqualTo(descriptor(null, ALL));
    }

    @Test
    @DisplayName("8.1-container: an unknown key answers the kind's own code")
    void refusesUnknownKey() {
        MemorySegment sd = client.arena.allocate(ADDRESS);
        MemorySegment unknown = client.encode(FilterKey.random());
        assertError(get(unknown, ALL, sd, NULL), ErrorCode.FWP_E_FILTER_NOT_FOUND);
        assertError(
                set(client, unknown, denying(FwpmActrl.READ)), ErrorCode.FWP_E_FILTER_NOT_FOUND);
    }

    @Test
    @DisplayName("8.1-get: the parts point into the one block that is freed, others are null")
    void pointsIntoOneBlock() {
        MemorySegment sd = client.arena.allocate(ADDRESS);
        MemorySegment dacl = client.arena.allocate(ADDRESS);
        assertOk(get(NULL, SecurityInformationFlags.OWNER, sd, dacl));
        assertThat(dacl.get(ADDRESS, 0)).isEqualTo(NULL);
        SecurityDescriptor owner = take(sd);
        assertThat(owner.dacl()).isNull();
        assertThat(owner.owner()).isEqualTo(Caller.ADMINISTRATORS);
        assertOk(get(NULL, SecurityInformationFlags.DACL, sd, dacl));
        AccessControlList list = DescriptorArguments.list(dacl.get(ADDRESS, 0));
        SecurityDescriptor whole = take(sd);
        assertThat(list).isEqualTo(whole.dacl());
        assertThat(whole.owner()).isNull();
        assertError(
                get(NULL, SecurityInformationFlags.DACL, NULL, dacl), ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName(
            "8.1-hierarchy, 3.26: a descriptor given when adding is kept, and inherits the rest")
    void keepsGivenDescriptor() {
        Sid user = Sid.of("S-1-5-21-1-2-3-1002");
        SecurityDescriptor given =
                SecurityDescriptor.of(
                        user,
                        user,
                        AccessControlList.of(AccessControlEntry.allow(user, FwpmActrl.READ)));
        FilterKey key = FilterKey.random();
        assertOk(
                client.functions
                        .filter()
                        .FwpmFilterAdd0(
                                client.handle,
                                client.encode(Samples.block().withFilterKey(key), Structs.FILTER),
                                bytes(client, given.toBytes()),
                                NULL));
        SecurityDescriptor kept = descriptor(key, ALL);
        assertThat(kept.owner()).isEqualTo(user);
        assertThat(entries(kept))
                .startsWith(AccessControlEntry.allow(user, FwpmActrl.READ))
                .hasSizeGreaterThan(1);
        assertOk(client.begin());
        assertOk(
                client.functions
                        .filter()
                        .FwpmFilterDeleteByKey0(client.handle, client.encode(key)));
        assertOk(client.abort());
        assertThat(descriptor(key, ALL)).isEqualTo(kept);
    }

    @Test
    @DisplayName("3.26: what is no security descriptor is refused")
    void refusesBadDescriptor() {
        MemorySegment filter = client.encode(Samples.block(), Structs.FILTER);
        int result =
                client.functions
                        .filter()
                        .FwpmFilterAdd0(client.handle, filter, client.arena.allocate(20), NULL);
        assertThat(result).isEqualTo(0x8007053A);
        assertThat(client.filters()).isEmpty();
    }

    @Test
    @DisplayName("8.1-denied, 5.8: who may not read an object does not get it, and does not see it")
    void hidesUnreadable() {
        FwpmFilter0 hidden = addFilter();
        FwpmFilter0 shown = addFilter();
        assertOk(set(hidden.filterKey(), denying(FwpmActrl.READ)));
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertError(
                client.functions.filter().FwpmFilterGetById0(client.handle, hidden.filterId(), out),
                ErrorCode.ERROR_ACCESS_DENIED);
        assertThat(client.filters()).containsExactly(shown);
    }

    @Test
    @DisplayName(
            "8.1-delete-denied: even administrators need the right to delete, and can give it back")
    void hindersDeletion() {
        FwpmFilter0 filter = addFilter();
        assertOk(set(filter.filterKey(), denying(AccessRight.DELETE)));
        assertError(client.deleteFilter(filter.filterId()), ErrorCode.ERROR_ACCESS_DENIED);
        assertOk(set(filter.filterKey(), new AccessControlList(List.of())));
        assertOk(client.deleteFilter(filter.filterId()));
    }

    @Test
    @DisplayName("3.28: adding needs ADD in the container and ADD_LINK to what is referred to")
    void needsRightsToAdd() {
        ProviderKey provider = ProviderKey.random();
        assertOk(client.add(Client.provider(provider)));
        assertOk(
                client.functions
                        .provider()
                        .FwpmProviderSetSecurityInfoByKey0(
                                client.handle,
                                client.encode(provider),
                                SecurityInformationFlags.DACL.bits(),
                                NULL,
                                NULL,
                                bytes(client, denying(FwpmActrl.ADD_LINK).toBytes()),
                                NULL));
        assertError(
                client.add(Samples.block().withProviderKey(provider)),
                ErrorCode.ERROR_ACCESS_DENIED);
        assertOk(client.add(Samples.block()));
        assertOk(set(null, denying(FwpmActrl.ADD)));
        assertError(client.add(Samples.block()), ErrorCode.ERROR_ACCESS_DENIED);
    }

    @Test
    @DisplayName("8.1-rights: without a list of rights everybody may do everything")
    void nullListGrantsAll() {
        FwpmFilter0 filter = addFilter();
        assertOk(set(filter.filterKey(), denying(FwpmActrl.READ)));
        assertOk(
                client.functions
                        .filter()
                        .FwpmFilterSetSecurityInfoByKey0(
                                client.handle,
                                client.encode(filter.filterKey()),
                                SecurityInformationFlags.DACL.bits(),
                                NULL,
                                NULL,
                                NULL,
                                NULL));
        assertThat(client.filters()).containsExactly(filter);
    }

    @Test
    @DisplayName(
            "8.1-set: security is not set inside a transaction, nor for static objects by dynamic"
                    + " sessions")
    void refusesToSet() {
        FwpmFilter0 filter = addFilter();
        assertOk(client.begin());
        assertError(
                set(filter.filterKey(), denying(FwpmActrl.READ)), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertOk(client.abort());
        assertOk(client.beginReadOnly());
        assertError(
                set(filter.filterKey(), denying(FwpmActrl.READ)), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertOk(client.abort());
        try (Client dynamic = Client.openDynamic(engine)) {
            MemorySegment key = dynamic.encode(filter.filterKey());
            assertError(
                    set(dynamic, key, denying(FwpmActrl.READ)),
                    ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
            assertError(
                    set(dynamic, NULL, denying(FwpmActrl.READ)),
                    ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
            FilterKey own = FilterKey.random();
            dynamic.addOk(Samples.block().withFilterKey(own));
            assertOk(set(dynamic, dynamic.encode(own), denying(FwpmActrl.CLASSIFY)));
            assertError(set(own, denying(FwpmActrl.READ)), ErrorCode.FWP_E_WRONG_SESSION);
        }
    }

    @Test
    @DisplayName("8.1-set-builtin: the security of built-in objects can be set")
    void setsBuiltIn() {
        assertOk(
                client.functions
                        .sublayer()
                        .FwpmSubLayerSetSecurityInfoByKey0(
                                client.handle,
                                client.encode(FwpmSublayers.UNIVERSAL),
                                SecurityInformationFlags.DACL.bits(),
                                NULL,
                                NULL,
                                bytes(client, denying(FwpmActrl.ADD_LINK).toBytes()),
                                NULL));
        assertError(client.add(Samples.block()), ErrorCode.ERROR_ACCESS_DENIED);
    }

    @Test
    @DisplayName("8.1-denied, 1.11: an ordinary user may open the engine, and nothing else")
    void limitsUsers() {
        assumeTrue(engine.embedded() != null);
        try (TestEngine other =
                        engine.way().create(EmbeddedEngineOptions.DEFAULT.withCaller(Caller.USER));
                Client user = Client.openStatic(other)) {
            assertError(user.add(Samples.block()), ErrorCode.ERROR_ACCESS_DENIED);
            assertError(user.begin(), ErrorCode.ERROR_ACCESS_DENIED);
            MemorySegment out = user.arena.allocate(ADDRESS);
            assertError(user.tryEnumerateFilters(null, out), ErrorCode.ERROR_ACCESS_DENIED);
        }
    }

    @Test
    @DisplayName("1.11: opening needs the right to")
    void needsRightToOpen() {
        assumeTrue(engine.embedded() != null);
        assertOk(
                client.functions
                        .engine()
                        .FwpmEngineSetSecurityInfo0(
                                client.handle,
                                SecurityInformationFlags.DACL.bits(),
                                NULL,
                                NULL,
                                bytes(client, denying(FwpmActrl.OPEN).toBytes()),
                                NULL));
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertError(
                engine.functions().engine().FwpmEngineOpen0(NULL, 10, NULL, NULL, out),
                ErrorCode.ERROR_ACCESS_DENIED);
    }

    @Test
    @DisplayName("9.23, 8.1-hierarchy: the databases of associations have descriptors too")
    void securesDatabases() {
        MemorySegment sd = client.arena.allocate(ADDRESS);
        assertOk(
                client.functions
                        .sa()
                        .IPsecSaDbGetSecurityInfo0(
                                client.handle, ALL.bits(), NULL, NULL, NULL, NULL, sd));
        SecurityDescriptor inherited = take(sd);
        assertThat(inherited).isEqualTo(descriptor(null, ALL));
        assertOk(
                client.functions
                        .ikeextSa()
                        .IkeextSaDbSetSecurityInfo0(
                                client.handle,
                                SecurityInformationFlags.DACL.bits(),
                                NULL,
                                NULL,
                                bytes(client, denying(FwpmActrl.ENUM).toBytes()),
                                NULL));
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertError(
                client.functions.ikeextSa().IkeextSaCreateEnumHandle0(client.handle, NULL, out),
                ErrorCode.ERROR_ACCESS_DENIED);
        assertOk(
                client.functions
                        .dosp()
                        .IPsecDospGetSecurityInfo0(
                                client.handle, ALL.bits(), NULL, NULL, NULL, NULL, sd));
        assertThat(take(sd)).isEqualTo(inherited);
    }

    private void denyOnEngine(int rights) {
        assertOk(
                client.functions
                        .engine()
                        .FwpmEngineSetSecurityInfo0(
                                client.handle,
                                SecurityInformationFlags.DACL.bits(),
                                NULL,
                                NULL,
                                bytes(client, denying(rights).toBytes()),
                                NULL));
    }

    @Test
    @DisplayName("1.3-rights: options are read by READ and set by WRITE on the engine")
    void needsRightsOnOptions() {
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(client.functions.engine().FwpmEngineGetOption0(client.handle, 0, out));
        int unchanged =
                client.functions
                        .engine()
                        .FwpmEngineSetOption0(client.handle, 0, out.get(ADDRESS, 0));
        assertOk(unchanged);
        denyOnEngine(FwpmActrl.WRITE);
        assertError(
                client.functions
                        .engine()
                        .FwpmEngineSetOption0(client.handle, 0, out.get(ADDRESS, 0)),
                ErrorCode.ERROR_ACCESS_DENIED);
        client.functions.engine().FwpmFreeMemory0(out);
        denyOnEngine(FwpmActrl.READ);
        assertError(
                client.functions.engine().FwpmEngineGetOption0(client.handle, 0, out),
                ErrorCode.ERROR_ACCESS_DENIED);
    }
}
