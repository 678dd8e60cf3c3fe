package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.NetEventSamples.OUT;
import static io.github.wfp4j.embedded.NetEventSamples.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.engine.ConnectionEvent;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.NotFoundException;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.engine.WfpException;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.fwpm.FwpmConnectionEnumFlags;
import io.github.wfp4j.fwpm.FwpmConnectionEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmConnectionEventType;
import io.github.wfp4j.fwpm.FwpmConnectionSubscription0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmNetEvent0;
import io.github.wfp4j.fwpm.FwpmNetEvent1;
import io.github.wfp4j.fwpm.FwpmNetEvent2;
import io.github.wfp4j.fwpm.FwpmNetEvent3;
import io.github.wfp4j.fwpm.FwpmNetEvent4;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmNetEventSubscription0;
import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextCredential2;
import io.github.wfp4j.ikeext.IkeextKeyModuleType;
import io.github.wfp4j.ipsec.IpsecSaContextChange0;
import io.github.wfp4j.ipsec.IpsecSaContextEventType0;
import io.github.wfp4j.ipsec.IpsecSaContextSubscription0;
import io.github.wfp4j.ipsec.IpsecTrafficType;
import io.github.wfp4j.view.FwpmConnection0View;
import io.github.wfp4j.view.FwpmNetEvent0View;
import io.github.wfp4j.view.FwpmNetEvent1View;
import io.github.wfp4j.view.FwpmNetEvent2View;
import io.github.wfp4j.view.FwpmNetEvent3View;
import io.github.wfp4j.view.FwpmNetEvent4View;
import io.github.wfp4j.view.FwpmNetEvent5View;
import io.github.wfp4j.win32.Filetime;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What the engine tells through its API, of things that only the engine itself can cause. */
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = Way.class,
        names = {"DIRECT", "C_ABI"})
@Timeout(60)
final class EngineEventsTest {
    private static final int MONITOR = 3;

    private final TestEngine test;
    private final EmbeddedEngine embedded;
    private final Engine engine;
    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    EngineEventsTest(Way way) {
        test = way.create();
        embedded = test.internals();
        engine = Engine.open(test.functions(), Sessions.named("watcher"));
    }

    @AfterEach
    void leavesNothing() {
        engine.close();
        assertThat(embedded.leakReport().leaks()).isEmpty();
        assertThat(embedded.leakReport().misuses()).isEmpty();
        embedded.close();
    }

