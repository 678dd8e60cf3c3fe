package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class EngineTest {
    private final FakeFunctions functions = new FakeFunctions();
    private final Engine engine = Engine.open(functions, Sessions.named("test"));

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesTheEmbeddedEngineWhereThereIsNoWindows() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> Engine.open(Sessions.named("test")))
                .withMessageContaining(System.getProperty("os.name"))
                .withMessageContaining("EmbeddedEngine.create().open(session)");
    }

    @Test
    void returnsTheIdOfWhatItAdds() {
        assertThat(engine.add(Filters.permit(FwpmLayers.ALE_AUTH_CONNECT_V4))).isEqualTo(66001);
    }

    @Test
    void copiesAndFreesWhatItGets() {
        FwpmFilter0 filter =
                Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4, Conditions.remotePort(23));
        engine.add(filter);
        assertThat(engine.filter(66001)).isEqualTo(filter);
        assertThat(functions.frees).isEqualTo(1);
        assertThat(functions.allocated()).isZero();
    }

    @Test
    void freesNothingWhenThereIsNothingToGet() {
        functions.fail("FwpmFilterGetById0", ErrorCode.FWP_E_FILTER_NOT_FOUND);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> engine.filter(1));
        assertThat(functions.frees).isZero();
    }

    @Test
    void closesOnce() {
        engine.close();
        engine.close();
        assertThat(functions.calls).filteredOn("FwpmEngineClose0"::equals).hasSize(1);
    }

    @Test
    void staysClosedWhenClosingFails() {
        functions.fail("FwpmEngineClose0", ErrorCode.RPC_S_CALL_FAILED);
        assertThatExceptionOfType(WfpException.class).isThrownBy(engine::close);
        engine.close();
        assertThat(functions.calls).filteredOn("FwpmEngineClose0"::equals).hasSize(1);
    }

    @Test
    void takesNoCallsOnceClosed() {
        engine.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> engine.deleteFilter(1))
                .withMessage("engine already closed");
        assertThatIllegalStateException().isThrownBy(engine::filters);
        assertThatIllegalStateException().isThrownBy(engine::begin);
        assertThat(functions.calls).doesNotContain("FwpmFilterDeleteById0");
    }

    @Test
    void checksIdsBeforeItAsks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.callout(1L << 32))
                .withMessage("id must be in 0..4294967295: 4294967296");
        assertThatIllegalArgumentException().isThrownBy(() -> engine.deleteCallout(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.layer(65536))
                .withMessage("id must be in 0..65535: 65536");
    }

    @Test
    void knowsTheVersionsOfProviderContexts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        engine.providerContext(ProviderContextKey.random(), FwpmProvider0.class))
                .withMessage(
                        "version must be FwpmProviderContext0 to FwpmProviderContext3:"
                                + " FwpmProvider0");
    }
}
