/* What the benchmarks do, in C: the yardsticks for the forms in Java. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define EXPORT __declspec(dllexport)
#else
#define EXPORT __attribute__((visibility("default")))
#endif

typedef struct {
    uint64_t low;
    uint64_t high;
} __attribute__((packed, aligned(4))) Guid;

typedef struct {
    uint32_t addr;
    uint32_t mask;
} AddressAndMask;

typedef struct {
    uint32_t size;
    const uint8_t *data;
} Blob;

typedef struct {
    uint8_t addr[16];
    uint8_t prefixLength;
} AddressAndPrefix;

typedef struct {
    uint8_t revision;
    uint8_t count;
    uint8_t authority[6];
    uint32_t subAuthorities[];
} Sid;

typedef struct Range Range;

typedef struct {
    uint32_t type;
    union {
        uint8_t uint8;
        uint16_t uint16;
        uint32_t uint32;
        const uint64_t *uint64;
        const uint8_t *byteArray16;
        const Blob *byteBlob;
        const Sid *sid;
        const AddressAndMask *v4AddrMask;
        const AddressAndPrefix *v6AddrMask;
        const Range *rangeValue;
    };
} Value;

struct Range {
    Value low;
    Value high;
};

typedef struct {
    Guid fieldKey;
    uint32_t matchType;
    Value conditionValue;
} Condition;

typedef struct {
    uint32_t type;
    Guid filterType;
} Action;

typedef struct {
    Guid filterKey;
    const uint16_t *name;
    const uint16_t *description;
    uint32_t flags;
    const Guid *providerKey;
    Blob providerData;
    Guid layerKey;
    Guid subLayerKey;
    Value weight;
    uint32_t numFilterConditions;
    const Condition *filterCondition;
    Action action;
    union {
        uint64_t rawContext;
        Guid providerContextKey;
    };
    const Guid *reserved;
    uint64_t filterId;
    Value effectiveWeight;
} Filter;

_Static_assert(sizeof(Condition) == 40, "FWPM_FILTER_CONDITION0 has 40 bytes");
_Static_assert(sizeof(Filter) == 200, "FWPM_FILTER0 has 200 bytes");

enum {
    UINT8 = 1,
    UINT16 = 2,
    UINT32 = 3,
    UINT64 = 4,
    BYTE_ARRAY16 = 11,
    BYTE_BLOB = 12,
    SID = 13,
    V4_ADDR_MASK = 0x100,
    V6_ADDR_MASK = 0x101,
    RANGE = 0x102
};

static uint64_t number(const Value *value) {
    switch (value->type) {
        case UINT8:
            return value->uint8;
        case UINT16:
            return value->uint16;
        case UINT32:
            return value->uint32;
        default:
            return 0;
    }
}

static uint64_t content(const Value *value) {
    switch (value->type) {
        case BYTE_BLOB:
            return value->byteBlob->size;
        case V4_ADDR_MASK:
            return (uint64_t) value->v4AddrMask->addr + value->v4AddrMask->mask;
        case RANGE:
            return (uint64_t) value->rangeValue->low.uint16 + value->rangeValue->high.uint16;
        default:
            return number(value);
    }
}

/* Adds up identifier, layer, action, weight and of each condition field, match, type and number. */
EXPORT uint64_t filter_scan(const Filter *const *filters, uint32_t count) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        const Filter *filter = filters[i];
        sum += filter->filterId + filter->layerKey.low + filter->layerKey.high + filter->action.type;
        if (filter->weight.type == UINT64) {
            sum += *filter->weight.uint64;
        }
        for (uint32_t j = 0; j < filter->numFilterConditions; j++) {
            const Condition *condition = &filter->filterCondition[j];
            sum += condition->fieldKey.low + condition->fieldKey.high + condition->matchType;
            sum += condition->conditionValue.type + number(&condition->conditionValue);
        }
    }
    return sum;
}

/* As filter_scan, and most of what else a filter holds. */
EXPORT uint64_t filter_scan_deep(const Filter *const *filters, uint32_t count) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        const Filter *filter = filters[i];
        sum += filter->filterId + filter->layerKey.low + filter->layerKey.high + filter->action.type;
        sum += filter->filterKey.low + filter->filterKey.high;
        sum += filter->subLayerKey.low + filter->subLayerKey.high;
        sum += filter->flags + filter->providerData.size + filter->rawContext;
        if (filter->providerKey) {
            sum += filter->providerKey->low + filter->providerKey->high;
        }
        if (filter->weight.type == UINT64) {
            sum += *filter->weight.uint64;
        }
        if (filter->effectiveWeight.type == UINT64) {
            sum += *filter->effectiveWeight.uint64;
        }
        for (uint32_t j = 0; j < filter->numFilterConditions; j++) {
            const Condition *condition = &filter->filterCondition[j];
            sum += condition->fieldKey.low + condition->fieldKey.high + condition->matchType;
            sum += condition->conditionValue.type + content(&condition->conditionValue);
        }
    }
    return sum;
}

