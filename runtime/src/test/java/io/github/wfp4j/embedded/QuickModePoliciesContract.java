package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextEmPolicy2;
import io.github.wfp4j.ikeext.IkeextKerberosAuthentication1;
import io.github.wfp4j.ikeext.IkeextNtlmV2Authentication0;
import io.github.wfp4j.internal.codec.IpsecProposal0Codec;
import io.github.wfp4j.internal.codec.IpsecSaTransform0Codec;
import io.github.wfp4j.internal.codec.IpsecTransportPolicy2Codec;
import io.github.wfp4j.internal.codec.IpsecTunnelPolicy3Codec;
import io.github.wfp4j.ipsec.IpsecAuthAndCipherTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecAuthType;
import io.github.wfp4j.ipsec.IpsecCipherTransform0;
import io.github.wfp4j.ipsec.IpsecCipherTransformId0;
import io.github.wfp4j.ipsec.IpsecCipherType;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaIdleTimeout0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoint0;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2.LocalAddress;
import io.github.wfp4j.ipsec.IpsecTunnelEndpoints2.RemoteAddress;
import io.github.wfp4j.ipsec.IpsecTunnelPolicy3;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.function.Function;

/** What quick mode policies can say, for transport and for tunnels (3.6, 7.4). */
abstract class QuickModePoliciesContract {
    private static final List<Function<IpsecTransportPolicy2, Policy>> TRANSPORT =
            List.of(
                    Policy.IpsecIkeQmTransportContext::new,
                    Policy.IpsecAuthipQmTransportContext::new,
                    Policy.IpsecIkev2QmTransportContext::new);
    private static final List<Function<IpsecTunnelPolicy3, Policy>> TUNNEL =
            List.of(
                    Policy.IpsecIkeQmTunnelContext::new,
                    Policy.IpsecAuthipQmTunnelContext::new,
                    Policy.IpsecIkev2QmTunnelContext::new);

    private static final IpsecSaTransform0 HEADER =
            new IpsecSaTransform0.Ah(authentication(IpsecAuthTransformId0.HMAC_SHA_256_128));
    private static final IpsecSaTransform0 PAYLOAD =
            new IpsecSaTransform0.EspAuth(authentication(IpsecAuthTransformId0.HMAC_SHA_256_128));
    private static final IpsecSaLifetime0 LIFETIME = new IpsecSaLifetime0(3600, 100_000, 0);
    private static final IpsecSaIdleTimeout0 IDLE = new IpsecSaIdleTimeout0(300, 60);

    private static final long HERE = 0xC000_0201L;
    private static final long THERE = 0xC633_6401L;

    private static final IkeextEmPolicy2 USER =
            IkeextEmPolicy2.of(
                    List.of(
                            new IkeextAuthenticationMethod2.Kerberos(
                                    IkeextKerberosAuthentication1.of())));

    private final TestEngine engine;
    private final Client client;
    private final PolicyClient policies;

    QuickModePoliciesContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
        policies = new PolicyClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private static IpsecAuthTransform0 authentication(IpsecAuthTransformId0 id) {
        return new IpsecAuthTransform0(id, null);
    }

    private static IpsecCipherTransform0 cipher(IpsecCipherTransformId0 id) {
        return new IpsecCipherTransform0(id, null);
    }

    private static IpsecSaTransform0 both(
            IpsecAuthTransformId0 first, IpsecCipherTransformId0 second) {
        return new IpsecSaTransform0.EspAuthAndCipher(
                new IpsecAuthAndCipherTransform0(authentication(first), cipher(second)));
    }

    private static IpsecProposal0 proposal(IpsecSaTransform0... transforms) {
        return new IpsecProposal0(LIFETIME, List.of(transforms), IpsecPfsGroup.NONE);
    }

    private static IpsecTransportPolicy2 transport(IpsecProposal0... proposals) {
        return IpsecTransportPolicy2.of(List.of(proposals), IDLE);
    }

