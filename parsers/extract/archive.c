#include "parsers/extract/archive.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "parsers/charset.h"
#include "parsers/extract/zip_file.h"
#include "base/banned.h"

/* What operating systems put beside people's files. */
static bool is_litter(Str name) {
    static const char *const litter[] = {"Thumbs.db", "desktop.ini", ".DS_Store"};
    for (size_t i = 0; i < sizeof litter / sizeof *litter; i++)
        if (str_ends(name, str_of(litter[i])))
            return true;
    return str_starts(name, STR("__MACOSX/"));
}

/* The folders and the name, without "", "." and ".." between them. */
static Str without_ways_out(Arena *arena, Str path) {
    Buf out = {.arena = arena};
    while (path.len) {
        ptrdiff_t slash = str_find_char(path, '/');
        Str part = slash < 0 ? path : str_sub(path, 0, (size_t)slash);
        path = slash < 0 ? STR("") : str_sub(path, (size_t)slash + 1, path.len);
        if (!part.len || str_eq(part, STR(".")) || str_eq(part, STR("..")))
            continue;
        if (out.len)
            buf_add_char(&out, '/');
        buf_add(&out, part);
    }
    return buf_str(&out);
}

/* The path inside the archive, without a way out of it; control characters stand as escapes. */
static Str path_of(Arena *arena, Str raw, Language language) {
    Str name = utf8_valid(raw) ? raw : charset_to_utf8(arena, raw, STR_NONE, language, NULL);
    Buf path = {.arena = arena};
    for (size_t i = 0; i < name.len; i++) {
        unsigned char c = (unsigned char)name.data[i];
        if (c < ' ' || c == 0x7F)
            buf_printf(&path, "\\x%02X", c);
        else
            buf_add_char(&path, c == '\\' ? '/' : (char)c);
    }
    return without_ways_out(arena, buf_str(&path));
}

static void add_file(Arena *arena, const ExtractAsk *ask, ZipFile *zip, size_t index, const ZipMember *member, Extract *out) {
    Str bytes, reason;
    Str path = path_of(arena, member->name, ask->language);
    if (zip_file_read(zip, arena, index, &bytes, &reason)) {
        Paper *file = extract_add(arena, out, PAPER_FILE);
        file->name = path;
        file->bytes = bytes;
        return;
    }
    Paper *closed = extract_add(arena, out, PAPER_PART);
    closed->name = path;
    closed->readable = false;
    closed->reason = reason;
}

void archive_read(Arena *arena, const ExtractAsk *ask, Extract *out) {
    ZipFile *zip = zip_file_open(arena, ask->bytes);
    size_t files = 0;
    if (!zip) {
        extract_refuse(arena, out, STR("the archive is damaged"));
        return;
    }
    for (size_t i = 0; i < zip_file_count(zip) && files <= ARCHIVE_FILES_MAX; i++) {
        ZipMember member;
        if (!zip_file_member(zip, i, &member) || member.folder || is_litter(member.name))
            continue;
        if (++files <= ARCHIVE_FILES_MAX)
            add_file(arena, ask, zip, i, &member, out);
    }
    if (zip_file_cut(zip) || files > ARCHIVE_FILES_MAX)
        extract_refuse(arena, out, STR("the archive holds too many files"));
    else if (!files)
        extract_refuse(arena, out, STR("the archive is empty"));
    zip_file_close(zip);
}
