package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.ipsec.IpsecAuthConfig;
import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecAuthTransformId0;
import io.github.wfp4j.ipsec.IpsecAuthType;
import io.github.wfp4j.ipsec.IpsecPfsGroup;
import io.github.wfp4j.ipsec.IpsecPolicyFlags;
import io.github.wfp4j.ipsec.IpsecProposal0;
import io.github.wfp4j.ipsec.IpsecSaIdleTimeout0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.ipsec.IpsecTransportPolicy2;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.List;

/** Quick mode policies of transport mode (7.4). */
abstract class TransportPoliciesContract {
    private static final IpsecAuthTransform0 SHA_1 =
            new IpsecAuthTransform0(
                    new IpsecAuthTransformId0(IpsecAuthType.SHA_1, IpsecAuthConfig.HMAC_SHA_1_96),
                    null);

    private static final IpsecSaTransform0 HEADER = new IpsecSaTransform0.Ah(SHA_1);
    private static final IpsecSaTransform0 PAYLOAD = new IpsecSaTransform0.EspAuth(SHA_1);

    private static final IpsecPolicyFlags EVERY_FLAG_BUT_BOUNDARY =
            IpsecPolicyFlags.ND_SECURE
                    .or(IpsecPolicyFlags.NAT_ENCAP_ALLOW_PEER_BEHIND_NAT)
                    .or(IpsecPolicyFlags.NAT_ENCAP_ALLOW_GENERAL_NAT_TRAVERSAL)
                    .or(IpsecPolicyFlags.DONT_NEGOTIATE_SECOND_LIFETIME)
                    .or(IpsecPolicyFlags.DONT_NEGOTIATE_BYTE_LIFETIME)
                    .or(IpsecPolicyFlags.KEY_MANAGER_ALLOW_DICTATE_KEY)
                    .or(IpsecPolicyFlags.KEY_MANAGER_ALLOW_NOTIFY_KEY);

    private final TestEngine engine;
    private final Client client;

    TransportPoliciesContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    private static IpsecTransportPolicy2 policy(IpsecSaTransform0... transforms) {
        IpsecProposal0 proposal =
                new IpsecProposal0(
                        new IpsecSaLifetime0(3600, 100_000, 0),
                        List.of(transforms),
                        IpsecPfsGroup.NONE);
        return new IpsecTransportPolicy2(
                List.of(proposal),
                IpsecPolicyFlags.NONE,
                0,
                new IpsecSaIdleTimeout0(300, 60),
                null);
    }

    private int add(IpsecTransportPolicy2 policy) {
        return client.add(
                Samples.context(
                        ProviderContextKey.random(),
                        new Policy.IpsecAuthipQmTransportContext(policy)));
    }

    @Test
    @DisplayName("7.4-flags: flags read back")
    void keepsFlags() {
        Policy policy =
                new Policy.IpsecAuthipQmTransportContext(
                        policy(PAYLOAD)
                                .withFlags(EVERY_FLAG_BUT_BOUNDARY)
                                .withNdAllowClearTimeoutSeconds(10));
        MemorySegment id = client.arena.allocate(JAVA_LONG);
        MemorySegment context =
                client.encode(
                        Samples.context(ProviderContextKey.random(), policy), Structs.CONTEXT3);
        var functions = client.functions.providerContext();
        assertOk(functions.FwpmProviderContextAdd3(client.handle, context, NULL, id));
        MemorySegment out = client.arena.allocate(ADDRESS);
        assertOk(functions.FwpmProviderContextGetById3(client.handle, id.get(JAVA_LONG, 0), out));
        assertThat(client.take(out, Structs.CONTEXT3).policy()).isEqualTo(policy);
    }

    @Test
    @DisplayName("7.4-both: discovery is secured or at the boundary, not both")
    void refusesBothKindsOfDiscovery() {
        IpsecPolicyFlags both = IpsecPolicyFlags.ND_SECURE.or(IpsecPolicyFlags.ND_BOUNDARY);
        assertError(add(policy(PAYLOAD).withFlags(both)), ErrorCode.FWP_E_INVALID_FLAGS);
        assertOk(add(policy(PAYLOAD).withFlags(IpsecPolicyFlags.ND_BOUNDARY)));
    }

    @Test
    @DisplayName("7.4-proposal: a proposal has one transform, or AH and another, and a lifetime")
    void refusesUselessProposal() {
        assertOk(add(policy(HEADER)));
        assertOk(add(policy(HEADER, PAYLOAD)));
        assertError(add(policy()), ErrorCode.FWP_E_ZERO_LENGTH_ARRAY);
        assertError(add(policy(HEADER, PAYLOAD, PAYLOAD)), ErrorCode.FWP_E_OUT_OF_BOUNDS);
        assertError(add(policy(HEADER, HEADER)), ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
        assertError(add(policy(PAYLOAD, PAYLOAD)), ErrorCode.FWP_E_INVALID_TRANSFORM_COMBINATION);
        IpsecProposal0 endless =
                policy(PAYLOAD)
                        .ipsecProposals()
                        .getFirst()
                        .withLifetime(new IpsecSaLifetime0(0, 100_000, 0));
        assertError(
                add(policy(PAYLOAD).withIpsecProposals(List.of(endless))),
                ErrorCode.FWP_E_OUT_OF_BOUNDS);
    }
}
