package io.github.wfp4j.netsh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** What differs between two dumps. */
final class NetshComparisonTest {
    private static final String STATE = Dumps.read("state.xml");

    private static List<NetshDifference> compare(String before, String after) {
        return NetshComparison.compare(Dumps.text(before), Dumps.text(after), true);
    }

    @Test
    void aDumpIsLikeItself() {
        assertThat(compare(STATE, STATE)).isEmpty();
        assertThat(compare(STATE, Dumps.read("state-without-ikeext.xml"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<uint8>9</uint8>|<uint8>8</uint8>|weight/uint8|9|8",
                "<weight>77</weight>|<weight>78</weight>|weight|77|78",
                "<keyLen>0</keyLen>|<keyLen>128</keyLen>"
                        + "|authIpMmPolicy/ikeProposals/item[0]/cipherAlgorithm/keyLen|0|128",
                "<data>00ff41</data>|<data>00ff42</data>|dataBuffer/data|00ff41|00ff42",
                "<serviceName>IKEEXT</serviceName>|<serviceName/>|serviceName|IKEEXT|",
                "<calloutId>12</calloutId>|<calloutId>13</calloutId>|calloutId|12|13",
                "FWPM_FILTER_FLAG_HAS_FILTER_ORIGIN|FWPM_FILTER_FLAG_HAS_OTHER_ORIGIN|flags/item[2]"
                        + "|FWPM_FILTER_FLAG_HAS_FILTER_ORIGIN|FWPM_FILTER_FLAG_HAS_OTHER_ORIGIN",
                "<dataType>FWP_UINT32</dataType>|<dataType>FWP_UINT64</dataType>|field/item[1]/dataType"
                    + "|FWP_UINT32|FWP_UINT64"
            })
    void changesAreToldMemberByMember(
            String before, String after, String path, String one, String other) {
        assertThat(STATE).contains(before);

        assertThat(compare(STATE, STATE.replaceFirst(before, after)))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.kind()).isEqualTo(NetshDifference.Kind.CHANGED);
                    assertThat(it.members())
                            .containsExactly(
                                    new NetshDifference.MemberDifference(path, one, other));
                });
    }

    @Test
    void objectsAreAddedAndRemoved() {
        String without = STATE.replaceFirst("(?s)<item>\\s*<calloutKey>.*?</item>", "");

        assertThat(compare(STATE, without))
                .singleElement()
                .isEqualTo(
                        new NetshDifference(
                                NetshSection.CALLOUTS,
                                "FWPM_CALLOUT_IPSEC_ALE_CONNECT_V4",
                                "n",
                                NetshDifference.Kind.REMOVED,
                                List.of()));
        assertThat(compare(without, STATE))
                .extracting(NetshDifference::kind)
                .containsExactly(NetshDifference.Kind.ADDED);
    }

    @Test
    void objectsWithoutARecordAreComparedToo() {
        String newer = STATE.replaceFirst("FWP_ACTION_BLOCK", "FWP_ACTION_NEWER");
        String changed = newer.replaceFirst("<uint8>9</uint8>", "<uint8>8</uint8>");

        assertThat(compare(newer, newer)).isEmpty();
        assertThat(compare(newer, changed))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.object())
                                .isEqualTo("{00000001-0000-4000-8000-000000000001}"));
    }

    @Test
    void keysAreNotShown() {
        String method = "<authenticationMethodType>IKEEXT_KERBEROS</authenticationMethodType>";
        String withKey =
                STATE.replaceFirst(
                        "(?s)"
                                + method
                                + "\\s*<kerberosAuthentication>.*?</kerberosAuthentication>",
                        "<authenticationMethodType>IKEEXT_PRESHARED_KEY</authenticationMethodType>"
                                + "<presharedKeyAuthentication><presharedKey><data>0102</data>"
                                + "</presharedKey><flags/></presharedKeyAuthentication>");

        assertThat(compare(withKey, withKey.replace("0102</data>", "0103</data>")))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.members())
                                .containsExactly(
                                        new NetshDifference.MemberDifference(
                                                "authIpMmPolicy/authenticationMethods/item[0]"
                                                    + "/presharedKeyAuthentication/presharedKey/data",
                                                "***",
                                                "***")));
    }

    @Test
    void idsNeedNotBeCompared() {
        NetshDump before = Dumps.text(STATE);
        NetshDump after = Dumps.text(STATE.replace(">70001<", ">80001<"));

        assertThat(NetshComparison.compare(before, after, true)).hasSize(1);
        assertThat(NetshComparison.compare(before, after, false)).isEmpty();
    }

    @Test
    void onlyWhatBothKindsOfDumpsHaveIsCompared() {
        NetshDump state = Dumps.text(STATE);
        NetshDump filters = Dumps.text(Dumps.write(state, NetshForm.FILTERS));

        assertThat(NetshComparison.compare(state, filters, true)).isEmpty();
    }
}
