package io.github.wfp4j.scenarios.cli;

import io.github.wfp4j.scenarios.Plan;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The parts of a plan for which a picture has no form of their own: they are shown as texts. */
final class PlanParts {
    private static final Set<String> DRAWN =
            Set.of("providerContexts", "filters", "precedences", "warnings");

    private PlanParts() {}

    /** What a plan holds besides filters and contexts, in the order of its components. */
    static List<PlanPicture.Part> besidesFiltersAndContexts(Plan plan) {
        return lists(plan, DRAWN);
    }

    /**
     * {@return the lists of a record that are not empty}
     *
     * @param value the record
     * @param without the names of components to leave out
     */
    static List<PlanPicture.Part> lists(Record value, Set<String> without) {
        return Stream.of(value.getClass().getRecordComponents())
                .filter(component -> !without.contains(component.getName()))
                .flatMap(component -> part(component, value))
                .toList();
    }

    private static Stream<PlanPicture.Part> part(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value) instanceof List<?> list && !list.isEmpty()
                    ? Stream.of(
                            new PlanPicture.Part(
                                    component.getName(),
                                    words(component.getName()),
                                    list.stream().map(RecordText::of).toList()))
                    : Stream.empty();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a public record's accessor can be called: " + component, e);
        }
    }

    /** Makes {@code saCalls} into {@code Sa calls}. */
    private static String words(String name) {
        String words = name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
