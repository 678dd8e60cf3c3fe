package io.github.wfp4j.engine;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwp.FwpIpVersion;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmCalloutSubscription0;
import io.github.wfp4j.fwpm.FwpmConnectionSubscription0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterSubscription0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmNetEvent1;
import io.github.wfp4j.fwpm.FwpmNetEvent2;
import io.github.wfp4j.fwpm.FwpmNetEvent3;
import io.github.wfp4j.fwpm.FwpmNetEvent4;
import io.github.wfp4j.fwpm.FwpmNetEventSubscription0;
import io.github.wfp4j.fwpm.FwpmNotifyFlags;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext0;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext2;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContextSubscription0;
import io.github.wfp4j.fwpm.FwpmProviderSubscription0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSublayerSubscription0;
import io.github.wfp4j.fwpm.FwpmSubscriptionFlags;
import io.github.wfp4j.fwpm.FwpmTunnelFlags;
import io.github.wfp4j.fwpm.FwpmVswitchEventSubscription0;
import io.github.wfp4j.ikeext.IkeextSaDetails0;
import io.github.wfp4j.ikeext.IkeextSaDetails1;
import io.github.wfp4j.ikeext.IkeextSaDetails2;
import io.github.wfp4j.ikeext.IkeextSaEnumTemplate0;
import io.github.wfp4j.ikeext.IkeextStatistics0;
import io.github.wfp4j.ipsec.IpsecDospStateEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecGetspi0;
import io.github.wfp4j.ipsec.IpsecKeyManager0;
import io.github.wfp4j.ipsec.IpsecKeyManagerCallbacks0;
import io.github.wfp4j.ipsec.IpsecSaBundle0;
import io.github.wfp4j.ipsec.IpsecSaContext0;
import io.github.wfp4j.ipsec.IpsecSaContextEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaContextSubscription0;
import io.github.wfp4j.ipsec.IpsecSaContextUpdateFlags;
import io.github.wfp4j.ipsec.IpsecSaEnumTemplate0;
import io.github.wfp4j.ipsec.IpsecSaLifetime0;
import io.github.wfp4j.ipsec.IpsecStatistics0;
import io.github.wfp4j.ipsec.IpsecTraffic0;
import io.github.wfp4j.types.AccessControlEntry;
import io.github.wfp4j.types.AccessControlList;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.KeyManagerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmNetEvent0View;
import io.github.wfp4j.view.FwpmNetEvent1View;
import io.github.wfp4j.view.FwpmNetEvent2View;
import io.github.wfp4j.view.FwpmNetEvent3View;
import io.github.wfp4j.view.FwpmNetEvent4View;
import io.github.wfp4j.view.FwpmProviderContext0View;
import io.github.wfp4j.view.FwpmProviderContext1View;
import io.github.wfp4j.view.FwpmProviderContext2View;
import io.github.wfp4j.view.FwpmProviderContext3View;
import io.github.wfp4j.view.IkeextSaDetails0View;
import io.github.wfp4j.view.IkeextSaDetails1View;
import io.github.wfp4j.view.IpsecSaContext0View;
import io.github.wfp4j.view.IpsecSaDetails0View;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import java.util.List;

/** Uses every verb of an engine at least once. */
final class EveryVerb {
    private final Engine engine;

    EveryVerb(Engine engine) {
        this.engine = engine;
    }

    void use() {
        transactions();
        objects();
        contexts();
        associations();
        ikeAssociations();
        tunnels();
        others();
        keyManagers();
        changes();
        netEvents();
        connections();
        subscriptions();
        security();
    }

    private void transactions() {
        engine.begin(true).close();
        try (Transaction transaction = engine.begin()) {
            transaction.commit();
        }
    }

    private static void visit(Cursor<?> cursor) {
        try (cursor) {
            cursor.next();
        }
    }

    private void objects() {
        ProviderKey provider = ProviderKey.random();
        engine.add(FwpmProvider0.of(provider, IpsecSamples.NAMED));
        engine.provider(provider);
        visit(engine.providers());
        engine.delete(provider);
        SublayerKey sublayer = SublayerKey.random();
        engine.add(FwpmSublayer0.of(sublayer, IpsecSamples.NAMED));
        engine.sublayer(sublayer);
        visit(engine.sublayers());
        engine.delete(sublayer);
        CalloutKey callout = CalloutKey.random();
        FwpmCallout0 stream = FwpmCallout0.of(callout, IpsecSamples.NAMED, FwpmLayers.STREAM_V4);
        engine.callout(engine.add(stream));
        engine.callout(callout);
        visit(engine.callouts());
        engine.delete(callout);
        engine.deleteCallout(engine.add(stream));
        FilterKey filter = FilterKey.random();
        FwpmFilter0 block = Filters.block(FwpmLayers.ALE_AUTH_CONNECT_V4).withFilterKey(filter);
        engine.filter(engine.add(block));
        engine.filter(filter);
        visit(engine.filters());
        engine.delete(filter);
        engine.deleteFilter(engine.add(block));
        engine.layer(engine.layer(FwpmLayers.STREAM_V4).layerId());
        visit(engine.layers());
        visit(engine.sessions());
    }

