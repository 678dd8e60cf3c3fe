/*
 * The engine as a C program on Windows sees it: the headers of which the bindings were made, and their functions.
 *
 * The program is compiled for Windows x64, so that every type is what it is there, but into an object file for Linux.
 * What goes between it and Java follows the conventions of Linux: the headers spell theirs as WINAPI and CALLBACK.
 * It links against no library; the functions come from whoever loads it.
 */
#ifndef ENGINE_H
#define ENGINE_H

#include <winsock2.h>
#include <windows.h>

#define OF_THE_JVM __attribute__((sysv_abi))
#undef WINAPI
#define WINAPI OF_THE_JVM
#undef CALLBACK
#define CALLBACK OF_THE_JVM

#include "wfp4j.h"

#define EXPORT OF_THE_JVM __attribute__((visibility("default")))

_Static_assert(sizeof(long) == 4 && sizeof(wchar_t) == 2 && sizeof(void *) == 8, "not the types of Windows x64");

#define FUNCTIONS(F)                    \
    F(FwpmEngineOpen0)                  \
    F(FwpmEngineClose0)                 \
    F(FwpmFreeMemory0)                  \
    F(FwpmTransactionBegin0)            \
    F(FwpmTransactionCommit0)           \
    F(FwpmTransactionAbort0)            \
    F(FwpmProviderAdd0)                 \
    F(FwpmProviderDeleteByKey0)         \
    F(FwpmProviderGetByKey0)            \
    F(FwpmProviderContextAdd3)          \
    F(FwpmProviderContextDeleteByKey0)  \
    F(FwpmProviderContextGetById3)      \
    F(FwpmProviderContextGetByKey3)     \
    F(FwpmProviderContextCreateEnumHandle0) \
    F(FwpmProviderContextEnum3)         \
    F(FwpmProviderContextDestroyEnumHandle0) \
    F(FwpmSubLayerAdd0)                 \
    F(FwpmSubLayerDeleteByKey0)         \
    F(FwpmSubLayerGetByKey0)            \
    F(FwpmSubLayerCreateEnumHandle0)    \
    F(FwpmSubLayerEnum0)                \
    F(FwpmSubLayerDestroyEnumHandle0)   \
    F(FwpmFilterAdd0)                   \
    F(FwpmFilterDeleteById0)            \
    F(FwpmFilterDeleteByKey0)           \
    F(FwpmFilterGetById0)               \
    F(FwpmFilterGetByKey0)              \
    F(FwpmFilterCreateEnumHandle0)      \
    F(FwpmFilterEnum0)                  \
    F(FwpmFilterDestroyEnumHandle0)     \
    F(FwpmFilterSubscribeChanges0)      \
    F(FwpmFilterUnsubscribeChanges0)

/* Called as fwp.FwpmEngineOpen0(...), each with the type that its declaration has. */
static struct {
#define POINTER(name) __typeof__(name) *name;
    FUNCTIONS(POINTER)
#undef POINTER
} fwp;

static const struct {
    const char *name;
    void **pointer;
} functions[] = {
#define ENTRY(name) {#name, (void **) &fwp.name},
    FUNCTIONS(ENTRY)
#undef ENTRY
};

/* The name of a function that the program calls, or NULL behind the last one. */
EXPORT const char *function_name(UINT32 index) {
    return index < sizeof functions / sizeof *functions ? functions[index].name : NULL;
}

EXPORT void set_function(UINT32 index, void *pointer) {
    *functions[index].pointer = pointer;
}

/* The compiler calls these where a struct is copied or cleared. */
void *memcpy(void *target, const void *source, size_t size) {
    for (size_t i = 0; i < size; i++) {
        ((volatile char *) target)[i] = ((const char *) source)[i];
    }
    return target;
}

void *memset(void *target, int value, size_t size) {
    for (size_t i = 0; i < size; i++) {
        ((volatile char *) target)[i] = (char) value;
    }
    return target;
}

/* The keys of the headers are pairs of integers, see wfp4j.h. */
#define KEY(name) key_of(name##$lo, name##$hi)

static GUID key_of(UINT64 low, UINT64 high) {
    UINT64 words[] = {low, high};
    GUID key;
    memcpy(&key, words, sizeof key);
    return key;
}

static BOOL same_key(const GUID *one, const GUID *other) {
    const UINT64 *a = (const UINT64 *) one;
    const UINT64 *b = (const UINT64 *) other;
    return a[0] == b[0] && a[1] == b[1];
}

#endif
