/*
 * Second names of keys. fwpmu.h has them as macros for another name, which jextract drops; this gives each of them
 * the two constants that a key has. Needed on mingw-w64 and with the Windows SDK.
 *
 * The first step pastes the name as it is written and lets the macro expand in the third argument, the target.
 */
#define GUID_ALIAS_(alias, lo, hi, target) enum alias GUID_WORD { lo = target##$lo, hi = target##$hi }
#define GUID_ALIAS(name) GUID_ALIAS_(name##$guid, name##$lo, name##$hi, name)

GUID_ALIAS(FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_LISTEN_V6);
GUID_ALIAS(FWPM_CALLOUT_EDGE_TRAVERSAL_ALE_RESOURCE_ASSIGNMENT_V6);
GUID_ALIAS(FWPM_CONDITION_ALE_SIO_FIREWALL_SOCKET_PROPERTY);
GUID_ALIAS(FWPM_CONDITION_ARRIVAL_SUB_INTERFACE_INDEX);
GUID_ALIAS(FWPM_CONDITION_ICMP_CODE);
GUID_ALIAS(FWPM_CONDITION_ICMP_TYPE);
GUID_ALIAS(FWPM_CONDITION_INTERFACE);
GUID_ALIAS(FWPM_CONDITION_LOCAL_INTERFACE_INDEX);
GUID_ALIAS(FWPM_CONDITION_LOCAL_INTERFACE_TYPE);
GUID_ALIAS(FWPM_CONDITION_LOCAL_TUNNEL_TYPE);
GUID_ALIAS(FWPM_CONDITION_VSWITCH_ICMP_CODE);
GUID_ALIAS(FWPM_CONDITION_VSWITCH_ICMP_TYPE);
GUID_ALIAS(FWPM_SUBLAYER_EDGE_TRAVERSAL);
