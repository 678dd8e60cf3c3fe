package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpActionFlags;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContextEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmProviderContextType;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A template for filters, checked and compared apart from any enumeration. */
final class FilterQueryTest {
    private static final FwpmFilterEnumTemplate0 TEMPLATE =
            FwpmFilterEnumTemplate0.of(FwpmLayers.IKEEXT_V4);

    private final FilterQuery query = new FilterQuery(new Store());

    @Test
    @DisplayName("A template is checked without looking for filters")
    void checksTemplate() {
        assertOk(Calls.answer(() -> query.check(TEMPLATE)));
        assertError(
                Calls.answer(() -> query.check(TEMPLATE.withActionMask(FwpActionFlags.NONE))),
                ErrorCode.FWP_E_NEVER_MATCH);
    }

    @Test
    @DisplayName("A filter that is in no store can be compared with a template")
    void comparesFilter() {
        assertThat(query.matches(TEMPLATE, Samples.permit(FwpmLayers.IKEEXT_V4))).isTrue();
        assertThat(query.matches(TEMPLATE, Samples.permit(FwpmLayers.IKEEXT_V6))).isFalse();
    }

    @Test
    @DisplayName("A filter whose context is gone is not one with a context of a type")
    void missesContext() {
        FwpmFilter0 filter =
                Samples.withContext(
                        Samples.permit(FwpmLayers.IKEEXT_V4), ProviderContextKey.random());
        assertThat(query.matches(TEMPLATE, filter)).isTrue();
        assertThat(
                        query.matches(
                                TEMPLATE.withProviderContextTemplate(
                                        new FwpmProviderContextEnumTemplate0(
                                                null,
                                                FwpmProviderContextType.IPSEC_IKE_MM_CONTEXT)),
                                filter))
                .isFalse();
    }
}
