#include "connect/unwrap.h"

#include "connect/failure.h"
#include "connect/json_span.h"
#include "base/banned.h"

#define NESTED_MAX 4  /* members of members ... */
#define PLACES_MAX 10 /* arrays that are told where the rows are not found */

typedef struct Reader {
    Arena *arena;
    Str shown;
    const UnwrapRules *rules;
    UnwrapState *state;
    Buf *out;
    UnwrapPage *page;
    GError **error;
} Reader;

static bool refuse(const Reader *reader, Failure failure, const char *why, Str what) {
    return failure_set(reader->error, failure, STR_FMT ": %s" STR_FMT, STR_ARG(reader->shown), why, STR_ARG(what));
}

static Str without_bom(Str body) {
    return str_starts(body, STR("\xEF\xBB\xBF")) ? str_sub(body, 3, body.len) : body;
}

bool unwrap_is_json(Str body) {
    Str text = without_bom(body);
    size_t at = 0;
    while (at < text.len && text.data[at] && strchr(" \t\r\n", text.data[at]))
        at++;
    return at < text.len && (text.data[at] == '{' || text.data[at] == '[');
}

/* ---- one row ---- */

/* Numbers stay as they are written: a row is copied as text and never becomes a number of this machine. Line ends become
 * blanks: a row is one line. */
static void add_value(Buf *buf, Str value) {
    size_t at = buf->len;
    buf_add(buf, value);
    for (; at < buf->len; at++)
        if (buf->data[at] == '\n' || buf->data[at] == '\r')
            buf->data[at] = ' ';
}

static void end_row(Reader *reader) {
    buf_add_char(reader->out, '\n');
    reader->page->rows++;
}

static Str unquoted(Str key) {
    return str_sub(key, 1, key.len - 1);
}

/* Objects within become names with dots; arrays within have no place in a row. False when it is malformed. */
static bool flatten(Reader *reader, Str object, Str prefix, int depth, size_t *n) {
    SpanWalk walk = span_walk(object);
    for (Str key, value; span_next(&walk, &key, &value);) {
        Str name = prefix.len ? arena_printf(reader->arena, STR_FMT "." STR_FMT, STR_ARG(prefix), STR_ARG(unquoted(key))) : unquoted(key);
        if (span_is_array(value) || (span_is_object(value) && depth == NESTED_MAX))
            continue;
        if (span_is_object(value)) {
            if (!flatten(reader, value, name, depth + 1, n))
                return false;
            continue;
        }
        buf_add(reader->out, (*n)++ ? STR(",\"") : STR("\""));
        add_value(reader->out, name);
        buf_add(reader->out, STR("\":"));
        add_value(reader->out, value);
    }
    return span_done(&walk);
}

/* What is no row: the dashboard reader reports it. */
static void add_text(Reader *reader, Str text) {
    add_value(reader->out, text);
    end_row(reader);
}

/* The first array names the columns; where every page repeats it, it is no row. */
static bool add_array(Reader *reader, Str array) {
    UnwrapState *state = reader->state;
    SpanWalk walk = span_walk(array);
    Str key, value;
    if (!str_given(state->header)) {
        state->header = arena_str(reader->out->arena, array);
        while (span_next(&walk, &key, &value))
            *VEC_PUSH(reader->out->arena, &state->names) = arena_str(reader->out->arena, value);
        return span_done(&walk);
    }
    if (reader->page->rows == 0 && str_eq(array, state->header))
        return true;
    buf_add_char(reader->out, '{');
    for (size_t i = 0; span_next(&walk, &key, &value); i++)
        if (i < state->names.len && !span_is_array(value) && !span_is_object(value)) {
            buf_add(reader->out, i ? STR(",") : STR(""));
            add_value(reader->out, state->names.items[i]);
            buf_add_char(reader->out, ':');
            add_value(reader->out, value);
        }
    buf_add_char(reader->out, '}');
    if (span_done(&walk))
        end_row(reader);
    return span_done(&walk);
}

/* False when it is malformed: part of it may be in `out` then. */
static bool add_row(Reader *reader, Str text) {
    ArenaMark mark = arena_mark(reader->arena);
    size_t n = 0;
    if (span_is_array(text))
        return add_array(reader, text);
    if (!span_is_object(text))
        return add_text(reader, text), true;
    buf_add_char(reader->out, '{');
    bool good = flatten(reader, text, STR(""), 0, &n);
    buf_add_char(reader->out, '}');
    if (good)
        end_row(reader);
    arena_release(reader->arena, mark);
    return good;
}

/* ---- the members of the body, taken apart once: it may be large ---- */

typedef struct Member {
    Str key, value;
} Member;
typedef struct Outline {
    Str body;
    VEC(Member) members; /* of an object */
} Outline;

static bool outline_read(Reader *reader, Str body, Outline *outline) {
    SpanWalk walk = span_walk(body);
    outline->body = body;
    for (Str key, value; span_is_object(body) && span_next(&walk, &key, &value);)
        *VEC_PUSH(reader->arena, &outline->members) = (Member){unquoted(key), value};
    return !span_is_object(body) || span_done(&walk) || refuse(reader, FAILURE_CUT, "the JSON is malformed", STR(""));
}

