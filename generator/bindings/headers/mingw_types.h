/*
 * Types that mingw-w64's five WFP headers lack or declare differently from Windows SDK 10.0.26100.
 *
 * jextract names an anonymous union after its line and column in this file, so a line added in the middle renames
 * every anonymous union below it and changes many committed files. Append at the end of the file where possible.
 */

/* ---- Still wrong? Each of these fails when mingw-w64 has corrected a type that is declared anew below ---- */

_Static_assert(sizeof(((mingw_FWPM_SUBLAYER0 *) 0)->flags) == sizeof(UINT16),
    "mingw-w64 has corrected FWPM_SUBLAYER0.flags: drop its renaming and its declaration here");
_Static_assert(sizeof(mingw_IPSEC_SA_DETAILS1) == 216,
    "mingw-w64 has corrected IPSEC_SA_DETAILS1: drop the renaming of it and of IPSEC_SA_CONTEXT1 and their declarations here");
_Static_assert(sizeof(((mingw_FWPM_NET_EVENT_HEADER1 *) 0)->encapMethod) == 4,
    "mingw-w64 has changed FWPM_NET_EVENT_HEADER1: drop the renaming of it and of FWPM_NET_EVENT1 and their declarations here");

/* ---- Corrected: fwpmtypes.h, ipsectypes.h ---------------------------------------------------------------- */

/* mingw-w64 10 declares flags as UINT16; the SDK has UINT32. Size and offsets agree only because of padding. */
typedef struct FWPM_SUBLAYER0_ {
    GUID subLayerKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    GUID *providerKey;
    FWP_BYTE_BLOB providerData;
    UINT16 weight;
} FWPM_SUBLAYER0;

/*
 * mingw-w64 10 declares virtualIfTunnelInfo as a pointer; the SDK embeds the structure, which makes this one 8
 * bytes longer.
 */
typedef struct IPSEC_SA_DETAILS1_ {
    FWP_IP_VERSION ipVersion;
    FWP_DIRECTION saDirection;
    IPSEC_TRAFFIC1 traffic;
    IPSEC_SA_BUNDLE1 saBundle;
    union {
        IPSEC_V4_UDP_ENCAPSULATION0 *udpEncapsulation;
    };
    FWPM_FILTER0 *transportFilter;
    IPSEC_VIRTUAL_IF_TUNNEL_INFO0 virtualIfTunnelInfo;
} IPSEC_SA_DETAILS1;

/* As in mingw-w64 10; declared again because it points to the structure above. */
typedef struct IPSEC_SA_CONTEXT1_ {
    UINT64 saContextId;
    IPSEC_SA_DETAILS1 *inboundSa;
    IPSEC_SA_DETAILS1 *outboundSa;
} IPSEC_SA_CONTEXT1;

/*
 * mingw-w64 10 gives names and enum types to the Ethernet part; the SDK declares all of it reserved. The offsets
 * agree.
 */
typedef struct FWPM_NET_EVENT_HEADER1_ {
    FILETIME timeStamp;
    UINT32 flags;
    FWP_IP_VERSION ipVersion;
    UINT8 ipProtocol;
    union {
        UINT32 localAddrV4;
        FWP_BYTE_ARRAY16 localAddrV6;
    };
    union {
        UINT32 remoteAddrV4;
        FWP_BYTE_ARRAY16 remoteAddrV6;
    };
    UINT16 localPort;
    UINT16 remotePort;
    UINT32 scopeId;
    FWP_BYTE_BLOB appId;
    SID *userId;
    union {
        struct {
            FWP_AF reserved1;
            union {
                struct {
                    FWP_BYTE_ARRAY6 reserved2;
                    FWP_BYTE_ARRAY6 reserved3;
                    UINT32 reserved4;
                    UINT32 reserved5;
                    UINT16 reserved6;
                    UINT32 reserved7;
                    UINT32 reserved8;
                    UINT16 reserved9;
                    UINT64 reserved10;
                };
            };
        };
    };
} FWPM_NET_EVENT_HEADER1;

/* As in mingw-w64 10; declared again because it embeds the structure above. */
typedef struct FWPM_NET_EVENT1_ {
    FWPM_NET_EVENT_HEADER1 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE1 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE0 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP1 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
    };
} FWPM_NET_EVENT1;

/* ---- fwptypes.h ------------------------------------------------------------------------------------------ */

