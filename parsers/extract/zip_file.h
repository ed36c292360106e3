/* ZipFile: the members of a ZIP, under limits. What a bomb unpacks to is counted while it unpacks, not believed. */
#ifndef PARSERS_EXTRACT_ZIP_FILE_H
#define PARSERS_EXTRACT_ZIP_FILE_H

#include "base/arena.h"

#define ZIP_MEMBERS_MAX 2000
#define ZIP_MEMBER_MAX  ((size_t)64 * 1024 * 1024)  /* bytes of one member, unpacked */
#define ZIP_TOTAL_MAX   ((size_t)192 * 1024 * 1024) /* of all that are read */
#define ZIP_RATIO_MAX   200                         /* unpacked to packed, of members above a megabyte */

typedef struct ZipFile ZipFile;

typedef struct ZipMember {
    Str name;       /* as stored: may be of any charset, may point outside */
    bool folder, encrypted;
    bool unicode;   /* the name is declared UTF-8 */
} ZipMember;

/* `bytes` must live as long. NULL when it is no ZIP, or a damaged one. */
ZipFile *zip_file_open(Arena *arena, Str bytes);
size_t zip_file_count(const ZipFile *zip); /* at most ZIP_MEMBERS_MAX; zip_file_cut() tells of more */
bool zip_file_cut(const ZipFile *zip);
bool zip_file_member(ZipFile *zip, size_t index, ZipMember *out);
/* False and the reason when the member is encrypted, damaged, or beyond a limit. */
bool zip_file_read(ZipFile *zip, Arena *arena, size_t index, Str *out, Str *reason);
/* The member of that name; false when there is none or it cannot be read. */
bool zip_file_named(ZipFile *zip, Arena *arena, const char *name, Str *out);
void zip_file_close(ZipFile *zip); /* NULL is allowed */

#endif
