package io.github.wfp4j.scenarios.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmDisplayData0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.scenarios.Plan;
import io.github.wfp4j.scenarios.Precedence;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.ProviderContextKey;
import io.github.wfp4j.types.SublayerKey;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A plan, arranged so that it can be drawn: layer by layer, the filters in the order in which they
 * are asked. The texts are harmless to look at ({@link Printable}), but not escaped.
 *
 * @param title the name of the scenario's page
 * @param heading the scenario's id, and the name of the instance if it has another
 * @param provider whose the objects are
 * @param layers the layers with filters
 * @param contexts the provider contexts
 * @param others what else the plan holds
 * @param warnings what the caller should know about the parameters
 */
record PlanPicture(
        String title,
        String heading,
        String provider,
        List<Layer> layers,
        List<Context> contexts,
        List<Part> others,
        List<String> warnings) {
    /** How filters of a layer come to a decision. */
    static final String FIRST_DECIDES = "The first filter that matches decides.";

    /** How keying modules find their policy. */
    static final String FIRST_OF_MODULE =
            "Each keying module takes the first filter that matches and has a context of its kind.";

    private static final String LAYER = "FWPM_LAYER_";

    /** Arranges a plan. */
    static PlanPicture of(Plan plan) {
        return new Arrangement(plan).picture();
    }

    /** {@return how many filters there are} */
    int filters() {
        return layers.stream().mapToInt(layer -> layer.filters().size()).sum();
    }

    /** {@return what there is, in a sentence without its end} */
    String summary() {
        return "%s: %s, %s, provider %s"
                .formatted(
                        heading,
                        count(filters(), "filter"),
                        count(contexts.size(), "provider context"),
                        provider);
    }

    private static String count(int number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }

    /**
     * A layer, or a sublayer of it if the filters name one.
     *
     * @param id names the layer within the picture
     * @param name its C name without what all names begin with, and the sublayer's
     * @param decision how its filters come to a decision
     * @param filters its filters, the one that is asked first at the top
     */
    record Layer(String id, String name, String decision, List<Filter> filters) {}

    /**
     * A filter.
     *
     * @param id names the filter within the picture
     * @param name its name, without that of the instance
     * @param purpose what it is for, or empty
     * @param key its key
     * @param weight its weight, or how that comes about
     * @param conditions what it matches, all of it; empty for all traffic
     * @param action what it does
     * @param kind the kind of action: {@code permit}, {@code block} or {@code callout}
     * @param context the provider context that it refers to, or null for none
     * @param outweighs the filters that must come after it
     */
    record Filter(
            String id,
            String name,
            String purpose,
            String key,
            String weight,
            List<String> conditions,
            String action,
            String kind,
            @Nullable Reference context,
            List<Reference> outweighs) {}

    /**
     * A provider context.
     *
     * @param id names the context within the picture
     * @param name its name, without that of the instance
     * @param purpose what it is for, or empty
     * @param key its key
     * @param type what kind of policy it carries
     * @param policy the policy, a line for each part
     */
    record Context(
            String id, String name, String purpose, String key, String type, String policy) {}

    /**
     * Something to which something else refers.
     *
     * @param id names it within the picture; null if it is not in the plan
     * @param name its name
     */
    record Reference(@Nullable String id, String name) {}

    /**
     * Something else that a plan holds.
     *
     * @param id names it within the picture
     * @param name what kind of thing
     * @param texts each of them, a line for each part
     */
    record Part(String id, String name, List<String> texts) {}

    /** Where filters are asked one after the other. */
    private record Place(LayerKey layer, SublayerKey sublayer) {
        static Place of(FwpmFilter0 filter) {
            return new Place(filter.layerKey(), filter.subLayerKey());
        }

        /** The layer, and the sublayer if it is not the default one. */
        @Override
        public String toString() {
            String name = ConditionText.withoutPrefix(layer.toString(), LAYER);
            return sublayer.equals(SublayerKey.ZERO) ? name : "%s in %s".formatted(name, sublayer);
        }
    }

    /** Arranges one plan. */
    private static final class Arrangement {
        private final Plan plan;
        private final String prefix;
        private final Map<FilterKey, Reference> filters = new LinkedHashMap<>();
        private final Map<ProviderContextKey, Reference> contexts = new LinkedHashMap<>();

        Arrangement(Plan plan) {
            this.plan = plan;
            this.prefix = plan.instance().name() + ": ";
            plan.filters()
                    .forEach(filter ->
                            filters.put(
                                    filter.filterKey(),
                                    new Reference(
                                            "f" + (filters.size() + 1),
                                            name(filter.displayData()))));
            plan.providerContexts()
                    .forEach(context ->
                            contexts.put(
                                    context.providerContextKey(),
                                    new Reference(
                                            "c" + (contexts.size() + 1),
                                            name(context.displayData()))));
        }

        PlanPicture picture() {
            String scenario = plan.instance().scenario();
            String name = plan.instance().name();
            return new PlanPicture(
                    Printable.of(plan.title()),
                    Printable.of(
                            scenario.equals(name)
                                    ? scenario
                                    : "%s \"%s\"".formatted(scenario, name)),
                    provider(plan.provider()),
                    layers(),
                    plan.providerContexts().stream().map(this::context).toList(),
                    PlanParts.besidesFiltersAndContexts(plan),
                    plan.warnings().stream().map(Printable::of).toList());
        }

        private static String provider(@Nullable FwpmProvider0 provider) {
            return provider == null
                    ? "one that must be there"
                    : Printable.of(String.valueOf(provider.displayData().name()));
        }

        private List<Layer> layers() {
            Map<Place, List<FwpmFilter0>> byPlace =
                    plan.filters().stream()
                            .collect(groupingBy(Place::of, LinkedHashMap::new, toList()));
            List<Layer> layers = new ArrayList<>();
            byPlace.forEach((place, list) -> {
                String name = place.toString();
                layers.add(
                        new Layer(
                                "l" + (layers.size() + 1),
                                name,
                                name.startsWith("IKEEXT_") || name.startsWith("IPSEC_")
                                        ? FIRST_OF_MODULE
                                        : FIRST_DECIDES,
                                FilterOrder.of(list, plan.precedences()).stream()
                                        .map(this::filter)
                                        .toList()));
            });
            return layers;
        }

        private Filter filter(FwpmFilter0 filter) {
            Reference self = reference(filters, filter.filterKey(), FilterKey::toString);
            return new Filter(
                    String.valueOf(self.id()),
                    self.name(),
                    purpose(filter.displayData()),
                    filter.filterKey().toString(),
                    FilterTable.plannedWeight(filter.weight()),
                    filter.filterCondition().stream()
                            .map(condition -> Printable.of(ConditionText.of(condition)))
                            .toList(),
                    FilterTable.action(filter),
                    kind(filter.action()),
                    filter.context() instanceof FwpmFilter0.Context.ProviderContext(var key)
                            ? reference(contexts, key, ProviderContextKey::toString)
                            : null,
                    plan.precedences().stream()
                            .filter(it -> it.higher().equals(filter.filterKey()))
                            .map(Precedence::lower)
                            .map(lower -> reference(filters, lower, FilterKey::toString))
                            .toList());
        }

        private Context context(FwpmProviderContext3 context) {
            Reference self =
                    reference(contexts, context.providerContextKey(), ProviderContextKey::toString);
            return new Context(
                    String.valueOf(self.id()),
                    self.name(),
                    purpose(context.displayData()),
                    context.providerContextKey().toString(),
                    context.type().cName(),
                    RecordText.of(context.policy()));
        }

        private static String kind(FwpmAction0 action) {
            return switch (action.type()) {
                case PERMIT -> "permit";
                case BLOCK -> "block";
                default -> "callout";
            };
        }

        private String name(FwpmDisplayData0 displayData) {
            return Printable.of(
                    ConditionText.withoutPrefix(String.valueOf(displayData.name()), prefix));
        }

        private String purpose(FwpmDisplayData0 displayData) {
            String description = displayData.description();
            return description == null
                    ? ""
                    : Printable.of(ConditionText.withoutPrefix(description, plan.title() + ": "));
        }

        private static <K> Reference reference(
                Map<K, Reference> known, K key, Function<K, String> name) {
            return known.getOrDefault(key, new Reference(null, name.apply(key)));
        }
    }
}
