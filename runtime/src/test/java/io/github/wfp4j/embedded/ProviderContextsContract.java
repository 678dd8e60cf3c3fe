package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviderContexts;
import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod0;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextCertAuthFlags;
import io.github.wfp4j.ikeext.IkeextCertFlags;
import io.github.wfp4j.ikeext.IkeextCertRootConfig0;
import io.github.wfp4j.ikeext.IkeextCertificateAuthentication0;
import io.github.wfp4j.ikeext.IkeextPolicy0;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.internal.codec.FwpmProviderContext0Codec;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Provider contexts in the versions of their struct (3.6). */
abstract class ProviderContextsContract {
    private final TestEngine engine;
    private final Client client;
    private final ProviderContextKey key = ProviderContextKey.random();

    ProviderContextsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private int addOld(FwpmProviderContext0 context) {
        return addOld(client.encode(context, Structs.CONTEXT0));
    }

    private int addOld(MemorySegment context) {
        return client.functions
                .providerContext()
                .FwpmProviderContextAdd0(client.handle, context, NULL, NULL);
    }

    private FwpmProviderContext0 old(FwpmProviderContext0.Policy policy) {
        return new FwpmProviderContext0(
                key,
                Client.named("old"),
                FwpmProviderContextFlags.NONE,
                null,
                Client.noData(),
                policy,
                0);
    }

    private FwpmProviderContext0.Policy oldMainMode() {
        IkeextCertRootConfig0 root =
                new IkeextCertRootConfig0(
                        new FwpByteBlob(Bytes.of((byte) 7)), IkeextCertFlags.NONE);
        IkeextCertificateAuthentication0 certificates =
                new IkeextCertificateAuthentication0(
                        new IkeextCertificateAuthentication0.InboundConfig.ExplicitTrustList(
                                List.of(root, root)),
                        new IkeextCertificateAuthentication0.OutboundConfig.EnterpriseStore(root),
                        IkeextCertAuthFlags.NONE);
        return new FwpmProviderContext0.Policy.IpsecIkeMmContext(
                new IkeextPolicy0(
                        List.of(
                                new IkeextAuthenticationMethod0.CertificateAuthentication(
                                        IkeextAuthenticationMethodType.CERTIFICATE, certificates)),
                        IkeextAuthenticationImpersonationType.NONE,
                        Samples.mainModePolicy().ikeProposals(),
                        Samples.mainModePolicy().flags(),
                        3));
    }

    private FwpmProviderContext0 readOld() {
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(
                client.functions
                        .providerContext()
                        .FwpmProviderContextGetByKey0(client.handle, client.encode(key), out));
        return client.take(out, Structs.CONTEXT0);
    }

    private FwpmProviderContext3 readNewest() {
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(
                client.functions
                        .providerContext()
                        .FwpmProviderContextGetByKey3(client.handle, client.encode(key), out));
        return client.take(out, Structs.CONTEXT3);
    }

    @Test
    @DisplayName("3.4-context: ids have the top bit set, and the first two are built in")
    void givesIds() {
        MemorySegment id = client.arena.allocate(JAVA_LONG);
        MemorySegment context = client.encode(Samples.general(key), Structs.CONTEXT3);
        var functions = client.functions.providerContext();
        assertOk(functions.FwpmProviderContextAdd3(client.handle, context, NULL, id));
        assertThat(id.get(JAVA_LONG, 0)).isEqualTo(0x8000_0000_0000_0002L);
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(functions.FwpmProviderContextGetById3(client.handle, 0x8000_0000_0000_0000L, out));
        assertThat(client.take(out, Structs.CONTEXT3).providerContextKey())
                .isEqualTo(FwpmProviderContexts.SECURE_SOCKET_AUTHIP);
    }

    @Test
    @DisplayName(
            "3.6-flags, 10-version: what an older version added is read through it as it was, and"
                    + " flagged")
    void readsOldVersionBack() {
        FwpmProviderContext0 context = old(oldMainMode());
        assertOk(addOld(context));
        FwpmProviderContext0 read = readOld();
        assertThat(read)
                .isEqualTo(
                        context.withFlags(FwpmProviderContextFlags.DOWNLEVEL)
                                .withProviderContextId(read.providerContextId()));
        assertThat(readNewest().policy()).isInstanceOf(Policy.IpsecIkeMmContext.class);
    }

    @Test
    @DisplayName("3.6-union: a general context may be empty")
    void takesEmptyGeneralContext() {
        assertOk(client.add(Samples.context(key, new Policy.GeneralContext(Client.noData()))));
        assertThat(readNewest().flags()).isEqualTo(FwpmProviderContextFlags.NONE);
        assertThat(readOld().policy())
                .isEqualTo(new FwpmProviderContext0.Policy.GeneralContext(Client.noData()));
    }