/* What a network connection policy sets. */
typedef enum FWP_NETWORK_CONNECTION_POLICY_SETTING_TYPE_ {
    FWP_NETWORK_CONNECTION_POLICY_SOURCE_ADDRESS = 0,
    FWP_NETWORK_CONNECTION_POLICY_NEXT_HOP_INTERFACE = 1,
    FWP_NETWORK_CONNECTION_POLICY_NEXT_HOP = 2,
    FWP_NETWORK_CONNECTION_POLICY_MAX = 3
} FWP_NETWORK_CONNECTION_POLICY_SETTING_TYPE;

/* ---- ipsectypes.h: security association events ----------------------------------------------------------- */

typedef enum IPSEC_SA_CONTEXT_EVENT_TYPE0_ {
    IPSEC_SA_CONTEXT_EVENT_ADD = 1,
    IPSEC_SA_CONTEXT_EVENT_DELETE = 2,
    IPSEC_SA_CONTEXT_EVENT_MAX = 3
} IPSEC_SA_CONTEXT_EVENT_TYPE0;

typedef struct IPSEC_SA_CONTEXT_CHANGE0_ {
    IPSEC_SA_CONTEXT_EVENT_TYPE0 changeType;
    UINT64 saContextId;
} IPSEC_SA_CONTEXT_CHANGE0;

typedef struct IPSEC_SA_CONTEXT_SUBSCRIPTION0_ {
    IPSEC_SA_CONTEXT_ENUM_TEMPLATE0 *enumTemplate;
    UINT32 flags;
    GUID sessionKey;
} IPSEC_SA_CONTEXT_SUBSCRIPTION0;

/* ---- ipsectypes.h: policies with Windows 8 and later ----------------------------------------------------- */

/* Version 0 with flags. */
typedef struct IPSEC_KEYING_POLICY1_ {
    UINT32 numKeyMods;
    GUID *keyModKeys;
    UINT32 flags;
} IPSEC_KEYING_POLICY1;

/* Version 1 with the newer extended mode policy. */
typedef struct IPSEC_TRANSPORT_POLICY2_ {
    UINT32 numIpsecProposals;
    IPSEC_PROPOSAL0 *ipsecProposals;
    UINT32 flags;
    UINT32 ndAllowClearTimeoutSeconds;
    IPSEC_SA_IDLE_TIMEOUT0 saIdleTimeout;
    IKEEXT_EM_POLICY2 *emPolicy;
} IPSEC_TRANSPORT_POLICY2;

typedef struct IPSEC_TUNNEL_ENDPOINT0_ {
    FWP_IP_VERSION ipVersion;
    union {
        UINT32 v4Address;
        UINT8 v6Address[16];
    };
} IPSEC_TUNNEL_ENDPOINT0;

/* Endpoints that may have a name and several remote addresses. */
typedef struct IPSEC_TUNNEL_ENDPOINTS2_ {
    FWP_IP_VERSION ipVersion;
    union {
        UINT32 localV4Address;
        UINT8 localV6Address[16];
    };
    union {
        UINT32 remoteV4Address;
        UINT8 remoteV6Address[16];
    };
    UINT64 localIfLuid;
    wchar_t *remoteFqdn;
    UINT32 numAddresses;
    IPSEC_TUNNEL_ENDPOINT0 *remoteAddresses;
} IPSEC_TUNNEL_ENDPOINTS2;

typedef struct IPSEC_TUNNEL_POLICY2_ {
    UINT32 flags;
    UINT32 numIpsecProposals;
    IPSEC_PROPOSAL0 *ipsecProposals;
    IPSEC_TUNNEL_ENDPOINTS2 tunnelEndpoints;
    IPSEC_SA_IDLE_TIMEOUT0 saIdleTimeout;
    IKEEXT_EM_POLICY2 *emPolicy;
    UINT32 fwdPathSaLifetime;
} IPSEC_TUNNEL_POLICY2;

typedef struct IPSEC_TRAFFIC_SELECTOR0_ {
    UINT8 protocolId;
    UINT16 portStart;
    UINT16 portEnd;
    FWP_IP_VERSION ipVersion;
    union {
        UINT32 startV4Address;
        UINT8 startV6Address[16];
    };
    union {
        UINT32 endV4Address;
        UINT8 endV6Address[16];
    };
} IPSEC_TRAFFIC_SELECTOR0;

