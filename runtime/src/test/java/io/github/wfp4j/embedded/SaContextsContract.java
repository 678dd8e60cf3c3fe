package io.github.wfp4j.embedded;

import static io.github.wfp4j.embedded.Client.NULL;
import static io.github.wfp4j.embedded.Client.assertError;
import static io.github.wfp4j.embedded.Client.assertOk;
import static io.github.wfp4j.embedded.SaClient.LOCAL;
import static io.github.wfp4j.embedded.SaClient.REMOTE;
import static io.github.wfp4j.embedded.SaClient.bundle;
import static io.github.wfp4j.embedded.SaClient.request;
import static io.github.wfp4j.embedded.SaClient.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpDirection;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.ipsec.IpsecGetspi1;
import io.github.wfp4j.ipsec.IpsecSaContext1;
import io.github.wfp4j.ipsec.IpsecSaDetails1;
import io.github.wfp4j.ipsec.IpsecTraffic1;
import io.github.wfp4j.ipsec.IpsecTraffic1.PolicyId;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.win32.ErrorCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/** The steps on security association contexts (9.1 to 9.9, 9.16, 9.18, 9.19, 9.24). */
abstract class SaContextsContract {
    private static final long UNKNOWN = 0x7FFF_0000L;

    private final TestEngine engine;
    private final Client client;
    private final SaClient sa;

    SaContextsContract(Way way) {
        engine = way.create();
        client = Client.openStatic(engine);
        sa = new SaClient(client);
    }

    @AfterEach
    void close() {
        client.close();
        engine.close();
    }

    /** The four steps, which use what those before them gave. */
    private final class Steps {
        private long id = UNKNOWN;
        private long spi = 5000;
        private final List<IntSupplier> all =
                List.of(this::create, this::getSpi, this::addInbound, this::addOutbound);

        private int create() {
            MemorySegment out = client.arena.allocate(JAVA_LONG);
            int result = sa.create(traffic(sa.outboundFilter), out);
            id = out.get(JAVA_LONG, 0);
            return result;
        }

        private int getSpi() {
            MemorySegment out = client.arena.allocate(JAVA_INT);
            int result = sa.getSpi(id, request(traffic(sa.inboundFilter)), out);
            if (result == 0) {
                spi = Integer.toUnsignedLong(out.get(JAVA_INT, 0));
            }
            return result;
        }

        private int addInbound() {
            return sa.addInbound(id, bundle(spi));
        }

        private int addOutbound() {
            return sa.addOutbound(id, bundle(7000));
        }

        private List<Integer> run(List<Integer> order) {
            return order.stream().map(step -> all.get(step).getAsInt()).toList();
        }
    }

