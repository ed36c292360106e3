#include "match/programme.h"

#include "base/banned.h"

struct Programme {
    Arena *arena;
    VEC(ProgrammeYear) years; /* by their day */
};

static GQuark programme_error(void) {
    return g_quark_from_static_string("resolver-programme");
}

typedef struct Section {
    Arena *arena;
    const char *path;
    GKeyFile *file;
    const char *name;
    GError **error;
} Section;

static bool refuse(const Section *section, const char *key, const char *why) {
    g_set_error(section->error, programme_error(), 1, "%s: [%s] %s %s", section->path, section->name, key, why);
    return false;
}

/* ---- one reader a kind of value: `out` is the field ---- */

static bool read_int(const Section *section, const char *key, Str text, int least, int most, void *out) {
    Decimal value;
    if (!decimal_parse(text, &value) || value.scale || value.units < least || value.units > most)
        return refuse(section, key, "is out of range");
    *(int *)out = (int)value.units;
    return true;
}

static bool read_day(const Section *section, const char *key, Str text, void *out) {
    return read_int(section, key, text, 1, 28, out);
}

static bool read_months(const Section *section, const char *key, Str text, void *out) {
    return read_int(section, key, text, 0, 120, out);
}

static bool read_edits(const Section *section, const char *key, Str text, void *out) {
    return read_int(section, key, text, 0, 8, out);
}

static bool read_amount(const Section *section, const char *key, Str text, void *out) {
    if (!decimal_parse(text, out) || ((Decimal *)out)->units < 0)
        return refuse(section, key, "is no amount");
    return true;
}

static bool read_date(const Section *section, const char *key, Str text, void *out) {
    if (text.len != 10 || !date_parse_iso(text, out))
        return refuse(section, key, "is no date (YYYY-MM-DD)");
    return true;
}

static bool read_text(const Section *section, const char *key, Str text, void *out) {
    if (str_empty(text))
        return refuse(section, key, "is empty");
    *(Str *)out = text;
    return true;
}

static bool next_word(Str *rest, Str *word) {
    while (rest->len) {
        ptrdiff_t at = str_find_char(*rest, ';');
        size_t end = at < 0 ? rest->len : (size_t)at;
        *word = str_trim(str_sub(*rest, 0, end));
        *rest = str_sub(*rest, end + (at >= 0), rest->len);
        if (!str_empty(*word))
            return true;
    }
    return false;
}

static bool read_kinds(const Section *section, const char *key, Str text, void *out) {
    unsigned kinds = 0;
    for (Str word; next_word(&text, &word);) {
        int kind = 0;
        while (kind < KIND_COUNT && !str_eq_cstr(word, kind_word((Kind)kind)))
            kind++;
        if (kind == KIND_COUNT)
            return refuse(section, key, "names a kind of document that does not exist");
        kinds |= 1u << kind;
    }
    *(unsigned *)out = kinds;
    return true;
}

static bool read_words(const Section *section, const char *key, Str text, void *out) {
    (void)key;
    Strs words = {0};
    for (Str word; next_word(&text, &word);)
        *VEC_PUSH(section->arena, &words) = word;
    *(Strs *)out = words;
    return true;
}

/* ---- the keys of a section ---- */

typedef bool ReadValue(const Section *section, const char *key, Str text, void *out);

static const struct Key {
    const char *name;
    ReadValue *read;
    size_t field;
} keys[] = {
#define KEY(name, read, field) {name, read, offsetof(ProgrammeYear, field)}
    KEY("refresh_day", read_day, refresh_day),
    KEY("window_months", read_months, window_months),
    KEY("lag_months", read_months, lag_months),
    KEY("accepted_kinds", read_kinds, accepted_kinds),
    KEY("revenue_tolerance", read_amount, tolerance),
    KEY("near_number_edits", read_edits, near_edits),
    KEY("omlp_types", read_words, types),
    KEY("listing_first_day", read_day, listing_first_day),
    KEY("listing_last_day", read_day, listing_last_day),
    KEY("listing_visible_day", read_day, listing_visible_day),
    KEY("extension_anniversary_from", read_date, extension_from),
    KEY("extension_anniversary_to", read_date, extension_to),
    KEY("extension_excludes", read_text, extension_excludes),
    KEY("free_type", read_text, free_type),
    KEY("free_from", read_date, free_from),
    KEY("free_to", read_date, free_to),
#undef KEY
};

