/* The inside of Templates: one set a language. Only reply/ includes this. */
#ifndef REPLY_TEMPLATES_H
#define REPLY_TEMPLATES_H

#include "reply/mustache.h"
#include "reply/reply.h"
#include "reply/words.h"

typedef struct TemplateSet {
    Mustache *mustache;
    Words *words;
} TemplateSet;

struct Templates {
    Names *names; /* of variables and templates, for all languages */
    TemplateSet of[LANGUAGE_COUNT]; /* all NULL where the folder has no such language */
};

/* The set of a language; English where it has none. *language becomes that of the set. */
const TemplateSet *templates_set(const Templates *templates, Language *language);

/* Names of the templates that every language must have: NULL at the end. "ticket" is the frame of a KPI ticket, the
 * words of decisions are the blocks of its lines, the words of intents whole answers, "other" the holding reply. */
extern const char *const templates_required[];

/* Files of a language's folder by name, as a new array of paths; NULL and an error when it cannot be read. */
GPtrArray *templates_files(const char *folder, GError **error);
/* "no_discrepancy" of ".../no_discrepancy.mustache"; to be freed. */
char *templates_name(const char *path);

#endif