typedef struct IPSEC_TRAFFIC_SELECTOR_POLICY0_ {
    UINT32 flags;
    UINT32 numLocalTrafficSelectors;
    IPSEC_TRAFFIC_SELECTOR0 *localTrafficSelectors;
    UINT32 numRemoteTrafficSelectors;
    IPSEC_TRAFFIC_SELECTOR0 *remoteTrafficSelectors;
} IPSEC_TRAFFIC_SELECTOR_POLICY0;

/* Version 2 with a compartment and traffic selectors. */
typedef struct IPSEC_TUNNEL_POLICY3_ {
    UINT32 flags;
    UINT32 numIpsecProposals;
    IPSEC_PROPOSAL0 *ipsecProposals;
    IPSEC_TUNNEL_ENDPOINTS2 tunnelEndpoints;
    IPSEC_SA_IDLE_TIMEOUT0 saIdleTimeout;
    IKEEXT_EM_POLICY2 *emPolicy;
    UINT32 fwdPathSaLifetime;
    UINT32 compartmentId;
    UINT32 numTrafficSelectorPolicy;
    IPSEC_TRAFFIC_SELECTOR_POLICY0 *trafficSelectorPolicies;
} IPSEC_TUNNEL_POLICY3;

/* ---- ipsectypes.h: key managers (their callbacks are in mingw_functions.h) ------------------------------- */

typedef struct IPSEC_KEY_MANAGER0_ {
    GUID keyManagerKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    UINT8 keyDictationTimeoutHint;
} IPSEC_KEY_MANAGER0;

/* ---- fwpmtypes.h: enumerations --------------------------------------------------------------------------- */

typedef enum FWPM_SERVICE_STATE_ {
    FWPM_SERVICE_STOPPED = 0,
    FWPM_SERVICE_START_PENDING = 1,
    FWPM_SERVICE_STOP_PENDING = 2,
    FWPM_SERVICE_RUNNING = 3,
    FWPM_SERVICE_STATE_MAX = 4
} FWPM_SERVICE_STATE;

typedef enum FWPM_CONNECTION_EVENT_TYPE_ {
    FWPM_CONNECTION_EVENT_ADD = 0,
    FWPM_CONNECTION_EVENT_DELETE = 1,
    FWPM_CONNECTION_EVENT_MAX = 2
} FWPM_CONNECTION_EVENT_TYPE;

typedef enum FWPM_APPC_NETWORK_CAPABILITY_TYPE_ {
    FWPM_APPC_NETWORK_CAPABILITY_INTERNET_CLIENT = 0,
    FWPM_APPC_NETWORK_CAPABILITY_INTERNET_CLIENT_SERVER = 1,
    FWPM_APPC_NETWORK_CAPABILITY_INTERNET_PRIVATE_NETWORK = 2
} FWPM_APPC_NETWORK_CAPABILITY_TYPE;

typedef enum FWPM_VSWITCH_EVENT_TYPE_ {
    FWPM_VSWITCH_EVENT_FILTER_ADD_TO_INCOMPLETE_LAYER = 0,
    FWPM_VSWITCH_EVENT_FILTER_ENGINE_NOT_IN_REQUIRED_POSITION = 1,
    FWPM_VSWITCH_EVENT_ENABLED_FOR_INSPECTION = 2,
    FWPM_VSWITCH_EVENT_DISABLED_FOR_INSPECTION = 3,
    FWPM_VSWITCH_EVENT_FILTER_ENGINE_REORDER = 4,
    FWPM_VSWITCH_EVENT_MAX = 5
} FWPM_VSWITCH_EVENT_TYPE;

/* ---- fwpmtypes.h: statistics (FWPM_STATISTICS0 is left out: its layout changed from SDK to SDK) ---------- */

typedef struct FWPM_LAYER_STATISTICS0_ {
    GUID layerId;
    UINT32 classifyPermitCount;
    UINT32 classifyBlockCount;
    UINT32 classifyVetoCount;
    UINT32 numCacheEntries;
} FWPM_LAYER_STATISTICS0;

typedef struct FWPM_LAYER_STATISTICS1_ {
    GUID layerId;
    UINT32 classifyPermitCount;
    UINT32 classifyBlockCount;
    UINT32 classifyVetoCount;
    UINT32 numCacheEntries;
    UINT32 filterCount;
    UINT32 totalFilterSize;
} FWPM_LAYER_STATISTICS1;

