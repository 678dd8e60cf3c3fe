package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmActrl;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.win32.ErrorCode;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * The policies on the routes of outgoing connections.
 *
 * <p>One is a provider context and a filter that hands it to a built-in callout. Windows publishes
 * neither that nor its error codes; they are those of tunnels here.
 */
final class ConnectionPolicies {
    private final Core core;
    private final Access access;
    private final ContextAddition contexts;
    private final FilterAddition filters;

    ConnectionPolicies(Core core, FilterAddition filters) {
        this.core = core;
        this.access = core.access();
        this.contexts = new ContextAddition(core);
        this.filters = filters;
    }

    /** Does what {@code FwpmConnectionPolicyAdd0} does. */
    int add(
            MemorySegment engineHandle,
            MemorySegment connectionPolicy,
            int ipVersion,
            long weight,
            int numFilterConditions,
            MemorySegment filterConditions,
            MemorySegment sd) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            access.require(
                                    session.caller(), Container.PROVIDER_CONTEXTS, FwpmActrl.ADD);
                            access.require(session.caller(), Container.FILTERS, FwpmActrl.ADD);
                            FwpmProviderContext3 wanted = Structs.CONTEXT3.decode(connectionPolicy);
                            List<FwpmFilterCondition0> conditions =
                                    ConditionInput.read(filterConditions, numFilterConditions);
                            SecurityDescriptor descriptor = DescriptorArguments.optional(sd);
                            FwpIpVersion version = FwpIpVersion.find(ipVersion);
                            EngineFailure.unless(
                                    version == FwpIpVersion.V4 || version == FwpIpVersion.V6,
                                    ErrorCode.FWP_E_INVALID_ENUMERATOR);
                            EngineFailure.unless(
                                    wanted.policy().type()
                                            == FwpmProviderContextType
                                                    .NETWORK_CONNECTION_POLICY_CONTEXT,
                                    ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
                            FwpmProviderContext3 context =
                                    wanted.providerContextKey().guid().isZero()
                                            ? wanted.withProviderContextKey(
                                                    ProviderContextKey.random())
                                            : wanted;
                            Stored<?> added = contexts.add(session, context, false);
                            access.secure(session.caller(), added.key(), descriptor);
                            Stored<?> filter =
                                    filters.add(
                                            session,
                                            filter(context, version == FwpIpVersion.V4)
                                                    .withWeight(new FwpValue0.Uint64(weight))
                                                    .withFilterCondition(conditions));
                            access.secure(session.caller(), filter.key(), descriptor);
                        });
    }

    private static FilterKey filterKey(ProviderContextKey policy) {
        return new FilterKey(DerivedKeys.of(policy, "connection policy"));
    }

    private static FwpmFilter0 filter(FwpmProviderContext3 policy, boolean v4) {
        FwpmAction0 action =
                new FwpmAction0(
                        FwpActionType.CALLOUT_TERMINATING,
                        new FwpmAction0.Target.Callout(
                                v4
                                        ? FwpmCallouts.OUTBOUND_NETWORK_CONNECTION_POLICY_LAYER_V4
                                        : FwpmCallouts
                                                .OUTBOUND_NETWORK_CONNECTION_POLICY_LAYER_V6));
        return FwpmFilter0.of(
                        policy.displayData(),
                        v4
                                ? FwpmLayers.OUTBOUND_NETWORK_CONNECTION_POLICY_V4
                                : FwpmLayers.OUTBOUND_NETWORK_CONNECTION_POLICY_V6,
                        action)
                .withFilterKey(filterKey(policy.providerContextKey()))
                .withFlags(
                        policy.flags().contains(FwpmProviderContextFlags.PERSISTENT)
                                ? FwpmFilterFlags.PERSISTENT
                                : FwpmFilterFlags.NONE)
                .withProviderKey(policy.providerKey())
                .withContext(new FwpmFilter0.Context.ProviderContext(policy.providerContextKey()));
    }

    /** Does what {@code FwpmConnectionPolicyDeleteByKey0} does. */
    int delete(MemorySegment engineHandle, MemorySegment key) {
        return core.calls()
                .write(
                        engineHandle,
                        session -> {
                            ProviderContextKey policy = new ProviderContextKey(Inputs.guid(key));
                            Store store = core.store();
                            Stored<FwpmFilter0> filter = store.filters.find(filterKey(policy));
                            if (filter == null) {
                                throw new EngineFailure(ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
                            }
                            core.changes().delete(session, store.filters, filter);
                            core.changes()
                                    .delete(
                                            session,
                                            store.providerContexts,
                                            store.providerContexts.get(policy));
                        });
    }
}
