#include "reply/mustache.h"

#include "reply/html.h"
#include "reply/mustache_set.h"
#include "base/banned.h"

/* The context stack: a list through the C stack, the innermost first. */
typedef struct Frame {
    const json_t *data;
    const struct Frame *outer;
} Frame;

/* The indentation in force: that of the innermost partial and of all around it, outermost last. */
typedef struct Indent {
    Str text;
    const struct Indent *outer;
} Indent;

typedef struct Renderer {
    const Mustache *set;
    MustacheEscape escape;
    Buf *out;
    size_t from;  /* length of out before this rendering */
    size_t steps; /* taken so far */
    size_t depth; /* of sections and partials together */
    GError **error;
} Renderer;

static bool render(Renderer *r, const MustacheTemplate *t, size_t from, size_t to, const Frame *frame,
                   const Indent *indent);

static bool fail(const Renderer *r, const MustacheTemplate *t, const MustacheTag *tag, const char *what) {
    g_set_error(r->error, MUSTACHE_ERROR, 0, STR_FMT ":%zu: %s", STR_ARG(t->file), tag->line, what);
    return false;
}

/* The part of a dotted name before the next dot; *name keeps the rest. */
static Str next_part(Str *name) {
    ptrdiff_t dot = str_find_char(*name, '.');
    Str part = dot < 0 ? *name : str_sub(*name, 0, (size_t)dot);
    *name = dot < 0 ? STR("") : str_sub(*name, (size_t)dot + 1, name->len);
    return part;
}

/* The value of a name; NULL when it has none. Only its first part is looked for in the outer contexts. */
static const json_t *look_up(const Frame *frame, Str name) {
    if (str_eq(name, STR(".")))
        return frame->data;
    Str part = next_part(&name);
    const json_t *value = NULL;
    for (; frame && !value; frame = frame->outer)
        value = json_object_getn(frame->data, part.data, part.len);
    while (value && name.len) {
        part = next_part(&name);
        value = json_object_getn(value, part.data, part.len);
    }
    return value;
}

static bool is_true(const json_t *value) {
    if (!value)
        return false;
    switch (json_typeof(value)) {
    case JSON_NULL:
    case JSON_FALSE: return false;
    case JSON_ARRAY: return json_array_size(value) > 0;
    case JSON_STRING: return json_string_length(value) > 0;
    default: return true;
    }
}

static void add_value(Renderer *r, const json_t *value, bool raw) {
    if (!value)
        return;
    switch (json_typeof(value)) {
    case JSON_STRING: {
        Str text = {json_string_value(value), json_string_length(value)};
        if (raw || r->escape == MUSTACHE_TEXT)
            buf_add(r->out, text);
        else
            html_escape(r->out, text);
        break;
    }
    case JSON_INTEGER: buf_printf(r->out, "%" JSON_INTEGER_FORMAT, json_integer_value(value)); break;
    case JSON_REAL: buf_printf(r->out, "%.15g", json_real_value(value)); break;
    case JSON_TRUE: buf_add(r->out, STR("true")); break;
    case JSON_FALSE: buf_add(r->out, STR("false")); break;
    default: break; /* null, and lists and objects, which are no text */
    }
}

static void add_indent(Buf *out, const Indent *indent) {
    if (!indent)
        return;
    add_indent(out, indent->outer);
    buf_add(out, indent->text);
}

static bool render_section(Renderer *r, const MustacheTemplate *t, size_t at, const Frame *frame,
                           const Indent *indent) {
    const MustacheTag *tag = &t->tags.items[at];
    const json_t *value = look_up(frame, tag->text);
    if (tag->op == MUSTACHE_INVERTED)
        return is_true(value) || render(r, t, at + 1, tag->end, frame, indent);
    if (!is_true(value))
        return true;
    bool list = json_is_array(value);
    size_t n = list ? json_array_size(value) : 1;
    for (size_t i = 0; i < n; i++) {
        Frame inner = {list ? json_array_get(value, i) : value, frame};
        if (!render(r, t, at + 1, tag->end, &inner, indent))
            return false;
    }
    return true;
}

static bool render_partial(Renderer *r, const MustacheTemplate *t, const MustacheTag *tag, const Frame *frame,
                           const Indent *indent) {
    const char *name = tag->dynamic ? json_string_value(look_up(frame, tag->text)) : tag->text.data;
    const MustacheTemplate *partial = name ? g_hash_table_lookup(r->set->templates, name) : NULL;
    if (!partial)
        return true;
    if (r->depth >= MUSTACHE_DEPTH_MAX)
        return fail(r, t, tag, "partials are nested too deep");
    Indent inner = {tag->indent, indent};
    return render(r, partial, 0, partial->tags.len, frame, tag->indent.len ? &inner : indent);
}

static bool render(Renderer *r, const MustacheTemplate *t, size_t from, size_t to, const Frame *frame,
                   const Indent *indent) {
    r->depth++;
    for (size_t i = from; i < to; i++) {
        const MustacheTag *tag = &t->tags.items[i];
        if (++r->steps > MUSTACHE_STEPS_MAX || r->out->len - r->from > MUSTACHE_OUTPUT_MAX)
            return fail(r, t, tag, "the rendering is too long");
        switch (tag->op) {
        case MUSTACHE_LINE: add_indent(r->out, indent); break;
        case MUSTACHE_LITERAL: buf_add(r->out, tag->text); break;
        case MUSTACHE_VALUE: add_value(r, look_up(frame, tag->text), false); break;
        case MUSTACHE_RAW: add_value(r, look_up(frame, tag->text), true); break;
        case MUSTACHE_SECTION:
        case MUSTACHE_INVERTED:
            if (r->depth >= MUSTACHE_DEPTH_MAX)
                return fail(r, t, tag, "sections are nested too deep");
            if (!render_section(r, t, i, frame, indent))
                return false;
            i = tag->end;
            break;
        case MUSTACHE_PARTIAL:
            if (!render_partial(r, t, tag, frame, indent))
                return false;
            break;
        case MUSTACHE_END: break;
        }
    }
    r->depth--;
    return true;
}

bool mustache_render(const Mustache *set, Str name, const json_t *data, MustacheEscape escape, Buf *out,
                     GError **error) {
    const MustacheTemplate *template = mustache_find(set, name);
    if (!template) {
        g_set_error(error, MUSTACHE_ERROR, 0, "there is no template " STR_FMT, STR_ARG(name));
        return false;
    }
    Renderer r = {.set = set, .escape = escape, .out = out, .from = out->len, .error = error};
    Frame frame = {data, NULL};
    return render(&r, template, 0, template->tags.len, &frame, NULL);
}

const MustacheTemplate *mustache_find(const Mustache *set, Str name) {
    char *key = g_strndup(name.data, name.len);
    const MustacheTemplate *found = g_hash_table_lookup(set->templates, key);
    g_free(key);
    return found;
}

static gint by_name(gconstpointer a, gconstpointer b) {
    const MustacheTemplate *const *x = a, *const *y = b;
    return str_cmp((*x)->name, (*y)->name);
}

GPtrArray *mustache_list(const Mustache *set) {
    GPtrArray *list = g_ptr_array_new();
    GHashTableIter iter;
    gpointer template;
    g_hash_table_iter_init(&iter, set->templates);
    while (g_hash_table_iter_next(&iter, NULL, &template))
        g_ptr_array_add(list, template);
    g_ptr_array_sort(list, by_name);
    return list;
}
