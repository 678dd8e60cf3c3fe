package io.github.wfp4j.netsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What is broken, or made to do harm, is refused with the place. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
final class HostileDumpTest {
    private static final String EXAMPLE = Dumps.example();

    private static void refused(String text, int line, String reason) {
        refused(() -> Dumps.text(text), line, reason);
    }

    private static void refused(ThrowingCallable reading, int line, String reason) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        NetshFormatException.class,
                        it -> {
                            assertThat(it.reason()).contains(reason);
                            assertThat(it.line()).as(it.getMessage()).isEqualTo(line);
                            assertThat(it.column()).isPositive();
                            assertThat(it).hasMessageStartingWith("line " + line + ", column ");
                        });
    }

    @Test
    void billionsOfLaughsAreRefusedUnread() {
        StringBuilder text =
                new StringBuilder(
                        "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [\n<!ENTITY lol \"lol\">\n");
        for (int i = 1; i < 10; i++) {
            text.append(
                    "<!ENTITY lol%d \"%s\">\n".formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
        }
        text.append("]>\n<wfpstate><timeStamp>&lol9;</timeStamp></wfpstate>");

        refused(text.toString(), 2, "no document type");
    }

    @Test
    void nothingOutsideTheFileIsRead(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "secret");
        String text =
                "<!DOCTYPE x [<!ENTITY file SYSTEM \"%s\">]>\n<wfpdiag>&file;</wfpdiag>"
                        .formatted(secret.toUri());

        refused(text, 1, "no document type");
    }

    @Test
    void aDocumentTypeWithinIsRefusedToo() {
        refused(
                "<wfpdiag>\n<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\">\n</wfpdiag>",
                2,
                "no document type");
    }

    @Test
    void entitiesThatNobodyDeclaredAreRefused() {
        refused("<wfpdiag>\n<filters>&lol;</filters></wfpdiag>", 2, "");
    }

    @Test
    void deepNestingIsRefused() {
        String text = "<wfpdiag>\n" + "<a>".repeat(100_000);

        refused(text, 2, "more than 60 deep");
        refused(EXAMPLE.replace("<reserved/>", "<a>".repeat(1_000)), 28, "more than 60 deep");
    }

    @Test
    void anEndlessTagIsRefused() {
        refused(
                "<wfpdiag>\n<a b=\"" + "x".repeat(1 << 20) + "\"/></wfpdiag>",
                2,
                "a tag has more than");
        refused(
                "<wfpdiag>\n<!-- " + "x".repeat(1 << 20) + "--></wfpdiag>",
                2,
                "a tag has more than");
        refused("<wfpdiag>\n<" + "x".repeat(1 << 20), 2, "");
    }

    @Test
    void anEndlessTextIsRefused() {
        refused(
                () -> NetshReader.read(new Endless(EXAMPLE, "demo block")),
                7,
                "characters of text");
    }

    @Test
    void anObjectWithEndlessElementsIsRefused() {
        refused(
                () -> NetshReader.read(new Endless(EXAMPLE, "<filterCondition/>")),
                22,
                "an object has more than");
    }

    /** A text in which a part is repeated for ever. */
    private static final class Endless extends InputStream {
        private final byte[] part;
        private final InputStream start;
        private InputStream now;

        Endless(String text, String part) {
            int end = text.indexOf(part) + part.length();
            this.start =
                    new ByteArrayInputStream(
                            text.substring(0, end).getBytes(StandardCharsets.UTF_8));
            this.part = part.getBytes(StandardCharsets.UTF_8);
            this.now = start;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = now.read(target, offset, length);
            if (count < 0) {
                now = new ByteArrayInputStream(part);
                count = now.read(target, offset, length);
            }
            return count;
        }
    }

    @Test
    void aTruncatedDumpIsRefusedWhereverItEnds() {
        int length = EXAMPLE.stripTrailing().length();
        for (int end = 1; end < length; end += 7) {
            String text = EXAMPLE.substring(0, end);
            assertThatThrownBy(() -> Dumps.text(text))
                    .as("%d characters", end)
                    .isInstanceOf(NetshFormatException.class);
        }
        refused(EXAMPLE.substring(0, EXAMPLE.indexOf("<rawContext>")), 27, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\uFEFF", "<html/>", "{}", "WFP4J", "<?xml", "<wfpdiag"})
    void whatIsNoDumpIsRefused(String text) {
        refused(text, 1, "");
    }

    @Test
    void bytesThatAreNoTextAreRefusedAtTheirPlace() {
        byte[] bytes = EXAMPLE.replace("demo", "d?mo").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?', 60)] = (byte) 0xFF;

        refused(() -> Dumps.bytes(bytes), 7, "no UTF-8 text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<uint8>9</uint8>|<uint8>256</uint8>|18|must be in 0..255: 256",
                "<uint8>9</uint8>|<uint8>-1</uint8>|18|must be in 0..255: -1",
                "<uint8>9</uint8>|<uint8>nine</uint8>|20|holds no number: 'nine'",
                "<uint8>9</uint8>|<uint8>0x9</uint8>|20|holds no number",
                "<uint8>9</uint8>|<uint8/>|20|holds no number",
                "<uint8>9</uint8>|<uint8><a/></uint8>|20|instead of text",
                "<uint8>9</uint8>|<uint16>9</uint16>|19|'FWP_UINT8' does not go with",
                "<uint8>9</uint8>|<uint8>9</uint8><uint16>9</uint16>|18|two cases of a union",
                "<uint8>9</uint8>|<uint8>9</uint8><uint8>9</uint8>|20|stands in <weight> twice",
                "<uint8>9</uint8>||19|'FWP_UINT8' does not go with",
                "<type>FWP_UINT8</type>|<type>UINT8</type>|19|no known FwpDataType",
                "<type>FWP_UINT8</type>|<type/>|18|type is missing or empty",
                "<type>FWP_UINT8</type>||18|type is missing or empty",
                "10376293541461622784|18446744073709551616|32|no number of 64 bits",
                "<filterId>70001</filterId>|<filterId>70001.5</filterId>|29|holds no number",
                "<filterId>70001</filterId>|<filterId>1</filterId><filterId>2</filterId>|29|twice",
                "{11111111-2222-3333-4444-555555555555}|{11111111-2222}|5|neither a name nor a"
                        + " GUID",
                "<filterKey>{11111111-2222-3333-4444-555555555555}</filterKey>||4|filterKey is"
                        + " missing",
                "<layerKey>FWPM_LAYER_ALE_AUTH_CONNECT_V4</layerKey>|<layerKey/>|4|layerKey is"
                        + " missing or empty",
                "FWP_ACTION_BLOCK|BLOCK|24|no known FwpActionType",
                "FWP_ACTION_BLOCK|FWP_ACTION_CALLOUT_TERMINATING|23|needs a callout",
                "FWPM_FILTER_FLAG_INDEXED|indexed|12|no eight digits",
                "FWPM_FILTER_FLAG_INDEXED|FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT|4|context does not"
                        + " fit",
                "<rawContext>0</rawContext>||4|none of the cases",
                "<rawContext>0</rawContext>|<rawContext>0</rawContext><providerContextKey/>|4|two"
                        + " cases",
                "<filterCondition/>|<filterCondition>all</filterCondition>|22|holds no list",
                "<providerData/>|<providerData><data>4</data></providerData>|15|no bytes",
                "<providerData/>|<providerData>41</providerData>|15|holds no <data>",
                "<providerData/>|text<providerData/>|4|text beside the elements",
                "</filters>|</filter>|35|this is no XML",
                "<description/>|<description><b/></description>|8|instead of text"
            })
    void whatIsBrokenIsRefusedWithItsPlace(String sound, String broken, int line, String reason) {
        assertThat(EXAMPLE).contains(sound);

        refused(
                EXAMPLE.replace(sound, broken == null ? "" : broken),
                line,
                reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "192.0.2.7|192.0.2.256|no IPv4 address",
                "192.0.2.7|192.0.2|holds no number",
                "2001:db8::1|2001:db8::1::2|no IPv6 address",
                "2001:db8::1|2001:db8|no IPv6 address",
                "2001:db8::1|12345::|no IPv6 address",
                "S-1-15-2-1|S-2-x|no SID",
                "FWP_MATCH_NOT_EQUAL|NOT_EQUAL|no known FwpMatchType",
                "<uint16>443</uint16>|<uint16>65536</uint16>|must be in 0..65535",
                "<prefixLength>10</prefixLength>|<prefixLength>256</prefixLength>|must be in 0..255"
            })
    void valuesOfConditionsAreChecked(String sound, String broken, String reason) {
        String text = Dumps.read("conditions.xml");
        assertThat(text).contains(sound);

        assertThatThrownBy(() -> Dumps.text(text.replace(sound, broken)))
                .isInstanceOf(NetshFormatException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aTimeMustBeOne() {
        refused("<wfpstate>\n<timeStamp>yesterday</timeStamp></wfpstate>", 2, "no time");
    }
}
