package io.github.wfp4j.benchmarks;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Transaction;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterEnumTemplate0;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.view.FwpmFilter0View;

import java.util.List;

/**
 * An embedded engine with a number of filters, each with a name of its own and three conditions:
 * protocol, remote address, remote port. Nine in ten are at one layer.
 */
final class SampleEngine implements AutoCloseable {
    private static final int BATCH = 1_000;
    private static final int EVERY = 10;

    private final EmbeddedEngine embedded = EmbeddedEngine.create();
    private final Engine engine = embedded.open(FwpmSession0.of());
    private int filters;

    /** {@return an engine that has filters} */
    static SampleEngine with(int filters) {
        SampleEngine sample = new SampleEngine();
        sample.add(filters);
        return sample;
    }

    /** Adds filters, a thousand in each transaction. */
    void add(int more) {
        int end = filters + more;
        while (filters < end) {
            int batchEnd = Math.min(end, filters + BATCH);
            try (Transaction transaction = engine.begin()) {
                while (filters < batchEnd) {
                    engine.add(filter(filters++));
                }
                transaction.commit();
            }
        }
    }

    /** Adds a filter in one transaction and deletes it in another one, a number of times. */
    long commit(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            long id;
            try (Transaction transaction = engine.begin()) {
                id = engine.add(filter(filters + i));
                transaction.commit();
            }
            try (Transaction transaction = engine.begin()) {
                engine.deleteFilter(id);
                transaction.commit();
            }
            sum += id;
        }
        return sum;
    }

    /** Reads the identifiers of all filters, a thousand in each page. */
    long enumerate() {
        return sum(engine.filters());
    }

    /** The same for those at the layer where most are. */
    long enumerateLayer() {
        return sum(engine.filters(FwpmFilterEnumTemplate0.of(FwpmLayers.ALE_AUTH_CONNECT_V4)));
    }

    /** {@return how many filters are where most are} */
    static int atLayer(int filters) {
        return filters - filters / EVERY;
    }

    private static long sum(Cursor<FwpmFilter0View> filters) {
        long sum = 0;
        try (filters) {
            filters.pageSize(BATCH);
            while (filters.next()) {
                sum += filters.current().filterId();
            }
        }
        return sum;
    }

    private static FwpmFilter0 filter(int number) {
        LayerKey layer =
                number % EVERY == EVERY - 1
                        ? FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4
                        : FwpmLayers.ALE_AUTH_CONNECT_V4;
        FwpmAction0 block =
                new FwpmAction0(FwpActionType.BLOCK, new FwpmAction0.Target.FilterType(Guid.ZERO));
        return FwpmFilter0.of(new FwpmDisplayData0("filter " + number, null), layer, block)
                .withFilterCondition(
                        List.of(
                                new FwpmFilterCondition0(
                                        FwpmConditions.IP_PROTOCOL,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.Uint8(6)),
                                new FwpmFilterCondition0(
                                        FwpmConditions.IP_REMOTE_ADDRESS,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.V4AddrMask(
                                                new FwpV4AddrAndMask(number, 0xFFFF_FFFFL))),
                                new FwpmFilterCondition0(
                                        FwpmConditions.IP_REMOTE_PORT,
                                        FwpMatchType.EQUAL,
                                        new FwpConditionValue0.Uint16(number & 0xFFFF))));
    }

    @Override
    public void close() {
        engine.close();
        embedded.close();
    }
}
