#include "parsers/dashboard_grid.h"

#include <string.h>

#include "base/json_text.h"
#include "base/banned.h"

#define KEYS_MAX 1024 /* columns of a JSON dashboard; more are dropped */

static GQuark grid_error(void) {
    return g_quark_from_static_string("resolver-dashboard");
}

/* ---- JSON values as cells ---- */

/* A JSON number is never ambiguous: "3.125" is written "3.1250" so that no habit of grouping takes it for thousands.
 * Fifteen digits survive the way through the double that the JSON library makes of it. */
static Str real_text(Arena *arena, double value) {
    Str text = arena_printf(arena, "%.15g", value);
    ptrdiff_t point = str_find_char(text, '.');
    if (point >= 0 && text.len - (size_t)point == 4 && str_find_char(text, 'e') < 0)
        return arena_printf(arena, STR_FMT "0", STR_ARG(text));
    return text;
}

static Str cell_text(Arena *arena, const json_t *value) {
    switch (json_typeof(value)) {
    case JSON_STRING:
        return arena_str(arena, json_text(value));
    case JSON_INTEGER:
        return arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    case JSON_REAL:
        return real_text(arena, json_real_value(value));
    default:
        return STR("");
    }
}

/* ---- items ---- */

typedef GridItems Items;

static size_t lines_in(Str text) {
    size_t n = 0;
    for (ptrdiff_t at; (at = str_find_char(text, '\n')) >= 0; n++)
        text = str_sub(text, (size_t)at + 1, text.len);
    return n;
}

/* Where the first of `wanted` stands at that depth of brackets; text.len when it does not. A string ends with its line:
 * no sound one goes on, and a broken one shall not swallow the next row. */
static size_t find_at_depth(Str text, size_t depth, const char *wanted) {
    bool string = false;
    size_t deep = 0;
    for (size_t at = 0; at < text.len; at++) {
        char c = text.data[at];
        if (string) {
            at += c == '\\';
            string = c != '"' && c != '\n';
        } else if (c == '"') {
            string = true;
        } else if (c && deep == depth && strchr(wanted, c)) {
            return at;
        } else if (c == '{' || c == '[') {
            deep++;
        } else if (c == '}' || c == ']') {
            deep -= deep > 0;
        }
    }
    return text.len;
}

static Items items_of_lines(Str text) {
    return (Items){.rest = text, .line = 1};
}

/* The first array of the text: it is one itself, or an object that holds one. False when there is none. */
static bool items_of_array(Str text, Items *items) {
    size_t at = text.len && text.data[0] == '[' ? 0 : find_at_depth(text, 1, "[");
    *items = (Items){.line = 1 + lines_in(str_sub(text, 0, at)), .array = true};
    items->rest = str_sub(text, at + 1, text.len);
    return at < text.len;
}

static bool next_line(Items *items, Str *text, size_t *line) {
    while (str_line(&items->rest, text)) {
        *line = items->line++;
        *text = str_trim(*text);
        while (items->bare && text->len && strchr("[,", text->data[0]))
            *text = str_trim(str_sub(*text, 1, text->len));
        while (items->bare && text->len && strchr("],", text->data[text->len - 1]))
            *text = str_trim(str_sub(*text, 0, text->len - 1));
        if (!str_empty(*text))
            return true;
    }
    return false;
}

static bool next_element(Items *items, Str *text, size_t *line) {
    size_t end = find_at_depth(items->rest, 0, ",]"), blank = 0;
    if (items->closed || end == items->rest.len)
        return false;
    *text = str_sub(items->rest, 0, end);
    items->closed = items->rest.data[end] == ']';
    items->rest = str_sub(items->rest, end + 1, items->rest.len);
    while (blank < text->len && strchr(" \t\r\n", text->data[blank]))
        blank++;
    *line = items->line + lines_in(str_sub(*text, 0, blank));
    items->line += lines_in(*text);
    return !items->closed || items->number || blank < text->len; /* "[]" has none */
}

/* The text of the next item; false at the end. */
static bool next_text(Items *items, Str *text, size_t *line) {
    *text = items->rest;
    *line = 1;
    if (items->whole ? items->number > 0 : items->array ? !next_element(items, text, line) : !next_line(items, text, line))
        return false;
    items->number++;
    return true;
}

/* The same as JSON, NULL when it is broken. */
static bool next_item(Items *items, json_t **item, size_t *line, json_error_t *problem) {
    Str text;
    if (!next_text(items, &text, line))
        return false;
    problem->text[0] = '\0';
    *item = json_loadb(text.data ? text.data : "", text.len, 0, problem);
    return true;
}

/* ---- objects under one header of all their keys ---- */