typedef struct FWPM_STATISTICS1_ {
    UINT32 numLayerStatistics;
    FWPM_LAYER_STATISTICS1 *layerStatistics;
    UINT32 inboundAllowedConnectionsV4;
    UINT32 inboundBlockedConnectionsV4;
    UINT32 outboundAllowedConnectionsV4;
    UINT32 outboundBlockedConnectionsV4;
    UINT32 inboundAllowedConnectionsV6;
    UINT32 inboundBlockedConnectionsV6;
    UINT32 outboundAllowedConnectionsV6;
    UINT32 outboundBlockedConnectionsV6;
    UINT32 inboundActiveConnectionsV4;
    UINT32 outboundActiveConnectionsV4;
    UINT32 inboundActiveConnectionsV6;
    UINT32 outboundActiveConnectionsV6;
    UINT64 reauthDirInbound;
    UINT64 reauthDirOutbound;
    UINT64 reauthFamilyV4;
    UINT64 reauthFamilyV6;
    UINT64 reauthProtoOther;
    UINT64 reauthProtoIPv4;
    UINT64 reauthProtoIPv6;
    UINT64 reauthProtoICMP;
    UINT64 reauthProtoICMP6;
    UINT64 reauthProtoUDP;
    UINT64 reauthProtoTCP;
    UINT64 reauthReasonPolicyChange;
    UINT64 reauthReasonNewArrivalInterface;
    UINT64 reauthReasonNewNextHopInterface;
    UINT64 reauthReasonProfileCrossing;
    UINT64 reauthReasonClassifyCompletion;
    UINT64 reauthReasonIPSecPropertiesChanged;
    UINT64 reauthReasonMidStreamInspection;
    UINT64 reauthReasonSocketPropertyChanged;
    UINT64 reauthReasonNewInboundMCastBCastPacket;
    UINT64 reauthReasonEDPPolicyChanged;
    UINT64 reauthReasonProxyHandleChanged;
} FWPM_STATISTICS1;

/* ---- fwpmtypes.h: provider contexts with Windows 8 and later --------------------------------------------- */

typedef struct FWPM_NETWORK_CONNECTION_POLICY_SETTING0_ {
    FWP_NETWORK_CONNECTION_POLICY_SETTING_TYPE type;
    FWP_VALUE0 value;
} FWPM_NETWORK_CONNECTION_POLICY_SETTING0;

typedef struct FWPM_NETWORK_CONNECTION_POLICY_SETTINGS0_ {
    UINT32 numSettings;
    FWPM_NETWORK_CONNECTION_POLICY_SETTING0 *settings;
} FWPM_NETWORK_CONNECTION_POLICY_SETTINGS0;

typedef struct FWPM_PROVIDER_CONTEXT2_ {
    GUID providerContextKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    GUID *providerKey;
    FWP_BYTE_BLOB providerData;
    FWPM_PROVIDER_CONTEXT_TYPE type;
    union {
        IPSEC_KEYING_POLICY1 *keyingPolicy;
        IPSEC_TRANSPORT_POLICY2 *ikeQmTransportPolicy;
        IPSEC_TUNNEL_POLICY2 *ikeQmTunnelPolicy;
        IPSEC_TRANSPORT_POLICY2 *authipQmTransportPolicy;
        IPSEC_TUNNEL_POLICY2 *authipQmTunnelPolicy;
        IKEEXT_POLICY2 *ikeMmPolicy;
        IKEEXT_POLICY2 *authIpMmPolicy;
        FWPM_CLASSIFY_OPTIONS0 *classifyOptions;
        FWP_BYTE_BLOB *dataBuffer;
        IPSEC_TUNNEL_POLICY2 *ikeV2QmTunnelPolicy;
        IKEEXT_POLICY2 *ikeV2MmPolicy;
        IPSEC_DOSP_OPTIONS0 *idpOptions;
        IPSEC_TRANSPORT_POLICY2 *ikeV2QmTransportPolicy;
    };
    UINT64 providerContextId;
} FWPM_PROVIDER_CONTEXT2;

