package io.github.wfp4j.netsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wfp4j.fwp.FwpByteArray16;
import io.github.wfp4j.fwp.FwpConditionValue0;
import io.github.wfp4j.fwp.FwpDataType;
import io.github.wfp4j.fwp.FwpMatchType;
import io.github.wfp4j.fwp.FwpRange0;
import io.github.wfp4j.fwp.FwpV4AddrAndMask;
import io.github.wfp4j.fwp.FwpV6AddrAndMask;
import io.github.wfp4j.fwp.FwpValue0;
import io.github.wfp4j.fwpm.FwpmAction0;
import io.github.wfp4j.fwpm.FwpmCallouts;
import io.github.wfp4j.fwpm.FwpmFilter0;
import io.github.wfp4j.fwpm.FwpmFilterCondition0;
import io.github.wfp4j.fwpm.FwpmFilterFlags;
import io.github.wfp4j.fwpm.FwpmLayers;
import io.github.wfp4j.fwpm.FwpmNetEvent5;
import io.github.wfp4j.fwpm.FwpmNetEventHeader3;
import io.github.wfp4j.fwpm.FwpmProviderContext3.Policy;
import io.github.wfp4j.fwpm.FwpmProviderContexts;
import io.github.wfp4j.fwpm.FwpmProviders;
import io.github.wfp4j.fwpm.FwpmSublayers;
import io.github.wfp4j.ikeext.IkeextAuthenticationMethod2;
import io.github.wfp4j.ikeext.IkeextCertEkus0;
import io.github.wfp4j.ikeext.IkeextCertificateAuthentication2;
import io.github.wfp4j.ipsec.IpsecAuthConfig;
import io.github.wfp4j.ipsec.IpsecCipherConfig;
import io.github.wfp4j.ipsec.IpsecSaTransform0;
import io.github.wfp4j.types.Bytes;
import io.github.wfp4j.types.CalloutKey;
import io.github.wfp4j.types.LayerKey;
import io.github.wfp4j.types.SecurityDescriptor;
import io.github.wfp4j.types.Sid;
import io.github.wfp4j.types.SublayerKey;
import io.github.wfp4j.win32.Filetime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Everything about dumps that a reader can stumble over. */
final class NetshTrapsTest {
    private static final String DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final NetshDump STATE = Dumps.resource("state.xml");

    private static FwpmFilter0 filter(int index) {
        return STATE.filters().get(index);
    }

    // The file

    @Test
    void aSecondRootFollowsTheFirst() {
        assertThat(STATE.form()).isEqualTo(NetshForm.STATE);
        assertThat(STATE.filters()).hasSize(4);
        assertThat(STATE.unknown())
                .filteredOn(Unknown.Skipped.class::isInstance)
                .extracting(it -> ((Unknown.Skipped) it).path())
                .contains("firewallState");
    }

