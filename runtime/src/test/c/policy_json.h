/* The structs of a policy as JSON: members by their C names, of a union the one that is selected. */
#ifndef POLICY_JSON_H
#define POLICY_JSON_H

#include "json.h"

static void write_display_data(struct json *json, const FWPM_DISPLAY_DATA0 *data) {
    open(json, "displayData", '{');
    write_text(json, "name", data->name);
    write_text(json, "description", data->description);
    close(json, '}');
}

static void write_blob(struct json *json, const char *name, const FWP_BYTE_BLOB *blob) {
    open(json, name, '{');
    write_bytes(json, "data", blob->data, blob->size);
    close(json, '}');
}

static void write_sid(struct json *json, const char *name, const SID *sid) {
    UINT64 authority = 0;
    for (int i = 0; i < 6; i++) {
        authority = authority << 8 | sid->IdentifierAuthority.Value[i];
    }
    next(json, name);
    put_text(json, "\"S-");
    put_number(json, sid->Revision);
    put(json, '-');
    put_number(json, authority);
    for (int i = 0; i < sid->SubAuthorityCount; i++) {
        put(json, '-');
        put_number(json, sid->SubAuthority[i]);
    }
    put(json, '"');
}

static void write_range(struct json *json, const FWP_RANGE0 *range);

/* A value of a condition; FWP_VALUE0 is the same with fewer types. A number is written by its bits if it has a point. */
static void write_condition_value(struct json *json, const char *name, const FWP_CONDITION_VALUE0 *value) {
    open(json, name, '{');
    write_number(json, "type", value->type);
    switch (value->type) {
    case FWP_EMPTY:
        break;
    case FWP_UINT8:
        write_number(json, "uint8", value->uint8);
        break;
    case FWP_UINT16:
        write_number(json, "uint16", value->uint16);
        break;
    case FWP_UINT32:
        write_number(json, "uint32", value->uint32);
        break;
    case FWP_UINT64:
        write_number(json, "uint64", *value->uint64);
        break;
    case FWP_INT8:
        write_signed(json, "int8", value->int8);
        break;
    case FWP_INT16:
        write_signed(json, "int16", value->int16);
        break;
    case FWP_INT32:
        write_signed(json, "int32", value->int32);
        break;
    case FWP_INT64:
        write_signed(json, "int64", *value->int64);
        break;
    case FWP_FLOAT:
        write_number(json, "float32", value->uint32);
        break;
    case FWP_DOUBLE:
        write_number(json, "double64", *(const UINT64 *) value->double64);
        break;
    case FWP_BYTE_ARRAY16_TYPE:
        open(json, "byteArray16", '{');
        write_bytes(json, "byteArray16", value->byteArray16->byteArray16, 16);
        close(json, '}');
        break;
    case FWP_BYTE_BLOB_TYPE:
        write_blob(json, "byteBlob", value->byteBlob);
        break;
    case FWP_SID:
        write_sid(json, "sid", value->sid);
        break;
    case FWP_SECURITY_DESCRIPTOR_TYPE:
        write_blob(json, "sd", value->sd);
        break;
    case FWP_TOKEN_ACCESS_INFORMATION_TYPE:
        write_blob(json, "tokenAccessInformation", value->tokenAccessInformation);
        break;
    case FWP_UNICODE_STRING_TYPE:
        write_text(json, "unicodeString", value->unicodeString);
        break;
    case FWP_BYTE_ARRAY6_TYPE:
        open(json, "byteArray6", '{');
        write_bytes(json, "byteArray6", value->byteArray6->byteArray6, 6);
        close(json, '}');
        break;
    case FWP_V4_ADDR_MASK:
        open(json, "v4AddrMask", '{');
        write_number(json, "addr", value->v4AddrMask->addr);
        write_number(json, "mask", value->v4AddrMask->mask);
        close(json, '}');
        break;
    case FWP_V6_ADDR_MASK:
        open(json, "v6AddrMask", '{');
        write_bytes(json, "addr", value->v6AddrMask->addr, 16);
        write_number(json, "prefixLength", value->v6AddrMask->prefixLength);
        close(json, '}');
        break;
    case FWP_RANGE_TYPE:
        write_range(json, value->rangeValue);
        break;
    default:
        write_text(json, "unknown", L"");
        break;
    }
    close(json, '}');
}

