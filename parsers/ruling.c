#include "parsers/ruling.h"

#include <stdint.h>

#include "base/utf8.h"
#include "parsers/spaced.h"
#include "base/banned.h"

#define HEADER_MAX 48 /* bytes of a cell over a column parted by commas; more is a sentence */

/* ---- cells ---- */

static void cell_put(Str s, Cells *cells, size_t from, size_t to) {
    while (from < to && strchr(" *\t\"", s.data[from]))
        from++;
    while (to > from && strchr(" *\t\"", s.data[to - 1]))
        to--;
    if (cells->n < COLUMNS_MAX)
        cells->cell[cells->n++] = (Span){from, to};
}

static void cells_by_sign(Str s, Span line, char sign, Cells *cells) {
    size_t from = line.from, to = line.to;
    cells->n = 0;
    if (sign == '|' && to > from + 1 && s.data[from] == '|' && s.data[to - 1] == '|') {
        from++; /* "| a | b |": the outer rules part nothing; in "| Total | 95" the first cell is empty */
        to--;
    }
    bool quoted = false; /* "8,250" */
    for (size_t at = from; at <= to; at++) {
        quoted ^= sign == ',' && at < to && s.data[at] == '"';
        if (at == to || (s.data[at] == sign && !quoted)) {
            cell_put(s, cells, from, at);
            from = at + 1;
        }
    }
}

/* The end of a word that begins a cell and has blanks between its letters, "数  量"; `at` where there is none, or where
 * the gaps may as well part columns: they are no narrower than the one behind. */
static size_t spaced_word(Str s, size_t at, size_t to) {
    size_t gap, end = spaced_end(s, at, to, &gap), behind = end;
    while (behind < to && s.data[behind] == ' ')
        behind++;
    return behind == to || behind - end > gap ? end : at;
}

static void cells_by_blanks(Str s, Span line, Cells *cells) {
    cells->n = 0;
    for (size_t from = line.from; from < line.to;) {
        size_t at = spaced_word(s, from, line.to);
        while (at < line.to && !(s.data[at] == ' ' && at + 1 < line.to && s.data[at + 1] == ' '))
            at++;
        if (at > from)
            cell_put(s, cells, from, at);
        while (at < line.to && s.data[at] == ' ')
            at++;
        from = at;
    }
}

static const char signs[] = {'\t', '|', ';', ','};

/* Two blanks beside each other. Eight pairs at a time: a byte of zero is left where both are blanks. */
static bool has_gap(Str s) {
    const uint64_t ones = 0x0101010101010101;
    size_t at = 0;
    for (uint64_t first, second; at + sizeof first < s.len; at += sizeof first) {
        memcpy(&first, s.data + at, sizeof first);
        memcpy(&second, s.data + at + 1, sizeof second);
        uint64_t others = (first ^ ones * ' ') | (second ^ ones * ' ');
        if ((others - ones) & ~others & ones * 0x80)
            return true;
    }
    while (at + 1 < s.len && !(s.data[at] == ' ' && s.data[at + 1] == ' '))
        at++;
    return at + 1 < s.len;
}

bool ruling_parts(Str folded, Span lines, Ruling ruling) {
    Str text = str_sub(folded, lines.from, lines.to);
    return ruling == RULED_BLANKS ? has_gap(text) : str_find_char(text, signs[ruling]) >= 0;
}

void ruling_cells(Str folded, Span line, Ruling ruling, Cells *cells) {
    if (ruling == RULED_BLANKS)
        cells_by_blanks(folded, line, cells);
    else
        cells_by_sign(folded, line, signs[ruling], cells);
}

/* ---- commas ---- */

bool ruling_commas(Str folded, Span header, Span row) {
    size_t commas[2] = {0}, from = header.from;
    for (size_t at = header.from; at < header.to; at++)
        if (folded.data[at] >= '0' && folded.data[at] <= '9') { /* "1) April: invoice A-1, 8 seats, KPI 8" */
            return false;
        } else if (folded.data[at] == ',') {
            if (at - from > HEADER_MAX)
                return false;
            from = at + 1;
            commas[0]++;
        }
    for (size_t at = row.from; at < row.to; at++)
        commas[1] += folded.data[at] == ',';
    return commas[0] >= 2 && commas[1] >= commas[0] && header.to - from <= HEADER_MAX;
}

/* "8" and "250": figures that the comma may have grouped. */
static bool is_grouped(Str s, Span left, Span right) {
    size_t digits = 0;
    for (size_t i = right.from; i < right.to && s.data[i] >= '0' && s.data[i] <= '9'; i++)
        digits++;
    return digits == 3 && right.from == left.to + 1 && left.to > left.from && s.data[left.to - 1] >= '0' && s.data[left.to - 1] <= '9' &&
           (left.to - left.from <= 3 || s.data[left.to - 4] < '0' || s.data[left.to - 4] > '9');
}

void ruling_join_thousands(Str folded, size_t columns, Cells *cells) {
    Cells joined = {0};
    for (size_t i = 0; i < cells->n; i++) {
        Span *last = joined.n ? &joined.cell[joined.n - 1] : NULL;
        if (last && is_grouped(folded, *last, cells->cell[i]))
            last->to = cells->cell[i].to;
        else
            joined.cell[joined.n++] = cells->cell[i];
    }
    if (cells->n > columns && joined.n == columns)
        *cells = joined;
}

/* ---- rules ---- */

/* Lines and corners of box drawing, the long vowel drawn as a line, wide equals signs that folding leaves. */
static bool draws_rule(uint32_t c) {
    return (c >= 0x2500 && c <= 0x257F) || c == 0x30FC || c == 0xFFE3;
}

bool ruling_line(Str folded, Span line) {
    size_t signs = 0;
    for (size_t at = line.from, size; at < line.to; at += size) {
        unsigned char c = (unsigned char)folded.data[at];
        size = 1;
        if (c >= 0x80 ? !draws_rule(utf8_decode(folded, at, &size)) : !strchr("-=+|_: \t", c))
            return false;
        signs += c == '-' || c == '=' || c == '_' || c >= 0x80;
    }
    return signs >= 3;
}

/* ---- where cells stand ---- */

/* Han, kana, Hangul and their signs take two columns; so do ① and ■ where such a text is shown. */
static size_t columns_of(uint32_t c) {
    if (c >= 0x300 && c <= 0x36F)
        return 0;
    bool wide = text_is_cjk(c) || (c >= 0x2460 && c <= 0x26FF) || (c >= 0x3000 && c <= 0x33FF) || (c >= 0xFF01 && c <= 0xFF60) ||
                (c >= 0xFFE0 && c <= 0xFFE6);
    return wide ? 2 : 1;
}

static size_t shown_at(const Text *text, size_t from, size_t to) {
    size_t columns = 0, size;
    for (size_t at = text->map[from]; at < text->map[to]; at += size)
        columns += columns_of(utf8_decode(text->raw, at, &size));
    return columns;
}

void ruling_shown(const Text *text, const TextLine *line, const Cells *cells, Span *shown) {
    size_t at = line->span.from, column = 0;
    for (size_t i = 0; i < cells->n; i++) {
        shown[i].from = column + shown_at(text, at, cells->cell[i].from);
        shown[i].to = shown[i].from + shown_at(text, cells->cell[i].from, cells->cell[i].to);
        column = shown[i].to;
        at = cells->cell[i].to;
    }
}
