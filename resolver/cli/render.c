#include "cli/render.h"

#include "cli/english.h"
#include "cli/text.h"
#include "reply/html.h"
#include "run/result.h"
#include "base/banned.h"

static Str render_json(const Outcome *outcome, bool pretty) {
    Buf buf = {.arena = outcome->arena};
    JsonOut json = {.buf = &buf, .pretty = pretty};
    buf_reserve(&buf, 8192);
    result_write(&json, outcome);
    buf_add_char(&buf, '\n');
    return buf_str(&buf);
}

static Str render_text(const Outcome *outcome, bool colour) {
    Buf buf = {.arena = outcome->arena};
    text_outcome(&buf, outcome, colour);
    return buf_str(&buf);
}

static void html_line(Buf *buf, Arena *arena, const Resolution *resolution, const Line *line) {
    Buf details = {.arena = arena};
    english_details(&details, arena, &line->effective);
    buf_add(buf, STR("<p>Purchase: "));
    html_escape(buf, buf_str(&details));
    buf_printf(buf, ". <em>%s.</em></p>\n", english_decision(line->decision));
    if (line->findings.len)
        buf_add(buf, STR("<ul>\n"));
    for (size_t i = 0; i < line->findings.len; i++) {
        Buf sentence = {.arena = arena};
        english_finding(&sentence, resolution, line, &line->findings.items[i]);
        buf_add(buf, STR("<li>"));
        html_escape(buf, buf_str(&sentence));
        buf_add(buf, STR("</li>\n"));
    }
    if (line->findings.len)
        buf_add(buf, STR("</ul>\n"));
}

/* The header of the desk, then the draft in a frame. All of the ticket is escaped. */
static Str render_html(const Outcome *outcome, bool page) {
    const Reply *reply = outcome->reply;
    const Resolution *resolution = outcome->resolution;
    Buf buf = {.arena = outcome->arena};
    buf_add(&buf, STR("<article>\n<h1>"));
    html_escape(&buf, reply ? reply->subject : outcome->ticket->subject);
    buf_add(&buf, STR("</h1>\n<p>"));
    html_escape(&buf, outcome->id);
    buf_printf(&buf, ": <strong>%s</strong></p>\n", english_decision(resolution->decision));
    for (size_t i = 0; i < resolution->lines.len; i++)
        html_line(&buf, outcome->arena, resolution, resolution->lines.items[i]);
    if (str_given(outcome->same_message_as)) {
        buf_add(&buf, STR("<p>See also ticket "));
        html_escape(&buf, outcome->same_message_as);
        buf_add(&buf, STR(", the same message with other content.</p>\n"));
    }
    if (reply && !reply->send)
        buf_add(&buf, STR("<p class=\"hold\">Do not send before a person has looked at it.</p>\n"));
    if (reply) {
        buf_add(&buf, STR("<div class=\"draft\">\n"));
        buf_add(&buf, html_fragment(outcome->arena, reply->text, reply->language));
        buf_add(&buf, STR("</div>\n"));
    } else if (str_given(outcome->duplicate_of)) {
        buf_add(&buf, STR("<p>No reply is drafted: the same was sent before, as ticket "));
        html_escape(&buf, outcome->duplicate_of);
        buf_add(&buf, STR(", and is answered there.</p>\n"));
    } else {
        buf_add(&buf, STR("<p>No reply is drafted.</p>\n"));
    }
    buf_add(&buf, STR("</article>\n"));
    Str title = reply ? reply->subject : outcome->id;
    return page ? html_page(outcome->arena, buf_str(&buf), title, LANGUAGE_EN) : buf_str(&buf);
}

Str render(const Pipeline *pipeline, const Outcome *outcome, const RenderOptions *options) {
    switch (options->format) {
    case FORMAT_JSON:
        return render_json(outcome, true);
    case FORMAT_NDJSON:
        return render_json(outcome, false);
    default:
        break;
    }
    if (str_given(outcome->error))
        return STR_NONE;
    if (options->format == FORMAT_HTML)
        return render_html(outcome, options->page);
    if (options->format == FORMAT_EML)
        return pipeline_mail(pipeline);
    return render_text(outcome, options->colour);
}