static void write_value(struct json *json, const char *name, const FWP_VALUE0 *value) {
    _Static_assert(sizeof(FWP_VALUE0) == sizeof(FWP_CONDITION_VALUE0), "different unions");
    write_condition_value(json, name, (const FWP_CONDITION_VALUE0 *) value);
}

static void write_range(struct json *json, const FWP_RANGE0 *range) {
    open(json, "rangeValue", '{');
    write_value(json, "valueLow", &range->valueLow);
    write_value(json, "valueHigh", &range->valueHigh);
    close(json, '}');
}

static void write_provider(struct json *json, const FWPM_PROVIDER0 *provider) {
    open(json, NULL, '{');
    write_key(json, "providerKey", &provider->providerKey);
    write_display_data(json, &provider->displayData);
    write_number(json, "flags", provider->flags);
    write_blob(json, "providerData", &provider->providerData);
    write_text(json, "serviceName", provider->serviceName);
    close(json, '}');
}

static void write_sublayer(struct json *json, const FWPM_SUBLAYER0 *sublayer) {
    open(json, NULL, '{');
    write_key(json, "subLayerKey", &sublayer->subLayerKey);
    write_display_data(json, &sublayer->displayData);
    write_number(json, "flags", sublayer->flags);
    write_key(json, "providerKey", sublayer->providerKey);
    write_blob(json, "providerData", &sublayer->providerData);
    write_number(json, "weight", sublayer->weight);
    close(json, '}');
}

static void write_method(struct json *json, const IKEEXT_AUTHENTICATION_METHOD2 *method) {
    open(json, NULL, '{');
    write_number(json, "authenticationMethodType", method->authenticationMethodType);
    switch (method->authenticationMethodType) {
    case IKEEXT_PRESHARED_KEY:
        open(json, "presharedKeyAuthentication", '{');
        write_blob(json, "presharedKey", &method->presharedKeyAuthentication.presharedKey);
        write_number(json, "flags", method->presharedKeyAuthentication.flags);
        close(json, '}');
        break;
    case IKEEXT_KERBEROS:
        open(json, "kerberosAuthentication", '{');
        write_number(json, "flags", method->kerberosAuthentication.flags);
        write_text(json, "proxyServer", method->kerberosAuthentication.proxyServer);
        close(json, '}');
        break;
    case IKEEXT_NTLM_V2:
        open(json, "ntlmV2Authentication", '{');
        write_number(json, "flags", method->ntlmV2Authentication.flags);
        close(json, '}');
        break;
    case IKEEXT_ANONYMOUS:
        break;
    default:
        write_text(json, "unknown", L"");
        break;
    }
    close(json, '}');
}

static void write_proposal(struct json *json, const IKEEXT_PROPOSAL0 *proposal) {
    open(json, NULL, '{');
    open(json, "cipherAlgorithm", '{');
    write_number(json, "algoIdentifier", proposal->cipherAlgorithm.algoIdentifier);
    write_number(json, "keyLen", proposal->cipherAlgorithm.keyLen);
    write_number(json, "rounds", proposal->cipherAlgorithm.rounds);
    close(json, '}');
    open(json, "integrityAlgorithm", '{');
    write_number(json, "algoIdentifier", proposal->integrityAlgorithm.algoIdentifier);
    close(json, '}');
    write_number(json, "maxLifetimeSeconds", proposal->maxLifetimeSeconds);
    write_number(json, "dhGroup", proposal->dhGroup);
    write_number(json, "quickModeLimit", proposal->quickModeLimit);
    close(json, '}');
}