typedef struct FWPM_PROVIDER_CONTEXT3_ {
    GUID providerContextKey;
    FWPM_DISPLAY_DATA0 displayData;
    UINT32 flags;
    GUID *providerKey;
    FWP_BYTE_BLOB providerData;
    FWPM_PROVIDER_CONTEXT_TYPE type;
    union {
        IPSEC_KEYING_POLICY1 *keyingPolicy;
        IPSEC_TRANSPORT_POLICY2 *ikeQmTransportPolicy;
        IPSEC_TUNNEL_POLICY3 *ikeQmTunnelPolicy;
        IPSEC_TRANSPORT_POLICY2 *authipQmTransportPolicy;
        IPSEC_TUNNEL_POLICY3 *authipQmTunnelPolicy;
        IKEEXT_POLICY2 *ikeMmPolicy;
        IKEEXT_POLICY2 *authIpMmPolicy;
        FWPM_CLASSIFY_OPTIONS0 *classifyOptions;
        FWP_BYTE_BLOB *dataBuffer;
        IPSEC_TUNNEL_POLICY3 *ikeV2QmTunnelPolicy;
        IKEEXT_POLICY2 *ikeV2MmPolicy;
        IPSEC_DOSP_OPTIONS0 *idpOptions;
        IPSEC_TRANSPORT_POLICY2 *ikeV2QmTransportPolicy;
        FWPM_NETWORK_CONNECTION_POLICY_SETTINGS0 *networkConnectionPolicy;
    };
    UINT64 providerContextId;
} FWPM_PROVIDER_CONTEXT3;

/* ---- fwpmtypes.h: net events with Windows 8 and later ---------------------------------------------------- */

typedef struct FWPM_NET_EVENT_HEADER2_ {
    FILETIME timeStamp;
    UINT32 flags;
    FWP_IP_VERSION ipVersion;
    UINT8 ipProtocol;
    union {
        UINT32 localAddrV4;
        FWP_BYTE_ARRAY16 localAddrV6;
    };
    union {
        UINT32 remoteAddrV4;
        FWP_BYTE_ARRAY16 remoteAddrV6;
    };
    UINT16 localPort;
    UINT16 remotePort;
    UINT32 scopeId;
    FWP_BYTE_BLOB appId;
    SID *userId;
    FWP_AF addressFamily;
    SID *packageSid;
} FWPM_NET_EVENT_HEADER2;

typedef struct FWPM_NET_EVENT_HEADER3_ {
    FILETIME timeStamp;
    UINT32 flags;
    FWP_IP_VERSION ipVersion;
    UINT8 ipProtocol;
    union {
        UINT32 localAddrV4;
        FWP_BYTE_ARRAY16 localAddrV6;
    };
    union {
        UINT32 remoteAddrV4;
        FWP_BYTE_ARRAY16 remoteAddrV6;
    };
    UINT16 localPort;
    UINT16 remotePort;
    UINT32 scopeId;
    FWP_BYTE_BLOB appId;
    SID *userId;
    FWP_AF addressFamily;
    SID *packageSid;
    wchar_t *enterpriseId;
    UINT64 policyFlags;
    FWP_BYTE_BLOB effectiveName;
} FWPM_NET_EVENT_HEADER3;

typedef struct FWPM_NET_EVENT_IKEEXT_MM_FAILURE2_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    UINT32 flags;
    IKEEXT_KEY_MODULE_TYPE keyingModuleType;
    IKEEXT_MM_SA_STATE mmState;
    IKEEXT_SA_ROLE saRole;
    IKEEXT_AUTHENTICATION_METHOD_TYPE mmAuthMethod;
    UINT8 endCertHash[20];
    UINT64 mmId;
    UINT64 mmFilterId;
    wchar_t *localPrincipalNameForAuth;
    wchar_t *remotePrincipalNameForAuth;
    UINT32 numLocalPrincipalGroupSids;
    LPWSTR *localPrincipalGroupSids;
    UINT32 numRemotePrincipalGroupSids;
    LPWSTR *remotePrincipalGroupSids;
    GUID *providerContextKey;
} FWPM_NET_EVENT_IKEEXT_MM_FAILURE2;

