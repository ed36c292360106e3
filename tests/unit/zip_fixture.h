/* ZIP files made in memory for the tests of archives and workbooks. */
#ifndef TESTS_ZIP_FIXTURE_H
#define TESTS_ZIP_FIXTURE_H

#include <criterion/criterion.h>
#include <zip.h>

#include "base/arena.h"

typedef struct ZipPart {
    const char *name;
    Str content;
    const char *password; /* NULL: not encrypted */
} ZipPart;

/* The bytes of a ZIP with those members; exact size, no NUL behind it. */
static inline Str zip_make_by(Arena *arena, const ZipPart *parts, size_t n, zip_int32_t method) {
    zip_error_t error;
    zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_TRUNCATE, &error);
    cr_assert(zip != NULL);
    for (size_t i = 0; i < n; i++) {
        zip_source_t *content = zip_source_buffer(zip, parts[i].content.data, parts[i].content.len, 0);
        zip_int64_t index = zip_file_add(zip, parts[i].name, content, ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(zip, (zip_uint64_t)index, method, 0);
        if (parts[i].password)
            zip_file_set_encryption(zip, (zip_uint64_t)index, ZIP_EM_AES_128, parts[i].password);
    }
    cr_assert(zip_close(zip) == 0);
    zip_stat_t stat;
    zip_source_stat(memory, &stat);
    char *bytes = arena_alloc(arena, (size_t)stat.size);
    zip_source_open(memory);
    zip_source_read(memory, bytes, stat.size);
    zip_source_close(memory);
    zip_source_free(memory);
    return (Str){bytes, (size_t)stat.size};
}

static inline Str zip_make(Arena *arena, const ZipPart *parts, size_t n) {
    return zip_make_by(arena, parts, n, ZIP_CM_DEFAULT);
}

#endif
