/* Compiling templates; rendering is in mustache_render.c. */
#include "reply/mustache.h"

#include "reply/mustache_set.h"
#include "base/banned.h"

typedef struct Compiler {
    Arena *arena;
    Names *names;
    MustacheTemplate *template;
    Str source;
    Str open, close;     /* delimiters in force */
    size_t at;           /* read up to here */
    size_t line;         /* of `at`, 1-based */
    bool line_begun;     /* text or a tag of the line of `at` was already met */
    VEC(size_t) sections; /* open ones: indexes of their tags */
} Compiler;

static bool fail(const Compiler *c, GError **error, size_t line, const char *what, Str name) {
    Str file = c->template->file;
    g_set_error(error, MUSTACHE_ERROR, 0, STR_FMT ":%zu: %s" STR_FMT, STR_ARG(file), line, what, STR_ARG(name));
    return false;
}

static MustacheTag *emit(Compiler *c, MustacheOp op, Str text) {
    MustacheTag *tag = VEC_PUSH(c->arena, &c->template->tags);
    *tag = (MustacheTag){.op = op, .text = text, .line = c->line};
    return tag;
}

static void begin_line(Compiler *c) {
    if (!c->line_begun)
        emit(c, MUSTACHE_LINE, STR(""));
    c->line_begun = true;
}

/* Literal text up to `to`, one tag a line so that partials can be indented. */
static void literal(Compiler *c, size_t to) {
    while (c->at < to) {
        Str rest = str_sub(c->source, c->at, to);
        ptrdiff_t newline = str_find_char(rest, '\n');
        size_t end = newline < 0 ? to : c->at + (size_t)newline + 1;
        begin_line(c);
        emit(c, MUSTACHE_LITERAL, str_sub(c->source, c->at, end));
        c->at = end;
        if (newline >= 0) {
            c->line++;
            c->line_begun = false;
        }
    }
}

/* Does nothing but blanks stand between `at` and the end of its line? *next is where the next line begins. */
static bool line_ends(Str source, size_t at, size_t *next) {
    while (at < source.len && (source.data[at] == ' ' || source.data[at] == '\t'))
        at++;
    if (at < source.len && source.data[at] == '\r' && at + 1 < source.len && source.data[at + 1] == '\n')
        at++;
    *next = at < source.len ? at + 1 : at;
    return at == source.len || source.data[at] == '\n';
}

/* Where the delimiter stands next, from `at` on; -1 when nowhere. By its first byte, so that no call looks at more of the
 * source than it passes (sanitizers check all that memmem() might read). */
static ptrdiff_t find_delimiter(Str source, size_t at, Str delimiter) {
    while (at < source.len) {
        ptrdiff_t next = str_find_char(str_sub(source, at, source.len), delimiter.data[0]);
        if (next < 0)
            return -1;
        at += (size_t)next;
        if (str_starts(str_sub(source, at, source.len), delimiter))
            return (ptrdiff_t)at;
        at++;
    }
    return -1;
}

static Str trim(Str s) {
    while (s.len && g_ascii_isspace(s.data[0]))
        s = str_sub(s, 1, s.len);
    while (s.len && g_ascii_isspace(s.data[s.len - 1]))
        s.len--;
    return s;
}

static bool has_space(Str s) {
    for (size_t i = 0; i < s.len; i++)
        if (g_ascii_isspace(s.data[i]))
            return true;
    return false;
}

/* "{{=<% %>=}}": the two new delimiters, parted by blanks, without "=" in them. */
static bool set_delimiters(Compiler *c, Str inside, GError **error) {
    inside = trim(inside);
    size_t gap = 0;
    while (gap < inside.len && !g_ascii_isspace(inside.data[gap]))
        gap++;
    Str open = str_sub(inside, 0, gap), close = trim(str_sub(inside, gap, inside.len));
    if (!open.len || !close.len || has_space(close) || str_find_char(inside, '=') >= 0)
        return fail(c, error, c->line, "delimiters must be two words without \"=\": ", inside);
    c->open = open;
    c->close = close;
    return true;
}

static bool open_section(Compiler *c, GError **error) {
    if (c->sections.len == MUSTACHE_DEPTH_MAX)
        return fail(c, error, c->line, "sections are nested too deep", STR(""));
    *VEC_PUSH(c->arena, &c->sections) = c->template->tags.len - 1;
    return true;
}

static bool close_section(Compiler *c, Str name, GError **error) {
    if (!c->sections.len)
        return fail(c, error, c->line, "unbalanced section, nothing is open for /", name);
    MustacheTag *opened = &c->template->tags.items[c->sections.items[--c->sections.len]];
    if (!str_eq(opened->text, name))
        return fail(c, error, c->line, "unbalanced section, closed by the name /", name);
    opened->end = c->template->tags.len - 1;
    return true;
}

/* What the sigil of a tag means; false for comments and delimiters, which leave nothing behind. */
static bool op_of(char sigil, MustacheOp *op) {
    switch (sigil) {
    case '#': *op = MUSTACHE_SECTION; return true;
    case '^': *op = MUSTACHE_INVERTED; return true;
    case '/': *op = MUSTACHE_END; return true;
    case '>': *op = MUSTACHE_PARTIAL; return true;
    case '{':
    case '&': *op = MUSTACHE_RAW; return true;
    case '!':
    case '=': return false;
    default: *op = MUSTACHE_VALUE; return true;
    }
}

typedef struct Found {
    char sigil; /* '\0' for {{x}} */
    Str inside; /* between sigil and closing delimiter */
    size_t to;  /* end of the whole tag */
} Found;

