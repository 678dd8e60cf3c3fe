#!/usr/bin/env python3
"""Writes layout_assertions.c from the fact tables: make_assertions.py [FACTS_FOLDER]"""

import csv
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FACTS = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "facts"

# Its layout changed from SDK to SDK; see includes.txt.
LEFT_OUT_STRUCTS = {"FWPM_STATISTICS0"}
# mingw-w64's name for FWPM_IPSEC_DOSP_CONTEXT.
LEFT_OUT_CONSTANTS = {"FWPM_DOSP_CONTEXT"}

HEAD = """\
/*
 * Written by make_assertions.py from the fact tables; do not edit. Compiling this checks headers/ against them: size
 * and alignment of every structure, offset, size and type of every field, every constant, every key, and the type of
 * every function and callback.
 */
#include "../headers/wfp4j.h"

#define SAME_TYPE(a, b) __builtin_types_compatible_p(a, b)

#define STRUCT(name, size, alignment)                                                         \\
    _Static_assert(sizeof(name) == size, "size of " #name);                                   \\
    _Static_assert(_Alignof(name) == alignment, "alignment of " #name)
#define FIELD(name, field, offset, size)                                                      \\
    _Static_assert(__builtin_offsetof(name, field) == offset, "offset of " #name "." #field); \\
    _Static_assert(sizeof(((name *) 0)->field) == size, "size of " #name "." #field)
#define FIELD_TYPE(name, field, type)                                                         \\
    _Static_assert(SAME_TYPE(__typeof__(((name *) 0)->field), type), "type of " #name "." #field)
#define CONSTANT32(name, value) _Static_assert((UINT32) (name) == value, "value of " #name)
#define CONSTANT64(name, value) _Static_assert((UINT64) (name) == value, "value of " #name)
#define KEY(name, lo, hi)                                                                     \\
    _Static_assert(name##$lo == lo, "first half of " #name);                                  \\
    _Static_assert(name##$hi == hi, "second half of " #name)
#define FUNCTION(name, result, ...)                                                           \\
    _Static_assert(SAME_TYPE(__typeof__(name), result WINAPI (__VA_ARGS__)), "type of " #name)
#define CALLBACK_TYPE(name, result, ...)                                                      \\
    _Static_assert(SAME_TYPE(name, result (CALLBACK *)(__VA_ARGS__)), "type of " #name)
"""


def rows(table):
    with open(FACTS / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def parameter_types(parameters):
    return ", ".join(parameter.split(":")[1] for parameter in parameters.split(";") if parameter) or "void"


def structs():
    previous = None
    for row in rows("struct_sizes_sdk26100"):
        name = row["struct"]
        if name in LEFT_OUT_STRUCTS:
            continue
        if name != previous:
            yield ""
            yield f"STRUCT({name}, {row['size']}, {row['align']});"
            previous = name
        yield f"FIELD({name}, {row['field']}, {row['offset']}, {row['field_size']});"
        if row["field_c_type"] != "anon_structure":
            yield f"FIELD_TYPE({name}, {row['field']}, {row['field_c_type']});"


def constants():
    group = None
    for row in rows("constants"):
        if row["name"] in LEFT_OUT_CONSTANTS:
            continue
        if row["group"] != group:
            group = row["group"]
            yield ""
        width, suffix = (64, "ULL") if row["ctype"] == "UINT64" else (32, "U")
        yield f"CONSTANT{width}({row['name']}, {row['value']}{suffix});"


def keys():
    kind = None
    for row in rows("guids"):
        if row["kind"] != kind:
            kind = row["kind"]
            yield ""
        data1, data2, data3, clock, node = row["guid"].split("-")
        tail = bytes.fromhex(clock + node)
        yield f"KEY({row['name']}, 0x{data3}{data2}{data1}ULL, 0x{int.from_bytes(tail, 'little'):016x}ULL);"


def functions():
    yield ""
    for row in rows("functions"):
        yield f"FUNCTION({row['name']}, {row['returns']}, {parameter_types(row['params'])});"
    yield ""
    for row in rows("callbacks"):
        yield f"CALLBACK_TYPE({row['name']}, {row['returns']}, {parameter_types(row['params'])});"


lines = [HEAD.rstrip("\n"), *structs(), *constants(), *keys(), *functions()]
(HERE / "layout_assertions.c").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
