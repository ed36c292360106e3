/* resolver explain: what the program thought about one ticket, for a person. */
#include <stdio.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/marked.h"
#include "cli/english.h"
#include "run/feed.h"
#include "base/banned.h"

static void title(Buf *buf, const Style *style, const char *text) {
    buf_printf(buf, "\n%s%s%s\n", style->bold, text, style->off);
}

static void explain_head(Buf *buf, const Outcome *outcome, const Style *style) {
    const Reading *reading = outcome->reading;
    const Resolution *resolution = outcome->resolution;
    buf_printf(buf, "%sTicket ", style->bold);
    text_add_safe(buf, outcome->ticket->id);
    buf_printf(buf, "%s\n  Subject:  ", style->off);
    text_add_safe(buf, outcome->ticket->subject);
    buf_printf(buf, "\n  Language: %s (%d %% sure)\n  Asks:     %s", language_word(reading->language),
               (int)(reading->language_confidence * 100), english_intent(resolution->intent));
    if (!str_empty(reading->intent_text)) {
        buf_add(buf, STR(", because of \""));
        text_add_safe(buf, reading->intent_text);
        buf_add_char(buf, '"');
    }
    buf_add(buf, STR("\n  Partner:  "));
    text_add_safe(buf, str_empty(resolution->partner_id) ? STR("not known") : resolution->partner_id);
    buf_add(buf, STR("\n  As of:    "));
    english_date(buf, resolution->as_of);
    buf_add(buf, STR("; the dashboard displays "));
    english_date(buf, resolution->window_from);
    buf_add(buf, STR(" to "));
    english_date(buf, resolution->window_to);
    buf_add_char(buf, '\n');
}

static void explain_items(Buf *buf, Arena *arena, const Document *document) {
    for (size_t i = 0; i < document->items.len; i++) {
        const InvoiceItem *item = &document->items.items[i];
        buf_printf(buf, "      item: ");
        text_add_safe(buf, item->description);
        if (!str_empty(item->omlp_type))
            buf_printf(buf, "; type " STR_FMT, STR_ARG(item->omlp_type));
        if (item->has_units)
            buf_printf(buf, "; units " STR_FMT, STR_ARG(decimal_str(arena, item->units)));
        if (item->has_net)
            buf_printf(buf, "; net " STR_FMT, STR_ARG(decimal_str(arena, item->net)));
        buf_add_char(buf, '\n');
    }
}

static bool belongs(const Documents *documents, const Document *document) {
    for (size_t i = 0; i < documents->len; i++)
        if (documents->items[i] == document)
            return true;
    return false;
}

static void explain_place(Buf *buf, const Resolution *resolution, const Document *document) {
    for (size_t i = 0; i < resolution->lines.len; i++) {
        const Line *line = resolution->lines.items[i];
        if (belongs(&line->accepted, document) || belongs(&line->refused, document))
            buf_printf(buf, "      belongs to purchase %zu\n", i + 1);
    }
}

static void explain_document(Buf *buf, const Outcome *outcome, const Document *document, const Style *style) {
    buf_printf(buf, "  - \"");
    text_add_escaped(buf, document->name);
    buf_printf(buf, "\": %s%s%s, %s", style->bold, english_kind(document->kind), style->off,
               document->accepted ? "accepted" : "not accepted");
    if (!str_empty(document->reason)) {
        buf_add(buf, STR("\n      because: "));
        text_add_safe(buf, document->reason);
    }
    buf_add_char(buf, '\n');
    if (!str_empty(document->number)) {
        buf_add(buf, STR("      number: "));
        text_add_safe(buf, document->number);
        buf_add_char(buf, '\n');
    }
    if (date_given(document->issue_date)) {
        buf_add(buf, STR("      date: "));
        english_date(buf, document->issue_date);
        buf_add_char(buf, '\n');
    }
    for (size_t i = 0; i < document->quotes.len; i++) {
        buf_add(buf, STR("      quotes the number: "));
        text_add_safe(buf, document->quotes.items[i]);
        buf_add_char(buf, '\n');
    }
    if (document->has_net)
        buf_printf(buf, "      net total: " STR_FMT " " STR_FMT "\n", STR_ARG(decimal_str(outcome->arena, document->net)),
                   STR_ARG(document->currency));
    explain_items(buf, outcome->arena, document);
    explain_place(buf, outcome->resolution, document);
}

static void explain_row(Buf *buf, Arena *arena, const Line *line) {
    buf_add(buf, STR("  Dashboard: "));
    if (!line->has_row) {
        buf_add(buf, STR("no row was found\n"));
        return;
    }
    Buf row = {.arena = arena};
    english_row(&row, arena, &line->row);
    text_add_safe(buf, buf_str(&row));
    buf_add(buf, STR("\n             found by "));
    if (line->row_is_near)
        buf_add(buf, STR("all other values, the number being slightly different"));
    else
        buf_add(buf, STR("partner and invoice number"));
    if (line->rows > 1)
        buf_printf(buf, "; the sum of %zu rows", line->rows);
    buf_add(buf, STR(" ("));
    text_add_safe(buf, line->row.source);
    if (line->row.line)
        buf_printf(buf, ", line %zu", line->row.line);
    buf_add(buf, STR(")\n"));
}