typedef struct FWPM_NET_EVENT_IKEEXT_QM_FAILURE1_ {
    UINT32 failureErrorCode;
    IPSEC_FAILURE_POINT failurePoint;
    IKEEXT_KEY_MODULE_TYPE keyingModuleType;
    IKEEXT_QM_SA_STATE qmState;
    IKEEXT_SA_ROLE saRole;
    IPSEC_TRAFFIC_TYPE saTrafficType;
    union {
        FWP_CONDITION_VALUE0 localSubNet;
    };
    union {
        FWP_CONDITION_VALUE0 remoteSubNet;
    };
    UINT64 qmFilterId;
    UINT64 mmSaLuid;
    GUID mmProviderContextKey;
} FWPM_NET_EVENT_IKEEXT_QM_FAILURE1;

typedef struct FWPM_NET_EVENT_CLASSIFY_DROP2_ {
    UINT64 filterId;
    UINT16 layerId;
    UINT32 reauthReason;
    UINT32 originalProfile;
    UINT32 currentProfile;
    UINT32 msFwpDirection;
    BOOL isLoopback;
    FWP_BYTE_BLOB vSwitchId;
    UINT32 vSwitchSourcePort;
    UINT32 vSwitchDestinationPort;
} FWPM_NET_EVENT_CLASSIFY_DROP2;

typedef struct FWPM_NET_EVENT_CLASSIFY_DROP_MAC0_ {
    FWP_BYTE_ARRAY6 localMacAddr;
    FWP_BYTE_ARRAY6 remoteMacAddr;
    UINT32 mediaType;
    UINT32 ifType;
    UINT16 etherType;
    UINT32 ndisPortNumber;
    UINT32 reserved;
    UINT16 vlanTag;
    UINT64 ifLuid;
    UINT64 filterId;
    UINT16 layerId;
    UINT32 reauthReason;
    UINT32 originalProfile;
    UINT32 currentProfile;
    UINT32 msFwpDirection;
    BOOL isLoopback;
    FWP_BYTE_BLOB vSwitchId;
    UINT32 vSwitchSourcePort;
    UINT32 vSwitchDestinationPort;
} FWPM_NET_EVENT_CLASSIFY_DROP_MAC0;

typedef struct FWPM_NET_EVENT_CLASSIFY_ALLOW0_ {
    UINT64 filterId;
    UINT16 layerId;
    UINT32 reauthReason;
    UINT32 originalProfile;
    UINT32 currentProfile;
    UINT32 msFwpDirection;
    BOOL isLoopback;
} FWPM_NET_EVENT_CLASSIFY_ALLOW0;

typedef struct FWPM_NET_EVENT_CAPABILITY_DROP0_ {
    FWPM_APPC_NETWORK_CAPABILITY_TYPE networkCapabilityId;
    UINT64 filterId;
    BOOL isLoopback;
} FWPM_NET_EVENT_CAPABILITY_DROP0;

typedef struct FWPM_NET_EVENT_CAPABILITY_ALLOW0_ {
    FWPM_APPC_NETWORK_CAPABILITY_TYPE networkCapabilityId;
    UINT64 filterId;
    BOOL isLoopback;
} FWPM_NET_EVENT_CAPABILITY_ALLOW0;

typedef struct FWPM_NET_EVENT_LPM_PACKET_ARRIVAL0_ {
    IPSEC_SA_SPI spi;
} FWPM_NET_EVENT_LPM_PACKET_ARRIVAL0;

typedef struct FWPM_NET_EVENT2_ {
    FWPM_NET_EVENT_HEADER2 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE1 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE0 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP2 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
        FWPM_NET_EVENT_CLASSIFY_ALLOW0 *classifyAllow;
        FWPM_NET_EVENT_CAPABILITY_DROP0 *capabilityDrop;
        FWPM_NET_EVENT_CAPABILITY_ALLOW0 *capabilityAllow;
        FWPM_NET_EVENT_CLASSIFY_DROP_MAC0 *classifyDropMac;
    };
} FWPM_NET_EVENT2;

/* Version 2 with the longer header. */
typedef struct FWPM_NET_EVENT3_ {
    FWPM_NET_EVENT_HEADER3 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE1 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE0 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP2 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
        FWPM_NET_EVENT_CLASSIFY_ALLOW0 *classifyAllow;
        FWPM_NET_EVENT_CAPABILITY_DROP0 *capabilityDrop;
        FWPM_NET_EVENT_CAPABILITY_ALLOW0 *capabilityAllow;
        FWPM_NET_EVENT_CLASSIFY_DROP_MAC0 *classifyDropMac;
    };
} FWPM_NET_EVENT3;

