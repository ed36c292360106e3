#include "parsers/page.h"

#include "base/utf8.h"
#include "parsers/spaced.h"
#include "base/banned.h"

#define BELOW_LINES     5   /* blank ones and those of other columns counted */
#define PAIRED_CELLS    2   /* fewer may be anything */
#define NUMBER_WORD_MAX 4   /* "no.", "nr.", "#" behind a title; "Invoice number" is a label and no title */
#define CELL_LONG       600 /* bytes; a longer run goes on in another cell: its signs are weighed against its length */
#define LINE_CELLS_MAX  256 /* further ones of a line are not seen: looking up and down stays linear */

static bool is_wide(uint32_t c) {
    return text_is_cjk(c) || c == 0x3000;
}

static bool is_rule(char c) {
    return c == '\t' || c == '|';
}

/* Two blanks in a row part cells; one does not ("1 234,56"). */
static bool is_gap(Str s, size_t at, size_t end) {
    return s.data[at] == ' ' && at + 1 < end && s.data[at + 1] == ' ';
}

/* Is a run of text that began at `from` to be cut here? What remains is no short piece that looks like a heading. */
static bool is_overlong(Str s, size_t from, size_t at, size_t end) {
    size_t long_enough = s.data[at] == ' ' ? CELL_LONG : 2 * CELL_LONG;
    return at - from >= long_enough && end - at > CELL_LONG;
}

static void cell_add(Page *page, PageLine *line, size_t from, size_t to, size_t column, size_t x,
                     size_t x_end) {
    Str s = page->text.folded;
    while (to > from && s.data[to - 1] == ' ') {
        to--;
        x_end--;
    }
    if (to == from || line->cells == LINE_CELLS_MAX)
        return;
    *VEC_PUSH(page->arena, &page->cells) = (Cell){from, to, page->lines.len - 1, column, x, x_end};
    line->cells++;
}

static void line_split(Page *page, PageLine *line) {
    Str s = page->text.folded;
    size_t at = line->from, column = 0, x = 0;
    line->first = page->cells.len;
    while (at < line->to) {
        if (is_rule(s.data[at])) {
            line->ruled = true;
            column++;
            at++, x++;
            continue;
        }
        if (s.data[at] == ' ') {
            at++, x++;
            continue;
        }
        size_t from = at, start = x, size;
        while (at < line->to && !is_rule(s.data[at]) && !is_gap(s, at, line->to) &&
               !is_overlong(s, from, at, line->to)) {
            x += is_wide(utf8_decode(s, at, &size)) ? 2 : 1;
            at += size;
        }
        cell_add(page, line, from, at, column, start, x);
    }
}

static void lines_read(Page *page) {
    Str s = page->text.folded;
    size_t at = 0, ordinal = 0;
    while (at < s.len) {
        const char *end = memchr(s.data + at, '\n', s.len - at);
        size_t to = end ? (size_t)(end - s.data) : s.len;
        PageLine *line = VEC_PUSH(page->arena, &page->lines);
        line->from = at;
        line->to = to;
        line->ordinal = ordinal;
        line_split(page, line);
        ordinal += line->cells > 0;
        at = to + 1;
    }
}

static bool sign_of(const Lexicon *lexicon, const Hit *hit, Sign *sign) {
    static const char *const cues[] = {
#define WORD(name, word) word,
        KIND_CUE_LIST(WORD)
#undef WORD
    };
    Str key = lexicon_key(lexicon, LEX_KIND, hit->key);
    ptrdiff_t dot = str_find_char(key, '.');
    Str kind = str_sub(key, 0, (size_t)dot), cue = str_sub(key, (size_t)dot + 1, key.len);
    *sign = (Sign){.kind = KIND_COUNT,
                   .cue = KIND_CUE_COUNT,
                   .from = hit->from,
                   .to = hit->to,
                   .languages = hit->languages};
    for (int k = 0; k < KIND_COUNT && sign->kind == KIND_COUNT; k++)
        if (str_eq_cstr(kind, kind_word((Kind)k)))
            sign->kind = (Kind)k;
    for (int c = 0; c < KIND_CUE_COUNT && sign->cue == KIND_CUE_COUNT; c++)
        if (str_eq_cstr(cue, cues[c]))
            sign->cue = (KindCue)c;
    return sign->kind != KIND_COUNT && sign->cue != KIND_CUE_COUNT;
}

static void sign_add(Page *page, const Hit *hit, size_t cell) {
    Sign sign;
    if (!sign_of(page->lexicon, hit, &sign))
        return;
    sign.cell = cell;
    *VEC_PUSH(page->arena, &page->signs) = sign;
}

static size_t title_end(const Page *page, const Hit *hit, size_t cell_end) {
    Str s = page->text.folded;
    Sign sign;
    if (hit->to > cell_end) /* it runs on into the next cell or line: "Invoice", and "No. 12" below it */
        return cell_end;
    if (sign_of(page->lexicon, hit, &sign) && sign.cue == KIND_SUPPORT)
        return hit->to; /* "Bill to" */
    for (size_t at = hit->to; at > hit->from && hit->to - at <= NUMBER_WORD_MAX; at--)
        if (s.data[at] == ' ' && at < hit->to)
            return at;
    return hit->to;
}

