/* Mustache: logic-less templates over Data (the published specification, with its optional dynamic names).
 *
 * A set holds templates by name; each is compiled once and rendered many times, and is a partial to the others:
 *
 *     Mustache *set = mustache_new(names);
 *     mustache_add(set, STR("greeting"), STR("templates/en/greeting.mustache"), source, &error);
 *     mustache_render(set, STR("greeting"), &data, MUSTACHE_TEXT, &buf, &error);
 *     mustache_free(&set);
 *
 * What is rendered into the output is never read as a template again, so "{{" in data is just text. Compiling and
 * rendering take linear time; nesting and work are bounded, a hostile template ends in an error. Lambdas and inheritance
 * are not offered. Sets may be rendered from several threads at once, but not while a template is added to one that has
 * the same names. mustache_json.h renders over JSON. */
#ifndef REPLY_MUSTACHE_H
#define REPLY_MUSTACHE_H

#include <glib.h>

#include "base/buf.h"
#include "base/vec.h"
#include "reply/data.h"

#define MUSTACHE_DEPTH_MAX 64          /* sections within sections, partials within partials */
#define MUSTACHE_STEPS_MAX 20000000    /* tags and text pieces of one rendering */
#define MUSTACHE_OUTPUT_MAX (64u << 20) /* bytes of one rendering */

typedef enum MustacheEscape {
    MUSTACHE_TEXT, /* nothing is escaped: plain text */
    MUSTACHE_HTML  /* {{x}} escapes & < > " ', {{{x}}} and {{&x}} do not: what the specification says */
} MustacheEscape;

typedef enum MustacheOp {
    MUSTACHE_LINE,     /* a line of the template begins here: the place for a partial's indentation */
    MUSTACHE_LITERAL,  /* text as it stands */
    MUSTACHE_VALUE,    /* {{x}} */
    MUSTACHE_RAW,      /* {{{x}}}, {{&x}} */
    MUSTACHE_SECTION,  /* {{#x}} */
    MUSTACHE_INVERTED, /* {{^x}} */
    MUSTACHE_END,      /* {{/x}} */
    MUSTACHE_PARTIAL   /* {{>x}}, {{>*x}} */
} MustacheOp;

typedef struct MustacheTag {
    MustacheOp op;
    Str text;     /* the literal, or the name */
    Str indent;   /* of a partial alone on its line */
    bool dynamic; /* {{>*x}}: the name of the partial is the value of x */
    const unsigned *path; /* numbers of the parts of a dotted name; of the template, where {{>x}} names one */
    size_t parts; /* 0 for {{.}} */
    size_t end;   /* of a section: the index of its end tag */
    size_t line;  /* of the source, 1-based */
} MustacheTag;

typedef VEC(MustacheTag) MustacheTags;

typedef struct MustacheTemplate {
    Str name, file; /* file as shown in messages */
    MustacheTags tags;
} MustacheTemplate;

typedef struct Mustache Mustache;

#define MUSTACHE_ERROR (g_quark_from_static_string("mustache"))

/* `names` gives the names of templates and data their numbers, and outlives the set. */
Mustache *mustache_new(Names *names);
void mustache_free(Mustache **set);

/* Compiles a template; a later one of the same name replaces it. Source, name and file are copied. False and an error
 * "file:line: what" when it cannot be compiled. */
bool mustache_add(Mustache *set, Str name, Str file, Str source, GError **error);

/* NULL when there is none. For those who check templates. */
const MustacheTemplate *mustache_find(const Mustache *set, Str name);
/* All templates, ordered by name; the array is the caller's, the templates are the set's. */
GPtrArray *mustache_list(const Mustache *set);

/* Appends the rendering to `out`. An unknown name is the empty string, an unknown partial nothing, as the specification
 * says. False and an error when there is no such template or a limit is exceeded. */
bool mustache_render(const Mustache *set, Str name, const Data *data, MustacheEscape escape, Buf *out,
                     GError **error);

#endif
