package io.github.wfp4j.benchmarks;

import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.SublayerKey;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Filters of a firewall, the same on every run.
 *
 * <p>Each has a name of 20 to 35 characters, perhaps a provider, a 64-bit weight and four
 * conditions, whose order changes: a protocol, an address mask, a range of ports and a program,
 * whose identifier is a blob of 48 bytes.
 */
final class SampleFilters {
    private static final List<LayerKey> LAYERS =
            List.of(
                    FwpmLayers.ALE_AUTH_CONNECT_V4,
                    FwpmLayers.ALE_AUTH_RECV_ACCEPT_V4,
                    FwpmLayers.INBOUND_TRANSPORT_V4,
                    FwpmLayers.OUTBOUND_TRANSPORT_V4);
    private static final int PROGRAM_CHARACTERS = 24;

    private final Random random = new Random(42);
    private final List<SublayerKey> sublayers =
            List.of(new SublayerKey(guid()), new SublayerKey(guid()));
    private final ProviderKey provider = new ProviderKey(guid());

    /** {@return the first filters} */
    static List<FwpmFilter0> list(int count) {
        SampleFilters samples = new SampleFilters();
        List<FwpmFilter0> filters = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            filters.add(samples.filter(i));
        }
        return Collections.unmodifiableList(filters);
    }

    private FwpmFilter0 filter(int number) {
        FwpActionType action = random.nextBoolean() ? FwpActionType.BLOCK : FwpActionType.PERMIT;
        return new FwpmFilter0(
                new FilterKey(guid()),
                FwpmDisplayData0.of(name()),
                new FwpmFilterFlags(random.nextInt(2)),
                random.nextBoolean() ? provider : null,
                new FwpByteBlob(Bytes.empty()),
                LAYERS.get(random.nextInt(LAYERS.size())),
                sublayers.get(random.nextInt(sublayers.size())),
                new FwpValue0.Uint64(random.nextLong()),
                conditions(number),
                new FwpmAction0(action, new FwpmAction0.Target.FilterType(Guid.ZERO)),
                new FwpmFilter0.Context.RawContext(random.nextLong()),
                66_000L + number,
                new FwpValue0.Uint64(random.nextLong()));
    }

    private List<FwpmFilterCondition0> conditions(int number) {
        int port = random.nextInt(60_000);
        List<FwpmFilterCondition0> conditions = new ArrayList<>();
        conditions.add(
                new FwpmFilterCondition0(
                        FwpmConditions.IP_PROTOCOL,
                        FwpMatchType.EQUAL,
                        new FwpConditionValue0.Uint8(random.nextBoolean() ? 6 : 17)));
        conditions.add(
                new FwpmFilterCondition0(
                        FwpmConditions.IP_REMOTE_ADDRESS,
                        FwpMatchType.EQUAL,
                        new FwpConditionValue0.V4AddrMask(
                                new FwpV4AddrAndMask(
                                        random.nextInt() & 0xFFFF_FF00L, 0xFFFF_FF00L))));
        conditions.add(
                new FwpmFilterCondition0(
                        FwpmConditions.IP_REMOTE_PORT,
                        FwpMatchType.RANGE,
                        new FwpConditionValue0.Range(
                                new FwpRange0(
                                        new FwpValue0.Uint16(port),
                                        new FwpValue0.Uint16(port + random.nextInt(5_000))))));
        conditions.add(
                new FwpmFilterCondition0(
                        FwpmConditions.ALE_APP_ID,
                        FwpMatchType.EQUAL,
                        new FwpConditionValue0.ByteBlob(new FwpByteBlob(program(number)))));
        Collections.rotate(conditions, number);
        return List.copyOf(conditions);
    }

    private static Bytes program(int number) {
        String path = "\\device\\disk1\\%06d.exe".formatted(number % 1_000_000);
        String padded = path + "\0".repeat(PROGRAM_CHARACTERS - path.length());
        return Bytes.of(padded.getBytes(StandardCharsets.UTF_16LE));
    }

    private String name() {
        int length = 20 + random.nextInt(16);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        return name.toString();
    }

    private Guid guid() {
        return new Guid(random.nextLong(), random.nextLong());
    }
}
