/*
 * Callback types and functions that mingw-w64's fwpmu.h lacks or declares differently from Windows SDK 10.0.26100.
 * All of them belong to the SDK's fwpmu.h.
 */

/* ---- Still wrong? ---------------------------------------------------------------------------------------- */

_Static_assert(__builtin_types_compatible_p(__typeof__(mingw_IPsecSaContextUpdate0),
        DWORD WINAPI (HANDLE, UINT32, const IPSEC_SA_CONTEXT1 *)),
    "mingw-w64 has corrected IPsecSaContextUpdate0: drop its renaming and its declaration here");

/* ---- Corrected ------------------------------------------------------------------------------------------- */

/* mingw-w64 10 declares flags as UINT32; the SDK has UINT64, and so have the flag constants. */
DWORD WINAPI IPsecSaContextUpdate0(
    HANDLE engineHandle,
    UINT64 flags,
    const IPSEC_SA_CONTEXT1 *newValues);

/* ---- Callbacks ------------------------------------------------------------------------------------------- */

typedef void (CALLBACK *FWPM_CONNECTION_CALLBACK0)(
    void *context,
    FWPM_CONNECTION_EVENT_TYPE eventType,
    const FWPM_CONNECTION0 *connection);

typedef void (CALLBACK *FWPM_DYNAMIC_KEYWORD_CALLBACK0)(
    void *notification,
    void *context);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK1)(
    void *context,
    const FWPM_NET_EVENT2 *event);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK2)(
    void *context,
    const FWPM_NET_EVENT3 *event);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK3)(
    void *context,
    const FWPM_NET_EVENT4 *event);

typedef void (CALLBACK *FWPM_NET_EVENT_CALLBACK4)(
    void *context,
    const FWPM_NET_EVENT5 *event);

typedef DWORD (CALLBACK *FWPM_VSWITCH_EVENT_CALLBACK0)(
    void *context,
    const FWPM_VSWITCH_EVENT0 *vSwitchEvent);

typedef DWORD (CALLBACK *IPSEC_KEY_MANAGER_DICTATE_KEY0)(
    IPSEC_SA_DETAILS1 *inboundSaDetails,
    IPSEC_SA_DETAILS1 *outboundSaDetails,
    BOOL *keyingModuleGenKey);

typedef void (CALLBACK *IPSEC_KEY_MANAGER_KEY_DICTATION_CHECK0)(
    const IKEEXT_TRAFFIC0 *ikeTraffic,
    BOOL *willDictateKey,
    UINT32 *weight);

typedef void (CALLBACK *IPSEC_KEY_MANAGER_NOTIFY_KEY0)(
    const IPSEC_SA_DETAILS1 *inboundSa,
    const IPSEC_SA_DETAILS1 *outboundSa);

typedef void (CALLBACK *IPSEC_SA_CONTEXT_CALLBACK0)(
    void *context,
    const IPSEC_SA_CONTEXT_CHANGE0 *change);

/* Declared here and not with the other types because its members are the callbacks above. */
typedef struct IPSEC_KEY_MANAGER_CALLBACKS0_ {
    GUID reserved;
    UINT32 flags;
    IPSEC_KEY_MANAGER_KEY_DICTATION_CHECK0 keyDictationCheck;
    IPSEC_KEY_MANAGER_DICTATE_KEY0 keyDictation;
    IPSEC_KEY_MANAGER_NOTIFY_KEY0 keyNotify;
} IPSEC_KEY_MANAGER_CALLBACKS0;

/* ---- Sublayers: the counterpart of the reading function has been there since Windows Vista --------------- */

DWORD WINAPI FwpmSubLayerSetSecurityInfoByKey0(
    HANDLE engineHandle,
    const GUID *key,
    SECURITY_INFORMATION securityInfo,
    const SID *sidOwner,
    const SID *sidGroup,
    const ACL *dacl,
    const ACL *sacl);

/* ---- Provider contexts ----------------------------------------------------------------------------------- */

