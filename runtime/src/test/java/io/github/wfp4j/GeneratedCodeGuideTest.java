package io.github.wfp4j;

import static io.github.wfp4j.fwpm.FwpmFilterFlags.CLEAR_ACTION_RIGHT;
import static io.github.wfp4j.fwpm.FwpmFilterFlags.PERSISTENT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.wfp4j.embedded.EmbeddedEngine;
import io.github.wfp4j.engine.Conditions;
import io.github.wfp4j.engine.Cursor;
import io.github.wfp4j.engine.Engine;
import io.github.wfp4j.engine.Sessions;
import io.github.wfp4j.fwp.FwpActionType;
import io.github.wfp4j.fwp.FwpByteBlob;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmConditions;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmProviderContext1;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmProviderContexts;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.fwpm.FwpmSystemPortType;
import io.github.wfp4j.fwpm.FwpmSystemPortsByType0;
import io.github.wfp4j.ikeext.IkeextPresharedKeyAuthentication1;
import io.github.wfp4j.ikeext.IkeextPskFlags;
import io.github.wfp4j.internal.abi.FwpmFilterChangeCallback0;
import io.github.wfp4j.internal.abi.SublayerFunctions;
import io.github.wfp4j.internal.codec.FwpmSublayer0Codec;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.ConditionKey;
import io.github.wfp4j.types.Guid;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.ProviderKey;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.view.FwpmFilter0View;
import io.github.wfp4j.view.FwpmFilterCondition0View;
import io.github.wfp4j.view.FwpmSublayer0View;
import io.github.wfp4j.win32.SeGroupFlags;
import io.github.wfp4j.win32.SidAndAttributes;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The examples of the guide to the generated code, and that the guide shows them. */
final class GeneratedCodeGuideTest {
    private static final Path GUIDE = Path.of("../docs/generated-code.md");
    private static final Path SELF =
            Path.of("src/test/java/io/github/wfp4j/GeneratedCodeGuideTest.java");

    private static final SublayerKey KEY = SublayerKey.random();

    @Test
    void theGuideShowsTheseExamples() {
        assertThat(Regions.ofDocument(GUIDE, "java")).isEqualTo(Regions.ofSource(SELF));
    }

