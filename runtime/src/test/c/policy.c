/*
 * Drives an engine from C. Each exported function is a part of a test: it returns NULL, or says which call went wrong.
 * What it has to show it prints; printed() gives that.
 */
#include "policy_json.h"

static char page[1 << 16];
static struct json print = {page, sizeof page, 0, FALSE};
static char other_page[1 << 14];
static char message[1024];
static HANDLE session;

static const char *failed(int line, const char *what, DWORD answer) {
    struct json text = {message, sizeof message, 0, FALSE};
    put_text(&text, "policy.c:");
    put_number(&text, (UINT64) line);
    put_text(&text, ": ");
    put_text(&text, what);
    put_text(&text, " is 0x");
    put_hex(&text, answer, 8);
    return message;
}

#define EXPECT(code, call)                             \
    do {                                               \
        DWORD answer = (DWORD) (call);                 \
        if (answer != (DWORD) (code)) {                \
            return failed(__LINE__, #call, answer);    \
        }                                              \
    } while (0)
#define EXPECT_OK(call) EXPECT(NO_ERROR, call)
#define EXPECT_TRUE(condition) EXPECT(TRUE, condition)

/* What was printed since the last call. */
EXPORT const char *printed(void) {
    static char last[sizeof page];
    memcpy(last, page, print.used);
    last[print.used] = 0;
    print.used = 0;
    print.continued = FALSE;
    return last;
}

EXPORT const char *open_session(void) {
    FWPM_SESSION0 properties = {.displayData = {.name = L"policy.c"}, .txnWaitTimeoutInMSec = 1000};
    EXPECT_OK(fwp.FwpmEngineOpen0(NULL, RPC_C_AUTHN_WINNT, NULL, &properties, &session));
    EXPECT_TRUE(session != NULL);
    return NULL;
}

EXPORT const char *close_session(void) {
    EXPECT_OK(fwp.FwpmEngineClose0(session));
    EXPECT(ERROR_INVALID_HANDLE, fwp.FwpmEngineClose0(session));
    session = NULL;
    return NULL;
}

/* ---- A policy ---------------------------------------------------------------------------------------------------- */

static GUID provider_key = {0x0c0c0c0c, 0x0001, 0x4000, {0x80, 0x01, 2, 3, 4, 5, 6, 7}};
static GUID sublayer_key = {0x0c0c0c0c, 0x0002, 0x4000, {0x80, 0x01, 2, 3, 4, 5, 6, 7}};
static const GUID ike_key = {0x0c0c0c0c, 0x0003, 0x4000, {0x80, 0x01, 2, 3, 4, 5, 6, 7}};
static const GUID authip_key = {0x0c0c0c0c, 0x0004, 0x4000, {0x80, 0x01, 2, 3, 4, 5, 6, 7}};
static const GUID general_key = {0x0c0c0c0c, 0x0005, 0x4000, {0x80, 0x01, 2, 3, 4, 5, 6, 7}};
static const GUID filter_key = {0x0c0c0c0c, 0x0006, 0x4000, {0x80, 0x01, 2, 3, 4, 5, 6, 0xff}};

static UINT8 secret[] = "secret";
static UINT8 data[] = {0, 1, 0xfe, 0xff};

static FWPM_PROVIDER0 provider(void) {
    return (FWPM_PROVIDER0){
            .providerKey = provider_key,
            .displayData = {L"C \u2014 \xd83d\xdd25 \"quoted\" \\", L""},
            .flags = FWPM_PROVIDER_FLAG_PERSISTENT,
            .providerData = {sizeof data, data},
            .serviceName = L"service",
    };
}

static FWPM_SUBLAYER0 sublayer(void) {
    return (FWPM_SUBLAYER0){
            .subLayerKey = sublayer_key,
            .displayData = {L"sublayer", L"of C"},
            .providerKey = &provider_key,
            .providerData = {1, data},
            .weight = 0xfffe,
    };
}

static IKEEXT_PROPOSAL0 proposals[] = {
        {{IKEEXT_CIPHER_AES_256, 0, 0}, {IKEEXT_INTEGRITY_SHA_384}, 28800, IKEEXT_DH_ECP_384, 0},
        {{IKEEXT_CIPHER_AES_128, 0, 0}, {IKEEXT_INTEGRITY_SHA_256}, 3600, IKEEXT_DH_GROUP_14, 100},
        {{IKEEXT_CIPHER_3DES, 0, 0}, {IKEEXT_INTEGRITY_SHA1}, 480, IKEEXT_DH_GROUP_2, 1},
};

static IKEEXT_AUTHENTICATION_METHOD2 ike_methods[] = {
        {
                .authenticationMethodType = IKEEXT_PRESHARED_KEY,
                .presharedKeyAuthentication = {{sizeof secret, secret}, IKEEXT_PSK_FLAG_LOCAL_AUTH_ONLY},
        },
        {
                .authenticationMethodType = IKEEXT_KERBEROS,
                .kerberosAuthentication = {IKEEXT_KERB_AUTH_DISABLE_INITIATOR_TOKEN_GENERATION, L"proxy"},
        },
};

static IKEEXT_AUTHENTICATION_METHOD2 authip_methods[] = {
        {.authenticationMethodType = IKEEXT_NTLM_V2, .ntlmV2Authentication = {1}},
        {.authenticationMethodType = IKEEXT_ANONYMOUS},
        {.authenticationMethodType = IKEEXT_KERBEROS},
};

static IKEEXT_POLICY2 ike_policy = {
        .numAuthenticationMethods = 2,
        .authenticationMethods = ike_methods,
        .numIkeProposals = 3,
        .ikeProposals = proposals,
        .flags = IKEEXT_POLICY_FLAG_DISABLE_DIAGNOSTICS,
        .maxDynamicFilters = 7,
        .retransmitDurationSecs = 60,
};

static IKEEXT_POLICY2 authip_policy = {
        .numAuthenticationMethods = 3,
        .authenticationMethods = authip_methods,
        .initiatorImpersonationType = IKEEXT_IMPERSONATION_SOCKET_PRINCIPAL,
        .numIkeProposals = 1,
        .ikeProposals = proposals,
};

static FWP_BYTE_BLOB general = {sizeof data, data};

#define CONTEXTS 3

static FWPM_PROVIDER_CONTEXT3 context(int number) {
    FWPM_PROVIDER_CONTEXT3 context = {.displayData = {L"context", NULL}, .providerKey = &provider_key};
    switch (number) {
    case 0:
        context.providerContextKey = ike_key;
        context.type = FWPM_IPSEC_IKE_MM_CONTEXT;
        context.ikeMmPolicy = &ike_policy;
        break;
    case 1:
        context.providerContextKey = authip_key;
        context.type = FWPM_IPSEC_AUTHIP_MM_CONTEXT;
        context.authIpMmPolicy = &authip_policy;
        break;
    default:
        context.providerContextKey = general_key;
        context.flags = FWPM_PROVIDER_CONTEXT_FLAG_PERSISTENT;
        context.type = FWPM_GENERAL_CONTEXT;
        context.dataBuffer = &general;
        break;
    }
    return context;
}

static FWP_BYTE_ARRAY16 low_address = {{0x20, 0x01, 0x0d, 0xb8, [15] = 1}};
static FWP_BYTE_ARRAY16 high_address = {{0x20, 0x01, 0x0d, 0xb8, [15] = 0xff}};
static FWP_BYTE_ARRAY6 mac_address = {{2, 0, 0x5e, 0x10, 0, 0xff}};
static FWP_V4_ADDR_AND_MASK subnet = {0x0a000000, 0xff000000};
static FWP_V6_ADDR_AND_MASK subnet6 = {{0xfe, 0x80}, 10};
static UINT64 interface_luid = 0x0006008000000001;
static UINT64 high_luid = 0xfedcba9876543210;

static FWP_BYTE_BLOB application = {26, (UINT8 *) L"\\device\\x.exe"};
static FWP_BYTE_BLOB folder = {14, (UINT8 *) L"\\device"};

/* Grants something to the local system. */
static UINT8 descriptor_bytes[] = {
        1, 0, 0x04, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 20, 0, 0, 0, /* the descriptor */
        2, 0, 28, 0, 1, 0, 0, 0,                                           /* its list */
        0, 0, 20, 0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0,      /* the one entry */
};
static FWP_BYTE_BLOB descriptor = {sizeof descriptor_bytes, descriptor_bytes};

static struct {
    UCHAR Revision;
    UCHAR SubAuthorityCount;
    SID_IDENTIFIER_AUTHORITY IdentifierAuthority;
    DWORD SubAuthority[3];
} package = {1, 3, {{0, 0, 0, 0, 0, 15}}, {2, 1, 0xfffffffe}};

static FWP_RANGE0 ports = {{.type = FWP_UINT16, .uint16 = 80}, {.type = FWP_UINT16, .uint16 = 443}};
static FWP_RANGE0 addresses = {
        {.type = FWP_UINT32, .uint32 = 0xc0a80001}, {.type = FWP_UINT32, .uint32 = 0xc0a800ff}};
static FWP_RANGE0 addresses6 = {
        {.type = FWP_BYTE_ARRAY16_TYPE, .byteArray16 = &low_address},
        {.type = FWP_BYTE_ARRAY16_TYPE, .byteArray16 = &high_address}};
static FWP_RANGE0 interfaces = {
        {.type = FWP_UINT64, .uint64 = &interface_luid}, {.type = FWP_UINT64, .uint64 = &high_luid}};
static FWP_RANGE0 applications = {
        {.type = FWP_BYTE_BLOB_TYPE, .byteBlob = &folder}, {.type = FWP_BYTE_BLOB_TYPE, .byteBlob = &application}};

#define CONDITION(field, match, value_type, ...) \
    {KEY(FWPM_CONDITION_##field), FWP_MATCH_##match, {.type = value_type, __VA_ARGS__}}

#define FILTERS 5

/* Between them they have every type of value that a field can take, and every match that a value can take. */
static FWPM_FILTER0 filter(int number) {
    static FWPM_FILTER_CONDITION0 conditions[64];
    static UINT64 weight = 0xf000000000000001;
    FWPM_FILTER0 filter = {
            .filterKey = filter_key,
            .displayData = {L"filter", NULL},
            .providerKey = &provider_key,
            .subLayerKey = sublayer_key,
            .filterCondition = conditions,
            .action = {.type = FWP_ACTION_BLOCK},
    };
    filter.filterKey.Data4[7] = (UINT8) number;
    switch (number) {
    case 0: {
        FWPM_FILTER_CONDITION0 v4[] = {
                CONDITION(IP_PROTOCOL, EQUAL, FWP_UINT8, .uint8 = 6),
                CONDITION(IP_PROTOCOL, NOT_EQUAL, FWP_UINT8, .uint8 = 255),
                CONDITION(IP_REMOTE_PORT, GREATER, FWP_UINT16, .uint16 = 1024),
                CONDITION(IP_REMOTE_PORT, LESS, FWP_UINT16, .uint16 = 65535),
                CONDITION(IP_REMOTE_PORT, RANGE, FWP_RANGE_TYPE, .rangeValue = &ports),
                CONDITION(IP_LOCAL_PORT, GREATER_OR_EQUAL, FWP_UINT16, .uint16 = 0),
                CONDITION(IP_LOCAL_PORT, LESS_OR_EQUAL, FWP_UINT16, .uint16 = 32768),
                CONDITION(IP_REMOTE_ADDRESS, EQUAL, FWP_UINT32, .uint32 = 0xfffffffe),
                CONDITION(IP_REMOTE_ADDRESS, EQUAL, FWP_V4_ADDR_MASK, .v4AddrMask = &subnet),
                CONDITION(IP_REMOTE_ADDRESS, RANGE, FWP_RANGE_TYPE, .rangeValue = &addresses),
                CONDITION(FLAGS, FLAGS_ALL_SET, FWP_UINT32, .uint32 = FWP_CONDITION_FLAG_IS_LOOPBACK),
                CONDITION(FLAGS, FLAGS_ANY_SET, FWP_UINT32, .uint32 = FWP_CONDITION_FLAG_IS_LOOPBACK),
                CONDITION(FLAGS, FLAGS_NONE_SET, FWP_UINT32, .uint32 = 0),
                CONDITION(IP_LOCAL_INTERFACE, EQUAL, FWP_UINT64, .uint64 = &interface_luid),
                CONDITION(IP_LOCAL_INTERFACE, RANGE, FWP_RANGE_TYPE, .rangeValue = &interfaces),
                CONDITION(ALE_APP_ID, EQUAL, FWP_BYTE_BLOB_TYPE, .byteBlob = &application),
                CONDITION(ALE_APP_ID, PREFIX, FWP_BYTE_BLOB_TYPE, .byteBlob = &folder),
                CONDITION(ALE_APP_ID, NOT_PREFIX, FWP_BYTE_BLOB_TYPE, .byteBlob = &folder),
                CONDITION(ALE_APP_ID, RANGE, FWP_RANGE_TYPE, .rangeValue = &applications),
                CONDITION(ALE_USER_ID, EQUAL, FWP_SECURITY_DESCRIPTOR_TYPE, .sd = &descriptor),
                CONDITION(ALE_PACKAGE_ID, EQUAL, FWP_SID, .sid = (SID *) &package),
                CONDITION(ALE_PACKAGE_ID, NOT_EQUAL, FWP_SID, .sid = (SID *) &package),
                CONDITION(IP_LOCAL_ADDRESS, EQUAL, FWP_EMPTY),
        };
        memcpy(conditions, v4, sizeof v4);
        filter.numFilterConditions = sizeof v4 / sizeof *v4;
        filter.layerKey = KEY(FWPM_LAYER_ALE_AUTH_CONNECT_V4);
        filter.flags = FWPM_FILTER_FLAG_CLEAR_ACTION_RIGHT;
        filter.providerData = general;
        break;
    }
    case 1: {
        FWPM_FILTER_CONDITION0 v6[] = {
                CONDITION(IP_REMOTE_ADDRESS, EQUAL, FWP_BYTE_ARRAY16_TYPE, .byteArray16 = &low_address),
                CONDITION(IP_REMOTE_ADDRESS, EQUAL, FWP_V6_ADDR_MASK, .v6AddrMask = &subnet6),
                CONDITION(IP_REMOTE_ADDRESS, RANGE, FWP_RANGE_TYPE, .rangeValue = &addresses6),
        };
        memcpy(conditions, v6, sizeof v6);
        filter.numFilterConditions = sizeof v6 / sizeof *v6;
        filter.layerKey = KEY(FWPM_LAYER_ALE_AUTH_CONNECT_V6);
        filter.weight = (FWP_VALUE0){.type = FWP_UINT8, .uint8 = 15};
        filter.action.type = FWP_ACTION_PERMIT;
        break;
    }
    case 2: {
        FWPM_FILTER_CONDITION0 mac[] = {
                CONDITION(MAC_LOCAL_ADDRESS, EQUAL, FWP_BYTE_ARRAY6_TYPE, .byteArray6 = &mac_address),
        };
        memcpy(conditions, mac, sizeof mac);
        filter.numFilterConditions = sizeof mac / sizeof *mac;
        filter.layerKey = KEY(FWPM_LAYER_INBOUND_MAC_FRAME_ETHERNET);
        filter.weight = (FWP_VALUE0){.type = FWP_UINT64, .uint64 = &weight};
        break;
    }
    case 3:
        filter.layerKey = KEY(FWPM_LAYER_IKEEXT_V4);
        filter.flags = FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT;
        filter.providerContextKey = ike_key;
        filter.action.type = FWP_ACTION_PERMIT;
        break;
    default:
        filter.layerKey = KEY(FWPM_LAYER_INBOUND_TRANSPORT_V4_DISCARD);
        filter.action.type = FWP_ACTION_CALLOUT_TERMINATING;
        filter.action.calloutKey = KEY(FWPM_CALLOUT_WFP_TRANSPORT_LAYER_V4_SILENT_DROP);
        break;
    }
    return filter;
}

/* Adds the policy in one transaction and prints the structs that it was added with. */
EXPORT const char *write_policy(void) {
    EXPECT_OK(fwp.FwpmTransactionBegin0(session, 0));

    FWPM_PROVIDER0 the_provider = provider();
    EXPECT_OK(fwp.FwpmProviderAdd0(session, &the_provider, NULL));
    open(&print, NULL, '{');
    open(&print, "providers", '[');
    write_provider(&print, &the_provider);
    close(&print, ']');

    open(&print, "providerContexts", '[');
    for (int i = 0; i < CONTEXTS; i++) {
        FWPM_PROVIDER_CONTEXT3 one = context(i);
        UINT64 id = 0;
        EXPECT_OK(fwp.FwpmProviderContextAdd3(session, &one, NULL, &id));
        EXPECT_TRUE(id != 0);
        one.providerContextId = id;
        write_context(&print, &one);
    }
    close(&print, ']');

    FWPM_SUBLAYER0 the_sublayer = sublayer();
    EXPECT_OK(fwp.FwpmSubLayerAdd0(session, &the_sublayer, NULL));
    open(&print, "sublayers", '[');
    write_sublayer(&print, &the_sublayer);
    close(&print, ']');

    open(&print, "filters", '[');
    for (int i = 0; i < FILTERS; i++) {
        FWPM_FILTER0 one = filter(i);
        UINT64 id = 0;
        EXPECT_OK(fwp.FwpmFilterAdd0(session, &one, NULL, &id));
        EXPECT_TRUE(id != 0);
        one.filterId = id;
        write_filter(&print, &one);
    }
    close(&print, ']');
    close(&print, '}');

    EXPECT_OK(fwp.FwpmTransactionCommit0(session));
    return NULL;
}

/* ---- Reading ----------------------------------------------------------------------------------------------------- */

/* Prints what a provider has, in the order of enumerations, each object as the functions that get one give it. */
EXPORT const char *read_policy(const GUID *of) {
    open(&print, NULL, '{');

    FWPM_PROVIDER0 *the_provider = NULL;
    EXPECT_OK(fwp.FwpmProviderGetByKey0(session, of, &the_provider));
    open(&print, "providers", '[');
    write_provider(&print, the_provider);
    close(&print, ']');
    fwp.FwpmFreeMemory0((void **) &the_provider);
    EXPECT_TRUE(the_provider == NULL);

    HANDLE enumeration = NULL;
    UINT32 count = 0;
    GUID key = *of;

    open(&print, "providerContexts", '[');
    EXPECT_OK(fwp.FwpmProviderContextCreateEnumHandle0(session, NULL, &enumeration));
    do {
        FWPM_PROVIDER_CONTEXT3 **entries = NULL;
        EXPECT_OK(fwp.FwpmProviderContextEnum3(session, enumeration, 2, &entries, &count));
        for (UINT32 i = 0; i < count; i++) {
            if (entries[i]->providerKey && same_key(entries[i]->providerKey, of)) {
                FWPM_PROVIDER_CONTEXT3 *one = NULL;
                EXPECT_OK(fwp.FwpmProviderContextGetByKey3(session, &entries[i]->providerContextKey, &one));
                write_context(&print, one);
                fwp.FwpmFreeMemory0((void **) &one);
            }
        }
        fwp.FwpmFreeMemory0((void **) &entries);
    } while (count == 2);
    EXPECT_OK(fwp.FwpmProviderContextDestroyEnumHandle0(session, enumeration));
    close(&print, ']');

    FWPM_SUBLAYER_ENUM_TEMPLATE0 template = {&key};
    open(&print, "sublayers", '[');
    EXPECT_OK(fwp.FwpmSubLayerCreateEnumHandle0(session, &template, &enumeration));
    FWPM_SUBLAYER0 **sublayers = NULL;
    EXPECT_OK(fwp.FwpmSubLayerEnum0(session, enumeration, 100, &sublayers, &count));
    for (UINT32 i = 0; i < count; i++) {
        FWPM_SUBLAYER0 *one = NULL;
        EXPECT_OK(fwp.FwpmSubLayerGetByKey0(session, &sublayers[i]->subLayerKey, &one));
        write_sublayer(&print, one);
        fwp.FwpmFreeMemory0((void **) &one);
    }
    fwp.FwpmFreeMemory0((void **) &sublayers);
    EXPECT_OK(fwp.FwpmSubLayerDestroyEnumHandle0(session, enumeration));
    close(&print, ']');

    open(&print, "filters", '[');
    EXPECT_OK(fwp.FwpmFilterCreateEnumHandle0(session, NULL, &enumeration));
    do {
        FWPM_FILTER0 **entries = NULL;
        EXPECT_OK(fwp.FwpmFilterEnum0(session, enumeration, 2, &entries, &count));
        for (UINT32 i = 0; i < count; i++) {
            if (entries[i]->providerKey && same_key(entries[i]->providerKey, of)) {
                FWPM_FILTER0 *by_key = NULL;
                FWPM_FILTER0 *by_id = NULL;
                EXPECT_OK(fwp.FwpmFilterGetByKey0(session, &entries[i]->filterKey, &by_key));
                EXPECT_OK(fwp.FwpmFilterGetById0(session, entries[i]->filterId, &by_id));
                EXPECT_TRUE(by_key != by_id && by_key->filterId == by_id->filterId);
                size_t start = print.used;
                write_filter(&print, by_key);

                /* The enumeration gave the same. */
                struct json enumerated = {other_page, sizeof other_page, 0, page[start] == ','};
                write_filter(&enumerated, entries[i]);
                EXPECT_TRUE(print.used - start == enumerated.used);
                for (size_t j = 0; j < enumerated.used; j++) {
                    EXPECT_TRUE(page[start + j] == other_page[j]);
                }
                fwp.FwpmFreeMemory0((void **) &by_key);
                fwp.FwpmFreeMemory0((void **) &by_id);
            }
        }
        fwp.FwpmFreeMemory0((void **) &entries);
        EXPECT_TRUE(entries == NULL);
    } while (count == 2);
    EXPECT_OK(fwp.FwpmFilterDestroyEnumHandle0(session, enumeration));
    close(&print, ']');
    close(&print, '}');
    return NULL;
}

/* ---- Refusals ---------------------------------------------------------------------------------------------------- */

/* Values of types that no field has, and matches that a value cannot take; nothing is added. */
EXPORT const char *is_refused(void) {
    static INT64 int64 = -1;
    static double number = 0.5;
    static FWP_TOKEN_INFORMATION token = {0};
    FWP_CONDITION_VALUE0 impossible[] = {
            {.type = FWP_INT8, .int8 = -1},
            {.type = FWP_INT16, .int16 = -1},
            {.type = FWP_INT32, .int32 = -1},
            {.type = FWP_INT64, .int64 = &int64},
            {.type = FWP_FLOAT, .float32 = 0.5f},
            {.type = FWP_DOUBLE, .double64 = &number},
            {.type = FWP_TOKEN_INFORMATION_TYPE, .tokenInformation = &token},
            {.type = FWP_TOKEN_ACCESS_INFORMATION_TYPE, .tokenAccessInformation = &general},
            {.type = FWP_UNICODE_STRING_TYPE, .unicodeString = L"text"},
            {.type = FWP_UINT16, .uint16 = 6},
    };
    FWPM_FILTER_CONDITION0 condition = CONDITION(IP_PROTOCOL, EQUAL, FWP_EMPTY);
    FWPM_FILTER0 one = {
            .displayData = {L"filter", NULL},
            .layerKey = KEY(FWPM_LAYER_ALE_AUTH_CONNECT_V4),
            .numFilterConditions = 1,
            .filterCondition = &condition,
            .action = {.type = FWP_ACTION_BLOCK},
    };
    for (size_t i = 0; i < sizeof impossible / sizeof *impossible; i++) {
        condition.conditionValue = impossible[i];
        EXPECT(FWP_E_TYPE_MISMATCH, fwp.FwpmFilterAdd0(session, &one, NULL, NULL));
    }
    condition.conditionValue = (FWP_CONDITION_VALUE0){.type = FWP_UINT8, .uint8 = 6};
    const FWP_MATCH_TYPE matches[] = {
            FWP_MATCH_RANGE, FWP_MATCH_EQUAL_CASE_INSENSITIVE, FWP_MATCH_PREFIX, FWP_MATCH_NOT_PREFIX};
    for (size_t i = 0; i < sizeof matches / sizeof *matches; i++) {
        condition.matchType = matches[i];
        EXPECT(FWP_E_MATCH_TYPE_MISMATCH, fwp.FwpmFilterAdd0(session, &one, NULL, NULL));
    }
    condition.matchType = FWP_MATCH_TYPE_MAX;
    EXPECT(FWP_E_INVALID_ENUMERATOR, fwp.FwpmFilterAdd0(session, &one, NULL, NULL));
    condition.matchType = FWP_MATCH_EQUAL;
    one.displayData.name = NULL;
    EXPECT(FWP_E_NULL_DISPLAY_NAME, fwp.FwpmFilterAdd0(session, &one, NULL, NULL));
    EXPECT(FWP_E_NULL_POINTER, fwp.FwpmFilterAdd0(session, NULL, NULL, NULL));
    one.displayData.name = (wchar_t *) L"filter";
    one.filterCondition = NULL;
    EXPECT(FWP_E_NULL_POINTER, fwp.FwpmFilterAdd0(session, &one, NULL, NULL));
    EXPECT(ERROR_INVALID_HANDLE, fwp.FwpmFilterAdd0(&one, &one, NULL, NULL));
    return NULL;
}

/* ---- Deleting ---------------------------------------------------------------------------------------------------- */

static const char *delete_policy(void) {
    EXPECT(FWP_E_IN_USE, fwp.FwpmSubLayerDeleteByKey0(session, &sublayer_key));
    EXPECT(FWP_E_IN_USE, fwp.FwpmProviderContextDeleteByKey0(session, &ike_key));
    EXPECT(FWP_E_IN_USE, fwp.FwpmProviderDeleteByKey0(session, &provider_key));
    for (int i = 0; i < FILTERS; i++) {
        FWPM_FILTER0 *found = NULL;
        FWPM_FILTER0 one = filter(i);
        EXPECT_OK(fwp.FwpmFilterGetByKey0(session, &one.filterKey, &found));
        if (i % 2 == 0) {
            EXPECT_OK(fwp.FwpmFilterDeleteByKey0(session, &one.filterKey));
        } else {
            EXPECT_OK(fwp.FwpmFilterDeleteById0(session, found->filterId));
        }
        EXPECT(FWP_E_FILTER_NOT_FOUND, fwp.FwpmFilterDeleteById0(session, found->filterId));
        fwp.FwpmFreeMemory0((void **) &found);
    }
    for (int i = 0; i < CONTEXTS; i++) {
        FWPM_PROVIDER_CONTEXT3 one = context(i);
        EXPECT_OK(fwp.FwpmProviderContextDeleteByKey0(session, &one.providerContextKey));
    }
    EXPECT_OK(fwp.FwpmSubLayerDeleteByKey0(session, &sublayer_key));
    EXPECT_OK(fwp.FwpmProviderDeleteByKey0(session, &provider_key));
    return NULL;
}

/* Deletes what write_policy added and takes that back; then deletes it for good. */
EXPORT const char *abort_and_delete(void) {
    FWPM_PROVIDER0 *found = NULL;
    EXPECT(FWP_E_NO_TXN_IN_PROGRESS, fwp.FwpmTransactionAbort0(session));
    EXPECT_OK(fwp.FwpmTransactionBegin0(session, 0));
    EXPECT(FWP_E_TXN_IN_PROGRESS, fwp.FwpmTransactionBegin0(session, 0));
    const char *wrong = delete_policy();
    if (wrong) {
        return wrong;
    }
    EXPECT(FWP_E_PROVIDER_NOT_FOUND, fwp.FwpmProviderGetByKey0(session, &provider_key, &found));
    EXPECT_OK(fwp.FwpmTransactionAbort0(session));
    EXPECT_OK(fwp.FwpmProviderGetByKey0(session, &provider_key, &found));
    fwp.FwpmFreeMemory0((void **) &found);

    EXPECT_OK(fwp.FwpmTransactionBegin0(session, FWPM_TXN_READ_ONLY));
    EXPECT(FWP_E_INCOMPATIBLE_TXN, fwp.FwpmProviderDeleteByKey0(session, &provider_key));
    EXPECT_OK(fwp.FwpmTransactionCommit0(session));

    EXPECT_OK(fwp.FwpmTransactionBegin0(session, 0));
    wrong = delete_policy();
    if (wrong) {
        return wrong;
    }
    EXPECT_OK(fwp.FwpmTransactionCommit0(session));
    EXPECT(FWP_E_PROVIDER_NOT_FOUND, fwp.FwpmProviderGetByKey0(session, &provider_key, &found));
    return NULL;
}

/* ---- Subscriptions ----------------------------------------------------------------------------------------------- */

static char changes_page[1 << 12];
static struct json changes = {changes_page, sizeof changes_page, 0, FALSE};
static UINT32 number_of_changes;
static HANDLE subscription;

/* May run in another thread than the rest; the number is raised when the text is complete. */
static void CALLBACK note(void *context, const FWPM_FILTER_CHANGE0 *change) {
    struct json *json = context;
    open(json, NULL, '{');
    write_number(json, "changeType", change->changeType);
    write_key(json, "filterKey", &change->filterKey);
    write_number(json, "filterId", change->filterId);
    close(json, '}');
    __atomic_add_fetch(&number_of_changes, 1, __ATOMIC_SEQ_CST);
}

/* The answer is the engine's. */
EXPORT DWORD subscribe(void) {
    FWPM_FILTER_SUBSCRIPTION0 wanted = {
            .flags = FWPM_SUBSCRIPTION_FLAG_NOTIFY_ON_ADD | FWPM_SUBSCRIPTION_FLAG_NOTIFY_ON_DELETE};
    changes.used = 0;
    changes.continued = FALSE;
    number_of_changes = 0;
    return fwp.FwpmFilterSubscribeChanges0(session, &wanted, note, &changes, &subscription);
}

EXPORT DWORD unsubscribe(void) {
    return fwp.FwpmFilterUnsubscribeChanges0(session, subscription);
}

EXPORT UINT32 changes_noted(void) {
    return __atomic_load_n(&number_of_changes, __ATOMIC_SEQ_CST);
}

EXPORT const char *noted(void) {
    return changes_page;
}
