package io.github.wfp4j.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that make Java names; the examples stand in the style guide. */
final class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "FWPM_FILTER0,FwpmFilter0",
        "FWP_V4_ADDR_AND_MASK,FwpV4AddrAndMask",
        "IKEEXT_IP_VERSION_SPECIFIC_KEYMODULE_STATISTICS1,IkeextIpVersionSpecificKeymoduleStatistics1",
        "SEC_WINNT_AUTH_IDENTITY_W,SecWinntAuthIdentityW",
        "FILETIME,Filetime"
    })
    void typesKeepEveryWordAndTheirDigit(String cName, String name) {
        assertThat(Names.type(cName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "FWP_VALUE0,fwp",
        "FWPM_FILTER0,fwpm",
        "IPSEC_SA0,ipsec",
        "IKEEXT_POLICY2,ikeext",
        "FILETIME,win32",
        "SEC_WINNT_AUTH_IDENTITY_W,win32"
    })
    void aTypesFirstWordIsItsPackage(String cName, String packageName) {
        assertThat(Names.packageOf(cName)).isEqualTo(packageName);
    }

    @ParameterizedTest
    @CsvSource({"subLayerKey,subLayerKey", "Data1,data1", "SubAuthority,subAuthority"})
    void componentsKeepTheirCSpelling(String cName, String name) {
        assertThat(Names.component(cName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "FWP_MATCH_TYPE,FWP_MATCH_EQUAL,EQUAL",
        "FWPM_APPC_NETWORK_CAPABILITY_TYPE,FWPM_APPC_NETWORK_CAPABILITY_INTERNET_CLIENT,INTERNET_CLIENT",
        "FWPM_SUBSCRIPTION_FLAG,FWPM_SUBSCRIPTION_FLAG_NOTIFY_ON_ADD,NOTIFY_ON_ADD",
        "FWP_FILTER_ENUM_FLAG,FWP_FILTER_ENUM_VALID_FLAGS,VALID_FLAGS",
        "FWP_MATCH_TYPE,FWP_MATCH_TYPE,TYPE",
        "ACCESS_RIGHT,DELETE,DELETE",
        "ACCESS_RIGHT,READ_CONTROL,READ_CONTROL"
    })
    void constantsLoseTheWordsOfTheirGroupButNeverTheLast(String group, String cName, String name) {
        assertThat(Names.constant(group, cName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "IPSEC_CIPHER_TYPE,IPSEC_CIPHER_TYPE_3DES,CIPHER_TYPE_3DES",
        "IPSEC_PFS_GROUP,IPSEC_PFS_1,PFS_1",
        "IKEEXT_DH_GROUP,IKEEXT_DH_GROUP_1,GROUP_1",
        "TUNNEL_TYPE,TUNNEL_TYPE_6TO4,TUNNEL_TYPE_6TO4"
    })
    void noConstantBeginsWithADigit(String group, String cName, String name) {
        assertThat(Names.constant(group, cName)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "UINT8,Uint8",
        "ESP_AUTH_AND_CIPHER,EspAuthAndCipher",
        "RANGE_TYPE,Range",
        "SECURITY_DESCRIPTOR_TYPE,SecurityDescriptor",
        "V4,V4"
    })
    void casesAreNamedAfterTheirTagWithoutALastType(String constant, String name) {
        assertThat(Names.caseOf(constant)).isEqualTo(name);
    }
}
