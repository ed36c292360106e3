#include "report/workbook_whole.h"

#include <gio/gio.h>

#include "base/str.h"
#include "base/banned.h"

#define LOCAL_HEADER 30      /* bytes before the name of a member */
#define DEFLATED 8
#define CARRIED 64           /* bytes kept of what was read: no tag looked for is longer */
#define AT_A_TIME ((gsize)64 * 1024)

#define DATA_BEGIN "<sheetData>"
#define DATA_END "</sheetData>"

/* What is asked of one member while it is unpacked. */
typedef struct Part {
    char window[CARRIED + AT_A_TIME]; /* what was read last */
    gsize len;
    uint64_t before;                  /* bytes of the member before the window */
    uint64_t data_from, data_to;      /* 0: not seen yet */
    char end[CARRIED];                /* "</worksheet>": of the root element */
} Part;

static unsigned little_endian(Str bytes, size_t at, size_t n) {
    unsigned value = 0;
    for (size_t i = n; i-- > 0;)
        value = value << 8 | (unsigned char)bytes.data[at + i];
    return value;
}

/* The first tag that is no declaration. */
static void note_root(Part *part, Str seen) {
    for (size_t at = 0; at + 1 < seen.len && !part->end[0]; at++) {
        size_t len = 0;
        if (seen.data[at] != '<' || !g_ascii_isalpha(seen.data[at + 1]))
            continue;
        while (at + 1 + len < seen.len && !strchr(" \t\r\n/>", seen.data[at + 1 + len]))
            len++;
        g_snprintf(part->end, sizeof part->end, "</%.*s>", (int)MIN(len, CARRIED - 4), seen.data + at + 1);
    }
}

static void note_data(Part *part, Str seen) {
    ptrdiff_t from = part->data_from ? -1 : str_find(seen, STR(DATA_BEGIN)), to = str_find(seen, STR(DATA_END));
    if (from >= 0)
        part->data_from = part->before + (uint64_t)from + strlen(DATA_BEGIN);
    if (to >= 0)
        part->data_to = part->before + (uint64_t)to;
}

static void look_at(Part *part, gsize more) {
    part->len += more;
    Str seen = {part->window, part->len};
    note_root(part, seen);
    note_data(part, seen);
}

static void make_room(Part *part) {
    gsize gone = part->len > CARRIED ? part->len - CARRIED : 0;
    memmove(part->window, part->window + gone, part->len - gone);
    part->len -= gone;
    part->before += gone;
}

/* Unpacks it, looking at what comes by. *used: packed bytes. False when it is cut off or damaged. */
static bool unpack(Part *part, Str packed, gsize *used) {
    g_autoptr(GConverter) converter = G_CONVERTER(g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_RAW));
    GConverterResult result = G_CONVERTER_CONVERTED;
    *used = 0;
    while (result == G_CONVERTER_CONVERTED) {
        gsize taken = 0, got = 0;
        make_room(part);
        result = g_converter_convert(converter, packed.data + *used, packed.len - *used, part->window + part->len, AT_A_TIME,
                                     G_CONVERTER_INPUT_AT_END, &taken, &got, NULL);
        *used += taken;
        look_at(part, got);
    }
    return result == G_CONVERTER_FINISHED;
}

static bool sheet_is_whole(const Part *part, Str name, const uint64_t *sheets, size_t n, size_t *seen) {
    const Str sheet = STR("xl/worksheets/sheet");
    if (!str_starts(name, sheet) || name.len == sheet.len)
        return true;
    size_t number = (size_t)(name.data[sheet.len] - '1'); /* there are fewer than ten */
    ++*seen;
    return number < n && part->data_to - part->data_from == sheets[number];
}

/* One member at the beginning of `rest`, which is moved behind it. */
static bool member_is_whole(Str *rest, Part *part, const uint64_t *sheets, size_t n, size_t *seen) {
    gsize used = 0;
    if (rest->len < LOCAL_HEADER || little_endian(*rest, 8, 2) != DEFLATED)
        return false;
    size_t name_len = little_endian(*rest, 26, 2), data = LOCAL_HEADER + name_len + little_endian(*rest, 28, 2);
    if (data >= rest->len)
        return false;
    Str name = str_sub(*rest, LOCAL_HEADER, LOCAL_HEADER + name_len);
    part->len = 0;
    part->before = part->data_from = part->data_to = 0;
    part->end[0] = '\0';
    if (!unpack(part, str_sub(*rest, data, rest->len), &used))
        return false;
    Str last = str_trim((Str){part->window, part->len});
    *rest = str_sub(*rest, data + used, rest->len);
    return part->end[0] && str_ends(last, str_of(part->end)) && sheet_is_whole(part, name, sheets, n, seen);
}

static bool archive_is_whole(Str rest, const uint64_t *sheets, size_t n) {
    static const size_t tail = 22; /* the record that ends an archive */
    size_t seen = 0;
    bool good = rest.len > tail && str_starts(str_sub(rest, rest.len - tail, rest.len), STR("PK\5\6"));
    Part *part = g_new(Part, 1);
    while (good && str_starts(rest, STR("PK\3\4")))
        good = member_is_whole(&rest, part, sheets, n, &seen);
    g_free(part);
    return good && seen == n && str_starts(rest, STR("PK\1\2"));
}

bool workbook_is_whole(const char *path, const uint64_t *sheets, size_t n) {
    GMappedFile *map = g_mapped_file_new(path, false, NULL);
    bool whole = map && archive_is_whole((Str){g_mapped_file_get_contents(map), g_mapped_file_get_length(map)}, sheets, n);
    if (map)
        g_mapped_file_unref(map);
    return whole;
}
