#include "reply/quote.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "reply/context_line.h"
#include "reply/html.h"
#include "reply/plain.h"
#include "reply/templates.h"
#include "base/banned.h"

/* Marks that turn the direction of what follows could hide where the quotation ends. */
static bool turns_direction(uint32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

static void add_clean(Buf *out, Str line) {
    for (size_t at = 0, size; at < line.len; at += size) {
        uint32_t c = utf8_decode(line, at, &size);
        if (turns_direction(c))
            continue;
        bool control = (c < 0x20 && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
        buf_add_utf8(out, control ? ' ' : c);
    }
}

/* The text as far as it is quoted, line by line; *cut when something was left out. */
static Str head(Str text, size_t most, bool *cut) {
    text = str_trim(text);
    *cut = text.len > most;
    if (!*cut)
        return text;
    size_t end = most;
    while (end > 0 && text.data[end] != '\n')
        end--;
    return str_sub(text, 0, end ? end : most);
}

static Str introduction(Arena *arena, const Templates *templates, const Ticket *ticket, Language language) {
    const TemplateSet *set = templates_set(templates, &language);
    Str sender = plain_line(arena, ticket->requester_name, PLAIN_VALUE_MAX);
    if (!sender.len)
        sender = plain_line(arena, ticket->requester_email, PLAIN_VALUE_MAX);
    Data data = {.kind = DATA_OBJECT};
    context_text(arena, &data, VAR_SENDER, sender);
    context_text(arena, &data, VAR_RECEIVED, locale_date(locale_of(language), arena, ticket->received_date));
    Buf out = {.arena = arena};
    bool rendered = sender.len && mustache_render(set->mustache, STR("quote"), &data, MUSTACHE_TEXT, &out, NULL);
    return rendered ? str_trim(buf_str(&out)) : STR("");
}

Str quote_text(Arena *arena, const Templates *templates, const Ticket *ticket, Language language,
               size_t most) {
    Buf out = {.arena = arena};
    bool cut;
    Str rest = head(ticket->text, most, &cut);
    if (!rest.len)
        return STR("");
    buf_add(&out, introduction(arena, templates, ticket, language));
    buf_add_char(&out, '\n');
    for (Str line; str_line(&rest, &line);) {
        buf_add(&out, line.len ? STR("> ") : STR(">"));
        add_clean(&out, line);
        buf_add_char(&out, '\n');
    }
    buf_add(&out, cut ? STR("> [...]\n") : STR(""));
    return buf_str(&out);
}

Str quote_html(Arena *arena, const Templates *templates, const Ticket *ticket, Language language,
               size_t most) {
    Buf out = {.arena = arena};
    bool cut;
    Str rest = head(ticket->text, most, &cut);
    if (!rest.len)
        return STR("");
    buf_add(&out, STR("<p>"));
    html_escape(&out, introduction(arena, templates, ticket, language));
    buf_add(&out, STR("</p>\n<blockquote>\n"));
    for (Str line; str_line(&rest, &line);) {
        Buf clean = {.arena = arena};
        add_clean(&clean, line);
        html_escape(&out, buf_str(&clean));
        buf_add(&out, STR("<br>\n"));
    }
    buf_add(&out, cut ? STR("[...]<br>\n</blockquote>\n") : STR("</blockquote>\n"));
    return buf_str(&out);
}
