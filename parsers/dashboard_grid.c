#include "parsers/dashboard_grid.h"

#include <jansson.h>

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

static void add_object(Arena *arena, Grid *grid, const Keys *keys, json_t *object, size_t line) {
    GridRow *row = VEC_PUSH(arena, &grid->rows);
    *row = (GridRow){line, ARENA_ARRAY(arena, Str, keys->names.len), keys->names.len};
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) {
        size_t place = GPOINTER_TO_SIZE(g_hash_table_lookup(keys->places, key));
        if (place)
            row->cells[place - 1] = cell_text(arena, value);
    }
}

static void add_array(Arena *arena, Grid *grid, json_t *array, size_t line) {
    GridRow *row = VEC_PUSH(arena, &grid->rows);
    *row = (GridRow){line, ARENA_ARRAY(arena, Str, json_array_size(array)), json_array_size(array)};
    for (size_t i = 0; i < row->n; i++)
        row->cells[i] = cell_text(arena, json_array_get(array, i));
}

/* An array of objects, or of arrays of which the first is the header. Rows are counted from 1. */
static void add_items(Arena *arena, Grid *grid, json_t *items) {
    Keys keys = {.places = g_hash_table_new(g_str_hash, g_str_equal)};
    size_t at;
    json_t *item;
    json_array_foreach(items, at, item) {
        if (json_is_object(item))
            keys_learn(arena, &keys, item);
    }
    if (keys.names.len)
        *VEC_PUSH(arena, &grid->rows) = (GridRow){1, keys.names.items, keys.names.len};
    json_array_foreach(items, at, item) {
        if (json_is_object(item))
            add_object(arena, grid, &keys, item, at + 1);
        else if (json_is_array(item))
            add_array(arena, grid, item, at + 1);
    }
    g_hash_table_destroy(keys.places);
}

/* The array of an object such as {"rows": [...]}; NULL when it has none. */
static json_t *array_of(json_t *root) {
    const char *key;
    json_t *value;
    if (json_is_array(root))
        return root;
    json_object_foreach(root, key, value) {
        if (json_is_array(value))
            return value;
    }
    return NULL;
}

/* ---- the three shapes ---- */

static json_t *parse(Str text) {
    return json_loadb(text.data ? text.data : "", text.len, 0, NULL);
}

/* The next line that is not blank, parsed; NULL at the end, or with *sound false at a line that is no object. */
static json_t *next_object(Str *rest, size_t *line, bool *sound) {
    for (Str one; str_line(rest, &one);) {
        ++*line;
        if (str_empty(str_trim(one)))
            continue;
        json_t *item = parse(one);
        *sound = json_is_object(item) && !array_of(item);
        if (*sound)
            return item;
        json_decref(item);
        return NULL;
    }
    return NULL;
}

/* One object a line; parsed twice, so that a million of them never stand in memory at once. False when some line is no
 * object of its own: then it is JSON in one piece. */
static bool read_lines(Arena *arena, Grid *grid, Str text) {
    Keys keys = {.places = g_hash_table_new(g_str_hash, g_str_equal)};
    bool sound = true;
    size_t line = 0;
    json_t *item;
    for (Str rest = text; (item = next_object(&rest, &line, &sound)); json_decref(item))
        keys_learn(arena, &keys, item);
    if (sound)
        *VEC_PUSH(arena, &grid->rows) = (GridRow){1, keys.names.items, keys.names.len};
    line = 0;
    for (Str rest = text; sound && (item = next_object(&rest, &line, &sound)); json_decref(item))
        add_object(arena, grid, &keys, item, line);
    g_hash_table_destroy(keys.places);
    return sound;
}

static bool read_piece(Arena *arena, Grid *grid, Str name, Str text, GError **error) {
    json_error_t problem;
    json_t *root = json_loadb(text.data, text.len, 0, &problem);
    json_t *items = root ? array_of(root) : NULL;
    if (items)
        add_items(arena, grid, items);
    else if (root && json_is_object(root)) {
        json_t *single = json_array();
        json_array_append(single, root);
        add_items(arena, grid, single);
        json_decref(single);
    }
    if (!root)
        g_set_error(error, grid_error(), 1, STR_FMT ":%d: no JSON: %s", STR_ARG(name), problem.line, problem.text);
    json_decref(root);
    return root != NULL;
}

bool grid_open(Grid *grid, Arena *arena, Str name, Str text, GError **error) {
    *grid = (Grid){0};
    Str body = str_trim(text);
    char first = body.len ? body.data[0] : ' ';
    if (first == '{')
        return read_lines(arena, grid, text) || read_piece(arena, grid, name, body, error);
    if (first == '[')
        return read_piece(arena, grid, name, body, error);
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
        *row = (GridRow){grid->table.row_line, grid->table.cells.items, grid->table.cells.len};
        return true;
    }
    if (grid->at >= grid->rows.len)
        return false;
    *row = grid->rows.items[grid->at++];
    return true;
}
