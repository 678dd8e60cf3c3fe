/*
 * Gets wrong declarations of mingw-w64 10 out of the way, without changing its headers: while those are read, each
 * wrong name is a macro for another one. The right declarations follow in mingw_types.h, mingw_functions.h and
 * mingw_guids.h. mingw_renames_end.h takes back what is for the type headers only, wfp4j.h the rest after fwpmu.h.
 *
 * A name starting with mingw_ must never reach the bindings; generate.sh looks for it.
 */

/* ---- Types that are declared anew, each with its tag ----------------------------------------------------------- */

#define FWPM_SUBLAYER0 mingw_FWPM_SUBLAYER0
#define FWPM_SUBLAYER0_ mingw_FWPM_SUBLAYER0_
#define IPSEC_SA_DETAILS1 mingw_IPSEC_SA_DETAILS1
#define IPSEC_SA_DETAILS1_ mingw_IPSEC_SA_DETAILS1_
#define FWPM_NET_EVENT_HEADER1 mingw_FWPM_NET_EVENT_HEADER1
#define FWPM_NET_EVENT_HEADER1_ mingw_FWPM_NET_EVENT_HEADER1_

/* These two are right in themselves, but hold one of the above. */
#define IPSEC_SA_CONTEXT1 mingw_IPSEC_SA_CONTEXT1
#define IPSEC_SA_CONTEXT1_ mingw_IPSEC_SA_CONTEXT1_
#define FWPM_NET_EVENT1 mingw_FWPM_NET_EVENT1
#define FWPM_NET_EVENT1_ mingw_FWPM_NET_EVENT1_

/* ---- Enumerators that mingw-w64 10 lacks ------------------------------------------------------------------------ */

/*
 * They are put in where the upper bound stands, which gets its right value too; mingw-w64's own bound keeps what is
 * left of its declaration, under another name. A macro does not expand within itself. A mingw-w64 that has one of
 * the enumerators gives "redefinition of enumerator": take it out here.
 */
#define FWP_MATCH_TYPE_MAX \
    FWP_MATCH_PREFIX = 11, \
    FWP_MATCH_NOT_PREFIX = 12, \
    FWP_MATCH_TYPE_MAX = 13, \
    mingw_FWP_MATCH_TYPE_MAX

#define FWPM_PROVIDER_CONTEXT_TYPE_MAX \
    FWPM_IPSEC_IKEV2_QM_TRANSPORT_CONTEXT = 12, \
    FWPM_NETWORK_CONNECTION_POLICY_CONTEXT = 13, \
    FWPM_PROVIDER_CONTEXT_TYPE_MAX = 14, \
    mingw_FWPM_PROVIDER_CONTEXT_TYPE_MAX

#define FWPM_NET_EVENT_TYPE_MAX \
    FWPM_NET_EVENT_TYPE_CLASSIFY_ALLOW = 6, \
    FWPM_NET_EVENT_TYPE_CAPABILITY_DROP = 7, \
    FWPM_NET_EVENT_TYPE_CAPABILITY_ALLOW = 8, \
    FWPM_NET_EVENT_TYPE_CLASSIFY_DROP_MAC = 9, \
    FWPM_NET_EVENT_TYPE_LPM_PACKET_ARRIVAL = 10, \
    FWPM_NET_EVENT_TYPE_MAX = 11, \
    mingw_FWPM_NET_EVENT_TYPE_MAX

#define FWPM_ENGINE_OPTION_MAX \
    FWPM_ENGINE_MONITOR_IPSEC_CONNECTIONS = 3, \
    FWPM_ENGINE_PACKET_QUEUING = 4, \
    FWPM_ENGINE_TXN_WATCHDOG_TIMEOUT_IN_MSEC = 5, \
    FWPM_ENGINE_OPTION_MAX = 6, \
    mingw_FWPM_ENGINE_OPTION_MAX

#define IKEEXT_CIPHER_TYPE_MAX \
    IKEEXT_CIPHER_AES_GCM_128_16ICV = 5, \
    IKEEXT_CIPHER_AES_GCM_256_16ICV = 6, \
    IKEEXT_CIPHER_TYPE_MAX = 7, \
    mingw_IKEEXT_CIPHER_TYPE_MAX

/* IPSEC_PFS_14 is a second name of IPSEC_PFS_2048. */
#define IPSEC_PFS_MAX \
    IPSEC_PFS_14 = IPSEC_PFS_2048, \
    IPSEC_PFS_24 = 7, \
    IPSEC_PFS_MAX = 8, \
    mingw_IPSEC_PFS_MAX

/* mingw-w64 10 names value 11 of FWPM_PROVIDER_CONTEXT_TYPE without IPSEC. */
#define FWPM_DOSP_CONTEXT FWPM_IPSEC_DOSP_CONTEXT

/* ---- In fwpmu.h -------------------------------------------------------------------------------------------------- */

/* Takes flags as UINT32 in mingw-w64 10, as UINT64 in the SDK. */
#define IPsecSaContextUpdate0 mingw_IPsecSaContextUpdate0

/* Wrong capitals in mingw-w64 10; the library exports the right spelling only. */
#define FwpmIpsecTunnelAdd0 FwpmIPsecTunnelAdd0
#define FwpmIpsecTunnelAdd1 FwpmIPsecTunnelAdd1

/* The name lacks a P and the value has a wrong digit, 0519 for 05a9: an object with this key would never be found. */
#define FWPM_PROVIDER_IPSEC_DOS_CONFIG mingw_FWPM_PROVIDER_IPSEC_DOS_CONFIG
