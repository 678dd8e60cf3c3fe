package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.SublayerKey;

import org.junit.jupiter.api.Test;

final class FiltersTest {
    @Test
    void blockTakesTheConditionsAndLeavesTheRestToTheEngine() {
        FwpmFilterCondition0 telnet = Conditions.remotePort(23);
        FwpmFilter0 filter = Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4, telnet);
        assertThat(filter.action().type()).isEqualTo(FwpActionType.BLOCK);
        assertThat(filter.layerKey()).isEqualTo(FwpmLayers.ALE_AUTH_CONNECT_V4);
        assertThat(filter.filterCondition()).containsExactly(telnet);
        assertThat(filter.filterKey()).isEqualTo(FilterKey.ZERO);
        assertThat(filter.subLayerKey()).isEqualTo(SublayerKey.ZERO);
        assertThat(filter.weight()).isEqualTo(new FwpValue0.Empty());
    }

    @Test
    void permitHasANameOfItsOwn() {
        FwpmFilter0 filter = Filters.permit(FwpmLayers.ALE_AUTH_CONNECT_V4);
        assertThat(filter.action().type()).isEqualTo(FwpActionType.PERMIT);
        assertThat(filter.displayData().name())
                .isEqualTo("permit at FWPM_LAYER_ALE_AUTH_CONNECT_V4");
    }

    @Test
    void calloutDecides() {
        FwpmAction0 action =
                Filters.callout(
                                FwpmLayers.INBOUND_TRANSPORT_V4,
                                FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4)
                        .action();
        assertThat(action.type()).isEqualTo(FwpActionType.CALLOUT_TERMINATING);
        assertThat(action.target())
                .isEqualTo(new FwpmAction0.Target.Callout(FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4));
    }

    @Test
    void inspectLeavesTheDecisionToOthers() {
        assertThat(
                        Filters.inspect(
                                        FwpmLayers.INBOUND_TRANSPORT_V4,
                                        FwpmCallouts.IPSEC_INBOUND_TRANSPORT_V4)
                                .action()
                                .type())
                .isEqualTo(FwpActionType.CALLOUT_INSPECTION);
    }
}
