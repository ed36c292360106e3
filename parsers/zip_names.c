#include "parsers/zip_names.h"

#include "base/banned.h"

#define END_SIZE     22                        /* of the record behind the directory, without its comment */
#define END_FARTHEST ((size_t)END_SIZE + 65535) /* from the end of the file */
#define ENTRY_SIZE   46                        /* of an entry, without its name, extra fields and comment */

static size_t number_at(Str bytes, size_t at, int size) {
    size_t value = 0;
    for (int i = size - 1; i >= 0; i--)
        value = value << 8 | (unsigned char)bytes.data[at + (size_t)i];
    return value;
}

/* Where the directory begins; false when there is none. */
static bool find_directory(Str bytes, size_t *from) {
    size_t farthest = bytes.len > END_FARTHEST ? bytes.len - END_FARTHEST : 0;
    for (size_t at = bytes.len < END_SIZE ? 0 : bytes.len - END_SIZE + 1; at-- > farthest;) {
        if (memcmp(bytes.data + at, "PK\5\6", 4) != 0)
            continue;
        size_t size = number_at(bytes, at + 12, 4);
        *from = size <= at ? at - size : 0;
        return size <= at;
    }
    return false;
}

bool zip_names_begin(Str bytes, Str path) {
    size_t at;
    if (!find_directory(bytes, &at))
        return str_find(bytes, path) >= 0;
    while (bytes.len - at >= ENTRY_SIZE && memcmp(bytes.data + at, "PK\1\2", 4) == 0) {
        size_t name = at + ENTRY_SIZE, len = number_at(bytes, at + 28, 2);
        if (str_starts(str_sub(bytes, name, name + len), path))
            return true;
        at = name + len + number_at(bytes, at + 30, 2) + number_at(bytes, at + 32, 2);
        if (at > bytes.len)
            break;
    }
    return false;
}