static const struct Key *key_find(const char *name) {
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (strcmp(keys[i].name, name) == 0)
            return &keys[i];
    return NULL;
}

/* Changes what the section gives; sets a bit of *given for each key. */
static bool section_read(const Section *section, ProgrammeYear *year, unsigned *given) {
    g_auto(GStrv) names = g_key_file_get_keys(section->file, section->name, NULL, NULL);
    for (char **name = names; name && *name; name++) {
        const struct Key *key = key_find(*name);
        if (!key)
            return refuse(section, *name, "is no fact of the programme");
        g_autofree char *value = g_key_file_get_value(section->file, section->name, *name, NULL);
        Str text = arena_str(section->arena, str_trim(str_of(value ? value : "")));
        if (!key->read(section, *name, text, (char *)year + key->field))
            return false;
        *given |= 1u << (key - keys);
    }
    return true;
}

static bool year_check(const Section *section, const ProgrammeYear *year, unsigned given) {
    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++)
        if (!(given & 1u << i))
            return refuse(section, keys[i].name, "is missing");
    if (year->window_months < 1)
        return refuse(section, "window_months", "is out of range");
    if (year->listing_last_day < year->listing_first_day)
        return refuse(section, "listing_last_day", "lies before listing_first_day");
    return true;
}

static int by_name(const void *a, const void *b) {
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sections in the order of their days: ISO dates sort as text. */
static bool sections_read(Programme *programme, GKeyFile *file, const char *path, GError **error) {
    gsize n;
    g_auto(GStrv) names = g_key_file_get_groups(file, &n);
    qsort(names, n, sizeof *names, by_name);
    ProgrammeYear year = {0};
    unsigned given = 0;
    for (gsize i = 0; i < n; i++) {
        Section section = {programme->arena, path, file, names[i], error};
        if (!read_date(&section, "", str_of(names[i]), &year.from) || !section_read(&section, &year, &given) ||
            !year_check(&section, &year, given))
            return false;
        *VEC_PUSH(programme->arena, &programme->years) = year;
    }
    if (!n)
        g_set_error(error, programme_error(), 1, "%s: no section", path);
    return n > 0;
}

Programme *programme_load(const char *path, GError **error) {
    g_autoptr(GKeyFile) file = g_key_file_new();
    GError *problem = NULL;
    if (!g_key_file_load_from_file(file, path, G_KEY_FILE_NONE, &problem)) {
        g_propagate_prefixed_error(error, problem, "%s: ", path);
        return NULL;
    }
    Programme *programme = g_new0(Programme, 1);
    programme->arena = arena_new();
    if (!sections_read(programme, file, path, error))
        programme_free(&programme);
    return programme;
}

void programme_free(Programme **programme) {
    if (!*programme)
        return;
    arena_free(&(*programme)->arena);
    g_free(*programme);
    *programme = NULL;
}

const ProgrammeYear *programme_at(const Programme *programme, Date day) {
    size_t at = 0;
    while (at + 1 < programme->years.len && date_cmp(programme->years.items[at + 1].from, day) <= 0)
        at++;
    return &programme->years.items[at];
}

bool programme_accepts(const ProgrammeYear *year, Kind kind) {
    return (year->accepted_kinds & 1u << kind) != 0;
}

bool programme_has_type(const ProgrammeYear *year, Str type) {
    for (size_t i = 0; i < year->types.len; i++)
        if (str_eq(year->types.items[i], type))
            return true;
    return false;
}
