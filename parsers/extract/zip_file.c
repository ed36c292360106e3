#include "parsers/extract/zip_file.h"

#include <zip.h>

#include "base/buf.h"
#include "base/banned.h"

#define CHUNK ((size_t)64 * 1024)

struct ZipFile {
    zip_t *zip;
    size_t count;
    bool cut;
    size_t total; /* bytes unpacked so far */
};

ZipFile *zip_file_open(Arena *arena, Str bytes) {
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(bytes.data, bytes.len, 0, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    if (!zip) {
        zip_source_free(source); /* an opened archive owns it */
        return NULL;
    }
    ZipFile *file = ARENA_NEW(arena, ZipFile);
    zip_int64_t count = zip_get_num_entries(zip, 0);
    file->zip = zip;
    file->cut = count > ZIP_MEMBERS_MAX;
    file->count = count < 0 ? 0 : file->cut ? ZIP_MEMBERS_MAX : (size_t)count;
    return file;
}

size_t zip_file_count(const ZipFile *file) {
    return file->count;
}

bool zip_file_cut(const ZipFile *file) {
    return file->cut;
}

bool zip_file_member(ZipFile *file, size_t index, ZipMember *out) {
    zip_stat_t stat;
    const char *name = zip_get_name(file->zip, index, ZIP_FL_ENC_RAW);
    *out = (ZipMember){0};
    if (!name || zip_stat_index(file->zip, index, 0, &stat) != 0)
        return false;
    out->name = str_of(name);
    out->folder = str_ends(out->name, STR("/"));
    out->encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
    return true;
}

/* A member that unpacks to hundreds of times its size was made to do harm. */
static bool swells(const zip_stat_t *stat, size_t unpacked) {
    return unpacked > 1024 * 1024 && (stat->valid & ZIP_STAT_COMP_SIZE) && unpacked / ZIP_RATIO_MAX > stat->comp_size;
}

bool zip_file_read(ZipFile *file, Arena *arena, size_t index, Str *out, Str *reason) {
    zip_stat_t stat;
    ZipMember member;
    *reason = STR("it is damaged");
    if (!zip_file_member(file, index, &member) || zip_stat_index(file->zip, index, 0, &stat) != 0)
        return false;
    if (member.encrypted) {
        *reason = STR("it is protected by a password");
        return false;
    }
    zip_file_t *from = zip_fopen_index(file->zip, index, 0);
    Buf buf = {.arena = arena};
    char *chunk = arena_alloc(arena, CHUNK);
    zip_int64_t got = from ? 0 : -1;
    while (from && (got = zip_fread(from, chunk, CHUNK)) > 0) {
        file->total += (size_t)got;
        if (buf.len + (size_t)got > ZIP_MEMBER_MAX || file->total > ZIP_TOTAL_MAX || swells(&stat, buf.len + (size_t)got)) {
            *reason = STR("it unpacks to far more than it should");
            zip_fclose(from);
            return false;
        }
        buf_add(&buf, (Str){chunk, (size_t)got});
    }
    /* Only closing tells that the checksum was wrong. */
    bool closed = from && zip_fclose(from) == 0;
    *out = buf.len ? buf_str(&buf) : STR("");
    return closed && got == 0;
}

bool zip_file_named(ZipFile *file, Arena *arena, const char *name, Str *out) {
    Str reason;
    zip_int64_t index = zip_name_locate(file->zip, name, ZIP_FL_NOCASE);
    return index >= 0 && (size_t)index < file->count && zip_file_read(file, arena, (size_t)index, out, &reason);
}

void zip_file_close(ZipFile *file) {
    if (file)
        zip_discard(file->zip);
}
