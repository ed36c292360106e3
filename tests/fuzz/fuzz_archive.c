/* Archives and wrappers: the input as a ZIP, as a ZIP whose members' names and contents it gives, as a winmail.dat and as a
 * signed file. */
#include <stdlib.h>

#include "parsers/extract/archive.h"
#include "parsers/extract/signed.h"
#include "parsers/extract/tnef.h"
#include "tests/zip_bytes.h"

#define MEMBERS_MAX 8

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Members are parted by NUL, name and content by a line end. */
static Str packed(Arena *arena, Str rest) {
    zip_source_t *memory;
    zip_t *zip = zip_bytes_begin(&memory);
    for (size_t i = 0; i < MEMBERS_MAX && rest.len; i++) {
        ptrdiff_t end = str_find_char(rest, '\0');
        Str part = end < 0 ? rest : str_sub(rest, 0, (size_t)end);
        rest = end < 0 ? STR("") : str_sub(rest, (size_t)end + 1, rest.len);
        ptrdiff_t line = str_find_char(part, '\n');
        Str name = line < 0 ? part : str_sub(part, 0, (size_t)line), content = line < 0 ? STR("") : str_sub(part, (size_t)line + 1, part.len);
        zip_source_t *source = zip_source_buffer(zip, content.data, content.len, 0);
        zip_int64_t index = zip_file_add(zip, arena_printf(arena, STR_FMT, STR_ARG(name)).data, source, ZIP_FL_ENC_GUESS);
        if (index < 0)
            zip_source_free(source);
        else
            zip_set_file_compression(zip, (zip_uint64_t)index, i % 2 ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    }
    return zip_bytes_end(zip, memory, arena);
}

/* No member leaves its archive by its name, and none is without one. */
static void check(const Extract *out) {
    if (!out->papers.len)
        abort();
    for (size_t i = 0; i < out->papers.len; i++) {
        Str name = out->papers.items[i].name;
        if (str_starts(name, STR("/")) || str_starts(name, STR("../")) || str_find(name, STR("/../")) >= 0)
            abort();
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Str input = {(const char *)data, size};
    Extract zip = {0}, made = {0}, mail = {0}, cms = {0};
    archive_read(arena, &(ExtractAsk){.bytes = packed(arena, input)}, &made);
    archive_read(arena, &(ExtractAsk){.bytes = input}, &zip);
    tnef_read(arena, &(ExtractAsk){.bytes = input}, &mail);
    signed_read(arena, &(ExtractAsk){.bytes = input}, &cms);
    check(&made);
    check(&zip);
    if (!mail.papers.len || !cms.papers.len)
        abort();
    arena_free(&arena);
    return 0;
}