    private static List<List<Integer>> orders(List<Integer> steps) {
        if (steps.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Integer>> orders = new ArrayList<>();
        for (Integer first : steps) {
            List<Integer> rest = steps.stream().filter(it -> !it.equals(first)).toList();
            for (List<Integer> order : orders(rest)) {
                List<Integer> longer = new ArrayList<>(List.of(first));
                longer.addAll(order);
                orders.add(longer);
            }
        }
        return orders;
    }

    @Test
    @DisplayName("9.1: of the 24 orders of the four steps, one succeeds")
    void takesStepsInOneOrder() {
        List<List<Integer>> orders = orders(List.of(0, 1, 2, 3));
        assertThat(orders).hasSize(24);
        List<List<Integer>> successes =
                orders.stream()
                        .filter(order -> new Steps().run(order).stream().allMatch(it -> it == 0))
                        .toList();
        assertThat(successes).containsExactly(List.of(0, 1, 2, 3));
    }

    @Test
    @DisplayName("9.1: a step on an existing context that is not the next is out of order")
    void refusesStepOutOfOrder() {
        long id = sa.createOk();
        assertError(sa.addInbound(id, bundle(5000)), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        assertError(sa.addOutbound(id, bundle(7000)), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        long spi = sa.getSpiOk(id);
        assertError(sa.addOutbound(id, bundle(7000)), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        assertOk(sa.addInbound(id, bundle(spi)));
        assertError(sa.addInbound(id, bundle(spi)), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        assertError(sa.getSpi(id), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        assertOk(sa.addOutbound(id, bundle(7000)));
        assertError(sa.addOutbound(id, bundle(7000)), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
        assertError(sa.addInbound(id, bundle(spi)), ErrorCode.FWP_E_INCOMPATIBLE_SA_STATE);
    }

    @Test
    @DisplayName("9.2, 9.18: contexts are neither created nor deleted in a transaction")
    void refusesTransaction() {
        long id = sa.createOk();
        assertOk(client.begin());
        assertError(sa.create(traffic(sa.outboundFilter)), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertError(sa.delete(id), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertOk(client.abort());
        assertOk(client.beginReadOnly());
        assertError(sa.create(traffic(sa.outboundFilter)), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        assertOk(client.abort());
    }

    @Test
    @DisplayName("9.2, 9.18, 1.23: contexts are neither created nor deleted in a dynamic session")
    void refusesDynamicSession() {
        long id = sa.createOk();
        try (Client dynamic = Client.openDynamic(engine)) {
            SaClient other = new SaClient(dynamic);
            IpsecTraffic1 traffic = traffic(other.outboundFilter);
            assertError(other.create(traffic), ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
            assertError(other.delete(id), ErrorCode.FWP_E_DYNAMIC_SESSION_IN_PROGRESS);
            assertOk(dynamic.begin());
            assertError(other.create(traffic), ErrorCode.FWP_E_TXN_IN_PROGRESS);
            assertError(other.delete(id), ErrorCode.FWP_E_TXN_IN_PROGRESS);
        }
    }

    @Test
    @DisplayName("9.3: the filter or tunnel policy must exist")
    void refusesUnknownPolicy() {
        assertError(sa.create(traffic(UNKNOWN)), ErrorCode.FWP_E_FILTER_NOT_FOUND);
        assertError(
                sa.create(traffic(LOCAL, REMOTE, new PolicyId.Tunnel(UNKNOWN))),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_NOT_FOUND);
        long id = sa.createOk();
        assertError(sa.getSpi(id, request(traffic(UNKNOWN))), ErrorCode.FWP_E_FILTER_NOT_FOUND);
    }

    @Test
    @DisplayName("9.3: who creates a context gets its id, and a zero for the inbound filter")
    void tellsIds() {
        MemorySegment id = client.arena.allocate(JAVA_LONG);
        MemorySegment inbound = client.arena.allocate(JAVA_LONG);
        inbound.set(JAVA_LONG, 0, 99);
        MemorySegment outbound = client.encode(traffic(sa.outboundFilter), SaStructs.TRAFFIC1);
        var functions = client.functions.saContext();
        assertOk(functions.IPsecSaContextCreate1(client.handle, outbound, NULL, inbound, id));
        assertThat(id.get(JAVA_LONG, 0)).isNotZero();
        assertThat(inbound.get(JAVA_LONG, 0)).isZero();
        assertError(
                functions.IPsecSaContextCreate1(client.handle, outbound, NULL, inbound, NULL),
                ErrorCode.FWP_E_NULL_POINTER);
        assertError(
                functions.IPsecSaContextCreate1(client.handle, NULL, NULL, inbound, id),
                ErrorCode.FWP_E_NULL_POINTER);
        assertThat(sa.contexts(null)).hasSize(1);
    }

    @Test
    @DisplayName("9.4: the filter must ask the transport callout of its direction and IP version")
    void refusesUnfitFilter() {
        long plain = client.addOk(Samples.permit(FwpmLayers.OUTBOUND_TRANSPORT_V4));
        long v6 =
                client.addOk(
                        Samples.call(
                                FwpActionType.CALLOUT_TERMINATING,
                                FwpmLayers.OUTBOUND_TRANSPORT_V6,
                                FwpmCallouts.IPSEC_OUTBOUND_TRANSPORT_V6));
        for (long filter : new long[] {plain, v6, sa.inboundFilter}) {
            assertError(sa.create(traffic(filter)), ErrorCode.FWP_E_INVALID_PARAMETER);
        }
        long id = sa.createOk();
        assertError(
                sa.getSpi(id, request(traffic(sa.outboundFilter))),
                ErrorCode.FWP_E_INVALID_PARAMETER);
        IpsecTraffic1 other =
                IpsecTraffic1.of(
                        new IpsecTraffic1.LocalAddress.V6(Bytes.of(new byte[16])),
                        new IpsecTraffic1.RemoteAddress.V6(Bytes.of(new byte[16])),
                        new PolicyId.Transport(v6));
        assertOk(sa.create(other));
    }

    @Test
    @DisplayName("9.5: an SPI can be asked for again, for the same traffic only")
    void repeatsSpiForSameTraffic() {
        long id = sa.createOk();
        long first = sa.getSpiOk(id);
        long second = sa.getSpiOk(id);
        assertThat(first).isNotEqualTo(second).isGreaterThanOrEqualTo(256);
        assertThat(second).isGreaterThanOrEqualTo(256);
        assertError(
                sa.getSpi(id, request(traffic(sa.inboundFilter).withRemotePort(80))),
                ErrorCode.FWP_E_TRAFFIC_MISMATCH);
        assertError(sa.addInbound(id, bundle(first)), ErrorCode.FWP_E_INVALID_PARAMETER);
        assertOk(sa.addInbound(id, bundle(second)));
    }

    @Test
    @DisplayName("9.5: the request must be of the IP version of its traffic")
    void refusesMixedVersions() {
        long id = sa.createOk();
        IpsecGetspi1 mixed =
                IpsecGetspi1.of(
                        traffic(sa.inboundFilter), new IpsecGetspi1.InboundUdpEncapsulation.V6());
        assertError(sa.getSpi(id, mixed), ErrorCode.FWP_E_INVALID_PARAMETER);
        assertError(
                sa.getSpi(id, request(traffic(sa.inboundFilter)), NULL),
                ErrorCode.FWP_E_NULL_POINTER);
    }

    @Test
    @DisplayName("9.6: an SPI after the first pair begins another, which takes its place")
    void rekeys() {
        long id = sa.createOk();
        long first = sa.addPair(id);
        long second = sa.addPair(id);
        assertThat(second).isNotEqualTo(first);
        IpsecSaDetails1 inbound = sa.inboundOk(id);
        assertThat(inbound.saBundle().saList()).allMatch(it -> it.spi() == second);
        // What was sent under the old pair may still be under way.
        assertThat(sa.associations(NULL))
                .extracting(IpsecSaDetails1::saDirection)
                .containsExactly(FwpDirection.INBOUND, FwpDirection.INBOUND, FwpDirection.OUTBOUND);
    }

    @Test
    @DisplayName("9.7: an SPI of the caller's choice must be free and not reserved")
    void takesChosenSpi() {
        long id = sa.createOk();
        assertError(sa.setSpi(id, 0), ErrorCode.FWP_E_OUT_OF_BOUNDS);
        assertError(sa.setSpi(id, 255), ErrorCode.FWP_E_OUT_OF_BOUNDS);
        assertOk(sa.setSpi(id, 0xFFFF_FFFFL));
        long other = sa.createOk();
        assertError(sa.setSpi(other, 0xFFFF_FFFFL), ErrorCode.FWP_E_ALREADY_EXISTS);
        assertOk(sa.addInbound(id, bundle(0xFFFF_FFFFL)));
        assertError(sa.setSpi(other, 0xFFFF_FFFFL), ErrorCode.FWP_E_ALREADY_EXISTS);
        assertOk(sa.setSpi(other, 256));
        assertOk(sa.delete(id));
        assertOk(sa.setSpi(other, 0xFFFF_FFFFL));
        assertError(sa.setSpi(UNKNOWN, 256), ErrorCode.FWP_E_NOT_FOUND);
    }

    @Test
    @DisplayName("9.8: the two directions must be between the same addresses")
    void refusesOtherAddresses() {
        long id = sa.createOk();
        PolicyId inbound = new PolicyId.Transport(sa.inboundFilter);
        for (IpsecTraffic1 wrong :
                List.of(
                        traffic(REMOTE, LOCAL, inbound),
                        traffic(LOCAL, REMOTE + 1, inbound),
                        traffic(LOCAL + 1, REMOTE, inbound))) {
            assertError(sa.getSpi(id, request(wrong)), ErrorCode.FWP_E_TRAFFIC_MISMATCH);
        }
        assertOk(sa.getSpi(id));
    }

    @Test
    @DisplayName("9.9: every call on an unknown context finds nothing")
    void refusesUnknownContext() {
        assertError(sa.getSpi(UNKNOWN), ErrorCode.FWP_E_NOT_FOUND);
        assertError(sa.addInbound(UNKNOWN, bundle(5000)), ErrorCode.FWP_E_NOT_FOUND);
        assertError(sa.addOutbound(UNKNOWN, bundle(5000)), ErrorCode.FWP_E_NOT_FOUND);
        assertError(sa.expire(UNKNOWN), ErrorCode.FWP_E_NOT_FOUND);
        assertError(sa.delete(UNKNOWN), ErrorCode.FWP_E_NOT_FOUND);
        assertError(sa.get(UNKNOWN), ErrorCode.FWP_E_NOT_FOUND);
        IpsecSaDetails1 details = sa.getOk(sa.establish()).inboundSa();
        assertError(
                sa.update(0, new IpsecSaContext1(UNKNOWN, details, null)),
                ErrorCode.FWP_E_NOT_FOUND);
    }

    @Test
    @DisplayName("9.16: a context has both directions once the outbound bundle was added")
    void isCompleteWithOutbound() {
        long id = sa.createOk();
        assertThat(sa.getOk(id)).isEqualTo(new IpsecSaContext1(id, null, null));
        long spi = sa.getSpiOk(id);
        assertOk(sa.addInbound(id, bundle(spi)));
        assertThat(sa.getOk(id).inboundSa()).isNotNull();
        assertThat(sa.getOk(id).outboundSa()).isNull();
        assertOk(sa.addOutbound(id, bundle(7000)));
        assertThat(sa.getOk(id).outboundSa())
                .isNotNull()
                .satisfies(it -> {
                    assertThat(it.saDirection()).isEqualTo(FwpDirection.OUTBOUND);
                    assertThat(it.traffic()).isEqualTo(traffic(sa.outboundFilter));
                    assertThat(it.saBundle()).isEqualTo(bundle(7000));
                });
    }

    @Test
    @DisplayName("9.18: deletion takes both directions at once")
    void deletes() {
        long id = sa.establish();
        assertOk(sa.delete(id));
        assertError(sa.get(id), ErrorCode.FWP_E_NOT_FOUND);
        assertThat(sa.associations(NULL)).isEmpty();
    }

    @Test
    @DisplayName("9.19, U16: a filter can be deleted, and takes what it protects along")
    void vanishesWithFilter() {
        long first = sa.establish();
        assertOk(client.begin());
        assertOk(client.deleteFilter(sa.inboundFilter));
        assertError(sa.get(first), ErrorCode.FWP_E_NOT_FOUND);
        assertOk(client.abort());
        assertOk(sa.get(first));
        assertOk(client.deleteFilter(sa.outboundFilter));
        assertError(sa.get(first), ErrorCode.FWP_E_NOT_FOUND);
        assertThat(sa.associations(NULL)).isEmpty();
    }

    @Test
    @DisplayName("9.3, 9.8, 9.14, U16: tunnel traffic has one tunnel policy and ends with it")
    void followsTunnelPolicy() {
        ProviderContextKey key = ProviderContextKey.random();
        assertOk(client.add(Samples.tunnel(key)));
        long policy = client.context(key).providerContextId();
        PolicyId tunnel = new PolicyId.Tunnel(policy);
        IpsecTraffic1 traffic = traffic(LOCAL, REMOTE, tunnel);
        assertError(sa.create(traffic.withRemotePort(80)), ErrorCode.FWP_E_INVALID_PARAMETER);
        long id = sa.createOk(traffic);
        assertError(
                sa.getSpi(id, request(traffic(sa.inboundFilter))),
                ErrorCode.FWP_E_TRAFFIC_MISMATCH);
        long spi = sa.getSpiOk(id, request(traffic));
        assertOk(sa.addInbound(id, bundle(spi)));
        assertThat(sa.inboundOk(id).transportFilter()).isNull();
        assertOk(
                client.functions
                        .providerContext()
                        .FwpmProviderContextDeleteByKey0(client.handle, client.encode(key)));
        assertError(sa.get(id), ErrorCode.FWP_E_NOT_FOUND);
        ProviderContextKey general = ProviderContextKey.random();
        assertOk(client.add(Samples.general(general)));
        PolicyId wrong = new PolicyId.Tunnel(client.context(general).providerContextId());
        assertError(
                sa.create(traffic(LOCAL, REMOTE, wrong)),
                ErrorCode.FWP_E_PROVIDER_CONTEXT_MISMATCH);
    }

    @Test
    @DisplayName("9.24: contexts belong to the engine and survive the session")
    void survivesSession() {
        Client other = Client.openStatic(engine);
        long id = new SaClient(other).establish();
        other.close();
        assertThat(sa.getOk(id).outboundSa()).isNotNull();
        assertOk(sa.delete(id));
    }

    @Test
    @DisplayName("9.1, 2.9: steps in a transaction are undone by its abort")
    void followsTransaction() {
        long id = sa.createOk();
        assertOk(client.begin());
        sa.addPair(id);
        assertThat(sa.getOk(id).outboundSa()).isNotNull();
        assertOk(client.abort());
        assertThat(sa.getOk(id).inboundSa()).isNull();
        assertOk(client.begin());
        sa.addPair(id);
        assertOk(client.commit());
        assertOk(client.begin());
        assertOk(sa.expire(id));
        assertThat(sa.getOk(id).outboundSa()).isNull();
        assertOk(client.abort());
        assertThat(sa.getOk(id).outboundSa()).isNotNull();
    }

    @Test
    @DisplayName("9.1, 2.7: no step in a read-only transaction")
    void refusesReadOnlyTransaction() {
        long id = sa.createOk();
        assertOk(client.beginReadOnly());
        assertError(sa.getSpi(id), ErrorCode.FWP_E_INCOMPATIBLE_TXN);
        assertError(sa.addInbound(id, bundle(5000)), ErrorCode.FWP_E_INCOMPATIBLE_TXN);
        assertError(sa.expire(id), ErrorCode.FWP_E_INCOMPATIBLE_TXN);
        assertOk(sa.get(id));
        assertOk(client.abort());
    }
}