DWORD WINAPI FwpmProviderContextAdd2(
    HANDLE engineHandle,
    const FWPM_PROVIDER_CONTEXT2 *providerContext,
    PSECURITY_DESCRIPTOR sd,
    UINT64 *id);

DWORD WINAPI FwpmProviderContextAdd3(
    HANDLE engineHandle,
    const FWPM_PROVIDER_CONTEXT3 *providerContext,
    PSECURITY_DESCRIPTOR sd,
    UINT64 *id);

DWORD WINAPI FwpmProviderContextEnum2(
    HANDLE engineHandle,
    HANDLE enumHandle,
    UINT32 numEntriesRequested,
    FWPM_PROVIDER_CONTEXT2 ***entries,
    UINT32 *numEntriesReturned);

DWORD WINAPI FwpmProviderContextEnum3(
    HANDLE engineHandle,
    HANDLE enumHandle,
    UINT32 numEntriesRequested,
    FWPM_PROVIDER_CONTEXT3 ***entries,
    UINT32 *numEntriesReturned);

DWORD WINAPI FwpmProviderContextGetById2(
    HANDLE engineHandle,
    UINT64 id,
    FWPM_PROVIDER_CONTEXT2 **providerContext);

DWORD WINAPI FwpmProviderContextGetById3(
    HANDLE engineHandle,
    UINT64 id,
    FWPM_PROVIDER_CONTEXT3 **providerContext);

DWORD WINAPI FwpmProviderContextGetByKey2(
    HANDLE engineHandle,
    const GUID *key,
    FWPM_PROVIDER_CONTEXT2 **providerContext);

DWORD WINAPI FwpmProviderContextGetByKey3(
    HANDLE engineHandle,
    const GUID *key,
    FWPM_PROVIDER_CONTEXT3 **providerContext);

/* ---- IPsec tunnels (mingw-w64 has versions 0 and 1 under a wrong spelling, see mingw_renames.h) ---------- */

DWORD WINAPI FwpmIPsecTunnelAdd2(
    HANDLE engineHandle,
    UINT32 flags,
    const FWPM_PROVIDER_CONTEXT2 *mainModePolicy,
    const FWPM_PROVIDER_CONTEXT2 *tunnelPolicy,
    UINT32 numFilterConditions,
    const FWPM_FILTER_CONDITION0 *filterConditions,
    const GUID *keyModKey,
    PSECURITY_DESCRIPTOR sd);

DWORD WINAPI FwpmIPsecTunnelAdd3(
    HANDLE engineHandle,
    UINT32 flags,
    const FWPM_PROVIDER_CONTEXT3 *mainModePolicy,
    const FWPM_PROVIDER_CONTEXT3 *tunnelPolicy,
    UINT32 numFilterConditions,
    const FWPM_FILTER_CONDITION0 *filterConditions,
    const GUID *keyModKey,
    PSECURITY_DESCRIPTOR sd);

/* ---- Net events ------------------------------------------------------------------------------------------ */

DWORD WINAPI FwpmNetEventEnum2(
    HANDLE engineHandle,
    HANDLE enumHandle,
    UINT32 numEntriesRequested,
    FWPM_NET_EVENT2 ***entries,
    UINT32 *numEntriesReturned);

DWORD WINAPI FwpmNetEventEnum3(
    HANDLE engineHandle,
    HANDLE enumHandle,
    UINT32 numEntriesRequested,
    FWPM_NET_EVENT3 ***entries,
    UINT32 *numEntriesReturned);

DWORD WINAPI FwpmNetEventEnum4(
    HANDLE engineHandle,
    HANDLE enumHandle,
    UINT32 numEntriesRequested,
    FWPM_NET_EVENT4 ***entries,
    UINT32 *numEntriesReturned);

DWORD WINAPI FwpmNetEventEnum5(
    HANDLE engineHandle,
    HANDLE enumHandle,
    UINT32 numEntriesRequested,
    FWPM_NET_EVENT5 ***entries,
    UINT32 *numEntriesReturned);

