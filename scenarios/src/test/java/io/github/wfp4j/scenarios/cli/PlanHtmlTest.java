package io.github.wfp4j.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;

/** A plan as a page. */
final class PlanHtmlTest {
    private static final int LARGEST = 200 * 1024;
    private static final String HTML = PlanHtml.of(Pictures.SCENARIO);
    private static final Document PAGE = parse(HTML);

    @Test
    void isSmall() {
        assertThat(HTML.getBytes(UTF_8).length).isLessThan(LARGEST / 4);
    }

    @Test
    void needsNothingElse() {
        assertThat(nodes(PAGE, "//script | //img | //iframe | //object | //embed | //@style"))
                .isEmpty();
        assertThat(texts(nodes(PAGE, "//@href | //@src")))
                .isNotEmpty()
                .allMatch(it -> it.startsWith("#") || it.equals("data:,"));
        assertThat(HTML).doesNotContain("url(", "@import", "http:", "https:");
        assertThat(texts(nodes(PAGE, "//meta[@http-equiv='Content-Security-Policy']/@content")))
                .containsExactly("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    }

    @Test
    void hasEveryFilter() {
        assertThat(texts(nodes(PAGE, "//tr[starts-with(@id, 'f')]/@id")))
                .hasSize(24)
                .doesNotHaveDuplicates();
        assertThat(texts(nodes(PAGE, "//tr[starts-with(@id, 'f')]//code")))
                .containsExactlyElementsOf(
                        Pictures.SCENARIO.layers().stream()
                                .flatMap(layer -> layer.filters().stream())
                                .map(PlanPicture.Filter::key)
                                .toList());
    }

    @Test
    void hasLandmarksAndOneHeadingOfTheFirstLevel() {
        assertThat(texts(nodes(PAGE, "/html/@lang"))).containsExactly("en");
        assertThat(nodes(PAGE, "/html/body/header")).hasSize(1);
        assertThat(nodes(PAGE, "/html/body/nav[@aria-label]")).hasSize(1);
        assertThat(nodes(PAGE, "/html/body/main")).hasSize(1);
        assertThat(nodes(PAGE, "/html/body/footer")).hasSize(1);
        assertThat(nodes(PAGE, "//h1")).hasSize(1);
        // Each section is named by its heading, without which it is no landmark.
        assertThat(nodes(PAGE, "//main/section")).hasSize(14);
        assertThat(nodes(PAGE, "//main/section[@aria-labelledby = h2/@id]")).hasSize(14);
        assertThat(nodes(PAGE, "//h3 | //h4")).isEmpty();
    }

    @Test
    void namesTablesAndTheirCells() {
        assertThat(nodes(PAGE, "//table")).hasSize(13);
        assertThat(nodes(PAGE, "//table[caption != '']")).hasSize(13);
        assertThat(nodes(PAGE, "//th[not(@scope)]")).isEmpty();
        assertThat(nodes(PAGE, "//tbody/tr[not(th[@scope = 'row'])]")).isEmpty();
        assertThat(nodes(PAGE, "//tbody/tr[count(*) != count(../../thead/tr/th)]")).isEmpty();
    }

    @Test
    void worksByKeyboard() {
        assertThat(texts(nodes(PAGE, "/html/body/a[1]/@href"))).containsExactly("#policy");
        assertThat(nodes(PAGE, "//div[@class = 'scroll'][@tabindex = '0'][@aria-label]"))
                .hasSize(13);
        assertThat(nodes(PAGE, "//details[not(summary)]")).isEmpty();
        assertThat(HTML).contains(":focus-visible", "prefers-color-scheme: dark");
    }

    @Test
    void everyLinkHasATarget() {
        Set<String> ids = Set.copyOf(texts(nodes(PAGE, "//@id")));

        assertThat(ids).hasSize(nodes(PAGE, "//@id").size());
        assertThat(texts(nodes(PAGE, "//a/@href")))
                .isNotEmpty()
                .allMatch(href -> ids.contains(href.substring(1)));
        assertThat(texts(nodes(PAGE, "//tr[@id = 'f1']//a"))).containsExactly("mm IKE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\" onmouseover=\"alert(1)",
                "' x='",
                "</style></title><b>",
                "&lt;&amp;]]>",
                "gr\u00fc\u00df \ud83d\ude00"
            })
    void takesNothingForMarkup(String text) {
        String html = PlanHtml.of(Pictures.of(text));
        Document page = parse(html);

        assertThat(html).isASCII();
        assertThat(names(page)).isEqualTo(names(parse(PlanHtml.of(Pictures.of("x")))));
        assertThat(nodes(page, "//section[not(@aria-labelledby = h2/@id)]")).isEmpty();
        assertThat(texts(nodes(page, "//h1"))).containsExactly(text);
        assertThat(texts(nodes(page, "//tr[@id = 'f1']/th/text()"))).containsExactly(text);
        assertThat(texts(nodes(page, "//pre"))).contains(text, text + "\n" + text);
    }

    @Test
    void theCommandPrintsIt() {
        Shell shell = new Shell();

        assertThat(
                        shell.line(
                                "scenario show guaranteed-encryption --port 5555 --name test"
                                        + " --format html"))
                .isZero();
        assertThat(shell.output()).isEqualTo(HTML);
        assertThat(shell.errors()).isEmpty();
        shell.line("scenario show guaranteed-encryption --port 5555 --name test --format markdown");
        assertThat(shell.output()).isEqualTo(PlanMarkdown.of(Pictures.SCENARIO));
        shell.line("scenario show guaranteed-encryption --port 5555 --name test --format mermaid");
        assertThat(shell.output()).isEqualTo(PlanMermaid.of(Pictures.SCENARIO));
        assertThat(shell.line("scenario show guaranteed-encryption --port 1 --format pdf"))
                .isEqualTo(2);
        assertThat(shell.line("scenario show guaranteed-encryption --port 1 --format html --json"))
                .isEqualTo(2);
        assertThat(shell.errors()).contains("--json and --format exclude each other");
    }

    /** The names of all elements and attributes, in order. */
    private static List<String> names(Document page) {
        return nodes(page, "//* | //@*").stream().map(Node::getNodeName).toList();
    }

    private static List<String> texts(List<Node> nodes) {
        return nodes.stream().map(Node::getTextContent).collect(Collectors.toList());
    }

    private static List<Node> nodes(Document page, String path) {
        try {
            NodeList found =
                    (NodeList)
                            XPathFactory.newInstance()
                                    .newXPath()
                                    .evaluate(path, page, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
        } catch (XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }

    private static Document parse(String html) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(html.getBytes(UTF_8)));
        } catch (Exception e) {
            throw new AssertionError("the page is well-formed", e);
        }
    }
}