/* Place + 1; 0: it is none of them. */
static size_t place_of(const Grid *grid, Str key) {
    return GPOINTER_TO_SIZE(g_hash_table_lookup(grid->places, &key));
}

static void keys_learn(Arena *arena, Grid *grid, json_t *object) {
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        if (grid->keys.len >= KEYS_MAX || place_of(grid, str_of(key)))
            continue;
        Str *name = ARENA_NEW(arena, Str);
        *name = *VEC_PUSH(arena, &grid->keys) = arena_cstr(arena, key);
        g_hash_table_insert(grid->places, name, GSIZE_TO_POINTER(grid->keys.len));
    }
}

/* The string behind the quote at *at, which moves on to its other quote. */
static Str string_at(Str item, size_t *at) {
    size_t from = ++*at;
    while (*at < item.len && item.data[*at] != '"')
        *at += item.data[*at] == '\\' ? 2 : 1;
    return str_sub(item, from, *at);
}

static bool is_key(Str item, size_t quote) {
    for (quote++; quote < item.len && strchr(" \t\r\n", item.data[quote]);)
        quote++;
    return quote < item.len && item.data[quote] == ':';
}

/* Nothing can be learned of an item whose keys are all known. Told by their bytes: to parse each of a million items for that would
 * cost as much again as reading what stands in them. Most have their keys in one order. */
static bool keys_are_known(const Grid *grid, Str item) {
    size_t deep = 0, next = 0;
    for (size_t at = 0; at < item.len; at++) {
        char c = item.data[at];
        deep += c == '{' || c == '[';
        deep -= deep && (c == '}' || c == ']');
        if (c != '"')
            continue;
        Str string = string_at(item, &at);
        if (deep != 1 || !is_key(item, at))
            continue;
        next = next < grid->keys.len && str_eq(grid->keys.items[next], string) ? next + 1 : place_of(grid, string);
        if (!next)
            return false;
    }
    return true;
}

static void fill_object(Grid *grid, GridRow *row, json_t *object) {
    row->cells = ARENA_ARRAY(grid->row, Str, grid->keys.len);
    row->n = grid->keys.len;
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        size_t place = place_of(grid, str_of(key));
        if (place)
            row->cells[place - 1] = cell_text(grid->row, value);
    }
}

static void fill_array(Grid *grid, GridRow *row, json_t *array) {
    row->cells = ARENA_ARRAY(grid->row, Str, json_array_size(array));
    row->n = json_array_size(array);
    for (size_t i = 0; i < row->n; i++)
        row->cells[i] = cell_text(grid->row, json_array_get(array, i));
}

/* Objects, or (in an array) arrays of which the first is the header. Each is parsed anew on each way through, so that of a
 * million of them one stands in memory. */
static void begin_items(Arena *arena, Grid *grid, Items items) {
    Str text;
    size_t line;
    grid->places = g_hash_table_new(str_hash, str_same);
    grid->row = arena_new();
    grid->first = items;
    while (next_text(&items, &text, &line)) {
        json_t *item = keys_are_known(grid, text) ? NULL : json_loadb(text.data, text.len, 0, NULL);
        if (json_is_object(item))
            keys_learn(arena, grid, item);
        json_decref(item);
    }
    grid_rewind(grid);
}

static bool next_of_items(Grid *grid, GridRow *row) {
    json_error_t problem;
    json_t *item;
    size_t line;
    arena_clear(grid->row);
    if (!grid->named && grid->keys.len) {
        grid->named = true;
        *row = (GridRow){.line = 1, .cells = grid->keys.items, .n = grid->keys.len};
        return true;
    }
    if (!next_item(&grid->items, &item, &line, &problem))
        return false;
    *row = (GridRow){.line = line, .number = grid->items.array ? grid->items.number : 0};
    if (json_is_object(item))
        fill_object(grid, row, item);
    else if (grid->items.array && json_is_array(item))
        fill_array(grid, row, item);
    else
        row->broken = arena_printf(grid->row, "no JSON object%s%s", problem.text[0] ? ": " : "", problem.text);
    json_decref(item);
    return true;
}

/* ---- the three shapes ---- */

static bool is_object(Str line) {
    json_t *item = json_loadb(line.data, line.len, 0, NULL);
    bool object = json_is_object(item);
    json_decref(item);
    return object;
}

/* No fewer lines are sound than are broken. JSON laid out over many lines has hardly one that is an object of its own. */
static bool mostly_sound(Items lines) {
    size_t line, sound = 0, broken = 0;
    for (Str text; next_line(&lines, &text, &line);) {
        bool object = is_object(text);
        sound += object;
        broken += !object;
    }
    return sound && sound >= broken;
}

