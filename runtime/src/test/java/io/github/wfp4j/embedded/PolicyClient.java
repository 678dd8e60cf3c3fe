package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.internal.abi.ProviderContextFunctions;
import io.github.wfp4j.internal.codec.FwpmProviderContext3Codec;
import io.github.wfp4j.internal.memory.Reader;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/** Adds policies in all versions of their struct that can express them. */
final class PolicyClient {
    /** The functions that add a context, by version. */
    private interface Adding {
        int add(
                ProviderContextFunctions functions,
                MemorySegment engine,
                MemorySegment context,
                MemorySegment sd,
                MemorySegment id);
    }

    private static final List<Adding> VERSIONS =
            List.of(
                    ProviderContextFunctions::FwpmProviderContextAdd0,
                    ProviderContextFunctions::FwpmProviderContextAdd1,
                    ProviderContextFunctions::FwpmProviderContextAdd2,
                    ProviderContextFunctions::FwpmProviderContextAdd3);

    private final Client client;

    PolicyClient(Client client) {
        this.client = client;
    }

    /** Checks that every version takes a policy. */
    void assertTaken(Policy policy) {
        assertAnswer(policy, ErrorCode.ERROR_SUCCESS);
    }

    /** Checks that every version refuses a policy in the same way. */
    void assertRefused(Policy policy, ErrorCode error) {
        assertAnswer(policy, error);
    }

    private void assertAnswer(Policy policy, ErrorCode answer) {
        for (int version = 0; version < VERSIONS.size(); version++) {
            MemorySegment context = encode(policy, version);
            if (context != null) {
                assertThat(ErrorCode.find(add(context, version)))
                        .as("version %d", version)
                        .contains(answer);
            }
        }
    }

    /** {@return the result of adding a context in one version of its struct} */
    int add(MemorySegment context, int version) {
        return VERSIONS.get(version)
                .add(client.functions.providerContext(), client.handle, context, NULL, NULL);
    }

    /** {@return a policy in each version of its struct that can express it} */
    List<MemorySegment> encode(Policy policy) {
        List<MemorySegment> contexts = new ArrayList<>();
        for (int version = 0; version < VERSIONS.size(); version++) {
            MemorySegment context = encode(policy, version);
            if (context != null) {
                contexts.add(context);
            }
        }
        return contexts;
    }

    private @Nullable MemorySegment encode(Policy policy, int version) {
        FwpmProviderContext3 context = Samples.context(ProviderContextKey.random(), policy);
        return switch (version) {
            case 0 -> encode(context, FwpmProviderContext0.class, Structs.CONTEXT0);
            case 1 -> encode(context, FwpmProviderContext1.class, Structs.CONTEXT1);
            case 2 -> encode(context, FwpmProviderContext2.class, Structs.CONTEXT2);
            default -> client.encode(context, Structs.CONTEXT3);
        };
    }

    private <T extends Record> @Nullable MemorySegment encode(
            FwpmProviderContext3 context, Class<T> version, Struct<T> struct) {
        T older = ContextVersions.toOlder(context, version);
        return older == null ? null : client.encode(older, struct);
    }

    /** {@return a policy in the newest version of its struct, to be spoilt and added} */
    MemorySegment encodeNewest(Policy policy) {
        return client.encode(
                Samples.context(ProviderContextKey.random(), policy), Structs.CONTEXT3);
    }

    /** {@return the result of adding a context in the newest version of its struct} */
    int addNewest(MemorySegment context) {
        return add(context, VERSIONS.size() - 1);
    }

    /** {@return the memory of the policy that a context points to} */
    static MemorySegment policy(MemorySegment context, long size) {
        return pointee(context, FwpmProviderContext3Codec.IKE_MM_POLICY, size);
    }

    /** {@return the memory that a pointer in a struct leads to} */
    static MemorySegment pointee(MemorySegment struct, long offset, long size) {
        return Reader.DEFAULT.pointee(struct, offset, size, 4, "pointee");
    }
}
