package io.github.wfp4j.netsh;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import java.util.List;

/** Whatever stands in a file, it is a dump, or it is refused with a place. */
final class DumpFuzzTest {
    private static final List<String> FILES =
            List.of(
                    Dumps.read("state-without-ikeext.xml"),
                    Dumps.read("conditions.xml"),
                    Dumps.read("netevents.xml"));

    /**
     * A change to a file.
     *
     * @param file which one
     * @param place where in it, from 0 to 1
     * @param length how many characters are taken out
     * @param text what is put there
     */
    record Edit(int file, double place, int length, String text) {
        String apply() {
            String whole = FILES.get(file);
            int start = (int) (place * (whole.length() - 1));
            int end = Math.min(whole.length(), start + length);
            return whole.substring(0, start) + text + whole.substring(end);
        }
    }

    @Provide
    Arbitrary<Edit> edits() {
        Arbitrary<String> texts =
                Arbitraries.oneOf(
                        Arbitraries.of(
                                "",
                                "<item>",
                                "</item>",
                                "/>",
                                "<a/>",
                                "&#0;",
                                "&amp;",
                                "-1",
                                "{",
                                "}",
                                "18446744073709551616",
                                "FWP_UINT8",
                                "FWP_",
                                "FWPM_X_Y",
                                "true",
                                "<uint8/>",
                                "<data>0</data>",
                                "<![CDATA[x]]>",
                                "<?x?>",
                                "S-1-0-0"),
                        Arbitraries.strings().ofMaxLength(4));
        return Combinators.combine(
                        Arbitraries.integers().between(0, FILES.size() - 1),
                        Arbitraries.doubles().between(0, 1).ofScale(9),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.integers().between(0, 30)),
                                Tuple.of(1, Arbitraries.integers().between(30, 3_000))),
                        texts)
                .as(Edit::new);
    }

    @Property(tries = 1_000, seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void nothingElseHappens(@ForAll("edits") Edit edit) {
        NetshDump dump;
        try {
            dump = Dumps.text(edit.apply());
        } catch (NetshFormatException e) {
            assertThat(e.line()).isPositive();
            assertThat(e.column()).isPositive();
            assertThat(e.reason()).isNotBlank();
            return;
        }
        NetshDump again = Dumps.text(Dumps.write(dump, dump.form()));
        assertThat(again.filters()).containsExactlyInAnyOrderElementsOf(dump.filters());
        assertThat(again.callouts()).containsExactlyInAnyOrderElementsOf(dump.callouts());
        assertThat(again.providerContexts()).isEqualTo(dump.providerContexts());
        assertThat(again.netEvents()).isEqualTo(dump.netEvents());
    }
}
