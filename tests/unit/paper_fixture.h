/* What is read of a paper, as "kind|number|day" or with all its facts: for tables of papers. */
#ifndef TESTS_PAPER_FIXTURE_H
#define TESTS_PAPER_FIXTURE_H

#include <criterion/criterion.h>

#include "base/buf.h"
#include "parsers/kind.h"

typedef struct PaperSample {
    const char *about, *text, *want;
} PaperSample;

/* "kind number date currency net [quotes] {type:units:net}", "-" for what is not given. */
static inline Str paper_facts(Arena *arena, const Document *d) {
    Buf buf = {.arena = arena};
    Str number = str_given(d->number) ? d->number : STR("-"),
        currency = str_given(d->currency) ? d->currency : STR("-");
    buf_printf(&buf, "%s|%.*s|%.*s|%.*s|%.*s|", kind_word(d->kind), STR_ARG(number),
               STR_ARG(date_iso(arena, d->issue_date)), STR_ARG(currency),
               STR_ARG(d->has_net ? decimal_str(arena, d->net) : STR("-")));
    for (size_t i = 0; i < d->quotes.len; i++)
        buf_printf(&buf, "%s%.*s", i ? "," : "", STR_ARG(d->quotes.items[i]));
    buf_add(&buf, STR("|"));
    for (size_t i = 0; i < d->items.len; i++) {
        const InvoiceItem *item = &d->items.items[i];
        buf_printf(&buf, "%s%.*s:%.*s:%.*s", i ? "," : "", STR_ARG(item->omlp_type),
                   STR_ARG(item->has_units ? decimal_str(arena, item->units) : STR("-")),
                   STR_ARG(item->has_net ? decimal_str(arena, item->net) : STR("-")));
    }
    return buf_str(&buf);
}

/* "kind|number|day" */
static inline Str paper_brief(Arena *arena, const Document *d) {
    return arena_printf(arena, "%s|" STR_FMT "|" STR_FMT, kind_word(d->kind), STR_ARG(str_given(d->number) ? d->number : STR("-")),
                        STR_ARG(date_given(d->issue_date) ? date_iso(arena, d->issue_date) : STR("-")));
}

static inline void expect_papers_as(const PaperSample *papers, size_t n, Str (*told)(Arena *, const Document *)) {
    GError *error = NULL;
    Lexicon *lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "");
    Arena *arena = arena_new();
    for (size_t i = 0; i < n; i++) {
        Document d = {.name = STR("x.txt"), .text = str_of(papers[i].text), .readable = true};
        kind_judge(lexicon, arena, &d);
        invoice_read(lexicon, arena, LANGUAGE_UNKNOWN, &d);
        Str got = told(arena, &d);
        cr_expect(str_eq_cstr(got, papers[i].want), "%s: want %s, got " STR_FMT ", " STR_FMT, papers[i].about, papers[i].want,
                  STR_ARG(got), STR_ARG(d.reason));
        arena_clear(arena);
    }
    arena_free(&arena);
    lexicon_free(&lexicon);
}

static inline void expect_papers(const PaperSample *papers, size_t n) {
    expect_papers_as(papers, n, paper_brief);
}

#endif
