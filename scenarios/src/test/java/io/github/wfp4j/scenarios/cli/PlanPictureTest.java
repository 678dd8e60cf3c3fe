package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.engine.Filters;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication1;
import io.github.wfp4j.scenarios.GuaranteedEncryption;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.Precedence;
import io.github.wfp4j.scenarios.cli.PlanPicture.Filter;
import io.github.wfp4j.scenarios.cli.PlanPicture.Layer;
import io.github.wfp4j.scenarios.cli.PlanPicture.Part;
import io.github.wfp4j.scenarios.cli.PlanPicture.Reference;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.FilterKey;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;

/** Plans, arranged so that they can be drawn. */
final class PlanPictureTest {
    private static final Plan PLAN = GuaranteedEncryption.of("test", 5555).plan();
    private static final PlanPicture PICTURE = PlanPicture.of(PLAN);

    @Test
    void holdsEveryFilterAndContext() {
        assertThat(PICTURE.layers().stream().flatMap(it -> it.filters().stream()))
                .extracting(Filter::key)
                .containsExactlyInAnyOrderElementsOf(
                        PLAN.filters().stream().map(it -> it.filterKey().toString()).toList());
        assertThat(PICTURE.contexts()).hasSize(4);
        assertThat(PICTURE.filters()).isEqualTo(24);
        assertThat(PICTURE.others()).isEmpty();
        assertThat(PICTURE.heading()).isEqualTo("guaranteed-encryption \"test\"");
    }

    @Test
    void putsLayersInTheirOrderAndTheHeaviestFilterFirst() {
        assertThat(PICTURE.layers())
                .extracting(Layer::name)
                .startsWith(
                        "IKEEXT_V4",
                        "IPSEC_V4",
                        "INBOUND_TRANSPORT_V4",
                        "OUTBOUND_TRANSPORT_V4",
                        "ALE_AUTH_RECV_ACCEPT_V4",
                        "ALE_AUTH_CONNECT_V4",
                        "IKEEXT_V6")
                .hasSize(12);
        assertThat(PICTURE.layers().get(4).filters())
                .extracting(Filter::name, Filter::weight)
                .containsExactly(
                        tuple("accept-icmp-exemption IPv4", "range 12"),
                        tuple("accept-encrypted IPv4", "automatic"),
                        tuple("accept-secure IPv4", "automatic"));
    }

    @Test
    void saysWhoWins() {
        Layer accept = PICTURE.layers().get(4);

        assertThat(accept.decision()).isEqualTo(PlanPicture.FIRST_DECIDES);
        assertThat(accept.filters().get(1).outweighs())
                .containsExactly(new Reference(accept.filters().get(2).id(), "accept-secure IPv4"));
        assertThat(PICTURE.layers().get(0).decision()).isEqualTo(PlanPicture.FIRST_OF_MODULE);
    }

    @Test
    void refersToContexts() {
        Filter policy = PICTURE.layers().get(0).filters().get(1);

        assertThat(policy.context()).isEqualTo(new Reference("c2", "mm AuthIP"));
        assertThat(PICTURE.contexts().get(1).policy())
                .startsWith("IpsecAuthipMmContext:\n")
                .contains("\n        dhGroup = ECP_384\n");
    }

    @Test
    void ordersByWeightThenByConditionsThenByWhatThePlanDemands() {
        FwpmFilter0 plain = filter();
        FwpmFilter0 exact =
                filter().withFilterCondition(
                                List.of(Conditions.localPort(1), Conditions.remotePort(2)));
        FwpmFilter0 range = filter().withWeight(new FwpValue0.Uint8(15));
        FwpmFilter0 number = filter().withWeight(new FwpValue0.Uint64(0xF100_0000_0000_0000L));

        assertThat(FilterOrder.of(List.of(plain, exact, range, number), List.of()))
                .containsExactly(number, range, exact, plain);
        assertThat(
                        FilterOrder.of(
                                List.of(plain, exact, range),
                                List.of(
                                        new Precedence(plain.filterKey(), exact.filterKey()),
                                        new Precedence(FilterKey.random(), exact.filterKey()))))
                .containsExactly(range, plain, exact);
    }

    @Test
    void breaksTheTextOfRecordsIntoLines() {
        assertThat(
                        RecordText.of(
                                new Outer(List.of(new Inner(1, "a"), new Inner(2, "")), List.of())))
                .isEqualTo(
                        """
                        Outer:
                          inners:
                            Inner:
                              number = 1
                              text = a
                            Inner:
                              number = 2
                              text = none
                          others = none\
                        """);
    }

    @Test
    void showsNoSecrets() {
        IkeextPresharedKeyAuthentication1 key =
                IkeextPresharedKeyAuthentication1.of(
                        new FwpByteBlob(Bytes.of("open sesame".getBytes(UTF_8))));

        assertThat(RecordText.of(key)).contains("***").doesNotContain("6f70656e");
    }

    @Test
    void countsInWords() {
        assertThat(PICTURE.summary())
                .isEqualTo(
                        "guaranteed-encryption \"test\": 24 filters, 4 provider contexts, provider"
                                + " wfp4j");
        assertThat(Pictures.of("x").summary())
                .isEqualTo("x: 1 filter, 1 provider context, provider x");
    }

    @Test
    void showsPartsItDoesNotKnow() {
        assertThat(
                        PlanParts.lists(
                                new Outer(List.of(new Inner(1, "a")), List.of("b")),
                                Set.of("others")))
                .containsExactly(
                        new Part("inners", "Inners", List.of("Inner:\n  number = 1\n  text = a")));
        assertThat(PlanParts.lists(new Outer(List.of(), List.of()), Set.of())).isEmpty();
    }

    private static FwpmFilter0 filter() {
        return Filters.permit(FwpmLayers.ALE_AUTH_CONNECT_V4).withFilterKey(FilterKey.random());
    }

    /** A record with lists. */
    public record Outer(List<Inner> inners, List<String> others) {}

    /** A record within it. */
    public record Inner(int number, String text) {}
}
