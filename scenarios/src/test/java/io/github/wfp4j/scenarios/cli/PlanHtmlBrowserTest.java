package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.scenarios.GuaranteedEncryption;
import io.github.wfp4j.scenarios.Plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page in a browser. */
final class PlanHtmlBrowserTest {
    @TempDir private Path folder;

    @Test
    void everyFilterIsInThePageAndTheConsoleIsEmpty() throws IOException, InterruptedException {
        Plan plan = GuaranteedEncryption.of("test", 5555).plan();

        Chromium.Result result = open(PlanHtml.of(PlanPicture.of(plan)));

        assertThat(result.console()).isEmpty();
        assertThat(plan.filters())
                .hasSize(24)
                .extracting(FwpmFilter0::filterKey)
                .allSatisfy(
                        key -> assertThat(result.dom()).contains("<code>%s</code>".formatted(key)));
        assertThat(result.dom()).contains("<title>Guaranteed Encryption - ").contains("</html>");
    }

    @Test
    void namesOfOthersAreNotRun() throws IOException, InterruptedException {
        String text = "<img src=x onerror=console.error(1)><script>console.error(2)</script>";

        Chromium.Result result = open(PlanHtml.of(Pictures.of(text)));

        assertThat(result.console()).isEmpty();
        assertThat(result.dom()).doesNotContain("<img", "<script");
    }

    @Test
    void theTestWouldSeeAnError() throws IOException, InterruptedException {
        String page =
                PlanHtml.of(Pictures.SCENARIO).replace("</main>", "<script>1</script></main>");

        assertThat(open(page).console()).isNotEmpty();
    }

    private Chromium.Result open(String html) throws IOException, InterruptedException {
        return Chromium.open(Files.writeString(folder.resolve("page.html"), html), folder);
    }
}