    private static IpsecTunnelPolicy3 tunnel(IpsecProposal0... proposals) {
        return IpsecTunnelPolicy3.of(
                List.of(proposals),
                IpsecTunnelEndpoints2.of(new LocalAddress.V4(HERE), new RemoteAddress.V4(THERE)),
                IDLE);
    }

    private void assertTaken(IpsecSaTransform0... transforms) {
        TRANSPORT.forEach(it -> policies.assertTaken(it.apply(transport(proposal(transforms)))));
        TUNNEL.forEach(it -> policies.assertTaken(it.apply(tunnel(proposal(transforms)))));
    }

    private void assertRefused(ErrorCode error, IpsecSaTransform0... transforms) {
        assertRefused(error, proposal(transforms));
    }

    private void assertRefused(ErrorCode error, IpsecProposal0... proposals) {
        TRANSPORT.forEach(it -> policies.assertRefused(it.apply(transport(proposals)), error));
        TUNNEL.forEach(it -> policies.assertRefused(it.apply(tunnel(proposals)), error));
    }

    @Test
    @DisplayName("3.6-em: extended mode is AuthIP's")
    void refusesExtendedMode() {
        for (int module = 0; module < 3; module++) {
            Policy transport =
                    TRANSPORT.get(module).apply(transport(proposal(PAYLOAD)).withEmPolicy(USER));
            Policy tunnel = TUNNEL.get(module).apply(tunnel(proposal(PAYLOAD)).withEmPolicy(USER));
            if (module == 1) {
                policies.assertTaken(transport);
                policies.assertTaken(tunnel);
            } else {
                policies.assertRefused(transport, ErrorCode.FWP_E_EM_NOT_SUPPORTED);
                policies.assertRefused(tunnel, ErrorCode.FWP_E_EM_NOT_SUPPORTED);
            }
        }
    }