/* span_at() of the body. */
static Str outline_at(const Outline *outline, Str path) {
    ptrdiff_t dot = str_find_char(path, '.');
    Str front = dot < 0 ? STR_NONE : str_sub(path, 0, (size_t)dot);
    if (!span_is_object(outline->body))
        return span_at(outline->body, path);
    for (size_t i = 0; i < outline->members.len; i++)
        if (str_eq(outline->members.items[i].key, path))
            return outline->members.items[i].value;
    for (size_t i = 0; i < outline->members.len && dot > 0; i++)
        if (str_eq(outline->members.items[i].key, front))
            return span_at(outline->members.items[i].value, str_sub(path, (size_t)dot + 1, path.len));
    return STR_NONE;
}

/* ---- where the rows are ---- */

static const Str row_places[] = {{"value", 5},       {"items", 5},      {"data", 4},       {"rows", 4},
                                 {"results", 7},     {"records", 7},    {"entries", 7},    {"d.results", 9},
                                 {"data.items", 10}, {"data.rows", 9},  {"data.results", 12}, {"result", 6}};

/* The only array of the object; with several, nobody can tell. */
static Str only_array(const Reader *reader, const Outline *outline, Str *name, Str *others) {
    Buf names = {.arena = reader->arena};
    Str found = STR_NONE;
    size_t n = 0;
    for (size_t i = 0; i < outline->members.len; i++) {
        if (!span_is_array(outline->members.items[i].value))
            continue;
        found = outline->members.items[i].value;
        *name = outline->members.items[i].key;
        buf_printf(&names, "%s" STR_FMT, n++ ? ", " : "", STR_ARG(*name));
    }
    *others = n > 1 ? buf_str(&names) : STR_NONE;
    return n == 1 ? found : STR_NONE;
}

/* Where deeper arrays of rows lie: an object that holds one is no row itself. */
static void list_places(const Reader *reader, Str object, Str prefix, int depth, Strs *places) {
    SpanWalk walk = span_walk(object);
    for (Str key, value; places->len < PLACES_MAX && span_next(&walk, &key, &value);) {
        Str name = arena_printf(reader->arena, STR_FMT "%s" STR_FMT, STR_ARG(prefix), prefix.len ? "." : "", STR_ARG(unquoted(key)));
        Str first = span_is_array(value) ? span_at(value, STR("0")) : STR_NONE;
        if (span_is_object(first) || span_is_array(first))
            *VEC_PUSH(reader->arena, places) = name;
        else if (span_is_object(value) && depth < NESTED_MAX)
            list_places(reader, value, name, depth + 1, places);
    }
}

static bool refuse_deeper(const Reader *reader, const Outline *outline) {
    Strs places = {0};
    Buf told = {.arena = reader->arena};
    list_places(reader, outline->body, STR(""), 0, &places);
    for (size_t i = 0; i < places.len; i++)
        buf_printf(&told, "%s" STR_FMT, i ? ", " : "", STR_ARG(places.items[i]));
    return !places.len || refuse(reader, FAILURE_SHAPE, "the rows are in none of the usual places; name theirs by rows = ", buf_str(&told));
}

/* False after an error; *rows is absent when the body itself is a row. */
static bool find_rows(const Reader *reader, const Outline *outline, Str *rows) {
    Str others = STR_NONE;
    *rows = STR_NONE;
    if (str_given(reader->rules->rows)) {
        *rows = outline_at(outline, reader->rules->rows);
        reader->page->place = reader->rules->rows;
        return span_is_array(*rows) || refuse(reader, FAILURE_SHAPE, "there is no array at rows = ", reader->rules->rows);
    }
    if (span_is_array(outline->body)) {
        *rows = outline->body;
        reader->page->place = STR("");
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(row_places) && !span_is_array(*rows); i++) {
        *rows = outline_at(outline, row_places[i]);
        reader->page->place = str_given(*rows) ? row_places[i] : STR("");
    }
    if (!span_is_array(*rows))
        *rows = only_array(reader, outline, &reader->page->place, &others);
    if (str_given(others))
        return refuse(reader, FAILURE_SHAPE, "several arrays could hold the rows; name one by rows = ", others);
    return str_given(*rows) || refuse_deeper(reader, outline);
}

static bool add_rows(Reader *reader, Str rows) {
    SpanWalk walk = span_walk(rows);
    bool good = true;
    for (Str key, value; good && span_next(&walk, &key, &value);)
        good = add_row(reader, value);
    return good && span_done(&walk);
}

/* ---- where the next page is ---- */

static const Str next_places[] = {{"@odata.nextLink", 15}, {"odata.nextLink", 14}, {"nextLink", 8},
                                  {"next_link", 9},        {"nextPageLink", 12},   {"d.__next", 8},
                                  {"__next", 6},           {"next", 4},            {"links.next", 10},
                                  {"_links.next", 11},     {"paging.next", 11},    {"pagination.next", 15},
                                  {"meta.next", 9},        {"next_page_url", 13},  {"nextPage", 8}, {"next_page", 9}};
