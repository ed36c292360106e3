/* JsonIn: JSON as it is read, a tree of views (jsonout.h writes it).
 *
 *     JsonIn *root;
 *     JsonInError wrong;
 *     if (jsonin_read(arena, bytes, &root, &wrong))
 *         Str subject = jsonin_get(root, "subject")->text;
 *
 * Written by hand and not with jansson, which a ticket cost a tenth of all its instructions: it asks a function for every byte,
 * copies every string twice and keeps numbers as binary ones. Here strings without escapes and numbers are views of the bytes,
 * as they are written. What it takes and what it refuses is the same: RFC 8259, no name twice in an object, integers of 64 bits. */
#ifndef PARSERS_JSONIN_H
#define PARSERS_JSONIN_H

#include "base/arena.h"

#define JSONIN_DEPTH_MAX 2048 /* values in values; what is deeper is refused */

typedef enum JsonKind {
    JSONIN_NULL, JSONIN_TRUE, JSONIN_FALSE,
    JSONIN_INTEGER, JSONIN_REAL, /* as written; a real has a point or an exponent */
    JSONIN_STRING,
    JSONIN_ARRAY, JSONIN_OBJECT
} JsonKind;

typedef struct JsonIn {
    JsonKind kind;
    Str name;              /* of a member of an object */
    Str text;              /* of strings, escapes decoded, and numbers; may hold NUL */
    struct JsonIn *first;  /* of an array or object, in the order of the bytes */
    struct JsonIn *next;   /* of the same array or object */
    size_t count;          /* elements or members */
} JsonIn;

typedef struct JsonInError {
    size_t line; /* 1-based */
    const char *text;
} JsonInError;

/* The one value of the bytes, an array or object. Its texts are in the arena or views of the bytes. False when that is not what
 * they are, bytes that are no UTF-8 included. */
bool jsonin_read(Arena *arena, Str bytes, JsonIn **root, JsonInError *error);

/* The member of that name; NULL when there is none, or `object` is none (it may be NULL). */
const JsonIn *jsonin_get(const JsonIn *object, const char *name);

#endif