/* A label that begins a cell may be its title as well: "Invoice no. 12". */
static void sign_split(Page *page, const Hit *hit, size_t cell) {
    Hits inner = {0};
    const Cell *c = &page->cells.items[cell];
    size_t end = title_end(page, hit, c->to);
    if (end >= hit->to || hit->from != c->from)
        return;
    lexicon_scan(page->lexicon, page->arena, &page->text, hit->from, end, LEX_BIT(LEX_KIND), &inner);
    for (size_t i = 0; i < inner.len && inner.items[i].from == hit->from && inner.items[i].to + 1 >= end;
         i++) /* "P.O." */
        sign_add(page, &inner.items[i], cell);
}

/* A word inside a longer phrase says nothing by itself: "invoice" in "proforma invoice". */
static void signs_read(Page *page) {
    Hits hits = {0};
    lexicon_scan(page->lexicon, page->arena, &page->text, 0, page->text.folded.len, LEX_BIT(LEX_KIND), &hits);
    size_t cell = 0, cover_from = 0, cover_to = 0;
    for (size_t i = 0; i < hits.len; i++) {
        const Hit *hit = &hits.items[i];
        if (hit->to <= cover_to && !(hit->from == cover_from && hit->to == cover_to))
            continue;
        while (cell < page->cells.len && page->cells.items[cell].to <= hit->from)
            cell++;
        if (cell == page->cells.len)
            break;
        if (hit->to > cover_to && hit->from >= cover_to)
            sign_split(page, hit, cell);
        if (hit->to > cover_to)
            cover_from = hit->from, cover_to = hit->to;
        sign_add(page, hit, cell);
    }
}

void page_read(const Lexicon *lexicon, Arena *arena, Str raw, Page *page) {
    *page = (Page){.lexicon = lexicon, .arena = arena};
    text_fold(arena, spaced_join(arena, str_sub(raw, 0, PAGE_BYTES_MAX)), &page->text);
    lexicon_mark(lexicon, arena, &page->text);
    lines_read(page);
    signs_read(page);
}

const Cell *page_right(const Page *page, const Cell *cell) {
    size_t next = (size_t)(cell - page->cells.items) + 1;
    if (next >= page->cells.len || page->cells.items[next].line != cell->line)
        return NULL;
    return &page->cells.items[next];
}

bool page_paired(const Page *page, size_t heads, size_t line) {
    const PageLine *h = &page->lines.items[heads], *l = &page->lines.items[line];
    if (h->ruled || l->ruled || h->cells < PAIRED_CELLS || h->cells != l->cells)
        return false;
    for (size_t i = 0; i < h->cells; i++) {
        const Cell *head = &page->cells.items[h->first + i], *cell = &page->cells.items[l->first + i];
        if (cell->x < head->x || (i + 1 < h->cells && cell->x >= head[1].x))
            return false;
    }
    return true;
}

const Cell *page_under(const Page *page, size_t line, const Cell *head) {
    const PageLine *l = &page->lines.items[line];
    if (line != head->line && page_paired(page, head->line, line))
        return &page->cells.items[l->first + (size_t)(head - &page->cells.items[page->lines.items[head->line].first])];
    const Cell *best = NULL;
    size_t best_overlap = 0;
    for (size_t i = l->first; i < l->first + l->cells; i++) {
        const Cell *cell = &page->cells.items[i];
        if (l->ruled && page->lines.items[head->line].ruled) {
            if (cell->column == head->column)
                return cell;
            continue;
        }
        size_t from = cell->x > head->x ? cell->x : head->x,
               to = cell->x_end < head->x_end ? cell->x_end : head->x_end;
        if (from < to && to - from > best_overlap) {
            best_overlap = to - from;
            best = cell;
        }
    }
    return best;
}

const Cell *page_below(const Page *page, const Cell *cell) {
    const Cell *below = NULL;
    for (size_t line = cell->line + 1; !below && line < page->lines.len && line <= cell->line + BELOW_LINES;
         line++)
        below = page_under(page, line, cell);
    return below;
}

bool page_has_digit(const Page *page, size_t from, size_t to) {
    for (size_t i = from; i < to; i++)
        if (page->text.folded.data[i] >= '0' && page->text.folded.data[i] <= '9')
            return true;
    return false;
}

bool page_has_figure(const Page *page, size_t from, size_t to) {
    Str s = page->text.folded;
    for (size_t i = from; i < to; i++) {
        if (s.data[i] < '0' || s.data[i] > '9')
            continue;
        while (i < to && ((s.data[i] >= '0' && s.data[i] <= '9') || s.data[i] == '.' || s.data[i] == ','))
            i++;
        size_t sign = i < to && s.data[i] == ' ' ? i + 1 : i;
        if (sign >= to || s.data[sign] != '%')
            return true;
    }
    return false;
}

size_t page_first_sign(const Page *page, size_t from) {
    size_t low = 0, high = page->signs.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (page->signs.items[middle].from < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool page_sign_in(const Page *page, KindCue cue, size_t from, size_t to, const Sign **out) {
    for (size_t i = page_first_sign(page, from); i < page->signs.len && page->signs.items[i].from < to; i++)
        if (page->signs.items[i].cue == cue) {
            *out = &page->signs.items[i];
            return true;
        }
    return false;
}