/* A deep copy with one block of the heap for each struct, as C code that keeps a filter makes it. */
static void *copy(const void *source, size_t size) {
    if (!source) {
        return NULL;
    }
    void *target = malloc(size);
    memcpy(target, source, size);
    return target;
}

static size_t text_size(const uint16_t *text) {
    size_t length = 0;
    while (text[length]) {
        length++;
    }
    return 2 * (length + 1);
}

static const uint16_t *text_copy(const uint16_t *text) {
    return text ? copy(text, text_size(text)) : NULL;
}

static size_t sid_size(const Sid *sid) {
    return sizeof(Sid) + 4 * (size_t) sid->count;
}

static void value_copy(Value *value) {
    switch (value->type) {
        case UINT64:
            value->uint64 = copy(value->uint64, 8);
            break;
        case BYTE_ARRAY16:
            value->byteArray16 = copy(value->byteArray16, 16);
            break;
        case BYTE_BLOB: {
            Blob *blob = copy(value->byteBlob, sizeof(Blob));
            blob->data = copy(blob->data, blob->size);
            value->byteBlob = blob;
            break;
        }
        case SID:
            value->sid = copy(value->sid, sid_size(value->sid));
            break;
        case V4_ADDR_MASK:
            value->v4AddrMask = copy(value->v4AddrMask, sizeof(AddressAndMask));
            break;
        case V6_ADDR_MASK:
            value->v6AddrMask = copy(value->v6AddrMask, sizeof(AddressAndPrefix));
            break;
        case RANGE: {
            Range *range = copy(value->rangeValue, sizeof(Range));
            value_copy(&range->low);
            value_copy(&range->high);
            value->rangeValue = range;
            break;
        }
        default:
            break;
    }
}

static void value_free(const Value *value) {
    switch (value->type) {
        case BYTE_BLOB:
            free((void *) value->byteBlob->data);
            free((void *) value->byteBlob);
            break;
        case RANGE:
            value_free(&value->rangeValue->low);
            value_free(&value->rangeValue->high);
            free((void *) value->rangeValue);
            break;
        case UINT64:
        case BYTE_ARRAY16:
        case SID:
        case V4_ADDR_MASK:
        case V6_ADDR_MASK:
            free((void *) value->uint64);
            break;
        default:
            break;
    }
}

EXPORT Filter *filter_copy(const Filter *source) {
    Filter *filter = copy(source, sizeof(Filter));
    filter->name = text_copy(source->name);
    filter->description = text_copy(source->description);
    filter->providerKey = copy(source->providerKey, sizeof(Guid));
    filter->providerData.data = copy(source->providerData.data, source->providerData.size);
    value_copy(&filter->weight);
    value_copy(&filter->effectiveWeight);
    Condition *conditions =
            copy(source->filterCondition, source->numFilterConditions * sizeof(Condition));
    for (uint32_t i = 0; i < filter->numFilterConditions; i++) {
        value_copy(&conditions[i].conditionValue);
    }
    filter->filterCondition = conditions;
    return filter;
}

EXPORT void filter_free(Filter *filter) {
    free((void *) filter->name);
    free((void *) filter->description);
    free((void *) filter->providerKey);
    free((void *) filter->providerData.data);
    value_free(&filter->weight);
    value_free(&filter->effectiveWeight);
    for (uint32_t i = 0; i < filter->numFilterConditions; i++) {
        value_free(&filter->filterCondition[i].conditionValue);
    }
    free((void *) filter->filterCondition);
    free(filter);
}

/* Copies and frees one filter after the other; adds up their identifiers. */
EXPORT uint64_t filter_decode(const Filter *const *filters, uint32_t count) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        Filter *filter = filter_copy(filters[i]);
        sum += filter->filterId;
        filter_free(filter);
    }
    return sum;
}

/* A zeroed block of the measured size that is filled from front to back. */
typedef struct {
    uint8_t *next;
} Block;

static size_t aligned(size_t size) {
    return (size + 7) & ~(size_t) 7;
}

static void *put(Block *block, const void *source, size_t size) {
    void *target = block->next;
    memcpy(target, source, size);
    block->next += aligned(size);
    return target;
}

static size_t value_extent(const Value *value) {
    switch (value->type) {
        case UINT64:
        case V4_ADDR_MASK:
            return 8;
        case BYTE_ARRAY16:
            return 16;
        case BYTE_BLOB:
            return sizeof(Blob) + aligned(value->byteBlob->size);
        case SID:
            return aligned(sid_size(value->sid));
        case V6_ADDR_MASK:
            return aligned(sizeof(AddressAndPrefix));
        case RANGE:
            return sizeof(Range) + value_extent(&value->rangeValue->low) +
                   value_extent(&value->rangeValue->high);
        default:
            return 0;
    }
}

