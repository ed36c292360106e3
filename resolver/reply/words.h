/* Words: templates/<language>/words.ini, what one language calls the things that a reply names. */
#ifndef REPLY_WORDS_H
#define REPLY_WORDS_H

#include <glib.h>

#include "model/model.h"

typedef struct TypeName {
    Str code, name;
} TypeName;

typedef struct Words {
    Str detail[DETAIL_REQUIRED];  /* [detail] labels of the seven details: "Purchase units" */
    Str period;                   /* [detail] period: month and year in one */
    Str partner_id;               /* [detail] partner_id: "MPN ID (PartnerID)" */
    Str kind[KIND_COUNT];         /* [kind] with their article: "an order confirmation" */
    Str listing[LISTING_COUNT];   /* [listing] the three details of a directory entry */
    Str named_document;           /* [document] named: a file's name, "{}", in quotation marks */
    Str inline_document;          /* [document] inline: "the document in your message" */
    Str subject;                  /* [mail] subject of the reply to a mail without one */
    TypeName *types;              /* [type] of the catalogue */
    size_t types_len;
    GHashTable *offices;          /* [name] office: words, in small letters, that no person's name holds */
    char **office_ends;           /* [name] office: those with a "*", which end one */
} Words;

#define WORDS_ERROR (g_quark_from_static_string("words"))

/* NULL and an error naming file, group and key when the file cannot be read, or a word is missing. */
Words *words_load(const char *path, GError **error);
void words_free(Words **words);

/* The name of a document between the language's quotation marks. */
Str words_document(const Words *words, Arena *arena, Str name);

/* Is the sender's name that of a department or company ("Accounts Payable", "학사팀"), which nobody greets by name? */
bool words_is_office(const Words *words, Str name);

/* The name of a type of the catalogue; absent for any other. */
Str words_type(const Words *words, Str omlp_type);

#endif
