package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpActrl;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The filters that let the keying modules talk to their peers although everything else must be
 * secured (4.6).
 *
 * <p>The engine adds them with the first main mode policy of an IP version and deletes them with
 * the last one, in the same transaction.
 */
final class IkeExemptions {
    private static final int UDP = 17;
    private static final int IKE_PORT = 500;
    private static final int NAT_TRAVERSAL_PORT = 4500;

    private static final Sid SYSTEM = Sid.of("S-1-5-18");

    private static final Bytes LOCAL_SYSTEM =
            SecurityDescriptor.of(
                            SYSTEM,
                            SYSTEM,
                            AccessControlList.of(
                                    AccessControlEntry.allow(SYSTEM, FwpActrl.MATCH_FILTER)))
                    .toBytes();

    private static final List<Version> VERSIONS =
            List.of(
                    new Version(
                            FwpmLayers.IKEEXT_V4,
                            List.of(IKE_PORT, NAT_TRAVERSAL_PORT),
                            List.of(
                                    FwpmLayers.INBOUND_TRANSPORT_V4,
                                    FwpmLayers.OUTBOUND_TRANSPORT_V4),
                            List.of(
                                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                                    FwpmLayers.ALE_AUTH_CONNECT_V4)),
                    new Version(
                            FwpmLayers.IKEEXT_V6,
                            List.of(IKE_PORT),
                            List.of(
                                    FwpmLayers.INBOUND_TRANSPORT_V6,
                                    FwpmLayers.OUTBOUND_TRANSPORT_V6),
                            List.of(
                                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V6,
                                    FwpmLayers.ALE_AUTH_CONNECT_V6)));

    private final Store store;
    private final FilterAddition addition;
    private boolean areOfOthers;

    IkeExemptions(Store store, FilterAddition addition) {
        this.store = store;
        this.addition = addition;
    }

    /**
     * An IP version.
     *
     * @param policies the layer of its main mode policies
     * @param ports the ports to exempt
     * @param transport the layers where they are exempt for everybody
     * @param ale the layers where they are exempt for the system only
     */
    private record Version(
            LayerKey policies, List<Integer> ports, List<LayerKey> transport, List<LayerKey> ale) {}

    /** Does nothing from now on: the exemptions came with the policies from another engine. */
    void leaveThemToOthers() {
        areOfOthers = true;
    }

    /** Adds or deletes the exemptions, as the policies that there are now demand it. */
    void update(Session session) {
        if (areOfOthers) {
            return;
        }
        VERSIONS.forEach(version -> update(session, version));
    }

    /** Does as {@link #update} after a change to one filter, at little cost for most filters. */
    void updateAfter(Session session, FwpmFilter0 changed) {
        if (areOfOthers) {
            return;
        }
        for (Version version : VERSIONS) {
            if (version.policies().equals(changed.layerKey()) && isPolicy(changed)) {
                update(session, version);
            }
        }
    }

    private void update(Session session, Version version) {
        List<Stored<FwpmFilter0>> present = present(version);
        boolean needed = isNeeded(version, _ -> true);
        if (needed && present.isEmpty()) {
            filters(version).forEach(filter -> addition.addBuiltIn(session, filter));
        } else if (!needed) {
            present.forEach(filter -> store.remove(store.filters, filter));
        }
    }

    /** Deletes the exemptions that no policy demands any more. */
    void deleteUnneeded() {
        if (areOfOthers) {
            return;
        }
        for (Version version : VERSIONS) {
            if (!isNeeded(version, _ -> true)) {
                present(version).forEach(filter -> store.remove(store.filters, filter));
            }
        }
    }

    /** {@return the exemptions that are there because of policies that outlive their session} */
    List<FwpmFilter0> lasting() {
        List<FwpmFilter0> lasting = new ArrayList<>();
        if (areOfOthers) {
            return lasting;
        }
        for (Version version : VERSIONS) {
            if (isNeeded(version, policy -> policy.lifetime() != Lifetime.DYNAMIC)) {
                present(version).forEach(filter -> lasting.add(filter.value()));
            }
        }
        return lasting;
    }

    /** {@return whether the exemptions are there that the policies demand, and no others} */
    boolean areAsNeeded() {
        List<FwpmFilter0> needed = new ArrayList<>();
        for (Version version : VERSIONS) {
            if (isNeeded(version, _ -> true)) {
                needed.addAll(filters(version));
            }
        }
        for (Stored<FwpmFilter0> filter : store.filters.all()) {
            if (filter.lifetime() == Lifetime.BUILTIN
                    && !needed.remove(withoutOutputs(filter.value()))) {
                return false;
            }
        }
        return needed.isEmpty();
    }

    private static FwpmFilter0 withoutOutputs(FwpmFilter0 filter) {
        return filter.withFilterKey(FilterKey.ZERO)
                .withFilterId(0)
                .withEffectiveWeight(new FwpValue0.Empty());
    }

    private boolean isNeeded(Version version, Predicate<Stored<FwpmFilter0>> which) {
        return store.filters.anyAt(
                version.policies(), filter -> which.test(filter) && isPolicy(filter.value()));
    }

    private boolean isPolicy(FwpmFilter0 filter) {
        return filter.context() instanceof FwpmFilter0.Context.ProviderContext it
                && ContextRules.MAIN_MODE.contains(
                        store.providerContexts
                                .get(it.providerContextKey())
                                .value()
                                .policy()
                                .type());
    }

    private List<Stored<FwpmFilter0>> present(Version version) {
        List<Stored<FwpmFilter0>> present = new ArrayList<>();
        version.transport().forEach(layer -> present.addAll(store.filters.builtInAt(layer)));
        version.ale().forEach(layer -> present.addAll(store.filters.builtInAt(layer)));
        return present;
    }

    private static List<FwpmFilter0> filters(Version version) {
        List<FwpmFilter0> filters = new ArrayList<>();
        for (int port : version.ports()) {
            List<FwpmFilterCondition0> traffic =
                    List.of(
                            equal(FwpmConditions.IP_PROTOCOL, new FwpConditionValue0.Uint8(UDP)),
                            // The port of this machine's service: a peer behind NAT has any.
                            equal(
                                    FwpmConditions.IP_LOCAL_PORT,
                                    new FwpConditionValue0.Uint16(port)));
            version.transport().forEach(layer -> filters.add(filter(layer, traffic)));
            List<FwpmFilterCondition0> ofSystem = new ArrayList<>(traffic);
            ofSystem.add(
                    equal(
                            FwpmConditions.ALE_USER_ID,
                            new FwpConditionValue0.SecurityDescriptor(
                                    new FwpByteBlob(LOCAL_SYSTEM))));
            version.ale().forEach(layer -> filters.add(filter(layer, ofSystem)));
        }
        return filters;
    }

    private static FwpmFilterCondition0 equal(ConditionKey field, FwpConditionValue0 value) {
        return new FwpmFilterCondition0(field, FwpMatchType.EQUAL, value);
    }

    private static FwpmFilter0 filter(LayerKey layer, List<FwpmFilterCondition0> conditions) {
        FwpmAction0 permit =
                new FwpmAction0(FwpActionType.PERMIT, new FwpmAction0.Target.FilterType(Guid.ZERO));
        return FwpmFilter0.of(new FwpmDisplayData0("IKE exemption", null), layer, permit)
                .withSubLayerKey(FwpmSublayers.UNIVERSAL)
                .withProviderKey(FwpmProviders.IKEEXT)
                .withWeight(new FwpValue0.Uint8(EnginePolicy.IKE_EXEMPTION_RANGE))
                .withFilterCondition(conditions);
    }
}