/* Version 3 with newer failures of main mode and quick mode. */
typedef struct FWPM_NET_EVENT4_ {
    FWPM_NET_EVENT_HEADER3 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE2 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE1 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP2 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
        FWPM_NET_EVENT_CLASSIFY_ALLOW0 *classifyAllow;
        FWPM_NET_EVENT_CAPABILITY_DROP0 *capabilityDrop;
        FWPM_NET_EVENT_CAPABILITY_ALLOW0 *capabilityAllow;
        FWPM_NET_EVENT_CLASSIFY_DROP_MAC0 *classifyDropMac;
    };
} FWPM_NET_EVENT4;

/* Version 4 with packet arrivals. */
typedef struct FWPM_NET_EVENT5_ {
    FWPM_NET_EVENT_HEADER3 header;
    FWPM_NET_EVENT_TYPE type;
    union {
        FWPM_NET_EVENT_IKEEXT_MM_FAILURE2 *ikeMmFailure;
        FWPM_NET_EVENT_IKEEXT_QM_FAILURE1 *ikeQmFailure;
        FWPM_NET_EVENT_IKEEXT_EM_FAILURE1 *ikeEmFailure;
        FWPM_NET_EVENT_CLASSIFY_DROP2 *classifyDrop;
        FWPM_NET_EVENT_IPSEC_KERNEL_DROP0 *ipsecDrop;
        FWPM_NET_EVENT_IPSEC_DOSP_DROP0 *idpDrop;
        FWPM_NET_EVENT_CLASSIFY_ALLOW0 *classifyAllow;
        FWPM_NET_EVENT_CAPABILITY_DROP0 *capabilityDrop;
        FWPM_NET_EVENT_CAPABILITY_ALLOW0 *capabilityAllow;
        FWPM_NET_EVENT_CLASSIFY_DROP_MAC0 *classifyDropMac;
        FWPM_NET_EVENT_LPM_PACKET_ARRIVAL0 *lpmPacketArrival;
    };
} FWPM_NET_EVENT5;

/* ---- fwpmtypes.h: connections ---------------------------------------------------------------------------- */

typedef struct FWPM_CONNECTION0_ {
    UINT64 connectionId;
    FWP_IP_VERSION ipVersion;
    union {
        UINT32 localV4Address;
        UINT8 localV6Address[16];
    };
    union {
        UINT32 remoteV4Address;
        UINT8 remoteV6Address[16];
    };
    GUID *providerKey;
    IPSEC_TRAFFIC_TYPE ipsecTrafficModeType;
    IKEEXT_KEY_MODULE_TYPE keyModuleType;
    IKEEXT_PROPOSAL0 mmCrypto;
    IKEEXT_CREDENTIAL2 mmPeer;
    IKEEXT_CREDENTIAL2 emPeer;
    UINT64 bytesTransferredIn;
    UINT64 bytesTransferredOut;
    UINT64 bytesTransferredTotal;
    FILETIME startSysTime;
} FWPM_CONNECTION0;

typedef struct FWPM_CONNECTION_ENUM_TEMPLATE0_ {
    UINT64 connectionId;
    UINT32 flags;
} FWPM_CONNECTION_ENUM_TEMPLATE0;

typedef struct FWPM_CONNECTION_SUBSCRIPTION0_ {
    FWPM_CONNECTION_ENUM_TEMPLATE0 *enumTemplate;
    UINT32 flags;
    GUID sessionKey;
} FWPM_CONNECTION_SUBSCRIPTION0;

/* ---- fwpmtypes.h: virtual switch events ------------------------------------------------------------------ */

/* The members of the union are structures with names, unlike anywhere else. */
typedef struct FWPM_VSWITCH_EVENT0_ {
    FWPM_VSWITCH_EVENT_TYPE eventType;
    wchar_t *vSwitchId;
    union {
        struct {
            ULONG numvSwitchFilterExtensions;
            LPWSTR *vSwitchFilterExtensions;
        } positionInfo;
        struct {
            BOOL inRequiredPosition;
            ULONG numvSwitchFilterExtensions;
            LPWSTR *vSwitchFilterExtensions;
        } reorderInfo;
    };
} FWPM_VSWITCH_EVENT0;

typedef struct FWPM_VSWITCH_EVENT_SUBSCRIPTION0_ {
    UINT32 flags;
    GUID sessionKey;
} FWPM_VSWITCH_EVENT_SUBSCRIPTION0;
