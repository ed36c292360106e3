#include "parsers/segment.h"

#include "parsers/segment_pass.h"
#include "base/banned.h"

#define PARAGRAPH_WORDS 15
#define CLOSING_WORDS_MAX 7  /* a longer line is a sentence that begins with thanks */
#define SIGNATURE_LINES 30   /* beyond that many lines below a closing it is text again */

Str segment_line(const Layout *layout, const TextLine *line) {
    return str_sub(layout->text.folded, line->content.from, line->content.to);
}

size_t segment_words(Str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += s.data[i] != ' ' && (i == 0 || s.data[i - 1] == ' ');
    return n;
}

/* The mail word that begins the line, -1 when none does. */
static int mail_word(const Lexicon *lexicon, const Layout *layout, const TextLine *line, size_t *end) {
    Hit hit;
    size_t at = line->content.from;
    while (at < line->content.to && strchr("*_-=<[ #\"", layout->text.folded.data[at]))
        at++;
    if (at >= line->content.to || !lexicon_in(lexicon, &layout->text, line->content.to, at, LEX_MAIL, &hit))
        return -1;
    *end = hit.to;
    return hit.key;
}

/* Does any of the line's mail words at its start have this key? A word may be several: "De" and more. */
bool segment_begins(const Lexicon *lexicon, Arena *arena, const Layout *layout, const TextLine *line,
                         unsigned wanted, size_t *end) {
    size_t to;
    if (!(line->mail & wanted) || mail_word(lexicon, layout, line, &to) < 0)
        return false;
    Hits hits = {0};
    size_t from = line->content.from;
    while (from < line->content.to && strchr("*_-=<[ #\"", layout->text.folded.data[from]))
        from++;
    lexicon_scan(lexicon, arena, &layout->text, from, to, LEX_BIT(LEX_MAIL), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].from == from && (wanted & (1u << hits.items[i].key))) {
            *end = hits.items[i].to;
            return true;
        }
    return false;
}

bool segment_colon_follows(Str s, size_t at) {
    while (at < s.len && (s.data[at] == ' ' || s.data[at] == '*' || s.data[at] == '\t'))
        at++;
    return at < s.len && (s.data[at] == ':' || s.data[at] == '\t');
}

bool line_is_field(const Lexicon *lexicon, const Layout *layout, const TextLine *line) {
    Hit hit;
    Str s = str_sub(layout->text.folded, 0, line->content.to);
    if (line->empty || !(line->groups & LEX_BIT(LEX_LABEL)) ||
        !lexicon_in(lexicon, &layout->text, s.len, line->content.from, LEX_LABEL, &hit))
        return false;
    if (hit.key == LABEL_OTHER || hit.key == LABEL_PARTNER_ID || hit.key == LABEL_ITEM_NUMBER)
        return false;
    size_t at = hit.to;
    while (at < s.len && strchr(" *#)", s.data[at]))
        at++;
    if (at + 1 < s.len && s.data[at] == '-') /* "INV-1001" is no field, "Invoice - 1001" is */
        return at > hit.to;
    return at + 1 < s.len && strchr(":=\t.|", s.data[at]);
}

size_t segment_fields(const Lexicon *lexicon, const Layout *layout, size_t first, size_t last) {
    size_t n = 0;
    for (size_t i = first; i < last; i++)
        n += line_is_field(lexicon, layout, &layout->lines.items[i]);
    return n;
}

/* ---- the pass over the lines ---- */

void segment_paint(SegmentPass *p, size_t first, size_t last, Zone zone, int depth, bool forwarded) {
    for (size_t i = first; i < last; i++) {
        p->zone[i] = zone;
        p->depth[i] = depth;
        p->forwarded[i] = forwarded;
    }
}

/* "KR-1001" is no kind regards. */
static bool opens_code(const Layout *layout, const TextLine *line, size_t end) {
    Str s = layout->text.folded;
    return end + 1 < line->content.to && strchr("-/_.", s.data[end]) && s.data[end + 1] >= '0' && s.data[end + 1] <= '9';
}

bool segment_is_closing(const SegmentPass *p, size_t n) {
    const TextLine *line = &p->layout->lines.items[n];
    size_t end;
    Str s = segment_line(p->layout, line);
    if (line->empty || line->bullet)
        return false;
    if (str_eq(s, STR("--")) || str_eq(s, STR("---")) || str_eq(s, STR("- -")))
        return true;
    if (segment_begins(p->lexicon, p->arena, p->layout, line, 1u << MAIL_SENT_FROM, &end))
        return true;
    return segment_begins(p->lexicon, p->arena, p->layout, line, 1u << MAIL_CLOSING, &end) &&
           segment_words(s) <= CLOSING_WORDS_MAX + segment_words(str_sub(s, 0, end - line->content.from)) / 2 &&
           (end == line->content.to || !strchr(":=", p->layout->text.folded.data[end])) && !opens_code(p->layout, line, end);
}

/* The sender's own name begins the line and little else stands there: the signature begins. */
bool segment_is_own_name(const SegmentPass *p, size_t n) {
    Str s = segment_line(p->layout, &p->layout->lines.items[n]);
    if (p->name.len < 3 || n == 0)
        return false;
    ptrdiff_t blank = str_find_char(p->name, ' ');
    Str first = str_sub(p->name, 0, blank < 0 ? p->name.len : (size_t)blank);
    if (first.len >= 3 && str_eq(s, first))
        return true;
    if (!str_starts(s, p->name) || p->name.len < 4)
        return false;
    return s.len == p->name.len || strchr(" ,|/-(", s.data[p->name.len]);
}

