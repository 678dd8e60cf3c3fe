package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethodType;
import io.github.wfp4j.ikeext.IkeextCertificateAuthentication2;
import io.github.wfp4j.ikeext.IkeextCertificateAuthentication2.InboundConfig;
import io.github.wfp4j.ikeext.IkeextCertificateAuthentication2.OutboundConfig;
import io.github.wfp4j.ikeext.IkeextCertificateCriteria0;
import io.github.wfp4j.ikeext.IkeextCipherAlgorithm0;
import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.ikeext.IkeextDhGroup;
import io.github.wfp4j.ikeext.IkeextEapAuthentication0;
import io.github.wfp4j.ikeext.IkeextIntegrityAlgorithm0;
import io.github.wfp4j.ikeext.IkeextIntegrityType;
import io.github.wfp4j.ikeext.IkeextIpv6CgaAuthentication0;
import io.github.wfp4j.ikeext.IkeextKerberosAuthentication1;
import io.github.wfp4j.ikeext.IkeextNtlmV2Authentication0;
import io.github.wfp4j.ikeext.IkeextPolicy2;
import io.github.wfp4j.ikeext.IkeextPolicyFlags;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication1;
import io.github.wfp4j.ikeext.IkeextProposal0;
import io.github.wfp4j.ikeext.IkeextReservedAuthFlags;
import io.github.wfp4j.ikeext.IkeextReservedAuthentication0;
import io.github.wfp4j.internal.codec.IkeextAuthenticationMethod2Codec;
import io.github.wfp4j.internal.codec.IkeextPolicy2Codec;
import io.github.wfp4j.internal.codec.IkeextProposal0Codec;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What main mode policies can say (3.6). */
abstract class MainModePoliciesContract {
    /** A keying module, with the context that carries its policies. */
    enum Module {
        IKE,
        AUTHIP,
        IKEV2;

        Policy apply(IkeextPolicy2 policy) {
            return switch (this) {
                case IKE -> new Policy.IpsecIkeMmContext(policy);
                case AUTHIP -> new Policy.IpsecAuthipMmContext(policy);
                case IKEV2 -> new Policy.IpsecIkev2MmContext(policy);
            };
        }
    }

    private static final IkeextAuthenticationMethod2 KERBEROS =
            new IkeextAuthenticationMethod2.Kerberos(IkeextKerberosAuthentication1.of());

    private final TestEngine engine;
    private final Client client;
    private final PolicyClient policies;

    MainModePoliciesContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
        policies = new PolicyClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    /** {@return a policy that a keying module takes} */
    private static IkeextPolicy2 valid(Module module) {
        return module == Module.AUTHIP ? with(KERBEROS) : Samples.mainModePolicy();
    }

    private static IkeextPolicy2 with(IkeextAuthenticationMethod2... methods) {
        return Samples.mainModePolicy().withAuthenticationMethods(List.of(methods));
    }

    private static IkeextProposal0 proposal() {
        return Samples.mainModePolicy().ikeProposals().getFirst();
    }

    private static Policy with(Module module, IkeextProposal0 proposal) {
        return module.apply(valid(module).withIkeProposals(List.of(proposal)));
    }

    private static IkeextAuthenticationMethod2 method(IkeextAuthenticationMethodType type) {
        return switch (type) {
            case PRESHARED_KEY ->
                    new IkeextAuthenticationMethod2.PresharedKey(
                            IkeextPresharedKeyAuthentication1.of(
                                    new FwpByteBlob(Bytes.of((byte) 's'))));
            case CERTIFICATE, CERTIFICATE_ECDSA_P256, CERTIFICATE_ECDSA_P384 ->
                    new IkeextAuthenticationMethod2.CertificateAuthentication(
                            type, certificates(1));
            case KERBEROS -> KERBEROS;
            case ANONYMOUS -> new IkeextAuthenticationMethod2.Anonymous();
            case SSL, SSL_ECDSA_P256, SSL_ECDSA_P384 ->
                    new IkeextAuthenticationMethod2.SslAuthentication(type, certificates(1));
            case NTLM_V2 ->
                    new IkeextAuthenticationMethod2.NtlmV2(IkeextNtlmV2Authentication0.of());
            case IPV6_CGA ->
                    new IkeextAuthenticationMethod2.Ipv6Cga(
                            new IkeextIpv6CgaAuthentication0(
                                    "keys",
                                    null,
                                    0,
                                    new FwpByteArray16(Bytes.of(new byte[16])),
                                    0));
            case EAP -> new IkeextAuthenticationMethod2.Eap(IkeextEapAuthentication0.of());
            case RESERVED ->
                    new IkeextAuthenticationMethod2.Reserved(
                            new IkeextReservedAuthentication0(new IkeextReservedAuthFlags(0)));
        };
    }

    private static IkeextCertificateAuthentication2 certificates(int authority) {
        IkeextCertificateCriteria0 criteria =
                IkeextCertificateCriteria0.of()
                        .withCertHash(new FwpByteBlob(Bytes.of((byte) authority)));
        return IkeextCertificateAuthentication2.of(
                new InboundConfig.EnterpriseStore(List.of(criteria)),
                new OutboundConfig.EnterpriseStore(List.of(criteria)));
    }