static void write_main_mode(struct json *json, const char *name, const IKEEXT_POLICY2 *policy) {
    open(json, name, '{');
    open(json, "authenticationMethods", '[');
    for (UINT32 i = 0; i < policy->numAuthenticationMethods; i++) {
        write_method(json, &policy->authenticationMethods[i]);
    }
    close(json, ']');
    write_number(json, "initiatorImpersonationType", policy->initiatorImpersonationType);
    open(json, "ikeProposals", '[');
    for (UINT32 i = 0; i < policy->numIkeProposals; i++) {
        write_proposal(json, &policy->ikeProposals[i]);
    }
    close(json, ']');
    write_number(json, "flags", policy->flags);
    write_number(json, "maxDynamicFilters", policy->maxDynamicFilters);
    write_number(json, "retransmitDurationSecs", policy->retransmitDurationSecs);
    close(json, '}');
}

static void write_context(struct json *json, const FWPM_PROVIDER_CONTEXT3 *context) {
    open(json, NULL, '{');
    write_key(json, "providerContextKey", &context->providerContextKey);
    write_display_data(json, &context->displayData);
    write_number(json, "flags", context->flags);
    write_key(json, "providerKey", context->providerKey);
    write_blob(json, "providerData", &context->providerData);
    open(json, "policy", '{');
    write_number(json, "type", context->type);
    switch (context->type) {
    case FWPM_IPSEC_IKE_MM_CONTEXT:
        write_main_mode(json, "ikeMmPolicy", context->ikeMmPolicy);
        break;
    case FWPM_IPSEC_AUTHIP_MM_CONTEXT:
        write_main_mode(json, "authIpMmPolicy", context->authIpMmPolicy);
        break;
    case FWPM_IPSEC_IKEV2_MM_CONTEXT:
        write_main_mode(json, "ikeV2MmPolicy", context->ikeV2MmPolicy);
        break;
    case FWPM_GENERAL_CONTEXT:
        write_blob(json, "dataBuffer", context->dataBuffer);
        break;
    default:
        write_text(json, "unknown", L"");
        break;
    }
    close(json, '}');
    write_number(json, "providerContextId", context->providerContextId);
    close(json, '}');
}

static void write_filter(struct json *json, const FWPM_FILTER0 *filter) {
    open(json, NULL, '{');
    write_key(json, "filterKey", &filter->filterKey);
    write_display_data(json, &filter->displayData);
    write_number(json, "flags", filter->flags);
    write_key(json, "providerKey", filter->providerKey);
    write_blob(json, "providerData", &filter->providerData);
    write_key(json, "layerKey", &filter->layerKey);
    write_key(json, "subLayerKey", &filter->subLayerKey);
    write_value(json, "weight", &filter->weight);
    open(json, "filterCondition", '[');
    for (UINT32 i = 0; i < filter->numFilterConditions; i++) {
        const FWPM_FILTER_CONDITION0 *condition = &filter->filterCondition[i];
        open(json, NULL, '{');
        write_key(json, "fieldKey", &condition->fieldKey);
        write_number(json, "matchType", condition->matchType);
        write_condition_value(json, "conditionValue", &condition->conditionValue);
        close(json, '}');
    }
    close(json, ']');
    open(json, "action", '{');
    write_number(json, "type", filter->action.type);
    open(json, "target", '{');
    if (filter->action.type & FWP_ACTION_FLAG_CALLOUT) {
        write_key(json, "calloutKey", &filter->action.calloutKey);
    } else {
        write_key(json, "filterType", &filter->action.filterType);
    }
    close(json, '}');
    close(json, '}');
    open(json, "context", '{');
    if (filter->flags & FWPM_FILTER_FLAG_HAS_PROVIDER_CONTEXT) {
        write_key(json, "providerContextKey", &filter->providerContextKey);
    } else {
        write_number(json, "rawContext", filter->rawContext);
    }
    close(json, '}');
    write_number(json, "filterId", filter->filterId);
    write_value(json, "effectiveWeight", &filter->effectiveWeight);
    close(json, '}');
}

#endif
