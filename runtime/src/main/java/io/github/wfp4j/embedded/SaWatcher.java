package io.github.wfp4j.embedded;

import io.github.wfp4j.fwpm.FwpmConnection0;
import io.github.wfp4j.ikeext.IkeextAuthenticationImpersonationType;
import io.github.wfp4j.ikeext.IkeextCipherAlgorithm0;
import io.github.wfp4j.ikeext.IkeextCipherType;
import io.github.wfp4j.ikeext.IkeextCredential2;
import io.github.wfp4j.ikeext.IkeextDhGroup;
import io.github.wfp4j.ikeext.IkeextIntegrityAlgorithm0;
import io.github.wfp4j.ikeext.IkeextIntegrityType;
import io.github.wfp4j.ikeext.IkeextKeyModuleType;
import io.github.wfp4j.ikeext.IkeextProposal0;
import io.github.wfp4j.ipsec.IpsecSaContextEventType0;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecTrafficType;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;

/**
 * Tells of security association contexts, and of the connections that they protect (8.5).
 *
 * <p>A connection begins when packets can go both ways. Its associations were keyed by hand, so
 * that what a keying module would have negotiated is zero and nobody was authenticated.
 */
final class SaWatcher {
    private static final IkeextProposal0 NOTHING_NEGOTIATED =
            new IkeextProposal0(
                    new IkeextCipherAlgorithm0(IkeextCipherType.DES, 0, 0),
                    new IkeextIntegrityAlgorithm0(IkeextIntegrityType.MD5),
                    0,
                    IkeextDhGroup.NONE,
                    0);

    private static final IkeextCredential2 NOBODY =
            new IkeextCredential2(
                    IkeextAuthenticationImpersonationType.NONE,
                    new IkeextCredential2.Credential.Anonymous());

    private final InstantSource clock;
    private final Connections connections;
    private final Subscribers<SaContextEvent> subscribers = new Subscribers<>();

    SaWatcher(InstantSource clock, Connections connections) {
        this.clock = clock;
        this.connections = connections;
    }

    Subscribers<SaContextEvent> subscribers() {
        return subscribers;
    }

    /**
     * Tells of a change.
     *
     * @param before the state before, or null if the context was added
     * @param after the state after, or null if it was deleted
     * @param cause the session that made the change
     */
    void changed(@Nullable SaContext before, @Nullable SaContext after, Session cause) {
        if (before == null && after != null) {
            publish(IpsecSaContextEventType0.ADD, after, cause);
        }
        Instant now = clock.instant();
        if (after != null && after.isUsable(now)) {
            if (!connections.has(after.id())) {
                connections.add(connection(after, now), cause);
            }
        } else if (before != null) {
            connections.remove(before.id(), cause);
        }
        if (before != null && after == null) {
            publish(IpsecSaContextEventType0.DELETE, before, cause);
        }
    }

    private void publish(IpsecSaContextEventType0 type, SaContext context, Session cause) {
        subscribers.publish(
                new SaContextEvent(
                        type,
                        context.id(),
                        template -> SaReading.matches(context.outbound(), template)),
                cause);
    }

    private static FwpmConnection0 connection(SaContext context, Instant now) {
        IpsecTraffic1 traffic = context.outbound();
        return new FwpmConnection0(
                context.id(),
                switch (traffic.localAddress()) {
                    case IpsecTraffic1.LocalAddress.V4 it ->
                            new FwpmConnection0.LocalAddress.V4(it.localV4Address());
                    case IpsecTraffic1.LocalAddress.V6 it ->
                            new FwpmConnection0.LocalAddress.V6(it.localV6Address());
                },
                switch (traffic.remoteAddress()) {
                    case IpsecTraffic1.RemoteAddress.V4 it ->
                            new FwpmConnection0.RemoteAddress.V4(it.remoteV4Address());
                    case IpsecTraffic1.RemoteAddress.V6 it ->
                            new FwpmConnection0.RemoteAddress.V6(it.remoteV6Address());
                },
                null,
                switch (traffic.policyId()) {
                    case IpsecTraffic1.PolicyId.Transport _ -> IpsecTrafficType.TRANSPORT;
                    case IpsecTraffic1.PolicyId.Tunnel _ -> IpsecTrafficType.TUNNEL;
                },
                IkeextKeyModuleType.IKE,
                NOTHING_NEGOTIATED,
                NOBODY,
                NOBODY,
                0,
                0,
                0,
                Filetimes.of(now));
    }
}
