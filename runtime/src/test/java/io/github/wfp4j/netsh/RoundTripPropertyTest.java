package io.github.wfp4j.netsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwpm.FwpmCallout0;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmLayer0;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmProvider0;
import io.github.wfp4j.fwpm.FwpmProviderContext3;
import io.github.wfp4j.fwpm.FwpmSession0;
import io.github.wfp4j.fwpm.FwpmSublayer0;
import io.github.wfp4j.samples.FwpmCallout0Samples;
import io.github.wfp4j.samples.FwpmFilter0Samples;
import io.github.wfp4j.samples.FwpmLayer0Samples;
import io.github.wfp4j.samples.FwpmNetEvent5Samples;
import io.github.wfp4j.samples.FwpmProvider0Samples;
import io.github.wfp4j.samples.FwpmProviderContext3Samples;
import io.github.wfp4j.samples.FwpmSession0Samples;
import io.github.wfp4j.samples.FwpmSublayer0Samples;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** What is written is read again as it was, for records of any content. */
final class RoundTripPropertyTest {
    private static final String SEED = "20261121";
    private static final int TRIES = 200;

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void filters(@ForAll("anyFilters") List<FwpmFilter0> filters) throws IOException {
        NetshDump dump = Dumps.EMPTY.withFilters(filters).dump(NetshForm.FILTERS);
        assertThat(again(dump)).isEqualTo(dump);
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void providerContexts(@ForAll("anyContexts") List<FwpmProviderContext3> contexts)
            throws IOException {
        NetshDump dump = Dumps.EMPTY.withProviderContexts(contexts).dump(NetshForm.STATE);
        assertThat(again(dump)).isEqualTo(dump);
    }

    @Property(tries = TRIES, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void netEvents(@ForAll("anyEvents") List<FwpmNetEvent5> events) throws IOException {
        NetshDump dump = Dumps.EMPTY.withNetEvents(events).dump(NetshForm.NET_EVENTS);
        assertThat(again(dump)).isEqualTo(dump);
    }

    @Property(tries = TRIES / 2, seed = SEED, edgeCases = EdgeCasesMode.NONE)
    void states(
            @ForAll("anySessions") List<FwpmSession0> sessions,
            @ForAll("anyLayers") List<FwpmLayer0> layers,
            @ForAll("anyCallouts") List<FwpmCallout0> callouts,
            @ForAll("anyFilters") List<FwpmFilter0> filters,
            @ForAll("anyProviders") List<FwpmProvider0> providers,
            @ForAll("anySublayers") List<FwpmSublayer0> subLayers)
            throws IOException {
        NetshDump dump =
                new NetshDump(
                        NetshForm.STATE,
                        null,
                        sessions,
                        layers,
                        callouts,
                        filters,
                        providers,
                        List.of(),
                        subLayers,
                        List.of(),
                        List.of());
        NetshDump read = again(dump);
        // Callouts and filters stand at their layers, so that the order of layers is theirs.
        assertThat(read.filters()).containsExactlyInAnyOrderElementsOf(dump.filters());
        assertThat(read.callouts()).containsExactlyInAnyOrderElementsOf(dump.callouts());
        assertThat(again(read)).isEqualTo(read);
        assertThat(Dumps.of(read).withFilters(sorted(read)).dump(NetshForm.STATE))
                .usingRecursiveComparison()
                .ignoringFields("filters", "callouts", "unknown")
                .isEqualTo(dump);
    }

    private static List<FwpmFilter0> sorted(NetshDump dump) {
        return dump.filters().stream()
                .sorted(Comparator.comparing(filter -> filter.filterKey().guid()))
                .toList();
    }

    private static NetshDump again(NetshDump dump) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NetshWriter.write(dump, dump.form(), out);
        return NetshReader.read(new ByteArrayInputStream(out.toByteArray()));
    }

    @Provide
    Arbitrary<List<FwpmFilter0>> anyFilters() {
        return FwpmFilter0Samples.any().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<FwpmProviderContext3>> anyContexts() {
        return FwpmProviderContext3Samples.any().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<FwpmNetEvent5>> anyEvents() {
        return FwpmNetEvent5Samples.any().list().ofMaxSize(3);
    }

    @Provide
    Arbitrary<List<FwpmSession0>> anySessions() {
        return FwpmSession0Samples.any().list().ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<FwpmLayer0>> anyLayers() {
        return FwpmLayer0Samples.any().list().ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<FwpmCallout0>> anyCallouts() {
        return FwpmCallout0Samples.any().list().ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<FwpmProvider0>> anyProviders() {
        return FwpmProvider0Samples.any().list().ofMaxSize(2);
    }

    @Provide
    Arbitrary<List<FwpmSublayer0>> anySublayers() {
        return FwpmSublayer0Samples.any().list().ofMaxSize(2);
    }
}
