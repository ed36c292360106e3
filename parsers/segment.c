#include "parsers/segment.h"

#include "base/utf8.h"
#include "parsers/kind.h"
#include "base/banned.h"

#define CLOSING_WORDS_MAX 7  /* a longer line is a sentence that begins with thanks */
#define SIGNATURE_LINES 30   /* beyond that many lines below a closing it is text again */
#define DOCUMENT_LINES_MIN 3
#define DOCUMENT_LINES_MAX 2000
#define REQUEST_FIELDS 4     /* details in a forwarded mail that make it a request, if it is no document */
#define DOCUMENT_PROBE ((size_t)32 * 1024) /* bytes of a stretch that tell what it is */
#define DOCUMENT_TRIES_MAX 32 /* stretches of a body that are judged: each costs a scan */

static Str line_str(const Layout *layout, const TextLine *line) {
    return str_sub(layout->text.folded, line->content.from, line->content.to);
}

static size_t words_in(Str s) {
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
    if (at >= line->content.to ||
        !lexicon_at(lexicon, str_sub(layout->text.folded, 0, line->content.to), at, LEX_MAIL, &hit))
        return -1;
    *end = hit.to;
    return hit.key;
}

/* Does any of the line's mail words at its start have this key? A word may be several: "De" and more. */
static bool mail_word_is(const Lexicon *lexicon, Arena *arena, const Layout *layout, const TextLine *line,
                         unsigned wanted, size_t *end) {
    size_t to;
    if (mail_word(lexicon, layout, line, &to) < 0)
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

#define HEADER_WORDS                                                                                                   \
    (1u << MAIL_FROM | 1u << MAIL_SENT | 1u << MAIL_TO | 1u << MAIL_CC | 1u << MAIL_SUBJECT)

static bool colon_follows(Str s, size_t at) {
    while (at < s.len && (s.data[at] == ' ' || s.data[at] == '*' || s.data[at] == '\t'))
        at++;
    return at < s.len && (s.data[at] == ':' || s.data[at] == '\t');
}

/* A header line of a quoted mail: "From: ...", "*Envoyé :* ...". */
static bool is_header(const Lexicon *lexicon, Arena *arena, const Layout *layout, size_t n, unsigned words) {
    size_t end;
    const TextLine *line = &layout->lines.items[n];
    return mail_word_is(lexicon, arena, layout, line, words, &end) && colon_follows(layout->text.folded, end);
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
    lexicon_scan(lexicon, arena, &layout->text, line->content.from, line->content.to, LEX_BIT(LEX_MAIL), &hits);
    for (size_t i = 0; i < hits.len; i++)
        if (hits.items[i].key == key)
            return true;
    return false;
}

/* "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:". */
static bool is_mark(const Lexicon *lexicon, Arena *arena, const Layout *layout, size_t n, int key) {
    const TextLine *line = &layout->lines.items[n];
    Str s = line_str(layout, line);
    if (line->empty || words_in(s) > 8 || !line_has_word(lexicon, arena, layout, line, key))
        return false;
    return has_dashes(s) || (s.len && s.data[s.len - 1] == ':');
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
        bool digit = false;
        for (size_t i = 0; i < s.len; i++)
            digit |= s.data[i] >= '0' && s.data[i] <= '9';
        bool who = digit || str_find_char(s, '@') >= 0 || str_find_char(s, '<') >= 0;
        if (who && line_has_word(lexicon, arena, layout, &whole, MAIL_WROTE)) {
            *lines = extent;
            return true;
        }
    }
    return false;
}

bool line_is_field(const Lexicon *lexicon, const Layout *layout, const TextLine *line) {
    Hit hit;
    Str s = str_sub(layout->text.folded, 0, line->content.to);
    if (line->empty || !lexicon_at(lexicon, s, line->content.from, LEX_LABEL, &hit))
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

static size_t fields_between(const Lexicon *lexicon, const Layout *layout, size_t first, size_t last) {
    size_t n = 0;
    for (size_t i = first; i < last; i++)
        n += line_is_field(lexicon, layout, &layout->lines.items[i]);
    return n;
}

/* ---- the pass over the lines ---- */

typedef struct Pass {
    const Lexicon *lexicon;
    Arena *arena;
    const Ticket *ticket;
    Layout *layout;
    Zone *zone;      /* of every line */
    int *depth;
    bool *forwarded;
    Str name;        /* the requester's, folded */
    size_t judged;   /* stretches so far */
} Pass;

static void paint(Pass *p, size_t first, size_t last, Zone zone, int depth, bool forwarded) {
    for (size_t i = first; i < last; i++) {
        p->zone[i] = zone;
        p->depth[i] = depth;
        p->forwarded[i] = forwarded;
    }
}

/* Lines that begin with ">", and whole mails below a header block, a mark or an attribution. */
static void find_quotes(Pass *p) {
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
            paint(p, i, i + extent, ZONE_QUOTED, ++depth, forwarded);
            i += extent - 1;
            continue;
        }
        if (line->quotes)
            paint(p, i, i + 1, ZONE_QUOTED, depth > line->quotes ? depth : line->quotes, forwarded);
        else if (depth && !by_marks)
            paint(p, i, i + 1, ZONE_QUOTED, depth, forwarded);
    }
}

