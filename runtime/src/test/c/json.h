/* Writes JSON, one value a line. */
#ifndef JSON_H
#define JSON_H

#include "engine.h"

struct json {
    char *text;
    size_t size;
    size_t used;
    BOOL continued; /* a value stands before, so that a comma is due */
};

static void put(struct json *json, char character) {
    if (json->used + 1 < json->size) {
        json->text[json->used++] = character;
        json->text[json->used] = 0;
    }
}

static void put_text(struct json *json, const char *text) {
    while (*text) {
        put(json, *text++);
    }
}

static void put_hex(struct json *json, UINT64 number, int digits) {
    while (digits-- > 0) {
        put(json, "0123456789abcdef"[number >> (4 * digits) & 15]);
    }
}

static void put_number(struct json *json, UINT64 number) {
    if (number >= 10) {
        put_number(json, number / 10);
    }
    put(json, (char) ('0' + number % 10));
}

/* Ends the line before, if there is a value on it, and begins a new one, with a name in an object. */
static void next(struct json *json, const char *name) {
    if (json->continued) {
        put_text(json, ",\n");
    }
    json->continued = TRUE;
    if (name) {
        put(json, '"');
        put_text(json, name);
        put_text(json, "\": ");
    }
}

static void open(struct json *json, const char *name, char bracket) {
    next(json, name);
    put(json, bracket);
    json->continued = FALSE;
}

static void close(struct json *json, char bracket) {
    put(json, bracket);
    json->continued = TRUE;
}

static void write_number(struct json *json, const char *name, UINT64 number) {
    next(json, name);
    put_number(json, number);
}

static void write_signed(struct json *json, const char *name, INT64 number) {
    next(json, name);
    if (number < 0) {
        put(json, '-');
    }
    put_number(json, number < 0 ? 0 - (UINT64) number : (UINT64) number);
}

/* UTF-16; everything but printable ASCII is escaped. */
static void write_text(struct json *json, const char *name, const wchar_t *text) {
    next(json, name);
    if (!text) {
        put_text(json, "null");
        return;
    }
    put(json, '"');
    for (; *text; text++) {
        if (*text < ' ' || *text > '~' || *text == '"' || *text == '\\') {
            put_text(json, "\\u");
            put_hex(json, *text, 4);
        } else {
            put(json, (char) *text);
        }
    }
    put(json, '"');
}

static void write_bytes(struct json *json, const char *name, const UINT8 *bytes, UINT32 size) {
    next(json, name);
    put(json, '"');
    for (UINT32 i = 0; i < size; i++) {
        put_hex(json, bytes[i], 2);
    }
    put(json, '"');
}

static void write_key(struct json *json, const char *name, const GUID *key) {
    next(json, name);
    if (!key) {
        put_text(json, "null");
        return;
    }
    put(json, '"');
    put_hex(json, key->Data1, 8);
    put(json, '-');
    put_hex(json, key->Data2, 4);
    put(json, '-');
    put_hex(json, key->Data3, 4);
    for (int i = 0; i < 8; i++) {
        if (i == 0 || i == 2) {
            put(json, '-');
        }
        put_hex(json, key->Data4[i], 2);
    }
    put(json, '"');
}

#endif