static void value_put(Block *block, Value *value) {
    switch (value->type) {
        case UINT64:
            value->uint64 = put(block, value->uint64, 8);
            break;
        case BYTE_ARRAY16:
            value->byteArray16 = put(block, value->byteArray16, 16);
            break;
        case BYTE_BLOB: {
            Blob *blob = put(block, value->byteBlob, sizeof(Blob));
            blob->data = put(block, blob->data, blob->size);
            value->byteBlob = blob;
            break;
        }
        case SID:
            value->sid = put(block, value->sid, sid_size(value->sid));
            break;
        case V4_ADDR_MASK:
            value->v4AddrMask = put(block, value->v4AddrMask, sizeof(AddressAndMask));
            break;
        case V6_ADDR_MASK:
            value->v6AddrMask = put(block, value->v6AddrMask, sizeof(AddressAndPrefix));
            break;
        case RANGE: {
            Range *range = put(block, value->rangeValue, sizeof(Range));
            value_put(block, &range->low);
            value_put(block, &range->high);
            value->rangeValue = range;
            break;
        }
        default:
            break;
    }
}

static size_t filter_extent(const Filter *filter) {
    size_t extent = sizeof(Filter);
    extent += filter->name ? aligned(text_size(filter->name)) : 0;
    extent += filter->description ? aligned(text_size(filter->description)) : 0;
    extent += filter->providerKey ? sizeof(Guid) : 0;
    extent += aligned(filter->providerData.size);
    extent += value_extent(&filter->weight) + value_extent(&filter->effectiveWeight);
    extent += filter->numFilterConditions * sizeof(Condition);
    for (uint32_t i = 0; i < filter->numFilterConditions; i++) {
        extent += value_extent(&filter->filterCondition[i].conditionValue);
    }
    return extent;
}

/* One block that holds a filter and everything it points to. */
EXPORT Filter *filter_encode(const Filter *source) {
    Block block = {calloc(1, filter_extent(source))};
    Filter *filter = put(&block, source, sizeof(Filter));
    if (source->name) {
        filter->name = put(&block, source->name, text_size(source->name));
    }
    if (source->description) {
        filter->description = put(&block, source->description, text_size(source->description));
    }
    if (source->providerKey) {
        filter->providerKey = put(&block, source->providerKey, sizeof(Guid));
    }
    if (source->providerData.size) {
        filter->providerData.data =
                put(&block, source->providerData.data, source->providerData.size);
    }
    value_put(&block, &filter->weight);
    value_put(&block, &filter->effectiveWeight);
    if (source->numFilterConditions) {
        Condition *conditions = put(
                &block, source->filterCondition, source->numFilterConditions * sizeof(Condition));
        for (uint32_t i = 0; i < source->numFilterConditions; i++) {
            value_put(&block, &conditions[i].conditionValue);
        }
        filter->filterCondition = conditions;
    }
    return filter;
}

/* One block that holds a condition and everything it points to. */
EXPORT Condition *condition_encode(const Condition *source) {
    Block block = {calloc(1, sizeof(Condition) + value_extent(&source->conditionValue))};
    Condition *condition = put(&block, source, sizeof(Condition));
    value_put(&block, &condition->conditionValue);
    return condition;
}

/* Encodes and frees filters one after the other; adds up their identifiers. */
EXPORT uint64_t filters_encode(const Filter *const *filters, uint32_t count) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < count; i++) {
        Filter *filter = filter_encode(filters[i]);
        sum += filter->filterId;
        free(filter);
    }
    return sum;
}

/* Encodes and frees a condition again and again; adds up the types. */
EXPORT uint64_t conditions_encode(const Condition *condition, uint32_t times) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < times; i++) {
        Condition *encoded = condition_encode(condition);
        sum += encoded->conditionValue.type;
        free(encoded);
    }
    return sum;
}

EXPORT void block_free(void *block) {
    free(block);
}

/* A function of fwpuclnt.dll that does nothing: what is left is the call. */
EXPORT uint32_t FwpmFilterDeleteById0(void *engineHandle, uint64_t id) {
    (void) engineHandle;
    (void) id;
    return 0;
}

/* Another one, with more arguments. */
EXPORT uint32_t FwpmFilterAdd0(void *engineHandle, const void *filter, void *sd, uint64_t *id) {
    (void) engineHandle;
    (void) filter;
    (void) sd;
    (void) id;
    return 0;
}

EXPORT uint32_t FwpmEngineOpen0(
        const uint16_t *server, uint32_t service, void *identity, const void *session, void **engine) {
    (void) server;
    (void) service;
    (void) identity;
    (void) session;
    *engine = engine;
    return 0;
}

EXPORT uint32_t FwpmEngineClose0(void *engineHandle) {
    (void) engineHandle;
    return 0;
}

/* Calls back as often as it is told to, as FwpmFilterSubscribeChanges0's engine does. */
EXPORT void call_back(void (*callback)(void *, const void *), void *context, uint32_t times) {
    for (uint32_t i = 0; i < times; i++) {
        callback(context, context);
    }
}
