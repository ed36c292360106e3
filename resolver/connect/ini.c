#include "connect/ini.h"

#include "base/utf8.h"
#include "connect/failure.h"
#include "base/banned.h"

typedef struct Reader {
    Arena *arena;
    Str file;
    size_t line;
    Str section;
    IniLines *out;
    GError **error;
} Reader;

static bool refuse(const Reader *reader, const char *why, Str what) {
    return failure_set(reader->error, FAILURE_CONFIG, STR_FMT ":%zu: %s" STR_FMT, STR_ARG(reader->file), reader->line, why,
                       STR_ARG(what));
}

/* The line that opened this section, or gave this key of it; NULL when there is none yet. */
static const IniLine *find(const Reader *reader, Str section, Str key) {
    for (size_t i = 0; i < reader->out->len; i++) {
        const IniLine *one = &reader->out->items[i];
        if (str_eq(one->section, section) && str_given(one->key) == str_given(key) && str_eq(one->key, key))
            return one;
    }
    return NULL;
}

static bool add(Reader *reader, Str key, Str value) {
    const IniLine *before = find(reader, reader->section, key);
    if (before) {
        Str where = arena_printf(reader->arena, STR_FMT " stands on line %zu already",
                                 STR_ARG(str_given(key) ? key : reader->section), before->line);
        return refuse(reader, "", where);
    }
    *VEC_PUSH(reader->arena, reader->out) = (IniLine){reader->line, reader->section, key, value};
    return true;
}

static bool read_line(Reader *reader, Str line) {
    if (str_empty(line) || line.data[0] == '#' || line.data[0] == ';')
        return true;
    if (line.data[0] == '[') {
        reader->section = str_trim(str_sub(line, 1, line.len - 1));
        if (line.data[line.len - 1] != ']' || str_empty(reader->section))
            return refuse(reader, "a section is written [name]", STR(""));
        return add(reader, STR_NONE, STR(""));
    }
    ptrdiff_t equals = str_find_char(line, '=');
    Str key = equals > 0 ? str_trim(str_sub(line, 0, (size_t)equals)) : STR("");
    /* The line itself is not repeated: it may be a secret that somebody pasted. */
    if (str_empty(key))
        return refuse(reader, "neither a section, nor key = value, nor a comment", STR(""));
    if (!str_given(reader->section))
        return refuse(reader, "stands before the first section: ", key);
    return add(reader, key, str_trim(str_sub(line, (size_t)equals + 1, line.len)));
}

bool ini_read(Arena *arena, Str file, Str text, IniLines *out, GError **error) {
    Reader reader = {.arena = arena, .file = file, .out = out, .error = error};
    if (!utf8_valid(text)) {
        reader.line = 1;
        return refuse(&reader, "the file is not UTF-8", STR(""));
    }
    for (Str line; str_line(&text, &line);) {
        reader.line++;
        if (!read_line(&reader, str_trim(line)))
            return false;
    }
    return true;
}
