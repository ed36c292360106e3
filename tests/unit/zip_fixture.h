/* ZIP files made in memory for the tests of archives and workbooks. */
#ifndef TESTS_ZIP_FIXTURE_H
#define TESTS_ZIP_FIXTURE_H

#include <criterion/criterion.h>

#include "tests/zip_bytes.h"

typedef struct ZipPart {
    const char *name;
    Str content;
    const char *password; /* NULL: not encrypted */
} ZipPart;

/* The bytes of a ZIP with those members; exact size, no NUL behind it. */
static inline Str zip_make_by(Arena *arena, const ZipPart *parts, size_t n, zip_int32_t method) {
    zip_source_t *memory;
    zip_t *zip = zip_bytes_begin(&memory);
    for (size_t i = 0; i < n; i++) {
        zip_source_t *content = zip_source_buffer(zip, parts[i].content.data, parts[i].content.len, 0);
        zip_int64_t index = zip_file_add(zip, parts[i].name, content, ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(zip, (zip_uint64_t)index, method, 0);
        if (parts[i].password)
            zip_file_set_encryption(zip, (zip_uint64_t)index, ZIP_EM_AES_128, parts[i].password);
    }
    Str bytes = zip_bytes_end(zip, memory, arena);
    cr_assert(str_given(bytes));
    return bytes;
}

static inline Str zip_make(Arena *arena, const ZipPart *parts, size_t n) {
    return zip_make_by(arena, parts, n, ZIP_CM_DEFAULT);
}

#endif
