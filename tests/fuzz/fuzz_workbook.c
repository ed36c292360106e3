/* Workbooks and archives: the input as a ZIP, and its parts (split at "\n====\n") as the parts of a workbook. */
#include <stdlib.h>

#include "parsers/extract/archive.h"
#include "parsers/extract/workbook.h"
#include "tests/zip_bytes.h"

#define RELATIONS                                                                                                      \
    "<R><Relationship Id='a' Type='/worksheet' Target='s.xml'/><Relationship Id='b' Type='/sharedStrings' Target='t.xml'/>"   \
    "<Relationship Id='c' Type='/styles' Target='u.xml'/></R>"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void add(zip_t *zip, const char *name, Str content) {
    zip_source_t *source = zip_source_buffer(zip, content.data ? content.data : "", content.len, 0);
    zip_int64_t index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0);
}

static Str packed(Arena *arena, Str rest) {
    static const char *const names[] = {"xl/s.xml", "xl/t.xml", "xl/u.xml", "xl/workbook.xml"};
    zip_source_t *memory;
    zip_t *zip = zip_bytes_begin(&memory);
    add(zip, "xl/_rels/workbook.xml.rels", STR(RELATIONS));
    for (size_t i = 0; i < 4; i++) {
        ptrdiff_t end = str_find(rest, STR("\n====\n"));
        Str part = end < 0 ? rest : str_sub(rest, 0, (size_t)end);
        rest = end < 0 ? STR("") : str_sub(rest, (size_t)end + 6, rest.len);
        add(zip, names[i], i == 3 && !part.len ? STR("<workbook><sheets><sheet id='a'/></sheets></workbook>") : part);
    }
    Str bytes = zip_bytes_end(zip, memory, arena);
    if (!str_given(bytes))
        abort();
    return bytes;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena *arena = arena_new();
    Str input = {(const char *)data, size};
    Extract book = {0}, raw = {0}, archive = {0};
    workbook_read(arena, &(ExtractAsk){.bytes = packed(arena, input)}, &book);
    workbook_read(arena, &(ExtractAsk){.bytes = input}, &raw);
    archive_read(arena, &(ExtractAsk){.bytes = input}, &archive);
    if (!book.papers.len || !raw.papers.len || !archive.papers.len)
        abort();
    arena_free(&arena);
    return 0;
}
