/* The scans that FilterScanBenchmark and DeepScanBenchmark time, in C: the yardstick for their Java forms. */
#include <stdint.h>

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

typedef struct Range Range;

typedef struct {
    uint32_t type;
    union {
        uint8_t uint8;
        uint16_t uint16;
        uint32_t uint32;
        const uint64_t *uint64;
        const Blob *byteBlob;
        const AddressAndMask *v4AddrMask;
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

enum { UINT8 = 1, UINT16 = 2, UINT32 = 3, UINT64 = 4, BYTE_BLOB = 12, V4_ADDR_MASK = 0x100, RANGE = 0x102 };

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
uint64_t filter_scan(const Filter *const *filters, uint32_t count) {
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
uint64_t filter_scan_deep(const Filter *const *filters, uint32_t count) {
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
