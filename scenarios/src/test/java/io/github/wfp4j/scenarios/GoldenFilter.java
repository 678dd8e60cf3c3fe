package io.github.wfp4j.scenarios;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.types.ProviderContextKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code filters.csv} says of a filter, and what a filter says in the same words. */
public record GoldenFilter(
        String layer,
        String conditions,
        String action,
        String callout,
        String flags,
        String rawContext,
        String weight,
        String providerContextType) {
    private static final Path FOLDER = Path.of("src/test/resources/scenarios");
    private static final Pattern NAMED_NUMBER = Pattern.compile("\\w+\\((\\d+)\\)");

    /** The rows of a scenario, in their order. */
    public static List<GoldenFilter> rows(String scenario, Scope scope, int localPort) {
        return rows(scenario, scope, Map.of("${localPort}", Integer.toString(localPort)));
    }

    /** The rows of a scenario, in their order, with values for what is written there. */
    public static List<GoldenFilter> rows(
            String scenario, Scope scope, Map<String, String> values) {
        Map<String, String> contextTypes =
                read("provider_contexts.csv")
                        .filter(row -> row.getField("scenario").equals(scenario))
                        .collect(
                                Collectors.toMap(
                                        row -> row.getField("ref"), row -> row.getField("type")));
        return read("filters.csv")
                .filter(row -> row.getField("scenario").equals(scenario) && isIn(scope, row))
                .map(row ->
                        new GoldenFilter(
                                row.getField("layer"),
                                filled(
                                        NAMED_NUMBER
                                                .matcher(row.getField("conditions"))
                                                .replaceAll("$1"),
                                        values),
                                row.getField("effective_action_type"),
                                row.getField("doc_callout_key"),
                                row.getField("effective_flags"),
                                row.getField("effective_raw_context"),
                                row.getField("effective_weight"),
                                contextTypes.getOrDefault(
                                        row.getField("provider_context_ref"), "")))
                .toList();
    }

    private static String filled(String conditions, Map<String, String> values) {
        String filled = conditions;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    /** The types of the provider contexts of a scenario, in the order of the table. */
    public static List<Map<String, String>> contexts(String scenario) {
        return read("provider_contexts.csv")
                .filter(row -> row.getField("scenario").equals(scenario))
                .map(NamedCsvRecord::getFieldsAsMap)
                .toList();
    }

    private static boolean isIn(Scope scope, NamedCsvRecord row) {
        String context = row.getField("provider_context_ref");
        return scope.ipVersions()
                        .contains(
                                IpVersion.valueOf(
                                        row.getField("ip_version").toUpperCase(Locale.ROOT)))
                && (context.isEmpty()
                        || scope.keyingModules()
                                .contains(
                                        KeyingModule.valueOf(
                                                context.substring(3).toUpperCase(Locale.ROOT))));
    }

    private static Stream<NamedCsvRecord> read(String file) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file))) {
            return csv.stream().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a filter says, given the contexts that it may refer to. */
    public static GoldenFilter of(FwpmFilter0 filter, List<FwpmProviderContext3> contexts) {
        return new GoldenFilter(
                filter.layerKey().toString(),
                filter.filterCondition().stream()
                        .map(GoldenFilter::condition)
                        .collect(joining("; ")),
                filter.action().type().cName(),
                filter.action().target() instanceof FwpmAction0.Target.Callout callout
                        ? callout.calloutKey().toString()
                        : "",
                filter.flags().bits() == 0
                        ? "FWPM_FILTER_FLAG_NONE"
                        : String.join("|", filter.flags().cNames()),
                switch (filter.context()) {
                    case FwpmFilter0.Context.RawContext raw ->
                            "0x" + Long.toHexString(raw.rawContext());
                    case FwpmFilter0.Context.ProviderContext _ -> "";
                },
                weight(filter.weight()),
                switch (filter.context()) {
                    case FwpmFilter0.Context.RawContext _ -> "";
                    case FwpmFilter0.Context.ProviderContext context ->
                            type(contexts, context.providerContextKey());
                });
    }

    private static String condition(FwpmFilterCondition0 condition) {
        FwpConditionValue0 value = condition.conditionValue();
        return "%s %s %s %s"
                .formatted(
                        condition.fieldKey(),
                        condition.matchType().cName(),
                        value.type().cName(),
                        value(value));
    }

    /** A value as the tables have it once their names are filled in. */
    public static String value(FwpConditionValue0 value) {
        return switch (value) {
            case FwpConditionValue0.Uint8(int number) -> Integer.toString(number);
            case FwpConditionValue0.Uint16(int number) -> Integer.toString(number);
            case FwpConditionValue0.Uint32(long number) -> Long.toString(number);
            case FwpConditionValue0.ByteArray16(var bytes) -> bytes.byteArray16().toHex();
            case FwpConditionValue0.SecurityDescriptor(var blob) -> blob.data().toHex();
            default -> value.toString();
        };
    }

    private static String weight(FwpValue0 weight) {
        return switch (weight) {
            case FwpValue0.Empty _ -> "FWP_EMPTY";
            case FwpValue0.Uint8(int range) -> "FWP_UINT8:" + range;
            default -> weight.toString();
        };
    }

    private static String type(List<FwpmProviderContext3> contexts, ProviderContextKey key) {
        return contexts.stream()
                .filter(context -> context.providerContextKey().equals(key))
                .map(context -> context.type().cName())
                .collect(joining(" and "));
    }
}