DWORD WINAPI FwpmNetEventSubscribe1(
    HANDLE engineHandle,
    const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription,
    FWPM_NET_EVENT_CALLBACK1 callback,
    void *context,
    HANDLE *eventsHandle);

DWORD WINAPI FwpmNetEventSubscribe2(
    HANDLE engineHandle,
    const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription,
    FWPM_NET_EVENT_CALLBACK2 callback,
    void *context,
    HANDLE *eventsHandle);

DWORD WINAPI FwpmNetEventSubscribe3(
    HANDLE engineHandle,
    const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription,
    FWPM_NET_EVENT_CALLBACK3 callback,
    void *context,
    HANDLE *eventsHandle);

DWORD WINAPI FwpmNetEventSubscribe4(
    HANDLE engineHandle,
    const FWPM_NET_EVENT_SUBSCRIPTION0 *subscription,
    FWPM_NET_EVENT_CALLBACK4 callback,
    void *context,
    HANDLE *eventsHandle);

/* ---- Connections ----------------------------------------------------------------------------------------- */

DWORD WINAPI FwpmConnectionCreateEnumHandle0(
    HANDLE engineHandle,
    const FWPM_CONNECTION_ENUM_TEMPLATE0 *enumTemplate,
    HANDLE *enumHandle);

DWORD WINAPI FwpmConnectionDestroyEnumHandle0(
    HANDLE engineHandle,
    HANDLE enumHandle);

DWORD WINAPI FwpmConnectionEnum0(
    HANDLE engineHandle,
    HANDLE enumHandle,
    UINT32 numEntriesRequested,
    FWPM_CONNECTION0 ***entries,
    UINT32 *numEntriesReturned);

DWORD WINAPI FwpmConnectionGetById0(
    HANDLE engineHandle,
    UINT64 id,
    FWPM_CONNECTION0 **connection);

DWORD WINAPI FwpmConnectionGetSecurityInfo0(
    HANDLE engineHandle,
    SECURITY_INFORMATION securityInfo,
    PSID *sidOwner,
    PSID *sidGroup,
    PACL *dacl,
    PACL *sacl,
    PSECURITY_DESCRIPTOR *securityDescriptor);

DWORD WINAPI FwpmConnectionPolicyAdd0(
    HANDLE engineHandle,
    const FWPM_PROVIDER_CONTEXT3 *connectionPolicy,
    FWP_IP_VERSION ipVersion,
    UINT64 weight,
    UINT32 numFilterConditions,
    const FWPM_FILTER_CONDITION0 *filterConditions,
    PSECURITY_DESCRIPTOR sd);

DWORD WINAPI FwpmConnectionPolicyDeleteByKey0(
    HANDLE engineHandle,
    const GUID *key);

DWORD WINAPI FwpmConnectionSetSecurityInfo0(
    HANDLE engineHandle,
    SECURITY_INFORMATION securityInfo,
    const SID *sidOwner,
    const SID *sidGroup,
    const ACL *dacl,
    const ACL *sacl);

DWORD WINAPI FwpmConnectionSubscribe0(
    HANDLE engineHandle,
    const FWPM_CONNECTION_SUBSCRIPTION0 *subscription,
    FWPM_CONNECTION_CALLBACK0 callback,
    void *context,
    HANDLE *eventsHandle);

DWORD WINAPI FwpmConnectionSubscriptionsGet0(
    HANDLE engineHandle,
    FWPM_CONNECTION_SUBSCRIPTION0 ***entries,
    UINT32 *numEntries);

DWORD WINAPI FwpmConnectionUnsubscribe0(
    HANDLE engineHandle,
    HANDLE eventsHandle);

/* ---- Dynamic keywords ------------------------------------------------------------------------------------ */

DWORD WINAPI FwpmDynamicKeywordSubscribe0(
    DWORD flags,
    FWPM_DYNAMIC_KEYWORD_CALLBACK0 callback,
    void *context,
    HANDLE *subscriptionHandle);

