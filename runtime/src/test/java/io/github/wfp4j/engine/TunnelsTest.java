package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmKeyingModules;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextFlags;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmProviderContext3View;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Adding and deleting policies that come with filters. */
final class TunnelsTest {
    private static final AccessControlEntry SYSTEM =
            AccessControlEntry.allow(Sid.of("S-1-5-18"), 1);
    private static final SecurityDescriptor DESCRIPTOR =
            SecurityDescriptor.NONE.withDacl(AccessControlList.of(SYSTEM));

    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine = embedded.open(Sessions.named("test"));
    private final Tunnels tunnels = engine.tunnels();
    private final ProviderContextKey key = ProviderContextKey.random();
    private final ProviderContextKey mainMode = ProviderContextKey.random();

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
    }

    private List<FwpmFilter0> filters() {
        return engine.filters().toList(FwpmFilter0View::toRecord);
    }

    @Test
    void addsAndDeletesEverythingOfATunnel() {
        tunnels.add(
                FwpmTunnelFlags.NONE,
                IpsecSamples.mainMode(mainMode),
                IpsecSamples.tunnel(key),
                IpsecSamples.TUNNELLED);
        assertThat(engine.providerContext(mainMode).policy())
                .isEqualTo(IpsecSamples.mainMode(mainMode).policy());
        assertThat(engine.providerContext(key).policy())
                .isEqualTo(IpsecSamples.tunnel(key).policy());
        assertThat(filters())
                .anySatisfy(
                        it -> assertThat(it.filterCondition()).isEqualTo(IpsecSamples.TUNNELLED));
        tunnels.delete(key);
        assertThat(filters()).isEmpty();
        assertThat(engine.providerContexts().toList(FwpmProviderContext3View::providerContextKey))
                .doesNotContain(key, mainMode);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> tunnels.delete(key));
    }

    @Test
    void keysATunnelWithOneModuleOnly() {
        tunnels.add(
                FwpmTunnelFlags.NONE,
                null,
                IpsecSamples.tunnel(key),
                IpsecSamples.TUNNELLED,
                FwpmKeyingModules.IKE,
                null);
        assertThat(filters())
                .anySatisfy(
                        it -> assertThat(it.layerKey()).isEqualTo(FwpmLayers.IPSEC_KM_DEMUX_V4));
    }

    @Test
    void addsTunnelsMadeAsOlderStructs() {
        tunnels.add(FwpmTunnelFlags.NONE, null, IpsecSamples.tunnel(key), IpsecSamples.TUNNELLED);
        FwpmProviderContext2 two =
                engine.providerContext(key, FwpmProviderContext2.class)
                        .withFlags(FwpmProviderContextFlags.NONE);
        FwpmProviderContext1 one =
                engine.providerContext(key, FwpmProviderContext1.class)
                        .withFlags(FwpmProviderContextFlags.NONE);
        FwpmProviderContext0 zero =
                engine.providerContext(key, FwpmProviderContext0.class)
                        .withFlags(FwpmProviderContextFlags.NONE);
        FwpmProviderContext3.Policy added = engine.providerContext(key).policy();
        tunnels.delete(key);
        tunnels.add(FwpmTunnelFlags.NONE, null, two, IpsecSamples.TUNNELLED, null, null);
        assertThat(engine.providerContext(key).policy()).isEqualTo(added);
        tunnels.delete(key);
        tunnels.add(FwpmTunnelFlags.NONE, null, one, IpsecSamples.TUNNELLED, null, null);
        assertThat(engine.providerContext(key).policy()).isEqualTo(added);
        tunnels.delete(key);
        tunnels.add(FwpmTunnelFlags.NONE, null, zero, IpsecSamples.TUNNELLED, null);
        assertThat(engine.providerContext(key).policy()).isEqualTo(added);
    }

    @Test
    void securesWhatItAdds() {
        tunnels.add(
                FwpmTunnelFlags.NONE,
                null,
                IpsecSamples.tunnel(key),
                IpsecSamples.TUNNELLED,
                null,
                DESCRIPTOR);
        assertThat(requireNonNull(engine.security().providerContext(key).get().dacl()).entries())
                .contains(SYSTEM);
    }

    @Test
    void namesTheTunnelThatFailed() {
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() ->
                        tunnels.add(
                                FwpmTunnelFlags.NONE,
                                null,
                                IpsecSamples.mainMode(key),
                                IpsecSamples.TUNNELLED))
                .withMessageContaining("FwpmIPsecTunnelAdd3")
                .withMessageContaining("providerContextKey=" + key);
        assertThat(filters()).isEmpty();
    }

    @Test
    void addsAndDeletesConnectionPolicies() {
        engine.connectionPolicies()
                .add(
                        IpsecSamples.connectionPolicy(key),
                        FwpIpVersion.V4,
                        5,
                        List.of(Conditions.remotePort(443)),
                        DESCRIPTOR);
        assertThat(filters())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.layerKey())
                            .isEqualTo(FwpmLayers.OUTBOUND_NETWORK_CONNECTION_POLICY_V4);
                    assertThat(it.weight()).isEqualTo(new FwpValue0.Uint64(5));
                    assertThat(it.filterCondition()).containsExactly(Conditions.remotePort(443));
                });
        assertThat(requireNonNull(engine.security().providerContext(key).get().dacl()).entries())
                .contains(SYSTEM);
        engine.connectionPolicies().delete(key);
        assertThat(filters()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.connectionPolicies().delete(key));
    }
}
