package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.types.LayerKey;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Filters as a table, layer by layer: the id and the effective weight, the name and below it the
 * action, the conditions one below the other.
 */
final class FilterTable {
    private static final int[] WIDTHS = {2, 8, 20, 38, 32};

    private FilterTable() {}

    /**
     * Prints filters.
     *
     * @param filters the filters, those of one layer in the order in which they are printed
     * @param prefix what is left out where names begin with it
     */
    static void print(List<FwpmFilter0> filters, String prefix, PrintWriter out) {
        Map<LayerKey, List<FwpmFilter0>> layers =
                filters.stream()
                        .collect(
                                Collectors.groupingBy(
                                        FwpmFilter0::layerKey,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        Table table = new Table(out, WIDTHS);
        table.row("", "ID", "EFFECTIVE WEIGHT", "FILTER, ACTION", "CONDITIONS");
        table.print();
        layers.forEach((layer, list) -> {
            out.println(layer);
            Table rows = new Table(out, WIDTHS);
            list.forEach(filter -> add(filter, prefix, rows));
            rows.print();
        });
    }

    private static void add(FwpmFilter0 filter, String prefix, Table table) {
        boolean planned = filter.effectiveWeight() instanceof FwpValue0.Empty;
        List<String> conditions =
                filter.filterCondition().isEmpty()
                        ? List.of("(all traffic)")
                        : filter.filterCondition().stream().map(ConditionText::of).toList();
        String name =
                ConditionText.withoutPrefix(String.valueOf(filter.displayData().name()), prefix);
        table.row(
                "",
                planned ? "-" : Long.toUnsignedString(filter.filterId()),
                planned
                        ? plannedWeight(filter.weight())
                        : "0x%016x".formatted(EngineFilters.effectiveWeight(filter)),
                name,
                conditions.getFirst());
        table.row("", "", "", action(filter), conditions.size() > 1 ? conditions.get(1) : "");
        conditions.stream().skip(2).forEach(it -> table.row("", "", "", "", it));
    }

    /** A weight as a plan has it. */
    static String plannedWeight(FwpValue0 weight) {
        return switch (weight) {
            case FwpValue0.Empty _ -> "automatic";
            case FwpValue0.Uint8(int range) -> "range " + range;
            case FwpValue0.Uint64(long number) -> "0x%016x".formatted(number);
            default -> weight.toString();
        };
    }

    /** What a filter does. */
    static String action(FwpmFilter0 filter) {
        String action =
                filter.action().target() instanceof FwpmAction0.Target.Callout callout
                        ? ConditionText.withoutPrefix(
                                callout.calloutKey().toString(), "FWPM_CALLOUT_")
                        : ConditionText.withoutPrefix(
                                filter.action().type().cName(), "FWP_ACTION_");
        return switch (filter.context()) {
            case FwpmFilter0.Context.RawContext(long raw) ->
                    raw == 0 ? action : "%s 0x%x".formatted(action, raw);
            case FwpmFilter0.Context.ProviderContext _ -> action + " with provider context";
        };
    }
}
