package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WfpExceptionTest {
    private static final String KEY = "8c1b6a30-0000-4000-8000-000000000001";
    private static final FwpmFilter0 FILTER =
            Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4)
                    .withFilterKey(FilterKey.of(KEY))
                    .withDisplayData(FwpmDisplayData0.of("telnet"));

    private final FakeFunctions functions = new FakeFunctions();
    private final Engine engine = Engine.open(functions, Sessions.named("test"));

    @Test
    void namesFunctionErrorMeaningAndObject() {
        functions.fail("FwpmFilterAdd0", ErrorCode.FWP_E_ALREADY_EXISTS);
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> engine.add(FILTER))
                .withMessage(
                        "FwpmFilterAdd0: FWP_E_ALREADY_EXISTS (0x80320009),"
                                + " key or id collides with an existing object; filterKey="
                                + KEY
                                + ", name=telnet, layerKey=FWPM_LAYER_ALE_AUTH_CONNECT_V4");
    }

    @Test
    void carriesFunctionCodeAndError() {
        functions.fail("FwpmFilterDeleteByKey0", ErrorCode.FWP_E_FILTER_NOT_FOUND);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.delete(FilterKey.of(KEY)))
                .withMessageEndingWith("; filterKey=" + KEY)
                .satisfies(e -> {
                    assertThat(e.function()).isEqualTo("FwpmFilterDeleteByKey0");
                    assertThat(e.code()).isEqualTo(0x80320003);
                    assertThat(e.error()).contains(ErrorCode.FWP_E_FILTER_NOT_FOUND);
                });
    }

    @Test
    void namesTheIdThatWasMeant() {
        functions.fail("FwpmFilterDeleteById0", ErrorCode.FWP_E_FILTER_NOT_FOUND);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.deleteFilter(-1))
                .withMessageEndingWith("; id=18446744073709551615");
    }

    @Test
    void namesTheSublayerOfAFilter() {
        functions.fail("FwpmFilterAdd0", ErrorCode.FWP_E_SUBLAYER_NOT_FOUND);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> engine.add(FILTER.withSubLayerKey(FwpmSublayers.UNIVERSAL)))
                .withMessageEndingWith(", subLayerKey=FWPM_SUBLAYER_UNIVERSAL");
    }

    @Test
    void saysThatTheEngineLacksTheFunction() {
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() ->
                        engine.add(
                                FwpmProvider0.of(ProviderKey.of(KEY), FwpmDisplayData0.of("me"))))
                .withMessage(
                        "FwpmProviderAdd0: ERROR_CALL_NOT_IMPLEMENTED (120),"
                                + " this engine does not have that function; providerKey="
                                + KEY
                                + ", name=me");
    }

    @Test
    void saysHowToGetAccess() {
        functions.fail("FwpmEngineOpen0", ErrorCode.ERROR_ACCESS_DENIED);
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> Engine.open(functions, Sessions.named("guard")))
                .withMessageStartingWith("FwpmEngineOpen0: ERROR_ACCESS_DENIED (5), ")
                .withMessageContaining(": run elevated; sessionKey=")
                .withMessageEndingWith(", name=guard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPT_S_NOT_REGISTERED", "RPC_S_SERVER_UNAVAILABLE", "RPC_S_UNKNOWN_IF"})
    void saysHowToStartTheService(ErrorCode code) {
        functions.fail("FwpmEngineOpen0", code);
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() -> Engine.open(functions, Sessions.named("guard")))
                .withMessageContaining(": start the BFE service");
    }

    @Test
    void findsAWin32ErrorInItsOtherForm() {
        Failure failure = new Failure("FwpmFilterAdd0", 0x80070005, "");
        assertThat(failure.toException()).isInstanceOf(AccessDeniedException.class);
        assertThat(failure.message())
                .startsWith("FwpmFilterAdd0: ERROR_ACCESS_DENIED (0x80070005), ");
    }

    @Test
    void survivesAnErrorThatItDoesNotKnow() {
        WfpException e = new Failure("FwpmFilterAdd0", 0xC0220001, "").toException();
        assertThat(e).hasMessage("FwpmFilterAdd0: unknown error 0xC0220001");
        assertThat(e.error()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FWP_E_CONDITION_NOT_FOUND, NotFoundException",
        "FWP_E_NOT_FOUND, NotFoundException",
        "FWP_E_IN_USE, InUseException",
        "ERROR_PRIVILEGE_NOT_HELD, AccessDeniedException",
        "FWP_E_TIMEOUT, TransactionException",
        "FWP_E_INCOMPATIBLE_TXN, TransactionException",
        "FWP_E_BUILTIN_OBJECT, WfpException",
    })
    void hasAClassForWhatProgramsHandle(ErrorCode code, String name) {
        assertThat(new Failure("f", code.code(), "").toException().getClass().getSimpleName())
                .isEqualTo(name);
    }
}