/* One object a line, some lines perhaps broken. */
static bool is_lines(Str text) {
    Items items = items_of_lines(text), array;
    size_t line;
    Str first, next;
    if (next_line(&items, &first, &line) && is_object(first))
        return next_line(&items, &next, &line) || !items_of_array(first, &array);
    return mostly_sound(items_of_lines(text));
}

static bool fail(GError **error, Str name, size_t line, const char *why) {
    g_set_error(error, grid_error(), 1, STR_FMT ":%zu: no JSON: %s", STR_ARG(name), line, why);
    return false;
}

/* Of a text whose elements are told by its lines: is all there that closes an object behind its array? The last bracket may be one of
 * the last element's own. */
static bool is_closed(Str trimmed) {
    size_t bracket = trimmed.len, from;
    while (bracket && trimmed.data[bracket - 1] != ']')
        bracket--;
    for (from = bracket; from && trimmed.data[from - 1] != '\n';)
        from--;
    Items last = {.rest = str_sub(trimmed, from, trimmed.len), .bare = true};
    Str line, behind = str_sub(trimmed, bracket, trimmed.len);
    size_t ignored;
    return bracket && find_at_depth(behind, 0, "}") + 1 == behind.len && !(next_line(&last, &line, &ignored) && is_object(line));
}

/* `alone`: the text is the array. An element whose brackets are broken hides where the next begins; then the lines tell,
 * if the array ends at all. What an object holds behind its array may tell of more rows elsewhere: half of it is not enough. */
static bool read_array(Arena *arena, Grid *grid, Str name, Items items, bool alone, GError **error) {
    Items all = items, lines = {.rest = items.rest, .line = items.line, .bare = true};
    Str text, trimmed = str_trim(items.rest);
    size_t line, end = (size_t)(trimmed.data + trimmed.len - items.rest.data);
    while (next_element(&all, &text, &line))
        continue;
    if (!all.closed && (alone ? str_ends(trimmed, STR("]")) : is_closed(trimmed)) && mostly_sound(lines)) {
        begin_items(arena, grid, lines);
        return true;
    }
    if (!all.closed)
        return fail(error, name, items.line + lines_in(str_sub(items.rest, 0, end)), "the array is not closed");
    size_t object = alone ? 0 : find_at_depth(all.rest, 0, "}");
    if (!alone && object == all.rest.len)
        return fail(error, name, items.line + lines_in(str_sub(items.rest, 0, end)), "the object around the array is not closed");
    if (!str_empty(str_trim(str_sub(all.rest, alone ? 0 : object + 1, all.rest.len))))
        return fail(error, name, all.line, alone ? "text behind the array" : "text behind the object");
    begin_items(arena, grid, items);
    return true;
}

static bool read_object(Arena *arena, Grid *grid, Str name, Str text, GError **error) {
    json_error_t problem;
    json_t *root = json_loadb(text.data, text.len, 0, &problem);
    if (!root)
        return fail(error, name, (size_t)MAX(problem.line, 1), problem.text);
    json_decref(root);
    begin_items(arena, grid, (Items){.rest = text, .line = 1, .whole = true});
    return true;
}

bool grid_open(Grid *grid, Arena *arena, Str name, Str text, GError **error) {
    *grid = (Grid){0};
    size_t at = 0;
    while (at < text.len && strchr(" \t\r\n", text.data[at]))
        at++;
    char first = at < text.len ? text.data[at] : ' ';
    Items items;
    if (first == '{' && is_lines(text)) {
        begin_items(arena, grid, items_of_lines(text));
        return true;
    }
    if ((first == '[' || first == '{') && items_of_array(str_sub(text, at, text.len), &items)) {
        items.line += lines_in(str_sub(text, 0, at));
        return read_array(arena, grid, name, items, first == '[', error);
    }
    if (first == '{')
        return read_object(arena, grid, name, text, error);
    grid->is_table = true;
    table_open(&grid->table, arena, text);
    return true;
}

void grid_close(Grid *grid) {
    if (grid->is_table)
        return;
    g_clear_pointer(&grid->places, g_hash_table_destroy);
    arena_free(&grid->row);
}

void grid_rewind(Grid *grid) {
    grid->items = grid->first;
    grid->named = false;
    if (grid->is_table)
        table_rewind(&grid->table);
}

bool grid_next(Grid *grid, GridRow *row) {
    if (!grid->is_table)
        return next_of_items(grid, row);
    if (!table_next(&grid->table))
        return false;
    *row = (GridRow){.line = grid->table.row_line, .cells = grid->table.cells.items, .n = grid->table.cells.len};
    return true;
}