    private Object next() {
        try {
            Object next = told.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("an event within the time").isNotNull();
            return requireNonNull(next);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tellsOfNetEvents() {
        try (var _ = engine.subscribe(FwpmNetEventSubscription0.of(), told::add)) {
            embedded.publish(drop(OUT));
            assertThat(next())
                    .isInstanceOfSatisfying(
                            FwpmNetEvent5.class,
                            it -> assertThat(it.event()).isEqualTo(drop(OUT).event()));
        }
    }

    @Test
    void tellsOfNetEventsInEveryVersion() {
        FwpmNetEventSubscription0 all = FwpmNetEventSubscription0.of();
        List<Class<? extends Record>> versions =
                List.of(
                        FwpmNetEvent1.class,
                        FwpmNetEvent2.class,
                        FwpmNetEvent3.class,
                        FwpmNetEvent4.class,
                        FwpmNetEvent5.class);
        for (Class<? extends Record> version : versions) {
            try (var _ = engine.subscribe(all, version, told::add)) {
                embedded.publish(drop(OUT));
                assertThat(next()).isInstanceOf(version);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.subscribe(all, FwpmNetEvent0.class, told::add))
                .withMessage("version must be FwpmNetEvent1 to FwpmNetEvent5: FwpmNetEvent0");
    }

    private static FwpmNetEventEnumTemplate0 protocol(int number) {
        return new FwpmNetEventEnumTemplate0(
                new Filetime(0, 0),
                new Filetime(0xFFFF_FFFFL, 0xFFFF_FFFFL),
                List.of(
                        new FwpmFilterCondition0(
                                FwpmConditions.IP_PROTOCOL,
                                FwpMatchType.EQUAL,
                                new FwpConditionValue0.Uint8(number))));
    }

    @Test
    void tellsOfNetEventsThatFit() {
        FwpmNetEventSubscription0 wanted =
                FwpmNetEventSubscription0.of().withEnumTemplate(protocol(6));
        try (var _ = engine.subscribe(wanted, told::add);
                var _ =
                        engine.subscribe(
                                FwpmNetEventSubscription0.of(), _ -> told.add("any event"))) {
            embedded.publish(drop(OUT));
            assertThat(next()).isEqualTo("any event");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void enumeratesNetEventsInEveryVersion() {
        embedded.publish(drop(OUT));
        embedded.publish(NetEventSamples.event(NetEventSamples.kernelDrop()));
        List<FwpmNetEvent5> events = engine.netEvents().toList(FwpmNetEvent5View::toRecord);
        assertThat(events)
                .extracting(FwpmNetEvent5::event)
                .containsExactly(drop(OUT).event(), NetEventSamples.kernelDrop());
        assertThat(engine.netEvents(FwpmNetEvent0View.class).toList(FwpmNetEvent0View::toRecord))
                .hasSize(2)
                .hasOnlyElementsOfType(FwpmNetEvent0.class);
        assertThat(engine.netEvents(FwpmNetEvent1View.class).toList(FwpmNetEvent1View::toRecord))
                .hasSize(2);
        assertThat(engine.netEvents(FwpmNetEvent2View.class).toList(FwpmNetEvent2View::toRecord))
                .hasSize(2);
        assertThat(engine.netEvents(FwpmNetEvent3View.class).toList(FwpmNetEvent3View::toRecord))
                .hasSize(2);
        assertThat(engine.netEvents(FwpmNetEvent4View.class).toList(FwpmNetEvent4View::toRecord))
                .hasSize(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.netEvents(FwpmNetEvent5.class))
                .withMessage(
                        "version must be FwpmNetEvent0View to FwpmNetEvent5View: FwpmNetEvent5");
    }

    @Test
    void enumeratesNetEventsThatFit() {
        embedded.publish(drop(OUT));
        assertThat(engine.netEvents(protocol(6)).toList(FwpmNetEvent5View::toRecord)).isEmpty();
        assertThat(
                        engine.netEvents(protocol(6), FwpmNetEvent2View.class)
                                .toList(FwpmNetEvent2View::toRecord))
                .isEmpty();
    }

    private static FwpmConnection0 connection(long id) {
        IkeextCredential2 nobody =
                new IkeextCredential2(
                        IkeextAuthenticationImpersonationType.NONE,
                        new IkeextCredential2.Credential.Anonymous());
        return new FwpmConnection0(
                id,
                new FwpmConnection0.LocalAddress.V4(0x0A000001),
                new FwpmConnection0.RemoteAddress.V4(0x0A000002),
                null,
                IpsecTrafficType.TRANSPORT,
                IkeextKeyModuleType.IKE,
                Samples.mainModePolicy().ikeProposals().getFirst(),
                nobody,
                nobody,
                10,
                20,
                30,
                new Filetime(1, 2));
    }

    private void monitorConnections() {
        Client client = Client.openStatic(test);
        assertOk(
                test.functions()
                        .engine()
                        .FwpmEngineSetOption0(
                                client.handle,
                                MONITOR,
                                client.encode(new FwpValue0.Uint32(1), EngineCalls.ENGINE_VALUE)));
        client.closeHandle();
        client.arena.close();
    }

    @Test
    void tellsOfConnections() {
        monitorConnections();
        FwpmConnection0 connection = connection(7);
        try (var _ = engine.subscribe(FwpmConnectionSubscription0.of(), told::add)) {
            assertThat(engine.connectionSubscriptions()).hasSize(1);
            embedded.connections().add(connection, null);
            embedded.connections().remove(7, null);
            assertThat(next())
                    .isEqualTo(new ConnectionEvent(FwpmConnectionEventType.ADD, connection));
            assertThat(next())
                    .isEqualTo(new ConnectionEvent(FwpmConnectionEventType.DELETE, connection));
        }
    }

    @Test
    void tellsOfNoConnectionsUnlessTheyAreMonitored() {
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() -> engine.subscribe(FwpmConnectionSubscription0.of(), told::add))
                .withMessageContaining("FWP_E_CONNECTIONS_DISABLED");
    }

    @Test
    void enumeratesConnections() {
        monitorConnections();
        embedded.connections().add(connection(7), null);
        embedded.connections().add(connection(8), null);
        assertThat(engine.connections().toList(FwpmConnection0View::connectionId))
                .containsExactly(7L, 8L);
        assertThat(
                        engine.connections(
                                        new FwpmConnectionEnumTemplate0(
                                                8, FwpmConnectionEnumFlags.QUERY_BYTES_TRANSFERRED))
                                .toList(FwpmConnection0View::toRecord))
                .containsExactly(connection(8));
        assertThat(engine.connection(7).connectionId()).isEqualTo(7);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.connection(9))
                .withMessageContaining("id=9");
    }

    @Test
    void tellsOfSecurityAssociationContexts() {
        try (var _ = engine.subscribe(IpsecSaContextSubscription0.of(), told::add)) {
            embedded.saContextSubscribers()
                    .publish(new SaContextEvent(IpsecSaContextEventType0.ADD, 5, _ -> true), null);
            assertThat(next())
                    .isEqualTo(new IpsecSaContextChange0(IpsecSaContextEventType0.ADD, 5));
        }
    }
}
