/* layout_read(): the lines of a text, with their marks of quotation and their bullets. */
#include "base/utf8.h"
#include "parsers/segment.h"
#include "base/banned.h"

static size_t skip_quotes(Str s, size_t at, size_t to, int *quotes) {
    *quotes = 0;
    for (;;) {
        size_t next = at;
        while (next < to && s.data[next] == ' ')
            next++;
        if (next >= to || s.data[next] != '>')
            return *quotes ? next : at;
        ++*quotes;
        at = next + 1;
    }
}

static bool cjk_at(Str s, size_t at, size_t to) {
    size_t size;
    return at < to && (unsigned char)s.data[at] >= 0xE1 && text_is_cjk(utf8_decode(s, at, &size));
}

/* One or two figures, or Han numerals to ten. */
static size_t skip_ordinal(Str s, size_t at, size_t to) {
    static const char han[] = "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341";
    size_t size;
    for (int i = 0; i < 2 && at < to; i++) {
        bool figure = s.data[at] >= '0' && s.data[at] <= '9';
        if (!figure && !(cjk_at(s, at, to) && str_find(str_of(han), str_sub(s, at, at + 3)) >= 0))
            break;
        utf8_decode(s, at, &size);
        at += size;
    }
    return at;
}

/* "①", "1.品名", "2、数量", "(3)KPI", "一、": as East Asia counts, often without a blank behind. */
static size_t east_ordinal(Str s, size_t at, size_t to) {
    size_t size, open = at < to && s.data[at] == '(';
    uint32_t c = at < to ? utf8_decode(s, at, &size) : 0;
    if ((c >= 0x2460 && c <= 0x249B) || (c >= 0x2776 && c <= 0x2793))
        return at + size;
    size_t end = skip_ordinal(s, at + open, to);
    if (end == at + open || end >= to || !strchr(open ? ")" : ".),", s.data[end]))
        return at;
    bool han = (unsigned char)s.data[end - 1] >= 0x80;
    size_t next = end + 1;
    while (next < to && s.data[next] == ' ')
        next++;
    bool latin = next < to && s.data[next] >= 'a' && s.data[next] <= 'z';
    return cjk_at(s, next, to) || (latin && (han || (open && next == end + 1))) ? end + 1 : at;
}

/* "- ", "* ", "• ", "1. ", "2) ", "(a) " at the start of a line. */
static size_t skip_bullet(Str s, size_t at, size_t to, bool *bullet) {
    static const Str signs[] = {STR("-"), STR("*"), STR("+"), STR("o"), STR("\xE2\x80\xA2"), STR("\xC2\xB7"),
                                STR("\xE2\x97\x8F"), STR("\xE2\x96\xAA"), STR("\xE2\x97\xA6"), STR("\xE3\x83\xBB"),
                                STR("\xE2\x96\xA0"), STR("\xE2\x97\x86"), STR("\xEF\x82\xB7"), STR("\xE2\x9E\xA2"),
                                STR("\xE2\x9C\x93"), STR("\xE2\x80\xA3"), STR("\xE2\x97\x8B"), STR("\xE2\x96\xA1")};
    *bullet = false;
    bool sign = at < to && ((unsigned char)s.data[at] >= 0x80 || strchr("-*+o", s.data[at]));
    for (size_t i = 0; sign && i < sizeof signs / sizeof *signs; i++) {
        size_t next = at + signs[i].len;
        if (next < to && str_starts(str_sub(s, at, to), signs[i]) && (s.data[next] == ' ' || s.data[next] == '\t')) {
            *bullet = true;
            return next;
        }
    }
    size_t digits = at;
    while (digits < to && digits - at < 2 && s.data[digits] >= '0' && s.data[digits] <= '9')
        digits++;
    if (digits > at && digits + 1 < to && (s.data[digits] == ')' || s.data[digits] == '.') &&
        (s.data[digits + 1] == ' ' || s.data[digits + 1] == '\t')) {
        *bullet = true;
        return digits + 1;
    }
    size_t east = east_ordinal(s, at, to);
    *bullet = east > at;
    return east;
}

static void line_read(Str s, size_t from, size_t to, TextLine *line) {
    *line = (TextLine){.span = {from, to}};
    size_t at = skip_quotes(s, from, to, &line->quotes);
    while (at < to && (s.data[at] == ' ' || s.data[at] == '\t'))
        at++;
    at = skip_bullet(s, at, to, &line->bullet);
    while (at < to && (s.data[at] == ' ' || s.data[at] == '\t'))
        at++;
    while (to > at && (s.data[to - 1] == ' ' || s.data[to - 1] == '\t'))
        to--;
    line->content = (Span){at, to};
    line->empty = at == to;
}

/* What begins in each line; asked before a line is looked at. */
static void lines_learn(Layout *layout) {
    const HitList *marks = layout->text.marks;
    TextLine *line = layout->lines.items;
    for (const Hit *hit = marks->hits.items; hit < marks_end(marks); hit++) {
        while (line->span.to <= hit->from)
            line++;
        line->groups |= LEX_BIT(hit->group);
        if (hit->group == LEX_MAIL)
            line->mail |= hit->to <= line->content.to ? 1u << hit->key : ~0u;
    }
}

void layout_read(const Lexicon *lexicon, Arena *arena, Str raw, Layout *out) {
    *out = (Layout){0};
    text_fold(arena, raw, &out->text);
    lexicon_mark(lexicon, arena, &out->text);
    Str s = out->text.folded;
    for (size_t from = 0; from < s.len;) {
        ptrdiff_t newline = str_find_char(str_sub(s, from, s.len), '\n');
        size_t to = newline < 0 ? s.len : from + (size_t)newline;
        line_read(s, from, to, VEC_PUSH(arena, &out->lines));
        from = to + 1;
    }
    lines_learn(out);
}