static const Str more_places[] = {{"has_more", 8}, {"hasMore", 7}, {"has_next", 8}, {"hasNextPage", 11}, {"hasNext", 7},
                                  {"pagination.has_more", 19}, {"meta.has_more", 13}};
static const Str total_places[] = {{"@odata.count", 12}, {"odata.count", 11}, {"totalCount", 10}, {"total_count", 11}};

static bool says_nothing(Str value) {
    return str_empty(value) || str_eq(value, STR("null")) || str_eq(value, STR("false")) || str_eq(value, STR("\"\""));
}

static bool looks_like_address(Str text) {
    return str_starts_nocase(text, STR("https://")) || str_starts_nocase(text, STR("http://")) ||
           (text.len && (text.data[0] == '/' || text.data[0] == '?' || text.data[0] == '.'));
}

/* An object in the place of an address holds it. */
static Str address_in(Str value) {
    if (!span_is_object(value))
        return value;
    Str href = span_at(value, STR("href"));
    return str_given(href) ? href : span_at(value, STR("url"));
}

static bool find_next(const Reader *reader, const Outline *outline) {
    const UnwrapRules *rules = reader->rules;
    bool configured = str_given(rules->next);
    for (size_t i = 0; i < (configured ? 1 : G_N_ELEMENTS(next_places)); i++) {
        Str place = configured ? rules->next : next_places[i];
        Str value = address_in(outline_at(outline, place));
        if (says_nothing(value))
            continue;
        Str text = span_text(reader->arena, value);
        bool certain = configured || str_ends(place, STR("nextLink"));
        if (!str_given(text) || (!certain && !looks_like_address(text)))
            return refuse(reader, FAILURE_PAGES,
                          "there are more pages, but where the next one is, is no address (set next and cursor_parameter, or "
                          "paging) at ", place);
        reader->page->next = text;
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(more_places) && !configured; i++)
        if (str_eq(outline_at(outline, more_places[i]), STR("true")))
            return refuse(reader, FAILURE_PAGES, "there are more pages, but not where (set paging): ", more_places[i]);
    return true;
}

/* A count that the rows do not reach: the server gives but a part, and not where the rest is. */
static bool check_total(const Reader *reader, const Outline *outline) {
    for (size_t i = 0; i < G_N_ELEMENTS(total_places) && !str_given(reader->page->next); i++) {
        Str text = span_text(reader->arena, outline_at(outline, total_places[i]));
        guint64 total = text.len ? g_ascii_strtoull(text.data, NULL, 10) : 0;
        if (total > reader->state->rows)
            return failure_set(reader->error, FAILURE_PAGES,
                               STR_FMT ": " STR_FMT " is %" G_GUINT64_FORMAT ", but %zu rows came (set paging)",
                               STR_ARG(reader->shown), STR_ARG(total_places[i]), total, reader->state->rows);
    }
    return true;
}

/* ---- the two shapes ---- */

static bool read_lines(Reader *reader, Str text) {
    for (Str line; str_line(&text, &line);) {
        Str rest, trimmed = str_trim(line), value = span_first(trimmed, &rest);
        if (str_empty(trimmed))
            continue;
        if (!str_given(value) && !text.len)
            return refuse(reader, FAILURE_CUT, "the last line of JSON is cut off", STR(""));
        size_t before = reader->out->len;
        if (str_given(value) && str_empty(rest) && add_row(reader, value))
            continue;
        reader->out->len = before;
        add_text(reader, trimmed);
    }
    return true;
}

static bool read_body(Reader *reader, Str body) {
    Outline outline = {0};
    Str rows;
    if (!outline_read(reader, body, &outline) || !find_rows(reader, &outline, &rows))
        return false;
    if (str_given(rows) ? !add_rows(reader, rows) : !add_row(reader, body))
        return refuse(reader, FAILURE_CUT, "the JSON is malformed among the rows", STR(""));
    reader->state->rows += reader->page->rows;
    if (reader->rules->single || !span_is_object(body))
        return true;
    return find_next(reader, &outline) && (reader->rules->cursor || check_total(reader, &outline));
}

bool unwrap_page(Arena *arena, Str shown, Str body, const UnwrapRules *rules, UnwrapState *state, Buf *out,
                   UnwrapPage *page, GError **error) {
    Reader reader = {arena, shown, rules, state, out, page, error};
    Str rest, text = without_bom(body), value = span_first(text, &rest);
    *page = (UnwrapPage){0};
    g_assert(out->arena != arena);
    if (str_given(value) && str_empty(str_trim(rest)))
        return read_body(&reader, value);
    if (!span_is_object(value) || str_find_char(value, '\n') >= 0)
        return refuse(&reader, FAILURE_CUT, "the JSON is cut off or malformed", STR(""));
    bool good = read_lines(&reader, text);
    state->rows += page->rows;
    return good;
}