    @Test
    void theGuideShowsStructsAsTheHeadersDeclareThem() {
        Map<String, List<String>> facts =
                Facts.rows("struct_sizes_sdk26100").stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.getField("struct"),
                                        Collectors.mapping(
                                                row -> row.getField("field"),
                                                Collectors.toList())));
        List<MatchResult> structs =
                Regions.ofDocument(GUIDE, "c").stream()
                        .flatMap(it ->
                                Pattern.compile("typedef struct \\{([\\s\\S]*?)\\n\\} (\\w+);")
                                        .matcher(it)
                                        .results())
                        .toList();
        assertThat(structs).hasSizeGreaterThan(7);
        for (MatchResult it : structs) {
            List<String> members =
                    Pattern.compile("(\\w+);")
                            .matcher(it.group(1))
                            .results()
                            .map(member -> member.group(1))
                            .toList();
            assertThat(facts.get(it.group(2))).as(it.group(2)).containsAll(members);
        }
    }

    @Test
    void plainStruct() {
        // @start region="plain-struct"
        FwpV4AddrAndMask net = new FwpV4AddrAndMask(0xC0A8_0000L, 0xFFFF_0000L); // 192.168/16
        FwpV4AddrAndMask smaller = net.withMask(0xFFFF_FF00L);
        // @end
        assertThat(smaller).isEqualTo(new FwpV4AddrAndMask(0xC0A8_0000L, 0xFFFF_FF00L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> net.withMask(-1))
                .withMessage("mask must be in 0..4294967295: -1");
    }

    @Test
    void optionalPointer() {
        // @start region="optional-pointer"
        FwpmSublayer0 sublayer = FwpmSublayer0.of(KEY, new FwpmDisplayData0("guard", null));
        FwpmSublayer0 owned = sublayer.withProviderKey(ProviderKey.random());
        // @end
        assertThat(sublayer.providerKey()).isNull();
        assertThat(owned.providerKey()).isNotNull();
    }

    @Test
    void countedArray() {
        // @start region="counted-array"
        FwpmSystemPortsByType0 ports =
                new FwpmSystemPortsByType0(FwpmSystemPortType.RPC_EPMAP, List.of(135));
        int count = ports.ports().size();
        // @end
        assertThat(count).isEqualTo(1);
    }

    @Test
    void taggedUnion() {
        FwpValue0 weight = new FwpValue0.Uint8(15);
        // @start region="tagged-union"
        String text =
                switch (weight) {
                    case FwpValue0.Empty _ -> "chosen by the engine";
                    case FwpValue0.Uint8(int range) -> "in range " + range;
                    case FwpValue0.Uint64(long exact) -> Long.toUnsignedString(exact);
                    default -> "no weight: " + weight.type().cName();
                };
        // @end
        assertThat(text).isEqualTo("in range 15");
    }

    @Test
    void taggedUnionBesideOtherMembers() {
        CalloutKey callout = CalloutKey.random();
        // @start region="union-in-struct"
        FwpmAction0 block = FwpmAction0.of(FwpActionType.BLOCK);
        FwpmAction0 ask =
                new FwpmAction0(
                        FwpActionType.CALLOUT_TERMINATING, new FwpmAction0.Target.Callout(callout));
        // @end
        assertThat(block).isNotEqualTo(ask);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ask.withType(FwpActionType.BLOCK))
                .withMessageContaining("target does not fit");
    }

    @Test
    void enumeration() {
        // @start region="enum"
        FwpMatchType match = FwpMatchType.of(1); // throws for a number without a constant
        String inC = match.cName() + " = " + match.value();
        // @end
        assertThat(inC).isEqualTo("FWP_MATCH_GREATER = 1");
        assertThat(FwpMatchType.find(99)).isNull();
    }

    @Test
    void flags() {
        // @start region="flags"
        FwpmFilterFlags flags = PERSISTENT.or(CLEAR_ACTION_RIGHT);
        boolean survives = flags.contains(PERSISTENT);
        FwpmFilterFlags fromTheFuture = new FwpmFilterFlags(0x4000_0000);
        // @end
        assertThat(survives).isTrue();
        assertThat(fromTheFuture.bits()).isEqualTo(0x4000_0000);
    }

    @Test
    void keys() {
        // @start region="keys"
        LayerKey layer = FwpmLayers.ALE_AUTH_CONNECT_V4;
        LayerKey same = LayerKey.of("c38d57d1-05a7-4c33-904f-7fbceee60e82");
        SublayerKey ours = SublayerKey.random();
        // @end
        assertThat(same).isEqualTo(layer).hasToString("FWPM_LAYER_ALE_AUTH_CONNECT_V4");
        assertThat(ours.guid()).isNotNull();
    }

    @Test
    void numbersOf64BitsByPointer() {
        // @start region="by-pointer"
        FwpValue0 weight = new FwpValue0.Uint64(-1L); // all 64 bits set, the largest UINT64
        // @end
        assertThat(weight)
                .isEqualTo(new FwpValue0.Uint64(Long.parseUnsignedLong("f".repeat(16), 16)));
    }

    @Test
    void strings() {
        // @start region="string"
        FwpmDisplayData0 shown = new FwpmDisplayData0("telnet guard", null);
        // @end
        assertThat(shown.description()).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> shown.withName("a\0b"));
    }

    @Test
    void blobs() {
        // @start region="blob"
        FwpByteBlob data = new FwpByteBlob(Bytes.ofHex("0badcafe"));
        byte[] copy = data.data().toByteArray();
        // @end
        assertThat(copy).hasSize(4);
    }

    @Test
    void securityIdentifiers() {
        // @start region="sid"
        Sid everyone = Sid.of("S-1-1-0");
        SidAndAttributes group = new SidAndAttributes(everyone, SeGroupFlags.ENABLED);
        // @end
        assertThat(group.sid().subAuthorities()).containsExactly(0L);
    }

    @Test
    void secrets() {
        // @start region="secret"
        IkeextPresharedKeyAuthentication1 method =
                new IkeextPresharedKeyAuthentication1(
                        new FwpByteBlob(Bytes.ofHex("5ec2e7")), IkeextPskFlags.NONE);
        String text = method.toString(); // … presharedKey=*** …
        // @end
        assertThat(text).contains("presharedKey=***").doesNotContain("5ec2e7");
    }

    @Test
    void versions() {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("guide"))) {
            ProviderContextKey key = FwpmProviderContexts.SECURE_SOCKET_AUTHIP;
            // @start region="versions"
            FwpmProviderContext3 newest = engine.providerContext(key);
            FwpmProviderContext1 older = engine.providerContext(key, FwpmProviderContext1.class);
            // @end
            assertThat(older.displayData()).isEqualTo(newest.displayData());
        }
    }

    @Test
    void views() {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("guide"))) {
            // @start region="view"
            FwpmSublayer0View late;
            FwpmSublayer0 kept;
            try (Cursor<FwpmSublayer0View> sublayers = engine.sublayers()) {
                sublayers.next();
                late = sublayers.current(); // reads the engine's memory, copies nothing
                kept = late.toRecord();
            }
            // @end
            assertThat(kept.subLayerKey()).isNotEqualTo(SublayerKey.ZERO);
            assertThatIllegalStateException().isThrownBy(late::weight);
        }
    }

    @Test
    void arraysOfViews() {
        try (Engine engine = EmbeddedEngine.create().open(Sessions.named("guide"))) {
            engine.add(
                    FwpmFilter0.of(
                                    new FwpmDisplayData0("guide", null),
                                    FwpmLayers.ALE_AUTH_CONNECT_V4,
                                    new FwpmAction0(
                                            FwpActionType.BLOCK,
                                            new FwpmAction0.Target.FilterType(Guid.ZERO)))
                            .withFilterCondition(
                                    List.of(Conditions.remotePort(443), Conditions.localPort(80))));
            // @start region="view-arrays"
            Set<ConditionKey> fields = new HashSet<>();
            try (Cursor<FwpmFilter0View> filters = engine.filters()) {
                while (filters.nextPage()) {
                    for (FwpmFilter0View filter : filters.page()) {
                        for (FwpmFilterCondition0View condition : filter.filterCondition()) {
                            fields.add(condition.fieldKey());
                        }
                    }
                }
            }
            // @end
            assertThat(fields)
                    .contains(FwpmConditions.IP_REMOTE_PORT, FwpmConditions.IP_LOCAL_PORT);
        }
    }

    @Test
    void codecs() {
        FwpmSublayer0 sublayer = FwpmSublayer0.of(KEY, new FwpmDisplayData0("guard", null));
        try (Arena arena = Arena.ofConfined()) {
            // @start region="codec"
            MemorySegment memory = FwpmSublayer0Codec.encode(sublayer, arena);
            FwpmSublayer0 back = FwpmSublayer0Codec.decode(memory);
            // @end
            assertThat(back).isEqualTo(sublayer);
        }
    }

    @Test
    void functionFamilies() {
        MemorySegment handle = MemorySegment.NULL;
        MemorySegment key = MemorySegment.NULL;
        try (EmbeddedEngine embedded = EmbeddedEngine.create()) {
            // @start region="family"
            SublayerFunctions functions = embedded.functions().sublayer();
            int code = functions.FwpmSubLayerDeleteByKey0(handle, key);
            // @end
            assertThat(code).isNotZero();
        }
    }

    @Test
    void callbacks() {
        // @start region="callback"
        FwpmFilterChangeCallback0 callback = (context, change) -> {};
        // @end
        callback.call(MemorySegment.NULL, MemorySegment.NULL);
    }
}
