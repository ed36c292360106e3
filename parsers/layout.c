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

/* "- ", "* ", "• ", "1. ", "2) ", "(a) " at the start of a line. */
static size_t skip_bullet(Str s, size_t at, size_t to, bool *bullet) {
    static const char *const signs[] = {"-", "*", "+", "o", "\xE2\x80\xA2", "\xC2\xB7", "\xE2\x97\x8F", "\xE2\x96\xAA",
                                        "\xE2\x97\xA6", "\xE3\x83\xBB", "\xE2\x96\xA0", "\xE2\x97\x86", "\xEF\x82\xB7",
                                        "\xE2\x9E\xA2", "\xE2\x9C\x93", "\xE2\x80\xA3", "\xE2\x97\x8B", "\xE2\x96\xA1"};
    *bullet = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        Str sign = str_of(signs[i]);
        size_t next = at + sign.len;
        if (next < to && str_starts(str_sub(s, at, to), sign) && (s.data[next] == ' ' || s.data[next] == '\t')) {
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
    return at;
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
}