static bool is_postscript(const SegmentPass *p, size_t n) {
    size_t end;
    const TextLine *line = &p->layout->lines.items[n];
    if (line->empty || !segment_begins(p->lexicon, p->arena, p->layout, line, 1u << MAIL_POSTSCRIPT, &end))
        return false;
    return end < line->content.to && strchr(":.- ", p->layout->text.folded.data[end]);
}

/* "Thank you always for your support." opens the letter when text and another closing follow. */
static bool is_courtesy(const SegmentPass *p, size_t first, size_t end) {
    const TextLines *lines = &p->layout->lines;
    Str s = segment_line(p->layout, &lines->items[first]);
    size_t filled = 0;
    if (!str_ends(s, STR(".")) && !str_ends(s, STR("!")))
        return false;
    for (size_t i = first + 1; i < end; i++) {
        size_t to;
        if (filled >= 2 && segment_is_closing(p, i) &&
            segment_begins(p->lexicon, p->arena, p->layout, &lines->items[i], 1u << MAIL_CLOSING, &to))
            return true;
        /* A paragraph may be one long line. */
        filled += segment_words(segment_line(p->layout, &lines->items[i])) > PARAGRAPH_WORDS ? 2 : !lines->items[i].empty;
    }
    return false;
}

/* From the closing on: signature, but for a postscript, and for lists of details that follow a hasty "thanks". */
static size_t sign(SegmentPass *p, size_t first, size_t limit) {
    const TextLines *lines = &p->layout->lines;
    size_t end = first;
    while (end < limit && end - first < SIGNATURE_LINES && p->zone[end] == ZONE_NEW && !is_postscript(p, end))
        end++;
    if (segment_fields(p->lexicon, p->layout, first + 1, end) >= 2 || is_courtesy(p, first, end))
        return first + 1;
    segment_paint(p, first, end, ZONE_SIGNATURE, 0, false);
    if (end < limit && p->zone[end] == ZONE_NEW && is_postscript(p, end)) {
        while (end < limit && p->zone[end] == ZONE_NEW && !lines->items[end].empty && !segment_is_closing(p, end))
            end++;
        size_t next = end;
        while (next < limit && p->zone[next] == ZONE_NEW && (lines->items[next].empty || !is_postscript(p, next)))
            next++;
        if (next > end)
            segment_paint(p, end, next, ZONE_SIGNATURE, 0, false);
        return next;
    }
    return end;
}

static void find_signatures(SegmentPass *p) {
    size_t n = p->layout->lines.len;
    bool text = false;
    for (size_t i = 0; i < n;) {
        if (p->zone[i] != ZONE_NEW || p->layout->lines.items[i].empty) {
            i++;
            continue;
        }
        if ((text || i > 0) && (segment_is_closing(p, i) || segment_is_own_name(p, i))) {
            i = sign(p, i, n);
            continue;
        }
        text = true;
        i++;
    }
}

static void find_disclaimers(SegmentPass *p) {
    const TextLines *lines = &p->layout->lines;
    for (size_t i = 0; i < lines->len; i++) {
        size_t end;
        if ((p->zone[i] != ZONE_NEW && p->zone[i] != ZONE_SIGNATURE) || lines->items[i].empty ||
            !segment_begins(p->lexicon, p->arena, p->layout, &lines->items[i], 1u << MAIL_DISCLAIMER, &end))
            continue;
        size_t last = i;
        while (last < lines->len && !lines->items[last].empty &&
               (p->zone[last] == ZONE_NEW || p->zone[last] == ZONE_SIGNATURE))
            last++;
        segment_paint(p, i, last, ZONE_DISCLAIMER, 0, false);
        i = last;
    }
}

static void make_parts(SegmentPass *p) {
    const TextLines *lines = &p->layout->lines;
    for (size_t i = 0; i < lines->len;) {
        size_t last = i + 1;
        while (last < lines->len && p->zone[last] == p->zone[i] && p->depth[last] == p->depth[i])
            last++;
        *VEC_PUSH(p->arena, &p->layout->parts) =
            (Part){.zone = p->zone[i], .span = {lines->items[i].span.from, lines->items[last - 1].span.to},
                   .first = i, .last = last, .depth = p->depth[i], .forwarded = p->forwarded[i]};
        i = last;
    }
}

void segment_text(const Lexicon *lexicon, Arena *arena, const Ticket *ticket, Layout *layout) {
    size_t n = layout->lines.len;
    text_fold(arena, ticket->subject, &layout->subject);
    lexicon_mark(lexicon, arena, &layout->subject);
    SegmentPass p = {.lexicon = lexicon, .arena = arena, .ticket = ticket, .layout = layout,
              .zone = ARENA_ARRAY(arena, Zone, n + 1), .depth = ARENA_ARRAY(arena, int, n + 1),
              .forwarded = ARENA_ARRAY(arena, bool, n + 1),
              .name = text_folded(arena, str_trim(ticket->requester_name))};
    segment_quotes(&p);
    find_signatures(&p);
    find_disclaimers(&p);
    segment_passed_on(&p);
    segment_pasted(&p);
    make_parts(&p);
}