    private void contexts() {
        ProviderContextKey key = ProviderContextKey.random();
        long id =
                engine.add(
                        FwpmProviderContext3.of(
                                key,
                                IpsecSamples.NAMED,
                                new FwpmProviderContext3.Policy.GeneralContext(
                                        new FwpByteBlob(Bytes.of((byte) 1)))));
        FwpmProviderContext0 oldest = engine.providerContext(id, FwpmProviderContext0.class);
        FwpmProviderContext1 older = engine.providerContext(id, FwpmProviderContext1.class);
        FwpmProviderContext2 old = engine.providerContext(id, FwpmProviderContext2.class);
        engine.providerContext(id);
        engine.providerContext(key);
        engine.providerContext(key, FwpmProviderContext2.class);
        engine.providerContext(key, FwpmProviderContext1.class);
        engine.providerContext(key, FwpmProviderContext0.class);
        visit(engine.providerContexts(FwpmProviderContext3View.class));
        visit(engine.providerContexts(FwpmProviderContext2View.class));
        visit(engine.providerContexts(FwpmProviderContext1View.class));
        visit(engine.providerContexts(FwpmProviderContext0View.class));
        engine.delete(key);
        engine.deleteProviderContext(engine.add(old));
        engine.deleteProviderContext(engine.add(older));
        engine.deleteProviderContext(engine.add(oldest));
    }

    private void associations() {
        SecurityAssociations associations = engine.securityAssociations();
        long outbound = engine.add(IpsecSamples.outbound());
        long inbound = engine.add(IpsecSamples.inbound());
        long id = associations.create(IpsecSamples.traffic(outbound)).id();
        associations.setSpi(id, IpsecSamples.request(inbound), 5000);
        associations.addInbound(id, IpsecSamples.bundle(5000));
        associations.addOutbound(id, IpsecSamples.bundle(7000));
        associations.getSpi(id, IpsecSamples.request(inbound));
        visit(associations.contexts(IpsecSaContextEnumTemplate0.of()));
        visit(associations.contexts(IpsecSaContext0View.class));
        visit(associations.details(new IpsecSaEnumTemplate0(FwpDirection.INBOUND)));
        visit(associations.details(IpsecSaDetails0View.class));
        associations.context(id, IpsecSaContext0.class);
        associations.update(
                IpsecSaContextUpdateFlags.BUNDLE_UPDATE_FLAGS, associations.context(id));
        associations.expire(id);
        associations.delete(oldAssociations(associations, outbound, inbound));
    }

    private static long oldAssociations(
            SecurityAssociations associations, long outbound, long inbound) {
        long id = associations.create(traffic(outbound)).id();
        long spi =
                associations.getSpi(
                        id,
                        IpsecGetspi0.of(
                                traffic(inbound),
                                new IpsecGetspi0.InboundUdpEncapsulation.V4(null)));
        associations.addInbound(id, bundle(spi));
        associations.addOutbound(id, bundle(7001));
        return id;
    }

    private static IpsecTraffic0 traffic(long filter) {
        return IpsecTraffic0.of(
                new IpsecTraffic0.LocalAddress.V4(0x0A00_0003L),
                new IpsecTraffic0.RemoteAddress.V4(0x0A00_0004L),
                new IpsecTraffic0.PolicyId.Transport(filter));
    }

    private static IpsecSaBundle0 bundle(long spi) {
        return IpsecSaBundle0.of(
                new IpsecSaLifetime0(0, 0, 0),
                List.of(IpsecSamples.association(spi)),
                new IpsecSaBundle0.PeerPrivateAddress.V4(0));
    }

    private void ikeAssociations() {
        IkeSecurityAssociations associations = engine.ikeSecurityAssociations();
        for (Class<?> version :
                List.of(IkeextSaDetails2.class, IkeextSaDetails1.class, IkeextSaDetails0.class)) {
            refused(() -> associations.get(1, version));
        }
        refused(() -> associations.get(1));
        refused(() -> associations.get(1, Guid.random()));
        refused(() -> associations.delete(1));
        visit(associations.details(IkeextSaEnumTemplate0.of()));
        visit(associations.details(IkeextSaDetails1View.class));
        visit(associations.details(IkeextSaDetails0View.class));
    }

    private static void refused(ThrowingCallable verb) {
        assertThatExceptionOfType(WfpException.class).isThrownBy(verb);
    }

    private void tunnels() {
        Tunnels tunnels = engine.tunnels();
        ProviderContextKey key = ProviderContextKey.random();
        FwpmTunnelFlags flags = FwpmTunnelFlags.NONE;
        tunnels.add(flags, null, IpsecSamples.tunnel(key), IpsecSamples.TUNNELLED);
        FwpmProviderContext0 oldest = engine.providerContext(key, FwpmProviderContext0.class);
        FwpmProviderContext1 older = engine.providerContext(key, FwpmProviderContext1.class);
        FwpmProviderContext2 old = engine.providerContext(key, FwpmProviderContext2.class);
        tunnels.delete(key);
        tunnels.add(flags, null, old, IpsecSamples.TUNNELLED, null, null);
        tunnels.delete(key);
        tunnels.add(flags, null, older, IpsecSamples.TUNNELLED, null, null);
        tunnels.delete(key);
        tunnels.add(flags, null, oldest, IpsecSamples.TUNNELLED, null);
        tunnels.delete(key);
    }

