#include "reply/reply.h"

#include "base/buf.h"
#include "reply/check.h"
#include "reply/context.h"
#include "reply/subject.h"
#include "reply/templates.h"
#include "base/banned.h"

static Str template_of(const Resolution *resolution) {
    if (resolution->intent == INTENT_KPI_DISCREPANCY)
        return resolution->lines.len ? STR("ticket") : str_of(intent_word(INTENT_OTHER));
    return str_of(intent_word(resolution->intent));
}

/* Templates need not care for blanks at line ends or for the empty lines of what they left out. Tidied where it stands. */
static Str tidied(Buf *draft) {
    buf_reserve(draft, 1); /* the last line may get its end */
    Str rest = {draft->data, draft->len};
    bool gap = false;
    draft->len = 0;
    while (rest.len) {
        ptrdiff_t newline = str_find_char(rest, '\n');
        Str line = newline < 0 ? rest : str_sub(rest, 0, (size_t)newline);
        rest = newline < 0 ? STR_NONE : str_sub(rest, (size_t)newline + 1, rest.len);
        while (line.len && (line.data[line.len - 1] == ' ' || line.data[line.len - 1] == '\t' || line.data[line.len - 1] == '\r'))
            line.len--;
        if (!line.len) {
            gap = true;
            continue;
        }
        if (gap && draft->len)
            draft->data[draft->len++] = '\n';
        memmove(draft->data + draft->len, line.data, line.len);
        draft->len += line.len;
        draft->data[draft->len++] = '\n';
        gap = false;
    }
    return buf_str(draft);
}

static bool render(const TemplateSet *set, Arena *arena, const Resolution *resolution, Locale *locale,
                   Str *text, GError **error) {
    Buf out = {.arena = arena};
    Data context = context_make(arena, resolution, set->words, locale);
    if (!mustache_render(set->mustache, template_of(resolution), &context, MUSTACHE_TEXT, &out, error))
        return false;
    *text = tidied(&out);
    return true;
}

Reply *reply_draft(const Templates *templates, Arena *arena, const Resolution *resolution, GError **error) {
    if (resolution->intent == INTENT_OTHER && resolution->reading->automatic)
        return NULL;
    Language language = resolution->language;
    const TemplateSet *set = templates_set(templates, &language);
    Locale *locale = locale_of(language);
    Str text;
    if (!render(set, arena, resolution, locale, &text, error) ||
        !check_figures(arena, locale, resolution, text, error))
        return NULL;
    Reply *reply = ARENA_NEW(arena, Reply);
    reply->language = language;
    reply->subject = subject_reply(arena, resolution->reading->ticket->subject, set->words->subject);
    reply->text = text;
    reply->send = resolution->decision != DECISION_REVIEW;
    return reply;
}
