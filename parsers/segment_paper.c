/* Documents in a body: pasted, or mails passed on. */
#include "parsers/segment_pass.h"

#include "parsers/kind.h"
#include "base/banned.h"

#define DOCUMENT_LINES_MIN 3
#define DOCUMENT_LINES_MAX 2000
#define TITLE_BYTES_MAX 120 /* "Счет на оплату № 88 от 14 января 2020 г." has two bytes a letter */
#define HEAD_LINES_MAX 12   /* lines above a title that belong to its document: the bank, the seller */
#define ACCOUNT_DIGITS 20
#define REQUEST_FIELDS 4     /* details in a forwarded mail that make it a request, if it is no document */
#define DOCUMENT_PROBE ((size_t)32 * 1024) /* bytes of a stretch that tell what it is */
#define DOCUMENT_TRIES_MAX 32 /* stretches of a body that are judged: each costs a scan */
#define SUBJECT_PREFIX_MAX 32 /* bytes of a subject in which its prefix stands */

static bool is_rule(Str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!strchr("-=_*~#<>8x ", s.data[i]))
            return false;
        n += s.data[i] != ' ';
    }
    return n >= 5;
}

/* The words behind a title but for a number and a date: "n° A-88 of 14 January 2020" has two. */
static size_t words_open(const SegmentPass *p, size_t from, size_t to) {
    Str s = p->layout->text.folded;
    size_t words = 0;
    for (size_t at = from, end; at < to; at = end + 1) {
        bool digit = false;
        Hit month;
        for (end = at; end < to && s.data[end] != ' '; end++)
            digit |= s.data[end] >= '0' && s.data[end] <= '9';
        words += end > at && !digit && !lexicon_in(p->lexicon, &p->layout->text, to, at, LEX_MONTH, &month);
    }
    return words;
}

static bool line_names(const SegmentPass *p, const TextLine *line, Label label) {
    Hits hits = {0};
    lexicon_scan(p->lexicon, p->arena, &p->layout->text, line->content.from, line->content.to, LEX_BIT(LEX_LABEL), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == (int)label)
            return true;
    return false;
}

/* "Счет на оплату № 88" is a title with its number; "Заказ № 88" may as well head the sender's own list, and so does what
 * tells a KPI below. */
static bool is_title_key(const SegmentPass *p, Str key, size_t n) {
    if (str_ends(key, STR(".title")))
        return true;
    if (!str_eq(key, STR("proforma_invoice.number")) && !str_eq(key, STR("quotation.number")))
        return false;
    for (size_t i = n; i < p->layout->lines.len && i < n + HEAD_LINES_MAX; i++)
        if (line_names(p, &p->layout->lines.items[i], LABEL_KPI_VALUE))
            return false;
    return true;
}

/* A line that is nothing but the title of a document: most of it is title words, a number and a date. */
static bool is_title(const SegmentPass *p, size_t n) {
    const TextLine *line = &p->layout->lines.items[n];
    Str s = segment_line(p->layout, line);
    if (line->empty || !(line->groups & LEX_BIT(LEX_KIND)) || s.len > TITLE_BYTES_MAX || line->bullet ||
        str_find_char(s, '\t') >= 0)
        return false;
    Hits hits = {0};
    lexicon_scan(p->lexicon, p->arena, &p->layout->text, line->content.from, line->content.to, LEX_BIT(LEX_KIND), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        Str key = lexicon_key(p->lexicon, LEX_KIND, hit->key);
        if (hit->from - line->content.from <= 2 && words_open(p, hit->to, line->content.to) <= 4 && is_title_key(p, key, n) &&
            !(hit->to < line->content.to && strchr(",.?!", p->layout->text.folded.data[hit->to])) &&
            !line_is_field(p->lexicon, p->layout, line))
            return true;
    }
    return false;
}

static bool judged_document(SegmentPass *p, size_t first, size_t last) {
    const TextLines *lines = &p->layout->lines;
    size_t filled = 0;
    for (size_t i = first; i < last && filled < DOCUMENT_LINES_MIN; i++)
        filled += !lines->items[i].empty;
    if (filled < DOCUMENT_LINES_MIN || p->judged++ >= DOCUMENT_TRIES_MAX)
        return false;
    Document probe = {.name = STR("body"), .readable = true};
    size_t from = lines->items[first].span.from, to = lines->items[last - 1].span.to;
    probe.text = text_raw(&p->layout->text, from, to - from > DOCUMENT_PROBE ? from + DOCUMENT_PROBE : to);
    kind_judge(p->lexicon, p->arena, &probe);
    return probe.kind != KIND_OTHER && probe.kind != KIND_CLAIM_TABLE && probe.kind != KIND_DASHBOARD_EXPORT &&
           probe.kind != KIND_PARTNER_REPORT;
}

/* Twenty figures in a row: the number of an account. */
static bool has_account(Str s, const TextLine *line) {
    size_t run = 0;
    for (size_t at = line->content.from; at < line->content.to && run < ACCOUNT_DIGITS; at++)
        run = s.data[at] >= '0' && s.data[at] <= '9' ? run + 1 : 0;
    return run >= ACCOUNT_DIGITS;
}

