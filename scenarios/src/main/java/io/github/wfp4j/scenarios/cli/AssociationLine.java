package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.ipsec.IpsecAuthTransform0;
import io.github.wfp4j.ipsec.IpsecCipherTransform0;
import io.github.wfp4j.ipsec.IpsecSa0;
import io.github.wfp4j.ipsec.IpsecSa0.Information;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.scenarios.PlannedAssociations;

import org.jspecify.annotations.Nullable;

import java.util.stream.Stream;

/**
 * A security association as it is printed, without its keys.
 *
 * @param contextId the id of its context, or null in a plan
 * @param direction in or out
 * @param local the address of this side
 * @param remote the address of the other side
 * @param transform how packets are protected
 * @param spi its index, or null if it is not known yet
 */
record AssociationLine(
        @Nullable String contextId,
        String direction,
        String local,
        String remote,
        String transform,
        @Nullable Long spi) {
    private static final String IN = "in";
    private static final String OUT = "out";

    static Stream<AssociationLine> of(PlannedAssociations planned) {
        String local = planned.local().toString();
        String remote = planned.remote().toString();
        return Stream.of(
                new AssociationLine(
                        null, IN, local, remote, text(planned.inbound()), planned.inboundSpi()),
                new AssociationLine(
                        null, OUT, local, remote, text(planned.outbound()), planned.outboundSpi()));
    }

    static Stream<AssociationLine> of(IpsecSaContext1 context) {
        String id = Long.toUnsignedString(context.saContextId());
        return Stream.concat(
                lines(id, IN, context.inboundSa()), lines(id, OUT, context.outboundSa()));
    }

    private static Stream<AssociationLine> lines(
            String id, String direction, @Nullable IpsecSaDetails1 details) {
        return details == null
                ? Stream.empty()
                : details.saBundle().saList().stream()
                        .map(association ->
                                new AssociationLine(
                                        id,
                                        direction,
                                        local(details.traffic()),
                                        remote(details.traffic()),
                                        text(association.information()),
                                        spi(association)));
    }

    private static Long spi(IpsecSa0 association) {
        return association.spi();
    }

    private static String local(IpsecTraffic1 traffic) {
        return switch (traffic.localAddress()) {
            case IpsecTraffic1.LocalAddress.V4(long address) -> Addresses.v4(address);
            case IpsecTraffic1.LocalAddress.V6(var address) -> Addresses.v6(address);
        };
    }

    private static String remote(IpsecTraffic1 traffic) {
        return switch (traffic.remoteAddress()) {
            case IpsecTraffic1.RemoteAddress.V4(long address) -> Addresses.v4(address);
            case IpsecTraffic1.RemoteAddress.V6(var address) -> Addresses.v6(address);
        };
    }

    private static String text(Information information) {
        return switch (information) {
            case Information.Ah it -> "AH " + text(it.ahInformation().authTransform());
            case Information.EspAuth it -> "ESP " + text(it.espAuthInformation().authTransform());
            case Information.EspAuthFw it ->
                    "ESP " + text(it.espAuthFwInformation().authTransform());
            case Information.EspCipher it ->
                    "ESP " + text(it.espCipherInformation().cipherTransform());
            case Information.EspAuthAndCipher it ->
                    "ESP %s %s"
                            .formatted(
                                    text(
                                            it.espAuthAndCipherInformation()
                                                    .saCipherInformation()
                                                    .cipherTransform()),
                                    text(
                                            it.espAuthAndCipherInformation()
                                                    .saAuthInformation()
                                                    .authTransform()));
        };
    }

    private static String text(IpsecAuthTransform0 transform) {
        return ConditionText.withoutPrefix(
                transform.authTransformId().authType().cName(), "IPSEC_AUTH_");
    }

    private static String text(IpsecCipherTransform0 transform) {
        return ConditionText.withoutPrefix(
                transform.cipherTransformId().cipherType().cName(), "IPSEC_CIPHER_TYPE_");
    }
}
