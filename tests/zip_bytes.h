/* ZIP files made in memory, for the tests and fuzzers of archives and workbooks:
 *
 *     zip_source_t *memory;
 *     zip_t *zip = zip_bytes_begin(&memory);
 *     zip_file_add(zip, ...);
 *     Str bytes = zip_bytes_end(zip, memory, arena); */
#ifndef TESTS_ZIP_BYTES_H
#define TESTS_ZIP_BYTES_H

#include <zip.h>

#include "base/arena.h"

/* NULL never: there is memory in tests. */
static inline zip_t *zip_bytes_begin(zip_source_t **memory) {
    zip_error_t error;
    *memory = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(*memory);
    return zip_open_from_source(*memory, ZIP_TRUNCATE, &error);
}

/* Exact size, no NUL behind it; absent when the library cannot close it, or nothing is in it. Both are freed. */
static inline Str zip_bytes_end(zip_t *zip, zip_source_t *memory, Arena *arena) {
    Str bytes = STR_NONE;
    zip_stat_t stat;
    if (zip_get_num_entries(zip, 0) == 0 || zip_close(zip) != 0) {
        zip_discard(zip);
    } else if (zip_source_stat(memory, &stat) == 0 && zip_source_open(memory) == 0) {
        char *data = arena_alloc(arena, (size_t)stat.size);
        zip_source_read(memory, data, stat.size);
        zip_source_close(memory);
        bytes = (Str){data, (size_t)stat.size};
    }
    zip_source_free(memory);
    return bytes;
}

#endif