    private void others() {
        ProviderContextKey policy = ProviderContextKey.random();
        engine.connectionPolicies()
                .add(IpsecSamples.connectionPolicy(policy), FwpIpVersion.V4, 1, List.of());
        engine.connectionPolicies().delete(policy);
        engine.statistics().ipsec();
        engine.statistics().ipsec(IpsecStatistics0.class);
        engine.statistics().ike();
        engine.statistics().ike(IkeextStatistics0.class);
        engine.statistics().dosProtection();
        FwpV6AddrAndMask any = new FwpV6AddrAndMask(Bytes.of(new byte[16]), 0);
        visit(engine.dosProtectionStates(new IpsecDospStateEnumTemplate0(any, any)));
        engine.options().setCollectNetEvents(engine.options().collectNetEvents());
        engine.appId("C:\\a.exe");
        refused(engine::systemPorts);
    }

    private void security() {
        ProviderKey provider = ProviderKey.random();
        engine.add(FwpmProvider0.of(provider, IpsecSamples.NAMED), SecurityDescriptor.NONE);
        Security security = engine.security();
        for (Secured secured :
                List.of(
                        security.provider(provider),
                        security.sublayers(),
                        security.callouts(),
                        security.providerContexts(),
                        security.filters(),
                        security.layers(),
                        security.engine(),
                        security.netEvents(),
                        security.connections(),
                        security.securityAssociations(),
                        security.ikeSecurityAssociations(),
                        security.dosProtection())) {
            secured.setDacl(
                    AccessControlList.of(AccessControlEntry.allow(Sid.of("S-1-5-32-544"), -1)));
            secured.get();
        }
        refused(() -> security.vswitchEvents().get());
        refused(() -> security.vswitchEvents().setDacl(null));
        refused(() -> security.keyManagers().get());
        refused(() -> security.keyManagers().setDacl(null));
    }

    private void keyManagers() {
        engine.keyManagers()
                .register(
                        IpsecKeyManager0.of(KeyManagerKey.random(), IpsecSamples.NAMED),
                        new IpsecKeyManagerCallbacks0(0, 0, 0))
                .close();
        refused(engine.keyManagers()::all);
    }

    private void changes() {
        FwpmSubscriptionFlags flags = FwpmSubscriptionFlags.NOTIFY_ON_ADD;
        engine.subscribe(FwpmProviderSubscription0.of(flags), EveryVerb::ignore).close();
        engine.subscribe(FwpmProviderContextSubscription0.of(flags), EveryVerb::ignore).close();
        engine.subscribe(FwpmSublayerSubscription0.of(flags), EveryVerb::ignore).close();
        engine.subscribe(FwpmCalloutSubscription0.of(flags), EveryVerb::ignore).close();
        engine.subscribe(FwpmFilterSubscription0.of(flags), EveryVerb::ignore).close();
        engine.subscribe(IpsecSaContextSubscription0.of(), EveryVerb::ignore).close();
        engine.subscribe(FwpmVswitchEventSubscription0.of(), EveryVerb::ignore).close();
        engine.subscribeSystemPorts(EveryVerb::ignore).close();
        engine.subscribeDynamicKeywords(FwpmNotifyFlags.ADDRESSES_AUTO_RESOLVE, EveryVerb::ignore)
                .close();
    }

    private static void ignore(Object event) {}

    private void netEvents() {
        FwpmNetEventSubscription0 all = FwpmNetEventSubscription0.of();
        engine.subscribe(all, EveryVerb::ignore).close();
        engine.subscribe(all, FwpmNetEvent4.class, EveryVerb::ignore).close();
        engine.subscribe(all, FwpmNetEvent3.class, EveryVerb::ignore).close();
        engine.subscribe(all, FwpmNetEvent2.class, EveryVerb::ignore).close();
        engine.subscribe(all, FwpmNetEvent1.class, EveryVerb::ignore).close();
        visit(engine.netEvents());
        visit(engine.netEvents(FwpmNetEvent4View.class));
        visit(engine.netEvents(FwpmNetEvent3View.class));
        visit(engine.netEvents(FwpmNetEvent2View.class));
        visit(engine.netEvents(FwpmNetEvent1View.class));
        visit(engine.netEvents(FwpmNetEvent0View.class));
    }

    private void connections() {
        engine.options().setMonitorIpsecConnections(true);
        engine.subscribe(FwpmConnectionSubscription0.of(), EveryVerb::ignore).close();
        visit(engine.connections());
        refused(() -> engine.connection(1));
    }

    private void subscriptions() {
        engine.providerSubscriptions();
        engine.providerContextSubscriptions();
        engine.sublayerSubscriptions();
        engine.calloutSubscriptions();
        engine.filterSubscriptions();
        engine.netEventSubscriptions();
        engine.connectionSubscriptions();
        engine.saContextSubscriptions();
    }
}