static void explain_steps(Buf *buf, const Line *line, const Style *style) {
    buf_add(buf, STR("  Rules, in order:\n"));
    for (size_t i = 0; i < line->steps.len; i++) {
        const Step *step = &line->steps.items[i];
        buf_printf(buf, "   %d. %s%-3s%s %s\n        ", step->rule, step->held ? style->good : style->faint,
                   step->held ? "YES" : "no", style->off, english_rule(step->rule));
        text_add_safe(buf, step->why);
        buf_add_char(buf, '\n');
        if (!step->held && !str_empty(step->would)) {
            buf_add(buf, STR("        for it to hold: "));
            text_add_safe(buf, step->would);
            buf_add_char(buf, '\n');
        }
    }
}

static void explain_line(Buf *buf, const Outcome *outcome, size_t n, const Style *style) {
    const Line *line = outcome->resolution->lines.items[n];
    Buf said = {.arena = outcome->arena}, used = {.arena = outcome->arena};
    buf_printf(buf, "\n%sPurchase %zu: %s%s\n", style->bold, n + 1, english_decision(line->decision), style->off);
    english_details(&said, outcome->arena, &line->claim->details);
    english_details(&used, outcome->arena, &line->effective);
    buf_add(buf, STR("  Claimed:   "));
    text_add_safe(buf, buf_str(&said));
    buf_add(buf, STR("\n  Counted:   "));
    text_add_safe(buf, buf_str(&used));
    buf_add_char(buf, '\n');
    explain_row(buf, outcome->arena, line);
    for (size_t i = 0; i < line->findings.len; i++) {
        Buf sentence = {.arena = outcome->arena};
        english_finding(&sentence, outcome->resolution, line, &line->findings.items[i]);
        buf_printf(buf, "  %s", i ? "           " : "Findings:  ");
        text_add_safe(buf, buf_str(&sentence));
        buf_add_char(buf, '\n');
    }
    explain_steps(buf, line, style);
}

static void explain_notes(Buf *buf, const Notes *notes, const Style *style) {
    if (notes->len)
        title(buf, style, "Remarks on the input");
    for (size_t i = 0; i < notes->len; i++) {
        buf_add(buf, STR("  - "));
        text_add_escaped(buf, notes->items[i].where);
        if (notes->items[i].line)
            buf_printf(buf, ", line %zu", notes->items[i].line);
        buf_add(buf, str_empty(notes->items[i].where) ? STR("") : STR(": "));
        text_add_safe(buf, notes->items[i].text);
        buf_add_char(buf, '\n');
    }
}

static void explain(Buf *buf, const Outcome *outcome, bool colour) {
    const Resolution *resolution = outcome->resolution;
    Style style = style_of(colour);
    explain_head(buf, outcome, &style);
    title(buf, &style, "The text, each value marked where it was read");
    marked_text(buf, outcome, &style);
    Buf more = {.arena = outcome->arena};
    marked_elsewhere(&more, outcome);
    if (more.len) {
        title(buf, &style, "Read elsewhere");
        buf_add(buf, buf_str(&more));
    }
    if (outcome->reading->documents.len)
        title(buf, &style, "Documents");
    for (size_t i = 0; i < outcome->reading->documents.len; i++)
        explain_document(buf, outcome, outcome->reading->documents.items[i], &style);
    explain_notes(buf, &outcome->ticket->notes, &style);
    for (size_t i = 0; i < resolution->lines.len; i++)
        explain_line(buf, outcome, i, &style);
    for (Listing listing = 0; listing < LISTING_COUNT; listing++)
        if (resolution->listing_missing & 1u << listing)
            buf_printf(buf, "\n  Missing: %s\n", english_listing(listing));
    buf_printf(buf, "\n%sDecision: %s%s (%s)\n", style.bold, english_decision(resolution->decision), style.off,
               decision_word(resolution->decision));
    if (!str_empty(outcome->withheld)) {
        buf_add(buf, STR("The draft is withheld: "));
        text_add_safe(buf, outcome->withheld);
        buf_add_char(buf, '\n');
    }
}

int command_explain(const Arguments *arguments) {
    Pipeline *pipeline = cli_open(arguments);
    if (pipeline)
        pipeline_keep_steps(pipeline);
    bool unreadable = false;
    size_t n = 0;
    if (!pipeline)
        return EXIT_USAGE;
    Feed *feed = feed_open((const char *const *)arguments->words->pdata, arguments->words->len - 1);
    for (FeedItem item; !ferror(stdout) && feed_next(feed, pipeline_begin(pipeline), &item); n++) {
        const Outcome *outcome = pipeline_resolve(pipeline, &item);
        if (str_given(outcome->error)) {
            cli_complain(STR_FMT ": " STR_FMT, STR_ARG(outcome->id), STR_ARG(outcome->error));
            unreadable = true;
            continue;
        }
        Buf buf = {.arena = outcome->arena};
        if (n)
            buf_add(&buf, STR("\n\n"));
        explain(&buf, outcome, cli_colour(1));
        cli_print(&buf);
    }
    feed_free(&feed);
    pipeline_free(&pipeline);
    return unreadable ? EXIT_SOME_UNREADABLE : EXIT_RESOLVED;
}
