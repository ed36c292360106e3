#include "cli/text.h"

#include "base/utf8.h"
#include "cli/english.h"
#include "base/banned.h"

#define RULE "────────────────────────────────────────────────────────────────────────────────"

Style style_of(bool colour) {
    static const Style plain = {"", "", "", "", ""};
    static const Style coloured = {"\033[1m", "\033[1;32m", "\033[1;31m", "\033[2m", "\033[0m"};
    return colour ? coloured : plain;
}

static bool steers(uint32_t c) {
    bool control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    bool direction = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    return control || direction;
}

void text_add_safe(Buf *buf, Str text) {
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t c = utf8_decode(text, at, &size);
        if (c == '\n' || c == '\t' || !steers(c))
            buf_add_utf8(buf, c);
    }
}

/* Not seen, but what stands around it is shown in another order: "gpj.exe" is no picture. */
static bool is_mark(uint32_t c) {
    return c == 0x200E || c == 0x200F || c == 0x61C || c == 0x2028 || c == 0x2029;
}

void text_add_escaped(Buf *buf, Str text) {
    for (size_t at = 0, size; at < text.len; at += size) {
        uint32_t c = utf8_decode(text, at, &size);
        if (c == '\n' || c == '\r' || c == '\t')
            buf_printf(buf, "\\%c", c == '\n' ? 'n' : c == '\r' ? 'r' : 't');
        else if (steers(c) || is_mark(c))
            buf_printf(buf, c < 0x100 ? "\\x%02X" : "\\u%04X", c);
        else if (c == UTF8_BAD && size == 1)
            buf_printf(buf, "\\x%02X", (unsigned char)text.data[at]);
        else
            buf_add_utf8(buf, c);
    }
}

static void heading(Buf *buf, const char *name, Str text) {
    if (str_empty(text))
        return;
    buf_printf(buf, "%-10s", name);
    text_add_safe(buf, text);
    buf_add_char(buf, '\n');
}

static void add_requester(Buf *buf, Arena *arena, const Ticket *ticket) {
    Str name = ticket->requester_name, email = ticket->requester_email;
    if (!str_empty(name) && !str_empty(email))
        heading(buf, "From", arena_printf(arena, STR_FMT " <" STR_FMT ">", STR_ARG(name), STR_ARG(email)));
    else
        heading(buf, "From", str_empty(name) ? email : name);
}

/* Built beside, then added: the texts of findings quote the ticket. */
static void bullet(Buf *buf, Buf *sentence) {
    buf_add(buf, STR("  - "));
    text_add_safe(buf, buf_str(sentence));
    buf_add_char(buf, '\n');
}

static void add_line(Buf *buf, Arena *arena, const Resolution *resolution, size_t n, const Style *style) {
    const Line *line = resolution->lines.items[n];
    Buf sentence = {.arena = arena};
    english_details(&sentence, arena, &line->effective);
    buf_printf(buf, "\n%s", style->bold);
    if (resolution->lines.len > 1)
        buf_printf(buf, "Purchase %zu of %zu: ", n + 1, resolution->lines.len);
    else
        buf_add(buf, STR("Purchase: "));
    text_add_safe(buf, buf_str(&sentence));
    buf_printf(buf, "%s\n", style->off);
    if (resolution->lines.len > 1)
        buf_printf(buf, "  %s.\n", english_decision(line->decision));
    for (size_t i = 0; i < line->findings.len; i++) {
        sentence = (Buf){.arena = arena};
        english_finding(&sentence, resolution, line, &line->findings.items[i]);
        bullet(buf, &sentence);
    }
    for (size_t i = 0; i < line->accepted.len; i++) {
        sentence = (Buf){.arena = arena};
        buf_add_char(&sentence, '"');
        text_add_escaped(&sentence, line->accepted.items[i]->name);
        buf_add(&sentence, STR("\" is an invoice and accepted."));
        bullet(buf, &sentence);
    }
    if (line->has_row) {
        sentence = (Buf){.arena = arena};
        buf_add(&sentence, STR("Dashboard: "));
        english_row(&sentence, arena, &line->row);
        buf_add_char(&sentence, '.');
        bullet(buf, &sentence);
    }
}

static void add_listing(Buf *buf, const Resolution *resolution) {
    for (Listing listing = 0; listing < LISTING_COUNT; listing++)
        if (resolution->listing_missing & 1u << listing)
            buf_printf(buf, "  - Missing: %s.\n", english_listing(listing));
}

static void add_draft(Buf *buf, const Outcome *outcome, const Style *style) {
    const Reply *reply = outcome->reply;
    if (!reply) {
        buf_printf(buf, "\n%sNo reply is drafted", style->bold);
        if (str_given(outcome->duplicate_of)) {
            buf_add(buf, STR(": the same was sent before, as ticket "));
            text_add_safe(buf, outcome->duplicate_of);
            buf_add(buf, STR(", and is answered there"));
        } else if (!str_empty(outcome->withheld)) {
            buf_add(buf, STR(": "));
            text_add_safe(buf, outcome->withheld);
        } else {
            buf_add(buf, STR(": none is due"));
        }
        buf_printf(buf, ".%s\n", style->off);
        return;
    }
    buf_printf(buf, "\n%s%s%s\n", style->faint, RULE, style->off);
    if (!reply->send)
        buf_printf(buf, "%s*** DO NOT SEND before a person has looked at it ***%s\n", style->warn, style->off);
    heading(buf, "To", outcome->ticket->requester_email);
    heading(buf, "Subject", reply->subject);
    buf_add_char(buf, '\n');
    text_add_safe(buf, reply->text);
    if (!str_ends(reply->text, STR("\n")))
        buf_add_char(buf, '\n');
}

void text_outcome(Buf *buf, const Outcome *outcome, bool colour) {
    const Resolution *resolution = outcome->resolution;
    const Ticket *ticket = outcome->ticket;
    Arena *arena = outcome->arena;
    Style style = style_of(colour);
    buf_printf(buf, "%s%s%s\n", style.faint, RULE, style.off);
    heading(buf, "Ticket", ticket->id);
    add_requester(buf, arena, ticket);
    heading(buf, "Subject", ticket->subject);
    heading(buf, "Partner", str_empty(resolution->partner_id) ? STR("not known") : resolution->partner_id);
    heading(buf, "Asks", arena_cstr(arena, english_intent(resolution->intent)));
    bool review = resolution->decision == DECISION_REVIEW;
    buf_printf(buf, "%-10s%s%s%s (%s)\n", "Decision", review ? style.warn : style.good,
               english_decision(resolution->decision), style.off, decision_word(resolution->decision));
    add_listing(buf, resolution);
    for (size_t i = 0; i < resolution->lines.len; i++)
        add_line(buf, arena, resolution, i, &style);
    if (str_given(outcome->same_message_as))
        heading(buf, "See also", arena_printf(arena, "ticket " STR_FMT ", the same message with other content",
                                              STR_ARG(outcome->same_message_as)));
    add_draft(buf, outcome, &style);
    buf_add_char(buf, '\n');
}
