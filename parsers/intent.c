#include "parsers/intent.h"

#include "base/banned.h"

/* How much one phrase speaks for its intent: specific ones more than those that others use too. */
static const struct {
    IntentWord word;
    Intent intent;
    int weight;
} weights[] = {
    {INTENT_WORD_DIRECTORY, INTENT_DIRECTORY_LISTING, 4},  {INTENT_WORD_BUSINESS_PLAN, INTENT_BUSINESS_PLAN, 4},
    {INTENT_WORD_RECOGNITION, INTENT_KPI_RECOGNITION, 3},  {INTENT_WORD_DURATION, INTENT_TRAINING_DURATION, 2},
    {INTENT_WORD_ENROLLMENT, INTENT_ENROLLMENT, 2},
};

typedef struct Tally {
    int score[INTENT_COUNT];
    Str text[INTENT_COUNT];
    int complaints;
    bool kpi, dashboard, bought;
    int asks;
} Tally;

static void tally_range(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to,
                        Language language, int factor, Tally *tally) {
    Hits hits = {0};
    size_t counted[INTENT_WORD_COUNT] = {0};
    lexicon_scan(lexicon, arena, text, from, to, LEX_BIT(LEX_INTENT) | LEX_BIT(LEX_CUE) | LEX_BIT(LEX_LABEL), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->group == LEX_LABEL) {
            tally->kpi |= hit->key == LABEL_KPI_VALUE;
            continue;
        }
        if (!(hit->languages & (1u << language | 1u << LANGUAGE_EN)))
            continue;
        if (hit->group == LEX_CUE) {
            tally->kpi |= hit->key == CUE_KPI;
            tally->dashboard |= hit->key == CUE_DASHBOARD;
            tally->bought |= hit->key == CUE_PURCHASE;
            continue;
        }
        tally->complaints += hit->key == INTENT_WORD_COMPLAINT;
        tally->asks += hit->key == INTENT_WORD_QUESTION;
        for (size_t w = 0; w < sizeof weights / sizeof *weights; w++)
            if (hit->key == (int)weights[w].word && counted[hit->key]++ < 4) {
                tally->score[weights[w].intent] += weights[w].weight * factor;
                if (!str_given(tally->text[weights[w].intent]))
                    tally->text[weights[w].intent] = text_raw(text, hit->from, hit->to);
            }
    }
}

static bool says_automatic(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to,
                           Language language, bool subject) {
    Hits hits = {0};
    int away = 0, bounce = 0, letter = 0;
    lexicon_scan(lexicon, arena, text, from, to, LEX_BIT(LEX_MAIL), &hits);
    size_t end = from; /* words that overlap say one thing */
    for (size_t i = 0; i < hits.len; i++) {
        bool telling = hits.items[i].key == MAIL_OUT_OF_OFFICE || hits.items[i].key == MAIL_BOUNCE ||
                       hits.items[i].key == MAIL_NEWSLETTER;
        if (!telling || hits.items[i].from < end || !(hits.items[i].languages & (1u << language | 1u << LANGUAGE_EN)))
            continue;
        end = hits.items[i].to;
        away += hits.items[i].key == MAIL_OUT_OF_OFFICE;
        bounce += hits.items[i].key == MAIL_BOUNCE;
        letter += hits.items[i].key == MAIL_NEWSLETTER;
    }
    return subject ? away + bounce > 0 : away >= 2 || bounce >= 2 || letter >= 3;
}

static size_t claims_weight(const Claims *claims) {
    size_t best = 0;
    for (size_t i = 0; i < claims->len; i++) {
        const Claim *claim = claims->items[i];
        size_t n = (size_t)__builtin_popcount((claim->details.given | claim->ambiguous) & ((1u << DETAIL_REQUIRED) - 1));
        n += detail_given(&claim->details, DETAIL_INVOICE_NUMBER);
        best = n > best ? n : best;
    }
    return best;
}

/* Does a claim name what only a purchase has: its invoice, its KPI or its revenue? */
static bool names_purchase(const Claims *claims) {
    const unsigned own = DETAIL_BIT(DETAIL_INVOICE_NUMBER) | DETAIL_BIT(DETAIL_KPI_VALUE) |
                         DETAIL_BIT(DETAIL_REVENUE_VALUE);
    for (size_t i = 0; i < claims->len; i++)
        if ((claims->items[i]->details.given | claims->items[i]->ambiguous) & own)
            return true;
    return false;
}

static Intent best_question(const Tally *tally, int *score) {
    Intent best = INTENT_OTHER;
    *score = 0;
    for (int i = 0; i < INTENT_COUNT; i++)
        if (tally->score[i] > *score) {
            *score = tally->score[i];
            best = (Intent)i;
        }
    return best;
}

void intent_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Reading *reading) {
    Tally tally = {0};
    const Text *subject = &layout->subject;
    bool automatic = reading->ticket->automatic ||
                     says_automatic(lexicon, arena, subject, 0, subject->folded.len, reading->language, true);
    tally_range(lexicon, arena, subject, 0, subject->folded.len, reading->language, 2, &tally);
    for (size_t i = 0; i < layout->parts.len; i++) {
        const Part *part = &layout->parts.items[i];
        if (part->zone != ZONE_NEW)
            continue;
        tally_range(lexicon, arena, &layout->text, part->span.from, part->span.to, reading->language, 1, &tally);
        automatic |= says_automatic(lexicon, arena, &layout->text, part->span.from, part->span.to, reading->language,
                                    false);
    }
    if (!tally.bought && !tally.kpi) /* "before we apply" alone asks for no earlier purchase */
        tally.score[INTENT_KPI_RECOGNITION] = 0;
    int score;
    Intent question = best_question(&tally, &score);
    size_t weight = claims_weight(&reading->claims);
    reading->automatic = automatic;
    /* A question may mention a purchase in passing; a claim names its invoice, or most of its details. */
    bool complaint = tally.complaints && (tally.kpi || tally.dashboard);
    if (!tally.complaints && !names_purchase(&reading->claims) && tally.asks && weight < 6)
        weight = 0; /* "Does it count? We think of buying 50 units in April." */
    bool claims = weight >= 5 || (weight >= 2 && score < (complaint ? 4 : 2)) ||
                  (weight >= 1 && score == 0 && (tally.kpi || tally.dashboard));
    if (automatic)
        reading->intent = INTENT_OTHER;
    else if (claims)
        reading->intent = INTENT_KPI_DISCREPANCY;
    else if (score >= 2 && !(complaint && score < 4 && question != INTENT_DIRECTORY_LISTING && tally.complaints * 2 > score))
        reading->intent = question;
    else if (complaint)
        reading->intent = INTENT_KPI_DISCREPANCY;
    else
        reading->intent = INTENT_OTHER;
    reading->intent_text = tally.text[reading->intent];
    if (reading->intent != INTENT_KPI_DISCREPANCY)
        reading->claims.len = 0;
}
