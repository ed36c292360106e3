#include "parsers/extract/tnef.h"

#include <stdio.h>
#include <ytnef.h>
#include <mapitags.h>

#include "base/utf8.h"
#include "parsers/charset.h"
#include "base/banned.h"

static Str bytes_of(const variableLength *value) {
    return value && value != MAPI_UNDEFINED && value->size > 0 ? (Str){(const char *)value->data, (size_t)value->size} : STR_NONE;
}

/* The long name where there is one, in the charset of whoever sent it; its NUL is left out. */
static Str name_of(Arena *arena, Attachment *attachment, Language language) {
    Str name = bytes_of(MAPIFindProperty(&attachment->MAPI, PROP_TAG(PT_UNICODE, PR_ATTACH_LONG_FILENAME)));
    if (!name.len)
        name = bytes_of(MAPIFindProperty(&attachment->MAPI, PROP_TAG(PT_STRING8, PR_ATTACH_LONG_FILENAME)));
    if (!name.len)
        name = bytes_of(&attachment->Title);
    ptrdiff_t end = str_find_char(name, '\0');
    name = end < 0 ? name : str_sub(name, 0, (size_t)end);
    return utf8_valid(name) ? name : charset_to_utf8(arena, name, STR_NONE, language, NULL);
}

void tnef_read(Arena *arena, const ExtractAsk *ask, Extract *out) {
    TNEFStruct *tnef = ARENA_NEW(arena, TNEFStruct);
    Str copy = arena_str(arena, ask->bytes); /* the parser writes into what it reads */
    size_t files = 0;
    TNEFInitialize(tnef);
    if (TNEFParseMemory((BYTE *)copy.data, (long)copy.len, tnef) < 0) {
        extract_refuse(arena, out, STR("the winmail.dat is damaged"));
        return;
    }
    for (Attachment *one = tnef->starting_attach.next; one && files < EXTRACT_PAPERS_MAX; one = one->next) {
        Str bytes = bytes_of(&one->FileData);
        if (!bytes.len)
            continue;
        Paper *file = extract_add(arena, out, PAPER_FILE);
        file->name = name_of(arena, one, ask->language);
        file->bytes = bytes;
        files++;
    }
    if (!files)
        extract_refuse(arena, out, STR("the winmail.dat holds no file"));
}
