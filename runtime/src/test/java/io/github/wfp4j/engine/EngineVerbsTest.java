package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerEnumTemplate0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmCallout0View;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmLayer0View;
import io.github.wfp4j.view.FwpmProvider0View;
import io.github.wfp4j.view.FwpmProviderContext0View;
import io.github.wfp4j.view.FwpmProviderContext1View;
import io.github.wfp4j.view.FwpmProviderContext2View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.FwpmSession0View;
import io.github.wfp4j.view.FwpmSublayer0View;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** That every verb calls the function it should, with what it should. */
final class EngineVerbsTest {
    private static final FwpmDisplayData0 NAMED = FwpmDisplayData0.of("test");
    private static final FwpByteBlob DATA = new FwpByteBlob(Bytes.of((byte) 1, (byte) 2));
    private static final ProviderKey PROVIDER = ProviderKey.random();

    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine = embedded.open(Sessions.named("test"));

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
    }

    @Test
    void providers() {
        FwpmProvider0 provider = FwpmProvider0.of(PROVIDER, NAMED);
        engine.add(provider);
        assertThat(engine.provider(PROVIDER)).isEqualTo(provider);
        assertThat(engine.providers().toList(FwpmProvider0View::toRecord)).contains(provider);
        engine.delete(PROVIDER);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.provider(PROVIDER));
    }

    @Test
    void sublayers() {
        engine.add(FwpmProvider0.of(PROVIDER, NAMED));
        SublayerKey key = SublayerKey.random();
        FwpmSublayer0 sublayer =
                FwpmSublayer0.of(key, NAMED).withProviderKey(PROVIDER).withWeight(100);
        engine.add(sublayer);
        assertThat(engine.sublayer(key)).isEqualTo(sublayer);
        assertThat(engine.sublayers().toList(FwpmSublayer0View::toRecord))
                .hasSizeGreaterThan(1)
                .contains(sublayer);
        assertThat(
                        engine.sublayers(new FwpmSublayerEnumTemplate0(PROVIDER))
                                .toList(FwpmSublayer0View::toRecord))
                .containsExactly(sublayer);
        assertThatExceptionOfType(InUseException.class).isThrownBy(() -> engine.delete(PROVIDER));
        engine.delete(key);
        engine.delete(PROVIDER);
    }

    @Test
    void callouts() {
        CalloutKey key = CalloutKey.random();
        FwpmCallout0 callout = FwpmCallout0.of(key, NAMED, FwpmLayers.STREAM_V4);
        long id = engine.add(callout);
        FwpmCallout0 added = callout.withCalloutId(id);
        assertThat(engine.callout(key)).isEqualTo(added);
        assertThat(engine.callout(id)).isEqualTo(added);
        assertThat(engine.callouts().toList(FwpmCallout0View::toRecord))
                .hasSizeGreaterThan(1)
                .contains(added);
        assertThat(
                        engine.callouts(FwpmCalloutEnumTemplate0.of(FwpmLayers.STREAM_V4))
                                .toList(FwpmCallout0View::toRecord))
                .contains(added)
                .allSatisfy(it -> assertThat(it.applicableLayer()).isEqualTo(FwpmLayers.STREAM_V4));
        engine.deleteCallout(id);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> engine.delete(key));
    }

    @Test
    void filters() {
        FilterKey key = FilterKey.random();
        long id =
                engine.add(
                        Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4, Conditions.remotePort(23))
                                .withFilterKey(key));
        FwpmFilter0 added = engine.filter(key);
        assertThat(added.filterId()).isEqualTo(id);
        assertThat(engine.filter(id)).isEqualTo(added);
        assertThat(engine.filters().toList(FwpmFilter0View::toRecord)).contains(added);
        assertThat(
                        engine.filters(FwpmFilterEnumTemplate0.of(FwpmLayers.ALE_AUTH_CONNECT_V4))
                                .toList(FwpmFilter0View::filterId))
                .containsExactly(id);
        engine.delete(key);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.deleteFilter(id))
                .withMessage(
                        "FwpmFilterDeleteById0: FWP_E_FILTER_NOT_FOUND (0x80320003),"
                                + " no filter with that key or id; id="
                                + id);
    }

    @Test
    void providerContextsInEveryVersion() {
        ProviderContextKey key = ProviderContextKey.random();
        FwpmProviderContext3 context =
                FwpmProviderContext3.of(
                        key, NAMED, new FwpmProviderContext3.Policy.GeneralContext(DATA));
        long id = engine.add(context);
        assertThat(engine.providerContext(key)).isEqualTo(context.withProviderContextId(id));
        assertThat(engine.providerContext(id)).isEqualTo(engine.providerContext(key));
        assertThat(engine.providerContext(key, FwpmProviderContext2.class).policy())
                .isEqualTo(new FwpmProviderContext2.Policy.GeneralContext(DATA));
        assertThat(engine.providerContext(id, FwpmProviderContext1.class).policy())
                .isEqualTo(new FwpmProviderContext1.Policy.GeneralContext(DATA));
        assertThat(engine.providerContext(key, FwpmProviderContext0.class).policy())
                .isEqualTo(new FwpmProviderContext0.Policy.GeneralContext(DATA));
        engine.delete(key);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.deleteProviderContext(id));
    }

    @Test
    void providerContextsOfEveryVersion() {
        List<Long> ids =
                List.of(
                        engine.add(
                                FwpmProviderContext0.of(
                                        ProviderContextKey.random(),
                                        NAMED,
                                        new FwpmProviderContext0.Policy.GeneralContext(DATA))),
                        engine.add(
                                FwpmProviderContext1.of(
                                        ProviderContextKey.random(),
                                        NAMED,
                                        new FwpmProviderContext1.Policy.GeneralContext(DATA))),
                        engine.add(
                                FwpmProviderContext2.of(
                                        ProviderContextKey.random(),
                                        NAMED,
                                        new FwpmProviderContext2.Policy.GeneralContext(DATA))));
        assertThat(
                        engine.providerContexts(FwpmProviderContext0View.class)
                                .toList(FwpmProviderContext0View::providerContextId))
                .containsAll(ids);
        assertThat(
                        engine.providerContexts(FwpmProviderContext1View.class)
                                .toList(FwpmProviderContext1View::providerContextId))
                .containsAll(ids);
        assertThat(
                        engine.providerContexts(FwpmProviderContext2View.class)
                                .toList(FwpmProviderContext2View::providerContextId))
                .containsAll(ids);
        assertThat(engine.providerContexts().toList(FwpmProviderContext3View::providerContextId))
                .containsAll(ids);
        FwpmProviderContextEnumTemplate0 general =
                FwpmProviderContextEnumTemplate0.of(FwpmProviderContextType.GENERAL_CONTEXT);
        assertThat(
                        engine.providerContexts(general)
                                .toList(FwpmProviderContext3View::providerContextId))
                .containsExactlyElementsOf(ids);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.providerContexts(FwpmFilter0View.class))
                .withMessageEndingWith(": FwpmFilter0View");
    }

    @Test
    void layers() {
        List<FwpmLayer0> layers = engine.layers().pageSize(10).toList(FwpmLayer0View::toRecord);
        assertThat(layers)
                .hasSizeGreaterThan(90)
                .allSatisfy(it -> assertThat(engine.layer(it.layerId())).isEqualTo(it))
                .contains(engine.layer(FwpmLayers.ALE_AUTH_CONNECT_V4));
    }

    @Test
    void sessions() {
        try (Engine other = embedded.open(Sessions.dynamic("other"))) {
            assertThat(other.sessions().toList(it -> it.displayData().toRecord().name()))
                    .containsExactlyInAnyOrder("test", "other");
        }
        assertThat(engine.sessions().toList(FwpmSession0View::toRecord)).hasSize(1);
    }

    @Test
    void transactionsTakeBackWhatIsNotCommitted() {
        try (Transaction transaction = engine.begin()) {
            engine.add(FwpmProvider0.of(PROVIDER, NAMED));
            assertThatExceptionOfType(TransactionException.class).isThrownBy(engine::begin);
            assertThat(engine.provider(PROVIDER)).isNotNull();
            assertThat(transaction).isNotNull();
        }
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.provider(PROVIDER));
    }

    @Test
    void readOnlyTransactionsChangeNothing() {
        try (Transaction transaction = engine.begin(true)) {
            assertThatExceptionOfType(TransactionException.class)
                    .isThrownBy(() -> engine.add(FwpmProvider0.of(PROVIDER, NAMED)))
                    .withMessageContaining("FWP_E_INCOMPATIBLE_TXN");
            transaction.commit();
        }
    }
}
