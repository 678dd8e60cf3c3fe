package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.ikeext.IkeextSaEnumTemplate0;
import io.github.wfp4j.ikeext.IkeextStatistics0;
import io.github.wfp4j.ipsec.IpsecKeyManager0;
import io.github.wfp4j.ipsec.IpsecKeyManagerCallbacks0;
import io.github.wfp4j.ipsec.IpsecSaEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecStatistics0;
import io.github.wfp4j.types.KeyManagerKey;
import io.github.wfp4j.view.IkeextSaDetails1View;
import io.github.wfp4j.view.IkeextSaDetails2View;
import io.github.wfp4j.view.IpsecDospState0View;
import io.github.wfp4j.view.IpsecSaDetails0View;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;

/** What an engine does besides objects, tunnels, options and security. */
final class EnginePartsTest {
    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine = embedded.open(Sessions.named("test"));

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
    }

    @Test
    void namesProgramsAsFiltersKnowThem() {
        assertThat(new String(engine.appId("C:\\Tools\\Curl.EXE").data().toByteArray(), UTF_16LE))
                .isEqualTo("\\device\\harddiskvolume1\\tools\\curl.exe\0");
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() -> engine.appId("curl.exe"))
                .withMessageStartingWith("FwpmGetAppIdFromFileName0: ")
                .withMessageEndingWith("fileName=curl.exe");
    }

    @Test
    void countsAssociations() {
        SecurityAssociations associations = engine.securityAssociations();
        long outbound = engine.add(IpsecSamples.outbound());
        long inbound = engine.add(IpsecSamples.inbound());
        long before = active();
        long id = associations.create(IpsecSamples.traffic(outbound)).id();
        long spi = associations.getSpi(id, IpsecSamples.request(inbound));
        associations.addInbound(id, IpsecSamples.bundle(spi));
        associations.addOutbound(id, IpsecSamples.bundle(7000));
        assertThat(active()).isGreaterThan(before);
        assertThat(
                        engine.statistics()
                                .ipsec(IpsecStatistics0.class)
                                .aggregateSaStatistics()
                                .activeSas())
                .isEqualTo(active());
    }

    private long active() {
        return engine.statistics().ipsec().aggregateSaStatistics().activeSas();
    }

    @Test
    void readsOtherStatistics() {
        assertThat(engine.statistics().ike()).isNotNull();
        assertThat(engine.statistics().ike(IkeextStatistics0.class)).isNotNull();
        assertThat(engine.statistics().dosProtection().currentStateEntries()).isZero();
        assertThat(engine.dosProtectionStates().toList(IpsecDospState0View::toRecord)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.statistics().ipsec(FwpmProvider0.class))
                .withMessage("version must be IpsecStatistics1 or IpsecStatistics0: FwpmProvider0");
    }

    @Test
    void refusesIpsecStatisticsWithinATransaction() {
        try (Transaction _ = engine.begin()) {
            assertThatExceptionOfType(TransactionException.class)
                    .isThrownBy(() -> engine.statistics().ipsec());
        }
    }

    @Test
    void findsNoAssociationOfKeyingModules() {
        IkeSecurityAssociations associations = engine.ikeSecurityAssociations();
        assertThat(associations.details().toList(IkeextSaDetails2View::toRecord)).isEmpty();
        assertThat(
                        associations
                                .details(IkeextSaEnumTemplate0.of(), IkeextSaDetails1View.class)
                                .toList(IkeextSaDetails1View::toRecord))
                .isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> associations.get(12))
                .withMessageStartingWith("IkeextSaGetById2: ")
                .withMessageEndingWith("id=12");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> associations.delete(12));
    }

    @Test
    void endsARegistrationOnce() {
        Set<String> called = new TreeSet<>();
        try (Engine recorded =
                Engine.open(
                        RecordingFunctions.over(embedded.functions(), called),
                        Sessions.named("recorded"))) {
            KeyManagerRegistration registration =
                    recorded.keyManagers()
                            .register(
                                    IpsecKeyManager0.of(KeyManagerKey.random(), IpsecSamples.NAMED),
                                    new IpsecKeyManagerCallbacks0(0, 0, 0));
            registration.close();
            assertThat(called).contains("IPsecKeyManagerUnregisterAndDelete0");
            called.clear();
            registration.close();
            assertThat(called).isEmpty();
        }
    }

    @Test
    void leavesToWindowsWhatOnlyWindowsHas() {
        assertThatExceptionOfType(WfpException.class).isThrownBy(engine::systemPorts);
        assertThatExceptionOfType(WfpException.class).isThrownBy(engine.keyManagers()::all);
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() -> engine.security().vswitchEvents().get());
    }

    @Test
    void endsWithTheEngine() {
        SecurityAssociations associations = engine.securityAssociations();
        EngineOptions options = engine.options();
        engine.close();
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        associations.details(
                                new IpsecSaEnumTemplate0(FwpDirection.INBOUND),
                                IpsecSaDetails0View.class))
                .withMessage("engine already closed");
        assertThatIllegalStateException().isThrownBy(options::nameCache);
        assertThatIllegalStateException().isThrownBy(() -> engine.appId("C:\\a.exe"));
    }
}