    @Test
    void partsOfAServiceThatDoesNotRunAreMissing() {
        NetshDump without = Dumps.resource("state-without-ikeext.xml");

        assertThat(without).usingRecursiveComparison().ignoringFields("unknown").isEqualTo(STATE);
        assertThat(without.unknown()).noneMatch(it -> it.toString().contains("ikeext"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void linesEndWithOrWithoutCarriageReturn(String end) {
        String text = Dumps.example().replace("\r\n", end);

        assertThat(Dumps.text(text).filters()).isEqualTo(Dumps.text(Dumps.example()).filters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aMarkTellsTheEncoding(String name) {
        Charset charset = Charset.forName(name);
        byte[] bytes =
                ("\uFEFF"
                                + Dumps.example()
                                        .replace("\uFEFF", "")
                                        .replace("demo", "d\u00e9mo \u4e16"))
                        .getBytes(charset);

        assertThat(Dumps.bytes(bytes).filters().getFirst().displayData().name())
                .isEqualTo("d\u00e9mo \u4e16 block");
    }

    @Test
    void markAndDeclarationMayBeMissing() {
        String text = Dumps.example().replace("\uFEFF", "").replace(DECLARATION, "");

        assertThat(Dumps.text(text).filters()).hasSize(1);
    }

    @Test
    void listsOfShowFiltersHaveNoCount() {
        NetshDump dump = Dumps.resource("example-filter.xml");

        assertThat(dump.form()).isEqualTo(NetshForm.FILTERS);
        assertThat(dump.filters()).hasSize(1);
        assertThat(dump.unknown()).isEmpty();
    }

    @Test
    void aWrongCountIsTold() {
        NetshDump dump = Dumps.text(Dumps.example().replace("numItems=\"2\"", "numItems=\"3\""));

        assertThat(dump.unknown())
                .containsExactly(new Unknown.Miscounted("wfpdiag/filters/item/flags", "3", 2, 10));
    }

    @Test
    void theExampleIsWrittenAsItStands() {
        assertThat(Dumps.write(Dumps.resource("example-filter.xml"), NetshForm.FILTERS))
                .isEqualTo(Dumps.example());
    }

    @Test
    void whatIsAbsentIsAnEmptyElement() {
        FwpmFilter0 filter = Dumps.resource("example-filter.xml").filters().getFirst();

        assertThat(filter.displayData().description()).isNull();
        assertThat(filter.providerKey()).isNull();
        assertThat(filter.providerData().data()).isEqualTo(Bytes.empty());
        assertThat(filter.filterCondition()).isEmpty();
    }

    // Names and numbers

    @Test
    void namesOfSystemObjectsAreOfAnyLanguage() {
        assertThat(filter(0).displayData().name()).isEqualTo("\u963b\u6b62\u5165\u7ad9");
        assertThat(filter(0).displayData().description())
                .isEqualTo(
                        "\u201c\u516c\u7528\u201d\u914d\u7f6e\u6587\u4ef6 \u2014 \u00e9 & <tag>");
    }

    @Test
    void bitsWithoutANameAreEightDigits() {
        assertThat(filter(3).flags())
                .isEqualTo(FwpmFilterFlags.CLEAR_ACTION_RIGHT.or(new FwpmFilterFlags(0xFFFF8000)));
        assertThat(STATE.layers().getFirst().flags().bits() & ~0xFF).isEqualTo(0x200);
        assertThat(Dumps.write(STATE, NetshForm.STATE)).contains("<item>FFFF8000</item>");
    }

    @Test
    void unknownNamesOfFlagsSurvive() {
        assertThat(filter(0).flags())
                .isEqualTo(FwpmFilterFlags.PERSISTENT.or(FwpmFilterFlags.INDEXED));
        assertThat(STATE.unknown())
                .contains(
                        new Unknown.FlagName(
                                NetshSection.FILTERS,
                                "{00000001-0000-4000-8000-000000000001}",
                                "flags",
                                "FWPM_FILTER_FLAG_HAS_FILTER_ORIGIN"));
        NetshDump again = Dumps.text(Dumps.write(STATE, NetshForm.STATE));
        assertThat(again.unknown())
                .containsAll(
                        STATE.unknown().stream()
                                .filter(Unknown.FlagName.class::isInstance)
                                .toList())
                .filteredOn(Unknown.FlagName.class::isInstance)
                .hasSize(2);
    }

    @Test
    void wellKnownKeysAreNamesOrGuids() {
        String name = "FWPM_LAYER_ALE_AUTH_CONNECT_V4";
        String guid = "{" + FwpmLayers.ALE_AUTH_CONNECT_V4.guid() + "}";

        assertThat(Dumps.text(Dumps.example().replace(name, guid)).filters())
                .isEqualTo(Dumps.text(Dumps.example()).filters());
        assertThat(STATE.layers().get(1).layerKey())
                .isEqualTo(LayerKey.of("{29243af8-0000-4000-8000-00000000000a}"));
        assertThat(STATE.providers().getFirst().providerKey()).isEqualTo(FwpmProviders.IKEEXT);
        assertThat(STATE.providerContexts().getFirst().providerContextKey())
                .isEqualTo(FwpmProviderContexts.SECURE_SOCKET_AUTHIP);
    }

    @Test
    void anUnknownNameOfAKeyStandsForTheSameObjectEverywhereAndSurvives() {
        SublayerKey ofFilter = filter(3).subLayerKey();

        assertThat(STATE.subLayers().get(2).subLayerKey()).isEqualTo(ofFilter);
        assertThat(STATE.unknown())
                .contains(new Unknown.KeyName("FWPM_SUBLAYER_OF_TOMORROW", ofFilter.guid()));
        String written = Dumps.write(STATE, NetshForm.STATE);
        assertThat(written)
                .contains("<subLayerKey>FWPM_SUBLAYER_OF_TOMORROW</subLayerKey>")
                .doesNotContain(ofFilter.guid().toString());
    }

    @Test
    void numbersHave64BitsWithoutSign() {
        assertThat(filter(1).effectiveWeight()).isEqualTo(new FwpValue0.Uint64(-1));
        assertThat(filter(2).context()).isEqualTo(new FwpmFilter0.Context.RawContext(-1));
        assertThat(STATE.providerContexts().getFirst().providerContextId())
                .isEqualTo(Long.MIN_VALUE);
        assertThat(STATE.sessions().getFirst().txnWaitTimeoutInMSec()).isEqualTo(0xFFFF_FFFFL);
    }

    @Test
    void numbersMayHaveANameInBrackets() {
        String text = Dumps.example().replace(">70001<", ">70001 (ERROR_SUCCESS)<");

        assertThat(Dumps.text(text).filters()).isEqualTo(Dumps.text(Dumps.example()).filters());
    }

    @ParameterizedTest
    @CsvSource({
        "1601-01-01T00:00:00.000Z, 0",
        "2026-03-01T12:34:56.789Z, 134168420967890000",
        "1601-01-01T00:00:00.000000100Z, 1"
    })
    void timesAreCountedFrom1601(String text, long ticks) {
        NetshDump dump =
                Dumps.text("<wfpstate><timeStamp>%s</timeStamp></wfpstate>".formatted(text));

        assertThat(dump.timeStamp())
                .isEqualTo(new Filetime(ticks & 0xFFFF_FFFFL, ticks >>> Integer.SIZE));
        assertThat(Dumps.write(dump, NetshForm.STATE)).contains(text);
    }

    @Test
    void theSidOfNobodyIsNoSid() {
        assertThat(STATE.sessions().getFirst().sid()).isNull();
        assertThat(Dumps.write(STATE, NetshForm.STATE)).contains("<sid>S-1-0-0</sid>");
    }

    // Blobs

    @Test
    void onlyTheBytesOfABlobCount() {
        FwpConditionValue0 plain =
                Dumps.resource("conditions.xml")
                        .filters()
                        .getFirst()
                        .filterCondition()
                        .get(7)
                        .conditionValue();
        FwpmNetEventHeader3 withDots =
                Dumps.resource("netevents.xml").netEvents().getFirst().header();

        assertThat(plain).isEqualTo(new FwpConditionValue0.ByteBlob(withDots.appId()));
    }

    @Test
    void aTextThatDoesNotShowTheBytesIsTold() {
        NetshDump dump =
                Dumps.text(
                        Dumps.example()
                                .replace(
                                        "<providerData/>",
                                        "<providerData><data>4142</data><asString>XY</asString></providerData>"));

        assertThat(dump.filters().getFirst().providerData().data())
                .isEqualTo(Bytes.of((byte) 'A', (byte) 'B'));
        assertThat(dump.unknown())
                .containsExactly(
                        new Unknown.Skipped(
                                "wfpdiag/filters/item/providerData/asString", 1, 0, 15));
    }

    // Filters

    @Test
    void aFilterHasANumberOrAContextAsItsFlagSays() {
        assertThat(filter(0).context()).isEqualTo(new FwpmFilter0.Context.RawContext(0));
        assertThat(filter(1).context()).isInstanceOf(FwpmFilter0.Context.ProviderContext.class);
    }

    @Test
    void theCalloutStandsInTheFilterType() {
        assertThat(filter(1).action().target())
                .isEqualTo(new FwpmAction0.Target.Callout(FwpmCallouts.IPSEC_ALE_CONNECT_V4));
        assertThat(filter(2).action().target())
                .isEqualTo(
                        new FwpmAction0.Target.Callout(
                                CalloutKey.of("{00000200-0000-4000-8000-000000000001}")));
        assertThat(filter(3).action().target()).isInstanceOf(FwpmAction0.Target.FilterType.class);
    }

    @Test
    void filesOfOthersHaveACalloutKey() {
        String text =
                Dumps.example()
                        .replace("FWP_ACTION_BLOCK", "FWP_ACTION_CALLOUT_UNKNOWN")
                        .replace(
                                "<filterType/>",
                                "<calloutKey>FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4</calloutKey>");

        assertThat(Dumps.text(text).filters().getFirst().action().target())
                .isEqualTo(new FwpmAction0.Target.Callout(FwpmCallouts.IPSEC_ALE_CONNECT_V4));
    }

    @Test
    void weightsAreEmptyOrOfTwoTypes() {
        assertThat(STATE.filters())
                .extracting(FwpmFilter0::weight)
                .containsExactly(
                        new FwpValue0.Uint8(9),
                        new FwpValue0.Uint64(-1),
                        new FwpValue0.Empty(),
                        new FwpValue0.Empty());
    }

    @Test
    void aFieldMayStandInSeveralConditions() {
        assertThat(Dumps.resource("conditions.xml").filters().getFirst().filterCondition())
                .extracting(it -> it.fieldKey().toString())
                .filteredOn("FWPM_CONDITION_IP_REMOTE_ADDRESS"::equals)
                .hasSize(6);
    }

    // Conditions

    private static FwpmFilterCondition0 condition(int index) {
        return Dumps.resource("conditions.xml").filters().getFirst().filterCondition().get(index);
    }

    @Test
    void valuesOfConditionsAreOfEveryType() {
        List<FwpConditionValue0> values =
                Dumps.resource("conditions.xml").filters().getFirst().filterCondition().stream()
                        .map(FwpmFilterCondition0::conditionValue)
                        .toList();

        assertThat(values.subList(0, 4))
                .containsExactly(
                        new FwpConditionValue0.Uint8(17),
                        new FwpConditionValue0.Uint16(443),
                        new FwpConditionValue0.Uint32(786_432),
                        new FwpConditionValue0.Uint32(1));
        assertThat(values.get(5)).isEqualTo(new FwpConditionValue0.Uint64(1_689_399_632_855_040L));
        assertThat(values.get(8)).isEqualTo(new FwpConditionValue0.Sid(Sid.of("S-1-15-2-1")));
        assertThat(values.get(9))
                .isInstanceOfSatisfying(
                        FwpConditionValue0.SecurityDescriptor.class,
                        it ->
                                assertThat(SecurityDescriptor.of(it.sd().data()).toSddl())
                                        .isEqualTo("O:SYG:SYD:(A;;CCRC;;;S-1-5-80-1-2-3-4-5)"));
        assertThat(values.get(12))
                .isEqualTo(
                        new FwpConditionValue0.Range(
                                new FwpRange0(
                                        new FwpValue0.Uint16(1024), new FwpValue0.Uint16(65_535))));
    }

    @Test
    void matchTypesAreNames() {
        assertThat(condition(1).matchType()).isEqualTo(FwpMatchType.NOT_EQUAL);
        assertThat(condition(2).matchType()).isEqualTo(FwpMatchType.FLAGS_ALL_SET);
        assertThat(condition(3).matchType()).isEqualTo(FwpMatchType.FLAGS_NONE_SET);
    }

    @Test
    void addressesAreFourNumbersAndOtherNumbersOne() {
        assertThat(condition(4).conditionValue())
                .isEqualTo(new FwpConditionValue0.Uint32(0xC000_0207L));
        assertThat(condition(10).conditionValue())
                .isEqualTo(
                        new FwpConditionValue0.V4AddrMask(
                                new FwpV4AddrAndMask(0xC000_0200L, 0xFFFF_FF00L)));
        assertThat(condition(13).conditionValue())
                .isEqualTo(
                        new FwpConditionValue0.Range(
                                new FwpRange0(
                                        new FwpValue0.Uint32(0xC633_6400L),
                                        new FwpValue0.Uint32(0xC633_64FFL))));
        assertThat(Dumps.text(Dumps.write(Dumps.resource("conditions.xml"), NetshForm.FILTERS)))
                .isEqualTo(Dumps.resource("conditions.xml"));
        assertThat(Dumps.write(Dumps.resource("conditions.xml"), NetshForm.FILTERS))
                .contains("<uint32>192.0.2.7</uint32>", "<uint32>198.51.100.255</uint32>")
                .contains("<uint32>786432</uint32>");
    }

    @Test
    void anAddressMayBeOneNumberToo() {
        String text = Dumps.read("conditions.xml").replace("192.0.2.7", "3221225991");

        assertThat(Dumps.text(text).filters())
                .isEqualTo(Dumps.resource("conditions.xml").filters());
    }

    @Test
    void longAddressesAreShortened() {
        assertThat(condition(6).conditionValue())
                .isEqualTo(
                        new FwpConditionValue0.ByteArray16(
                                new FwpByteArray16(
                                        Bytes.ofHex("20010db8000000000000000000000001"))));
        assertThat(condition(11).conditionValue())
                .isEqualTo(
                        new FwpConditionValue0.V6AddrMask(
                                new FwpV6AddrAndMask(
                                        Bytes.ofHex("fe800000000000000000000000000000"), 10)));
    }

    @ParameterizedTest
    @CsvSource({
        "::, 00000000000000000000000000000000, ::",
        "::1, 00000000000000000000000000000001, ::1",
        "1:0:0:2::, 00010000000000020000000000000000, 1:0:0:2::",
        "2001:DB8:0:1:1:1:1:1, 20010db8000000010001000100010001, 2001:db8:0:1:1:1:1:1",
        "::ffff:192.0.2.1, 00000000000000000000ffffc0000201, ::ffff:c000:201"
    })
    void longAddressesHaveManyForms(String text, String bytes, String written) {
        Element element = Element.root("addr");
        element.setText(text);

        assertThat(V6Addresses.read(element)).isEqualTo(Bytes.ofHex(bytes));
        assertThat(V6Addresses.write(Bytes.ofHex(bytes))).isEqualTo(written);
    }

    // Other objects

    @Test
    void layersTellTheTypeThatIsClassified() {
        assertThat(STATE.layers().getFirst().field().getFirst().dataType())
                .isEqualTo(FwpDataType.TOKEN_ACCESS_INFORMATION_TYPE);
    }

    @Test
    void calloutsAndFiltersStandBesideTheirLayer() {
        assertThat(STATE.layers()).hasSize(2);
        assertThat(STATE.callouts())
                .hasSize(2)
                .allMatch(it -> it.applicableLayer().equals(FwpmLayers.ALE_AUTH_CONNECT_V4));
        assertThat(STATE.callouts().getFirst().calloutId()).isEqualTo(12);
    }

    @Test
    void otherObjectsAreRead() {
        assertThat(STATE.providers()).hasSize(2);
        assertThat(STATE.providers().getFirst().serviceName()).isEqualTo("IKEEXT");
        assertThat(STATE.providers().get(1).serviceName()).isNull();
        assertThat(STATE.subLayers().getFirst().subLayerKey()).isEqualTo(FwpmSublayers.UNIVERSAL);
        assertThat(STATE.subLayers().get(1).weight()).isEqualTo(65_535);
        assertThat(STATE.sessions().getFirst().processId()).isEqualTo(4711);
    }

    @Test
    void mainModePoliciesAreRead() {
        assertThat(STATE.providerContexts().getFirst().policy())
                .isInstanceOfSatisfying(
                        Policy.IpsecAuthipMmContext.class,
                        it -> {
                            assertThat(it.authIpMmPolicy().ikeProposals()).hasSize(1);
                            assertThat(it.authIpMmPolicy().authenticationMethods().getFirst())
                                    .isInstanceOf(IkeextAuthenticationMethod2.Kerberos.class);
                            assertThat(it.authIpMmPolicy().authenticationMethods().get(1))
                                    .isInstanceOfSatisfying(
                                            IkeextAuthenticationMethod2.SslAuthentication.class,
                                            NetshTrapsTest::hasCriteria);
                        });
    }

    private static void hasCriteria(IkeextAuthenticationMethod2.SslAuthentication ssl) {
        assertThat(ssl.sslAuthentication().outboundConfig())
                .isInstanceOfSatisfying(
                        IkeextCertificateAuthentication2.OutboundConfig.TrustedRootStore.class,
                        it -> {
                            var criterion = it.outboundTrustedRootStoreCriteria().getFirst();
                            assertThat(criterion.eku())
                                    .isEqualTo(new IkeextCertEkus0(List.of("1.3.6.1.5.5.8.2.2")));
                            assertThat(criterion.name()).isNull();
                        });
    }

    @Test
    void quickModePoliciesAreReadAlthoughTheirElementIsSpeltOtherwise() {
        assertThat(STATE.providerContexts().get(1).policy())
                .isInstanceOfSatisfying(
                        Policy.IpsecAuthipQmTransportContext.class,
                        it ->
                                assertThat(
                                                it.authipQmTransportPolicy()
                                                        .ipsecProposals()
                                                        .getFirst()
                                                        .saTransforms()
                                                        .getFirst())
                                        .isInstanceOfSatisfying(
                                                IpsecSaTransform0.EspAuthAndCipher.class,
                                                NetshTrapsTest::hasNumbersAndNames));
    }

    /** One of them stands there as a number, the other as a name. */
    private static void hasNumbersAndNames(IpsecSaTransform0.EspAuthAndCipher transform) {
        var both = transform.espAuthAndCipherTransform();
        assertThat(both.authTransform().authTransformId().authConfig())
                .isEqualTo(IpsecAuthConfig.HMAC_SHA_1_96);
        assertThat(both.cipherTransform().cipherTransformId().cipherConfig())
                .isEqualTo(IpsecCipherConfig.CBC_AES_128);
    }

    @Test
    void generalContextsAndOptionsAreRead() {
        assertThat(STATE.providerContexts().get(2).policy())
                .isInstanceOfSatisfying(
                        Policy.GeneralContext.class,
                        it -> assertThat(it.dataBuffer().data()).isEqualTo(Bytes.ofHex("00ff41")));
        assertThat(STATE.providerContexts().get(3).policy())
                .isInstanceOfSatisfying(
                        Policy.ClassifyOptionsContext.class,
                        it ->
                                assertThat(it.classifyOptions().options().getFirst().value())
                                        .isEqualTo(new FwpValue0.Uint32(1)));
    }

    @Test
    void addressesOfEventsHaveADotInTheirElement() {
        List<FwpmNetEvent5> events = Dumps.resource("netevents.xml").netEvents();

        assertThat(events.get(0).header().localAddr())
                .isEqualTo(new FwpmNetEventHeader3.LocalAddr.V4(0xC000_0201L));
        assertThat(events.get(1).header().remoteAddr())
                .isEqualTo(
                        new FwpmNetEventHeader3.RemoteAddr.V6(
                                new FwpByteArray16(
                                        Bytes.ofHex("20010db8000000000000000000000002"))));
        assertThat(events)
                .allSatisfy(it ->
                        assertThat(it.event())
                                .isInstanceOfSatisfying(
                                        FwpmNetEvent5.Event.ClassifyDrop.class,
                                        drop ->
                                                assertThat(drop.classifyDrop().filterId())
                                                        .isEqualTo(70_001)));
        assertThat(Dumps.resource("netevents.xml").unknown())
                .containsExactly(new Unknown.Skipped("netEvents/item/internalFields", 2, 6, 42));
    }

    @Test
    void eventsOfACaptureStandAmongOtherElements() {
        String event = Dumps.read("netevents.xml").replace("\uFEFF" + DECLARATION, "");
        String inCapture =
                event.replaceFirst("<netEvents[^>]*>", "<wfpdiag>")
                        .replace("</netEvents>", "</wfpdiag>")
                        .replace("\t<item>\r\n\t\t<header>", "\t<netEvent>\r\n\t\t<header>")
                        .replace("\r\n\t</item>", "\r\n\t</netEvent>");

        assertThat(Dumps.text(inCapture).netEvents())
                .isEqualTo(Dumps.resource("netevents.xml").netEvents());
    }

    // What nobody knows

    @Test
    void whatHasNoPlaceIsSkippedAndCounted() {
        assertThat(STATE.unknown())
                .filteredOn(Unknown.Skipped.class::isInstance)
                .extracting(it -> ((Unknown.Skipped) it).path())
                .containsExactly(
                        "wfpstate/subscriptions",
                        "wfpstate/aleConnectedEndpoints",
                        "wfpstate/ikeextStatistics",
                        "wfpstate/ipsecStatistics",
                        "firewallState");
    }

    @Test
    void newElementsOfAnObjectAreSkippedAndCounted() {
        String text =
                Dumps.example()
                        .replace(
                                "<reserved/>",
                                "<reserved/><newer><a>1</a></newer><newer>2</newer>");

        NetshDump dump = Dumps.text(text);
        assertThat(dump.filters()).isEqualTo(Dumps.text(Dumps.example()).filters());
        assertThat(dump.unknown())
                .containsExactly(new Unknown.Skipped("wfpdiag/filters/item/newer", 2, 1, 28));
    }

    @ParameterizedTest
    @CsvSource({
        "FWP_MATCH_EQUAL, FWP_MATCH_OF_TOMORROW, FwpMatchType",
        "<type>FWP_UINT8</type>, <type>FWP_BITMAP_ARRAY64_TYPE</type>, FwpDataType",
        "FWP_ACTION_BLOCK, FWP_ACTION_OF_TOMORROW, FwpActionType"
    })
    void objectsOfTomorrowAreKeptAsTheyAre(String known, String newer, String type) {
        String text = Dumps.read("conditions.xml").replaceFirst(known, newer);

        NetshDump dump = Dumps.text(text);
        assertThat(dump.filters()).isEmpty();
        assertThat(dump.unknown())
                .singleElement()
                .isInstanceOfSatisfying(
                        Unknown.UnreadObject.class,
                        it -> {
                            assertThat(it.section()).isEqualTo(NetshSection.FILTERS);
                            assertThat(it.reason()).contains(type).startsWith("line ");
                        });
        for (NetshForm form : List.of(NetshForm.FILTERS, NetshForm.STATE)) {
            List<Unknown> again = new ArrayList<>(Dumps.text(Dumps.write(dump, form)).unknown());
            assertThat(again)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Unknown.UnreadObject.class,
                            it ->
                                    assertThat(it.element())
                                            .isEqualTo(
                                                    ((Unknown.UnreadObject)
                                                                    dump.unknown().getFirst())
                                                            .element()));
        }
    }

    @Test
    void descriptorsWithConditionsAreKeptAsTheyAre() {
        String text =
                Dumps.read("conditions.xml")
                        .replace(
                                "(A;;CCRC;;;S-1-5-80-1-2-3-4-5)",
                                "(XA;;CC;;;WD;(Member_of{SID(BA)}))");

        assertThat(Dumps.text(text).unknown())
                .singleElement()
                .isInstanceOf(Unknown.UnreadObject.class);
    }

    // Back again

    @ParameterizedTest
    @EnumSource(
            value = NetshForm.class,
            names = {"STATE", "FILTERS"})
    void whatIsWrittenIsReadAgain(NetshForm form) {
        NetshDump again = Dumps.text(Dumps.write(STATE, form));

        assertThat(again.filters()).isEqualTo(STATE.filters());
        assertThat(again.providers()).isEqualTo(STATE.providers());
        if (form == NetshForm.STATE) {
            assertThat(again).usingRecursiveComparison().ignoringFields("unknown").isEqualTo(STATE);
        }
    }

    @Test
    void whatIsWrittenBeginsAsWindowsBegins() {
        byte[] bytes = Dumps.write(STATE, NetshForm.STATE).getBytes(StandardCharsets.UTF_8);

        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .startsWith("\uFEFF" + DECLARATION + "\r\n<wfpstate>\r\n\t<timeStamp>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0001b", "\ud800", " ", "a\rb\nc\td", "]]>", "&amp;", "\ufffe"})
    void textsThatXmlCannotHoldAreWrittenNevertheless(String name) {
        FwpmFilter0 filter = Dumps.resource("example-filter.xml").filters().getFirst();
        FwpmFilter0 named = filter.withDisplayData(filter.displayData().withName(name));
        NetshDump dump = Dumps.EMPTY.withFilters(List.of(named)).dump(NetshForm.FILTERS);

        assertThat(Dumps.text(Dumps.write(dump, NetshForm.FILTERS))).isEqualTo(dump);
    }
}
