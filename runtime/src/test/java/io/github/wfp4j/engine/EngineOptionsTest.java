package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmEngineOption;
import io.github.wfp4j.fwpm.FwpmEngineOptionPacketFlags;
import io.github.wfp4j.fwpm.FwpmNetEventKeywordFlags;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each option by its name. */
final class EngineOptionsTest {
    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine = embedded.open(Sessions.named("test"));
    private final EngineOptions options = engine.options();

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
    }

    private long number(FwpmEngineOption option) {
        return ((FwpValue0.Uint32) options.get(option)).uint32();
    }

    @Test
    void switchesOnAndOff() {
        assertThat(options.collectNetEvents()).isTrue();
        options.setCollectNetEvents(false);
        assertThat(options.collectNetEvents()).isFalse();
        options.setNameCache(true);
        assertThat(options.nameCache()).isTrue();
        assertThat(number(FwpmEngineOption.NAME_CACHE)).isEqualTo(1);
        assertThat(options.monitorIpsecConnections()).isFalse();
        options.setMonitorIpsecConnections(true);
        assertThat(options.monitorIpsecConnections()).isTrue();
        assertThat(number(FwpmEngineOption.MONITOR_IPSEC_CONNECTIONS)).isEqualTo(1);
    }

    @Test
    void setsMasks() {
        FwpmNetEventKeywordFlags keywords =
                FwpmNetEventKeywordFlags.INBOUND_MCAST.or(FwpmNetEventKeywordFlags.CLASSIFY_ALLOW);
        options.setNetEventMatchAnyKeywords(keywords);
        assertThat(options.netEventMatchAnyKeywords()).isEqualTo(keywords);
        assertThat(number(FwpmEngineOption.NET_EVENT_MATCH_ANY_KEYWORDS)).isEqualTo(0x11);
        options.setPacketQueuing(FwpmEngineOptionPacketFlags.QUEUE_FORWARD);
        assertThat(options.packetQueuing()).isEqualTo(FwpmEngineOptionPacketFlags.QUEUE_FORWARD);
        assertThat(number(FwpmEngineOption.PACKET_QUEUING)).isEqualTo(2);
    }

    @Test
    void setsATime() {
        options.setTransactionWatchdogTimeout(0xFFFF_FFFFL);
        assertThat(options.transactionWatchdogTimeout()).isEqualTo(0xFFFF_FFFFL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.setTransactionWatchdogTimeout(-1));
    }

    @Test
    void setsAnyOptionByItsValue() {
        options.set(FwpmEngineOption.PACKET_QUEUING, new FwpValue0.Uint32(1));
        assertThat(options.packetQueuing()).isEqualTo(FwpmEngineOptionPacketFlags.QUEUE_INBOUND);
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(
                        () -> options.set(FwpmEngineOption.PACKET_QUEUING, new FwpValue0.Uint8(1)))
                .withMessageContaining("FWP_E_TYPE_MISMATCH")
                .withMessageEndingWith("FWPM_ENGINE_PACKET_QUEUING");
    }

    @Test
    void setsNothingWithinATransaction() {
        try (Transaction _ = engine.begin()) {
            assertThatExceptionOfType(TransactionException.class)
                    .isThrownBy(() -> options.setNameCache(true));
        }
    }
}
