#include "parsers/partner.h"

#include "base/buf.h"
#include "parsers/mention.h"
#include "base/banned.h"

#define LEADERS_LEAST 3 /* dots between a label and its value */
#define ID_DIGITS_MIN 4
#define ID_DIGITS_MAX 12
#define ID_GAP_MAX 40 /* "Our MPN ID (PartnerID) for the programme is 3350917" */

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool letter(char c) {
    return c >= 'a' && c <= 'z';
}

/* Digits that stand alone and are as many as an id has. */
static bool id_at(Str s, size_t at, size_t limit, size_t *to) {
    size_t end = at;
    while (end < limit && is_digit(s.data[end]))
        end++;
    size_t lead = end - at;
    while (lead <= 3 && end + 3 < limit && s.data[end] == ' ' && is_digit(s.data[end + 1]) && is_digit(s.data[end + 2]) &&
           is_digit(s.data[end + 3]) && !(end + 4 < limit && is_digit(s.data[end + 4])))
        end += 4; /* "1 234 567" */
    if (end - at < ID_DIGITS_MIN || end - at > ID_DIGITS_MAX)
        return false;
    if (end < s.len && (letter(s.data[end]) || (strchr("-/.", s.data[end]) && end + 1 < s.len && is_digit(s.data[end + 1]))))
        return false;
    if (at > 0 && (letter(s.data[at - 1]) || (at > 1 && strchr("-/.", s.data[at - 1]) && is_digit(s.data[at - 2]))))
        return false;
    *to = end;
    return true;
}

/* "ID part. - 4471903": the stop of a word cut short ends no sentence. */
static bool stop_is_of_label(Str s, size_t at, size_t limit) {
    if (at >= limit || s.data[at] != '.')
        return false;
    while (++at < limit && s.data[at] == ' ') {
    }
    return at < limit && strchr("-:=#", s.data[at]);
}

/* The id behind a label: a few words, no other figure and no end of the sentence between. */
static bool id_behind(const Lexicon *lexicon, Str s, size_t from, size_t limit, size_t *start, size_t *to) {
    if (limit > from + ID_GAP_MAX + ID_DIGITS_MAX)
        limit = from + ID_GAP_MAX + ID_DIGITS_MAX;
    if (stop_is_of_label(s, from, limit))
        from++;
    size_t leaders = from; /* "N° MPN .......... 4471903" */
    while (leaders < s.len && (s.data[leaders] == ' ' || s.data[leaders] == '.' || s.data[leaders] == '_'))
        leaders++;
    if (leaders > from + LEADERS_LEAST && leaders < s.len && is_digit(s.data[leaders])) {
        *start = leaders;
        return id_at(s, leaders, s.len, to);
    }
    for (size_t at = from; at < limit && at - from <= ID_GAP_MAX; at++) {
        Hit hit;
        if (is_digit(s.data[at])) {
            *start = at;
            return id_at(s, at, s.len, to);
        }
        if (s.data[at] == ';' || ((s.data[at] == '.' || s.data[at] == ',') && at + 1 < limit && s.data[at + 1] == ' '))
            return false;
        if (s.data[at] == '\n' && at > from + 3)
            return false;
        if (at > from && lexicon_at(lexicon, s, at, LEX_LABEL, &hit) && hit.key != LABEL_PARTNER_ID &&
            hit.key != LABEL_ITEM_NUMBER && at - from > 2)
            return false;
    }
    return false;
}

/* "6712045 (PartnerID)" */
static bool id_before(Str s, size_t from, size_t *start, size_t *to) {
    size_t end = from;
    while (end > 0 && strchr(" (-:", s.data[end - 1]))
        end--;
    size_t at = end;
    while (at > 0 && is_digit(s.data[at - 1]))
        at--;
    if (from - end > 3 || end == at || end == from || !memchr(s.data + end, '(', from - end))
        return false;
    *start = at;
    return id_at(s, at, s.len, to) && *to == end;
}

