package io.github.wfp4j.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.scenarios.Instance.Place;
import io.github.wfp4j.types.FilterKey;
import io.github.wfp4j.types.ProviderContextKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.Stream;

final class InstanceTest {
    private static final Instance INSTANCE = new Instance("scenario", "name");

    @ParameterizedTest
    @ValueSource(strings = {"a", "guaranteed-encryption", "Web server 2", "Größe_1.x"})
    void takesNames(String name) {
        assertThatCode(() -> new Instance("scenario", name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "-a", "a/b", "a\nb", "a\0b", "a\"b"})
    void refusesOtherTexts(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Instance("scenario", name))
                .withMessageStartingWith("name must be 1 to 64 letters")
                .withMessageNotContaining("\n");
    }

    @Test
    void refusesLongNames() {
        assertThatCode(() -> new Instance("scenario", "a".repeat(64))).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Instance("scenario", "a".repeat(65)));
    }

    @Test
    void everyPartOfAPlaceMakesAnotherKey() {
        List<Place> places =
                List.of(
                        Place.of(IpVersion.V4),
                        Place.of(IpVersion.V6),
                        Place.of(KeyingModule.IKE),
                        Place.of(KeyingModule.AUTHIP),
                        Place.of(IpVersion.V4, KeyingModule.IKE),
                        new Place(IpVersion.V4, KeyingModule.IKE, 1),
                        new Place(null, null, 0));

        assertThat(
                        places.stream()
                                .flatMap(place ->
                                        Stream.of(
                                                INSTANCE.filterKey("role", place).guid(),
                                                INSTANCE.filterKey("other", place).guid(),
                                                INSTANCE.providerContextKey("role", place).guid())))
                .doesNotHaveDuplicates();
    }

    @Test
    void scenariosOfOneNameShareNoKey() {
        assertThat(
                        Examples.all("one name").stream()
                                .map(Scenario::footprint)
                                .flatMap(footprint ->
                                        Stream.concat(
                                                footprint.filters().stream().map(FilterKey::guid),
                                                footprint.providerContexts().stream()
                                                        .map(ProviderContextKey::guid))))
                .doesNotHaveDuplicates();
    }

    @Test
    void theFootprintHoldsTheKeysOfEveryPlan() {
        Examples.stream()
                .flatMap(scenario -> Stream.of(scenario, Examples.changed(scenario)))
                .forEach(scenario -> {
                    assertThat(scenario.footprint().filters())
                            .containsAll(
                                    scenario.plan().filters().stream()
                                            .map(FwpmFilter0::filterKey)
                                            .toList());
                    assertThat(scenario.footprint().providerContexts())
                            .containsAll(
                                    scenario.plan().allProviderContexts().stream()
                                            .map(FwpmProviderContext3::providerContextKey)
                                            .toList());
                });
    }

    @Test
    void keysAreNameBased() {
        assertThat(INSTANCE.filterKey("role", Place.of(IpVersion.V4)).guid().toUuid().version())
                .isEqualTo(3);
    }
}