    /** For each keying module the methods of authentication that it has. */
    static Stream<Arguments> methods() {
        Set<IkeextAuthenticationMethodType> ike =
                EnumSet.of(
                        IkeextAuthenticationMethodType.PRESHARED_KEY,
                        IkeextAuthenticationMethodType.CERTIFICATE,
                        IkeextAuthenticationMethodType.CERTIFICATE_ECDSA_P256,
                        IkeextAuthenticationMethodType.CERTIFICATE_ECDSA_P384,
                        IkeextAuthenticationMethodType.KERBEROS);
        Set<IkeextAuthenticationMethodType> authip =
                EnumSet.of(
                        IkeextAuthenticationMethodType.KERBEROS,
                        IkeextAuthenticationMethodType.ANONYMOUS,
                        IkeextAuthenticationMethodType.NTLM_V2,
                        IkeextAuthenticationMethodType.SSL,
                        IkeextAuthenticationMethodType.SSL_ECDSA_P256,
                        IkeextAuthenticationMethodType.SSL_ECDSA_P384);
        Set<IkeextAuthenticationMethodType> ikev2 =
                EnumSet.of(
                        IkeextAuthenticationMethodType.PRESHARED_KEY,
                        IkeextAuthenticationMethodType.CERTIFICATE,
                        IkeextAuthenticationMethodType.CERTIFICATE_ECDSA_P256,
                        IkeextAuthenticationMethodType.CERTIFICATE_ECDSA_P384,
                        IkeextAuthenticationMethodType.EAP);
        return Stream.of(
                Arguments.of(Module.IKE, ike),
                Arguments.of(Module.AUTHIP, authip),
                Arguments.of(Module.IKEV2, ikev2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("methods")
    @DisplayName("3.6-auth-method: a keying module has certain methods of authentication only")
    void refusesForeignMethods(Module module, Set<IkeextAuthenticationMethodType> possible) {
        for (IkeextAuthenticationMethodType type : IkeextAuthenticationMethodType.values()) {
            Policy policy = module.apply(with(method(type)));
            if (possible.contains(type)) {
                policies.assertTaken(policy);
            } else if (module != Module.IKE || type != IkeextAuthenticationMethodType.IPV6_CGA) {
                policies.assertRefused(policy, ErrorCode.FWP_E_INCOMPATIBLE_AUTH_METHOD);
            }
        }
    }

    @Test
    @DisplayName("3.6-cga: generated addresses are turned off")
    void refusesGeneratedAddresses() {
        policies.assertRefused(
                Module.IKE.apply(with(method(IkeextAuthenticationMethodType.IPV6_CGA))),
                ErrorCode.ERROR_NOT_SUPPORTED);
    }

    @Test
    @DisplayName("3.6-auth-duplicate: a method comes once, but certificates per authority")
    void refusesRepeatedMethod() {
        IkeextAuthenticationMethod2 key = method(IkeextAuthenticationMethodType.PRESHARED_KEY);
        policies.assertRefused(
                Module.IKE.apply(with(key, KERBEROS, key)), ErrorCode.FWP_E_DUPLICATE_AUTH_METHOD);
        policies.assertRefused(
                Module.AUTHIP.apply(with(KERBEROS, KERBEROS)),
                ErrorCode.FWP_E_DUPLICATE_AUTH_METHOD);
        policies.assertTaken(
                Module.IKE.apply(
                        with(
                                new IkeextAuthenticationMethod2.CertificateAuthentication(
                                        IkeextAuthenticationMethodType.CERTIFICATE,
                                        certificates(1)),
                                new IkeextAuthenticationMethod2.CertificateAuthentication(
                                        IkeextAuthenticationMethodType.CERTIFICATE,
                                        certificates(2)))));
    }

    @ParameterizedTest
    @EnumSource(value = IkeextDhGroup.class, names = "NONE", mode = Mode.EXCLUDE)
    @DisplayName("3.6-dh-group: every keying module has every group")
    void takesGroups(IkeextDhGroup group) {
        for (Module module : Module.values()) {
            policies.assertTaken(with(module, proposal().withDhGroup(group)));
        }
    }

    @Test
    @DisplayName("3.6-dh-group: only AuthIP can go without a group")
    void refusesMissingGroup() {
        IkeextProposal0 proposal = proposal().withDhGroup(IkeextDhGroup.NONE);
        policies.assertTaken(with(Module.AUTHIP, proposal));
        policies.assertRefused(with(Module.IKE, proposal), ErrorCode.FWP_E_INCOMPATIBLE_DH_GROUP);
        policies.assertRefused(with(Module.IKEV2, proposal), ErrorCode.FWP_E_INCOMPATIBLE_DH_GROUP);
    }

    @ParameterizedTest
    @EnumSource(IkeextCipherType.class)
    @DisplayName("3.6-key-length: ciphers that authenticate as well are IKEv2's")
    void refusesCombinedCipher(IkeextCipherType cipher) {
        IkeextProposal0 proposal =
                proposal()
                        .withCipherAlgorithm(IkeextCipherAlgorithm0.of(cipher))
                        .withIntegrityAlgorithm(
                                new IkeextIntegrityAlgorithm0(IkeextIntegrityType.SHA_384));
        policies.assertTaken(with(Module.IKEV2, proposal));
        for (Module module : List.of(Module.IKE, Module.AUTHIP)) {
            if (cipher.name().contains("GCM")) {
                policies.assertRefused(
                        with(module, proposal), ErrorCode.FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM);
            } else {
                policies.assertTaken(with(module, proposal));
            }
        }
    }

    @Test
    @DisplayName("3.6-key-length: a key has the cipher's length, which need not be said")
    void refusesKeyLength() {
        policies.assertTaken(withKey(0));
        policies.assertTaken(withKey(128));
        policies.assertRefused(withKey(127), ErrorCode.FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM);
        policies.assertRefused(withKey(256), ErrorCode.FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM);
    }

    private static Policy withKey(int bits) {
        return with(
                Module.IKE,
                proposal()
                        .withCipherAlgorithm(
                                new IkeextCipherAlgorithm0(IkeextCipherType.AES_128, bits, 0)));
    }

    @Test
    @DisplayName("3.6-empty: there must be a method and a proposal")
    void refusesNoChoice() {
        for (Module module : Module.values()) {
            policies.assertRefused(module.apply(with()), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
            policies.assertRefused(
                    module.apply(valid(module).withIkeProposals(List.of())),
                    ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
        }
    }

    @Test
    @DisplayName("3.6-bounds: main mode has a lifetime")
    void refusesNoLifetime() {
        for (Module module : Module.values()) {
            policies.assertRefused(
                    with(module, proposal().withMaxLifetimeSeconds(0)),
                    ErrorCode.FWP_E_OUT_OF_BOUNDS);
            policies.assertTaken(with(module, proposal().withMaxLifetimeSeconds(1)));
        }
    }

    @Test
    @DisplayName("3.6-soft-expiration: the soft expiration time is reserved")
    void refusesSoftExpiration() {
        for (Module module : Module.values()) {
            List<MemorySegment> contexts = policies.encode(module.apply(valid(module)));
            int oldest = 4 - contexts.size();
            for (int i = 0; i < contexts.size(); i++) {
                MemorySegment context = contexts.get(i);
                PolicyClient.policy(context, IkeextPolicy2Codec.BYTE_SIZE)
                        .set(JAVA_INT, IkeextPolicy2Codec.SOFT_EXPIRATION_TIME, 1);
                assertError(policies.add(context, oldest + i), ErrorCode.FWP_E_RESERVED);
                PolicyClient.policy(context, IkeextPolicy2Codec.BYTE_SIZE)
                        .set(JAVA_INT, IkeextPolicy2Codec.SOFT_EXPIRATION_TIME, 0);
                assertOk(policies.add(context, oldest + i));
            }
        }
    }

    @Test
    @DisplayName("3.6-enumerator: what no enumeration defines is refused")
    void refusesUnknownEnumerators() {
        MemorySegment context = policies.encodeNewest(Module.IKE.apply(valid(Module.IKE)));
        MemorySegment policy = PolicyClient.policy(context, IkeextPolicy2Codec.BYTE_SIZE);
        MemorySegment method =
                PolicyClient.pointee(
                        policy,
                        IkeextPolicy2Codec.AUTHENTICATION_METHODS,
                        IkeextAuthenticationMethod2Codec.BYTE_SIZE);
        MemorySegment proposal =
                PolicyClient.pointee(
                        policy, IkeextPolicy2Codec.IKE_PROPOSALS, IkeextProposal0Codec.BYTE_SIZE);
        assertUnknown(context, method, 0, 13);
        assertUnknown(context, policy, IkeextPolicy2Codec.INITIATOR_IMPERSONATION_TYPE, 2);
        assertUnknown(context, proposal, IkeextProposal0Codec.CIPHER_ALGORITHM, 7);
        assertUnknown(context, proposal, IkeextProposal0Codec.INTEGRITY_ALGORITHM, 4);
        assertUnknown(context, proposal, IkeextProposal0Codec.DH_GROUP, 7);
        assertOk(policies.addNewest(context));
    }

    private void assertUnknown(
            MemorySegment context, MemorySegment struct, long offset, int firstUnknown) {
        int known = struct.get(JAVA_INT, offset);
        for (int number : new int[] {firstUnknown, 0x7777, -1}) {
            struct.set(JAVA_INT, offset, number);
            assertError(policies.addNewest(context), ErrorCode.FWP_E_INVALID_ENUMERATOR);
        }
        struct.set(JAVA_INT, offset, known);
    }

    @Test
    @DisplayName("3.27: flags of a policy that nobody defined are refused")
    void refusesUnknownFlags() {
        policies.assertRefused(
                Module.IKE.apply(valid(Module.IKE).withFlags(new IkeextPolicyFlags(0x400))),
                ErrorCode.FWP_E_INVALID_FLAGS);
        policies.assertTaken(
                Module.IKE.apply(valid(Module.IKE).withFlags(new IkeextPolicyFlags(0x3FF))));
    }
}
