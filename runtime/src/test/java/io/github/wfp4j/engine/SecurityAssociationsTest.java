package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import static java.util.Objects.requireNonNull;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.ipsec.IpsecSa0;
import io.github.wfp4j.ipsec.IpsecSaAuthInformation0;
import io.github.wfp4j.ipsec.IpsecSaContext0;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaContextUpdateFlags;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecSaEnumTemplate0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.view.IpsecSaContext0View;
import io.github.wfp4j.view.IpsecSaContext1View;
import io.github.wfp4j.view.IpsecSaDetails0View;
import io.github.wfp4j.view.IpsecSaDetails1View;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/** Keying by hand through the verbs. */
final class SecurityAssociationsTest {
    private static final long PEER_SPI = 7000;

    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine = embedded.open(Sessions.named("test"));
    private final SecurityAssociations associations = engine.securityAssociations();
    private final long outbound = engine.add(IpsecSamples.outbound());
    private final long inbound = engine.add(IpsecSamples.inbound());

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
    }

    private long create() {
        return associations.create(IpsecSamples.traffic(outbound)).id();
    }

    private long establish() {
        long id = create();
        long spi = associations.getSpi(id, IpsecSamples.request(inbound));
        associations.addInbound(id, IpsecSamples.bundle(spi));
        associations.addOutbound(id, IpsecSamples.bundle(PEER_SPI));
        return id;
    }

    private static long spi(IpsecSaDetails1 details) {
        return details.saBundle().saList().getFirst().spi();
    }

    @Test
    void livesFromCreationToDeletion() {
        long id = create();
        assertThat(associations.context(id).inboundSa()).isNull();
        long spi = associations.getSpi(id, IpsecSamples.request(inbound));
        assertThat(spi).isGreaterThanOrEqualTo(256);
        associations.addInbound(id, IpsecSamples.bundle(spi));
        associations.addOutbound(id, IpsecSamples.bundle(PEER_SPI));
        IpsecSaContext1 context = associations.context(id);
        assertThat(spi(requireNonNull(context.inboundSa()))).isEqualTo(spi);
        assertThat(spi(requireNonNull(context.outboundSa()))).isEqualTo(PEER_SPI);
        associations.expire(id);
        assertThat(associations.context(id).outboundSa()).isNull();
        assertThat(associations.context(id).inboundSa()).isNotNull();
        associations.delete(id);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> associations.context(id))
                .withMessageContaining("IPsecSaContextGetById1")
                .withMessageEndingWith("id=" + id);
    }

    @Test
    void outlivesTheSession() {
        long id = establish();
        engine.close();
        try (Engine other = embedded.open(Sessions.named("other"))) {
            assertThat(other.securityAssociations().context(id).outboundSa()).isNotNull();
        }
    }

    @Test
    void keepsTheOrderOfTheSteps() {
        long id = create();
        assertThatExceptionOfType(WfpException.class)
                .isThrownBy(() -> associations.addOutbound(id, IpsecSamples.bundle(PEER_SPI)))
                .satisfies(it ->
                        assertThat(it.error()).contains(ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE));
    }

    @Test
    void tellsNoKeyInAnError() {
        IpsecSaAuthInformation0 information =
                ((IpsecSa0.Information.EspAuth) IpsecSamples.association(PEER_SPI).information())
                        .espAuthInformation();
        IpsecSa0 keyed =
                new IpsecSa0(
                        PEER_SPI,
                        new IpsecSa0.Information.EspAuth(
                                new IpsecSaAuthInformation0(
                                        information.authTransform(),
                                        new FwpByteBlob(Bytes.ofHex("c0ffee".repeat(7))))));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() ->
                        associations.addInbound(
                                99, IpsecSamples.bundle(0).withSaList(List.of(keyed))))
                .satisfies(it -> assertThat(it.getMessage()).doesNotContainIgnoringCase("c0ffee"))
                .withMessageEndingWith("id=99");
    }

    @Test
    void takesAnIndexOfTheCaller() {
        long id = create();
        associations.setSpi(id, IpsecSamples.request(inbound), 5000);
        associations.addInbound(id, IpsecSamples.bundle(5000));
        long other = create();
        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> associations.setSpi(other, IpsecSamples.request(inbound), 5000));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> associations.setSpi(other, IpsecSamples.request(inbound), 1L << 32))
                .withMessage("spi must be in 0..4294967295: 4294967296");
    }

    @Test
    void replacesOnlyWhatItIsTold() {
        long id = establish();
        IpsecSaContext1 before = associations.context(id);
        IpsecSaDetails1 changed = requireNonNull(before.inboundSa());
        changed = changed.withSaBundle(changed.saBundle().withNapContext(9).withMmSaId(8));
        associations.update(
                IpsecSaContextUpdateFlags.BUNDLE_UPDATE_NAP_CONTEXT, before.withInboundSa(changed));
        IpsecSaDetails1 after = requireNonNull(associations.context(id).inboundSa());
        assertThat(after.saBundle().napContext()).isEqualTo(9);
        assertThat(after.saBundle().mmSaId()).isZero();
    }

    @Test
    void readsContextsInBothVersions() {
        long id = establish();
        assertThat(associations.context(id, IpsecSaContext0.class).saContextId()).isEqualTo(id);
        assertThat(associations.contexts().toList(IpsecSaContext1View::toRecord))
                .containsExactly(associations.context(id));
        assertThat(
                        associations
                                .contexts(IpsecSaContext0View.class)
                                .toList(IpsecSaContext0View::toRecord))
                .containsExactly(associations.context(id, IpsecSaContext0.class));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> associations.context(id, FwpmProvider0.class))
                .withMessage("version must be IpsecSaContext1 or IpsecSaContext0: FwpmProvider0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> associations.contexts(IpsecSaDetails1View.class))
                .withMessage(
                        "version must be IpsecSaContext1View or IpsecSaContext0View:"
                                + " IpsecSaDetails1View");
    }

    @Test
    void findsContextsByTheirSubnets() {
        long id = establish();
        IpsecSaContextEnumTemplate0 here =
                IpsecSaContextEnumTemplate0.of()
                        .withLocalSubNet(new FwpConditionValue0.Uint32(0x0A00_0001L));
        IpsecSaContextEnumTemplate0 elsewhere =
                here.withLocalSubNet(new FwpConditionValue0.Uint32(0x0A00_0009L));
        assertThat(associations.contexts(here).toList(IpsecSaContext1View::saContextId))
                .containsExactly(id);
        assertThat(associations.contexts(elsewhere).toList(IpsecSaContext1View::saContextId))
                .isEmpty();
    }

    @Test
    void findsSingleAssociationsByTheirDirection() {
        establish();
        IpsecSaEnumTemplate0 sent = new IpsecSaEnumTemplate0(FwpDirection.OUTBOUND);
        assertThat(associations.details().toList(IpsecSaDetails1View::toRecord)).hasSize(2);
        assertThat(associations.details(sent).toList(IpsecSaDetails1View::toRecord))
                .singleElement()
                .satisfies(it -> assertThat(spi(it)).isEqualTo(PEER_SPI));
        assertThat(
                        associations
                                .details(sent, IpsecSaDetails0View.class)
                                .toList(IpsecSaDetails0View::toRecord))
                .hasSize(1);
        assertThat(
                        associations
                                .details(IpsecSaDetails0View.class)
                                .toList(IpsecSaDetails0View::toRecord))
                .hasSize(2);
    }
}
