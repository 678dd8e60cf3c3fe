package io.github.wfp4j.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All lines of the results.
 *
 * @param quick whether it is only to be seen that everything runs: then with few filters
 */
record Catalogue(boolean quick) {
    private static final String C = "C";
    private static final String BINDINGS = "jextract";
    private static final String STRUCTURE = "JNA Structure";
    private static final Set<ScanSide> PUBLIC_SCANS =
            Collections.unmodifiableSet(EnumSet.of(ScanSide.PAGE, ScanSide.PAGES, ScanSide.CURSOR));

    List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int filters : quick ? List.of(100) : List.of(10_000, 1_000, 100_000)) {
            rows.addAll(scans(filters));
            rows.addAll(decodes(filters));
        }
        rows.addAll(encodes());
        rows.addAll(calls());
        rows.addAll(embedded());
        rows.addAll(processes());
        rows.addAll(viewForms());
        return rows;
    }

    /** The aims are for this many filters. */
    private boolean hasAims(int filters) {
        return quick || filters == 10_000;
    }

    private List<Row> scans(int filters) {
        List<Row> rows = new ArrayList<>();
        boolean aims = hasAims(filters);
        for (ScanSide side : ScanSide.values()) {
            if (side != ScanSide.C && (side != ScanSide.JNA_STRUCTURE || aims)) {
                boolean aimed = aims && PUBLIC_SCANS.contains(side);
                rows.add(scan(side, filters).against(C).aim(aimed ? 1.25 : 0));
            }
        }
        if (aims) {
            for (ScanSide side : PUBLIC_SCANS) {
                rows.add(
                        scan(side, filters)
                                .with("against", ScanSide.BINDINGS)
                                .against(BINDINGS)
                                .aim(1));
            }
        }
        return rows;
    }

    private static Row scan(ScanSide side, int filters) {
        return Row.of(FilterScanBenchmark.class, words(side, filters))
                .with("side", side)
                .with("filters", filters);
    }

    private List<Row> decodes(int filters) {
        List<Row> rows = new ArrayList<>();
        boolean aims = hasAims(filters);
        for (DecodeSide side : DecodeSide.values()) {
            if (side != DecodeSide.C && (side != DecodeSide.JNA_STRUCTURE || aims)) {
                boolean aimed = aims && side == DecodeSide.CURSOR;
                rows.add(decode(side, filters).against(C).aim(aimed ? 0.5 : 0));
            }
        }
        if (aims) {
            rows.add(
                    decode(DecodeSide.CURSOR, filters)
                            .with("against", DecodeSide.BINDINGS)
                            .against(BINDINGS)
                            .aim(0.55));
            rows.add(
                    decode(DecodeSide.CURSOR, filters)
                            .with("against", DecodeSide.JNA_STRUCTURE)
                            .against(STRUCTURE)
                            .aim(0.01));
        }
        return rows;
    }

    private static Row decode(DecodeSide side, int filters) {
        return Row.of(FilterDecodeBenchmark.class, words(side, filters))
                .with("side", side)
                .with("filters", filters);
    }

    private static List<Row> encodes() {
        List<Row> rows = new ArrayList<>();
        rows.add(encode(EncodeSide.SDK).against(C).aim(2));
        rows.add(encode(EncodeSide.BINDINGS).against(C));
        rows.add(encode(EncodeSide.JNA_STRUCTURE).against(C));
        rows.add(encode(EncodeSide.SDK).with("against", EncodeSide.BINDINGS).against(BINDINGS));
        for (ConditionEncodeBenchmark.Type type : ConditionEncodeBenchmark.Type.values()) {
            rows.add(
                    Row.of(ConditionEncodeBenchmark.class, type.toString())
                            .with("type", type)
                            .against(C));
        }
        return rows;
    }

    private static Row encode(EncodeSide side) {
        return Row.of(FilterEncodeBenchmark.class, words(side)).with("side", side);
    }

    private static List<Row> calls() {
        List<Row> rows = new ArrayList<>();
        for (CallSide side : CallSide.values()) {
            if (side != CallSide.HANDLE) {
                boolean aimed = side == CallSide.FUNCTION || side == CallSide.VERB;
                rows.add(
                        Row.of(CallBenchmark.class, words(side))
                                .with("side", side)
                                .against("handle")
                                .aim(aimed ? 1.2 : 0));
            }
        }
        for (CallbackSide side : CallbackSide.values()) {
            if (side != CallbackSide.HANDLE) {
                rows.add(
                        Row.of(CallbackBenchmark.class, words(side))
                                .with("side", side)
                                .against("handle"));
            }
        }
        return rows;
    }

    private List<Row> embedded() {
        List<Row> rows = new ArrayList<>();
        int most = quick ? 1_000 : 1_000_000;
        int fewer = quick ? 100 : 10_000;
        for (EmbeddedEngineBenchmark.Work work : EmbeddedEngineBenchmark.Work.values()) {
            boolean aimed =
                    work == EmbeddedEngineBenchmark.Work.ADD
                            || work == EmbeddedEngineBenchmark.Work.ENUMERATE;
            rows.add(
                    Row.of(EmbeddedEngineBenchmark.class, words(work, most))
                            .with("work", work)
                            .with("filters", most)
                            .with("fewer", fewer)
                            .against("%,d filters".formatted(fewer))
                            .aim(aimed ? 1.5 : 0));
        }
        for (int filters : List.of(fewer, most)) {
            rows.add(
                    Row.of(
                                    EmbeddedEngineMemoryBenchmark.class,
                                    "heap, %,d filters".formatted(filters))
                            .with("filters", filters));
        }
        return rows;
    }

    private static List<Row> processes() {
        return List.of(
                Row.of(StartUpBenchmark.class, "hello enumeration").against("hello"),
                Row.of(StartUpBenchmark.class, "counts"),
                Row.of(GeneratorBenchmark.class, "whole API"));
    }

    private static List<Row> viewForms() {
        List<Row> rows = new ArrayList<>();
        for (ViewForm form : ViewForm.values()) {
            if (form != form.yardstick()) {
                rows.add(
                        Row.of(ViewFormBenchmark.class, words(form)).with("form", form).against(C));
            }
        }
        return rows;
    }

    private static String words(Enum<?> side, int filters) {
        return "%s, %,d filters".formatted(words(side), filters);
    }

    /** {@return a constant's name in words, in which abbreviations stay} */
    private static String words(Enum<?> side) {
        return switch (side.name()) {
            case "BINDINGS" -> BINDINGS;
            case "JNA_STRUCTURE" -> STRUCTURE;
            case "JNA_POINTER" -> "JNA Pointer";
            case "JNA_DIRECT" -> "JNA direct mapping";
            case "JNA_INTERFACE" -> "JNA interface mapping";
            case "JNA", "SDK" -> side.name();
            case "SEGMENTS" -> "MemorySegment by hand";
            case "UNSAFE" -> "Unsafe";
            default -> side.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
