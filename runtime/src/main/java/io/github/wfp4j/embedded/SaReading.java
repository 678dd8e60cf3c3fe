package io.github.wfp4j.embedded;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTraffic1;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/** What is read of security associations at one moment (9.21, 9.22). */
final class SaReading {
    private final Store store;
    private final Instant now;

    SaReading(Store store, Instant now) {
        this.store = store;
        this.now = now;
    }

    /** {@return the context with an id} */
    IpsecSaContext1 context(long id) {
        return read(store.saContexts.get(id, now));
    }

    /** {@return the contexts between the addresses of a template; all for none} */
    List<IpsecSaContext1> contexts(@Nullable IpsecSaContextEnumTemplate0 template) {
        if (template != null) {
            AddressTemplate.require(template.localSubNet());
            AddressTemplate.require(template.remoteSubNet());
        }
        return store.saContexts.all(now).stream()
                .filter(it -> template == null || matches(it.outbound(), template))
                .map(this::read)
                .toList();
    }

    /** {@return whether a template that is valid asks for traffic} */
    static boolean matches(IpsecTraffic1 traffic, IpsecSaContextEnumTemplate0 template) {
        FwpConditionValue0 local =
                switch (traffic.localAddress()) {
                    case IpsecTraffic1.LocalAddress.V4 it ->
                            AddressTemplate.address(it.localV4Address());
                    case IpsecTraffic1.LocalAddress.V6 it ->
                            AddressTemplate.address(it.localV6Address());
                };
        FwpConditionValue0 remote =
                switch (traffic.remoteAddress()) {
                    case IpsecTraffic1.RemoteAddress.V4 it ->
                            AddressTemplate.address(it.remoteV4Address());
                    case IpsecTraffic1.RemoteAddress.V6 it ->
                            AddressTemplate.address(it.remoteV6Address());
                };
        return AddressTemplate.matches(template.localSubNet(), local)
                && AddressTemplate.matches(template.remoteSubNet(), remote);
    }

    /**
     * {@return the single associations}
     *
     * @param direction which way, or null for both
     */
    List<IpsecSaDetails1> associations(@Nullable FwpDirection direction) {
        return store.saContexts.all(now).stream()
                .flatMap(it -> it.alive(now).stream())
                .filter(it -> direction == null || it.direction() == direction)
                .map(this::read)
                .toList();
    }

    private IpsecSaContext1 read(SaContext context) {
        return new IpsecSaContext1(
                context.id(),
                readOrNull(context.newest(FwpDirection.INBOUND, now)),
                readOrNull(context.newest(FwpDirection.OUTBOUND, now)));
    }

    private @Nullable IpsecSaDetails1 readOrNull(@Nullable SecurityAssociation association) {
        return association == null ? null : read(association);
    }

    private IpsecSaDetails1 read(SecurityAssociation association) {
        IpsecSaDetails1 details = association.details();
        return details.withTransportFilter(filter(details.traffic()));
    }

    private @Nullable FwpmFilter0 filter(IpsecTraffic1 traffic) {
        return switch (traffic.policyId()) {
            case IpsecTraffic1.PolicyId.Transport it -> {
                Stored<FwpmFilter0> stored = store.filters.find(it.ipsecFilterId());
                yield stored == null ? null : stored.value();
            }
            case IpsecTraffic1.PolicyId.Tunnel _ -> null;
        };
    }
}
