/* Output: where results go: standard output, or one file a ticket in a folder.
 *
 * Files are named after the ticket's id, made safe and unique within the run, and appear only when complete. On
 * standard output several mails make an mbox and several pages one HTML page. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <glib.h>
#include <stdbool.h>

#include "base/buf.h"

#define FORMAT_LIST(X)                                                                                                 \
    X(FORMAT_TEXT, "text", "txt")                                                                                      \
    X(FORMAT_JSON, "json", "json")                                                                                     \
    X(FORMAT_NDJSON, "ndjson", "ndjson")                                                                               \
    X(FORMAT_EML, "eml", "eml")                                                                                        \
    X(FORMAT_HTML, "html", "html")
#define FORMAT_ENUM(name, word, suffix) name,
typedef enum Format { FORMAT_LIST(FORMAT_ENUM) FORMAT_COUNT } Format;
#undef FORMAT_ENUM

/* FORMAT_TEXT for NULL, FORMAT_COUNT for an unknown word. */
Format format_of(const char *word);
const char *format_word(Format format);

typedef struct Output Output;

/* `folder` NULL: standard output; else it is made where it does not exist. */
Output *output_open(const char *folder, Format format, GError **error);
typedef struct OutputAgain {
    const char *file; /* the name that the result had in an earlier run; NULL: none */
    bool finished;    /* the journal takes it for written: the file is durable before it bears the name */
} OutputAgain;

/* The result of one ticket. *file (to be freed): its name in the folder; NULL on standard output. False when it could not be written: then nothing more should be tried. */
bool output_write(Output *output, Str id, const OutputAgain *again, Str result, char **file, GError **error);
/* The file of an earlier run: is it there; and no other ticket gets its name. */
bool output_has(const Output *output, const char *file);
void output_skip(Output *output, const char *file);
/* Results may wait in a buffer: now they go out. */
bool output_flush(Output *output, GError **error);
/* Two runs into one folder would take each other's unfinished files, whatever journals they keep: false with an error when another
 * is at work there. Where a folder cannot be locked that is not prevented. */
bool output_lock(Output *output, GError **error);
/* In a forked process: the folder's lock is the caller's alone. */
void output_forked(Output *output);
/* False when what is still kept back could not be written. */
bool output_close(Output **output, GError **error);

/* A file name without its suffix: letters and digits of any script, "_"; "-" and "." not at the front; never empty. */
char *output_safe_name(Str id);

#endif