    @Test
    @DisplayName("3.6-older, U15: what an older version cannot express is not there for it")
    void hidesFromOldVersion() {
        assertOk(
                client.add(
                        Samples.context(
                                key, new Policy.IpsecIkev2MmContext(Samples.mainModePolicy()))));
        MemorySegment out = client.arena.allocate(ADDRESS);
        var functions = client.functions.providerContext();
        assertError(
                functions.FwpmProviderContextGetByKey0(client.handle, client.encode(key), out),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertOk(functions.FwpmProviderContextGetByKey1(client.handle, client.encode(key), out));
        client.functions.engine().FwpmFreeMemory0(out);
        MemorySegment enumeration = client.arena.allocate(ADDRESS);
        MemorySegment entries = client.arena.allocate(ADDRESS);
        MemorySegment count = client.arena.allocate(JAVA_INT);
        assertOk(functions.FwpmProviderContextCreateEnumHandle0(client.handle, NULL, enumeration));
        assertOk(
                functions.FwpmProviderContextEnum0(
                        client.handle, enumeration.get(ADDRESS, 0), 10, entries, count));
        assertThat(client.takePage(entries, count, Structs.CONTEXT0))
                .extracting(FwpmProviderContext0::providerContextKey)
                .containsExactly(
                        FwpmProviderContexts.SECURE_SOCKET_AUTHIP,
                        FwpmProviderContexts.SECURE_SOCKET_IPSEC);
    }

    @Test
    @DisplayName(
            "3.6-older, U15: a value without a place in an older version hides the context, too")
    void hidesWhatWouldLoseValues() {
        IkeextPolicy2 policy = Samples.mainModePolicy().withRetransmitDurationSecs(5);
        assertOk(client.add(Samples.context(key, new Policy.IpsecIkeMmContext(policy))));
        MemorySegment out = client.arena.allocate(ADDRESS);
        MemorySegment name = client.encode(key);
        var functions = client.functions.providerContext();
        assertError(
                functions.FwpmProviderContextGetByKey0(client.handle, name, out),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        assertOk(functions.FwpmProviderContextGetByKey1(client.handle, name, out));
        assertThat(client.take(out, Structs.CONTEXT1).policy())
                .isInstanceOfSatisfying(
                        FwpmProviderContext1.Policy.IpsecIkeMmContext.class,
                        it -> assertThat(it.ikeMmPolicy().retransmitDurationSecs()).isEqualTo(5));
    }

    @Test
    @DisplayName("3.6-types: a type that a version does not have is refused by it")
    void refusesTypeNewerThanVersion() {
        MemorySegment context = client.encode(old(oldMainMode()), Structs.CONTEXT0);
        for (int type : new int[] {9, 13, 99}) {
            context.set(JAVA_INT, FwpmProviderContext0Codec.TYPE, type);
            assertError(addOld(context), ErrorCode.FWP_E_INVALID_ENUMERATOR);
        }
    }

    @Test
    @DisplayName("3.6-union: the policy must be there")
    void refusesMissingPolicy() {
        MemorySegment context = client.encode(old(oldMainMode()), Structs.CONTEXT0);
        context.set(ADDRESS, FwpmProviderContext0Codec.IKE_MM_POLICY, MemorySegment.NULL);
        assertError(addOld(context), ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName(
            "3.6-auth-method, 3.6-auth-duplicate, 3.6-empty: policies that no keying module could"
                    + " use are refused")
    void refusesUselessPolicy() {
        IkeextPolicy2 policy = Samples.mainModePolicy();
        assertRefused(
                policy.withAuthenticationMethods(List.of()), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
        assertRefused(policy.withIkeProposals(List.of()), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
        assertRefused(
                policy.withAuthenticationMethods(
                        List.of(new IkeextAuthenticationMethod2.Anonymous())),
                ErrorCode.FWP_E_INCOMPATIBLE_AUTH_METHOD);
        IkeextAuthenticationMethod2 method = policy.authenticationMethods().getFirst();
        assertRefused(
                policy.withAuthenticationMethods(List.of(method, method)),
                ErrorCode.FWP_E_DUPLICATE_AUTH_METHOD);
    }

    private void assertRefused(IkeextPolicy2 policy, ErrorCode error) {
        assertError(client.add(Samples.context(key, new Policy.IpsecIkeMmContext(policy))), error);
    }
}