DWORD WINAPI FwpmDynamicKeywordUnsubscribe0(
    HANDLE subscriptionHandle);

/* ---- Virtual switch events ------------------------------------------------------------------------------- */

DWORD WINAPI FwpmvSwitchEventSubscribe0(
    HANDLE engineHandle,
    const FWPM_VSWITCH_EVENT_SUBSCRIPTION0 *subscription,
    FWPM_VSWITCH_EVENT_CALLBACK0 callback,
    void *context,
    HANDLE *subscriptionHandle);

DWORD WINAPI FwpmvSwitchEventUnsubscribe0(
    HANDLE engineHandle,
    HANDLE subscriptionHandle);

DWORD WINAPI FwpmvSwitchEventsGetSecurityInfo0(
    HANDLE engineHandle,
    SECURITY_INFORMATION securityInfo,
    PSID *sidOwner,
    PSID *sidGroup,
    PACL *dacl,
    PACL *sacl,
    PSECURITY_DESCRIPTOR *securityDescriptor);

DWORD WINAPI FwpmvSwitchEventsSetSecurityInfo0(
    HANDLE engineHandle,
    SECURITY_INFORMATION securityInfo,
    const SID *sidOwner,
    const SID *sidGroup,
    const ACL *dacl,
    const ACL *sacl);

/* ---- IPsec security associations and key managers -------------------------------------------------------- */

DWORD WINAPI IPsecKeyManagerAddAndRegister0(
    HANDLE engineHandle,
    const IPSEC_KEY_MANAGER0 *keyManager,
    const IPSEC_KEY_MANAGER_CALLBACKS0 *keyManagerCallbacks,
    HANDLE *keyMgmtHandle);

DWORD WINAPI IPsecKeyManagerGetSecurityInfoByKey0(
    HANDLE engineHandle,
    const void *reserved,
    SECURITY_INFORMATION securityInfo,
    PSID *sidOwner,
    PSID *sidGroup,
    PACL *dacl,
    PACL *sacl,
    PSECURITY_DESCRIPTOR *securityDescriptor);

DWORD WINAPI IPsecKeyManagerSetSecurityInfoByKey0(
    HANDLE engineHandle,
    const void *reserved,
    SECURITY_INFORMATION securityInfo,
    const SID *sidOwner,
    const SID *sidGroup,
    const ACL *dacl,
    const ACL *sacl);

DWORD WINAPI IPsecKeyManagerUnregisterAndDelete0(
    HANDLE engineHandle,
    HANDLE keyMgmtHandle);

DWORD WINAPI IPsecKeyManagersGet0(
    HANDLE engineHandle,
    IPSEC_KEY_MANAGER0 ***entries,
    UINT32 *numEntries);

DWORD WINAPI IPsecSaContextSubscribe0(
    HANDLE engineHandle,
    const IPSEC_SA_CONTEXT_SUBSCRIPTION0 *subscription,
    IPSEC_SA_CONTEXT_CALLBACK0 callback,
    void *context,
    HANDLE *eventsHandle);

DWORD WINAPI IPsecSaContextSubscriptionsGet0(
    HANDLE engineHandle,
    IPSEC_SA_CONTEXT_SUBSCRIPTION0 ***entries,
    UINT32 *numEntries);

DWORD WINAPI IPsecSaContextUnsubscribe0(
    HANDLE engineHandle,
    HANDLE eventsHandle);

/* ---- Keying modules -------------------------------------------------------------------------------------- */

DWORD WINAPI IkeextSaEnum2(
    HANDLE engineHandle,
    HANDLE enumHandle,
    UINT32 numEntriesRequested,
    IKEEXT_SA_DETAILS2 ***entries,
    UINT32 *numEntriesReturned);

DWORD WINAPI IkeextSaGetById2(
    HANDLE engineHandle,
    UINT64 id,
    GUID *saLookupContext,
    IKEEXT_SA_DETAILS2 **sa);