static bool is_closing(const Pass *p, size_t n) {
    const TextLine *line = &p->layout->lines.items[n];
    size_t end;
    Str s = line_str(p->layout, line);
    if (line->empty || line->bullet)
        return false;
    if (str_eq(s, STR("--")) || str_eq(s, STR("---")) || str_eq(s, STR("- -")))
        return true;
    if (mail_word_is(p->lexicon, p->arena, p->layout, line, 1u << MAIL_SENT_FROM, &end))
        return true;
    return mail_word_is(p->lexicon, p->arena, p->layout, line, 1u << MAIL_CLOSING, &end) &&
           words_in(s) <= CLOSING_WORDS_MAX + words_in(str_sub(s, 0, end - line->content.from)) / 2 &&
           (end == line->content.to || !strchr(":=", p->layout->text.folded.data[end]));
}

/* The sender's own name begins the line and little else stands there: the signature begins. */
static bool is_own_name(const Pass *p, size_t n) {
    Str s = line_str(p->layout, &p->layout->lines.items[n]);
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

static bool is_postscript(const Pass *p, size_t n) {
    size_t end;
    const TextLine *line = &p->layout->lines.items[n];
    if (line->empty || !mail_word_is(p->lexicon, p->arena, p->layout, line, 1u << MAIL_POSTSCRIPT, &end))
        return false;
    return end < line->content.to && strchr(":.- ", p->layout->text.folded.data[end]);
}

/* "Thank you always for your support." opens the letter when text and another closing follow. */
static bool is_courtesy(const Pass *p, size_t first, size_t end) {
    const TextLines *lines = &p->layout->lines;
    Str s = line_str(p->layout, &lines->items[first]);
    size_t filled = 0;
    if (!str_ends(s, STR(".")) && !str_ends(s, STR("!")))
        return false;
    for (size_t i = first + 1; i < end; i++) {
        size_t to;
        if (filled >= 2 && is_closing(p, i) &&
            mail_word_is(p->lexicon, p->arena, p->layout, &lines->items[i], 1u << MAIL_CLOSING, &to))
            return true;
        filled += !lines->items[i].empty;
    }
    return false;
}

/* From the closing on: signature, but for a postscript, and for lists of details that follow a hasty "thanks". */
static size_t sign(Pass *p, size_t first, size_t limit) {
    const TextLines *lines = &p->layout->lines;
    size_t end = first;
    while (end < limit && end - first < SIGNATURE_LINES && p->zone[end] == ZONE_NEW && !is_postscript(p, end))
        end++;
    if (fields_between(p->lexicon, p->layout, first + 1, end) >= 2 || is_courtesy(p, first, end))
        return first + 1;
    paint(p, first, end, ZONE_SIGNATURE, 0, false);
    if (end < limit && p->zone[end] == ZONE_NEW && is_postscript(p, end)) {
        while (end < limit && p->zone[end] == ZONE_NEW && !lines->items[end].empty && !is_closing(p, end))
            end++;
        size_t next = end;
        while (next < limit && p->zone[next] == ZONE_NEW && (lines->items[next].empty || !is_postscript(p, next)))
            next++;
        if (next > end)
            paint(p, end, next, ZONE_SIGNATURE, 0, false);
        return next;
    }
    return end;
}

static void find_signatures(Pass *p) {
    size_t n = p->layout->lines.len;
    bool text = false;
    for (size_t i = 0; i < n;) {
        if (p->zone[i] != ZONE_NEW || p->layout->lines.items[i].empty) {
            i++;
            continue;
        }
        if ((text || i > 0) && (is_closing(p, i) || is_own_name(p, i))) {
            i = sign(p, i, n);
            continue;
        }
        text = true;
        i++;
    }
}

static void find_disclaimers(Pass *p) {
    const TextLines *lines = &p->layout->lines;
    for (size_t i = 0; i < lines->len; i++) {
        size_t end;
        if ((p->zone[i] != ZONE_NEW && p->zone[i] != ZONE_SIGNATURE) || lines->items[i].empty ||
            !mail_word_is(p->lexicon, p->arena, p->layout, &lines->items[i], 1u << MAIL_DISCLAIMER, &end))
            continue;
        size_t last = i;
        while (last < lines->len && !lines->items[last].empty &&
               (p->zone[last] == ZONE_NEW || p->zone[last] == ZONE_SIGNATURE))
            last++;
        paint(p, i, last, ZONE_DISCLAIMER, 0, false);
        i = last;
    }
}

/* ---- documents pasted into the text ---- */

static bool is_rule(Str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        if (!strchr("-=_*~#<>8x ", s.data[i]))
            return false;
        n += s.data[i] != ' ';
    }
    return n >= 5;
}

