/* Secret: tokens and passwords, from the environment, from a file that nobody else can read, or from what a command prints.
 * A secret is never in an argument, a message or a result. */
#ifndef CONNECT_SECRET_H
#define CONNECT_SECRET_H

#include <glib.h>

#include "model/model.h"

#define SECRET_MAX 8192 /* bytes */

typedef enum SecretKind { SECRET_NONE, SECRET_ENV, SECRET_FILE, SECRET_COMMAND } SecretKind;

typedef struct SecretSource {
    SecretKind kind;
    Str from; /* name of the variable, path of the file, or the command line, which no shell sees */
} SecretSource;

/* One line without control characters, white space around it trimmed; in the arena. False and an error that names the source. A
 * file must be a regular one of this user or root that group and others cannot read. A command has `time` milliseconds. */
bool secret_read(Arena *arena, const SecretSource *source, int time, Str *out, GError **error);

/* "the variable KPI_TOKEN", "the file /…/token", "the command pass": for people. */
Str secret_source_told(Arena *arena, const SecretSource *source);

#endif