/* Where the document begins whose title stands in line `title`: a Russian bill has the bank's data above it. */
static size_t document_head(const SegmentPass *p, size_t title) {
    const TextLines *lines = &p->layout->lines;
    Hit hit;
    size_t head = title;
    for (size_t i = title; i-- > 1 && title - i <= HEAD_LINES_MAX && p->zone[i] == ZONE_NEW;) {
        const TextLine *line = &lines->items[i];
        if (line->empty || is_rule(segment_line(p->layout, line)))
            continue;
        bool label = lexicon_in(p->lexicon, &p->layout->text, line->content.to, line->content.from, LEX_LABEL, &hit);
        bool bank = label && hit.key == LABEL_OTHER, account = label && head < title && has_account(p->layout->text.folded, line);
        if (!(bank || account) || line_names(p, line, LABEL_PARTNER_ID) || line_names(p, line, LABEL_KPI_VALUE))
            break;
        head = i;
    }
    return head;
}

void segment_pasted(SegmentPass *p) {
    const TextLines *lines = &p->layout->lines;
    for (size_t i = 1; i < lines->len && p->judged < DOCUMENT_TRIES_MAX; i++) {
        if (p->zone[i] != ZONE_NEW && p->zone[i] != ZONE_SIGNATURE)
            continue;
        bool rule = is_rule(segment_line(p->layout, &lines->items[i])) && !lines->items[i].empty;
        if (!rule && !is_title(p, i))
            continue;
        size_t first = rule ? i + 1 : i, last = first;
        while (last < lines->len && last - first < DOCUMENT_LINES_MAX && (p->zone[last] == ZONE_NEW || p->zone[last] == ZONE_SIGNATURE) &&
               !(last > first && is_rule(segment_line(p->layout, &lines->items[last])) && rule))
            last++;
        if (last <= first || !judged_document(p, first, last))
            continue;
        size_t end = first; /* the sender's closing ends it, if the rest is still a document */
        while (end < last && !(end > first + DOCUMENT_LINES_MIN && (segment_is_closing(p, end) || segment_is_own_name(p, end)) &&
                               judged_document(p, first, end)))
            end++;
        segment_paint(p, rule ? first : document_head(p, first), end, ZONE_DOCUMENT, 0, false);
        i = end;
    }
}

/* Does the subject say that a mail was passed on: "WG: ...", "[EXT] ENC: ..."? */
static bool passes_on(const SegmentPass *p) {
    Str s = p->layout->subject.folded;
    Hits hits = {0};
    size_t at = 0;
    while (at < s.len && s.data[at] == ' ')
        at++;
    ptrdiff_t tag = at < s.len && s.data[at] == '[' ? str_find_char(s, ']') : -1;
    for (at = tag < 0 ? at : (size_t)tag + 1; at < s.len && s.data[at] == ' ';)
        at++;
    lexicon_scan(p->lexicon, p->arena, &p->layout->subject, at, MIN(s.len, at + SUBJECT_PREFIX_MAX), LEX_BIT(LEX_MAIL), &hits);
    for (size_t i = 0; i < hits.len && hits.items[i].from == at; i++)
        if (hits.items[i].key == MAIL_FORWARD_PREFIX && segment_colon_follows(s, hits.items[i].to))
            return true;
    return false;
}

/* Do the lines speak of KPIs, or complain of the dashboard, as a request does and no paper of a purchase? A course may be called
 * "Dashboard in a Day". */
static bool speaks_of_kpis(const SegmentPass *p, size_t first, size_t last) {
    Hits hits = {0};
    bool dashboard = false, complains = false;
    const TextLines *lines = &p->layout->lines;
    lexicon_scan(p->lexicon, p->arena, &p->layout->text, lines->items[first].span.from, lines->items[last - 1].span.to,
                 LEX_BIT(LEX_CUE) | LEX_BIT(LEX_INTENT), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->group == LEX_CUE && hit->key == CUE_KPI)
            return true;
        dashboard |= hit->group == LEX_CUE && hit->key == CUE_DASHBOARD;
        complains |= hit->group == LEX_INTENT && hit->key == INTENT_WORD_COMPLAINT;
    }
    return dashboard && complains;
}

static bool is_request(const SegmentPass *p, size_t first, size_t last) {
    return segment_fields(p->lexicon, p->layout, first, last) >= REQUEST_FIELDS || speaks_of_kpis(p, first, last);
}

void segment_passed_on(SegmentPass *p) {
    bool forwarding = passes_on(p);
    for (size_t i = 0, last; i < p->layout->lines.len; i = last) {
        last = i + 1;
        bool forwarded = p->zone[i] == ZONE_QUOTED &&
                         (p->forwarded[i] || (forwarding && !p->layout->lines.items[i].quotes));
        while (forwarded && last < p->layout->lines.len && p->zone[last] == ZONE_QUOTED)
            last++;
        /* A colleague's request that was passed on is an earlier mail, no paper of a purchase. */
        if (forwarded && (!is_request(p, i, last) || judged_document(p, i, last)))
            for (size_t n = i; n < last; n++)
                p->zone[n] = ZONE_DOCUMENT;
    }
}
