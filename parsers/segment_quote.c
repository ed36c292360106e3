/* Quoted and forwarded mails in a body: header blocks, marks, attributions. */
#include "parsers/segment_pass.h"

#include "base/banned.h"

#define HEADER_WORDS                                                                                                   \
    (1u << MAIL_FROM | 1u << MAIL_SENT | 1u << MAIL_TO | 1u << MAIL_CC | 1u << MAIL_SUBJECT)

/* A header line of a quoted mail: "From: ...", "*Envoyé :* ...". */
static bool is_header(const Lexicon *lexicon, Arena *arena, const Layout *layout, size_t n, unsigned words) {
    size_t end;
    const TextLine *line = &layout->lines.items[n];
    return segment_begins(lexicon, arena, layout, line, words, &end) && segment_colon_follows(layout->text.folded, end);
}

/* Two or more header lines, one of them the sender's, within a few lines. */
static bool header_block(const Lexicon *lexicon, Arena *arena, const Layout *layout, size_t n) {
    if (!is_header(lexicon, arena, layout, n, HEADER_WORDS))
        return false;
    size_t headers = 0;
    bool sender = false, dated = false;
    for (size_t i = n; i < layout->lines.len && i < n + 6; i++) {
        if (layout->lines.items[i].empty && headers >= 2)
            break;
        if (!is_header(lexicon, arena, layout, i, HEADER_WORDS))
            continue;
        headers++;
        sender |= is_header(lexicon, arena, layout, i, 1u << MAIL_FROM);
        dated |= is_header(lexicon, arena, layout, i, 1u << MAIL_SENT | 1u << MAIL_TO | 1u << MAIL_SUBJECT);
    }
    return headers >= 2 && sender && dated;
}

static bool has_dashes(Str s) {
    return str_find(s, STR("--")) >= 0 || str_find(s, STR("__")) >= 0 || str_find(s, STR("==")) >= 0;
}

static bool line_has_word(const Lexicon *lexicon, Arena *arena, const Layout *layout, const TextLine *line, int key) {
    Hits hits = {0};
    if (!(line->mail & 1u << key))
        return false;
    lexicon_scan(lexicon, arena, &layout->text, line->content.from, line->content.to, LEX_BIT(LEX_MAIL), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == key)
            return true;
    return false;
}

/* "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:". */
static bool is_mark(const Lexicon *lexicon, Arena *arena, const Layout *layout, size_t n, int key) {
    const TextLine *line = &layout->lines.items[n];
    if (line->empty || !line_has_word(lexicon, arena, layout, line, key))
        return false;
    Str s = segment_line(layout, line);
    if (segment_words(s) > 8)
        return false;
    return has_dashes(s) || (s.len && s.data[s.len - 1] == ':');
}

/* Some programs use no verb: "вт, 20 янв. 2026 г. в 10:00, Jane <jane@...>:", "2026年1月20日(火) 10:00 Jane <jane@...>:". */
static bool is_dated_sender(Str s) {
    ptrdiff_t angle = str_find_char(s, '<'), at = str_find_char(s, '@');
    Str end = str_trim(str_sub(s, 0, s.len - 1));
    if (angle < 0 || at < angle || !str_ends(end, STR(">")))
        return false;
    size_t digits = 0;
    bool clock = false;
    for (size_t i = 0; i < (size_t)angle; i++) {
        digits += g_ascii_isdigit(s.data[i]);
        clock |= s.data[i] == ':' && i > 0 && g_ascii_isdigit(s.data[i - 1]) && g_ascii_isdigit(s.data[i + 1]);
    }
    return clock && digits >= 6;
}

/* "On 3 March 2020, Jane wrote:", over one or two lines. A sentence of prose that begins alike lacks the colon at its
 * end, or any date, address or mark. */
static bool is_attribution(const Lexicon *lexicon, Arena *arena, const Layout *layout, size_t n, size_t *lines) {
    for (size_t extent = 1; extent <= 3 && n + extent <= layout->lines.len; extent++) {
        const TextLine *first = &layout->lines.items[n], *last = &layout->lines.items[n + extent - 1];
        if (first->empty || last->empty)
            return false;
        Str s = str_sub(layout->text.folded, first->content.from, last->content.to);
        if (s.len > 300)
            return false;
        if (s.data[s.len - 1] != ':')
            continue;
        TextLine whole = {.content = {first->content.from, last->content.to}};
        for (const TextLine *line = first; line <= last; line++)
            whole.mail |= line->mail;
        bool digit = false;
        for (size_t i = 0; i < s.len; i++)
            digit |= s.data[i] >= '0' && s.data[i] <= '9';
        bool who = digit || str_find_char(s, '@') >= 0 || str_find_char(s, '<') >= 0;
        if ((who && line_has_word(lexicon, arena, layout, &whole, MAIL_WROTE)) || is_dated_sender(s)) {
            *lines = extent;
            return true;
        }
    }
    return false;
}

/* Lines that begin with ">", and whole mails below a header block, a mark or an attribution. */
void segment_quotes(SegmentPass *p) {
    const TextLines *lines = &p->layout->lines;
    int depth = 0;
    bool forwarded = false, by_marks = false;
    for (size_t i = 0; i < lines->len; i++) {
        const TextLine *line = &lines->items[i];
        size_t extent = 1;
        bool forward = is_mark(p->lexicon, p->arena, p->layout, i, MAIL_FORWARDED);
        bool original = !forward && is_mark(p->lexicon, p->arena, p->layout, i, MAIL_ORIGINAL);
        bool block = !forward && !original && header_block(p->lexicon, p->arena, p->layout, i) && i > 0;
        bool said = !forward && !original && !block &&
                    is_attribution(p->lexicon, p->arena, p->layout, i, &extent);
        bool own_header = depth && !said && i > 0 && p->zone[i - 1] != ZONE_NEW && !line->quotes && block &&
                          is_header(p->lexicon, p->arena, p->layout, i - 1, HEADER_WORDS);
        bool under_mark = block && depth && i > 0 && (is_mark(p->lexicon, p->arena, p->layout, i - 1, MAIL_FORWARDED) ||
                                                      is_mark(p->lexicon, p->arena, p->layout, i - 1, MAIL_ORIGINAL));
        if (forward || original || (block && !own_header && !under_mark) || said) {
            size_t next = i + extent;
            while (next < lines->len && lines->items[next].empty)
                next++;
            by_marks = said && next < lines->len && lines->items[next].quotes > 0;
            forwarded = forward || (forwarded && depth && !said);
            segment_paint(p, i, i + extent, ZONE_QUOTED, ++depth, forwarded);
            i += extent - 1;
            continue;
        }
        if (line->quotes)
            segment_paint(p, i, i + 1, ZONE_QUOTED, depth > line->quotes ? depth : line->quotes, forwarded);
        else if (depth && !by_marks)
            segment_paint(p, i, i + 1, ZONE_QUOTED, depth, forwarded);
    }
}
