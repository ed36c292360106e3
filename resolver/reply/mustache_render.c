#include "reply/mustache.h"

#include "reply/html.h"
#include "reply/mustache_set.h"
#include "base/banned.h"

/* The context stack: a list through the C stack, the innermost first. */
typedef struct Frame {
    const Data *data;
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

/* The value that a tag names; NULL when there is none. Only the first part is looked for in the outer contexts. */
static const Data *look_up(const Frame *frame, const MustacheTag *tag) {
    if (!tag->parts)
        return frame->data;
    const Data *value = NULL;
    for (; frame && !value; frame = frame->outer)
        value = data_member(frame->data, tag->path[0]);
    for (size_t i = 1; value && i < tag->parts; i++)
        value = data_member(value, tag->path[i]);
    return value;
}

static bool is_true(const Data *value) {
    if (!value)
        return false;
    switch (value->kind) {
    case DATA_TEXT: return value->text.len > 0;
    case DATA_FLAG: return value->flag;
    case DATA_LIST: return value->len > 0;
    default: return true;
    }
}

/* Lists and objects are no text. */
static void add_value(Renderer *r, const Data *value, bool raw) {
    if (!value)
        return;
    if (value->kind == DATA_FLAG)
        buf_add(r->out, value->flag ? STR("true") : STR("false"));
    else if (value->kind == DATA_TEXT && (raw || r->escape == MUSTACHE_TEXT))
        buf_add(r->out, value->text);
    else if (value->kind == DATA_TEXT)
        html_escape(r->out, value->text);
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
    const Data *value = look_up(frame, tag);
    if (tag->op == MUSTACHE_INVERTED)
        return is_true(value) || render(r, t, at + 1, tag->end, frame, indent);
    if (!is_true(value))
        return true;
    bool list = value->kind == DATA_LIST;
    size_t n = list ? value->len : 1;
    for (size_t i = 0; i < n; i++) {
        Frame inner = {list ? &value->items[i] : value, frame};
        if (!render(r, t, at + 1, tag->end, &inner, indent))
            return false;
    }
    return true;
}

static const MustacheTemplate *template_of(const Mustache *set, unsigned number) {
    return number < set->templates.len ? set->templates.items[number] : NULL;
}

static bool render_partial(Renderer *r, const MustacheTemplate *t, const MustacheTag *tag, const Frame *frame,
                           const Indent *indent) {
    const MustacheTemplate *partial = NULL;
    if (!tag->dynamic) {
        partial = template_of(r->set, tag->path[0]);
    } else {
        const Data *name = look_up(frame, tag);
        partial = name && name->kind == DATA_TEXT ? mustache_find(r->set, name->text) : NULL;
    }
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
        case MUSTACHE_VALUE: add_value(r, look_up(frame, tag), false); break;
        case MUSTACHE_RAW: add_value(r, look_up(frame, tag), true); break;
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

bool mustache_render(const Mustache *set, Str name, const Data *data, MustacheEscape escape, Buf *out,
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
    unsigned number;
    return names_find(set->names, name, &number) ? template_of(set, number) : NULL;
}

static gint by_name(gconstpointer a, gconstpointer b) {
    const MustacheTemplate *const *x = a, *const *y = b;
    return str_cmp((*x)->name, (*y)->name);
}

GPtrArray *mustache_list(const Mustache *set) {
    GPtrArray *list = g_ptr_array_new();
    for (size_t i = 0; i < set->templates.len; i++)
        if (set->templates.items[i])
            g_ptr_array_add(list, set->templates.items[i]);
    g_ptr_array_sort(list, by_name);
    return list;
}