/* A line that is nothing but the title of a document: most of it is title words and a number. */
static bool is_title(const Pass *p, size_t n) {
    const TextLine *line = &p->layout->lines.items[n];
    Str s = line_str(p->layout, line);
    if (line->empty || s.len > 80 || line->bullet || str_find_char(s, '\t') >= 0)
        return false;
    Hits hits = {0};
    lexicon_scan(p->lexicon, p->arena, &p->layout->text, line->content.from, line->content.to, LEX_BIT(LEX_KIND), &hits);
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        Str key = lexicon_key(p->lexicon, LEX_KIND, hit->key);
        size_t words = words_in(str_sub(s, hit->to - line->content.from, s.len));
        if (str_ends(key, STR(".title")) && hit->from - line->content.from <= 2 && words <= 4 &&
            !(hit->to < line->content.to && strchr(",.?!", p->layout->text.folded.data[hit->to])) &&
            !line_is_field(p->lexicon, p->layout, line))
            return true;
    }
    return false;
}

static bool judged_document(Pass *p, size_t first, size_t last) {
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

/* Below a ruled line, below the signature, or from a title on. */
static void find_pasted(Pass *p) {
    const TextLines *lines = &p->layout->lines;
    for (size_t i = 1; i < lines->len && p->judged < DOCUMENT_TRIES_MAX; i++) {
        if (p->zone[i] != ZONE_NEW && p->zone[i] != ZONE_SIGNATURE)
            continue;
        bool rule = is_rule(line_str(p->layout, &lines->items[i])) && !lines->items[i].empty;
        if (!rule && !is_title(p, i))
            continue;
        size_t first = rule ? i + 1 : i, last = first;
        while (last < lines->len && last - first < DOCUMENT_LINES_MAX && (p->zone[last] == ZONE_NEW || p->zone[last] == ZONE_SIGNATURE) &&
               !(last > first && is_rule(line_str(p->layout, &lines->items[last])) && rule))
            last++;
        if (last <= first || !judged_document(p, first, last))
            continue;
        size_t end = first; /* the sender's closing ends it, if the rest is still a document */
        while (end < last && !(end > first + DOCUMENT_LINES_MIN && (is_closing(p, end) || is_own_name(p, end)) &&
                               judged_document(p, first, end)))
            end++;
        paint(p, first, end, ZONE_DOCUMENT, 0, false);
        i = end;
    }
}

/* A forwarded mail is a document; so is a quoted one under a forwarding subject, the first time. */
static void forwarded_to_documents(Pass *p) {
    Str subject = text_folded(p->arena, p->ticket->subject);
    bool forwarding = false;
    static const char *const prefixes[] = {"fwd:", "fw:", "tr:", "wg:", "rv:", "enc:", "i:", "转发", "轉寄", "전달:",
                                           "tr :", "fwd :", "转寄"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        forwarding |= str_starts(subject, str_of(prefixes[i]));
    for (size_t i = 0, last; i < p->layout->lines.len; i = last) {
        last = i + 1;
        bool forwarded = p->zone[i] == ZONE_QUOTED &&
                         (p->forwarded[i] || (forwarding && !p->layout->lines.items[i].quotes));
        while (forwarded && last < p->layout->lines.len && p->zone[last] == ZONE_QUOTED)
            last++;
        /* A colleague's request that was passed on is an earlier mail, no paper of a purchase. */
        if (forwarded && (fields_between(p->lexicon, p->layout, i, last) < REQUEST_FIELDS || judged_document(p, i, last)))
            for (size_t n = i; n < last; n++)
                p->zone[n] = ZONE_DOCUMENT;
    }
}

static void make_parts(Pass *p) {
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
    Pass p = {.lexicon = lexicon, .arena = arena, .ticket = ticket, .layout = layout,
              .zone = ARENA_ARRAY(arena, Zone, n + 1), .depth = ARENA_ARRAY(arena, int, n + 1),
              .forwarded = ARENA_ARRAY(arena, bool, n + 1),
              .name = text_folded(arena, str_trim(ticket->requester_name))};
    find_quotes(&p);
    find_signatures(&p);
    find_disclaimers(&p);
    forwarded_to_documents(&p);
    find_pasted(&p);
    make_parts(&p);
}
