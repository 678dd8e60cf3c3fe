package io.github.wfp4j.generator.plan;

import static java.util.stream.Collectors.toMap;

import io.github.wfp4j.generator.diagnostics.Problems;
import io.github.wfp4j.generator.ir.Bindings;
import io.github.wfp4j.generator.ir.CConstant;
import io.github.wfp4j.generator.plan.KeyHolderPlan.KeyPlan;
import io.github.wfp4j.generator.plan.SchemaPlan.KeyRef;
import io.github.wfp4j.generator.rules.Row;
import io.github.wfp4j.generator.rules.Rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Sorts the GUIDs of the headers into holders. */
final class KeyPlanner {
    private enum Kind {
        CALLOUT("FwpmCallouts", "CalloutKey", "FWPM_CALLOUT_"),
        CONDITION("FwpmConditions", "ConditionKey", "FWPM_CONDITION_"),
        KEYING_MODULE("FwpmKeyingModules", "KeyingModuleKey", "FWPM_KEYING_MODULE_"),
        LAYER("FwpmLayers", "LayerKey", "FWPM_LAYER_"),
        PROVIDER("FwpmProviders", "ProviderKey", "FWPM_PROVIDER_"),
        PROVIDER_CONTEXT("FwpmProviderContexts", "ProviderContextKey", "FWPM_PROVIDER_CONTEXT_"),
        SUBLAYER("FwpmSublayers", "SublayerKey", "FWPM_SUBLAYER_");

        private final String holderName;
        private final String keyName;
        private final String prefix;

        Kind(String holder, String key, String prefix) {
            this.holderName = holder;
            this.keyName = key;
            this.prefix = prefix;
        }

        JavaType holder() {
            return JavaType.of("fwpm", holderName);
        }

        JavaType key() {
            return JavaType.of("types", keyName);
        }
    }

    private final Rules rules;
    private final Problems problems;
    private final Map<String, CConstant> halves;

    KeyPlanner(Bindings bindings, Rules rules, Problems problems) {
        this.rules = rules;
        this.problems = problems;
        this.halves =
                bindings.constants().stream()
                        .filter(it -> it.name().contains("$"))
                        .collect(toMap(CConstant::name, it -> it, (first, second) -> first));
    }

    List<KeyHolderPlan> plan() {
        Map<Kind, List<KeyPlan>> keys = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            keys.put(kind, new ArrayList<>());
        }
        for (Row row : rules.guids.rows()) {
            rules.guids.find(row.get("name"));
            Optional<Kind> kind = kind(row);
            kind.flatMap(it -> key(row, it))
                    .ifPresent(key -> Objects.requireNonNull(keys.get(kind.get())).add(key));
        }
        for (CConstant half : halves.values()) {
            String name = half.name().substring(0, half.name().indexOf('$'));
            if (rules.guids.find(name).isEmpty()) {
                problems.add(
                        half.position(),
                        "unruled-guid",
                        "%s: has no kind; add a row to guids.csv",
                        name);
            }
        }
        List<KeyHolderPlan> holders = new ArrayList<>();
        keys.forEach((kind, list) ->
                holders.add(new KeyHolderPlan(kind.holder(), kind.key(), kind.prefix, list)));
        return holders;
    }

    private Optional<Kind> kind(Row row) {
        String wanted = row.get("kind").toUpperCase(Locale.ROOT);
        Optional<Kind> found =
                Arrays.stream(Kind.values()).filter(it -> it.name().equals(wanted)).findFirst();
        if (found.isEmpty()) {
            problems.add(
                    row.position(),
                    "unknown-kind",
                    "%s: is no kind of key: %s",
                    row.get("name"),
                    row.get("kind"));
        }
        return found;
    }

    private Optional<KeyPlan> key(Row row, Kind kind) {
        String name = row.get("name");
        CConstant low = halves.get(name + "$lo");
        CConstant high = halves.get(name + "$hi");
        if (low == null || high == null) {
            problems.add(
                    row.position(),
                    "missing-guid",
                    "%s: is not in the bindings; add it to the include list",
                    name);
            return Optional.empty();
        }
        String found = text(low.value(), high.value());
        if (!found.equals(row.get("guid").toLowerCase(Locale.ROOT))) {
            problems.add(
                    low.position(),
                    "guid-differs",
                    "%s: is %s in the bindings, but %s in %s",
                    name,
                    found,
                    row.get("guid"),
                    row.position());
        }
        return Optional.of(
                new KeyPlan(
                        name,
                        constant(name, kind),
                        low.value(),
                        high.value(),
                        row.get("alias_of"),
                        row.get("note").contains("withdrawn"),
                        row.get("since")));
    }

    private static String constant(String name, Kind kind) {
        return name.startsWith(kind.prefix) ? name.substring(kind.prefix.length()) : name;
    }

    /** {@return the text of a GUID given as two little-endian halves} */
    private static String text(long low, long high) {
        long most = (low & 0xFFFF_FFFFL) << 32 | ((low >>> 32) & 0xFFFF) << 16 | low >>> 48;
        return new UUID(most, Long.reverseBytes(high)).toString();
    }

    /** {@return where the key with a C name, or a GUID in braces, stands} */
    static KeyRef ref(String text) {
        for (Kind kind : Kind.values()) {
            if (text.startsWith(kind.prefix)
                    && (kind != Kind.PROVIDER || !text.startsWith(Kind.PROVIDER_CONTEXT.prefix))) {
                return new KeyRef(kind.key(), kind.holder(), constant(text, kind), "");
            }
        }
        return new KeyRef(Kind.LAYER.key(), Kind.LAYER.holder(), "", text);
    }
}