static bool find_in(const Lexicon *lexicon, Arena *arena, const Text *text, size_t from, size_t to, size_t *start,
                    size_t *end) {
    Hits hits = {0};
    Str s = str_sub(text->folded, 0, to);
    lexicon_scan(lexicon, arena, text, from, to, LEX_BIT(LEX_LABEL), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        if (hits.items[i].key != LABEL_PARTNER_ID)
            continue;
        if (id_behind(lexicon, s, hits.items[i].to, to, start, end) || id_before(s, hits.items[i].from, start, end))
            return true;
    }
    return false;
}

static Str without_blanks(Arena *arena, Str id) {
    Buf buf = {.arena = arena};
    for (size_t i = 0; i < id.len; i++)
        if (id.data[i] != ' ')
            buf_add_char(&buf, id.data[i]);
    return buf_str(&buf);
}

static void put(Arena *arena, Reading *reading, const Text *text, size_t from, size_t to, Source source, Str where) {
    Str raw = text_raw(text, from, to);
    reading->partner_id = without_blanks(arena, str_sub(text->folded, from, to));
    reading->partner_evidence = (Evidence){.source = source, .where = where, .text = raw};
    if (source == SOURCE_BODY || source == SOURCE_SIGNATURE || source == SOURCE_QUOTED) {
        reading->partner_evidence.from = (size_t)(raw.data - text->raw.data);
        reading->partner_evidence.to = reading->partner_evidence.from + raw.len;
    }
}

static bool from_field(const Lexicon *lexicon, Arena *arena, const Field *field, Reading *reading) {
    Text value;
    size_t start = 0, end;
    if (header_read(lexicon, arena, LANGUAGE_UNKNOWN, field->name).label != LABEL_PARTNER_ID)
        return false;
    text_fold(arena, field->value, &value);
    while (start < value.folded.len && !is_digit(value.folded.data[start]))
        start++;
    if (!id_at(value.folded, start, value.folded.len, &end))
        return false;
    put(arena, reading, &value, start, end, SOURCE_FIELD, field->name);
    return true;
}

static bool from_zone(const Lexicon *lexicon, Arena *arena, const Layout *layout, Zone zone, Source source,
                      Reading *reading) {
    for (size_t i = 0; i < layout->parts.len; i++) {
        const Part *part = &layout->parts.items[i];
        size_t start, end, limit = part->span.to;
        if (zone == ZONE_QUOTED && i + 1 < layout->parts.len) /* the answer may stand below the quoted question */
            limit = layout->parts.items[i + 1].span.to;
        if (part->zone == zone && find_in(lexicon, arena, &layout->text, part->span.from, limit, &start, &end)) {
            put(arena, reading, &layout->text, start, end, source, STR_NONE);
            return true;
        }
    }
    return false;
}

void partner_read(const Lexicon *lexicon, Arena *arena, const Layout *layout, Reading *reading) {
    const Ticket *ticket = reading->ticket;
    const Text *subject = &layout->subject;
    size_t start, end;
    Str own = str_trim(ticket->partner_id);
    if (own.len) {
        reading->partner_id = own;
        reading->partner_evidence = (Evidence){.source = SOURCE_TICKET, .where = STR("partner_id"), .text = own};
        return;
    }
    for (size_t i = 0; i < ticket->fields.len; i++)
        if (from_field(lexicon, arena, &ticket->fields.items[i], reading))
            return;
    if (from_zone(lexicon, arena, layout, ZONE_NEW, SOURCE_BODY, reading))
        return;
    if (find_in(lexicon, arena, subject, 0, subject->folded.len, &start, &end)) {
        put(arena, reading, subject, start, end, SOURCE_SUBJECT, STR_NONE);
        return;
    }
    if (!from_zone(lexicon, arena, layout, ZONE_SIGNATURE, SOURCE_SIGNATURE, reading) &&
        !from_zone(lexicon, arena, layout, ZONE_DISCLAIMER, SOURCE_SIGNATURE, reading))
        from_zone(lexicon, arena, layout, ZONE_QUOTED, SOURCE_QUOTED, reading);
}
