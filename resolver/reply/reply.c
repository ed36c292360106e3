#include "reply/reply.h"

#include "base/buf.h"
#include "reply/check.h"
#include "reply/context.h"
#include "reply/html.h"
#include "reply/subject.h"
#include "reply/templates.h"
#include "base/banned.h"

static Str template_of(const Resolution *resolution) {
    if (resolution->intent == INTENT_KPI_DISCREPANCY)
        return resolution->lines.len ? STR("ticket") : str_of(intent_word(INTENT_OTHER));
    return str_of(intent_word(resolution->intent));
}

/* Templates need not care for blanks at line ends or for the empty lines of what they left out. */
static Str tidied(Arena *arena, Str text) {
    Buf out = {.arena = arena};
    size_t empty = 0;
    for (Str line; str_line(&text, &line);) {
        while (line.len && (line.data[line.len - 1] == ' ' || line.data[line.len - 1] == '\t'))
            line.len--;
        if (!line.len) {
            empty++;
            continue;
        }
        if (empty && out.len)
            buf_add_char(&out, '\n');
        buf_add(&out, line);
        buf_add_char(&out, '\n');
        empty = 0;
    }
    return buf_str(&out);
}

static bool render(const TemplateSet *set, Arena *arena, const Resolution *resolution, Locale *locale,
                   Str *text, GError **error) {
    Buf out = {.arena = arena};
    json_t *context = context_make(arena, resolution, set->words, locale);
    bool rendered =
        mustache_render(set->mustache, template_of(resolution), context, MUSTACHE_TEXT, &out, error);
    json_decref(context);
    if (rendered)
        *text = tidied(arena, buf_str(&out));
    return rendered;
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
    reply->html = html_fragment(arena, text, language);
    reply->send = resolution->decision != DECISION_REVIEW;
    return reply;
}
