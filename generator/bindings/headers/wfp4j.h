/*
 * What the bindings are made from: the user-mode management API of the Windows Filtering Platform as Windows SDK
 * 10.0.26100 declares it.
 *
 * With that SDK, its headers are read as they are. With mingw-w64's headers, made for version 10, the mingw_*.h files
 * beside this one correct and complete them. Either way two things are ours: keys become integer constants (below), and
 * the names of undeclared.h and guid_aliases.h are there.
 *
 * Compile with _WIN32_WINNT=0x0A00 and NTDDI_VERSION=0x0A000010. With the SDK the second one decides what exists.
 */
#ifndef WFP4J_H
#define WFP4J_H

/* Everything that uses DEFINE_GUID for its own keys comes before it is redefined. winsock2.h must precede windows.h. */
#include <winsock2.h>
#include <windows.h>
#include <ole2.h>
#include <rpc.h>
#include <ipifcons.h>
#include <iptypes.h>
#include <mstcpip.h>

/*
 * jextract turns a GUID variable into the look-up of a symbol, and fwpuclnt.dll exports no such symbols. So a key
 * becomes two constants: NAME$lo and NAME$hi, the first and the last eight bytes of the GUID in memory, each read as
 * one little-endian integer.
 *
 * Without a fixed underlying type, clang for MSVC cuts an enumerator to 32 bits without a word. gcc has no such type in
 * C, but widens the enumeration by itself.
 */
#ifdef __clang__
#define GUID_WORD : unsigned long long
#else
#define GUID_WORD
#endif

/* Two steps, so that a macro for the name (see mingw_renames.h) expands before $lo and $hi are pasted to it. */
#define DEFINE_GUID_(name, data1, data2, data3, b0, b1, b2, b3, b4, b5, b6, b7)                                        \
    enum name##$guid GUID_WORD {                                                                                       \
        name##$lo = (data1##ULL) | (data2##ULL << 32) | (data3##ULL << 48),                                            \
        name##$hi = (b0##ULL) | (b1##ULL << 8) | (b2##ULL << 16) | (b3##ULL << 24) | (b4##ULL << 32) | (b5##ULL << 40) \
            | (b6##ULL << 48) | (b7##ULL << 56)                                                                        \
    }
#undef DEFINE_GUID
#define DEFINE_GUID(name, data1, data2, data3, b0, b1, b2, b3, b4, b5, b6, b7)                                         \
    DEFINE_GUID_(name, data1, data2, data3, b0, b1, b2, b3, b4, b5, b6, b7)

#ifdef __MINGW64_VERSION_MAJOR
#include "mingw_renames.h"
#endif

#include <fwptypes.h>
#include <fwpmtypes.h>
#include <iketypes.h>
#include <ipsectypes.h>

#ifdef __MINGW64_VERSION_MAJOR
#include "mingw_renames_end.h"
#include "mingw_types.h"
#endif

#include <fwpmu.h>

#ifdef __MINGW64_VERSION_MAJOR
#undef IPsecSaContextUpdate0
#undef FWPM_PROVIDER_IPSEC_DOS_CONFIG
#undef FwpmIpsecTunnelAdd0
#undef FwpmIpsecTunnelAdd1
#include "mingw_functions.h"
#include "mingw_constants.h"
#include "mingw_guids.h"
#endif

#include "undeclared.h"
#include "guid_aliases.h"

#endif
