/* What the tests of reading share: the lexicon of the tree, a ticket from a body, and what was read of it as short text. */
#ifndef TESTS_READING_FIXTURE_H
#define TESTS_READING_FIXTURE_H

#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* clock_gettime() */
#endif
#include <criterion/criterion.h>
#include <stdio.h>
#include <time.h>

#include "base/buf.h"
#include "parsers/lexicon.h"
#include "parsers/mention.h"
#include "parsers/reading.h"
#include "parsers/segment.h"

/* Tables say only what a case is about. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define WRITTEN {2021, 3, 10} /* the day on which every ticket here is written */

typedef struct Sample {
    const char *body;
    const char *want;
    const char *subject, *from, *language; /* may be NULL */
    const char *fields[16];                /* name, value, name, value ... */
} Sample;

static inline const Lexicon *tree_lexicon(void) {
    static const Lexicon *lexicon;
    GError *error = NULL;
    if (!lexicon)
        lexicon = lexicon_load("parsers/lexicon", &error);
    cr_assert(lexicon, "%s", error ? error->message : "no error");
    return lexicon;
}

static inline Ticket *ticket_of(Arena *arena, const Sample *sample) {
    Ticket *ticket = ARENA_NEW(arena, Ticket);
    ticket->id = STR("T-1");
    ticket->text = sample->body ? str_of(sample->body) : STR("");
    ticket->received_date = (Date)WRITTEN;
    ticket->subject = sample->subject ? str_of(sample->subject) : STR_NONE;
    ticket->requester_name = sample->from ? str_of(sample->from) : STR_NONE;
    ticket->language_given = sample->language ? str_of(sample->language) : STR_NONE;
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(sample->fields) && sample->fields[i]; i += 2)
        *VEC_PUSH(arena, &ticket->fields) = (Field){str_of(sample->fields[i]), str_of(sample->fields[i + 1])};
    return ticket;
}

static inline Reading *reading_of(Arena *arena, const Sample *sample) {
    return reading_read(tree_lexicon(), arena, ticket_of(arena, sample));
}

/* "m=1 y=2020 t=dmoc u=25 n=FC20-00318 k=25 r=3125.00 EUR"; "k=?" is ambiguous, "!" a duplicate. */
static inline void claim_text(Arena *arena, const Claim *claim, Buf *out) {
    static const char names[DETAIL_REQUIRED] = {'m', 'y', 't', 'u', 'n', 'k', 'r'};
    size_t start = out->len;
    for (int detail = 0; detail < DETAIL_REQUIRED; detail++) {
        bool unsure = claim->ambiguous & DETAIL_BIT(detail);
        if (!unsure && !detail_given(&claim->details, (Detail)detail))
            continue;
        if (out->len > start)
            buf_add_char(out, ' ');
        buf_add_char(out, names[detail]);
        buf_add_char(out, '=');
        buf_add(out, unsure ? STR("?") : detail_str(arena, &claim->details, (Detail)detail));
    }
    if (detail_given(&claim->details, DETAIL_CURRENCY)) {
        buf_add_char(out, ' ');
        buf_add(out, claim->details.value[DETAIL_CURRENCY].text);
    }
    if (claim->duplicate)
        buf_add(out, STR(" !"));
}

/* All claims, a line each. */
static inline const char *claims_text(Arena *arena, const Reading *reading) {
    Buf out = {.arena = arena};
    for (size_t i = 0; i < reading->claims.len; i++) {
        if (i)
            buf_add_char(&out, '\n');
        claim_text(arena, reading->claims.items[i], &out);
    }
    buf_add_char(&out, 0);
    return buf_str(&out).data;
}

static inline void expect_claims(const Sample *samples, size_t n) {
    Arena *arena = arena_new();
    for (size_t i = 0; i < n; i++) {
        const char *got = claims_text(arena, reading_of(arena, &samples[i]));
        cr_expect_str_eq(got, samples[i].want, "#%zu --------\n%s\n- want: %s\n- got:  %s\n", i,
                         samples[i].body ? samples[i].body : samples[i].subject, samples[i].want, got);
        arena_clear(arena);
    }
    arena_free(&arena);
}

#define EXPECT_CLAIMS(samples) expect_claims((samples), G_N_ELEMENTS(samples))

/* ---- mentions ---- */

static inline void mention_text(Arena *arena, const Mention *m, Buf *out) {
    static const char *const roles[] = {"", " expected", " shown", " denied", " left open"};
    Details one = {0};
    if (m->detail == DETAIL_COUNT) {
        buf_add(out, STR("replaces="));
        buf_add(out, decimal_str(arena, m->value.number));
    } else {
        one.given = DETAIL_BIT(m->detail);
        one.value[m->detail] = m->value;
        buf_add(out, str_of(detail_word(m->detail)));
        buf_add_char(out, '=');
        buf_add(out, detail_str(arena, &one, m->detail));
    }
    buf_add(out, str_of(roles[m->role]));
    buf_add(out, m->gross ? STR(" gross") : m->net ? STR(" net") : STR(""));
    buf_add(out, m->ambiguous ? STR(" unsure") : STR(""));
}

/* The mentions of a text that is all sentences, in the order of reading: "kpi_value=20 shown; kpi_value=25 expected". */
static inline const char *mentions_text(Arena *arena, const char *text, Language language) {
    Text folded;
    Mentions mentions = {0};
    Strs excluded = {0};
    Buf out = {.arena = arena};
    text_fold(arena, str_of(text), &folded);
    Reader reader = {.lexicon = tree_lexicon(), .arena = arena, .language = language,
                     .numbers = number_habit_of_text(&folded),
                     .dates = {.order = when_order_of_text(tree_lexicon(), &folded), .written = WRITTEN, .language = language},
                     .text = &folded, .source = SOURCE_BODY, .out = &mentions, .excluded = &excluded};
    prose_span(&reader, 0, folded.folded.len);
    for (size_t i = 0; i < mentions.len; i++) {
        if (i)
            buf_add(&out, STR("; "));
        mention_text(arena, &mentions.items[i], &out);
    }
    for (size_t i = 0; i < excluded.len; i++) {
        buf_add(&out, STR(" -"));
        buf_add(&out, excluded.items[i]);
    }
    buf_add_char(&out, 0);
    return buf_str(&out).data;
}

/* ---- growth ---- */

static inline double cpu_seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline double reading_seconds(const char *head, const char *piece, size_t times, int runs) {
    Arena *arena = arena_new();
    double sum = 0;
    for (int run = 0; run < runs; run++) {
        Buf text = {.arena = arena};
        buf_add(&text, str_of(head));
        for (size_t i = 0; i < times; i++)
            buf_add(&text, str_of(piece));
        buf_add_char(&text, 0);
        Sample sample = {.body = buf_str(&text).data};
        double start = cpu_seconds();
        reading_of(arena, &sample);
        sum += cpu_seconds() - start;
        arena_clear(arena);
    }
    arena_free(&arena);
    return sum;
}

#endif
