#include "match/match.h"

#include "match/case.h"
#include "match/pair.h"
#include "match/recognized.h"
#include "base/banned.h"

/* ---- the partner ---- */

/* The partner's own word, else the option, else the only partner of the dashboard (contract section 3). */
static bool partner_find(const RowLookup *rows, const Reading *reading, const MatchOptions *options, Resolution *out) {
    if (!str_empty(reading->partner_id)) {
        out->partner_id = reading->partner_id;
        out->partner_evidence = reading->partner_evidence;
        return true;
    }
    if (!str_empty(options->partner_option)) {
        out->partner_id = options->partner_option;
        out->partner_evidence = (Evidence){.source = SOURCE_OPTION, .text = options->partner_option};
        return true;
    }
    bool unnamed = false;
    Str only = rows->only_partner(rows->store, &unnamed);
    if (str_empty(only) && !unnamed)
        return false;
    out->partner_id = str_empty(only) ? STR_NONE : only;
    out->partner_evidence = (Evidence){.source = SOURCE_DASHBOARD, .text = only};
    return true;
}

/* ---- the intent ---- */

static Intent intent_of(const Reading *reading) {
    if (reading->automatic)
        return INTENT_OTHER;
    return reading->claims.len ? INTENT_KPI_DISCREPANCY : reading->intent;
}

static unsigned listing_missing(const Reading *reading) {
    unsigned missing = 0;
    for (int i = 0; i < LISTING_COUNT; i++)
        if (str_empty(reading->listing[i]))
            missing |= 1u << i;
    return missing;
}

static Decision decide_question(const Reading *reading, Resolution *out) {
    switch (out->intent) {
    case INTENT_DIRECTORY_LISTING:
        out->listing_missing = listing_missing(reading);
        out->listing_has_missing = out->listing_missing != 0;
        return out->listing_missing ? DECISION_REQUEST_INFORMATION : DECISION_ANSWER_QUESTION;
    case INTENT_OTHER:
        return DECISION_REVIEW;
    default:
        return DECISION_ANSWER_QUESTION;
    }
}

/* ---- claim lines ---- */

static Line *line_add(Arena *arena, Resolution *out, const Claim *claim) {
    Line *line = ARENA_NEW(arena, Line);
    line->claim = claim;
    line->window_from = out->window_from;
    line->window_to = out->window_to;
    *VEC_PUSH(arena, &out->lines) = line;
    return line;
}

/* A complaint without any detail is one line with everything missing. */
static void lines_make(Arena *arena, const Reading *reading, Resolution *out) {
    for (size_t i = 0; i < reading->claims.len; i++)
        line_add(arena, out, reading->claims.items[i]);
    if (!reading->claims.len)
        line_add(arena, out, ARENA_NEW(arena, Claim));
}

/* The ticket's decision is the first of its lines' in this order (contract section 6). */
static Decision lines_decision(const Lines *lines) {
    static const Decision order[] = {DECISION_REVIEW,          DECISION_REQUEST_INFORMATION, DECISION_REQUEST_INVOICE,
                                     DECISION_ESCALATE_ADJUSTMENT, DECISION_EXPLAIN_DIFFERENCE, DECISION_AWAIT_REFRESH,
                                     DECISION_OUTSIDE_WINDOW,  DECISION_NO_DISCREPANCY};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (size_t j = 0; j < lines->len; j++)
            if (lines->items[j]->decision == order[i])
                return order[i];
    return DECISION_REVIEW;
}

Resolution *match_resolve(Arena *arena, const Programme *programme, const RowLookup *rows, const Reading *reading,
                          const MatchOptions *options) {
    const ProgrammeYear *year = programme_at(programme, options->as_of);
    Resolution *out = ARENA_NEW(arena, Resolution);
    out->reading = reading;
    out->as_of = options->as_of;
    out->language = reading->language;
    out->intent = intent_of(reading);
    out->no_dashboard = rows->no_dashboard;
    calendar_window(year, options->as_of, &out->window_from, &out->window_to);
    out->next_refresh = calendar_next_refresh(year, options->as_of);
    calendar_listing(year, options->as_of, &out->listing_from, &out->listing_to, &out->listing_visible);
    bool known = partner_find(rows, reading, options, out);
    if (out->intent != INTENT_KPI_DISCREPANCY) {
        out->decision = decide_question(reading, out);
        return out;
    }
    Desk desk = {arena, year, rows, options->as_of, known, out->partner_id, options->without_steps};
    lines_make(arena, reading, out);
    recognized_align(arena, &reading->documents, &out->lines);
    pair_documents(arena, year, &reading->documents, &out->lines);
    for (size_t i = 0; i < out->lines.len; i++)
        decide_line(&desk, out->lines.items[i]);
    out->decision = lines_decision(&out->lines);
    return out;
}
