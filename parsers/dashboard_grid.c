#include "parsers/dashboard_grid.h"

#include <jansson.h>
#include <string.h>

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
        return arena_str(arena, (Str){json_string_value(value), json_string_length(value)});
    case JSON_INTEGER:
        return arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    case JSON_REAL:
        return real_text(arena, json_real_value(value));
    default:
        return STR("");
    }
}

/* ---- items: the lines of NDJSON, or the elements of an array ---- */

typedef struct Items {
    Str rest;
    size_t line;   /* on which the rest begins */
    size_t number; /* of the items taken */
    bool array;
    bool closed;   /* the array's bracket was met */
    bool bare;     /* lines of a broken array: what stands around its elements goes */
} Items;

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

/* The next item and its text as JSON, NULL when it is broken; false at the end. */
static bool next_item(Items *items, json_t **item, size_t *line, json_error_t *problem) {
    Str text;
    if (items->array ? !next_element(items, &text, line) : !next_line(items, &text, line))
        return false;
    items->number++;
    problem->text[0] = '\0';
    *item = json_loadb(text.data ? text.data : "", text.len, 0, problem);
    return true;
}

/* ---- objects under one header of all their keys ---- */

typedef struct Keys {
    GHashTable *places; /* key -> place + 1 */
    Strs names;
} Keys;

static void keys_learn(Arena *arena, Keys *keys, json_t *object) {
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        if (keys->names.len >= KEYS_MAX || g_hash_table_contains(keys->places, key))
            continue;
        Str name = arena_cstr(arena, key);
        *VEC_PUSH(arena, &keys->names) = name;
        g_hash_table_insert(keys->places, (gpointer)name.data, GSIZE_TO_POINTER(keys->names.len));
    }
}

static void fill_object(Arena *arena, GridRow *row, const Keys *keys, json_t *object) {
    row->cells = ARENA_ARRAY(arena, Str, keys->names.len);
    row->n = keys->names.len;
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(keys->places, key));
        if (place)
            row->cells[place - 1] = cell_text(arena, value);
    }
}

static void fill_array(Arena *arena, GridRow *row, json_t *array) {
    row->cells = ARENA_ARRAY(arena, Str, json_array_size(array));
    row->n = json_array_size(array);
    for (size_t i = 0; i < row->n; i++)
        row->cells[i] = cell_text(arena, json_array_get(array, i));
}

/* Objects, or (in an array) arrays of which the first is the header. Parsed twice, so that a million of them never stand
 * in memory at once. */
static void add_items(Arena *arena, Grid *grid, Items items) {
    Keys keys = {.places = g_hash_table_new(g_str_hash, g_str_equal)};
    json_error_t problem;
    json_t *item;
    size_t line;
    for (Items all = items; next_item(&all, &item, &line, &problem); json_decref(item))
        if (json_is_object(item))
            keys_learn(arena, &keys, item);
    if (keys.names.len)
        *VEC_PUSH(arena, &grid->rows) = (GridRow){.line = 1, .cells = keys.names.items, .n = keys.names.len};
    for (; next_item(&items, &item, &line, &problem); json_decref(item)) {
        GridRow *row = VEC_PUSH(arena, &grid->rows);
        *row = (GridRow){.line = line, .number = items.array ? items.number : 0};
        if (json_is_object(item))
            fill_object(arena, row, &keys, item);
        else if (items.array && json_is_array(item))
            fill_array(arena, row, item);
        else
            row->broken = arena_printf(arena, "no JSON object%s%s", problem.text[0] ? ": " : "", problem.text);
    }
    g_hash_table_destroy(keys.places);
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

/* `alone`: the text is the array. An element whose brackets are broken hides where the next begins; then the lines tell,
 * if the array ends at all. */
static bool read_array(Arena *arena, Grid *grid, Str name, Items items, bool alone, GError **error) {
    Items all = items, lines = {.rest = items.rest, .line = items.line, .bare = true};
    Str text, trimmed = str_trim(items.rest);
    size_t line, end = (size_t)(trimmed.data + trimmed.len - items.rest.data);
    while (next_element(&all, &text, &line))
        continue;
    if (!all.closed && str_ends(trimmed, alone ? STR("]") : STR("}")) && mostly_sound(lines)) {
        add_items(arena, grid, lines);
        return true;
    }
    if (!all.closed)
        return fail(error, name, items.line + lines_in(str_sub(items.rest, 0, end)), "the array is not closed");
    if (alone && !str_empty(str_trim(all.rest)))
        return fail(error, name, all.line, "text behind the array");
    add_items(arena, grid, items);
    return true;
}

static bool read_object(Arena *arena, Grid *grid, Str name, Str text, GError **error) {
    json_error_t problem;
    json_t *root = json_loadb(text.data, text.len, 0, &problem);
    if (!root)
        return fail(error, name, (size_t)MAX(problem.line, 1), problem.text);
    Keys keys = {.places = g_hash_table_new(g_str_hash, g_str_equal)};
    keys_learn(arena, &keys, root);
    *VEC_PUSH(arena, &grid->rows) = (GridRow){.line = 1, .cells = keys.names.items, .n = keys.names.len};
    GridRow *row = VEC_PUSH(arena, &grid->rows);
    *row = (GridRow){.line = 1};
    fill_object(arena, row, &keys, root);
    g_hash_table_destroy(keys.places);
    json_decref(root);
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
        add_items(arena, grid, items_of_lines(text));
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

void grid_rewind(Grid *grid) {
    grid->at = 0;
    if (grid->is_table)
        table_rewind(&grid->table);
}

bool grid_next(Grid *grid, GridRow *row) {
    if (grid->is_table) {
        if (!table_next(&grid->table))
            return false;
        *row = (GridRow){.line = grid->table.row_line, .cells = grid->table.cells.items, .n = grid->table.cells.len};
        return true;
    }
    if (grid->at >= grid->rows.len)
        return false;
    *row = grid->rows.items[grid->at++];
    return true;
}
