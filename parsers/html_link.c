#include "parsers/html_link.h"

#include <glib.h>

#include "parsers/html_token.h"
#include "base/banned.h"

#define ADDRESS_MAX 2048

/* What stays of an address when it is typed by hand: without scheme, "www." and the last slash. */
static Str bare(Str address) {
    static const char *const heads[] = {"https://", "http://", "www."};
    address = str_trim(address);
    for (size_t i = 0; i < G_N_ELEMENTS(heads); i++)
        if (str_starts_nocase(address, str_of(heads[i])))
            address = str_sub(address, strlen(heads[i]), address.len);
    return str_ends(address, STR("/")) ? str_sub(address, 0, address.len - 1) : address;
}

/* Outlook's gateway puts the address into a parameter of its own. */
static Str unwrapped(Arena *arena, Str address) {
    ptrdiff_t gate = str_find(str_sub(address, 0, 80), STR(".safelinks.protection.outlook.com/"));
    ptrdiff_t from = gate < 0 ? -1 : str_find(address, STR("url="));
    if (from < 0)
        return address;
    Str value = str_sub(address, (size_t)from + 4, address.len);
    ptrdiff_t end = str_find_char(value, '&');
    char *plain = g_uri_unescape_segment(value.data, value.data + (end < 0 ? value.len : (size_t)end), NULL);
    Str out = plain && g_str_has_prefix(plain, "http") ? arena_cstr(arena, plain) : address;
    g_free(plain);
    return out;
}

Str html_link(Arena *arena, Str href, Str visible) {
    Buf decoded = {.arena = arena}, out = {.arena = arena};
    html_decode(&decoded, str_trim(href));
    Str address = buf_str(&decoded);
    if (str_empty(str_trim(visible)) || address.len > ADDRESS_MAX ||
        (!str_starts_nocase(address, STR("http://")) && !str_starts_nocase(address, STR("https://"))))
        return STR_NONE;
    address = unwrapped(arena, address);
    if (str_eq_nocase(bare(address), bare(visible)))
        return STR_NONE;
    for (size_t i = 0; i < address.len; i++) /* blanks and brackets would end it early */
        if ((unsigned char)address.data[i] > ' ' && !strchr("<>", address.data[i]))
            buf_add_char(&out, address.data[i]);
    return buf_str(&out);
}