    @Test
    @DisplayName("3.6-auth-method: a user has no pre-shared key, nor none or one method twice")
    void refusesMethodsOfUser() {
        assertRefusedUser(
                Samples.mainModePolicy().authenticationMethods(),
                ErrorCode.FWP_E_INCOMPATIBLE_AUTH_METHOD);
        assertRefusedUser(List.of(), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
        IkeextAuthenticationMethod2 password =
                new IkeextAuthenticationMethod2.NtlmV2(IkeextNtlmV2Authentication0.of());
        assertRefusedUser(List.of(password, password), ErrorCode.FWP_E_DUPLICATE_AUTH_METHOD);
        policies.assertTaken(
                new Policy.IpsecAuthipQmTransportContext(
                        transport(proposal(PAYLOAD))
                                .withEmPolicy(IkeextEmPolicy2.of(List.of(password)))));
    }

    private void assertRefusedUser(List<IkeextAuthenticationMethod2> methods, ErrorCode error) {
        policies.assertRefused(
                new Policy.IpsecAuthipQmTransportContext(
                        transport(proposal(PAYLOAD)).withEmPolicy(IkeextEmPolicy2.of(methods))),
                error);
    }

    @Test
    @DisplayName("3.6-transform: the transforms that Microsoft names are taken")
    void takesKnownTransforms() {
        for (IpsecAuthTransformId0 id :
                List.of(
                        IpsecAuthTransformId0.HMAC_MD5_96,
                        IpsecAuthTransformId0.HMAC_SHA_1_96,
                        IpsecAuthTransformId0.HMAC_SHA_256_128,
                        IpsecAuthTransformId0.GCM_AES_128,
                        IpsecAuthTransformId0.GCM_AES_192,
                        IpsecAuthTransformId0.GCM_AES_256)) {
            assertTaken(new IpsecSaTransform0.Ah(authentication(id)));
            assertTaken(new IpsecSaTransform0.EspAuth(authentication(id)));
            assertTaken(new IpsecSaTransform0.EspAuthFw(authentication(id)));
        }
        for (IpsecCipherTransformId0 id :
                List.of(
                        IpsecCipherTransformId0.CBC_DES,
                        IpsecCipherTransformId0.CBC_3DES,
                        IpsecCipherTransformId0.AES_128,
                        IpsecCipherTransformId0.AES_192,
                        IpsecCipherTransformId0.AES_256)) {
            assertTaken(new IpsecSaTransform0.EspCipher(cipher(id)));
            assertTaken(both(IpsecAuthTransformId0.HMAC_SHA_1_96, id));
        }
    }

    @Test
    @DisplayName("3.6-transform: a type with the configuration of another is no transform")
    void refusesUnknownTransforms() {
        for (IpsecAuthTransformId0 id :
                List.of(
                        new IpsecAuthTransformId0(IpsecAuthType.SHA_1, 6),
                        new IpsecAuthTransformId0(IpsecAuthType.SHA_1, 0),
                        new IpsecAuthTransformId0(IpsecAuthType.AES_128, 5),
                        new IpsecAuthTransformId0(IpsecAuthType.MD5, 255))) {
            ErrorCode error = ErrorCode.FWP_E_INVALID_AUTH_TRANSFORM;
            assertRefused(error, new IpsecSaTransform0.Ah(authentication(id)));
            assertRefused(error, new IpsecSaTransform0.EspAuth(authentication(id)));
            assertRefused(error, new IpsecSaTransform0.EspAuthFw(authentication(id)));
            assertRefused(error, both(id, IpsecCipherTransformId0.AES_128));
        }
        for (IpsecCipherTransformId0 id :
                List.of(
                        new IpsecCipherTransformId0(IpsecCipherType.DES, 0),
                        new IpsecCipherTransformId0(IpsecCipherType.AES_128, 9),
                        new IpsecCipherTransformId0(IpsecCipherType.DES, 2),
                        new IpsecCipherTransformId0(IpsecCipherType.AES_128, 1),
                        new IpsecCipherTransformId0(IpsecCipherType.CIPHER_TYPE_3DES, 5))) {
            ErrorCode error = ErrorCode.FWP_E_INVALID_CIPHER_TRANSFORM;
            assertRefused(error, new IpsecSaTransform0.EspCipher(cipher(id)));
            assertRefused(error, both(IpsecAuthTransformId0.HMAC_SHA_1_96, id));
        }
    }

    @Test
    @DisplayName("3.6-key-length: the key is as long as the cipher's type says")
    void refusesKeyLength() {
        for (IpsecCipherTransformId0 id :
                List.of(
                        new IpsecCipherTransformId0(IpsecCipherType.AES_128, 5),
                        new IpsecCipherTransformId0(IpsecCipherType.AES_256, 3),
                        new IpsecCipherTransformId0(IpsecCipherType.AES_192, 8))) {
            ErrorCode error = ErrorCode.FWP_E_INCOMPATIBLE_CIPHER_TRANSFORM;
            assertRefused(error, new IpsecSaTransform0.EspCipher(cipher(id)));
            assertRefused(error, both(IpsecAuthTransformId0.HMAC_SHA_1_96, id));
        }
    }

    @Test
    @DisplayName("3.6-combination: a cipher that authenticates goes with its own authentication")
    void refusesMixedCombination() {
        assertTaken(both(IpsecAuthTransformId0.GCM_AES_128, IpsecCipherTransformId0.GCM_AES_128));
        assertTaken(both(IpsecAuthTransformId0.GCM_AES_192, IpsecCipherTransformId0.GCM_AES_192));
        assertTaken(both(IpsecAuthTransformId0.GCM_AES_256, IpsecCipherTransformId0.GCM_AES_256));
        ErrorCode error = ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION;
        assertRefused(
                error,
                both(IpsecAuthTransformId0.GCM_AES_128, IpsecCipherTransformId0.GCM_AES_256));
        assertRefused(
                error,
                both(IpsecAuthTransformId0.HMAC_SHA_256_128, IpsecCipherTransformId0.GCM_AES_256));
        assertRefused(
                error, both(IpsecAuthTransformId0.GCM_AES_256, IpsecCipherTransformId0.AES_256));
        assertRefused(
                error,
                new IpsecSaTransform0.EspCipher(cipher(IpsecCipherTransformId0.GCM_AES_128)));
    }

    @Test
    @DisplayName("3.6-combination, 7.4-proposal: two transforms are AH and one of ESP")
    void refusesTwoOfAKind() {
        assertTaken(HEADER, PAYLOAD);
        assertTaken(PAYLOAD, HEADER);
        assertRefused(ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION, PAYLOAD, PAYLOAD);
        assertRefused(ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION, HEADER, HEADER);
    }

    @Test
    @DisplayName("3.6-bounds, 3.6-which-code: one or two transforms, and a lifetime")
    void refusesOutOfBounds() {
        assertRefused(ErrorCode.FWP_E_OUT_OF_BOUNDS, HEADER, PAYLOAD, PAYLOAD);
        assertRefused(
                ErrorCode.FWP_E_OUT_OF_BOUNDS,
                proposal(PAYLOAD),
                proposal(PAYLOAD).withLifetime(new IpsecSaLifetime0(0, 100_000, 1)));
    }

    @Test
    @DisplayName("3.6-empty: there must be a proposal and a transform")
    void refusesNoChoice() {
        assertRefused(ErrorCode.FWP_E_ZERO_LENGTH_ARRAY, new IpsecProposal0[0]);
        assertRefused(ErrorCode.FWP_E_ZERO_LENGTH_ARRAY, new IpsecSaTransform0[0]);
    }

    @ParameterizedTest
    @EnumSource(IpsecPfsGroup.class)
    @DisplayName("3.6-dh-group: quick mode takes every group, and none")
    void takesGroups(IpsecPfsGroup group) {
        TRANSPORT.forEach(it ->
                policies.assertTaken(it.apply(transport(proposal(PAYLOAD).withPfsGroup(group)))));
    }

    @Test
    @DisplayName("3.6-endpoint: both ends of a tunnel are hosts")
    void refusesEndpoints() {
        for (long address : new long[] {0, 0xFFFF_FFFFL, 0xE000_0001L, 0xEFFF_FFFFL}) {
            assertEndpoints(address, THERE, ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
            assertEndpoints(HERE, address, ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
        }
        assertEndpoints(HERE, 0xDFFF_FFFFL, ErrorCode.ERROR_SUCCESS);
        byte[] multicast = new byte[16];
        multicast[0] = -1;
        byte[] host = new byte[16];
        host[0] = 0x20;
        for (byte[] bad : new byte[][] {new byte[16], multicast}) {
            assertEndpoints(bad, host, ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
            assertEndpoints(host, bad, ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
        }
        assertEndpoints(host, host, ErrorCode.ERROR_SUCCESS);
    }

    private void assertEndpoints(long local, long remote, ErrorCode error) {
        assertEndpoints(
                IpsecTunnelEndpoints2.of(new LocalAddress.V4(local), new RemoteAddress.V4(remote)),
                error);
    }

    private void assertEndpoints(byte[] local, byte[] remote, ErrorCode error) {
        assertEndpoints(
                IpsecTunnelEndpoints2.of(
                        new LocalAddress.V6(Bytes.of(local)),
                        new RemoteAddress.V6(Bytes.of(remote))),
                error);
    }

    private void assertEndpoints(IpsecTunnelEndpoints2 endpoints, ErrorCode error) {
        for (Function<IpsecTunnelPolicy3, Policy> module : TUNNEL) {
            policies.assertRefused(
                    module.apply(tunnel(proposal(PAYLOAD)).withTunnelEndpoints(endpoints)), error);
        }
    }

    @Test
    @DisplayName("3.6-endpoint: a remote end with a name or more addresses can be left open")
    void takesOpenEndpoint() {
        IpsecTunnelEndpoints2 open =
                IpsecTunnelEndpoints2.of(new LocalAddress.V4(HERE), new RemoteAddress.V4(0));
        IpsecTunnelEndpoint0 other = new IpsecTunnelEndpoint0.V4(THERE);
        IpsecTunnelEndpoint0 any = new IpsecTunnelEndpoint0.V4(0);
        IpsecTunnelEndpoint0 foreign =
                new IpsecTunnelEndpoint0.V6(Bytes.ofHex("20010db8000000000000000000000001"));
        assertEndpoints(open.withRemoteFqdn("gateway.example.com"), ErrorCode.ERROR_SUCCESS);
        assertEndpoints(open.withRemoteAddresses(List.of(other)), ErrorCode.ERROR_SUCCESS);
        assertEndpoints(
                open.withRemoteAddresses(List.of(any)), ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
        assertEndpoints(
                open.withRemoteAddresses(List.of(other, foreign)),
                ErrorCode.FWP_E_INVALID_TUNNEL_ENDPOINT);
    }

    @Test
    @DisplayName("3.6-enumerator: what no enumeration defines is refused")
    void refusesUnknownEnumerators() {
        MemorySegment context =
                policies.encodeNewest(
                        TRANSPORT
                                .get(0)
                                .apply(
                                        transport(
                                                proposal(
                                                        both(
                                                                IpsecAuthTransformId0.HMAC_SHA_1_96,
                                                                IpsecCipherTransformId0
                                                                        .AES_128)))));
        MemorySegment policy = PolicyClient.policy(context, IpsecTransportPolicy2Codec.BYTE_SIZE);
        MemorySegment proposal =
                PolicyClient.pointee(
                        policy,
                        IpsecTransportPolicy2Codec.IPSEC_PROPOSALS,
                        IpsecProposal0Codec.BYTE_SIZE);
        MemorySegment transform =
                PolicyClient.pointee(
                        proposal,
                        IpsecProposal0Codec.SA_TRANSFORMS,
                        IpsecSaTransform0Codec.BYTE_SIZE);
        MemorySegment both = PolicyClient.pointee(transform, 8, 32);
        assertUnknown(context, proposal, IpsecProposal0Codec.PFS_GROUP, 8);
        assertUnknown(context, transform, IpsecSaTransform0Codec.IPSEC_TRANSFORM_TYPE, 0);
        assertUnknown(context, transform, IpsecSaTransform0Codec.IPSEC_TRANSFORM_TYPE, 6);
        assertUnknown(context, both, 0, 6);
        assertUnknown(context, both, 16, 6);
        assertUnknown(context, both, 16, 0);
        assertOk(policies.addNewest(context));
    }

    @Test
    @DisplayName("3.6-enumerator: the ends of a tunnel have an IP version")
    void refusesUnknownVersion() {
        MemorySegment context =
                policies.encodeNewest(TUNNEL.get(2).apply(tunnel(proposal(PAYLOAD))));
        MemorySegment policy = PolicyClient.policy(context, IpsecTunnelPolicy3Codec.BYTE_SIZE);
        assertUnknown(context, policy, IpsecTunnelPolicy3Codec.TUNNEL_ENDPOINTS, 2);
        assertOk(policies.addNewest(context));
    }

    private void assertUnknown(
            MemorySegment context, MemorySegment struct, long offset, int unknown) {
        int known = struct.get(JAVA_INT, offset);
        for (int number : new int[] {unknown, 0x7777, -1}) {
            struct.set(JAVA_INT, offset, number);
            assertError(policies.addNewest(context), ErrorCode.FWP_E_INVALID_ENUMERATOR);
        }
        struct.set(JAVA_INT, offset, known);
    }

    @Test
    @DisplayName("3.27, 7.4-both: flags that nobody defined or that contradict are refused")
    void refusesFlags() {
        IpsecPolicyFlags both = IpsecPolicyFlags.ND_SECURE.or(IpsecPolicyFlags.ND_BOUNDARY);
        for (IpsecPolicyFlags flags :
                List.of(both, new IpsecPolicyFlags(0x1), new IpsecPolicyFlags(0x40000))) {
            for (Function<IpsecTransportPolicy2, Policy> module : TRANSPORT) {
                policies.assertRefused(
                        module.apply(transport(proposal(PAYLOAD)).withFlags(flags)),
                        ErrorCode.FWP_E_INVALID_FLAGS);
            }
            for (Function<IpsecTunnelPolicy3, Policy> module : TUNNEL) {
                policies.assertRefused(
                        module.apply(tunnel(proposal(PAYLOAD)).withFlags(flags)),
                        ErrorCode.FWP_E_INVALID_FLAGS);
            }
        }
    }
}