/* The tag that begins at the open delimiter `from`. */
static bool read_tag(const Compiler *c, size_t from, Found *found, GError **error) {
    size_t at = from + c->open.len;
    while (at < c->source.len && (c->source.data[at] == ' ' || c->source.data[at] == '\t'))
        at++;
    char sigil = at < c->source.len ? c->source.data[at] : '\0';
    bool named = !sigil || !strchr("#^/>{&!=", sigil);
    if (named)
        sigil = '\0';
    size_t inside = named ? from + c->open.len : at + 1;
    Str rest = str_sub(c->source, inside, c->source.len);
    ptrdiff_t end = find_delimiter(rest, 0, c->close);
    size_t extra = 0;
    if (end >= 0 && (sigil == '{' || sigil == '=')) {
        char wanted = sigil == '{' ? '}' : '=';
        size_t mark = inside + (size_t)end;
        if (sigil == '{' && mark + c->close.len < c->source.len && c->source.data[mark + c->close.len] == wanted &&
            c->source.data[mark] == wanted)
            end++; /* "}}}" of a triple mustache: the first brace is its own */
        if (end == 0 || rest.data[end - 1] != wanted)
            end = -1;
        extra = 1;
    }
    if (end < 0)
        return fail(c, error, c->line, "a tag is not closed", STR(""));
    *found = (Found){sigil, str_sub(rest, 0, (size_t)end - extra), inside + (size_t)end + c->close.len};
    return true;
}

/* Names become numbers here, so that rendering compares none. */
static void number_names(Compiler *c, MustacheTag *tag) {
    VEC(unsigned) path = {0};
    bool whole = tag->op == MUSTACHE_PARTIAL && !tag->dynamic; /* a template's name may have dots */
    for (Str rest = tag->text; rest.len && !str_eq(tag->text, STR("."));) {
        ptrdiff_t dot = whole ? -1 : str_find_char(rest, '.');
        size_t end = dot < 0 ? rest.len : (size_t)dot;
        *VEC_PUSH(c->arena, &path) = names_number(c->names, str_sub(rest, 0, end));
        rest = str_sub(rest, end + 1, rest.len);
    }
    tag->path = path.items;
    tag->parts = path.len;
}

static bool add_tag(Compiler *c, const Found *found, Str before, bool alone, GError **error) {
    MustacheOp op;
    if (found->sigil == '=')
        return set_delimiters(c, found->inside, error);
    if (!op_of(found->sigil, &op))
        return true;
    Str name = trim(found->inside);
    bool dynamic = op == MUSTACHE_PARTIAL && str_starts(name, STR("*"));
    if (dynamic)
        name = trim(str_sub(name, 1, name.len));
    if (!name.len)
        return fail(c, error, c->line, "a tag without a name", STR(""));
    MustacheTag *tag = emit(c, op, name);
    tag->dynamic = dynamic;
    if (op != MUSTACHE_END)
        number_names(c, tag);
    if (alone && op == MUSTACHE_PARTIAL)
        tag->indent = before;
    if (op == MUSTACHE_SECTION || op == MUSTACHE_INVERTED)
        return open_section(c, error);
    return op != MUSTACHE_END || close_section(c, name, error);
}

/* Tags that leave no trace of their line when they stand alone on it. */
static bool may_stand_alone(char sigil) {
    return sigil && sigil != '{' && sigil != '&';
}

/* The next tag and the text before it; *done when there is none. */
static bool step(Compiler *c, bool *done, GError **error) {
    ptrdiff_t next = find_delimiter(c->source, c->at, c->open);
    *done = next < 0;
    if (*done)
        return true;
    size_t from = (size_t)next, blanks = from, to;
    while (blanks > c->at && (c->source.data[blanks - 1] == ' ' || c->source.data[blanks - 1] == '\t'))
        blanks--;
    literal(c, blanks);
    Found found;
    if (!read_tag(c, from, &found, error))
        return false;
    Str before = str_sub(c->source, blanks, from);
    bool alone = may_stand_alone(found.sigil) && !c->line_begun && line_ends(c->source, found.to, &to);
    if (!alone) {
        literal(c, from);
        begin_line(c);
        to = found.to;
    }
    if (!add_tag(c, &found, before, alone, error))
        return false;
    for (size_t i = from; i < to; i++) /* comments may go over several lines */
        c->line += c->source.data[i] == '\n';
    c->at = to;
    return true;
}

static bool compile(Compiler *c, GError **error) {
    for (bool done = false; !done;)
        if (!step(c, &done, error))
            return false;
    literal(c, c->source.len);
    if (c->sections.len) {
        const MustacheTag *open = &c->template->tags.items[c->sections.items[c->sections.len - 1]];
        return fail(c, error, open->line, "unbalanced section, never closed: ", open->text);
    }
    return true;
}

bool mustache_add(Mustache *set, Str name, Str file, Str source, GError **error) {
    MustacheTemplate *template = ARENA_NEW(set->arena, MustacheTemplate);
    template->name = arena_str(set->arena, name);
    template->file = arena_str(set->arena, file);
    Compiler c = {.arena = set->arena,
                  .names = set->names,
                  .template = template,
                  .source = arena_str(set->arena, source),
                  .open = STR("{{"),
                  .close = STR("}}"),
                  .line = 1};
    if (!compile(&c, error))
        return false;
    unsigned number = names_number(set->names, name);
    while (set->templates.len <= number)
        VEC_PUSH(set->arena, &set->templates);
    set->templates.items[number] = template;
    return true;
}

Mustache *mustache_new(Names *names) {
    Mustache *set = g_new0(Mustache, 1);
    set->arena = arena_new();
    set->names = names;
    return set;
}

void mustache_free(Mustache **set) {
    if (!*set)
        return;
    arena_free(&(*set)->arena);
    g_free(*set);
    *set = NULL;
}
